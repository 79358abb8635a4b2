"""Sentences that say in prose what somebody is to do: “The Treasurer undertook to circulate the figures.”

Whether an action is raised there, a person has to say. They are told of together, once for each document.
"""

import re
from collections.abc import Iterator, Sequence

from bcbsite.archive.deciding.clauses import asks_or_supposes, is_subordinate, is_told
from bcbsite.archive.deciding.splitting import Lines, sentences_of
from bcbsite.archive.deciding.times import is_of_another_day
from bcbsite.archive.raising.owners import KnownOwners
from bcbsite.archive.raising.reader import Raising
from bcbsite.archive.subjects import less_additions, subject_of
from bcbsite.kept import Lazy, kept
from bcbsite.model.blocks import Paragraph, unlabelled_paragraphs
from bcbsite.model.body import Item, Passage
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Dismissed, Sought, Unread
from bcbsite.text.fold import fold

RULE = "action-in-prose"
"""What a waiver names."""
WHY = "says in prose what somebody is to do"

_HINT = re.compile(
    r"\b(?:undert\w+|offered|volunteered|promised|asked|requested|invited|tasked|instructed|directed|to)\b"
    r"|\b(?:to[ -]do|matters?\s+for\s+action|follow[ -]?up|next\s+steps?|tasks?)\s*[:-]",
    re.IGNORECASE,
)
# What is done at the meeting itself, or decides, or is no deed.
_AT_THE_MEETING = (
    r"(?:approve|note|receive|accept|adopt|endorse|support|ratify|defer|postpone|resolve|agree|disagree|differ"
    r"|be|become|serve|act|stand|remain|continue|chair|take\s+the\s+chair|introduce|explain|speak|present|comment"
    r"|outline|confirm|clarify|summari[sz]e|address|leave|withdraw|join|attend|consider|declare|disclose|see|hear"
    r"|know|vote|propose|second|retire|step|plead|comply|pay|sell|buy)\b"
)
_TO = rf"to\s+(?:\w+ly\s+|also\s+)?(?!{_AT_THE_MEETING})[a-z]{{2,}}\b"
_ASKED_TO = r"(?:asked|requested|invited|instructed|directed|tasked)"
_BY_WHOM = r"(?:\s+by\s+(?:the\s+)?(?:Board|Chair\w*|members|Members|meeting|Commissioner))?"
# “undertook to circulate”, “was asked by the Board to write”; “agreed to” says as often what was decided
_DEED = re.compile(
    rf"""\b(?: (?:undertook|offered|volunteered|promised|committed)\s+(?:that\b|{_TO})
          | (?:was|were)\s+(?:also\s+|then\s+)?{_ASKED_TO}{_BY_WHOM}\s+{_TO}
          | (?:was|were)\s+(?:also\s+)?tasked\s+with\b )""",
    re.VERBOSE,
)
# “The Board asked the Clerk to write”
_ASKED = re.compile(
    rf"""(?:^|[,;]\s+|\band\s+)(?:(?:The\s+|the\s+)?(?:Board|Chair\w*|Commissioner|meeting)|Members|Councillors)
         \s+(?:also\s+|then\s+)?{_ASKED_TO}\s+
         (?P<who>[^.;:,]{{2,80}}?)\s+{_TO}""",
    re.VERBOSE,
)
# “Treasurer to circulate the figures.”
_BARE = re.compile(rf"(?P<who>[^.;:\n]{{2,90}}?)\s+(?!to\s+(?:whom|which|the|an?)\b){_TO}")
_LABEL = re.compile(
    r"(?:to[ -]do|matters?\s+for\s+action|follow[ -]?up|next\s+steps?|tasks?)\s*(?::|-\s)\s*"
    r"(?!none\b|nil\b|n/a\b)\w",
    re.IGNORECASE,
)
# Bodies decide, and are asked to note; they are not who acts.
_BODY = re.compile(
    r"\b(?:Board|Members?|Panel|Committee|Council|Authority|Office|Cabinet|Councillors|Trustees|Governors|All|Everyone"
    r"|[Ee]verybody|meeting|present)$"
)
_PRONOUN = re.compile(r"(?:He|She|he|she)")
_EARLIER = re.compile(
    r"\b(?:last|previous|earlier|outstanding|matters\s+arising|arising\s+from|log|tracker|updates?|progress)\b",
    re.IGNORECASE,
)
_REACH = 400
"""Characters of a sentence that are looked through."""
_SHOWN, _WORDS, _LINES = 3, 60, 20
"""Of how many sentences words are quoted, how many characters of each, and how many lines are named."""


def actions_in_prose(minutes: Minutes, owners: Lazy[KnownOwners], raising: Raising) -> tuple[Dismissed, ...]:
    """The sentences of *minutes* that say what somebody is to do, where *raising* reads and tells nothing.

    Those at places for which front matter waives it are left out.
    """
    taken = {place for one in raising.actions for place in (*one.places, one.passage.anchor)}
    told = {one.line for one in raising.unread}
    return tuple(one for one in _find(minutes, owners, tuple(sorted(taken))) if one.line not in told)


@kept
def _find(minutes: Minutes, owners: Lazy[KnownOwners], taken: tuple[str, ...]) -> tuple[Dismissed, ...]:
    return tuple(_Prose(minutes, owners.value, set(taken)).find())


def told_once(found: Sequence[Dismissed]) -> tuple[Unread, ...]:
    """That there are such sentences, at the first of them."""
    if not found:
        return ()
    quoted = ", ".join(f"“{one.words}” (line {one.line})" for one in found[:_SHOWN])
    if more := found[_SHOWN:]:
        lines = ", ".join(str(one.line) for one in more[:_LINES])
        dots = " …" if len(more) > _LINES else ""
        quoted += f", and {len(more):,} more (lines {lines}{dots})"
    say = "1 sentence says" if len(found) == 1 else f"{len(found):,} sentences say"
    message = f"{say} what somebody is to do, and no action is read there: {quoted}."
    return (Unread(Sought.TASK, message, found[0].line, None),)


class _Prose:
    def __init__(self, minutes: Minutes, owners: KnownOwners, taken: set[str]) -> None:
        self._minutes = minutes
        self._owners = owners
        self._taken = taken

    def find(self) -> Iterator[Dismissed]:
        is_earlier = False
        for part in self._minutes.body.parts:
            if isinstance(part, Item):
                is_earlier = bool(_EARLIER.search(part.title.text))
            elif not is_earlier and self._is_open(part):
                for paragraph in unlabelled_paragraphs(part.blocks):
                    yield from self._of_paragraph(paragraph, part)

    def _is_open(self, passage: Passage) -> bool:
        """Whether no action is raised at *passage*, and front matter does not waive the rule for it."""
        places = (passage.anchor, passage.below, passage.follows)
        return not (self._taken.intersection(places) or self._minutes.waives(RULE, passage))

    def _of_paragraph(self, paragraph: Paragraph, passage: Passage) -> Iterator[Dismissed]:
        if not _HINT.search(paragraph.prose.text):
            return
        seen = fold(paragraph.prose.text)
        lines = Lines(seen, paragraph.line)
        for start, end in sentences_of(seen):
            if self.is_one(seen.text[start : min(end, start + _REACH)]):
                words = " ".join(seen.text[start:end].split())
                shown = words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
                yield Dismissed(Sought.ACTION, WHY, shown, lines.of(start), passage.anchor)

    def is_one(self, sentence: str) -> bool:
        """Whether *sentence* says in prose what somebody is to do."""
        if asks_or_supposes(sentence):
            return False
        if _LABEL.match(sentence):
            return True
        if match := _ASKED.search(sentence):
            return self._acts(match["who"]) and self._is_here(sentence, match)
        match = _DEED.search(sentence)
        if match is None:
            bare = _BARE.match(sentence)
            return bool(bare and self._owners.of(bare["who"]) and not _BODY.search(bare["who"]))
        who = subject_of(less_additions(sentence[: match.start()]), self._acts)
        return bool(who and self._is_here(sentence, match))

    def _acts(self, words: str) -> bool:
        if _BODY.search(words):
            return False
        return self._owners.are_known(words) or bool(_PRONOUN.fullmatch(words))

    @staticmethod
    def _is_here(sentence: str, match: re.Match[str]) -> bool:
        before = sentence[: match.start()]
        return not (
            is_told(before) or is_subordinate(before) or is_of_another_day(before, sentence[match.end() :])
        )
