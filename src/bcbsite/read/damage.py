"""Characters that a program left behind in a text when it made one file of another."""

import re
from collections.abc import Iterator

from bcbsite.diagnostics import Diagnostic
from bcbsite.source import Source

_ODD = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")


def damaged_characters(source: Source) -> Iterator[Diagnostic]:
    """BCB321: the first place of each such character in *source*, and how often it is there."""
    if source.text.isascii() and source.text.isprintable():
        return
    places: dict[str, int] = {}
    times: dict[str, int] = {}
    for found in _ODD.finditer(source.text):
        places.setdefault(found[0], found.start())
        times[found[0]] = times.get(found[0], 0) + 1
    for character, start in places.items():
        line = source.text.count("\n", 0, start) + 1
        column = start - source.text.rfind("\n", 0, start)
        more = f", and {times[character] - 1} times more below" if times[character] > 1 else ""
        message = f"{_what(character)} (U+{ord(character):04X}) stands here{more}."
        yield Diagnostic("BCB321", source.span(line, column), message)


def _what(character: str) -> str:
    if character == "\ufffd":
        return "A mark for a character that was lost"
    if character >= "\ue000":
        return "A sign that only some fonts have, such as a bullet of Word,"
    return "A control character, which is not seen,"
