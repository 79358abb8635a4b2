// What somebody typed, as words and phrases, with what is to be left out.

import { STOP, amount, bare, forms, parts, spoken, stem, terms, tokens } from "./words.js";

const PHRASE = /(-?)[“”"]([^“”"]+)[“”"]/g;
const HELD = "\u0001"; // stands before the number of a phrase that was taken out
const EITHER = new RegExp(`[^\\s]+(?:\\s+OR\\s+[^\\s]+)+`, "g");
const LEFT_OUT = /(^|\s)-([\p{L}\d£][^\s]*)/gu;

/**
 * The `said` words of a query in order, its `phrases`, what is `left` out, words or phrases, and the groups of which
 * any will do, `either`. A phrase and a word of those two is a list of words as a phrase has them.
 */
export function parse(query) {
  const phrases = [];
  const left = [];
  const either = [];
  let rest = query.replace(PHRASE, (_, not, words) => {
    const said = phraseWords(words);
    if (!said.length) return " ";
    if (not) left.push(said);
    else phrases.push(said);
    return not ? " " : ` ${HELD}${phrases.length - 1} `;
  });
  const held = (chunk) => (chunk[0] === HELD ? phrases[chunk.slice(1)] : phraseWords(chunk));
  const used = new Set();
  rest = rest.replace(EITHER, (group) => {
    const chunks = group.split(/\s+OR\s+/);
    either.push(chunks.map(held).filter((each) => each.length));
    for (const chunk of chunks) used.add(chunk);
    return " ";
  });
  rest = rest.replace(LEFT_OUT, (_, before, word) => {
    left.push(phraseWords(word));
    return before;
  });
  rest = rest.replace(new RegExp(`${HELD}\\d+`, "g"), " ");
  const asked = phrases.filter((_, at) => !used.has(HELD + at));
  return { said: tokens(rest), phrases: asked, left: left.filter((each) => each.length), either };
}

/** A text as phrases have it, its words in order. */
export function phraseWords(text) {
  return tokens(text).flatMap(spoken);
}

/**
 * The words of `said` that say something, each as a unit: how it is `shown`, its `tokens`, the terms of it joined with
 * its neighbours, and the texts that `synonyms` has for it. Several words that are a name, or that have synonyms as
 * they stand together, are one unit; a word of a date has no synonyms.
 */
export function unitsOf(said, synonyms, names, ofDate) {
  const groups = groupsIn(said, synonyms, names);
  const at = new Map(groups.flatMap((group) => group.tokens.map((_, n) => [group.at + n, n ? null : group])));
  const units = said.flatMap((token, place) => {
    if (at.has(place)) return at.get(place) ? [ofGroup(at.get(place), synonyms)] : [];
    if (STOP.has(token)) return [];
    const others = ofDate.has(token) ? [] : synonyms.get(stems(token)) ?? []; // March is no demonstration
    return [{ shown: token, tokens: [token], others, joined: joinedWith(said, place) }];
  });
  return [...new Map(units.map((unit) => [unit.shown, unit])).values()];
}

function ofGroup({ tokens: said, key, isName }, synonyms) {
  return { shown: said.join(" "), tokens: said, others: (isName ? null : synonyms.get(key)) ?? [], joined: [], isName, several: true };
}

/** The terms of a word joined with its neighbours: under spend as underspend. */
function joinedWith(said, at) {
  const [before, after] = [said[at - 1], said[at + 1]];
  const pairs = [before && !STOP.has(before) && before + said[at], after && !STOP.has(after) && said[at] + after];
  return pairs.filter((pair) => pair && /^[a-z0-9]+$/.test(pair)).map(stem);
}

/** Several words of a query, six at most, that are a name or have synonyms as they stand together: break in, old people. */
function groupsIn(said, synonyms, names) {
  const groups = [];
  for (let at = 0; at < said.length; at++) {
    for (let count = Math.min(6, said.length - at); count > 1; count--) {
      const taken = said.slice(at, at + count);
      const isName = names.has(bare(taken.join(" "))) && !STOP.has(taken[0]);
      const key = taken.map(stems).join(" ");
      if (!isName && !synonyms.has(key)) continue;
      groups.push({ at, key, tokens: taken, isName });
      at += count - 1;
      break;
    }
  }
  return groups;
}

/** A word as the table of synonyms has it. */
const stems = (token) => token.split("-").map((part) => stem(part.replaceAll("'", ""))).join(" ");

/** The terms of those of some tokens that say something by themselves. */
export const saying = (said) => said.filter((token) => !STOP.has(token)).flatMap(terms);

/** The term under which the index has a synonym: that of its word, or of several words their own. */
export function termOf(synonym) {
  const made = saying(tokens(synonym));
  return made.length > 1 ? `~${synonym}` : made[0];
}

/**
 * What says exactly what a token says: `alike`, terms of which any does, and of a compound its parts as they stand
 * together; and `less`, its parts, or a number without its unit.
 */
export function exactly(token) {
  if (/^[\d£]/.test(token)) {
    const [full, ...less] = amount(token);
    return full[0] === "£" ? { alike: [full, less[0]], less } : { alike: [full], less };
  }
  const words = forms(token);
  if (words.length === 1) return { alike: [stem(words[0])], less: [] };
  const telling = parts(token).filter((part) => part.length > 1 && !STOP.has(part));
  return { alike: [stem(words.at(-1))], parts: parts(token), less: telling };
}

/** Each two words of `said` that follow one another, with the small words between them, as a phrase has them. */
export function neighboursIn(said) {
  const at = [...said.keys()].filter((place) => !STOP.has(said[place]));
  return at.slice(1).map((place, n) => said.slice(at[n], place + 1).flatMap(spoken));
}
