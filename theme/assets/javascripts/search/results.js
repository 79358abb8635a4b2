// Results as elements: what was found, where, and the words in their context.

import { STOP, terms, tokens, plain } from "./words.js";

const AROUND = 90; // characters of context before the first word that was asked for
const LONGEST = 320;

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

export function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  const form = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return form.format(new Date(Date.UTC(year, month - 1, date)));
}

/** A result: a heading that leads to the passage, where it stands, and its words. */
export function result(passage, words, root) {
  const label = passage.label && passage.kind !== "Action" ? `, ${passage.label}` : "";
  const link = element("a", { href: new URL(passage.address, root).href }, `${passage.title}${label}`);
  const status = passage.status ? element("span", { class: "bcb-tag" }, passage.status) : null;
  const about = [passage.kind, passage.kind === "Action" ? "" : passage.heading, passage.day && dayInWords(passage.day)];
  return element(
    "li",
    { class: "bcb-result" },
    element("p", { class: "bcb-result-title" }, link, status ? " " : "", status),
    element("p", { class: "bcb-result-about" }, about.filter(Boolean).join(" · ")),
    element("p", { class: "bcb-result-words" }, ...excerpt(passage.text, words)),
  );
}

/** The part of a text where the words are nearest together, with each of them marked. */
export function excerpt(text, words) {
  const wanted = new Set(words.filter((word) => !STOP.has(word)).flatMap((word) => terms(word)));
  const found = [];
  for (const match of text.matchAll(/[£\p{L}\d][\p{L}\p{M}\p{Cf}\d'’.,%£-]*/gu)) {
    const made = tokens(plain(match[0])).flatMap((token) => terms(token));
    if (made.some((term) => wanted.has(term))) found.push([match.index, match.index + match[0].replace(/[.,'’-]+$/, "").length]);
  }
  const start = wordAt(text, best(found, text.length));
  const end = start + LONGEST < text.length ? text.lastIndexOf(" ", start + LONGEST) : text.length;
  const pieces = start > 0 ? ["… "] : [];
  let at = start;
  for (const [from, to] of found) {
    if (from < start || to > end) continue;
    pieces.push(text.slice(at, from), element("mark", {}, text.slice(from, to)));
    at = to;
  }
  pieces.push(text.slice(at, end), end < text.length ? " …" : "");
  return pieces;
}

/** Where the word begins that stands at a place of a text. */
function wordAt(text, at) {
  return at > 0 ? text.indexOf(" ", at) + 1 : 0;
}

/** Where to begin, so that most of the found words are seen. */
function best(found, length) {
  if (!found.length || length <= LONGEST) return 0;
  let most = -1;
  let start = 0;
  for (const [from] of found) {
    const seen = found.filter(([other, to]) => other >= from && to <= from + LONGEST - AROUND).length;
    if (seen > most) [most, start] = [seen, from];
  }
  return Math.max(0, Math.min(start - AROUND, length - LONGEST));
}
