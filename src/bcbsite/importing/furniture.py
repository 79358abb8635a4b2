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
    r"(?:signed|signature|chair(?:man|person|woman)?(?:['’]?s signature)?|dated?)\b"
    r".{0,60}?(?:_{5,}|\.{8,}|…{3,}).{0,200}",
    re.IGNORECASE | re.DOTALL,
)
# Small words beside a rule to write on that are part of it; any other begins or ends a sentence.
_BESIDE_RULE = re.compile(
    r"signed|signature|dated?|by|as|an?|true|correct|accurate|record|of|the|minutes|meeting|chair(?:man|person|woman)?"
    r"|on|and|confirmed|approved|agreed|name|print(?:ed)?|for|behalf|in|block|capitals|day|st|nd|rd|th|s|\d+"
)
_WORD = re.compile(r"[A-Za-z]+|\d+")


def furniture_of(text: str) -> LeftOut | None:
    """As what furniture the whole of a paragraph is recognised, or None."""
    squeezed = " ".join(text.split())
    if _PAGE_NUMBER.fullmatch(squeezed):
        return LeftOut.PAGE_NUMBER
    return LeftOut.SIGNATURE if is_signature(squeezed) else None


def is_signature(text: str) -> bool:
    """Whether a line is one to sign on and nothing more: names, a day, and no sentence."""
    return bool(_SIGNATURE.fullmatch(text)) and is_no_sentence(text)


def is_no_sentence(text: str) -> bool:
    """Whether *text* has no small words but those that stand beside a rule to sign on."""
    return all(_BESIDE_RULE.fullmatch(word) for word in _WORD.findall(text) if not word[0].isupper())


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
