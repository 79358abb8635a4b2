// Words that are nearly the same: what somebody may have meant.

/** Of words, the most frequent first, those nearest to one as it was written: the best first, three at most. */
export function nearest(words, said) {
  const most = said.length > 8 ? 2 : said.length > 4 ? 1 : 0;
  const found = [];
  for (const word of words) {
    if (Math.abs(word.length - said.length) > most) continue;
    const steps = distance(word, said);
    if (steps > 0 && steps <= most) found.push({ word, steps: steps + (word[0] === said[0] ? 0 : 1) });
  }
  found.sort((one, other) => one.steps - other.steps); // stays in order of frequency otherwise
  return found.slice(0, 3).map(({ word }) => word);
}

/** How many letters must change to make one word of the other; two letters changing places count as one. */
function distance(one, other) {
  const rows = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[1][j] + 1, row[j - 1] + 1, rows[1][j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], rows[0][j - 2] + 1);
      }
    }
    rows[0] = rows[1];
    rows[1] = row;
  }
  return rows[1][other.length];
}
