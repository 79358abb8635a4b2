// Words that are nearly the same: what somebody may have meant.

/** Of the lines of files of terms the words nearest to a word or its stem, the best first, three at most. */
export function nearest(lines, wanted, said) {
  const found = [];
  for (const line of lines) {
    const term = line.slice(2, line.indexOf('"', 2));
    if (term[0] !== wanted[0] || Math.abs(term.length - wanted.length) > 2) continue;
    const [, frequency, shown] = JSON.parse(line);
    const steps = Math.min(distance(term, wanted), distance(shown || term, said)); // kinfe is not knife without its e
    if (steps > 0 && steps <= (wanted.length > 5 ? 2 : 1)) {
      found.push({ steps, frequency, word: shown || term });
    }
  }
  found.sort((a, b) => a.steps - b.steps || b.frequency - a.frequency);
  return found.slice(0, 3).map((each) => each.word);
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
