"""Lines that a person typed as furniture of pages: “Page 1 of 3”, “Signed ______ Dated ______”."""

import re
from collections.abc import Iterable

from bcbsite.importing.document import Block, LeftOut, Omission, Paragraph, words_of

# “Page 1 of 3”, “- 2 -”; a number alone may be anything.
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE
)
# “Signed ______ Dated 12th November 2019”, “Chair's signature ………… Date …………”: by the rule to write on.
_SIGNATURE = re.compile(
    r"(?:signed|signature|chair(?:man|person|['’]?s signature)?|dated?)\b"
    r".{0,60}?(?:_{5,}|\.{8,}|…{3,}).{0,200}",
    re.IGNORECASE | re.DOTALL,
)


def furniture_of(text: str) -> LeftOut | None:
    """As what furniture the whole of a paragraph is recognised, or None."""
    squeezed = " ".join(text.split())
    if _PAGE_NUMBER.fullmatch(squeezed):
        return LeftOut.PAGE_NUMBER
    return LeftOut.SIGNATURE if _SIGNATURE.fullmatch(squeezed) else None


def less_furniture(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], list[Omission]]:
    """The *blocks* without such lines, and these lines; what is within tables stays."""
    kept: list[Block] = []
    left_out: list[Omission] = []
    for block in blocks:
        words = words_of(block) if isinstance(block, Paragraph) else ""
        if (kind := furniture_of(words)) is not None:
            left_out.append(Omission(words, kind, block.origin))
        else:
            kept.append(block)
    return tuple(kept), left_out
