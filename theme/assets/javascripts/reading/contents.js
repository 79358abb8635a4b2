// The list of contents follows the reader: the item that is being read is marked, and on a narrow screen named in
// the bar, with a step back and a step on. Without this the list is an ordinary one.

const root = document.documentElement;
const contents = document.querySelector(".bcb-contents");
const links = [...(contents?.querySelectorAll("li a") ?? [])];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
const NEAR = 24; // pixels

/**
 * The height on the screen that the heading of an item has passed when the item is being read: a little below where
 * links lead to, so that short items have their turn; in the last screenful it sinks to the end, for all to have it.
 */
function line() {
  const lands = (parseFloat(getComputedStyle(headings[0]).scrollMarginTop) || 0) + (parseFloat(getComputedStyle(root).scrollPaddingTop) || 0);
  const top = lands + NEAR;
  const way = root.scrollHeight - root.clientHeight;
  const last = Math.min(way, root.clientHeight);
  const sunk = last > 0 ? Math.max(0, 1 - (way - root.scrollTop) / last) : 0;
  return top + sunk * (root.clientHeight - top);
}

function follow() {
  const at = line();
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < at).length;
  const here = Math.max(0, passed - 1);
  links.forEach((link, n) => (n === here && passed ? link.setAttribute("aria-current", "location") : link.removeAttribute("aria-current")));
  contents.querySelector(".bcb-contents-now").textContent = passed ? links[here].textContent.trim().replace(/\s+/g, " ") : "";
  step("prev", links[here - 1], "#content"); // always there, so that it does not come where the keyboard has passed
  step("next", links[passed ? here + 1 : 0]);
  if (passed) reveal(links[here]);
}

function step(way, link, otherwise) {
  const arrow = contents.querySelector(`[data-step=${way}]`);
  const hash = link?.hash ?? otherwise;
  arrow.hidden = !hash;
  if (hash) arrow.href = hash;
  arrow.title = link ? link.textContent.trim().replace(/\s+/g, " ") : "";
}

/** Scroll the list, and never the page, so far that *link* is seen. */
function reveal(link) {
  const { top, bottom } = link.getBoundingClientRect();
  const around = contents.getBoundingClientRect();
  if (bottom > around.bottom) contents.scrollTop += bottom - around.bottom;
  if (top < around.top) contents.scrollTop += top - around.top;
}

if (headings.length) {
  contents.querySelector(".bcb-contents-steps").hidden = false;
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  soon();
  const list = contents.querySelector("details");
  const beside = matchMedia("(min-width: 60em)"); // of the text, and so open, as in shell.css
  const fit = () => (list.open = beside.matches);
  beside.addEventListener("change", fit);
  fit();
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && !beside.matches) list.open = false;
  });
}
