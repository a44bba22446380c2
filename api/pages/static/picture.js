// Pictures: what a mark says is read out below it when one points at it or steps to it; arrow keys step on.
"use strict";

// Where there is room, the filters stand open.
if (matchMedia("(min-width: 60rem)").matches) {
  for (const part of document.querySelectorAll("details[data-wide]")) part.open = true;
}

for (const picture of document.querySelectorAll(".picture")) {
  // Bars name themselves, so where they are wider than the window the newest are shown first.
  const frame = picture.querySelector(".scroll");
  if (picture.matches("[data-newest]")) frame.scrollLeft = frame.scrollWidth;
  const marks = [...picture.querySelectorAll("a.mark-link")];
  const reading = picture.querySelector("[data-reading]");
  const usual = reading.textContent;
  const order = marks.map((mark) => [mark.getBoundingClientRect().x, mark]).sort((a, b) => a[0] - b[0]).map((one) => one[1]);
  const say = (mark) => { reading.textContent = mark.getAttribute("aria-label"); };
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => say(mark));
    mark.addEventListener("focus", () => say(mark));
    mark.addEventListener("mouseleave", () => { reading.textContent = usual; });
    mark.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step && order[order.indexOf(mark) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }
}
