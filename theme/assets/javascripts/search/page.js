// The search page: results as somebody types, filters with counts, and an address that can be sent to others.

import { Index } from "./index.js";
import { parse } from "./query.js";
import { element, result } from "./results.js";

const AT_ONCE = 10;
const FILTERS = { kind: "Kind", year: "Year", topic: "Topic", owner: "Owner", status: "Status" };
const SORTS = { relevance: "Best match", newest: "Newest first", oldest: "Oldest first" };

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
      if (asked === latest && filters) showFilters(found.matches, filters);
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
  const matches = found.matches.filter(([number]) => fits(number, filters));
  const ordered = sorted(matches, filters);
  const named = found.named.filter((number) => fits(number, filters));
  const numbers = [...new Set([...named, ...ordered.map(([number]) => number)])];
  const { passages, missing } = await texts(numbers.slice(0, shown));
  const about = await hint(found, numbers.length);
  if (asked !== latest || (missing && (await again()))) return;
  const { words } = parse(state.query);
  const marked = [...words, ...[...found.synonyms, ...found.related].flatMap(([, other]) => other.split(" "))];
  hints.replaceChildren(...about);
  list.replaceChildren(...passages.map((passage) => result(passage, marked, site)));
  more.hidden = numbers.length <= shown;
  tell(found, numbers.length, missing);
  if (filters) showFilters(found.matches, filters);
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

function fits(number, filters, but = "") {
  return Object.entries(state.filters).every(([name, values]) => {
    if (!filters || name === but || !values.length) return true;
    const { values: all, of } = filters[name];
    return of[number].some((value) => values.includes(all[value]));
  });
}

function sorted(matches, filters) {
  if (state.sort === "relevance" || !filters) return matches;
  const way = state.sort === "newest" ? -1 : 1;
  const day = (number) => filters.day[number] || (way > 0 ? Infinity : -Infinity); // what has no day comes last
  return [...matches].sort(([one], [other]) => way * (day(one) - day(other)) || 0);
}

function tell(found, count, missing) {
  const whole = found.whole === 1 ? "1 passage has" : `${found.whole.toLocaleString("en-GB")} passages have`;
  const several = parse(state.query).words.length > 1;
  const parts = [count === 1 ? "1 result." : `${count.toLocaleString("en-GB")} results.`];
  if (several && found.matches.length) parts.push(found.whole ? `${whole} all the words.` : "No passage has all the words.");
  if (missing) parts.push(`${missing} could not be loaded; try again.`);
  told.textContent = count ? parts.join(" ") : "Nothing was found.";
}

async function hint(found, count) {
  const synonyms = grouped(found.synonyms).map(([word, others]) => `For “${word}”, also: ${others}.`);
  const related = grouped(found.related).map(([word, others]) => `Related to “${word}”: ${others}.`);
  const paragraphs = [...synonyms, ...related].map((line) => element("p", {}, line));
  for (const word of found.wanting) {
    const near = await index.near(word);
    if (near.length) {
      const links = near.map((other) => element("button", { type: "button", class: "bcb-plain" }, other));
      links.forEach((link, at) => link.addEventListener("click", () => ask(state.query.replace(new RegExp(word, "i"), near[at]))));
      paragraphs.push(element("p", {}, `No record has “${word}”. Did you mean `, ...between(links, ", "), "?"));
    }
  }
  if (!count) {
    paragraphs.push(element("p", {}, "Try fewer or other words, or take a filter away. You can also browse the lists below."));
  }
  return paragraphs;
}

/** For each word the others that are looked for too, each once. */
function grouped(pairs) {
  const found = new Map();
  for (const [word, other] of pairs) found.set(word, (found.get(word) ?? new Set()).add(`“${other}”`));
  return [...found].map(([word, others]) => [word, [...others].join(", ")]);
}

const between = (items, text) => items.flatMap((item, at) => (at ? [text, item] : [item]));

function showFilters(matches, filters) {
  const open = new Set([...side.querySelectorAll("details[open]")].map((each) => each.dataset.name));
  const groups = Object.entries(FILTERS).map(([name, title]) => {
    const counts = new Map();
    for (const [number] of matches) {
      if (fits(number, filters, name)) for (const value of filters[name].of[number]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const chosen = state.filters[name];
    const values = filters[name].values.map((value, at) => [value, counts.get(at) ?? 0]);
    const listed = values.filter(([value, count]) => count || chosen.includes(value));
    if (!listed.length) return null;
    if (name === "year") listed.reverse();
    const group = element("details", { "data-name": name }, element("summary", {}, title), ...listed.map((each) => choice(name, ...each)));
    group.open = open.has(name) || chosen.length > 0;
    return group;
  });
  const focused = document.activeElement?.dataset?.filter;
  side.replaceChildren(sortChoice(), ...groups.filter(Boolean));
  if (focused) side.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
}

function choice(name, value, count) {
  const input = element("input", { type: "checkbox", "data-filter": `${name}:${value}` });
  input.checked = state.filters[name].includes(value);
  input.addEventListener("change", () => {
    const values = state.filters[name].filter((other) => other !== value);
    state.filters[name] = input.checked ? [...values, value] : values;
    shown = AT_ONCE;
    search();
  });
  return element("label", {}, input, ` ${value} `, element("span", { class: "bcb-quiet" }, `(${count.toLocaleString("en-GB")})`));
}

function sortChoice() {
  const select = element("select", { "data-filter": "sort" });
  for (const [value, name] of Object.entries(SORTS)) {
    const option = element("option", { value }, name);
    option.selected = state.sort === value;
    select.append(option);
  }
  select.addEventListener("change", () => {
    state.sort = select.value;
    search();
  });
  return element("label", { class: "bcb-sort" }, "Order ", select);
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
