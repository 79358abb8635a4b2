// The forms of a word: what was typed counts more than what has the same stem.

import { spelt } from "./words.js";

const PLURAL = 0.95; // what a passage with another form counts, of one with the form as it was typed
const INFLECTED = 0.85;
const DERIVED = 0.6;
const OTHER_WORD = 0.4; // and where the archive has the two as different words
const ENDINGS = new Set(["", "s", "es", "'s", "e", "ed", "d", "ing", "y", "ies", "ied", "ying"]);
const PLURALS = new Set(["", "s", "es", "y", "ies", "e"]);

/** The postings of a term by how near their forms are to a word: readings with weights, and whether they are that word. */
export function byForm(postings, word, count) {
  const { forms, masks, of } = postings;
  if (!masks) return [reading(postings, of, forms.length ? likeness(word, forms[0]) : 1, true)];
  const same = forms.map((form) => spelt(form) === spelt(word));
  const having = forms.map((_, at) => [...masks.values()].filter((mask) => mask & (1 << at)).length);
  const own = same.indexOf(true);
  const kinds = forms.map((form, at) => {
    const like = likeness(word, form);
    const other = like === DERIVED && own >= 0 && isOther(masks, own, at, having, count);
    return { like: other ? OTHER_WORD : like, covers: !other };
  });
  const groups = new Map();
  for (const [passage, impact] of of) {
    const { like, covers } = best(kinds, masks.get(passage));
    if (!groups.has(like)) groups.set(like, { covers, of: new Map() });
    groups.get(like).of.set(passage, impact);
  }
  return [...groups].map(([like, group]) => reading(postings, group.of, like, group.covers));
}

const reading = (postings, of, weight, covers) => ({ postings: { ...postings, of }, weight, cover: covers ? 1 : 0 });

/** How like the form of a passage is that is most like the word; bits without a form are of rare ones. */
function best(kinds, mask) {
  const had = kinds.filter((_, at) => mask & (1 << at));
  if (!had.length) return { like: DERIVED, covers: true };
  return had.reduce((one, other) => (other.like > one.like ? other : one));
}

/** What a form counts of another: 1 where they are spelt alike, less for another number or tense, and for others. */
export function likeness(word, form) {
  const [one, other] = [spelt(word), spelt(form)];
  if (one === other) return 1;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const ends = [one.slice(at), other.slice(at)];
  if (ends.every((end) => PLURALS.has(end))) return PLURAL;
  const doubled = ends.map((end) => (at && end[0] === one[at - 1] ? end.slice(1) : end)); // stop, stopped
  return [ends, doubled].some((pair) => pair.every((end) => ENDINGS.has(end))) ? INFLECTED : DERIVED;
}

/**
 * Whether two forms are different words, as the archive has them: forms of one word stand in the same passages far
 * more often than chance would have them there. Few passages show nothing.
 */
function isOther(masks, one, other, having, count) {
  const chance = (having[one] * having[other]) / count;
  const both = (1 << one) | (1 << other);
  const together = [...masks.values()].filter((mask) => (mask & both) === both).length;
  return chance >= 0.5 && together < Math.min(3 * chance, having[one] / 2, having[other] / 2);
}
