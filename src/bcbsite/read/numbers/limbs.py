"""Limbs: the paragraphs `(a)`, `b)`, `(ii)` and `4(ii)` within an item or a numbered paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bcbsite.model.body import fold_label
from bcbsite.text.fold import folded

_LIMB = re.compile(r"(?P<of>\d[\d./]*)?(?P<open>\()?(?P<mark>[a-z]{1,2}|[ivx]{1,6})\)\s+(?=\S)")
_ONES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = [f"{tens}{ones}" for tens in ("", "x") for ones in ("", *_ONES)][1:]
_LETTERS = [*"abcdefghijklmnopqrstuvwxyz"]
_SERIES = (_LETTERS, _ROMAN)
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb that a paragraph begins with."""

    printed: str
    """`(b)`, or `(b)(ii)` where it is part of another."""
    parts: tuple[str, ...]
    """`b`, `ii`"""


@dataclass
class Limbs:
    """Finds limbs in the paragraphs of one item or numbered paragraph, in order."""

    _open: list[tuple[int, int, str]] = field(default_factory=list)
    """Of each open limb, outermost first: which series it is of, its place there, and its mark."""

    def take(self, text: str, label: str | None) -> Limb | None:
        """The limb that *text* begins with, if it begins or continues a series.

        *label* is the number that it is within, which can stand before it, as in `4(ii)`.
        """
        match = _LIMB.match(folded(text[:40]))
        if not match or (match["of"] and not match["open"]):
            return None
        if match["of"] and (label is None or fold_label(match["of"]) != fold_label(label)):
            return None
        if not self._goes_on(match["mark"]) and not self._begins(match["mark"], anywhere=bool(match["of"])):
            return None
        marks = tuple(mark for _, _, mark in self._open)
        return Limb("".join(f"({mark})" for mark in marks), marks)

    def _goes_on(self, mark: str) -> bool:
        """Whether *mark* is the next of an open limb, the innermost first; it then takes its place."""
        for depth in reversed(range(len(self._open))):
            series, at, _ = self._open[depth]
            if at + 1 < len(_SERIES[series]) and _SERIES[series][at + 1] == mark:
                self._open[depth:] = [(series, at + 1, mark)]
                return True
        return False

    def _begins(self, mark: str, anywhere: bool) -> bool:
        """Whether *mark* begins a series; *anywhere*, if a number stands before it, also in its midst."""
        for series, at in _places(mark):
            if (at == 0 or anywhere) and len(self._open) < _DEEPEST:
                self._open = [] if anywhere else self._open
                self._open.append((series, at, mark))
                return True
        return False


def _places(mark: str) -> Iterator[tuple[int, int]]:
    """The series that have *mark*, and where; a roman number first."""
    for series in (1, 0):
        if mark in _SERIES[series]:
            yield series, _SERIES[series].index(mark)
