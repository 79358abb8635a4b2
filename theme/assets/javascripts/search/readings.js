// What each word of a query can be read as. docs/search.md says what each reading counts.

import { byForm } from "./forms.js";
import { asPostings, phrase } from "./phrases.js";
import { exactly, saying, termOf } from "./query.js";
import { together } from "./ranking.js";
import { nearest } from "./spelling.js";
import { STOP, forms, stem, terms } from "./words.js";

const SPLIT = 0.9; // what a reading counts, of the word itself
const SYNONYM = 0.8;
const BESIDES = 0.5; // a synonym, where passages have all the words themselves
const LESS = 0.5;
const MISSPELT = 0.6;
const RELATED = 0.3;
const LIKE_IT = 0.9; // how much of a word a passage has that has what stands for it
const SAYS_IT = 0.7;
const PART_OF_IT = 0.3;
const FIRST_SYNONYMS = 3; // of a word that the records have

/**
 * A unit of a query with its readings, each with postings, `weight` and how much of the word it `cover`s; and what is
 * to be said of it: `synonyms` and `related` that were used, the words nearest to it if it is `wanting`.
 */
export async function readUnit(files, unit, more) {
  const count = files.manifest.passages;
  const word = { ...unit, readings: [], synonyms: [], related: [] };
  const others = more ? unit.others : unit.others.slice(0, FIRST_SYNONYMS);
  const [own, joined, meant] = await Promise.all([
    itself(files, unit, count),
    more ? files.all(unit.joined) : [],
    files.all(others.map(termOf)),
  ]);
  word.readings.push(...own, ...weighed(joined, 1, 1), ...weighed(meant, more ? SYNONYM : BESIDES, more ? 1 : SAYS_IT));
  word.synonyms = others.filter((_, at) => meant[at]).map((other) => [unit.shown, other]);
  const found = word.readings.some(({ cover }) => cover > PART_OF_IT);
  return found || !more ? word : guessed(files, word);
}

/** The readings of a unit as itself. */
async function itself(files, unit, count) {
  if (unit.isName) return named(files, unit);
  if (unit.several) {
    const own = await files.all(saying(unit.tokens));
    return own.length && own.every(Boolean) ? weighed([together(own)], 1, 1) : [];
  }
  const [token] = unit.tokens;
  const { alike, parts, less } = exactly(token);
  const [found, counts] = await Promise.all([files.all(alike), parts ? phrase(files, parts) : new Map()]);
  const written = parts ? null : forms(token)[0];
  const readings = found.filter(Boolean).flatMap((each) => byForm(each, written ?? each.word, count));
  if (counts.size) readings.push(...weighed([asPostings(counts, token)], 1, 1));
  return readings.length ? readings : partly(files, less, count);
}

/** The readings of a part of a word, in the form that it has. */
async function partly(files, words, count) {
  const found = await files.all(words.map(stem));
  const readings = found.flatMap((each, at) => (each ? byForm(each, words[at], count) : []));
  return readings.map((reading) => ({ ...reading, weight: LESS * reading.weight, cover: PART_OF_IT }));
}

/** A name as it stands, and with less its last word, as records have of people: Mr Dean. */
async function named(files, unit) {
  const last = unit.tokens.at(-1);
  const [counts, [surname]] = await Promise.all([phrase(files, unit.tokens), files.all([stem(last)])]);
  return [...weighed(counts.size ? [asPostings(counts, unit.shown)] : [], 1, 1), ...weighed([surname], LESS, LIKE_IT)];
}

/** What a word may stand for that the records do not have: two words, related ones, or the nearest. */
async function guessed(files, word) {
  if (word.several) return word;
  if (!/^[a-z']+$/.test(word.shown)) return { ...word, wanting: [] }; // a number or a compound is not guessed at
  word.readings.push(...weighed(await split(files, word.shown), SPLIT, LIKE_IT));
  if (word.readings.some(({ cover }) => cover > PART_OF_IT)) return word;
  const related = await relatedTo(files, terms(word.shown));
  word.readings.push(...weighed(related, RELATED, LIKE_IT));
  if (related.length) return { ...word, related: related.map((postings) => [word.shown, postings.word]) };
  const near = await spelled(files, word.shown);
  // What was meant is looked for while it is asked whether it was.
  word.readings.push(...weighed(await files.all(near.slice(0, 1).map(stem)), MISSPELT, LIKE_IT));
  return { ...word, wanting: near };
}

/** A word that the index lacks, as two that it has: backlog as back log. */
async function split(files, word) {
  if (word.length < 6) return [];
  const cuts = [...word].map((_, at) => at).slice(2, -2).filter((at) => !STOP.has(word.slice(0, at)) && !STOP.has(word.slice(at)));
  const firsts = await files.all(cuts.map((at) => stem(word.slice(0, at))));
  const found = cuts.flatMap((at, n) => (firsts[n] ? [at] : []));
  const pairs = await Promise.all(found.map((at) => phrase(files, [word.slice(0, at), word.slice(at)])));
  return pairs.filter((counts) => counts.size).map((counts) => asPostings(counts, word));
}

/** The postings of words related to some terms. */
async function relatedTo(files, wanted) {
  const read = files.file("related", (text) => new Map(Object.entries(JSON.parse(text))));
  const related = await read.catch(() => new Map());
  return (await files.all(wanted.flatMap((term) => related.get(term) ?? []))).filter(Boolean);
}

/** Words of the index that are near to one that it lacks. */
async function spelled(files, word) {
  return nearest(await files.table("spellings").catch(() => []), word);
}

/** Those postings that there are, as readings. */
function weighed(found, weight, cover) {
  return found.filter(Boolean).map((postings) => ({ postings, weight, cover }));
}
