// The files of the index, as docs/search.md describes them.

const FORMAT = 3;

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

  /** The lines of a file of terms. */
  lines(number) {
    return this.file(`terms-${number}`, (text) => text.split("\n"));
  }

  /** The number of the file that has a term, if it is anywhere; else -1. */
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

/** The text of a file that is packed with gzip. A server may have unpacked it already. */
async function unpacked(address, cache = "default") {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
