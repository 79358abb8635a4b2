"""Passages become an index: for each term where it stands, and how much it says of each passage there.

The measure is BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). The part of it that
does not depend on the query is kept as one number of 1 to 255, the impact.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bcbsite.search.passage import Passage
from bcbsite.search.words import STOP, Words, tokens

K1, B = 1.2, 0.4
_AMOUNT = re.compile(r"\d(?:k|m|bn)\b")
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
    passages: Sequence[int]
    """The number of each passage, in order."""
    impacts: Sequence[int]
    """What it says of each."""


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
    shown, found = counting.shown(), counting.found
    return Index(kept, {term: _term(found[term], norms, shown.get(term, term)) for term in sorted(found)})


class _Counting:
    """Counts the terms of passages. Most of it is done by the standard library's loops, which are quick."""

    def __init__(self) -> None:
        self.found: dict[str, list[float]] = defaultdict(list)
        """For each term, in turns, a passage that has it and how much of it."""
        self._words = Words()
        self._tokens: Counter[str] = Counter()
        self._titles: dict[tuple[str, float], dict[str, float]] = {}

    def add(self, number: int, passage: Passage) -> int:
        """Count the terms of *passage*; give the number of its words."""
        said = tokens(passage.text)
        self._tokens.update(said)
        weights: dict[str, float] = Counter(map(self._words.first, said))  # type: ignore[assignment]
        for token in _of_several(passage.text, said):
            for term in self._words[token][1:]:
                weights[term] = weights.get(term, 0) + 1
        for title, weight in ((passage.heading, OF_HEADING), (passage.title, OF_TITLE)):
            for term, much in self._of_title(title, weight).items():
                weights[term] = weights.get(term, 0) + much
        for name in passage.names:
            weights[NAME + name.casefold()] = 1
        weights.pop("", None)  # the stop words; a phrase with them is looked for in the text itself
        found = self.found
        for term, much in weights.items():
            found[term] += (number, much)
        return len(said)

    def _of_title(self, text: str, weight: float) -> dict[str, float]:
        """The terms of a title or heading, which many passages share."""
        if (known := self._titles.get((text, weight))) is None:
            said = [token for token in tokens(text) if token not in STOP]
            self._tokens.update(said)
            terms = Counter(term for token in said for term in self._words[token])
            known = self._titles[text, weight] = {term: weight * times for term, times in terms.items()}
        return known

    def shown(self) -> dict[str, str]:
        """For each term the word that it is mostly made of."""
        best: dict[str, str] = {}
        for token, _ in sorted(self._tokens.items(), key=lambda item: (-item[1], item[0])):
            for term in self._words[token]:
                best.setdefault(term, token)
        return best


def _of_several(text: str, said: Iterable[str]) -> Iterable[str]:
    """Those of the words of *text* that can have more than one term."""
    if not any(mark in text for mark in "-‐‑–—£%") and not _AMOUNT.search(text):
        return ()
    return (token for token in said if "-" in token or token[0] == "£" or token[0].isdigit())


def _term(found: Sequence[float], norms: Sequence[float], word: str) -> Term:
    passages, weights = [int(number) for number in found[::2]], found[1::2]
    impacts = [
        int(255 * weight / (weight + norms[number]) + 0.5) or 1
        for number, weight in zip(passages, weights, strict=True)
    ]
    frequency = len(passages)
    if frequency > MOST:
        best = sorted(range(frequency), key=lambda at: (-impacts[at], at))[:MOST]
        passages, impacts = ([of[at] for at in sorted(best)] for of in (passages, impacts))
    return Term(frequency, word, passages, impacts)
