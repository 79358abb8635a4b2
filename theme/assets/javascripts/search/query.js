// What somebody typed, as words, phrases and exact references.

import { dateIn } from "./dates.js";
import { STOP, bare, stem, terms, tokens } from "./words.js";

const OF_MEETINGS = new Set("agenda agendas board meeting meetings minutes papers".split(" "));

/** The words of a query, those that are a phrase, and the date in it, whose words are those of its long form. */
export function parse(query) {
  const phrases = [];
  const rest = query.replace(/[“”"]([^“”"]+)[“”"]/g, (_, words) => {
    phrases.push(tokens(words));
    return ` ${words} `;
  });
  const date = phrases.length ? null : dated(rest); // a phrase is looked for as it stands
  const said = tokens(date ? `${date.before} ${date.shown} ${date.after}` : rest);
  return { said, words: [...new Set(said)], phrases: phrases.filter((phrase) => phrase.length), date };
}

/**
 * The words of a query that say something: each with its terms, the terms of it joined with its neighbours, and the
 * texts that `synonyms` has for it. Several words that have synonyms as they stand together count as one.
 */
export function wordsOf(parsed, synonyms) {
  const groups = wordGroups(parsed.said, synonyms);
  const ofDate = new Set(parsed.date ? tokens(parsed.date.shown) : []);
  const grouped = new Set(groups.flatMap((group) => group.tokens));
  const kept = parsed.words.filter((word) => !STOP.has(word) && !grouped.has(word));
  const words = kept.map((token, at) => {
    const pairs = [kept[at - 1] && kept[at - 1] + token, kept[at + 1] && token + kept[at + 1]];
    const others = (ofDate.has(token) ? null : synonyms.get(stems(token))) ?? []; // March is no demonstration
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

/** The exact references that a query may be, as the index writes them, and those that say most first. */
export function namesIn(query, date) {
  const said = query.trim().toLowerCase().replace(/\s+/g, " ");
  const names = [bare(said)];
  const label = said.match(/^(?:action |item |paragraph )?(?:no\.? )?(\d{1,3}(?:\.\d{1,3})*)\b/)?.[1];
  const ofDay = label === date?.day && !/^(?:item|paragraph)/.test(said); // the number is that of the day
  if (date && label && !ofDay) names.push(`${label}@${date.name}`);
  // A number with other words after it is no action: “7 Force collaboration”. One of three parts is a paragraph.
  const alone = said.startsWith("action ") || (!date && /^(?:no\.? )?[\d.]+$/.test(said));
  if (label && alone && !ofDay) names.push(label, ...(label.includes(".") ? [] : [`${label}.0`]));
  if (/^(?:(?:item |paragraph )\d{1,3}|\d{1,3}\.)(?:\.?\d{1,3})*$/.test(said) || /^\d+\.\d+\.\d+ /.test(said)) names.push(`¶${label}`);
  if (date && (date.day || only(date))) names.push(date.name);
  return [...new Set(names)];
}

/** The date of a query. A year is one where nothing else is asked for, and not in “2000 officers”. */
function dated(query) {
  const date = dateIn(query);
  return date?.name.length === 4 && !only(date) ? null : date;
}

/** Whether a query asks for nothing but what there is of its date. */
function only(date) {
  return tokens(`${date.before} ${date.after}`).every((word) => STOP.has(word) || OF_MEETINGS.has(word));
}
