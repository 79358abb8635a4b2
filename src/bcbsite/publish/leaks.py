"""Whether words of what is not public stand in a site all the same.

Nothing is made from what the gate holds back, so this finds faults of the program before readers do.
It looks for runs of words that stand in a record that is held back and in none that is public. Each run has a
word that neither the public records nor the program itself use, or a caption could be taken for a leak.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import IO

from bcbsite.archive.held_back import HeldBack
from bcbsite.diagnostics import Span
from bcbsite.host.resources import PACKAGE, THEME
from bcbsite.publish.packed import is_packed, unpacked

RUN = 8
"""Words in a run, at most: a leak of twice as many in a row has one whole run at least."""

PART = 1 << 20
"""Bytes that are searched at a time."""
OVERLAP = 1 << 14
"""Bytes that two parts share: a run of words is not longer."""

_WORD = re.compile(r"\w+")
LETTERS = re.compile(rb"[a-z]{4,}")
# `<b>`, `</td>`: what has another < in it is none, or a thousand of them would be looked at a thousand times.
_TAG = re.compile(r"<[^<>]*>")
# `&#8217;` and `&#x2019;`. With more digits it stands for nothing, and Python converts at most 4,300.
_LONG_REFERENCE = re.compile(r"&#[0-9]{9,};?")


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that should not be public."""

    file: str
    """Where they are, below the site."""
    words: str
    at: Span
    """Where they come from."""


def leaks(site: Path, files: Iterable[str], hidden: HeldBack) -> Iterator[Leak]:
    """Each run of words of *hidden* that is in one of *files* of the folder *site*.

    Raises `SealedError` where one cannot be looked into.
    """
    runs, telling = _runs(hidden)
    if not runs:
        return
    for name in files:
        for part in _parts_of(site / name):
            if not telling.isdisjoint(LETTERS.findall(part.lower())):
                yield from _found(name, part, runs)


def _parts_of(path: Path) -> Iterator[bytes]:
    """All that a file holds, and what is packed in it."""
    with path.open("rb") as file:
        packed = is_packed(file)
        file.seek(0)
        yield from _parts(file)
    for piece in unpacked(path.read_bytes()) if packed else ():
        yield from _parts(BytesIO(piece))


def _parts(piece: IO[bytes]) -> Iterator[bytes]:
    """*piece*, of which a large one takes many times its size while it is searched, in parts that overlap."""
    shared = b""
    while more := piece.read(PART):
        part = shared + more
        yield part
        shared = part[-OVERLAP:]


def _found(name: str, piece: bytes, runs: Mapping[str, Span]) -> Iterator[Leak]:
    written = piece.decode("utf-8", "replace")
    text = _unescaped(written)
    # Without the tags, the words of a paragraph follow one another; within them there are descriptions. Feeds
    # have them escaped.
    shown = _TAG.sub(" ", _unescaped(_TAG.sub(" ", written)))
    for words in (_WORD.findall(shown.casefold()), _WORD.findall(text.casefold())):
        for run in dict.fromkeys(_runs_in(words, runs)):
            yield Leak(name, run, runs[run])


def _unescaped(text: str) -> str:
    return unescape(_LONG_REFERENCE.sub(" ", text))


def _runs_in(words: Sequence[str], runs: Container[str]) -> Iterator[str]:
    """Those of *runs* that stand in *words*."""
    for first in range(len(words)):
        for length in range(2, RUN + 1):
            if (run := " ".join(words[first : first + length])) in runs:
                yield run


def _runs(hidden: HeldBack) -> tuple[dict[str, Span], set[bytes]]:
    """The runs of words to look for, with their places; and one word of each that nothing public has."""
    public = "".join(map(_folded, hidden.public))
    known = own_words() | set(LETTERS.findall(public.encode()))
    runs: dict[str, Span] = {}
    found: set[bytes] = set()
    for text, at in hidden.texts:
        words = _folded(text).split()
        for first in range(0, len(words), RUN):
            run = " ".join(words[first : first + RUN])
            telling = set(LETTERS.findall(run.encode())) - known
            if telling and " " in run:
                runs.setdefault(run, at)
                found.add(min(telling))
    return runs, found


@cache
def own_words() -> frozenset[bytes]:
    """The words of the program: captions, sentences, names."""
    files = (*PACKAGE.rglob("*.py"), *THEME.rglob("*.html"))
    return frozenset(word for path in files for word in LETTERS.findall(path.read_bytes().lower()))


def _folded(text: str) -> str:
    """The words of *text*, each with a space on both sides."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
