// What is asked on the search page, in its address, its title and the history of the browser.

export const FILTERS = { kind: "Kind", year: "Year", topic: "Topic", owner: "Owner", status: "Status" };
export const AT_ONCE = 10; // results that are shown first, and added by “More results”
const NAMES = ["from", "to", ...Object.keys(FILTERS)];
const title = document.title;

/** What the address asks for, and what was shown when somebody left. */
export function read() {
  const said = new URLSearchParams(location.search);
  const filters = Object.keys(FILTERS).map((name) => [name, said.getAll(name)]);
  const { shown = AT_ONCE, scrolled = 0 } = history.state ?? {};
  return {
    query: said.get("q") ?? "",
    sort: said.get("sort") ?? "relevance",
    from: said.get("from") ?? "",
    to: said.get("to") ?? "",
    filters: Object.fromEntries(filters),
    shown,
    scrolled,
  };
}

/** Writes it: as a new step in the history, or in the place of this one. */
export function write(state, isStep) {
  const said = new URLSearchParams();
  if (state.query) said.set("q", state.query);
  if (state.sort !== "relevance") said.set("sort", state.sort);
  for (const name of NAMES) for (const value of [state.filters[name] ?? state[name]].flat()) if (value) said.append(name, value);
  const query = said.toString();
  const address = query ? `?${query}` : location.pathname;
  document.title = state.query.trim() ? `${state.query.trim()} – ${title}` : title;
  if (isStep) history.replaceState({ ...history.state, scrolled: scrollY }, "");
  history[isStep ? "pushState" : "replaceState"]({ shown: state.shown }, "", address);
}

/** Keeps where somebody is on the page, for when they come back to it. */
export function remember() {
  history.replaceState({ ...history.state, scrolled: scrollY }, "");
}

/** Whether anything narrows the results. */
export function isNarrowed(state) {
  return Boolean(state.from || state.to) || Object.values(state.filters).some((values) => values.length);
}

/** Takes away all that narrows the results. */
export function clear(state) {
  state.from = state.to = "";
  for (const name of Object.keys(state.filters)) state.filters[name] = [];
}
