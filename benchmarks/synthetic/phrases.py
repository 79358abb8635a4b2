"""Reads the phrase books: the text files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

COUNTY = "Marlshire"
"""Where the board sits; there is no such place."""

Phrases = dict[str, tuple[str, ...]]


@cache
def book(name: str) -> Phrases:
    """What a book has under each name in square brackets: a phrase a line, or several parted by bars."""
    phrases: Phrases = {}
    heading = ""
    for line in Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            phrases[heading] = ()
        elif line and not line.startswith("#"):
            phrases[heading] += tuple(phrase.strip() for phrase in line.split("|"))
    return phrases
