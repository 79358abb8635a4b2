// The records that a query names exactly, as people write them: a paragraph, an item, an action, a notice, a day.

import { dateIn } from "./dates.js";
import { STOP, bare, tokens } from "./words.js";

const OF_MEETINGS = new Set("agenda agendas board meeting meetings minute minutes paper papers".split(" "));
const NUMBER = "(\\d{1,3}(?:\\.\\d{1,3})*)\\.?(?:\\([a-z]+\\))?";
const PLACE = NUMBER.replace("(\\d{1,3}", "((?:[a-z]{1,3}/?)?\\d{1,3}(?:/\\d{1,4})?"); // also WB/19 and 39/20
// agenda item 8, para. 6.4.2, paper no. 11.2, § 5, ¶5.4, item 39/20
const PLACED = new RegExp(
  `(?:\\b(?:agenda\\s+)?(item|para(?:graph)?|minute|point|section|paper|report|action|no)s?\\b\\.?|[§¶])\\s*(?:(?:no|number)\\b\\.?\\s*)?${PLACE}(?![\\d/%-])`,
  "i",
);
const FIRST = new RegExp(`^(?:(?:no|number)\\.?\\s*)?${NUMBER}(?=\\s|$)`, "i"); // 5.4 October 2021
const DOTTED = /(?<![£\d.,/])(\d{1,3}(?:\.\d{1,3}){1,3})(?![\d%/.]|\s?(?:%|k\b|m\b|bn\b|per\s?cent|million|billion|thousand))/i; // minutes 6.4.2
const NOTICE = /\b((?:[a-z]+[ -]+)?[a-z]+)[ /-]+((?:19|20)\d\d)[ /-]+(\d{1,4})\b/i; // EXAMPLE 2000 001
const OF_NOTICE = /^(?:decision(?: notice)?|notice)\s+/i;

/**
 * What a query names: the `names` that the index may have for it, those that say most first; its `date`, if it has one;
 * the `number` of a place in it with the `word` before it; and the `rest`, without number and word.
 */
export function referencesIn(query) {
  const said = query.trim().replace(/\s+/g, " ");
  const { number, word, rest } = placeIn(said);
  const date = dated(number ? rest : said);
  const whole = bare(said.replace(OF_NOTICE, ""));
  const names = [bare(said), whole, whole.replace(/[ /]+/g, "-"), ...noticesIn(said)];
  if (number) names.push(...placesOf(number, word, date, said));
  if (date && (date.day || (!number && only(date)))) names.push(date.name);
  const other = number && !number.includes(".") && dateIn(said); // item 5 February 2022: the item, or the day
  if (other && other.day === number && !date?.day) names.push(other.name);
  return { names: [...new Set(names)], date, number, word, rest };
}

/** The number of a place in a query, the word for its kind, and what else is asked for. */
function placeIn(said) {
  const placed = said.match(PLACED);
  if (placed) return { number: placed[2].toLowerCase(), word: (placed[1] ?? "").toLowerCase(), rest: without(said, placed) };
  const date = dateIn(said);
  const first = said.match(FIRST);
  if (first && first[1] !== date?.day && (date || first[0].length === said.length || first[1].split(".").length > 2)) {
    return { number: first[1], word: "", rest: without(said, first) };
  }
  const outside = date ? `${date.before} ${date.after}` : said;
  const dotted = outside.match(DOTTED);
  if (!dotted) return { rest: said };
  return { number: dotted[1], word: "", rest: said.replace(dotted[1], " ").trim() };
}

const without = (said, match) => `${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`.trim();

/** The names of a numbered place, or of an action. */
function placesOf(number, word, date, said) {
  const names = [];
  if (date && word === "paper") names.push(`paper ${number}@${date.name}`);
  if (date && word !== "action") names.push(`${number}@${date.name}`);
  if (word === "paper") names.push(`paper ${number}`);
  const alone = said === number || /^no\b/i.test(said);
  if (word === "action" || alone || word === "no") names.push(number, ...(number.includes(".") ? [] : [`${number}.0`]));
  const isPlace = word && word !== "action" && word !== "no";
  if (!date && (isPlace || number.split(".").length > 2 || alone)) names.push(`¶${number}`);
  return names;
}

/** The references of decision notices that a query may have, with hyphens, however it is written. */
function noticesIn(said) {
  const match = said.replace(OF_NOTICE, "").match(NOTICE);
  if (!match) return [];
  const letters = match[1].toLowerCase().split(/[ -]+/);
  return letters.map((_, at) => [...letters.slice(at), match[2], match[3]].join("-"));
}

/** The date of a query. A year is one where nothing else is asked for, and not in “2000 officers”. */
function dated(query) {
  const date = dateIn(query);
  return date?.name.length === 4 && !only(date) ? null : date;
}

/** Whether a query asks for nothing but what there is of its date. */
function only(date) {
  return tokens(`${date.before} ${date.after}`).every((word) => STOP.has(word) || OF_MEETINGS.has(word));
}
