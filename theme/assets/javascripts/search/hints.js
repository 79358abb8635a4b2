// What stands above the results: which words stood for others, and what may have been meant.

import { element } from "./results.js";

/** How many results there are, and how many of the matches have all the words. */
export function countsOf(found, matches, count, missing) {
  if (!count) return "Nothing was found.";
  const whole = matches.filter(([, , covered]) => covered === found.asked).length;
  const have = whole === 1 ? "1 passage has" : `${whole.toLocaleString("en-GB")} passages have`;
  const parts = [count === 1 ? "1 result." : `${count.toLocaleString("en-GB")} results.`];
  if (found.said.length > 1 && whole && !found.strict) parts.push(`${have} all the words.`);
  if (found.asked > 1 && !whole && !found.named.length) parts.push("No passage has all the words.");
  if (missing) parts.push(`${missing} could not be loaded; try again.`);
  return parts.join(" ");
}

/** Lines about what was found; a proposal, when it is pressed, calls `replace` with the word and what it is to be. */
export function hintsOn(found, count, replace) {
  const synonyms = grouped(found.synonyms).map(([word, others]) => `For “${word}”, also: ${others}.`);
  const related = grouped(found.related).map(([word, others]) => `Related to “${word}”: ${others}.`);
  const unmet = found.unmet ? [`No record here is of a meeting of ${found.unmet}.`] : [];
  const paragraphs = [...unmet, ...synonyms, ...related].map((line) => element("p", {}, line));
  for (const [word, near] of found.wanting) {
    const links = near.map((other) => element("button", { type: "button", class: "bcb-plain" }, other));
    links.forEach((link, at) => link.addEventListener("click", () => replace(word, near[at])));
    const meant = links.length ? [" Did you mean ", ...between(links, ", "), "?"] : [];
    paragraphs.push(element("p", {}, `No record has “${word}”.`, ...meant));
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
