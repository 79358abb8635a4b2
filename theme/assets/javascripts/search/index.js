// Finds passages. docs/search.md says how a query is read, and what each reading counts.

import { Files } from "./files.js";
import { asPostings, phrase } from "./phrases.js";
import { neighboursIn, parse, saying, unitsOf } from "./query.js";
import { rank } from "./ranking.js";
import { readUnit } from "./readings.js";
import { byForm } from "./forms.js";
import { referencesIn } from "./references.js";
import { STOP, tokens } from "./words.js";

const NAMED = 8; // records that a query names exactly, at most
const BESIDE = 0.8; // what two words beside one another count, of a word that stands as often
const MOST_PAIRS = 5;

export class Index extends Files {
  /**
   * What answers a query: `matches`, best first, as numbers of passages with scores and how many of the `asked` words
   * they have; `said`, the words as they were typed; `named`, records that it names exactly, and `unmet`, its date,
   * where there is no meeting of it; `synonyms` and `related`, which say what words stood for others; `wanting`, the
   * words that the index lacks, each with those nearest to it; `absent`, phrases that no passage has; `common`, words
   * that are not looked for by themselves; and `strict`, whether phrases or words left out hold for every match.
   */
  async search(query) {
    await this.open();
    const parsed = parse(query);
    const reference = parsed.phrases.length || parsed.either.length ? null : referencesIn(query);
    const named = await this.named(reference);
    const said = wordsWithout(parsed, reference, named);
    const [required, left, words] = await Promise.all([
      Promise.all([...parsed.phrases.map((each) => [each]), ...parsed.either].map((group) => this.anyOf(group))),
      Promise.all(parsed.left.map((each) => this.anyOf([each]))),
      this.ranked(said, reference?.date),
    ]);
    const matches = restricted(words, required, left, this.manifest.passages);
    const asked = words.units.length + required.length;
    return {
      ...named,
      matches,
      asked,
      said: [...said, ...parsed.phrases.flat(), ...parsed.either.flat(2)],
      wanting: words.units.filter((word) => word.wanting).map((word) => [word.shown, word.wanting]),
      synonyms: words.units.flatMap((word) => word.synonyms),
      related: words.units.flatMap((word) => word.related),
      absent: parsed.phrases.filter((_, at) => !required[at].readings[0].postings.of.size).map((each) => each.join(" ")),
      common: asked || named.named.length ? [] : tokens(query).filter((token) => STOP.has(token)),
      strict: required.length > 0,
    };
  }

  /** The words of a query with their readings, ranked. */
  async ranked(said, date) {
    if (!said.length) return { units: [], list: [] };
    const synonyms = await this.synonyms();
    const units = unitsOf(said, synonyms, new Set(this.manifest.names), new Set(date ? tokens(date.shown) : []));
    const beside = this.beside(said);
    const count = this.manifest.passages;
    let words = await Promise.all(units.map((unit) => readUnit(this, unit, false)));
    let found = rank(words, await beside, count);
    if (units.length && !found.whole) {
      words = await Promise.all(units.map((unit) => readUnit(this, unit, true)));
      found = rank(words, await beside, count);
    }
    return { units: words, list: found.list };
  }

  /** Words that follow one another in a query, as they stand together in passages. */
  async beside(said) {
    const pairs = neighboursIn(said).slice(0, MOST_PAIRS);
    const found = await Promise.all(pairs.map((words) => phrase(this, words).catch(() => new Map())));
    return found.filter((counts) => counts.size).map((counts) => ({ postings: asPostings(counts, ""), weight: BESIDE, cover: 0 }));
  }

  /** Words or phrases of which a passage must have one: as a word of the query. */
  async anyOf(group) {
    const readings = await Promise.all(group.map((words) => (words.length > 1 ? this.exactPhrase(words) : this.exactWord(words[0]))));
    return { readings: readings.flat() };
  }

  async exactPhrase(words) {
    return [{ postings: asPostings(await phrase(this, words), words.join(" ")), weight: 1, cover: 1 }];
  }

  /** A word as it is written, and in no other form. */
  async exactWord(word) {
    const [postings] = await this.all(saying([word]));
    const none = { postings: { frequency: 1, word, of: new Map() }, weight: 1, cover: 1 };
    return postings ? [byForm(postings, word, this.manifest.passages).find(({ weight }) => weight === 1) ?? none] : [none];
  }

  /** What stands for words of the records; without it a search still finds its own words. */
  synonyms() {
    return this.file("synonyms", (text) => bySaid(JSON.parse(text))).catch(() => new Map());
  }

  /** The records that a reference names, and of each name the latest first; and its date, where there is no meeting of it. */
  async named(reference) {
    if (!reference) return { named: [], unmet: null };
    const { names, date } = reference;
    const found = await this.all([...names, ...(date ? [date.name] : [])].map((name) => `=${name}`));
    const numbers = found.slice(0, names.length).flatMap((postings) => (postings ? [...postings.of.keys()].reverse() : []));
    return { named: [...new Set(numbers)].slice(0, NAMED), unmet: date && !found.at(-1) ? date.shown : null };
  }
}

/** The words that are looked for: of a reference that led somewhere not its number, and of no other the word before it. */
function wordsWithout(parsed, reference, { named }) {
  if (!reference?.number) return parsed.said;
  const rest = parse(reference.rest).said;
  const { date } = reference;
  if (named.length) return date ? parse(`${date.before} ${date.after}`).said : rest;
  return [...rest, ...tokens(reference.number)];
}

/** The matches of some words that have all that is required, and nothing of what is left out. */
function restricted({ units, list }, required, left, count) {
  if (!required.length && !left.length) return list;
  const out = new Set(left.flatMap(({ readings }) => readings.flatMap(({ postings }) => [...postings.of.keys()])));
  if (!required.length) return list.filter(([passage]) => !out.has(passage));
  const scores = new Map(list.map(([passage, score, covered]) => [passage, [score, covered]]));
  const all = rank(required, [], count).list.filter(([passage, , covered]) => covered === required.length && !out.has(passage));
  const matches = all.map(([passage, score, covered]) => {
    const [more, others] = scores.get(passage) ?? [0, 0];
    return [passage, score + more, covered + others];
  });
  return matches.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}

/** What else to look for, by what was said; the files have together what has the same. */
function bySaid(groups) {
  return new Map(groups.flatMap(([said, meant]) => said.map((each) => [each, meant])));
}
