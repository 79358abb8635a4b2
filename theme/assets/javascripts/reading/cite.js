// To choose a paragraph's number is to cite it: what to copy appears under the paragraph. Without this the number
// is a link to the paragraph, and the end of the page says how to cite.

const card = document.querySelector(".bcb-cite[data-words]");

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function cite(link) {
  const place = link.dataset.place ?? link.textContent.trim();
  const address = new URL(link.hash, card.dataset.address || location.href).href;
  const words = `${card.dataset.words}, ${place}, version ${card.dataset.version}. ${address}`;
  const told = make("span", { role: "status" });
  const said = printed(link);
  const panel = make(
    "div",
    { class: "bcb-cite", role: "group", "aria-label": `Cite ${place}` },
    make("p", { class: "bcb-cite-words" }, words),
    make(
      "div",
      { class: "bcb-cite-buttons" },
      button("Copy citation", () => copy(words, told)),
      ...(said ? [button("Copy words and citation", () => copy(`“${said}”\n${words}`, told))] : []),
      button("Copy address", () => copy(address, told)),
      button("Close", () => {
        panel.remove();
        link.focus();
      }),
      told,
    ),
  );
  document.querySelector(".bcb-cite[role=group]")?.remove();
  const heading = link.closest(".bcb-heading");
  if (heading) heading.after(panel);
  else link.closest(".bcb-passage").querySelector(".bcb-text").append(panel);
}

/** The words of a paragraph, without what the site adds to them. */
function printed(link) {
  const text = link.closest(".bcb-passage")?.querySelector(".bcb-text")?.cloneNode(true);
  text?.querySelectorAll(".bcb-cite, .bcb-outcome, .bcb-raised, .bcb-paper, .bcb-corrected, .bcb-unseen").forEach((added) => added.remove());
  return text?.textContent.replace(/\s+/g, " ").trim();
}

function button(words, act) {
  const made = make("button", { type: "button", class: "bcb-button" }, words);
  made.addEventListener("click", act);
  return made;
}

async function copy(words, told) {
  try {
    await navigator.clipboard.writeText(words);
    told.textContent = "Copied";
  } catch {
    told.textContent = "Select the words and copy them";
  }
}

if (card) {
  document.querySelector(".bcb-body")?.addEventListener("click", (event) => {
    const link = event.target.closest("a.bcb-number, a.bcb-permalink");
    if (link) cite(link);
  });
}
