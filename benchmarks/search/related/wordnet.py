"""WordNet: its senses, and what they point to, read from its files."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PARTS = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))


@dataclass
class Synset:
    """One sense of WordNet: its words, and what it points to."""

    words: list[str]
    pointers: list[tuple[str, str, int, int]] = field(default_factory=list)


@dataclass
class Wordnet:
    """The senses, and for each word its senses, commonest first for each part of speech."""

    synsets: dict[str, Synset] = field(default_factory=dict)
    senses: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def read_wordnet(folder: Path) -> Wordnet:
    """Reads the data and index files of WordNet; proper names (written with a capital) are left out."""
    wordnet = Wordnet()
    for part, letter in _PARTS:
        for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                _read_synset(wordnet, letter, line.split(" | ")[0].split())
    for part, letter in _PARTS:
        for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                _read_senses(wordnet, letter, line.split())
    return wordnet


def _read_synset(wordnet: Wordnet, part: str, fields: Sequence[str]) -> None:
    count = int(fields[3], 16)
    words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * i]) for i in range(count)]
    at = 4 + 2 * count
    pointers = []
    for i in range(int(fields[at])):
        symbol, offset, target, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        pointers.append((symbol, target.replace("s", "a") + offset, int(ends[:2], 16), int(ends[2:], 16)))
    wordnet.synsets[part + fields[0]] = Synset(words, pointers)


def _read_senses(wordnet: Wordnet, part: str, fields: Sequence[str]) -> None:
    count = int(fields[2])
    for place, offset in enumerate(fields[-count:]):
        key = part + offset
        if fields[0] in wordnet.synsets[key].words:
            wordnet.senses[fields[0]].append((key, place))
            wordnet.parts[fields[0]].add(part)
