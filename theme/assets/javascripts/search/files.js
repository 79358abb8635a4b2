// The files of the index, as docs/search.md describes them.

const FORMAT = 4;

export class Files {
  /** @param base the address of the folder with the index */
  constructor(base) {
    this.base = base;
    this.forget();
  }

  forget() {
    this.manifest = null;
    this.kept = new Map();
  }

  async open() {
    this.manifest ??= await this.latest();
  }

  async latest() {
    const manifest = JSON.parse(await unpacked(new URL("index.bin", this.base), "no-cache"));
    if (manifest.format !== FORMAT) throw new Error("The index is of another version.");
    return manifest;
  }

  /**
   * Whether the site was published anew since this index was opened, so that files of it may be gone. What was read is
   * then forgotten: numbers of passages mean others now.
   */
  async renewed() {
    const latest = await this.latest().catch(() => null);
    if (!latest || latest.build === this.manifest?.build) return false;
    this.forget();
    this.manifest = latest;
    return true;
  }

  /** What `parse` makes of a file; it is asked for once, or again if that failed. */
  file(name, parse) {
    const { kept } = this;
    if (!kept.has(name)) {
      const made = unpacked(new URL(`${this.manifest.build}/${name}.bin`, this.base)).then(parse);
      made.catch(() => kept.delete(name));
      kept.set(name, made);
    }
    return kept.get(name);
  }

  /** A table of the index, or passages as results show them, as JSON has them. */
  table(name) {
    return this.file(name, JSON.parse);
  }

  /** The values of a line that begins with a key, of the files `name`-N whose first keys are `firsts`; else null. */
  async line(name, firsts, key) {
    const number = fileOf(firsts, key);
    if (number < 0) return null;
    const lines = await this.file(`${name}-${number}`, (text) => text.split("\n"));
    const start = `[${JSON.stringify(key)},`;
    const found = lines.find((each) => each.startsWith(start));
    return found ? JSON.parse(found) : null;
  }

  /** The frequency, the forms and the postings of a term: maps from passage to impact, and to the forms that it has. */
  async postings(term) {
    const found = await this.line("terms", this.manifest.terms, term);
    if (!found) return null;
    const [, frequency, forms, impacts, masks, ...steps] = found;
    const of = new Map();
    const having = masks ? new Map() : null;
    let passage = 0;
    for (let at = 0; at < steps.length; at++) {
      passage += steps[at];
      of.set(passage, digit(impacts.charCodeAt(at)));
      having?.set(passage, digit(masks.charCodeAt(at)));
    }
    return { frequency, word: forms[0] ?? term, forms, of, masks: having };
  }

  /** Where two words stand beside one another: passages, and the place in each; null where they never do. */
  async places(pair) {
    const found = await this.line("pairs", await this.table("pairs"), pair);
    if (!found) return null;
    const [, written, ...steps] = found;
    const passages = [];
    let passage = 0;
    for (const step of steps) passages.push((passage += step));
    return { passages, places: numbersIn(written) };
  }

  /** Those of several terms, nothing for a term that the index lacks. */
  all(terms) {
    return Promise.all(terms.map((term) => this.postings(term)));
  }

  async passage(number) {
    const { texts } = this.manifest;
    const group = await this.table(`texts-${Math.floor(number / texts)}`);
    const [address, kind, title, heading, label, day, status, text] = group[number % texts];
    return { number, address, kind, title, heading, label, day, status, text };
  }
}

/** The number of the file that has a key, if any has: the last whose first key is not after it. */
function fileOf(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A digit of base 32, from its character: 0 to 9, a to v. */
const digit = (code) => code - (code < 58 ? 48 : 87);

const BEFORE = "ABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_";

/** Numbers in base 32 that stand in a row; all digits but the last of each are of other characters. */
function numbersIn(written) {
  const numbers = [];
  let number = 0;
  for (const character of written) {
    const before = BEFORE.indexOf(character);
    if (before >= 0) number = number * 32 + before;
    else {
      numbers.push(number * 32 + digit(character.charCodeAt(0)));
      number = 0;
    }
  }
  return numbers;
}

/** The text of a file that is packed with gzip. A server may have unpacked it already. */
async function unpacked(address, cache = "default") {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
