// Words that stand beside one another, from the index of pairs: docs/search.md says how it is written.

import { STOP } from "./words.js";

const ROOM = 2 ** 20; // more than a passage has words

/** In which passages some words stand one after the other, stop words too: a map to how often. `words` are two or more. */
export async function phrase(files, words) {
  const pairs = words.slice(1).map((word, at) => ({ offset: at, pair: `${words[at]} ${word}` }));
  const read = pairs.filter(({ offset }) => !isSpared(words, offset));
  const found = await Promise.all(read.map(({ pair }) => files.places(pair)));
  if (!found.every(Boolean)) return new Map();
  const starts = found.map(({ passages, places }, n) => passages.map((passage, at) => passage * ROOM + places[at] - read[n].offset));
  const [fewest, ...others] = starts.sort((one, other) => one.length - other.length);
  const sets = others.map((each) => new Set(each));
  const counts = new Map();
  for (const start of fewest) {
    if (!sets.every((set) => set.has(start))) continue;
    const passage = Math.floor(start / ROOM);
    counts.set(passage, (counts.get(passage) ?? 0) + 1);
  }
  return counts;
}

/** Whether a pair need not be read: “of the” in “head of the service” is long, and the pairs beside it have both words. */
function isSpared(words, at) {
  const inside = at > 0 && at < words.length - 2;
  return inside && STOP.has(words[at]) && STOP.has(words[at + 1]) && !(STOP.has(words[at - 1]) && at > 1);
}

/** What is said by that some words stand together so often: postings as of a term. */
export function asPostings(counts, shown) {
  const of = new Map([...counts].map(([passage, count]) => [passage, Math.round((31 * count) / (count + 1))]));
  return { frequency: Math.max(1, of.size), word: shown, of };
}
