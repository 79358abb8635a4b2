"""Passages become an index: for each term where it stands, and how much it says of each passage there.

The measure is BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). The part of it that
does not depend on the query is kept as one number of 1 to 255, the impact.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bcbsite.search.passage import Passage
from bcbsite.search.words import Words, tokens

K1, B = 1.2, 0.7
OF_HEADING, OF_TITLE = 0.4, 0.2
"""What a word of the item's heading or of the record's title counts, of a word of the text."""
MOST = 8000
"""Postings that are kept of a term: the best."""
NAME = "="
"""What a term begins with that is an exact reference."""


@dataclass(frozen=True, slots=True)
class Term:
    """Where a term stands."""

    frequency: int
    """In how many passages, whether their postings are kept or not."""
    word: str
    """The word that it is mostly made of, to be shown."""
    postings: tuple[tuple[int, int], ...]
    """The number of each passage, in order, with its impact."""


@dataclass(frozen=True, slots=True)
class Index:
    """The whole index."""

    passages: Sequence[Passage]
    terms: Mapping[str, Term]
    """By term, in order."""


def make_index(passages: Iterable[Passage]) -> Index:
    """The index of *passages*."""
    counting = _Counting()
    kept = tuple(passages)
    lengths = [counting.add(number, passage) for number, passage in enumerate(kept)]
    average = sum(lengths) / max(1, len(lengths)) or 1.0
    norms = [K1 * (1 - B + B * length / average) for length in lengths]
    shown = counting.shown()
    weights = counting.weights
    return Index(kept, {term: _term(weights[term], norms, shown.get(term, term)) for term in sorted(weights)})


class _Counting:
    """Counts the terms of passages."""

    def __init__(self) -> None:
        self.weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        """For each term the passages that have it, with how much of it."""
        self._words = Words()
        self._tokens: Counter[str] = Counter()
        self._titles: dict[tuple[str, float], list[tuple[str, float]]] = {}

    def add(self, number: int, passage: Passage) -> int:
        """Count the terms of *passage*; give the number of its words."""
        said = tokens(passage.text)
        self._tokens.update(said)
        found: dict[str, float] = {}
        words = self._words
        for token, times in Counter(said).items():
            for term in words[token]:
                found[term] = found.get(term, 0.0) + times
        for text, weight in ((passage.heading, OF_HEADING), (passage.title, OF_TITLE)):
            for term, much in self._of_title(text, weight):
                found[term] = found.get(term, 0.0) + much
        for name in passage.names:
            found[NAME + name.casefold()] = 1.0
        for term, much in found.items():
            self.weights[term].append((number, much))
        return len(said)

    def _of_title(self, text: str, weight: float) -> list[tuple[str, float]]:
        """The terms of a title or heading, which many passages share."""
        if (known := self._titles.get((text, weight))) is None:
            said = tokens(text)
            self._tokens.update(said)
            known = [(term, weight) for token in said for term in self._words[token]]
            self._titles[text, weight] = known
        return known

    def shown(self) -> dict[str, str]:
        """For each term the word that it is mostly made of."""
        best: dict[str, str] = {}
        for token, _ in sorted(self._tokens.items(), key=lambda item: (-item[1], item[0])):
            for term in self._words[token]:
                best.setdefault(term, token)
        return best


def _term(weights: Sequence[tuple[int, float]], norms: Sequence[float], word: str) -> Term:
    postings = [(n, int(255 * weight / (weight + norms[n]) + 0.5) or 1) for n, weight in weights]
    if len(postings) > MOST:
        postings = sorted(sorted(postings, key=lambda posting: (-posting[1], posting[0]))[:MOST])
    return Term(len(weights), word, tuple(postings))
