"""Outcomes: the sentences of minutes by which the board itself disposed of an item.

They are read from the text and never reworded. What somebody else noted or approved, what the board was asked
to do, and what it noted *that*, are none.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

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


_VERBS = "|".join(OutcomeKind)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’)]?\s+(?=[A-Z“‘(])")
_ADVERB = r"(?:(?:also|formally|further|then|therefore|unanimously)\s+)?"
# `noted that` tells what was said; the other verbs decide whatever follows.
_DONE = rf"{_ADVERB}(?P<verb>{_VERBS})\b(?!(?<=noted)\s+that\b)"
_PASSIVE = re.compile(
    rf"^(?:the\s+|these\s+|this\b|both\s+).*?\b(?:was|were)\s+{_DONE}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_AND_DONE = re.compile(rf"\band\s+{_DONE}")
_CONDITION = re.compile(r"^(?:Subject to|Following|After|Having)\b[^,]*,\s+")
_RECORDS = re.compile(r"\b(?:minutes|report|paper|recommendations?)\b", re.IGNORECASE)
_BY_STEM = {
    "approv": OutcomeKind.APPROVED,
    "agree": OutcomeKind.AGREED,
    "adopt": OutcomeKind.ADOPTED,
    "accept": OutcomeKind.ACCEPTED,
    "note": OutcomeKind.NOTED,
    "defer": OutcomeKind.DEFERRED,
}
_TELLING = re.compile(rf"\b({'|'.join(_BY_STEM)})", re.IGNORECASE)


class OutcomeReader:
    """Reads outcomes in the minutes of one board."""

    def __init__(self, names: Sequence[str]) -> None:
        """*names* are the board's name and aliases."""
        known = "|".join(re.escape(name) for name in sorted({"Board", *names}, key=len, reverse=True))
        # `The Business Coordination Board (the “Board”) approved …`
        subject = rf"(?:The\s+)?(?:{known})(?:\s+\([^)]*\))?"
        self._active = re.compile(rf"^{subject}\s+(?:(?:has|have)\s+)?{_DONE}")
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
                for sentence in _SENTENCE_END.split(block.prose.text):
                    for kind in self._kinds(sentence):
                        yield Outcome(kind, sentence, passage)

    def _kinds(self, sentence: str) -> Iterator[OutcomeKind]:
        """What *sentence* states; `noted the report and approved the plan` states two things."""
        sentence = _CONDITION.sub("", sentence)
        if match := self._active.match(sentence) or self._satisfied.match(sentence):
            yield OutcomeKind(match["verb"])
            for other in _AND_DONE.finditer(sentence, match.end()):
                yield OutcomeKind(other["verb"])
        elif (match := _PASSIVE.match(sentence)) and self._is_the_boards(sentence, match):
            yield OutcomeKind(match["verb"].lower())

    def _is_the_boards(self, sentence: str, match: re.Match[str]) -> bool:
        """Whether it was the board that did it: it says so, or the minutes were agreed and signed."""
        by_someone = re.search(r"\bby\s", match["rest"])
        if by_someone and "signed by" not in match["rest"]:
            return bool(self._by_board.search(match["rest"]))
        return bool(_RECORDS.search(sentence[: match.start("verb")]))


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
    """What a resolution is by its first telling word: `To note the report` is noted; else it is agreed."""
    match = _TELLING.search(entry) or _TELLING.search(text)
    return _BY_STEM[match[1].lower()] if match else OutcomeKind.AGREED
