// The search page: results as somebody types, and an address that can be sent to others.

import { FILTERS, fits, showFilters, sorted } from "./filters.js";
import { countsOf, hintsOn } from "./hints.js";
import { Index } from "./index.js";
import { withAll } from "./ranking.js";
import { result } from "./results.js";

const AT_ONCE = 10;

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
let shown = AT_ONCE;

function read() {
  const said = new URLSearchParams(location.search);
  const filters = Object.keys(FILTERS).map((name) => [name, said.getAll(name)]);
  return { query: said.get("q") ?? "", sort: said.get("sort") ?? "relevance", filters: Object.fromEntries(filters) };
}

function write() {
  const said = new URLSearchParams();
  if (state.query) said.set("q", state.query);
  if (state.sort !== "relevance") said.set("sort", state.sort);
  for (const [name, values] of Object.entries(state.filters)) for (const value of values) said.append(name, value);
  const query = said.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

async function search() {
  const asked = ++latest;
  write();
  if (!state.query.trim()) return empty();
  root.classList.add("bcb-asked");
  told.textContent = "Searching …";
  try {
    const found = await index.search(state.query);
    if (asked !== latest) return;
    const plain = state.sort === "relevance" && Object.values(state.filters).every((values) => !values.length);
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
  const { passages, missing } = await texts(numbers.slice(0, shown));
  if (asked !== latest || (missing && (await again()))) return;
  const others = [...found.synonyms, ...found.related].flatMap(([, other]) => other.split(" "));
  const meant = found.wanting.flatMap(([, near]) => near.slice(0, 1));
  const marked = [...found.said, ...others, ...meant];
  hints.replaceChildren(...hintsOn(found, numbers.length, replaceWord));
  list.replaceChildren(...passages.map((passage) => result(passage, marked, site)));
  more.hidden = numbers.length <= shown;
  told.textContent = countsOf(found, matches, numbers.length, missing);
  if (filters) showFilters(side, state, all, filters, changed);
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

function empty() {
  root.classList.remove("bcb-asked");
  told.textContent = "";
  for (const place of [list, hints, side]) place.replaceChildren();
  more.hidden = true;
}

function failed(error) {
  told.textContent = "A part of the search index could not be loaded. Check the connection, and try again.";
  console.warn(error);
}

function ask(query) {
  box.value = query;
  state.query = query;
  changed();
}

function replaceWord(word, other) {
  ask(state.query.replace(new RegExp(word, "i"), other));
}

/** Begins again with the first results, as something else is asked for. */
function changed() {
  shown = AT_ONCE;
  search();
}

let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(box.value), 150);
});
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask(box.value);
});
more.addEventListener("click", () => {
  shown += AT_ONCE;
  search();
});
addEventListener("popstate", () => {
  state = read();
  box.value = state.query;
  search();
});
box.value = state.query;
search();
