"""What a sentence does with minutes: approves them, plainly or not, puts them off, or refuses them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.archive.deciding.reader import Outcome
from bcbsite.model.outcome import OutcomeKind


class ApprovalKind(StrEnum):
    """What a meeting did with earlier minutes."""

    PLAIN = "approved"
    AMENDED = "approved subject to amendments"
    DEFERRED = "put off"
    REFUSED = "not approved"

    @property
    def is_approval(self) -> bool:
        """Whether the minutes are approved by it."""
        return self in (ApprovalKind.PLAIN, ApprovalKind.AMENDED)


@dataclass(frozen=True, slots=True)
class ApprovingWords:
    """What a sentence says of the approval of minutes."""

    kind: ApprovalKind
    condition: str | None = None
    """What they were approved subject to, as printed; empty where that stands elsewhere."""
    signer: str | None = None
    """Who signed them, as printed: `the Chair`."""


_APPROVING = {OutcomeKind.APPROVED, OutcomeKind.AGREED, OutcomeKind.ADOPTED, OutcomeKind.ACCEPTED}
_REFUSING = {OutcomeKind.NOT_APPROVED, OutcomeKind.NOT_AGREED, OutcomeKind.REFUSED, OutcomeKind.REJECTED}
# A deferral beats an approval: what the board agreed to may be to wait.
_DEFERRED = re.compile(
    r"\b(?:deferred|postponed|carried\s+(?:over|forward)|not\s+(?:been\s+)?(?:circulated|available|ready)"
    r"|will\s+(?:now\s+)?(?:go|come|be\s+(?:brought|presented|submitted|considered))|to\s+be\s+approved"
    r"|(?:should|would)\s+be\s+(?:brought|considered)|brought\s+back|next\s+meeting)\b"
)
# “and would be signed at the next meeting” puts off no approval.
_TO_BE_SIGNED = re.compile(r"\b(?:to|will|would|should)\s+be\s+(?:\w+ly\s+)?signed\b[^.;]*", re.IGNORECASE)
_OF_MINUTES = re.compile(
    r"\b(?:minutes|they|those|them|these|this|approval|(?:true|correct|accurate)(?:\s+and\s+\w+)?\s+(?:record|account))\b",
    re.IGNORECASE,
)
_NOT_TO_APPROVE = re.compile(r"\bnot\s+(?:to\s+)?(?:be\s+)?approve")
_NO_APPROVAL = re.compile(r"\bamendments?\s+to\b|\bto\s+consider\b")
# “Confirmed as a correct record”, “signed as an accurate record of the meeting”, “taken to be a true account”
_AS_A_RECORD = (
    r"(?:as|to\s+be|were)\s+(?:being\s+)?(?:an?|the)?\s*"
    r"(?:true|correct|accurate|fair)(?:\s+and\s+(?:true|correct|accurate|fair|proper))?\s+(?:record|account|reflection)"
)
_CONFIRMED = re.compile(
    rf"(?<!not\s)(?<!not be\s)(?<!be\s)\b(?:confirmed|signed|verified|received|taken|passed|recorded|approved"
    rf"|agreed|accepted)\b[^.;]{{0,80}}?\b{_AS_A_RECORD}\b",
    re.IGNORECASE,
)
# “The minutes of 3 May were confirmed”, “Minutes confirmed.”, “The Chair signed the minutes”
_MINUTES_WERE = re.compile(
    r"\bminutes\b[^.;]{0,120}?\s(?:(?:was|were)\s+)?(?:duly\s+|then\s+)?(?:confirmed|signed)\b"
    r"|^\W*(?:confirmed|signed)\b(?!\s+that)"
    r"|\b(?:confirmed|signed)\s+(?:off\s+)?(?:the|those|these)\s+minutes\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:asked|invited|requested|unable|cannot|could\s+not|not\s+yet|were\s+not|was\s+not|until|whether|once"
    r"|to\s+be\s+(?:\w+ly\s+)?(?:confirmed|signed|verified|approved|agreed|accepted))\b"
)
# “subject to the following amendments: …”, “with one correction, …”, “as amended”
_CONDITION = re.compile(
    r"\b(?:subject\s+to(?:\s+(?:the|a|an|one|two|some|minor|following|small)\b)*"
    r"(?:\s+(?:amend(?:ment)?s?|corrections?|changes?|additions?|alterations?)\b)?"
    r"|with\s+(?:the\s+following|an?|one|two|three|some|several|minor)\s+(?:\w+\s+)?"
    r"(?:amendments?|corrections?|changes?|additions?|alterations?)"
    r"|as\s+(?:amended|corrected)|once\s+(?:amended|corrected))\b"
    r"(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
# “Subject to this, the minutes were approved.”
_MAIN_CLAUSE = re.compile(
    r",\s+(?:the|those|these|all)\s+minutes\b.*|,\s+(?:it|the\s+Board|members)\s.*", re.IGNORECASE
)
# “: ”, “ being made: ”; but a quotation mark, a bracket or a £ belongs to the words
_BEFORE_WORDS = re.compile(r"^[\s:;,.\u2013\u2014-]*(?:being\s+made\b[\s:;,.\u2013\u2014-]*)?")
_IS_ONLY_SIGNING = re.compile(r"\W*(?:and\s+)?(?:\w+\s+)?sign(?:ed|ing)\b", re.IGNORECASE)
_SIGNER = re.compile(
    r"\bsigned\s+(?:off\s+)?(?:by\s+)(?P<by>[^,.;]{2,60}?)(?=\s+(?:as|on|at|and)\b|[,.;]|\s*$)"
    r"|\b(?P<who>[Tt]he\s+(?:Chair(?:man|woman|person)?|Commissioner|PCC|PFCC|Mayor))\s+(?:\w+ly\s+)?signed\b"
)


class Stated:
    """The outcomes of a passage, for its sentences: each may be a part of one, or the other way round."""

    MANY = 50
    """From so many different ones on, a sentence has only those that are the whole of it, or each would be
    compared with each."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._kinds: dict[str, set[OutcomeKind]] = {}
        for outcome in outcomes:
            self._kinds.setdefault(outcome.text, set()).add(outcome.kind)

    def of(self, words: str) -> set[OutcomeKind]:
        """What a sentence with *words* states."""
        if len(self._kinds) >= self.MANY:
            return self._kinds.get(words, set())
        return {
            kind for text, kinds in self._kinds.items() if words in text or text in words for kind in kinds
        }


def is_of_minutes(sentence: str) -> bool:
    """Whether *sentence* can be about minutes."""
    return _OF_MINUTES.search(sentence) is not None


def approving_words(sentence: str, stated: Stated) -> ApprovingWords | None:
    """What *sentence* does with minutes; nothing where it neither approves nor refuses, nor puts off."""
    if not (is_of_minutes(sentence) or _MINUTES_WERE.match(sentence)):
        return None
    kinds = stated.of(sentence.strip())
    if _DEFERRED.search(_TO_BE_SIGNED.sub("", sentence)) or OutcomeKind.DEFERRED in kinds:
        return ApprovingWords(ApprovalKind.DEFERRED)
    if kinds & _REFUSING or (kinds & _APPROVING and _NOT_TO_APPROVE.search(sentence)):
        return ApprovingWords(ApprovalKind.REFUSED)
    if not (kinds & _APPROVING or _is_confirmed(sentence)):
        return None
    condition = _condition(sentence)
    if condition is None and _NO_APPROVAL.search(sentence):
        return None
    kind = ApprovalKind.PLAIN if condition is None else ApprovalKind.AMENDED
    return ApprovingWords(kind, condition, _signer(sentence))


def _is_confirmed(sentence: str) -> bool:
    """Whether minutes are confirmed by *sentence*, as a correct record or by a signature."""
    match = _CONFIRMED.search(sentence) or _MINUTES_WERE.search(sentence)
    return match is not None and not _SUPPOSED.search(sentence[: match.end()])


def _condition(sentence: str) -> str | None:
    """What the approval in *sentence* is subject to; empty where the words do not say it themselves."""
    match = _CONDITION.search(sentence)
    if match is None or _IS_ONLY_SIGNING.match(match["what"]):
        return None if match is None or "subject" in match[0].lower() else ""
    what = _MAIN_CLAUSE.sub("", " ".join(match["what"].split()))
    words = _BEFORE_WORDS.sub("", what)
    return (
        ""
        if re.fullmatch(r"(?:the\s+)?(?:following|above|below|this|that|these|those)?\W*", words)
        else words
    )


def _signer(sentence: str) -> str | None:
    match = _SIGNER.search(sentence)
    return " ".join((match["by"] or match["who"]).split()) if match else None
