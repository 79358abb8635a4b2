// What somebody typed, as words, phrases and exact references.

import { STOP, stem, terms, tokens } from "./words.js";

const MONTHS =
  "january february march april may june july august september october november december".split(" ");

export function parse(query) {
  const phrases = [];
  const rest = query.replace(/[“”"]([^“”"]+)[“”"]/g, (_, words) => {
    phrases.push(tokens(words));
    return ` ${words} `;
  });
  const said = tokens(rest);
  return { said, words: [...new Set(said)], phrases: phrases.filter((phrase) => phrase.length) };
}

/**
 * The words of a query that say something: each with its terms, the terms of it joined with its neighbours, and the
 * texts that `synonyms` has for it. Several words that have synonyms as they stand together count as one.
 */
export function wordsOf(parsed, synonyms) {
  const groups = wordGroups(parsed.said, synonyms);
  const grouped = new Set(groups.flatMap((group) => group.tokens));
  const kept = parsed.words.filter((word) => !STOP.has(word) && !grouped.has(word));
  const words = kept.map((token, at) => {
    const pairs = [kept[at - 1] && kept[at - 1] + token, kept[at + 1] && token + kept[at + 1]];
    const others = synonyms.get(stems(token)) ?? [];
    return { shown: token, terms: terms(token), others, pairs: pairs.filter(Boolean).map(stem) };
  });
  for (const { tokens: said, key } of groups) {
    words.push({ shown: said.join(" "), terms: saying(said), others: synonyms.get(key), pairs: [], several: true });
  }
  return words;
}

/** Several words of a query, two to six, that have synonyms as they stand together: break in, old people. */
function wordGroups(said, synonyms) {
  const groups = [];
  for (let at = 0; at < said.length; at++) {
    for (let count = Math.min(6, said.length - at); count > 1; count--) {
      const key = said.slice(at, at + count).map(stems).join(" ");
      if (!synonyms.has(key)) continue;
      groups.push({ key, tokens: said.slice(at, at + count) });
      at += count - 1;
      break;
    }
  }
  return groups;
}

/** A word as the table of synonyms has it. */
const stems = (token) => token.split("-").map((part) => stem(part.replaceAll("'", ""))).join(" ");

/** The terms of those of some tokens that say something by themselves. */
const saying = (said) => said.filter((token) => !STOP.has(token)).flatMap(terms);

/** The term under which the index has a synonym: that of its word, or of several words their own. */
export function termOf(synonym) {
  const made = saying(tokens(synonym));
  return made.length > 1 ? `~${synonym}` : made[0];
}

/** The exact references that a query may be, as the index writes them. */
export function namesIn(query) {
  const said = query.trim().toLowerCase().replace(/\s+/g, " ");
  const names = [said];
  const label = said.match(/^(?:action |item |paragraph )?(?:no\.? )?(\d{1,3}(?:\.\d{1,3})*)\b/)?.[1];
  // A number with other words after it is no action: “7 Force collaboration”. One of three parts is a paragraph.
  const alone = /^(?:action |item |paragraph )?(?:no\.? )?[\d.]+$/.test(said) || said.startsWith("action ");
  if (label && alone) names.push(label, ...(label.includes(".") ? [] : [`${label}.0`]));
  if (/^(?:item |paragraph )?\d{1,3}(?:\.\d{1,3})+$/.test(said) || /^\d+\.\d+\.\d+ /.test(said)) names.push(`¶${label}`);
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(said)) + 1;
  const year = said.match(/\b((?:19|20)\d\d)\b/)?.[1];
  if (month && year) {
    const short = `${year}-${String(month).padStart(2, "0")}`;
    const day = said.match(/(?<![.\d])(\d{1,2})(?:st|nd|rd|th)?(?: of)? (?=[a-z])/)?.[1];
    if (day) names.push(`${short}-${day.padStart(2, "0")}`);
    const place = label !== day || /^(?:item|paragraph)/.test(said) ? label : ""; // and not the day itself
    if (place) names.push(day ? `${place}@${short}-${day.padStart(2, "0")}` : `${place}@${short}`);
  }
  const numeric = said.match(/\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b/);
  if (numeric) names.push(`${numeric[3]}-${numeric[2].padStart(2, "0")}-${numeric[1].padStart(2, "0")}`);
  return [...new Set(names)];
}
