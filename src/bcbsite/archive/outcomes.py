"""Outcomes: the sentences of minutes by which the board itself disposed of an item.

They are read from the text and never reworded. What somebody else noted or approved, what the board was asked
to do, and what it noted *that*, are none.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bcbsite.archive.mentions.bodies import pattern_of
from bcbsite.model.blocks import ListBlock, Paragraph, Role, plain_text
from bcbsite.model.body import Body, Passage


class OutcomeKind(StrEnum):
    """What became of an item."""

    APPROVED = "approved"
    AGREED = "agreed"
    ADOPTED = "adopted"
    ACCEPTED = "accepted"
    NOTED = "noted"
    DEFERRED = "deferred"


class Origin(StrEnum):
    """How it is known that something was decided."""

    RESOLUTION = "resolution"
    STATED = "stated in the minutes’ front matter"
    NOTICE = "decision notice"
    TEXT = "read from the text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, or a resolution, that states an outcome."""

    kind: OutcomeKind
    text: str
    """The sentence as printed."""
    passage: Passage
    origin: Origin = Origin.TEXT
    before: str = ""
    """The sentence before it, where it disposes of no more than `this`."""


_VERBS = "|".join(OutcomeKind)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’)]?\s+(?=[A-Z“‘(])")
_ADVERB = r"(?:(?:also|formally|further|then|therefore|unanimously)\s+)?"
# `noted that` tells what was said; the other verbs decide whatever follows.
_DONE = rf"{_ADVERB}(?P<verb>{_VERBS})\b(?!(?<=noted)(?:\s+with\s+\w+|,?\s+however,?)?\s+that\b)"
_PASSIVE = re.compile(
    rf"^(?:the\s+|these\s+|this\b|both\s+).*?\b(?:was|were)\s+{_DONE}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
# `noted the report, which the Panel had considered and approved`: somebody else did the second thing.
_SOMEBODY_ELSE = re.compile(r"\b(?:that|which|who|whom|whose|already|had|has|have|been|was|were|having)\b")
_TOLD = re.compile(r"\b(?:that|whether|if|said|asked|advised|explained|reported|confirmed|informed)\b")
_ELSEWHERE = re.compile(r"\bat\s+(?:the\s+)?(?:[a-z]+\s+)?(?!Board\b)[A-Z]")
_THIS = re.compile(rf"\b(?:{_VERBS})\s+(?:to\s+|with\s+)?(?:this|that|these|it)\W*$")
_AND_DONE = re.compile(rf"\band\s+{_DONE}")
_CONDITION = re.compile(r"^(?:Subject to|Following|After|Having)\b.*?,\s+(?=the\b|both\b|these\b)", re.DOTALL)
_RECORDS = re.compile(r"\b(?:minutes|report|paper|recommendations?)\b", re.IGNORECASE)
_BY_STEM = {
    "approv": OutcomeKind.APPROVED,
    "agree": OutcomeKind.AGREED,
    "adopt": OutcomeKind.ADOPTED,
    "accept": OutcomeKind.ACCEPTED,
    "note": OutcomeKind.NOTED,
    "defer": OutcomeKind.DEFERRED,
}
_STEM = rf"(?P<stem>{'|'.join(_BY_STEM)})"
_TO_DO = re.compile(
    rf"\W*(?:\([ivxa-z\d]+\)\s*)?(?:that\s+(?:the\s+board|it)\s+)?(?P<not>not\s+)?(?:to\s+)?(?P<never>not\s+)?{_STEM}",
    re.IGNORECASE,
)
_BE_DONE = re.compile(rf"\b(?P<not>not\s+)?be\s+(?P<never>not\s+)?(?:\w+ly\s+)?{_STEM}", re.IGNORECASE)


class OutcomeReader:
    """Reads outcomes in the minutes of one board."""

    def __init__(self, names: Sequence[str]) -> None:
        """*names* are the board's name and aliases."""
        known = pattern_of({"Board", *names})
        # `The Business Coordination Board (the “Board”) approved …`
        subject = rf"(?:The\s+)?(?:{known})(?:\s+\([^)]*\))?"
        self._active = re.compile(
            rf"^{subject}\s+(?:(?:has|have)\s+)?(?:(?:received|considered|reviewed|discussed)\s+and\s+)?{_DONE}"
        )
        self._satisfied = re.compile(rf"^{subject}\s+(?:was|were)\s+satisfied\b.*?\band\s+{_DONE}", re.DOTALL)
        self._by_board = re.compile(rf"\bby\s+(?:the\s+)?(?:{known})\b")

    def read(self, body: Body) -> Iterator[Outcome]:
        """The outcomes in *body*, in order."""
        waiting = deque(body.passages)
        while waiting:
            passage = waiting.popleft()
            if passage.role in (Role.RESOLVED, Role.DECISION, Role.AGREED):
                yield from _resolution(passage, waiting)
            else:
                yield from self._of_passage(passage)

    def _of_passage(self, passage: Passage) -> Iterator[Outcome]:
        for block in passage.blocks:
            if isinstance(block, Paragraph) and block.role is None:
                sentences = _SENTENCE_END.split(block.prose.text)
                for before, sentence in pairwise(["", *sentences]):
                    for kind in self._kinds(sentence):
                        yield Outcome(
                            kind, sentence, passage, before=before if _THIS.search(sentence) else ""
                        )

    def _kinds(self, sentence: str) -> Iterator[OutcomeKind]:
        """What *sentence* states; `noted the report and approved the plan` states two things."""
        sentence = _CONDITION.sub("", sentence)
        if match := self._active.match(sentence) or self._satisfied.match(sentence):
            to_defer = sentence[match.end() :].startswith(" to defer")
            yield OutcomeKind.DEFERRED if to_defer else OutcomeKind(match["verb"])
            looked_at = match.end()
            for other in _AND_DONE.finditer(sentence, match.end()):
                if _SOMEBODY_ELSE.search(sentence, looked_at, other.start()):
                    break
                looked_at = other.start()
                yield OutcomeKind(other["verb"])
        elif (match := _PASSIVE.match(sentence)) and self._is_the_boards(sentence, match):
            yield OutcomeKind(match["verb"].lower())

    def _is_the_boards(self, sentence: str, match: re.Match[str]) -> bool:
        """Whether it was the board that did it: it says so, or the minutes were agreed and signed."""
        rest, before = match["rest"], sentence[: match.start("verb")]
        by_someone = re.search(r"(?<!signed )\bby\s", rest)
        if by_someone:
            return bool(self._by_board.match(rest, by_someone.start()))
        told = _TOLD.search(before) or _ELSEWHERE.search(rest)
        return bool(_RECORDS.search(before)) and not told


_ENTRY = re.compile(r"\((?:[ivx]+|[a-z]|\d{1,2})\)|(?:[ivx]+|[a-z])\)")


def _resolution(passage: Passage, following: deque[Passage]) -> Iterator[Outcome]:
    """What a resolution decides; each entry of a list under it is one, and is taken from *following*."""
    text = passage.text
    entries = list(_entries(passage, following))
    for entry, of in entries or [(text, passage)]:
        if entry.strip():
            yield Outcome(_resolved(entry, text), entry, of, Origin.RESOLUTION)


def _entries(passage: Passage, following: deque[Passage]) -> Iterator[tuple[str, Passage]]:
    """The entries of the list, or the paragraphs that begin with (i) or (a), that come after *passage*."""
    while following and following[0].label is None and following[0].item == passage.item:
        match following[0].blocks:
            case [ListBlock(entries=entries)]:
                listed = following.popleft()
                for entry in entries:
                    yield plain_text(entry.blocks), listed
                return
            case [Paragraph(role=None, prose=prose), *_] if _ENTRY.match(prose.text):
                listed = following.popleft()
                yield listed.text, listed
            case _:
                return


def _resolved(entry: str, text: str) -> OutcomeKind:
    """What a resolution is by its words: `To note the report` is noted; anything else is agreed."""
    for words in (entry, text):
        if match := _TO_DO.match(words) or _BE_DONE.search(words):
            return OutcomeKind.AGREED if match["not"] or match["never"] else _BY_STEM[match["stem"].lower()]
    return OutcomeKind.AGREED
