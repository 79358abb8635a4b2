// The box in every page's header: results in a panel while somebody types. Without this the form leads to the
// search page, and there to lists for browsing.

import { element, result } from "./results.js";

const SHOWN = 5;
const form = document.querySelector(".bcb-find");
const box = form?.querySelector("input");
const panel = form?.querySelector(".bcb-find-panel");
const base = new URL(form?.getAttribute("action") ?? ".", document.baseURI);
let latest = 0;
let index;

async function show() {
  const query = box.value.trim();
  const asked = ++latest;
  if (query.length < 2) return hide();
  try {
    const { Index } = await import("./index.js");
    index ??= new Index(base);
    const found = await index.search(query);
    const numbers = [...new Set([...found.named, ...found.matches.map(([number]) => number)])].slice(0, SHOWN);
    const passages = await Promise.all(numbers.map((number) => index.passage(number)));
    if (asked !== latest) return;
    const all = element("a", { href: `${base.href}?q=${encodeURIComponent(query)}` }, "All results and filters");
    panel.replaceChildren(
      passages.length
        ? element("ul", {}, ...passages.map((passage) => result(passage, found.said, new URL("..", base))))
        : element("p", {}, "Nothing found so far."),
      element("p", { class: "bcb-find-all" }, all),
    );
    panel.hidden = false;
  } catch {
    if (await index?.renewed()) return show();
    hide(); // the form still leads to the search page, which says what is wrong
  }
}

function hide() {
  panel.hidden = true;
}

if (box && panel) {
  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault(); // or the browser empties the box
      hide();
      box.focus();
    }
    const links = [box, ...panel.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !panel.hidden && at >= 0) {
      event.preventDefault();
      links[Math.max(0, Math.min(links.length - 1, at + step))].focus();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) hide();
  });
}
