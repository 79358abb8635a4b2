// Words as the index knows them: the same as search/words.py does when the index is made.
// docs/search.md says why; a test holds the two together.

import { porter } from "./porter.js";

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
    .replace(/[\u0300-\u036f]/g, "");
}

/** The words, numbers and amounts of a text, in order, as they stand in it. */
export function tokens(text) {
  return plain(text).match(TOKEN) ?? [];
}

/** A name or a question in small letters, without the small words at its beginning and the mark at its end. */
export function bare(name) {
  const words = name.toLowerCase().trim().replace(/[?!.]+$/, "").split(/\s+/);
  return words.slice(Math.max(0, words.findIndex((word) => !STOP.has(word)))).join(" ");
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
