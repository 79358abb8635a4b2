// What stands above the results: which words stood for others, and what may have been meant.

import { element } from "./results.js";

/** How many results there are, and how many of the matches have all the words. */
export function countsOf(found, matches, count, missing) {
  if (!count) return found.common.length ? "These words are too common to look for." : "Nothing was found.";
  const whole = matches.filter(([, , covered]) => covered === found.asked).length;
  const have = whole === 1 ? "1 passage has" : `${whole.toLocaleString("en-GB")} passages have`;
  const parts = [count === 1 ? "1 result." : `${count.toLocaleString("en-GB")} results.`];
  if (found.said.length > 1 && whole && !found.strict) parts.push(`${have} all the words.`);
  if (found.asked > 1 && !whole && !found.named.length) parts.push("No passage has all the words.");
  if (missing) parts.push(`${missing} could not be loaded; try again.`);
  return parts.join(" ");
}

/** Lines about what was found; a proposal, when it is pressed, calls `replace` with some text and what it is to be. */
export function hintsOn(found, count, narrowed, replace) {
  const lines = [
    found.unmet ? `No record here is of a meeting of ${found.unmet}.` : "",
    ...grouped(found.synonyms).map(([word, others]) => `For “${word}”, also: ${others}.`),
    ...grouped(found.related).map(([word, others]) => `Related to “${word}”: ${others}.`),
  ];
  const paragraphs = lines.filter(Boolean).map((line) => element("p", {}, line));
  for (const phrase of found.absent) {
    const words = proposal("Look for the words instead", () => replace(`"${phrase}"`, phrase));
    paragraphs.push(element("p", {}, `No passage has “${phrase}” as it stands. `, words));
  }
  for (const [word, near] of found.wanting) {
    const links = near.map((other) => proposal(other, () => replace(word, other)));
    const meant = links.length ? [" Did you mean ", ...between(links, ", "), "?"] : [];
    paragraphs.push(element("p", {}, `No record has “${word}”.`, ...meant));
  }
  if (!count) paragraphs.push(element("p", {}, adviceOn(found, narrowed)));
  return paragraphs;
}

function proposal(text, pressed) {
  const button = element("button", { type: "button", class: "bcb-plain" }, text);
  button.addEventListener("click", pressed);
  return button;
}

/** What to do where nothing was found. */
function adviceOn({ common }, narrowed) {
  if (common.length) return "Add a word that says what it is about, or put the words in quotation marks to find them as they stand.";
  if (narrowed) return "Take a filter away, or try other words. You can also browse the lists below.";
  return "No record says that in these words. Try fewer or other words. You can also browse the lists below.";
}

/** For each word the others that are looked for too, each once. */
function grouped(pairs) {
  const found = new Map();
  for (const [word, other] of pairs) found.set(word, (found.get(word) ?? new Set()).add(`“${other}”`));
  return [...found].map(([word, others]) => [word, [...others].join(", ")]);
}

const between = (items, text) => items.flatMap((item, at) => (at ? [text, item] : [item]));
