"""A sentence of minutes that says who came late or left, for whom somebody came, or what was declared.

Its subject must be somebody who can be at the meeting: a person whom the minutes list, a post, a name with a
title, “Members”, or the public and press. “The suspect left the room” says nothing of the meeting.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from bcbsite.archive.deciding.clauses import asks_or_supposes, is_subordinate, is_told
from bcbsite.archive.deciding.times import is_of_another_day
from bcbsite.archive.mentions.names import fold_name
from bcbsite.archive.subjects import less_additions, subject_of
from bcbsite.model.reference import Listed
from bcbsite.read.names import is_name, is_post, is_title, person
from bcbsite.text.fold import folded


class NoteKind(StrEnum):
    """What a note says."""

    ARRIVED = "arrived"
    LEFT = "left"
    SUBSTITUTE = "substitute"
    INTEREST = "interest"


class Doubt(StrEnum):
    """What a sentence looks like that is not understood."""

    ARRIVED = "an arrival"
    LEFT = "a departure"
    SUBSTITUTE = "a substitution"
    INTEREST = "a declaration of interest"


_ROOM = r"(?:the|this)\s+(?:room|meeting|chamber|call|hall)\b(?!\s+(?:of|open|empty|without|with|clean|in)\b)"
_ITEM = r"(?:item|agenda|minute|paragraph)\b"
_AT = r"(?:at|from|by|before|after|during|for|until)\s+"
_CLOCK = r"(?:approximately|about|around|\d)"
_LEFT = re.compile(
    rf"""\b(?: (?P<here> (?:left|withdrew\s+from|retired\s+from|vacated)\s+{_ROOM}
                 | left\s+{_AT}{_ITEM}                              # left during item 6
                 | withdrew\s+(?:for|during|while|from)\s+(?:the|this)\s+(?:item|discussion|vote|debate)\b )
          | left\s+{_AT}{_CLOCK} )                                  # left at 3.15 pm""",
    re.VERBOSE,
)
_ARRIVED = re.compile(
    rf"""\b(?:re-?)?
         (?: (?P<here> (?:joined|entered|arrived\s+(?:at|in|for)|returned\s+to)\s+{_ROOM}
               | (?:joined|arrived|returned)\s+{_AT}{_ITEM} )
           | (?:joined|arrived|returned)\s+{_AT}{_CLOCK}            # joined at 11.15
           | arrived(?:\s+late)?(?=\W*$) )""",
    re.VERBOSE,
)
_SUBSTITUTE = re.compile(
    r"""(?P<before>\(|,\s|\b(?:was|were|is|acted|attended|attending|present)\s+|\b)
        (?: (?:as\s+)?(?:an?\s+|the\s+)?substitut(?:e|ed|es|ing)\s+for
          | (?:as\s+)?(?:an?\s+)?deputi[sz](?:ed|es|ing)\s+for
          | as\s+(?:a\s+)?(?:substitute|deputy)(?!\s+(?:to|[A-Z]))
          | (?:attend(?:ed|ing)|in\s+attendance|present)\s+(?:on\s+behalf|in\s+(?:the\s+)?place)\s+of
          | (?P<both>was\s+represented\s+by|took\s+the\s+place\s+of) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_SUBSTITUTES = re.compile(
    r"(?:there\s+were\s+)?no\s+substitut\w+(?:\s+(?:were|was)\s+\w+)?\W*", re.IGNORECASE
)
_DECLARED = re.compile(r"\bdeclared\b[^.;]{0,120}?\binterests?\b(?!\s+rates?)", re.IGNORECASE)
# “An interest was declared by Mr Kerr”, “Declarations of interest were received from Mr Kerr”
_WAS_DECLARED = re.compile(
    r"""(?: \binterests?\b[^.;]{0,60}?\b(?:was|were|been)\s+(?:\w+\s+)?declared
          | \b(?:declaration|disclosure)s?\s+of\s+(?:\w+\s+){0,4}?interests?\b[^.;]{0,60}?
            \b(?:was|were)\s+(?:made|received|given|recorded|submitted) )\b
        (?P<by>[^.;]{0,60}?\b(?:by|from)\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_NONE_DECLARED = re.compile(
    r"\bno\s+(?:declarations?|disclosures?|(?:\w+\s+)?interests?)\b[^.;]{0,60}\b(?:made|declared|received)",
    re.IGNORECASE,
)
# “The meeting was joined by Ms Shah”
_JOINED_BY = re.compile(r"(?:[Tt]he\s+)?(?:meeting|Board)\s+was\s+(?:then\s+)?joined\s+by\s+")
# “Members were asked to declare any interest”
_TO_DECLARE = re.compile(r"\b(?:asked|reminded|invited|required|should|must|need)\b", re.IGNORECASE)

_REACH = 400
"""Characters of a sentence that are looked through."""
_LONGEST = 10
"""Words of a name or a post."""
# Said of those who were not seen to do it: “that …”, “would have”
_OF_OTHERS = re.compile(
    r"\b(?:said|that|who|which|when|if|whether|had|have|would|will|could|asked|reported|to)\b", re.IGNORECASE
)
# “…, said the Chief Constable”
_SAID_AFTER = re.compile(r",\s+(?:(?:he|she|they)\s+)?(?:said|reported|explained|added|according)\b")
_PEOPLE = re.compile(
    r"""(?:(?:all|both|some|several|no|two|three|four|five|the|other|remaining|\d{1,3})\s+)*
        (?:board\s+)?
        (?: members? (?:\s+of\s+(?:the\s+)?(?:public|press|board|media)
              (?:\s+and\s+(?:the\s+)?(?:press|public))?)?
          | councillors? | trustees | governors | the\s+board
          | (?:public|press|media)(?:\s+and\s+(?:the\s+)?(?:public|press|media))? | observers? | journalists?
          | press\s+reporters? | those\s+present | everyone\s+present )""",
    re.IGNORECASE | re.VERBOSE,
)
_PRONOUN = re.compile(r"(?:^|[,;]\s*|\band\s+)(?:he|she|they|both|all)$", re.IGNORECASE)
# Who may be at a meeting, and may be somebody else.
_MAY_ATTEND = re.compile(
    r"\b(?:officers?|staff|guests?|visitors?|representatives?|presenters?|auditors?|speakers?|attendees?"
    r"|colleagues?|team|delegation|residents?|people|others|inspectors?|advis[eo]rs?|one|most)$",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?:Chief|Detective|Acting|Temporary|Deputy|Inspector|Sergeant|Superintendent)\b")


class AttendanceSentences:
    """Recognises them in the minutes of one meeting, in folded text."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        """*listed* are the people whom the minutes list."""
        self._listed: set[str] = set()
        for one in listed:
            name = fold_name(folded(one.name))
            self._listed |= {name, name.rpartition(" ")[2], fold_name(folded(one.role or ""))}
            self._listed |= {one.initials} if one.initials else set()
        self._listed -= {""}

    def read(self, sentence: str, is_next: bool = False) -> NoteKind | Doubt | None:
        """What *sentence* notes, or seems to note; *is_next* if the sentence before it is a note."""
        sentence = sentence[:_REACH]
        if asks_or_supposes(sentence):
            return None
        for kind, form in ((NoteKind.LEFT, _LEFT), (NoteKind.ARRIVED, _ARRIVED)):
            if (match := form.search(sentence)) and (found := self._moved(kind, sentence, match, is_next)):
                return found
        if match := _JOINED_BY.match(sentence):
            return NoteKind.ARRIVED if self._begins(sentence[match.end() :]) else Doubt.ARRIVED
        return self._substituted(sentence, is_next) or self._declared(sentence, is_next)

    def _moved(
        self, kind: NoteKind, sentence: str, match: re.Match[str], is_next: bool
    ) -> NoteKind | Doubt | None:
        before, after = sentence[: match.start()], sentence[match.end() :]
        return self._of(kind, before, after, is_next, is_here=bool(match["here"]))

    def _substituted(self, sentence: str, is_next: bool) -> NoteKind | Doubt | None:
        if _NO_SUBSTITUTES.fullmatch(sentence):
            return NoteKind.SUBSTITUTE
        match = _SUBSTITUTE.search(sentence)
        if match is None:
            return None
        after = sentence[match.end() :]
        if match["both"] and not self._begins(after):
            return None
        return self._of(NoteKind.SUBSTITUTE, sentence[: match.start()], after, is_next, is_here=False)

    def _declared(self, sentence: str, is_next: bool) -> NoteKind | Doubt | None:
        if _TO_DECLARE.search(sentence):
            return None
        if _NONE_DECLARED.search(sentence):
            return NoteKind.INTEREST
        if match := _WAS_DECLARED.search(sentence):
            before = sentence[: match.start()]
            if is_told(before) or is_of_another_day(sentence[: match.end()]):
                return None
            is_ours = not match["by"] or self._begins(sentence[match.end() :])
            return NoteKind.INTEREST if is_ours else Doubt.INTEREST
        match = _DECLARED.search(sentence)
        if match is None:
            return None
        return self._of(
            NoteKind.INTEREST, sentence[: match.start()], sentence[match.end() :], is_next, is_here=False
        )

    def _of(
        self, kind: NoteKind, before: str, after: str, is_next: bool, *, is_here: bool
    ) -> NoteKind | Doubt | None:
        """What it is that somebody named in *before* did, or may have done where it *is_here* for certain."""
        if is_told(before) or is_subordinate(before) or _SAID_AFTER.search(after):
            return None
        if is_of_another_day(before, after):
            return None
        subject = less_additions(before)
        doubt = Doubt[kind.name]
        if _OF_OTHERS.search(subject):
            return doubt if is_here and self._begins(subject) else None
        if subject_of(subject, self.knows) or (is_next and _PRONOUN.search(subject)):
            return kind
        return doubt if _may_be_somebody(subject, is_here=is_here) else None

    def _begins(self, words: str) -> bool:
        """Whether *words* begin with one who can be at the meeting."""
        pieces = re.split(r"[,;.(]?\s+", words[:160])[:_LONGEST]
        return any(self.knows(" ".join(pieces[:n]).rstrip(" ,;.()")) for n in range(1, len(pieces) + 1))

    def knows(self, words: str) -> bool:
        """Whether *words* are one who can be at the meeting, and nothing else."""
        bare = re.sub(r"^[Tt]he\s+", "", words).strip()
        if not bare:
            return False
        if fold_name(bare) in self._listed or _PEOPLE.fullmatch(words) or is_post(bare):
            return True
        has_title = is_title(bare.split()[0]) or _RANK.match(bare)
        return bool(has_title and is_name(bare)) or bool(person(bare).role)


def _may_be_somebody(subject: str, *, is_here: bool) -> bool:
    """Whether *subject*, whom the minutes do not list, may have been at the meeting."""
    if is_here and (_PRONOUN.search(subject) or _MAY_ATTEND.search(subject)):
        return True
    last = " ".join(subject.split()[-2:])
    return is_name(last) or bool(is_here and last and last.split()[-1][0].isupper())
