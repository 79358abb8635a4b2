// Runs while the search page is being read, so that nothing on it moves when the search starts: what is said where
// it cannot start is hidden, and room is kept for results. A page that was opened as a file has no search.

const search = document.querySelector("#bcb-search");

if (location.protocol !== "file:") {
  search.classList.add("bcb-on");
  search.classList.toggle("bcb-asked", Boolean(new URLSearchParams(location.search).get("q")?.trim()));
  addEventListener("error", ({ target }) => target.localName === "script" && search.classList.remove("bcb-on", "bcb-asked"), true);
}
