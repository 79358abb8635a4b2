"""Words for counting and comparing: the same however spaces, hyphens and quotation marks were typed."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bcbsite.text.fold import folded

# “-450”, “5.1”, “41,200”, “Constabulary”, “£”
_WORD = re.compile(r"(?:(?<=[\s(£$€])|^)-(?=[\d£$€])|\d+(?:[.,]\d+)*|[^\W\d_]+|[£$€%]")
_AROUND = 4
"""Words that are shown beside those that are missing."""
_MOST = 50
"""How many places are shown."""


def words_in(texts: Iterable[str]) -> list[str]:
    """The words of *texts*, in order."""
    return [word for text in texts for word in _WORD.findall(folded(text))]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are in one text more often than in another."""

    words: str
    around: str
    """The same with what stands before and after them."""


def more_in(one: Sequence[str], other: Sequence[str]) -> list[Difference]:
    """The words that *one* has more often than *other*, in order; linear in both.

    Of a word that stands at several places those are shown whose neighbours are missing as well.
    """
    missing = Counter(one) - Counter(other)
    if not missing:
        return []
    chosen = sorted(_places(one, missing, _neighbours(other)))
    return list(_runs(one, chosen))[:_MOST]


def joined_alike(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """*one* and *other*, with words put together that only one has in two pieces: `re port`, `report`."""
    return _joined(one, Counter(other) - Counter(one)), _joined(other, Counter(one) - Counter(other))


def _joined(words: list[str], wanted: Counter[str]) -> list[str]:
    if not wanted:
        return words
    found: list[str] = []
    at = 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        if at + 1 < len(words) and wanted[pair] > 0:
            wanted[pair] -= 1
            found.append(pair)
            at += 2
        else:
            found.append(words[at])
            at += 1
    return found


def _neighbours(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(zip(["", *words], words, [*words[1:], ""], strict=False))


def _places(words: Sequence[str], missing: Counter[str], known: Counter[tuple[str, ...]]) -> Iterable[int]:
    """Where the *missing* words stand: first those whose neighbours are not *known*, then any."""
    left = Counter(missing)
    unsure: list[int] = []
    for at, word in enumerate(words):
        if word not in left:
            continue
        near = (words[at - 1] if at else "", word, words[at + 1] if at + 1 < len(words) else "")
        if known[near] > 0:
            known[near] -= 1
            unsure.append(at)
        elif left[word] > 0:
            left[word] -= 1
            yield at
    for at in unsure:
        if left[words[at]] > 0:
            left[words[at]] -= 1
            yield at


def _runs(words: Sequence[str], places: Sequence[int]) -> Iterable[Difference]:
    start = 0
    while start < len(places):
        end = start
        while end + 1 < len(places) and places[end + 1] == places[end] + 1:
            end += 1
        first, last = places[start], places[end] + 1
        around = " ".join(words[max(0, first - _AROUND) : last + _AROUND])
        yield Difference(" ".join(words[first:last]), around)
        start = end + 1
