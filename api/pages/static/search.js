// The box that finds: as one types it asks the API for councils, people and words, and lists what may be meant.
"use strict";

const box = document.getElementById("q");
const list = document.getElementById("found");
const told = document.getElementById("told");
let asked = null;
let waiting = null;
let at = -1;

const sources = [
  ["Council", (q) => `/v1/councils?limit=5&fields=id,official_name,valid_to&q=${q}`,
    (one) => [one.official_name + (one.valid_to ? ` (until ${one.valid_to.slice(0, 4)})` : ""), `/councils/${one.id}`]],
  ["Person", (q) => `/v1/speakers?limit=3&fields=id,name&q=${q}`, (one) => [one.name, `/speakers/${one.id}`]],
  ["", (q) => `/v1/search?limit=8&q=${q}`, (one) => one.kind === "council" ? null
    : [one.kind === "quote" ? plain(one.snippet) : one.title, `/${one.kind}s/${one.id}`, one.kind]],
];

function plain(html) {
  // Its only tag is <mark>, and what else could be one is escaped.
  const text = html.replaceAll("<mark>", "").replaceAll("</mark>", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
  return text.length > 110 ? `${text.slice(0, 108)}…` : text;
}

async function find() {
  const typed = box.value.trim();
  asked?.abort();
  if (typed.length < 2) return show([]);
  asked = new AbortController();
  const { signal } = asked;
  const answers = await Promise.all(sources.map(async ([kind, address, read]) => {
    try {
      const answer = await fetch(address(encodeURIComponent(typed)), { signal });
      if (!answer.ok) return [];
      return (await answer.json()).data.map(read).filter(Boolean).map(([text, where, of]) => [text, where, of ?? kind]);
    } catch {
      return [];
    }
  }));
  if (!signal.aborted) show(answers.flat());
}

function show(found) {
  at = -1;
  box.removeAttribute("aria-activedescendant");
  list.replaceChildren(...found.slice(0, 12).map(([text, where, kind], number) => {
    const item = document.createElement("li");
    const name = document.createElement("span");
    item.id = `found-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.where = where;
    name.className = "kind";
    name.textContent = kind.toLowerCase();
    item.append(name, ` ${text}`);
    return item;
  }));
  open(found.length > 0);
  told.textContent = box.value.trim().length < 2 ? "" : `${list.children.length} found; arrow keys choose`;
}

function open(yes) {
  list.hidden = !yes;
  box.setAttribute("aria-expanded", String(yes));
}

function choose(next) {
  const items = [...list.children];
  items[at]?.setAttribute("aria-selected", "false");
  at = (next + items.length) % items.length;
  items[at].setAttribute("aria-selected", "true");
  items[at].scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", items[at].id);
}

box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", "found");
open(false);
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, 120);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return open(false);
  if (list.hidden) return;
  if (event.key === "ArrowDown") choose(at + 1);
  else if (event.key === "ArrowUp") choose(at < 0 ? -1 : at - 1);
  else if (event.key === "Enter" && at >= 0) location.assign(list.children[at].dataset.where);
  else return;
  event.preventDefault();
});
list.addEventListener("mousedown", (event) => {
  const item = event.target.closest("li");
  if (item) location.assign(item.dataset.where);
});
box.addEventListener("blur", () => open(false));
