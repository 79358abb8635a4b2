// The Porter stemmer, after M. F. Porter, An algorithm for suffix stripping (Program 14, 1980).

const isVowel = (word, at) =>
  "aeiou".includes(word[at]) || (word[at] === "y" && at > 0 && !isVowel(word, at - 1));

/** How often vowels are followed by consonants. */
function measure(word) {
  let count = 0;
  for (let at = 1; at < word.length; at++) {
    if (isVowel(word, at - 1) && !isVowel(word, at)) count++;
  }
  return count;
}

const hasVowel = (word) => [...word].some((_, at) => isVowel(word, at));

const endsDouble = (word) =>
  word.length > 1 && word.at(-1) === word.at(-2) && !isVowel(word, word.length - 1);

function endsShort(word) {
  const last = word.length - 1;
  return (
    last >= 2 &&
    !isVowel(word, last) &&
    isVowel(word, last - 1) &&
    !isVowel(word, last - 2) &&
    !"wxy".includes(word[last])
  );
}

const STEP_2 = [
  ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"], ["abli", "able"],
  ["alli", "al"], ["entli", "ent"], ["eli", "e"], ["ousli", "ous"], ["ization", "ize"], ["ation", "ate"],
  ["ator", "ate"], ["alism", "al"], ["iveness", "ive"], ["fulness", "ful"], ["ousness", "ous"], ["aliti", "al"],
  ["iviti", "ive"], ["biliti", "ble"],
];
const STEP_3 = [
  ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"], ["ful", ""], ["ness", ""],
];
const STEP_4 = [
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
  "iti", "ous", "ive", "ize",
];

/** Of several endings the longest counts, whether its condition holds or not. */
function longest(word, endings) {
  return endings
    .filter((ending) => word.endsWith(ending) && word.length > ending.length)
    .sort((a, b) => b.length - a.length)[0];
}

function replaceEnding(word, table) {
  const ending = longest(word, table.map(([from]) => from));
  if (ending === undefined) return word;
  const before = word.slice(0, -ending.length);
  return measure(before) > 0 ? before + table.find(([from]) => from === ending)[1] : word;
}

function plural(word) {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function past(word) {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ["ed", "ing"].find((end) => word.endsWith(end) && hasVowel(word.slice(0, -end.length)));
  if (!ending) return word;
  const before = word.slice(0, -ending.length);
  if (/(?:at|bl|iz)$/.test(before)) return `${before}e`;
  if (endsDouble(before) && !"lsz".includes(before.at(-1))) return before.slice(0, -1);
  return measure(before) === 1 && endsShort(before) ? `${before}e` : before;
}

function cut(word) {
  const ending = longest(word, STEP_4);
  if (ending === undefined) return word;
  const before = word.slice(0, -ending.length);
  if (measure(before) < 2) return word;
  return ending === "ion" && !/[st]$/.test(before) ? word : before;
}

function last(word) {
  let kept = word;
  if (kept.endsWith("e")) {
    const before = kept.slice(0, -1);
    if (measure(before) > 1 || (measure(before) === 1 && !endsShort(before))) kept = before;
  }
  return measure(kept) > 1 && endsDouble(kept) && kept.endsWith("l") ? kept.slice(0, -1) : kept;
}

export function porter(word) {
  let kept = past(plural(word));
  if (kept.endsWith("y") && hasVowel(kept.slice(0, -1))) kept = `${kept.slice(0, -1)}i`;
  kept = replaceEnding(replaceEnding(kept, STEP_2), STEP_3);
  return last(cut(kept));
}
