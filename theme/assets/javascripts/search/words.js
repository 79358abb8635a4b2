// Words as the index knows them: the same as search/words.py does when the index is made.
// docs/search.md says why; a test holds the two together.

import { porter } from "./porter.js";

const QUOTES = { "‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-" };
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };
const UNIT = /(\d)\s?(million|billion|thousand|per\s?cent|percent|%)(?![a-z])|(£[\d,.]*\d) (k|m|bn)\b/gi; // £1.5 million, 12 per cent
const SHORT = { million: "m", billion: "bn", thousand: "k" };
const ZEROS = { k: 3, m: 6, bn: 9 };
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
  [/^officer/, "offiser"],
  [/^commissioner/, "comissioner"],
  [/^communicat/, "comunicat"],
  [/^executive/, "exekutive"],
  [/^news$/, "newz"],
];

export const STOP = new Set(
  (
    "a about after again all also an and any anybody anyone anything are aren't as at be because been before " +
    "but by came can can't come comes could couldn't did didn't do does doesn't doing don't done ever everyone for from " +
    "get gets getting go goes going gone got had has hasn't have haven't he her here him his how i i'd i'm " +
    "i've if in into is isn't it it's its just keep keeps know let like make makes many me more much my need " +
    "needs never no nobody not now of on one or our out over really said say says shall she should shouldn't " +
    "so some somebody someone something still such tell than that that's the their them then there there's " +
    "these they thing things think this those to told too under up us very want wants was wasn't way we we're " +
    "we've went were what what's when where which who why will with won't would wouldn't you your "
  ).trim().split(" "),
);

const UNSEEN = /[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;

export function plain(text) {
  return text
    .replace(UNSEEN, "")
    .replace(/[‘’`´–—‑‐]/g, (mark) => QUOTES[mark])
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßæœøłđðþħı]/g, (letter) => LETTERS[letter]);
}

/** A text with each unit that is written out after a number as its sign: £1.5m, 12%. */
export function withShortUnits(text) {
  return text.replace(UNIT, (_, digit, unit, amount, sign) => (sign ? amount + sign : digit + (SHORT[unit.toLowerCase()] ?? "%")));
}

/** The words, numbers and amounts of a text, in order, as they stand in it. */
export function tokens(text) {
  return plain(withShortUnits(text)).match(TOKEN) ?? [];
}

const isNumber = (token) => /^[\d£]/.test(token);

/** A token as a phrase has it: a compound in its parts, an amount in the one way of writing it. */
export function spoken(token) {
  return isNumber(token) ? [amount(token)[0]] : parts(token);
}

/** The words of a compound: under-spend, cop26; a simple word is its only one. */
export function parts(token) {
  const numbered = token.match(/^([a-z]+)(\d+)$/);
  return numbered ? numbered.slice(1) : token.split("-");
}

/** The terms of a number: in full with its sign, in full without, and its digits as they stand. */
export function amount(token) {
  const number = token.replaceAll(",", "");
  const match = number.match(/^(£?)(\d+)(?:\.(\d+))?(%|k|m|bn)?$/);
  if (!match || !(match[1] || match[4])) return [number];
  const [, sign, whole, decimals = "", unit = ""] = match;
  const zeros = ZEROS[unit] ?? 0;
  const shifted = decimals.padEnd(zeros, "0");
  const rest = shifted.slice(zeros).replace(/0+$/, "");
  const full = (whole + shifted.slice(0, zeros)).replace(/^0+(?=\d)/, "") + (rest && `.${rest}`);
  return [`${sign}${full}${unit === "%" ? unit : ""}`, full, decimals ? `${whole}.${decimals}` : whole];
}

/** The words in a token, as they are written: of a compound its parts, and they as one; of a number none. */
export function forms(token) {
  if (isNumber(token)) return [];
  const words = parts(token).map((part) => part.replace(/'s$/, "").replaceAll("'", ""));
  return words.length > 1 ? [...words, words.join("")] : words;
}

/** A name or a question in small letters, without the small words at its beginning and the mark at its end. */
export function bare(name) {
  const words = name.toLowerCase().trim().replace(/[?!.]+$/, "").trim().split(/\s+/);
  return words.slice(Math.max(0, words.findIndex((word) => !STOP.has(word)))).join(" ");
}

/** The terms of a token: one, or of a compound or an amount several. */
export function terms(token) {
  return [...new Set(isNumber(token) ? amount(token) : forms(token).map(stem))];
}

/** The stem of a word in its one spelling. */
export function stem(word) {
  return porter(spelt(word));
}

/** A word in its one spelling. */
export function spelt(word) {
  return SPELLINGS.reduce((made, [pattern, instead]) => made.replace(pattern, instead), word);
}
