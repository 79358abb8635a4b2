// Reads the index, and finds passages in it. docs/search.md describes the files.

import { STOP, stem, terms, tokens } from "./words.js";

const FORMAT = 2;
const AT_ONCE = 64; // passages whose text is read at a time, to see whether a phrase stands in it,
const MOST_READ = 512; // at most,
const ENOUGH = 20; // or until it was found so often
const RELATED = 0.3; // what a related word counts, of the word itself
const SYNONYM = 0.8;
const NEAR = 0.6; // what a word counts that is nearly the one that was asked for
const MONTHS =
  "january february march april may june july august september october november december".split(" ");

export class Index {
  /** @param base the address of the folder with the index */
  constructor(base) {
    this.base = base;
    this.files = new Map();
    this.cut = new Map();
  }

  /** What a file holds, unpacked; it is asked for once. A server may have unpacked it already. */
  file(name) {
    if (!this.files.has(name)) {
      // Two builds have files of the same names; what a browser kept of the other one must not be mixed in.
      const build = this.manifest ? `?${this.manifest.build}` : "";
      const read = fetch(new URL(name + build, this.base)).then(async (answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
        return new Response(stream).text();
      });
      read.catch(() => this.files.delete(name)); // so that it can be tried again
      this.files.set(name, read);
    }
    return this.files.get(name);
  }

  async open() {
    this.manifest ??= JSON.parse(await this.file("index.json"));
    if (this.manifest.format !== FORMAT) throw new Error("The index is of another version.");
  }

  /** The number of the file that has a term, if it is anywhere. */
  piece(term) {
    const firsts = this.manifest.terms;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The lines of a file of terms; cut once, as each word looks for its own. */
  async lines(number) {
    if (!this.cut.has(number)) this.cut.set(number, (await this.file(`terms-${number}.bin`)).split("\n"));
    return this.cut.get(number);
  }

  /** The frequency and the postings of a term: a map from passage to impact. */
  async postings(term) {
    const number = this.piece(term);
    if (number < 0) return null;
    const start = `[${JSON.stringify(term)},`;
    const line = (await this.lines(number)).find((each) => each.startsWith(start));
    if (!line) return null;
    const [, frequency, word, impacts, ...steps] = JSON.parse(line);
    const of = new Map();
    let passage = 0;
    for (let at = 0; at < steps.length; at++) {
      passage += steps[at];
      const digit = impacts.charCodeAt(at); // 0 to 9, a to v
      of.set(passage, digit - (digit < 58 ? 48 : 87));
    }
    return { frequency, word: word || term, of };
  }

  async passage(number) {
    const { texts } = this.manifest;
    const group = JSON.parse(await this.file(`texts-${Math.floor(number / texts)}.bin`));
    const [address, kind, title, heading, label, day, status, text] = group[number % texts];
    return { number, address, kind, title, heading, label, day, status, text };
  }

  async filters() {
    this.filtersRead ??= JSON.parse(await this.file("filters.bin"));
    return this.filtersRead;
  }

  /** Words of the index that are near to one that it lacks. */
  async near(word) {
    const wanted = stem(word);
    const number = Math.max(0, this.piece(wanted));
    const pieces = [number - 1, number, number + 1].filter((n) => n >= 0 && n < this.manifest.terms.length);
    const found = [];
    for (const lines of await Promise.all(pieces.map((n) => this.lines(n)))) {
      for (const line of lines) {
        const term = line.slice(2, line.indexOf('"', 2));
        if (term[0] !== wanted[0] || Math.abs(term.length - wanted.length) > 2) continue;
        const steps = distance(term, wanted);
        if (steps > 0 && steps <= (wanted.length > 5 ? 2 : 1)) {
          const [, frequency, shown] = JSON.parse(line);
          found.push({ steps, frequency, word: shown || term });
        }
      }
    }
    found.sort((a, b) => a.steps - b.steps || b.frequency - a.frequency);
    return found.slice(0, 3).map((each) => each.word);
  }

  /**
   * The passages that answer a query, best first, as numbers with scores.
   * `named` are records that the query names exactly; `expanded` says which words stood for others.
   */
  async search(query) {
    await this.open();
    const parsed = parse(query);
    const [named, plain] = await Promise.all([
      this.named(query),
      this.words(parsed, bySaid(this.manifest.synonyms), false),
    ]);
    let words = plain;
    let matches = rank(words, this.manifest.passages);
    if (!matches.whole && !parsed.phrases.length) {
      words = await this.words(parsed, await this.synonyms(), true);
      matches = rank(words, this.manifest.passages);
    }
    if (parsed.phrases.length) matches.list = withAll(matches.list, words.length);
    for (const phrase of parsed.phrases) matches = await this.withPhrase(matches, phrase);
    return {
      named,
      matches: matches.list,
      whole: matches.whole,
      wanting: words.filter((word) => word.wanting).map((word) => word.shown),
      synonyms: words.flatMap((word) => word.synonyms),
      words,
    };
  }

  /** The same with related words; only for queries whose words nowhere stand together. */
  async searchRelated(result) {
    const table = JSON.parse(await this.file("related.bin"));
    const used = [];
    const words = await Promise.all(
      result.words.map(async (word) => {
        const others = word.terms.flatMap((term) => table[term] ?? []);
        const found = await Promise.all(others.map((term) => this.postings(term)));
        const readings = found.filter(Boolean).map((postings) => ({ postings, weight: RELATED }));
        used.push(...readings.map((reading) => [word.shown, reading.postings.word]));
        return { ...word, readings: [...word.readings, ...readings] };
      }),
    );
    const matches = rank(words, this.manifest.passages);
    return { ...result, matches: matches.list, whole: matches.whole, related: used, words };
  }

  /** Words that stand for others; without them a search still finds its own words. */
  async synonyms() {
    if (this.synonymsRead) return this.synonymsRead;
    try {
      this.synonymsRead = bySaid(JSON.parse(await this.file("synonyms.bin")));
      return this.synonymsRead;
    } catch {
      return {};
    }
  }

  /**
   * Each word of a query with what it can be read as: itself, or its synonyms; and where there is need of *more*, joined
   * with its neighbour, split, or a word near to it, which costs more files.
   */
  async words(parsed, synonyms, more) {
    const groups = wordGroups(parsed.said, synonyms);
    const grouped = new Set(groups.flatMap((group) => group.tokens));
    const kept = parsed.words.filter((word) => !STOP.has(word) && !grouped.has(word));
    const words = kept.map((token, at) => {
      const pairs = [kept[at - 1] && kept[at - 1] + token, kept[at + 1] && token + kept[at + 1]];
      return {
        shown: token,
        terms: terms(token),
        others: synonyms[stems(token)] ?? [],
        pairs: more ? pairs.filter(Boolean).map(stem) : [],
      };
    });
    for (const { tokens: said, key } of groups) {
      const made = said.filter((token) => !STOP.has(token)).flatMap(terms);
      words.push({ shown: said.join(" "), terms: made, others: synonyms[key], pairs: [], together: true });
    }
    return Promise.all(words.map((word) => this.readings(word, more)));
  }

  async readings(word, more) {
    const { shown, others, pairs } = word;
    const find = (list) => Promise.all(list.map((term) => this.postings(term)));
    let [own, joined] = await Promise.all([find(word.terms), find(pairs)]);
    if (word.together) own = own.length && own.every(Boolean) ? [together(own)] : [];
    const readings = [...own, ...joined].filter(Boolean).map((postings) => ({ postings, weight: 1 }));
    if (more && !own.some(Boolean) && !word.together) readings.push(...(await this.split(shown)));
    const synonyms = [];
    const meant = others.map((other) => tokens(other).filter((token) => !STOP.has(token)).flatMap(terms));
    for (const [at, all] of (await Promise.all(meant.map(find))).entries()) {
      if (all.length && all.every(Boolean)) {
        readings.push({ postings: together(all), weight: SYNONYM });
        synonyms.push([shown, others[at]]);
      }
    }
    const wanting = more && !readings.length;
    if (wanting) {
      const [near] = await this.near(shown); // what was meant is looked for while it is asked whether it was
      const postings = near && (await this.postings(stem(near)));
      if (postings) readings.push({ postings, weight: NEAR });
    }
    return { shown, terms: word.terms, readings, synonyms, wanting };
  }

  /** A word that the index lacks, as two that it has: backlog as back log. */
  async split(word) {
    if (word.length < 6 || /[\d-]/.test(word)) return [];
    const cuts = [...word].map((_, at) => at).slice(2, -2);
    const halves = await Promise.all(
      cuts.map((at) => Promise.all([word.slice(0, at), word.slice(at)].map((half) => this.postings(stem(half))))),
    );
    const whole = halves.filter((pair) => pair.every(Boolean)).map(together);
    return whole.filter((postings) => postings.of.size).map((postings) => ({ postings, weight: 0.9 }));
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

  /** The records that a query names exactly: a date, an action's number, a notice, a paragraph of a month. */
  async named(query) {
    const names = namesIn(query);
    const found = await Promise.all(names.map((name) => this.postings(`=${name}`)));
    const numbers = new Set(found.filter(Boolean).flatMap((postings) => [...postings.of.keys()]));
    return [...numbers].reverse().slice(0, 8); // the latest first
  }
}

/** What else to look for, by what was said; the files have together what has the same. */
function bySaid(groups) {
  return Object.fromEntries(groups.flatMap(([said, meant]) => said.map((each) => [each, meant])));
}

/** Several words of a query, two to six, that have synonyms as they stand together: break in, old people. */
function wordGroups(said, synonyms) {
  const groups = [];
  for (let at = 0; at < said.length; at++) {
    for (let count = Math.min(6, said.length - at); count > 1; count--) {
      const key = said.slice(at, at + count).map(stems).join(" ");
      if (!synonyms[key]) continue;
      groups.push({ key, tokens: said.slice(at, at + count) });
      at += count - 1;
      break;
    }
  }
  return groups;
}

/** A word as the table of synonyms has it. */
const stems = (token) => token.split("-").map((part) => stem(part.replaceAll("'", ""))).join(" ");

/** Postings of several terms as of one: where all of them stand. */
function together(all) {
  const of = new Map();
  for (const [passage, impact] of all[0].of) {
    const impacts = [impact, ...all.slice(1).map((postings) => postings.of.get(passage))];
    if (impacts.every(Boolean)) of.set(passage, Math.min(...impacts));
  }
  const frequency = Math.max(1, of.size);
  return { frequency, word: all.map((postings) => postings.word).join(" "), of };
}

/** Scores: the rarity of each word times its impact, and more where more of the words stand together. */
function rank(words, count) {
  const scores = new Map();
  for (const { readings } of words) {
    const best = new Map();
    for (const { postings, weight } of readings) {
      const rarity = Math.log(1 + (count - postings.frequency + 0.5) / (postings.frequency + 0.5));
      for (const [passage, impact] of postings.of) {
        const score = (weight * rarity * impact) / 31;
        if (score > (best.get(passage) ?? 0)) best.set(passage, score);
      }
    }
    for (const [passage, score] of best) {
      const known = scores.get(passage);
      if (known) {
        known[0] += score;
        known[1] += 1;
      } else scores.set(passage, [score, 1]);
    }
  }
  const list = [...scores].map(([passage, [score, covered]]) => {
    const share = covered / words.length;
    return [passage, score * (1 + 2 * share * share), covered];
  });
  list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { list, whole: list.filter(([, , covered]) => covered === words.length).length };
}

/** Those that have all the words, where there are any: a phrase stands in no others. */
function withAll(list, words) {
  const whole = list.filter(([, , covered]) => covered === words);
  return whole.length ? whole : list;
}

export function parse(query) {
  const phrases = [];
  const rest = query.replace(/[“”"]([^“”"]+)[“”"]/g, (_, words) => {
    phrases.push(tokens(words));
    return ` ${words} `;
  });
  const said = tokens(rest);
  return { said, words: [...new Set(said)], phrases: phrases.filter((phrase) => phrase.length) };
}

/** The exact references that a query may be, as the index writes them. */
export function namesIn(query) {
  const said = query.trim().toLowerCase().replace(/\s+/g, " ");
  const names = [said];
  const label = said.match(/^(?:action |item |paragraph )?(?:no\.? )?(\d{1,3}(?:\.\d{1,3})*)\b/)?.[1];
  // A number with other words after it is no action: “7 Force collaboration”. One of three parts is a paragraph.
  const alone = /^(?:action |item |paragraph )?(?:no\.? )?[\d.]+$/.test(said) || said.startsWith("action ");
  if (label && alone) names.push(label, ...(label.includes(".") ? [] : [`${label}.0`]));
  if (/^(?:item |paragraph )?\d{1,3}(?:\.\d{1,3})+$/.test(said) || /^\d+\.\d+\.\d+ /.test(said)) names.push(`¶${label}`);
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(said)) + 1;
  const year = said.match(/\b((?:19|20)\d\d)\b/)?.[1];
  if (month && year) {
    const short = `${year}-${String(month).padStart(2, "0")}`;
    const day = said.match(/(?<![.\d])(\d{1,2})(?:st|nd|rd|th)?(?: of)? (?=[a-z])/)?.[1];
    if (day) names.push(`${short}-${day.padStart(2, "0")}`);
    const place = label !== day || /^(?:item|paragraph)/.test(said) ? label : ""; // and not the day itself
    if (place) names.push(day ? `${place}@${short}-${day.padStart(2, "0")}` : `${place}@${short}`);
  }
  const numeric = said.match(/\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b/);
  if (numeric) names.push(`${numeric[3]}-${numeric[2].padStart(2, "0")}-${numeric[1].padStart(2, "0")}`);
  return [...new Set(names)];
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
