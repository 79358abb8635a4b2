"""Passages become an index: for each term where it stands, and how much it says of each passage there.

The measure is BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). The part of it that
does not depend on the query is kept as one digit of base 32, the impact.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from bcbsite.search.pairs import Pairs
from bcbsite.search.passage import Passage
from bcbsite.search.words import Chunks, bare, stem, with_short_units

K1, B = 1.2, 0.4
OF_HEADING, OF_TITLE = 0.4, 0.2
"""What a word of the item's heading or of the record's title counts, of a word of the text."""
DIGITS = "0123456789abcdefghijklmnopqrstuv"
MOST = 8000
"""Postings that are kept of a term: the best."""
FORMS = 4
"""Forms of a word that are told apart: the most frequent; others are one more."""
NAME = "="
"""What a term begins with that is an exact reference."""


@dataclass(frozen=True, slots=True)
class Term:
    """Where a term stands."""

    frequency: int
    """In how many passages, whether their postings are kept or not."""
    forms: Sequence[str]
    """The words that it is made of, the most frequent first; none where that is the term itself."""
    passages: Sequence[int]
    """The number of each passage, in order."""
    impacts: str
    """What it says of each: a digit for each passage, from `1` to `v`."""
    masks: str = ""
    """Of a term with several forms which each passage has: a digit, with a bit for each form."""

    @property
    def word(self) -> str:
        """The word that it is mostly made of, to be shown; nothing where that is the term itself."""
        return self.forms[0] if self.forms else ""


@dataclass(frozen=True, slots=True)
class Index:
    """The whole index."""

    passages: Sequence[Passage]
    terms: Mapping[str, Term]
    """By term, in order."""
    pairs: Pairs
    """Every two words beside one another, for phrases."""


def make_index(passages: Iterable[Passage]) -> Index:
    """The index of *passages*."""
    kept = tuple(passages)
    counting = _Counting(kept)
    forms = counting.forms()
    terms = {term: _term(found, forms.get(term, ())) for term, found in sorted(counting.found.items())}
    return Index(kept, terms, counting.pairs)


Form = tuple[str, Sequence[int]]
"""A word as it is written, and the passages that have it."""


class _Counting:
    """Counts the terms of passages. Most of it is done by the standard library's loops, which are quick."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.found: dict[str, list[Any]] = defaultdict(list)
        """For each term in turns a passage that has it, and its impact there."""
        self.pairs = Pairs()
        self._chunks = Chunks()
        self._forms: dict[str, list[int]] = defaultdict(list)
        self._titles: dict[tuple[str, str], _Titled] = {}
        texts = [with_short_units(passage.text).split() for passage in passages]
        said = [len(text) for text in texts if text]
        average = sum(said) / max(1, len(said)) or 1.0
        for number, (passage, text) in enumerate(zip(passages, texts, strict=True)):
            if passage.only_named:
                self._add(number, dict.fromkeys(_names(passage), 1), K1)
            else:
                self._count(number, passage, text, K1 * (1 - B + B * len(text) / average))
            self._pair(number, passage, text)

    def _count(self, number: int, passage: Passage, text: Sequence[str], norm: float) -> None:
        """Count the terms of *passage*, which is found by its words."""
        counted = Counter(chain.from_iterable(map(self._chunks.__getitem__, text)))
        titled = self._titled(passage.heading, passage.title)
        weights: dict[str, float] = {**titled.weights, **counted}
        for term in titled.weights.keys() & counted.keys():
            weights[term] += titled.weights[term]
        weights |= dict.fromkeys(_names(passage), 1)
        self._add(number, weights, norm)
        forms = set(chain.from_iterable(map(self._chunks.forms.__getitem__, set(text))))
        forms.update(form for form, term in titled.forms if term not in counted)
        deque(map(list.append, map(self._forms.__getitem__, forms), repeat(number)), maxlen=0)

    def _pair(self, number: int, passage: Passage, text: Sequence[str]) -> None:
        """Count the pairs of all that a result shows of *passage*."""
        words = self._spoken(text) if text else self._spoken(with_short_units(passage.about).split())
        self.pairs.add(number, (words, *self._titled(passage.heading, passage.title).spoken))

    def _spoken(self, text: Sequence[str]) -> list[str]:
        deque(map(self._chunks.__getitem__, text), maxlen=0)  # each chunk is cut once, for terms and phrases
        return list(chain.from_iterable(map(self._chunks.spoken.__getitem__, text)))

    def _add(self, number: int, weights: Mapping[str, float], norm: float) -> None:
        postings = {weight: (number, _impact(weight, norm)) for weight in set(weights.values())}
        # For each term: found[term] += postings[its weight]. Written so, no line of Python runs for it.
        adding = map(
            list.extend, map(self.found.__getitem__, weights), map(postings.__getitem__, weights.values())
        )
        deque(adding, maxlen=0)

    def _titled(self, heading: str, title: str) -> "_Titled":
        """What is counted of *heading* and *title*, which many passages share."""
        if (known := self._titles.get((heading, title))) is None:
            chunks, weights = self._chunks, defaultdict[str, float](float)
            texts = [with_short_units(text).split() for text in (heading, title)]
            for text, weight in zip(texts, (OF_HEADING, OF_TITLE), strict=True):
                for term in chain.from_iterable(map(chunks.__getitem__, text)):
                    weights[term] += weight
            forms = {form: stem(form) for text in texts for chunk in text for form in chunks.forms[chunk]}
            spoken = list(map(self._spoken, texts))
            known = self._titles[heading, title] = _Titled(weights, tuple(forms.items()), spoken)
        return known

    def forms(self) -> dict[str, list[Form]]:
        """For each term its forms, the most frequent first."""
        found: dict[str, list[Form]] = defaultdict(list)
        for form, passages in sorted(self._forms.items(), key=lambda item: (-len(item[1]), item[0])):
            found[stem(form)].append((form, passages))
        return found


@dataclass(frozen=True, slots=True)
class _Titled:
    """What a heading and a title give each passage that has them."""

    weights: Mapping[str, float]
    forms: Sequence[tuple[str, str]]
    """Each with its term."""
    spoken: Sequence[list[str]]


def _names(passage: Passage) -> Iterator[str]:
    return (NAME + bare(name) for name in passage.names)


def _impact(weight: float, norm: float) -> str:
    return DIGITS[int(31 * weight / (weight + norm) + 0.5) or 1]


def _term(found: list[Any], forms: Sequence[Form]) -> Term:
    passages, impacts = found[::2], "".join(found[1::2])
    frequency = len(passages)
    masks = _masks(passages, forms) if len(forms) > 1 else ""
    if frequency > MOST:
        best = sorted(range(frequency), key=lambda at: (-ord(impacts[at]), at))[:MOST]
        best.sort()
        passages, impacts = [passages[at] for at in best], "".join(impacts[at] for at in best)
        masks = masks and "".join(masks[at] for at in best)
    return Term(frequency, [form for form, _ in forms[:FORMS]], passages, impacts, masks)


def _masks(passages: Sequence[int], forms: Sequence[Form]) -> str:
    """For each of *passages* which of *forms* it has."""
    of: dict[int, int] = dict.fromkeys(forms[0][1], 1)
    for at, (_, having) in enumerate(forms[1:], 1):
        bit = 1 << min(at, FORMS)
        for passage in having:
            of[passage] = of.get(passage, 0) | bit
    return "".join([DIGITS[of.get(passage, 0)] for passage in passages])
