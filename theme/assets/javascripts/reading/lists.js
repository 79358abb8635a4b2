// Filters a long list, sorts it and shows it page by page. The rows are those of the list's static pages, which are
// fetched when they are first needed; what is asked for stands in the address. Without this the static pages remain.

const ROWS = 100; // on a page
const form = document.querySelector(".bcb-filter");

/** What the address asks for: the values of the fields, and the page. */
function asked() {
  const said = new URLSearchParams(location.search);
  const fields = Object.fromEntries([...form.elements].filter((field) => field.name).map(({ name }) => [name, said.get(name) ?? ""]));
  return { fields, page: Math.max(1, parseInt(said.get("page"), 10) || 1) };
}

/** The address that asks for the same, on another page perhaps. */
function address(fields, page = 1) {
  const said = new URLSearchParams(Object.entries(fields).filter(([, value]) => value));
  if (page > 1) said.set("page", page);
  return said.size ? `?${said}` : location.pathname;
}

/** Small letters, with plain apostrophes, for comparing. */
function folded(text) {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, " ");
}

/** A row of a page, with links that lead on from here. */
function row(element, page) {
  const copy = document.importNode(element, true);
  for (const link of copy.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), page).href;
  return { element: copy, source: element, words: folded(copy.textContent), day: copy.dataset.day };
}

/** All rows, from the static pages or from this one. */
async function load() {
  const parts = form.dataset.parts.split(" ").filter(Boolean);
  const pages = await Promise.all(
    parts.map(async (part) => {
      const answer = await fetch(part);
      if (!answer.ok) throw new Error(part);
      return [new DOMParser().parseFromString(await answer.text(), "text/html"), answer.url];
    }),
  );
  const documents = pages.length ? pages : [[document, location.href]];
  return documents.flatMap(([page, url]) => [...page.querySelectorAll(".bcb-page [data-day]")].map((found) => row(found, url)));
}

/** Whether *one* has all that is asked for, but for the field that is *left out*. */
function has(one, fields, leftOut) {
  return Object.entries(fields).every(([name, value]) => {
    if (!value || name === leftOut || name === "sort") return true;
    if (name === "words") return folded(value).split(" ").every((word) => one.words.includes(word));
    return (one.element.getAttribute(`data-${name}`) ?? "").split(" ").includes(value);
  });
}

/** What the rows stand in, without any: a list, or a table with its head. */
function shell(source, words) {
  const around = source.closest(".bcb-table") ?? source.parentElement;
  const copy = document.importNode(around, true);
  copy.querySelectorAll("[data-day]").forEach((found) => found.remove());
  const caption = copy.querySelector("caption");
  if (caption) caption.textContent = words;
  if (copy.matches(".bcb-table")) copy.setAttribute("aria-label", words);
  return { copy, rows: copy.querySelector("tbody") ?? copy };
}

/** How many rows each choice would leave. */
function recount(all, fields) {
  for (const select of form.querySelectorAll("select:not([name=sort])")) {
    const counts = new Map();
    for (const one of all.filter((found) => has(found, fields, select.name)))
      for (const value of (one.element.getAttribute(`data-${select.name}`) ?? "").split(" ")) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const option of select.options) if (option.value) option.textContent = `${option.dataset.label} (${counts.get(option.value) ?? 0})`;
  }
}

function steps(total, fields, page) {
  const last = Math.ceil(total / ROWS);
  const nav = document.createElement("nav");
  nav.className = "bcb-years";
  nav.setAttribute("aria-label", "Pages of results");
  const list = nav.appendChild(document.createElement("ul"));
  for (let number = 1; last > 1 && number <= last; number++) {
    const link = document.createElement("a");
    link.textContent = `Page ${number}`;
    link.href = address(fields, number);
    if (number === page) link.setAttribute("aria-current", "page");
    list.appendChild(document.createElement("li")).append(link);
  }
  return last > 1 ? nav : "";
}

if (form) {
  const status = document.querySelector(".bcb-filter-count");
  const results = document.querySelector(".bcb-filter-results");
  const list = document.querySelector(".bcb-list");
  let loading;

  const show = async () => {
    const { fields, page } = asked();
    for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
    const isAsked = Object.values(fields).some(Boolean);
    results.hidden = !isAsked;
    list.hidden = isAsked;
    if (!isAsked) {
      status.textContent = "";
      if (loading) recount(await loading, fields);
      return;
    }
    const slow = setTimeout(() => (status.textContent = "Loading the list …"), 400);
    try {
      const all = await (loading ??= load());
      if (address(fields, page) !== (location.search || location.pathname)) return; // asked for something else meanwhile
      const found = all.filter((one) => has(one, fields)).sort((one, other) => (fields.sort ? 1 : -1) * one.day.localeCompare(other.day));
      const words = `${found.length.toLocaleString("en-GB")} of ${all.length.toLocaleString("en-GB")} ${form.dataset.nouns}`;
      recount(all, fields);
      results.replaceChildren();
      if (found.length) {
        const { copy, rows } = shell(found[0].source, words);
        rows.append(...found.slice((page - 1) * ROWS, page * ROWS).map((one) => one.element));
        results.append(copy, steps(found.length, fields, page));
      }
      status.textContent = `${words}. `;
      const clear = status.appendChild(document.createElement("a"));
      clear.href = location.pathname;
      clear.textContent = "Show all";
    } catch {
      loading = undefined;
      results.hidden = true;
      list.hidden = false;
      status.textContent = "The list could not be loaded. All of it is on the pages below.";
    } finally {
      clearTimeout(slow);
    }
  };

  const change = (page, isStep = true) => {
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    history[isStep ? "pushState" : "replaceState"](null, "", address(fields, page));
    show();
  };

  let typed;
  form.addEventListener("input", ({ target }) => {
    clearTimeout(typed);
    if (target.name === "words") typed = setTimeout(() => change(1, false), 300);
    else change(1);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typed);
    change(1);
  });
  results.addEventListener("click", (event) => {
    const link = event.target.closest(".bcb-years a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    show();
    form.scrollIntoView();
    results.querySelector("a")?.focus({ preventScroll: true });
  });
  addEventListener("popstate", show);
  show();
}
