// Finds passages. docs/search.md says how a word is read, and what each reading counts.

import { Files } from "./files.js";
import { nearest } from "./nearness.js";
import { namesIn, parse, termOf, wordsOf } from "./query.js";
import { rank, together, withAll } from "./ranking.js";
import { stem, tokens } from "./words.js";

const AT_ONCE = 64; // passages whose text is read at a time, to see whether a phrase stands in it,
const MOST_READ = 512; // at most,
const ENOUGH = 20; // or until it was found so often
const SPLIT = 0.9; // what a reading counts, of the word itself
const SYNONYM = 0.8;
const NEAR = 0.6;
const RELATED = 0.3;
const NAMED = 8; // records that a query names exactly, at most

export class Index extends Files {
  /**
   * The passages that answer a query, best first, as numbers with scores and how many of the `asked`
   * words they have; `said` are the words as they were typed. `named` are records that the query names
   * exactly, and `unmet` its date, where there is no meeting of it; `synonyms` and `related` say which words stood for
   * others, and `wanting` which the index lacks, each with the words nearest to it, of which the first was looked for.
   */
  async search(query) {
    await this.open();
    const parsed = parse(query);
    const [named, plain] = await Promise.all([this.named(query, parsed.date), this.words(parsed, bySaid(this.manifest.synonyms), false)]);
    let words = plain;
    let matches = rank(words, this.manifest.passages);
    if (!matches.whole && !parsed.phrases.length) {
      words = await this.words(parsed, await this.synonyms(), true);
      matches = rank(words, this.manifest.passages);
    }
    if (parsed.phrases.length) matches.list = withAll(matches.list, words.length);
    for (const phrase of parsed.phrases) matches = await this.withPhrase(matches, phrase);
    return {
      ...named,
      matches: matches.list,
      said: parsed.words,
      asked: words.length,
      wanting: words.filter((word) => word.wanting).map((word) => [word.shown, word.wanting]),
      synonyms: words.flatMap((word) => word.synonyms),
      related: words.flatMap((word) => word.related),
    };
  }

  /** Words that stand for others; without them a search still finds its own words. */
  synonyms() {
    return this.file("synonyms", (text) => bySaid(JSON.parse(text))).catch(() => new Map());
  }

  /** The words of a query with all that they can be read as. */
  words(parsed, synonyms, more) {
    return Promise.all(wordsOf(parsed, synonyms).map((word) => this.readings(word, more)));
  }

  /** A word as itself and as its synonyms; and where there is need of *more*, which costs more files, as other words. */
  async readings({ shown, terms, others, pairs, several }, more) {
    const [own, joined, meant] = await Promise.all([terms, more ? pairs : [], others.map(termOf)].map((list) => this.all(list)));
    const itself = several ? [own.length && own.every(Boolean) ? together(own) : null] : own;
    const readings = weighed([...itself, ...joined], 1);
    readings.push(...weighed(meant, SYNONYM));
    const word = { shown, readings, synonyms: others.filter((_, at) => meant[at]).map((other) => [shown, other]), related: [] };
    if (!more || readings.length) return word;
    readings.push(...weighed(several ? [] : await this.split(shown), SPLIT));
    if (readings.length) return word;
    const related = await this.relatedTo(terms);
    readings.push(...weighed(related, RELATED));
    if (readings.length) return { ...word, related: related.map((postings) => [shown, postings.word]) };
    const near = /[a-z]/.test(shown) ? await this.near(shown) : []; // a number is not misspelt
    // What was meant is looked for while it is asked whether it was.
    readings.push(...weighed(await this.all(near.slice(0, 1).map(stem)), NEAR));
    return { ...word, wanting: near };
  }

  /** A word that the index lacks, as two that it has: backlog as back log. */
  async split(word) {
    if (word.length < 6 || /[\d-]/.test(word)) return [];
    const cuts = [...word].map((_, at) => at).slice(2, -2);
    const firsts = await this.all(cuts.map((at) => stem(word.slice(0, at))));
    const found = cuts.flatMap((at, n) => (firsts[n] ? [[firsts[n], stem(word.slice(at))]] : []));
    const seconds = await this.all(found.map(([, second]) => second));
    const whole = found.flatMap(([first], n) => (seconds[n] ? [together([first, seconds[n]])] : []));
    return whole.filter((postings) => postings.of.size);
  }

  /** The postings of words related to some terms. */
  async relatedTo(terms) {
    const read = this.file("related", (text) => new Map(Object.entries(JSON.parse(text))));
    const related = await read.catch(() => new Map());
    return (await this.all(terms.flatMap((term) => related.get(term) ?? []))).filter(Boolean);
  }

  /** Words of the index that are near to one that it lacks. */
  async near(word) {
    const wanted = stem(word);
    const number = Math.max(0, this.piece(wanted));
    const pieces = [number - 1, number, number + 1].filter((n) => n >= 0 && n < this.manifest.terms.length);
    const lines = await Promise.all(pieces.map((n) => this.lines(n)));
    return nearest(lines.flat(), wanted, word);
  }

  /** The matches in which a phrase stands as it is, stop words too. It is looked for in the best, some at a time. */
  async withPhrase(matches, phrase) {
    const kept = [];
    const wanted = ` ${phrase.join(" ")} `;
    for (let from = 0; from < MOST_READ && kept.length < ENOUGH; from += AT_ONCE) {
      const list = matches.list.slice(from, from + AT_ONCE);
      const looked = await Promise.all(list.map(([number]) => this.passage(number)));
      for (const [at, passage] of looked.entries()) {
        const said = ` ${tokens(`${passage.title} ${passage.heading} ${passage.text}`).join(" ")} `;
        if (said.includes(wanted)) kept.push(list[at]);
      }
    }
    return { list: kept, whole: kept.length };
  }

  /**
   * The records that a query names exactly: an action's number, a notice, a paragraph, a date, and of each name the
   * latest first; and its date, where there is no meeting of it.
   */
  async named(query, date) {
    const names = namesIn(query, date);
    const found = await this.all([...names, ...(date ? [date.name] : [])].map((name) => `=${name}`));
    const unmet = date && !found.at(-1) ? date.shown : null;
    const numbers = found.slice(0, names.length).flatMap((postings) => (postings ? [...postings.of.keys()].reverse() : []));
    return { named: [...new Set(numbers)].slice(0, NAMED), unmet };
  }
}

/** What else to look for, by what was said; the files have together what has the same. */
function bySaid(groups) {
  return new Map(groups.flatMap(([said, meant]) => said.map((each) => [each, meant])));
}

/** Those postings that there are, as readings that count so much. */
function weighed(found, weight) {
  return found.filter(Boolean).map((postings) => ({ postings, weight }));
}
