// The day, the month or the year that a query names, as people write it.

const MONTHS =
  "January February March April May June July August September October November December".split(" ");
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|Sept)\\.?`;
const YEAR = "((?:19|20)\\d\\d)";
const DAY = "(?<![.\\d])(\\d{1,2})(?:st|nd|rd|th)?";
const FORMS = [
  [`${DAY}(?: of)? ${MONTH},? ${YEAR}`, "day month year"],
  [`\\b${MONTH} ${DAY},? ${YEAR}`, "month day year"],
  [`\\b${YEAR}-(\\d\\d)-(\\d\\d)`, "year month day"],
  [`(?<![./\\d])(\\d{1,2})[/.](\\d{1,2})[/.]${YEAR}`, "day month year"],
  [`\\b${MONTH},? ${YEAR}`, "month year"],
  [`(?<![-./£\\d])${YEAR}`, "year"],
].map(([form, names]) => [new RegExp(`${form}(?![-./]?\\d)`, "i"), names.split(" ")]);

/**
 * The first date of a query: its `name` as the index has it (2022-02-10, 2022-02, 2022), how it is `shown` (10 February
 * 2022), its `day` as it is written, and the query `before` and `after` it. Null if there is none.
 */
export function dateIn(query) {
  for (const [form, names] of FORMS) {
    const match = query.match(form);
    if (!match) continue;
    const said = Object.fromEntries(names.map((name, at) => [name, match[at + 1]]));
    const { day = "", month: named = "", year } = said;
    const month = Number(named) || 1 + MONTHS.findIndex((name) => named && name.slice(0, 3).toLowerCase() === named.slice(0, 3).toLowerCase());
    if (month > 12 || Number(day) > 31) continue;
    return {
      day,
      name: [year, month, day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-"),
      shown: [Number(day), MONTHS[month - 1], year].filter(Boolean).join(" "),
      before: query.slice(0, match.index),
      after: query.slice(match.index + match[0].length),
    };
  }
  return null;
}
