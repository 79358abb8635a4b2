"""Where each sentence of a text begins and ends."""

import re
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
