// Words as the index knows them: the same as search/words.py does when the index is made.
// docs/search.md says why; a test holds the two together.

const QUOTES = { "‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-" };
const TOKEN =
  /£?\d[\d,]*(?:\.\d+)*(?:%|(?:k|m|bn)\b)?|[a-z0-9]+(?:'[a-z]+)*(?:-[a-z0-9]+(?:'[a-z]+)*)*/g;
const SPELLINGS = [
  [/(?<=[a-z]{2})iz(?=e|ing|ation|er)/g, "is"],
  [/(?<=[a-z]{2})yz(?=e|ing)/g, "ys"],
  [/(?<=[a-z]{3})our(?=s?$|ed$|ing$|al$|able$|ful$|ite$|hood)/g, "or"],
  [/^centre/, "center"],
  [/^programme/, "program"],
  [/(?<=[a-z]{3})ence(?=s?$)/g, "ense"],
  [/^enquir/, "inquir"],
  [/^cheque/, "check"],
  [/^tyre/, "tire"],
  [/^judgem/, "judgm"],
];

export const STOP = new Set(
  (
    "a about after again all also an and any anybody anyone anything are aren't as at be because been before " +
    "but by came can can't come comes could couldn't did didn't do does doesn't don't ever everyone for from " +
    "get gets getting go goes going gone got had has hasn't have haven't he her here him his how i i'd i'm " +
    "i've if in into is isn't it it's its just keep keeps know let like make makes many me more much my need " +
    "needs never no nobody not now of on one or our out over really said say says shall she should shouldn't " +
    "so some somebody someone something still such tell than that that's the their them then there there's " +
    "these they thing things think this those to told too under up us very want wants was wasn't way we we're " +
    "we've went were what what's when where which who why will with won't would wouldn't you your "
  ).trim().split(" "),
);

export function plain(text) {
  return text
    .replace(/[‘’`´–—‑‐]/g, (mark) => QUOTES[mark])
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
}

/** The words, numbers and amounts of a text, in order, as they stand in it. */
export function tokens(text) {
  return plain(text).match(TOKEN) ?? [];
}

/** The terms of a token: one, or of a hyphenated word or an amount several. */
export function terms(token) {
  if (/^[\d£]/.test(token)) {
    const number = token.replaceAll(",", "");
    return [...new Set([number, number.replace(/[^\d.]+/g, "")])];
  }
  const parts = token.split("-").map((part) => part.replace(/'s$/, "").replaceAll("'", ""));
  const made = parts.map(stem);
  if (parts.length > 1) made.push(stem(parts.join("")));
  return [...new Set(made)];
}

/** The stem of a word in its one spelling. */
export function stem(word) {
  return porter(SPELLINGS.reduce((spelt, [pattern, instead]) => spelt.replace(pattern, instead), word));
}

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
