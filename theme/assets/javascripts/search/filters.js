// The filters of the search page, with their counts, and the order of the results.

import { element } from "./results.js";
import { FILTERS, clear, isNarrowed } from "./state.js";

const SORTS = { relevance: "Best match", newest: "Newest first", oldest: "Oldest first" };

/** Whether a passage is of the days that are chosen, and has one of the values chosen in each filter, but for one. */
export function fits(state, number, filters, but = "") {
  return within(state, number, filters) && Object.entries(state.filters).every(([name, values]) => {
    if (!filters || name === but || !values.length) return true;
    const { values: all, of } = filters[name];
    return of[number].some((value) => values.includes(all[value]));
  });
}

const dayOf = (date) => Date.parse(`${date}T00:00Z`) / 86_400_000;

/** Whether a passage is of the days that are chosen; what has no day is of none. */
function within({ from, to }, number, filters) {
  if (!filters || (!from && !to)) return true;
  const day = filters.day[number];
  return Boolean(day) && !(from && day < dayOf(from)) && !(to && day > dayOf(to));
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
  side.replaceChildren(sortChoice(state, changed), days(state, changed), ...groups.filter(Boolean), ...clearing(state, changed));
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

/** The first and the last day of what is listed. */
function days(state, changed) {
  const inputs = [["from", "From"], ["to", "To"]].map(([name, title]) => {
    const input = element("input", { type: "date", "data-filter": name });
    input.value = state[name];
    input.addEventListener("change", () => {
      state[name] = input.value;
      changed();
    });
    return element("label", {}, `${title} `, input);
  });
  return element("fieldset", { class: "bcb-days" }, element("legend", {}, "Dates"), ...inputs);
}

function clearing(state, changed) {
  if (!isNarrowed(state)) return [];
  const button = element("button", { type: "button", class: "bcb-plain", "data-filter": "clear" }, "Clear all filters");
  button.addEventListener("click", () => {
    clear(state);
    changed();
  });
  return [element("p", {}, button)];
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
