// Which passages answer best. docs/search.md says how they are ranked.

const OTHERS = 0.3; // what further readings of a word count in a passage, of themselves

/** Scores: the rarity of each word times its impact, and more where more of the words stand together. */
export function rank(words, count) {
  const scores = new Map();
  for (const { readings } of words) {
    for (const [passage, score] of scored(readings, count)) {
      const known = scores.get(passage);
      if (known) {
        known[0] += score;
        known[1] += 1;
      } else scores.set(passage, [score, 1]);
    }
  }
  const list = [...scores].map(([passage, [score, covered]]) => {
    const share = covered / words.length;
    return [passage, score * (1 + 2 * share * share), covered];
  });
  list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { list, whole: list.filter(([, , covered]) => covered === words.length).length };
}

/** What a word says of each passage: the best of its readings, and a part of what the others say. */
function scored(readings, count) {
  const scores = new Map();
  for (const { postings, weight } of readings) {
    const rarity = Math.log(1 + (count - postings.frequency + 0.5) / (postings.frequency + 0.5));
    for (const [passage, impact] of postings.of) {
      const score = (weight * rarity * impact) / 31;
      const known = scores.get(passage);
      if (known) {
        known[0] = Math.max(known[0], score);
        known[1] += score;
      } else scores.set(passage, [score, score]);
    }
  }
  for (const [passage, [best, all]] of scores) scores.set(passage, best + OTHERS * (all - best));
  return scores;
}

/** Postings of several terms as of one: where all of them stand. */
export function together(all) {
  const of = new Map();
  for (const [passage, impact] of all[0].of) {
    const impacts = [impact, ...all.slice(1).map((postings) => postings.of.get(passage))];
    if (impacts.every(Boolean)) of.set(passage, Math.min(...impacts));
  }
  const frequency = Math.max(1, of.size);
  return { frequency, word: all.map((postings) => postings.word).join(" "), of };
}

/** Those that have all the words, where there are any: a phrase stands in no others. */
export function withAll(list, words) {
  const whole = list.filter(([, , covered]) => covered === words);
  return whole.length ? whole : list;
}
