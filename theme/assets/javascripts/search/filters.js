// The filters of the search page, with their counts, and the order of the results.

import { element } from "./results.js";

export const FILTERS = { kind: "Kind", year: "Year", topic: "Topic", owner: "Owner", status: "Status" };
const SORTS = { relevance: "Best match", newest: "Newest first", oldest: "Oldest first" };

/** Whether a passage has one of the values that are chosen in each filter, but for one filter. */
export function fits(state, number, filters, but = "") {
  return Object.entries(state.filters).every(([name, values]) => {
    if (!filters || name === but || !values.length) return true;
    const { values: all, of } = filters[name];
    return of[number].some((value) => values.includes(all[value]));
  });
}

/** The matches in the order that is chosen. */
export function sorted(state, matches, filters) {
  if (state.sort === "relevance" || !filters) return matches;
  const way = state.sort === "newest" ? -1 : 1;
  const day = (number) => filters.day[number] || (way > 0 ? Infinity : -Infinity); // what has no day comes last
  return [...matches].sort(([one], [other]) => way * (day(one) - day(other)) || 0);
}

/** Shows what can be chosen among some matches, and calls `changed` when somebody has. */
export function showFilters(side, state, matches, filters, changed) {
  const open = new Set([...side.querySelectorAll("details[open]")].map((each) => each.dataset.name));
  const groups = Object.entries(FILTERS).map(([name, title]) => {
    const counts = new Map();
    for (const [number] of matches) {
      if (fits(state, number, filters, name)) for (const value of filters[name].of[number]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const chosen = state.filters[name];
    const values = filters[name].values.map((value, at) => [value, counts.get(at) ?? 0]);
    const listed = values.filter(([value, count]) => count || chosen.includes(value));
    if (!listed.length) return null;
    if (name === "year") listed.reverse();
    const group = element("details", { "data-name": name }, element("summary", {}, title), ...listed.map((each) => choice(state, name, ...each, changed)));
    group.open = open.has(name) || chosen.length > 0;
    return group;
  });
  const focused = document.activeElement?.dataset?.filter;
  side.replaceChildren(sortChoice(state, changed), ...groups.filter(Boolean));
  if (focused) side.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
}

function choice(state, name, value, count, changed) {
  const input = element("input", { type: "checkbox", "data-filter": `${name}:${value}` });
  input.checked = state.filters[name].includes(value);
  input.addEventListener("change", () => {
    const values = state.filters[name].filter((other) => other !== value);
    state.filters[name] = input.checked ? [...values, value] : values;
    changed();
  });
  return element("label", {}, input, ` ${value} `, element("span", { class: "bcb-quiet" }, `(${count.toLocaleString("en-GB")})`));
}

function sortChoice(state, changed) {
  const select = element("select", { "data-filter": "sort" });
  for (const [value, name] of Object.entries(SORTS)) {
    const option = element("option", { value }, name);
    option.selected = state.sort === value;
    select.append(option);
  }
  select.addEventListener("change", () => {
    state.sort = select.value;
    changed();
  });
  return element("label", { class: "bcb-sort" }, "Order ", select);
}
