// The list of contents follows the reader: the item that is being read is marked, and on a narrow screen named in
// the bar, with a step back and a step on. Without this the list is an ordinary one.

const contents = document.querySelector(".bcb-contents");
const links = [...(contents?.querySelectorAll("li a") ?? [])];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
const LINE = 0.3; // an item is being read from where its heading has passed this part of the window's height

function follow() {
  const line = window.innerHeight * LINE;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line).length;
  const here = Math.max(0, passed - 1);
  links.forEach((link, n) => (n === here && passed ? link.setAttribute("aria-current", "location") : link.removeAttribute("aria-current")));
  contents.querySelector(".bcb-contents-now").textContent = passed ? links[here].textContent.trim().replace(/\s+/g, " ") : "";
  step("prev", links[here - 1]);
  step("next", links[passed ? here + 1 : 0]);
  if (passed) reveal(links[here]);
}

function step(way, link) {
  const arrow = contents.querySelector(`[data-step=${way}]`);
  arrow.hidden = !link;
  if (link) arrow.href = link.hash;
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
  contents.querySelector("ul").addEventListener("click", (event) => {
    if (event.target.closest("a")) contents.querySelector("details").open = false;
  });
}
