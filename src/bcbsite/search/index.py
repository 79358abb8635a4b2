"""Passages become an index: for each term where it stands, and how much it says of each passage there.

The measure is BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). The part of it that
does not depend on the query is kept as one digit of base 32, the impact.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from bcbsite.search.passage import Passage
from bcbsite.search.words import Chunks, bare

K1, B = 1.2, 0.4
OF_HEADING, OF_TITLE = 0.4, 0.2
"""What a word of the item's heading or of the record's title counts, of a word of the text."""
DIGITS = "0123456789abcdefghijklmnopqrstuv"
MOST = 8000
"""Postings that are kept of a term: the best."""
SAMPLE = 4000
"""About so many passages are looked at, evenly spread, for which word a term is mostly made of."""
NAME = "="
"""What a term begins with that is an exact reference."""


@dataclass(frozen=True, slots=True)
class Term:
    """Where a term stands."""

    frequency: int
    """In how many passages, whether their postings are kept or not."""
    word: str
    """The word that it is mostly made of, to be shown."""
    passages: Sequence[int]
    """The number of each passage, in order."""
    impacts: str
    """What it says of each: a digit for each passage, from `1` to `v`."""


@dataclass(frozen=True, slots=True)
class Index:
    """The whole index."""

    passages: Sequence[Passage]
    terms: Mapping[str, Term]
    """By term, in order."""


def make_index(passages: Iterable[Passage]) -> Index:
    """The index of *passages*."""
    counting, kept = _Counting(), tuple(passages)
    found = counting.count(kept)
    shown = counting.shown()
    return Index(kept, {term: _term(found[term], shown.get(term, term)) for term in sorted(found)})


class _Counting:
    """Counts the terms of passages. Most of it is done by the standard library's loops, which are quick."""

    def __init__(self) -> None:
        self._chunks = Chunks()
        self._counted: Counter[str] = Counter()
        self._titles: dict[tuple[str, str], dict[str, float]] = {}

    def count(self, passages: Sequence[Passage]) -> Mapping[str, list[Any]]:
        """For each term in turns a passage that has it, and its impact there."""
        for passage in passages[:: max(1, len(passages) // SAMPLE)]:
            self._counted.update(passage.text.split())
        lengths = [passage.text.count(" ") + 1 for passage in passages]
        said = [length for passage, length in zip(passages, lengths, strict=True) if passage.text]
        average = sum(said) / max(1, len(said)) or 1.0
        found: dict[str, list[Any]] = defaultdict(list)
        for number, (passage, length) in enumerate(zip(passages, lengths, strict=True)):
            weights = self._weights(passage)
            norm = K1 * (1 - B + B * length / average)
            postings = {weight: (number, _impact(weight, norm)) for weight in set(weights.values())}
            # For each term: found[term] += postings[its weight]. Written so, no line of Python runs for it.
            adding = map(
                list.extend, map(found.__getitem__, weights), map(postings.__getitem__, weights.values())
            )
            deque(adding, maxlen=0)
        return found

    def _weights(self, passage: Passage) -> dict[str, float]:
        """How much of each term *passage* has."""
        if passage.only_named:
            return {NAME + bare(name): 1 for name in passage.names}
        counted = Counter(self._terms(passage.text))
        titled = self._titled(passage.heading, passage.title)
        weights: dict[str, float] = {**titled, **counted}
        for term in titled.keys() & counted.keys():
            weights[term] += titled[term]
        for name in passage.names:
            weights[NAME + bare(name)] = 1
        return weights

    def _terms(self, text: str) -> Iterable[str]:
        """The terms of *text*, in order."""
        return chain.from_iterable(map(self._chunks.__getitem__, text.split()))

    def _titled(self, heading: str, title: str) -> Mapping[str, float]:
        """The terms of *heading* and *title*, which many passages share."""
        if (known := self._titles.get((heading, title))) is None:
            known = self._titles[heading, title] = defaultdict(float)
            for text, weight in ((heading, OF_HEADING), (title, OF_TITLE)):
                for term in self._terms(text):
                    known[term] += weight
        return known

    def shown(self) -> dict[str, str]:
        """For each term the word that it is mostly made of."""
        counted: Counter[str] = Counter()
        for chunk, said in self._chunks.tokens.items():
            for token in said:
                counted[token] += self._counted[chunk]
        best: dict[str, str] = {}
        for token, _ in sorted(counted.items(), key=lambda item: (-item[1], len(item[0]), item[0])):
            for term in self._chunks.words[token]:
                best.setdefault(term, token)
        return best


def _impact(weight: float, norm: float) -> str:
    return DIGITS[int(31 * weight / (weight + norm) + 0.5) or 1]


def _term(found: list[Any], word: str) -> Term:
    passages, impacts = found[::2], "".join(found[1::2])
    frequency = len(passages)
    if frequency > MOST:
        best = sorted(range(frequency), key=lambda at: (-ord(impacts[at]), at))[:MOST]
        best.sort()
        passages, impacts = [passages[at] for at in best], "".join(impacts[at] for at in best)
    return Term(frequency, word, passages, impacts)
