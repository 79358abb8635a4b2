// Which passages answer best. docs/search.md says how they are ranked.

const OTHERS = 0.3; // what further readings of a word count in a passage, of themselves
const WHOLE = 0.85; // how much of a word a passage must have to have it
const FEW = 3; // words; of a longer question a passage has all rather by chance than by what it says

/**
 * Passages with scores, and how many of the words they have, the best first; of few words those that have all come
 * before the others. A score is the rarity of each word times
 * its impact, and more where more of the words stand together. What is `beside` the words, as neighbours that stand
 * together, adds to the scores of passages that have any of them.
 */
export function rank(words, beside, count) {
  const scores = new Map();
  for (const { readings } of words) {
    for (const [passage, [score, cover]] of scored(readings, count)) {
      const known = scores.get(passage) ?? [0, 0, 0];
      scores.set(passage, [known[0] + score, known[1] + cover, known[2] + (cover >= WHOLE ? 1 : 0)]);
    }
  }
  for (const reading of beside) {
    for (const [passage, [score]] of scored([reading], count)) {
      const known = scores.get(passage);
      if (known) known[0] += score;
    }
  }
  const list = [...scores].map(([passage, [score, cover, covered]]) => {
    const share = cover / words.length;
    return [passage, score * (1 + 1.5 * share * share), covered];
  });
  const all = ([, , covered]) => covered === words.length;
  list.sort((one, other) => (words.length <= FEW ? all(other) - all(one) : 0) || other[1] - one[1] || one[0] - other[0]);
  return { list, whole: list.filter(all).length };
}

/** How often a term is expected: the rarer, the more it says. */
const rarity = (frequency, count) => Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));

/** What a word says of each passage: the best of its readings, and a part of what the others say; and what it covers. */
function scored(readings, count) {
  const scores = new Map();
  for (const { postings, weight, cover } of readings) {
    const rare = rarity(postings.frequency, count);
    for (const [passage, impact] of postings.of) {
      const score = (weight * rare * impact) / 31;
      const known = scores.get(passage);
      if (known) {
        known[0] = Math.max(known[0], score);
        known[1] += score;
        known[2] = Math.max(known[2], cover);
      } else scores.set(passage, [score, score, cover]);
    }
  }
  for (const [passage, [best, all, cover]] of scores) {
    scores.set(passage, [best + OTHERS * (all - best), cover]);
  }
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

/** How many matches at the beginning have all the words, where these come first and others follow; else none. */
export function wholeFirst(list, words) {
  const rest = list.findIndex(([, , covered]) => covered !== words);
  return words > 1 && words <= FEW && rest > 0 ? rest : 0;
}

/** Those that have all the words, where there are any. */
export function withAll(list, words) {
  const whole = list.filter(([, , covered]) => covered === words);
  return whole.length ? whole : list;
}
