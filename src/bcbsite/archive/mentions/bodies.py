"""Whose board is meant: which words before “Board” leave it this one, and which name another body."""

import re
from collections.abc import Iterable

from bcbsite.read.dates import MONTHS

_BEFORE_OURS = frozenset(
    {
        "the",
        "this",
        "next",
        "last",
        "previous",
        "our",
        "at",
        "to",
        "by",
        "for",
        "of",
        "from",
        "in",
        "on",
        "and",
        "or",
        "following",
        "after",
        "before",
        "since",
        "as",
        "with",
        "full",
        "extraordinary",
        "ordinary",
        "special",
        "scheduled",
        "&",
    }
)
_BODIES = (
    r"Panel|Committee|Alliance|Authority|Council|Cabinet|Partnership|Forum|Group|Trust|Assembly|Parliament|Court"
    r"|Countywide|Federation|College|HMICFRS|HMIC|Home Office|FEB|JAC|PCP|CSP|LRF|LCJB|NPCC|APCC"
)
_PLANS = r"[Ff]ramework|[Aa]ction [Pp]lan|[Ww]ork [Pp]rogramme"
_DEFINED = re.compile(
    r"(?P<name>[A-Z][^.;()“”]{3,80}?)\s*\((?:[^()]{0,40}?\s)?(?:the\s+)?[“\"‘'](?:the\s+)?Board[”\"’']\)"
)
_A_DEFINITION = re.compile(r"Board[”\"’']\)")
_SENTENCE = re.compile(r"[.!?;]\s")
_SENT_TO = re.compile(
    r"\b(?:circulated|e-?mailed|sent|wr[io]t\w*|issued|forwarded|reach\w*)\b[^.;]{0,80}\bto\s+(?:the\s+)?$"
    r"|\breach\w*\s+(?:the\s+)?$|\b(?:vacancy|complaints?|letters?)\b[^.;]{0,40}$"
)


def pattern_of(names: Iterable[str]) -> str:
    """The names as a part of a pattern: whatever spaces and hyphens stand between their words."""
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+").replace(r"\-", "[-‐‑]") for name in longest_first)


FAR = 1_000
"""Characters: in a sentence without end, what stands further away does not count, or it would be gone through
again for each mention."""


def sentence_before(text: str, end: int) -> str:
    """The sentence of *text* in which *end* lies, from its beginning to there."""
    start = max(0, end - FAR)
    return text[max((match.end() for match in _SENTENCE.finditer(text, start, end)), default=start) : end]


def sentence_after(text: str, start: int) -> str:
    """The sentence of *text* in which *start* lies, from there to its end."""
    end = min(len(text), start + FAR)
    match = _SENTENCE.search(text, start, end)
    return text[start : match.start() if match else end]


class Bodies:
    """Tells this board from other bodies."""

    def __init__(self, names: Iterable[str]) -> None:
        """*names* are the board's name and aliases."""
        names = tuple(names)
        self.known = pattern_of(names)
        """The names as a part of a pattern."""
        self._known = re.compile(self.known)
        self._is_known = re.compile(rf"(?:{self.known})$")
        boards = r"(?!(?:The|This|At|Next|Last|Previous|Our|On|Extraordinary)\b)[A-Z][\w’'-]*\s+Board\b"
        self._other = re.compile(rf"\b(?:{_BODIES})\b|\b{boards}|\bresidents\b")
        self._other_of_list = re.compile(rf"{self._other.pattern}|\b(?:{_PLANS})\b")

    def names_another(self, words: str) -> bool:
        """Whether *words* name a body that is not this board."""
        return bool(self._other.search(self._known.sub("", words)))

    def names_anothers_list(self, words: str) -> bool:
        """Whether *words* name another body, or a plan whose actions are not this board's."""
        return bool(self._other_of_list.search(self._known.sub("", words)))

    def defines_another(self, text: str) -> bool:
        """Whether *text* says that it calls a body of another name “the Board”."""
        if "Board" not in text or not _A_DEFINITION.search(text):
            return False
        return any(not self._is_known.search(found["name"]) for found in _DEFINED.finditer(text))

    def is_ours(self, text: str, start: int, bare: bool) -> bool:
        """Whether the board named at *start* of *text* is this one; *bare* says that it is called “Board”."""
        sentence = sentence_before(text, start)
        before = sentence.rstrip()
        word = re.sub(r"[(“‘\"',;:–—*]", "", before.rpartition(" ")[2].rpartition("\n")[2])
        if _SENT_TO.search(sentence) or re.search(r"(?:Group|Committee|Panel)\s+of(?:\s+the)?$", before):
            return False
        if bare:
            known = word == "" or word.casefold() in _BEFORE_OURS or word in MONTHS
            return known or bool(self._is_known.search(before))
        return not word.endswith(("’s", "s’")) and (not word[:1].isupper() or word.casefold() in _BEFORE_OURS)
