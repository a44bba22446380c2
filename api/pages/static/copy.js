// Buttons that copy: they appear only where a script can do it.
"use strict";

const copied = document.getElementById("copied");

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure connection browsers have no clipboard; the old way still works.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const usual = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = done ? "Copied" : "Select the text above and copy it";
    copied.textContent = button.textContent;
    setTimeout(() => { button.textContent = usual; }, 2500);
  });
}
