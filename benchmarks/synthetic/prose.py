"""Sentences, paragraphs and lists, composed from the patterns and the words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from random import Random

from .days import financial_year, month_year, months_away
from .phrases import book

_SLOT = re.compile(r"\{(\w+)\}")
_START = re.compile(r"(?:^|(?<=[.!?] ))[a-z]")
_CHOICES = book("sentences") | book("words")


class Prose:
    """Writes about one subject, as of one day.

    Patterns and words are dealt like cards: none comes back before all others of its kind have been used.
    """

    def __init__(self, rng: Random, day: date, matters: tuple[str, ...], facts: dict[str, str]) -> None:
        """`facts` are fixed words: the author's post, an earlier meeting, another item."""
        self.rng = rng
        self._day = day
        self._choices = _CHOICES | {"matter": matters} | {name: (text,) for name, text in facts.items()}
        self._decks: dict[str, list[str]] = {}

    def say(self, name: str) -> str:
        """A text of this kind, with capitals where sentences begin."""
        return _START.sub(lambda match: match[0].upper(), self.fill(f"{{{name}}}"))

    def fill(self, pattern: str) -> str:
        """A pattern with its words in place."""
        return _SLOT.sub(lambda match: self._word(match[1]), pattern)

    def paragraph(self, kinds: tuple[str, ...]) -> str:
        """One sentence of each kind."""
        return " ".join(self.say(kind) for kind in kinds)

    def bullets(self, count: int) -> str:
        """A list, the last entry of which ends with a full stop."""
        entries = [self.fill("{bullet}") for _ in range(count)]
        return ";\n".join(f"- {entry}" for entry in entries) + "."

    def _word(self, name: str) -> str:
        number = _NUMBERS.get(name)
        if number is not None:
            return number(self.rng, self._day)
        return self.fill(self._deal(name))

    def _deal(self, name: str) -> str:
        deck = self._decks.get(name)
        if not deck:
            choices = self._choices[name]
            deck = self._decks[name] = self.rng.sample(choices, len(choices))
        return deck.pop()


def _money(rng: Random, _day: date) -> str:
    return rng.choice((f"£{rng.randint(11, 990)}k", f"£{rng.randint(1, 9)}.{rng.randint(1, 9)}m"))


def _count(rng: Random, _day: date) -> str:
    return f"{rng.choice((rng.randint(120, 999), rng.randint(1000, 9999), rng.randint(10000, 48000))):,}"


def _month(rng: Random, day: date) -> str:
    return month_year(months_away(day, rng.randint(-9, -1)))


def _month_ahead(rng: Random, day: date) -> str:
    return month_year(months_away(day, rng.randint(1, 8)))


_NUMBERS: dict[str, Callable[[Random, date], str]] = {
    "money": _money,
    "count": _count,
    "month": _month,
    "month_ahead": _month_ahead,
    "pct": lambda rng, _day: f"{rng.randint(2, 97)}%",
    "points": lambda rng, _day: f"{rng.randint(2, 19)} percentage points",
    "small": lambda rng, _day: str(rng.randint(3, 48)),
    "year": lambda _rng, day: financial_year(day),
}
