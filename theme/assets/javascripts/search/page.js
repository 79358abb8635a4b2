// The search page: results as somebody types, and an address that can be sent to others.

import { fits, showFilters, sorted } from "./filters.js";
import { countsOf, hintsOn } from "./hints.js";
import { Index } from "./index.js";
import { wholeFirst, withAll } from "./ranking.js";
import { element, result } from "./results.js";
import { AT_ONCE, isNarrowed, read, remember, write } from "./state.js";

const PATIENCE = 600; // milliseconds without an answer before the page says that it is searching
const PAUSE = 1500; // in typing, after which what is typed is another search

const root = document.querySelector("#bcb-search");
const box = root.querySelector("input[type=search]");
const told = root.querySelector("[role=status]");
const list = root.querySelector(".bcb-results");
const hints = root.querySelector(".bcb-hints");
const side = root.querySelector(".bcb-filters");
const more = root.querySelector(".bcb-more");
const index = new Index(new URL(".", location.href.replace(/[?#].*/, "")));
const site = new URL("..", index.base);

let state = read();
let latest = 0;
let slow; // the timer that says so where an answer takes long

async function search() {
  const asked = ++latest;
  if (!state.query.trim()) return empty();
  root.classList.add("bcb-asked");
  if (!list.children.length) tell("Searching …");
  clearTimeout(slow);
  slow = setTimeout(() => tell("Searching …"), PATIENCE);
  try {
    const found = await index.search(state.query);
    if (asked !== latest) return;
    const plain = state.sort === "relevance" && !isNarrowed(state);
    if (plain) {
      await render(found, asked, null);
      const filters = await readFilters(); // fetched when the first results are there, which stay as they are
      if (asked === latest && filters) showFilters(side, state, inOrder(found), filters, changed);
    } else await render(found, asked, await readFilters());
  } catch (error) {
    if (asked === latest && !(await again())) failed(error);
  }
}

/** Whether the site was published anew while this page was open; then everything is looked for in what is there now. */
async function again() {
  if (!(await index.renewed())) return false;
  search();
  return true;
}

async function render(found, asked, filters) {
  if (asked !== latest) return;
  const all = inOrder(found);
  const matches = all.filter(([number]) => fits(state, number, filters));
  const ordered = sorted(state, matches, filters);
  const named = found.named.filter((number) => fits(state, number, filters));
  const numbers = [...new Set([...named, ...ordered.map(([number]) => number)])];
  const { passages, missing } = await texts(numbers.slice(0, state.shown));
  if (asked !== latest || (missing && (await again()))) return;
  hints.replaceChildren(...hintsOn(found, numbers.length, isNarrowed(state), replaceText));
  list.replaceChildren(...apart(passages, found, matches, named));
  more.hidden = numbers.length <= state.shown;
  tell(countsOf(found, matches, numbers.length, missing));
  if (filters) showFilters(side, state, all, filters, changed);
  if (state.scrolled) scrollTo(0, state.scrolled);
  state.scrolled = 0;
}

/** Results, with a heading before those that have only some of the words, where others have all. */
function apart(passages, found, matches, named) {
  const others = [...found.synonyms, ...found.related].flatMap(([, other]) => other.split(" "));
  const marked = [...found.said, ...others, ...found.wanting.flatMap(([, near]) => near.slice(0, 1))];
  const items = passages.map((passage) => result(passage, marked, site));
  const whole = state.sort === "relevance" ? wholeFirst(matches, found.asked) : 0;
  if (!whole) return items;
  const first = new Set([...named, ...matches.slice(0, whole).map(([number]) => number)]);
  const at = passages.findIndex(({ number }) => !first.has(number));
  if (at > 0) items[at].prepend(element("p", { class: "bcb-rest" }, "These have only some of the words:"));
  return items;
}

async function texts(numbers) {
  const read = await Promise.allSettled(numbers.map((number) => index.passage(number)));
  const passages = read.filter((each) => each.status === "fulfilled").map((each) => each.value);
  return { passages, missing: read.length - passages.length };
}

async function readFilters() {
  try {
    return await index.table("filters");
  } catch {
    return null; // the results are worth more than the filters
  }
}

/** What is put in order: by day only what has all the words, if anything has; the rest would stand between. */
function inOrder({ matches, asked }) {
  return state.sort === "relevance" ? matches : withAll(matches, asked);
}

/** Says how the search stands; what is said already is not said again, as a screen reader would read it again. */
function tell(text) {
  clearTimeout(slow);
  if (told.textContent !== text) told.textContent = text;
}

function empty() {
  root.classList.remove("bcb-asked");
  tell("");
  for (const place of [list, hints, side]) place.replaceChildren();
  more.hidden = true;
}

function failed(error) {
  tell("A part of the search index could not be loaded. Check the connection, and try again.");
  console.warn(error);
}

/** Searches for something else, from its first results. */
function changed(isStep = true) {
  state.shown = AT_ONCE;
  write(state, isStep);
  search();
}

/** A pattern for a text as it stands, in any letters. */
function literal(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
}

function replaceText(text, other) {
  box.value = state.query = state.query.replace(/[“”]/g, '"').replace(literal(text), other);
  changed();
}

let waiting;
let typed = 0; // when something was typed last
let isStep = false; // whether what is typed is another search than the one before
function ask() {
  const step = isStep && box.value !== state.query;
  isStep = false;
  clearTimeout(waiting);
  state.query = box.value;
  changed(step);
}
box.addEventListener("input", () => {
  isStep ||= Date.now() - typed > PAUSE && Boolean(state.query);
  typed = Date.now();
  clearTimeout(waiting);
  waiting = setTimeout(ask, 150);
});
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
  typed = 0; // what is typed from now on is another search
});
more.addEventListener("click", () => {
  const from = list.children.length;
  state.shown += AT_ONCE;
  write(state, false);
  search().then(() => list.children[from]?.querySelector("a").focus({ preventScroll: true }));
});
addEventListener("popstate", () => {
  state = read();
  box.value = state.query;
  write(state, false);
  search();
});
addEventListener("pagehide", remember);
box.value = state.query;
write(state, false);
search();
