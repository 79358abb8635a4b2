"""Where each sentence of a text begins and ends, and on which line."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from bcbsite.text.fold import Folded

_SENTENCE_END = re.compile(
    r"""(?<=[.!?])
        (?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bSt\.)(?<!\bNo\.)(?<![ (][A-Z]\.)
        [\"')]?\s+(?=[A-Z\"'(])
      | \n(?=[A-Z])                  # a line of its own
    """,
    re.VERBOSE,
)


def sentences_of(text: Folded) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends in the folded text."""
    start = 0
    for match in _SENTENCE_END.finditer(text.text):
        yield start, match.start()
        start = match.end()
    if start < len(text.text):
        yield start, len(text.text)


class Lines:
    """On which line of its file each character of a text stands."""

    def __init__(self, text: Folded, first: int) -> None:
        """*first* is the line of the first character, counted from 1."""
        self._text = text
        self._first = first
        self._ends = [match.start() for match in re.finditer("\n", text.typed)]

    def of(self, start: int) -> int:
        """The line of what begins at *start* in the folded text."""
        return self._first + bisect_left(self._ends, self._text.origin(start, start)[0])
