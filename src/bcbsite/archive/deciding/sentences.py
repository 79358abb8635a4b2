"""One sentence of minutes: whether somebody decided something by it, or it only looks like that.

A sentence decides where its main clause does: “The Board approved the plan”, “It was resolved to wait”, “The
report was noted”, “RESOLVED that …”. What is told of another day, of another body, in a question, a condition
or the words of a speaker, decides nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.deciding.capacity import power_in
from bcbsite.archive.deciding.clauses import (
    asks_or_supposes,
    is_main,
    is_subordinate,
    is_told,
)
from bcbsite.archive.deciding.doubtful import DoubtfulSentences
from bcbsite.archive.deciding.offices import THE_BOARD, Offices, decider_of
from bcbsite.archive.deciding.reasons import Reason
from bcbsite.archive.deciding.records import is_ours_to, is_record, names_record
from bcbsite.archive.deciding.times import When, is_of_another_day, when
from bcbsite.archive.deciding.usages import is_held_to_be, is_undertaken, why_none
from bcbsite.archive.deciding.venues import AT_ANOTHER_BODY, BY_SOMEBODY, is_elsewhere
from bcbsite.archive.deciding.verbs import BY_BASE, BY_PAST, OF_THEMSELVES, PAST, Verb, denied, kind_of
from bcbsite.model.outcome import OutcomeKind


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence decides."""

    kind: OutcomeKind
    by: str
    """Who decided: “the Board”, “the Commissioner”."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that look as if they decided something, and are not understood."""

    words: str


_REACH = 600
"""Characters on either side of a verb in which what belongs to it is looked for: no text is slow to read."""

# “The Commissioner approves contracts above £500,000.”
_PRESENT = "resolves|agrees|decides|approves|adopts"
_VERB = re.compile(rf"\b(?P<verb>{PAST})\b", re.IGNORECASE)
# One of these is in every sentence that decides; nearly every other is told by that at once.
_HINT = re.compile(
    rf"\b(?:{PAST}|{_PRESENT}|adoption|approval|agreement|confirmed|decision\s+was|did\s+not|voted)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"\b(?:{OF_THEMSELVES}|{_PRESENT})\b", re.IGNORECASE)
_ADVERB = r"(?:(?:\w+ly|also|then|therefore|thereafter|further|now|again|all|hereby|duly|so)\s+)*"

_HEAD = re.compile(
    r"""(?: ^ | (?<=[:;]\s)(?=[A-Z]{3}) )              # “… the following resolution: RESOLVED …”
        (?:NOW,?\s+)?
        (?:THEREFORE,?\s+|ACCORDINGLY,?\s+)?
        (?:[Ii][Tt]\s+(?:was|WAS|is|IS)\s+)?           # IT WAS AGREED
        (?:BE\s+IT\s+|Be\s+it\s+)?                     # BE IT RESOLVED
        (?:FURTHER\s+|further\s+)?
        (?:UNANIMOUSLY\s+|[Uu]nanimously\s+)?
        (?P<verb>RESOLVED|AGREED|DECIDED|APPROVED|NOTED|Resolved|Agreed|Decided|resolved)
        (?:\s+(?:UNANIMOUSLY|unanimously|nem\.?\s*con\.?))?
        (?:\s*\([^()]{1,80}\))?                        # Resolved (by 5 votes to 1) that
        (?P<after> \s*(?:[,:;]|/-|\.{3})?\s*(?:\([ivx\d]+\)\s*)?(?:that|THAT|to|TO)\b  # RESOLVED, (i)
          | \s*[:–-] | ,                                                     # RESOLVED –
          | \s+(?=[A-Z][a-z]+\s+[A-Z])                                       # Resolved Councillor Hale write
        )""",
    re.VERBOSE,
)
_BARE = re.compile(
    rf"""(?P<verb>{PAST})(?:\s+(?:unanimously|nem\.?\s*con\.?))?
        (?: \s*\.?$                                                # Agreed.
          | \s+as\s+(?:a|an|the)\s+(?:true|correct|accurate)\b     # Approved as a true record.
          | \s+subject\s+to\b                                      # Approved subject to the changes.
          | \s+and\s+signed\b
          | ,?\s+(?:unanimously|with\s+thanks)\b
        )""",
    re.IGNORECASE | re.VERBOSE,
)
# “Approved by the Commissioner.”
_BARE_BY = re.compile(rf"(?:\w+ly\s+)?(?P<verb>{OF_THEMSELVES})(?=\s+by\s+(?!\d))", re.IGNORECASE)
# “Report noted.”, “Recommendations 1 to 4 approved.”: a record, and what was done with it.
_NOTE = re.compile(
    rf"(?P<subject>(?:The\s+)?[A-Z][^,;:.]{{0,60}}?)\s+(?:duly\s+|unanimously\s+)?(?P<verb>{OF_THEMSELVES})"
    r"(?:\s+(?:unanimously|as\s+(?:a|an|the)\s+(?:true|correct|accurate)\s+record))?\s*\.?$"
)
# “The minutes … were confirmed as a correct record”, “Minutes confirmed and signed”
_CONFIRMED = re.compile(
    r"(?:The\s+|That\s+the\s+)?[Mm]inutes\b[^;:.]{0,200}?\s+(?:(?:was|were)\s+)?(?:\w+ly\s+)?confirmed\b"
    r"(?=\s*\.?$|\s+(?:as|and\s+signed|subject|without|with)\b|,)"
)
# “…, as the quarterly table shows”: what was decided elsewhere, and is reported
_AS_SHOWN = re.compile(r",\s+as\s+[^.;,]{1,60}\b(?:shows?|reports?|records?|sets?\s+out|lists?)\b")
_NOUN = re.compile(
    r"""\b(?: (?P<adoption>(?:Unanimous\s+)?[Aa]doption\s+of)                      # Unanimous adoption of
          | (?:[Tt]he|[Aa])\s+decision\s+was\s+(?:made|taken)\s+(?P<decision>to|that|(?=by\s))
          | (?P<given>[Aa]pproval\s+was\s+(?:given|granted))
          | [Tt]here\s+was\s+(?P<agreement>(?:unanimous\s+|general\s+)?agreement\s+to)
        )\b""",
    re.VERBOSE,
)
_NOUNS = {
    "adoption": OutcomeKind.ADOPTED,
    "decision": OutcomeKind.DECIDED,
    "given": OutcomeKind.APPROVED,
    "agreement": OutcomeKind.AGREED,
}

_IT_WAS = re.compile(rf"(?P<before>.*?)\b[Ii][Tt]\s+(?:was|WAS)\s+{_ADVERB}$", re.DOTALL)
# “agreed that …”, “agreed, by 3 votes”, “agreed Councillor Hale write”
_AFTER_IT_WAS = re.compile(r"\s*(?:\w+ly\s*)?(?:,|:|-|(?:that|to|by|not|and)\b|[A-Z]|nem\.?\s*con\b)")
# “It was agreed that the Board may be the forum” leaves open whether it will.
_LEFT_OPEN = re.compile(r"\s*that\b[^.;]*?\b(?:may|might|could)\b")
_MORE_TO_SAY = re.compile(r"\s*(?:\w+ly\s+)?(?:,|:|-|(?:that|to|not)\b)")
_OPEN = (OutcomeKind.AGREED, OutcomeKind.DECIDED)
"""Kinds of which the words that follow can say more: “agreed to defer”."""

_PASSIVE = re.compile(
    rf"""(?: ^ | [;:] | \s- | ,\s*(?:and\s+)? | \band\s+ )\s*
        (?P<subject>(?:(?:[Tt]he|[Tt]hese|[Tt]his|[Bb]oth|[Aa]ll)\b|[A-Z])(?:[^,;:]|,(?=\d))*?)
        \s+(?:was|were)\s+(?P<not>not\s+)?
        (?:taken\s+as\s+read,?\s+(?:and\s+)?|\w+ed\s+and\s+  # completed and
          |put\s+(?:to\s+the\s+(?:vote|meeting|Board)\s+)?and\s+(?:was\s+|were\s+)?)?  # put to the vote and
        {_ADVERB}$""",
    re.VERBOSE,
)
# “The minutes, as amended, were approved.”
_PARENTHESIS = re.compile(r",\s+(?:as|with|subject\s+to|having|including)\b[^,;]{0,60},")
_RELATIVE = re.compile(
    r"\b(?:that(?!\s+(?:amendment|change|correction|addition|proviso|condition|caveat|one|point|basis)\b)|which|who|whose"
    r"|when|where|if|whether|because|although|though|whilst?|whereas|unless|until|once)\b"
)
_SOMEBODY_ELSE = re.compile(r"\b(?:that|which|who|whom|whose|already|had|has|have|been|was|were|having)\b")
# “was satisfied with the plan and”, “had no objection and”
_SATISFIED = re.compile(r"^(?:(?:was|were)\s+(?:satisfied|content|happy|pleased)|had\s+no\s+\w+)\b")

# “had resolved to”, “the Panel resolved to”: not here, or not they.
_NOT_HERE = re.compile(
    r"\b(?:had|has|have|having|be|been|being|will|would|can|could|may|might|to|not)\s+(?:\w+ly\s+)?$"
)
_ANOTHER_SUBJECT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[A-Z][\w'-]+)\s+(?:[\w'-]+\s+){0,4}$"
)


def says_decided(sentence: str) -> bool:
    """Whether *sentence* has a word that decides, such as “resolved” or “agreed”, whatever it does there."""
    return _SAYS.search(sentence) is not None


class SentenceReader:
    """Reads the sentences of one body's minutes, in folded text."""

    def __init__(self, offices: Offices) -> None:
        """*offices* recognises who can decide."""
        self._offices = offices
        self._doubtful = DoubtfulSentences(offices)
        verb = rf"(?P<aux>(?:has|have|had)\s+)?{_ADVERB}$"
        decider = rf"(?<!\w)(?:{offices.decider})"
        # “The Board, having met, unanimously …”
        self._subject = re.compile(rf"(?P<before>.*?){decider}(?:\s*,[^,]*,)?\s+{verb}", re.DOTALL)
        self._decider = re.compile(rf"(?:{offices.body}|{offices.members}|{offices.office})\s*:?\W*")
        # “The Board received the report and …”
        self._second_verb = re.compile(
            rf"^(?P<before>.*?){decider}\s+(?P<middle>.+?)[,;]?\s+(?:and|but)\s+{verb}", re.DOTALL
        )
        # “…, and after discussion the Board”, “… and it was”
        self._clause = re.compile(
            rf"(?:[,;]|\band\b|\bbut\b)\s+(?:(?:and|but)\s+)?(?:(?:after|following)\s+(?:\w+\s+)?"
            rf"(?:discussion|debate|deliberation|consideration),?\s+)?(?:[Ii]t\s+was|{decider})\s+{verb}"
        )
        # “The Commissioner gave her approval to the sale.”
        self._gave = re.compile(
            rf"(?P<before>.*?){decider}\s+gave\s+(?:(?:its|their|his|her|formal)\s+){{0,2}}(?:\w+\s+)?approval\b"
        )
        # “The Board did not approve …”, “The Board voted against …”
        self._refusing = re.compile(
            rf"{decider}\s+(?:did\s+not\s+(?P<base>{'|'.join(BY_BASE)})\b|voted\s+against\b)"
        )

    def read(self, sentence: str, before: str = "") -> Iterator[Deed | Unclear | Reason]:
        """What *sentence* decides; *before* is the sentence before it. Two verbs can decide two things.

        Of one that has a word that decides, and decides nothing, the reason; of one without, nothing.
        """
        has_hint = _HINT.search(sentence) is not None
        if asks_or_supposes(sentence):
            if has_hint and says_decided(sentence):
                yield Reason.QUESTION
            return
        if self._doubtful.is_of_procedure(sentence) and not says_decided(sentence):
            yield Reason.PROCEDURE
            return
        found = list(self._found(sentence, before)) if has_hint else []
        if all(isinstance(one, Reason) for one in found) and (words := self._doubtful.find(sentence)):
            yield Unclear(words)
        else:
            yield from found

    def _found(self, sentence: str, before: str) -> Iterator[Deed | Unclear | Reason]:
        if deed := self._whole(sentence):
            yield deed
        else:
            yield from self._of_verbs(sentence, before)

    def _of_verbs(self, sentence: str, before: str) -> Iterator[Deed | Unclear | Reason]:
        """All that the verbs of *sentence* decide; else what is not clear, else the reason of the first."""
        of_each = (self._of_verb(sentence, match, before) for match in _VERB.finditer(sentence))
        found = dict.fromkeys(one for one in of_each if one)
        deeds = [one for one in found if isinstance(one, Deed)]
        unclear = [one for one in found if isinstance(one, Unclear)]
        yield from deeds or unclear[:1] or list(found)[:1]
        if not found and says_decided(sentence):
            yield Reason.PRESENT

    def is_decider(self, words: str) -> bool:
        """Whether *words* name one who decides, and nothing else: “The Board:”"""
        return self._decider.fullmatch(words) is not None

    def is_of_others(self, after: str) -> bool:
        """Whether the words *after* a verb say that somebody else did it, or that it was done elsewhere."""
        return self._doubtful.is_of_others(after)

    def of_resolution(self, words: str) -> Deed | None:
        """What the *words* of a resolution say themselves: “The Commissioner approved the sale.”"""
        return next((found for found in self.read(words) if isinstance(found, Deed)), None)

    def _whole(self, sentence: str) -> Deed | None:
        """A sentence that decides by its form: “RESOLVED that …”, “Approved as a true record.”"""
        if match := _HEAD.search(sentence):
            return _of_head(match, sentence)
        if deed := self._bare(sentence):
            return deed
        if (match := self._gave.match(sentence[:_REACH])) and is_main(match["before"]):
            return (
                None
                if is_of_another_day(match["before"])
                else self._deed(OutcomeKind.APPROVED, match, sentence)
            )
        if match := _NOUN.search(sentence[:_REACH]):
            return self._of_noun(match, sentence)
        if match := self._refusing.match(sentence):
            kind = denied(BY_BASE[match["base"]].kind) if match["base"] else OutcomeKind.REJECTED
            return self._deed(kind, match, sentence)
        return None

    def _bare(self, sentence: str) -> Deed | None:
        """A note and no sentence: “Agreed.”, “Approved by the Commissioner.”, “Report noted.”"""
        if match := _BARE.match(sentence):
            return Deed(BY_PAST[match["verb"].lower()].kind, THE_BOARD)
        if (match := _BARE_BY.match(sentence)) and (
            by := self._offices.named_after_by(sentence[match.end() :])
        ):
            return Deed(BY_PAST[match["verb"].lower()].kind, by)
        if (match := _NOTE.match(sentence)) and (
            is_record(match["subject"]) and not _RELATIVE.search(match["subject"])
        ):
            return Deed(BY_PAST[match["verb"].lower()].kind, THE_BOARD)
        if (match := _CONFIRMED.match(sentence)) and _is_of_this_day(match, sentence):
            return Deed(OutcomeKind.APPROVED, THE_BOARD)
        return None

    def _deed(self, kind: OutcomeKind, match: re.Match[str], words: str) -> Deed | None:
        """What the decider in *match* does; an officer decides only where *words* say by what power."""
        if match["officer"] and (not power_in(words, delegated=True) or _AS_SHOWN.search(words)):
            return None
        return Deed(kind, decider_of(match))

    def _of_noun(self, match: re.Match[str], sentence: str) -> Deed | None:
        """“The decision was taken to wait”, “Approval was given”, by the body or by whom it names."""
        before, after = sentence[: match.start()], sentence[match.end() :]
        if is_subordinate(before) or is_of_another_day(before) or (match["adoption"] and before):
            return None
        by = self._offices.named_after_by(after) if re.match(r"\s*by\b(?!\s+\d)", after) else THE_BOARD
        return Deed(_NOUNS[match.lastgroup or ""], by) if by else None

    def _of_verb(self, sentence: str, match: re.Match[str], before: str) -> Deed | Unclear | Reason | None:
        left = sentence[max(0, match.start() - _REACH) : match.start()]
        right = sentence[match.end() : match.end() + _REACH]
        verb = BY_PAST[match["verb"].lower()]
        if why := why_none(verb, left, right):
            return None if verb.of_deciders else why
        time = when(left, right)
        if time is When.ANOTHER:
            clause = self._after_another_day(match[0], left, right) if when("", right) is When.HERE else None
            return None if verb.of_deciders else clause or Reason.ANOTHER_DAY
        found = self._of_form(verb, match[0], left, right, before)
        return _unclear_of(match[0], right) if time is When.UNCLEAR and isinstance(found, Deed) else found

    def _of_form(
        self, verb: Verb, word: str, left: str, right: str, before: str
    ) -> Deed | Unclear | Reason | None:
        """What *verb* decides by the form of its clause."""
        if verb.of_deciders:
            return self._active(verb, left, right)
        return (
            self._impersonal(verb, left, right, before)
            or self._active(verb, left, right)
            or self._passive(verb, left, right)
            or _elliptic(verb, left, right)
            or _unclear(word, left, right)
            or _why_not(left)
        )

    def _after_another_day(self, word: str, left: str, right: str) -> Unclear | None:
        """“Plans had been sent, and after discussion it was resolved to …”: of which day is not clear."""
        begins = self._clause.search(left)
        if begins is None or when(left[begins.start() :]) is When.ANOTHER:
            return None
        return _unclear_of(word, right)

    def _impersonal(self, verb: Verb, left: str, right: str, before: str) -> Deed | Unclear | None:
        """“It was agreed that …”, by the body or by whom the sentence names."""
        match = _IT_WAS.match(left)
        if match is None or verb.kind is OutcomeKind.NOTED or not is_main(match["before"]):
            return None
        if _LEFT_OPEN.match(right):
            return None if is_of_another_day(before.rstrip(".")) else Unclear(f"It was {verb.past}")
        if not _AFTER_IT_WAS.match(right) or is_held_to_be(right):
            return None
        by = self._offices.named_after_by(right) if BY_SOMEBODY.match(right.lstrip()) else THE_BOARD
        return Deed(_kind(verb, right), by) if by else None

    def _active(self, verb: Verb, left: str, right: str) -> Deed | Unclear | Reason | None:
        """“The Board approved …”, “Members agreed …”, “The Commissioner has decided …”."""
        direct = self._subject.match(left)
        match = direct or self._with_second_verb(left)
        if match is None or not is_main(match["before"]):
            return None
        has_done = (match["aux"] or "").strip()
        if has_done == "had":
            return None
        if match["office"] and (found := _of_one_person(verb, match["office"], has_done, right)):
            return found
        if match["office"] and verb.of_records and not (direct and names_record(right.partition(",")[0])):
            return None
        return self._deed(_kind(verb, right), match, f"{left}{right}")

    def _with_second_verb(self, left: str) -> re.Match[str] | None:
        match = self._second_verb.match(left)
        if match and _SOMEBODY_ELSE.search(_SATISFIED.sub("", match["middle"])):
            return None
        return match

    def _passive(self, verb: Verb, left: str, right: str) -> Deed | None:
        """“The minutes were agreed”, of records; of anything where it is said that the body did it."""
        left = _PARENTHESIS.sub("", left)
        match = _PASSIVE.search(left)
        if match is None or is_told(left[: match.start("subject")]) or _RELATIVE.search(match["subject"]):
            return None
        kind = denied(verb.kind) if match["not"] else _kind(verb, right)
        if by := BY_SOMEBODY.search(right):
            named = self._offices.named_after_by(right[by.start() :])
            return Deed(kind, named) if named else None
        if is_elsewhere(right) or is_held_to_be(right):
            return None
        is_ours = is_ours_to(kind, match["subject"]) and not AT_ANOTHER_BODY.search(right)
        return Deed(kind, THE_BOARD) if is_ours else None


def _is_of_this_day(match: re.Match[str], sentence: str) -> bool:
    said = match[0]
    if _RELATIVE.search(said) or _NOT_HERE.search(said.removesuffix("confirmed")):
        return False
    return not is_of_another_day(said, sentence[match.end() :])


def _of_head(match: re.Match[str], sentence: str) -> Deed | None:
    kind = BY_PAST[match["verb"].lower()].kind
    if kind is OutcomeKind.NOTED and "that" in match["after"].lower():
        return None
    return Deed(kind_of(sentence[match.end() :], kind) if kind in _OPEN else kind, THE_BOARD)


def _elliptic(verb: Verb, left: str, right: str) -> Deed | None:
    """“Donation requested, agreed to pay £65”: the body is not named, and nobody else is."""
    begins = re.search(r"(?:[,;:]|\s-)\s*$", left)
    if verb.kind not in _OPEN or not begins or not re.match(r"\s+(?:not\s+)?to\b", right):
        return None
    return Deed(_kind(verb, right), THE_BOARD)


def _unclear(word: str, left: str, right: str) -> Unclear | None:
    """What is written as decisions are, in capitals or as “resolved that”, and was not understood."""
    if not word.isupper():
        if word.lower() != "resolved" or not re.match(r"\s+(?:that|to)\b", right):
            return None
        if _NOT_HERE.search(left) or _ANOTHER_SUBJECT.search(left):
            return None
    return _unclear_of(word, right)


def _of_one_person(verb: Verb, office: str, has_done: str, right: str) -> Unclear | Reason | None:
    """What an office may have done some other day, and what one person only undertakes."""
    if has_done:
        return Unclear(f"{office} {has_done} {verb.past}")
    undertaken = is_undertaken(right) if verb.kind is OutcomeKind.AGREED else False
    if undertaken is None:
        return _unclear_of(verb.past, right)
    return Reason.COURTESY if undertaken else None


def _unclear_of(word: str, right: str) -> Unclear:
    """That the verb *word* before *right* is not understood."""
    return Unclear(f"{word}{right[:40]}".rstrip())


def _why_not(left: str) -> Reason:
    """The reason why a verb after *left* decides nothing, where no form of a decision has it."""
    if _NOT_HERE.search(left):
        return Reason.NOT_DONE
    return Reason.SUBORDINATE if is_subordinate(left) else Reason.SOMEBODY_ELSE


def _kind(verb: Verb, right: str) -> OutcomeKind:
    """The verb's kind; “agreed to defer” is deferred, and “resolved to approve” approved."""
    return kind_of(right, verb.kind) if verb.kind in _OPEN and _MORE_TO_SAY.match(right) else verb.kind
