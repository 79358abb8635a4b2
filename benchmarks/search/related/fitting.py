"""Fitting the table into its size."""

from collections.abc import Iterator
from math import log, sqrt

from .words import Word


def fit(
    table: dict[str, list[tuple[float, str]]], words: dict[str, Word], size: int, fade: float
) -> dict[str, list[str]]:
    """Takes the pairs of a table that are worth most, until it has its size in bytes.

    Gives the related words of each word, best first; the smaller `fade`, the fewer each word has.
    """
    chosen: dict[str, list[str]] = {}
    left = size
    for _, head, _, name in sorted(_worth(table, words, fade)):
        cost = len(name) + 1 + (0 if head in chosen else len(head) + 1)
        if cost > left:
            break
        left -= cost
        chosen.setdefault(head, []).append(name)
    return chosen


def _worth(
    table: dict[str, list[tuple[float, str]]], words: dict[str, Word], fade: float
) -> Iterator[tuple[float, str, int, str]]:
    """What each pair is worth, negative so that the best sorts first, and its head, place and name."""
    for head, related in table.items():
        word = words[head]
        common = 1 - 0.2 * max(0.0, log((word.rank + 1) / 3000))
        own = (max(word.relevance, 0.85 * word.sense_relevance) - 0.1) * max(common, 0.15)
        value = float("inf")
        for place, (score, name) in enumerate(related):
            value = min(value, own * sqrt(score) * fade**place)
            yield -round(value, 6), head, place, name
