"""Actions within a paragraph: at its beginning, at its end, in brackets, and several in a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.raising.near import looks_like_label, stands_alone, words_after
from bcbsite.archive.raising.owners import KnownOwners, as_printed
from bcbsite.archive.raising.raised import Raised, target_in, unread
from bcbsite.archive.standing import is_standing
from bcbsite.model.body import Passage
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reading import Unread
from bcbsite.read.action_labels import ActionLabel, action_label, acts, is_none
from bcbsite.text.fold import Folded, fold

_CANDIDATE = re.compile(
    r"(?<![\w/'\"-])(?:Actions?|ACTIONS?|AP[ -]?\d{1,4}(?:[/.-]\d{1,4})*|A\d{1,4}"
    r"|(?:Agreed|New|Further|Follow-?\s?up|Key|Board|Immediate)\s[Aa]ctions?"
    r"|[Ff]or action(?=\s*:)|^actions?)\b"
)
# “Action Treasurer” up to the end of a paragraph, a line or a bracket; “[AP3]”
_WITH_OWNER = re.compile(
    r"(?:Action|ACTION)s?\s+(?:(?:by|for)\s+)?(?P<who>(?:the\s+)?[A-Z][^.:;()\[\]\n]{0,60})"
    r"(?P<end>[.)\]]*[ ]*(?:\n|$|[)\]]))"
)
# “[AP3]”, “(Action 22/05)” at the end; “(Action 12.0)” is a mention of one
_NUMBER_ALONE = re.compile(
    r"(?:(?:Action|ACTION)s?(?:\s+[Pp]oint)?\s*(?:[Nn]o\.?\s*)?(?P<number>\d+(?:[/-]\d+)+)"
    r"|(?P<point>AP[ -]?\d{1,4}(?:[/.-]\d{1,4})*))(?=[.)\]]*\s*(?:\n|$)|[)\]])"
)
# “(Clerk to action)”, “… a map. Clerk to action.”
_TO_ACTION = re.compile(
    r"(?:^|(?<=[.;!?:])\s+|[(\[]\s*|\n\s*)(?P<who>[A-Z][^.;:()\[\]\n]{1,60}?)"
    r"\s+to\s+action(?:\s+this)?[.)\]]*(?=\s*(?:\n|$))"
)
# What says that nothing is to be done, or nothing of what is.
_NO_DEED = re.compile(
    r"(?:noted|agreed|approved|[^.]{0,80}\b(?:was|were|is|are|(?:has|have)\s+been)\s+(?:noted|approved|received|closed|completed?)"
    r"|(?:for|to)\s+(?:information|noting)|to\s+note|(?:as|see)\s+(?:above|below))\W*",
    re.IGNORECASE,
)
_NUMBER_ONLY = "has a number and nothing else"
_SENTENCE_END = re.compile(r"[.;](?=\s)|\n|$")
_BEFORE = re.compile(r"[\s(\[*-]*$")
# “A14: the road was closed”, “A1: Yes, said the Chief Constable”
_COUNTED = re.compile(r"A\d")
_NAME = re.compile(r"[A-Z][\w'-]*(?:\s+[A-Z][\w.'-]*){0,4}")
# “Call to Action:”: the word before belongs to a name.
_OF_A_NAME = re.compile(r"(?:\b(?:to|of|for|in|the|a|an|and|on|with|from)|[A-Z][\w&']*)\s$")
_LIMB = re.compile(r"\s*\(?\w{1,6}\)\s*")
_BOLD = re.compile(r"(?:Action|ACTION)\s+")
_CLOSING = {"(": ")", "[": "]"}

_NEAR_BY = 240
"""How far after the beginning of a label is looked for what it is."""
_A_NAME = 4
"""How many words a name has at most."""
_A_TAIL = 40
_INSIDE = 1000
"""How long what stands in brackets can be."""


@dataclass(frozen=True, slots=True)
class Above:
    """The paragraph above, which an owner alone can be of."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a text at which an action may begin."""

    start: int
    label: ActionLabel | None
    """Its label, if it has one; else it only looks like one."""
    opener: str
    """The bracket before it, or nothing."""
    begins: bool
    """Whether it begins the text or a line of it."""
    is_first: bool
    """Whether nothing stands before it."""
    is_bold: bool
    stands_out: bool
    """Whether it comes after the end of a sentence, a bracket or a dash, or is bold."""


@dataclass(frozen=True)
class SentenceReader:
    """Reads the actions of one paragraph of minutes."""

    passage: Passage
    prose: Prose
    line: int
    owners: KnownOwners
    is_firm: bool
    """Whether whatever stands after “Action:” is an action, as in an unnumbered paragraph of its own."""
    above: Above | None = None

    def read(self) -> Iterator[Raised | Unread]:
        """All actions of the paragraph, and what only looks like one."""
        if "A" not in self.prose.text and "ction" not in self.prose.text:
            return
        seen = fold(self.prose.text)
        limb = _LIMB.match(seen.text) if self.passage.limb else None
        begun = limb.end() if limb else 0
        following = len(seen.text)
        ends: list[tuple[_Place, int]] = []
        for place in reversed(list(self._places(seen))):
            ends.append((place, following))
            following = place.start if place.label else following
        for place, end in reversed(ends):
            if place.start < begun:
                continue
            found = self._labelled(seen, place, begun, end) if place.label else self._near(seen, place, begun)
            if found:
                yield found
            if place.label and isinstance(found, Raised):
                begun = self._goes_on(seen.text, place, end)
        yield from self._to_action(seen, begun)

    def _places(self, seen: Folded) -> Iterator[_Place]:
        """Where an action may begin."""
        bold = {mark.start for mark in self.prose.marks if mark.kind is MarkKind.STRONG}
        for match in _CANDIDATE.finditer(seen.text):
            start = match.start()
            lead = _BEFORE.search(seen.text, max(0, start - 8), start)
            gap = lead[0] if lead else ""
            before = seen.text[max(0, start - len(gap) - 1) : start - len(gap)]
            opener = gap[-1:] if gap[-1:] in _CLOSING else ""
            begins = not before or "\n" in gap
            is_bold = bool(bold) and seen.origin(start, start)[0] in bold
            stands_out = bool(begins or opener or before in ".!?:;)]" or "-" in gap or is_bold)
            text = seen.text[start : start + _NEAR_BY]
            label = action_label(text) or self._without_sign(text, begins and is_bold, stands_out)
            yield _Place(start, label, opener, begins, not before, is_bold, stands_out)

    def _without_sign(self, text: str, is_bold: bool, stands_out: bool) -> ActionLabel | None:
        """A label without a colon: in bold before what is to be done, or with an owner and nothing else."""
        owned = _WITH_OWNER.match(text) if stands_out else None
        if owned and self.owners.of(owned["who"]):
            return ActionLabel(None, owned["who"].strip(), owned.start("end"), True, False)
        bold = _BOLD.match(text) if is_bold else None
        return ActionLabel(None, "", bold.end(), True, False) if bold and acts(text[bold.end() :]) else None

    def _labelled(self, seen: Folded, place: _Place, begun: int, following: int) -> Raised | Unread | None:
        """What a label and the words after it, or those from *begun* to it, raise."""
        label, text = place.label, seen.text
        assert label
        start = place.start + label.end
        end = self._end(text, place, following)
        words = text[start:end].strip()
        line = self.line + text.count("\n", 0, place.start)
        is_firm = label.is_firm and self.is_firm and place.is_first
        if _is_no_label(text, place, words):
            return None
        if owners := self._owners_alone(label, words, place.is_first):
            return self._of_owners(seen, place, begun, owners, line)
        if is_none(words) and (words or not is_firm):
            return None
        if _says_what_is_to_be_done(label, place, words, is_firm=is_firm):
            typed = self.prose.text[slice(*seen.origin(start, end))].strip() if end > start else ""
            owners = self.owners.of(label.owner) or (
                (label.owner,) if label.owner else self.owners.within(words)
            )
            owners = as_printed(owners, self.prose.text)
            return Raised(self.passage, typed, line, label.number, owners, target_in(words))
        has_run_on = place.begins and not place.is_first and label.is_firm  # of which is told as such
        if has_run_on or not (place.stands_out or label.is_firm):
            return None
        return self._unread(f"{text[place.start : start]}{words}", line, words)

    def _owners_within(self, label: ActionLabel, words: str) -> tuple[str, ...]:
        """The owners that the label itself names, where nothing comes after it."""
        return () if words.strip(" .)]") or not label.owner else self.owners.of(label.owner) or (label.owner,)

    @staticmethod
    def _end(text: str, place: _Place, following: int) -> int:
        """Where the words after a label end: at the bracket that closes it, or where the next one begins."""
        assert place.label
        if not place.opener:
            return following
        depth, start = 1, place.start + place.label.end
        for at in range(start, min(len(text), start + _INSIDE)):
            depth += (text[at] == place.opener) - (text[at] == _CLOSING[place.opener])
            if not depth:
                return at
        return following

    def _goes_on(self, text: str, place: _Place, following: int) -> int:
        """Where the words begin of which the next label in the paragraph is."""
        assert place.label
        end = self._end(text, place, following)
        if place.opener:
            return end + 1
        after = place.start + place.label.end
        first = _SENTENCE_END.search(text, after, end)
        is_owner = first and (place.label.names_owner or self.owners.of(text[after : first.start()]))
        return first.end() if first and is_owner else end

    def _owners_alone(self, label: ActionLabel, words: str, is_first: bool) -> tuple[str, ...]:
        """The owners, where after the label, or within it, only they stand."""
        if within := self._owners_within(label, words):
            return within
        if target_in(f"- {words}"):
            words = words[: words.rindex("by ")].rstrip(" ,(") if "by " in words else words
        if found := self.owners.of(words):
            return found
        end = _SENTENCE_END.search(words)
        first = words[: end.start()] if end else words
        if label.names_owner and not label.owner and _NAME.fullmatch(first):
            return (first,)
        return () if is_first else self.owners.of(first)

    def _of_owners(
        self, seen: Folded, place: _Place, begun: int, owners: tuple[str, ...], line: int
    ) -> Raised | Unread:
        """The action whose owners alone are named at *place*: its words stand before that, or above."""
        assert place.label
        number, owners = place.label.number, as_printed(owners, self.prose.text)
        typed = self.prose.text[slice(*seen.origin(begun, place.start))] if place.start > begun else ""
        text = typed.rstrip("([ \n\u00a0*-–—").strip()
        after = target_in(f"- {seen.text[place.start : place.start + _NEAR_BY]}")
        if text:
            return Raised(self.passage, text, line, number, owners, after or target_in(fold(text).text))
        if self.above is None or not place.is_first:
            reason = "has no words for what is to be done"
            return self._unread(f"Action: {', '.join(owners)}", line, reason=reason)
        return Raised(self.passage, self.above.text, line, number, owners, after)

    def _to_action(self, seen: Folded, begun: int) -> Iterator[Raised | Unread]:
        """The action of which it is said at the end who is “to action” it."""
        match = _TO_ACTION.search(seen.text, begun) if "to action" in seen.text else None
        if match is None:
            return
        line = self.line + seen.text.count("\n", 0, match.start("who"))
        said = self.prose.text[slice(*seen.origin(begun, match.start()))] if match.start() > begun else ""
        if (owners := self.owners.of(match["who"])) and said.strip():
            yield Raised(self.passage, said.strip(), line, None, as_printed(owners, self.prose.text))
        elif owners or len(match["who"].split()) <= _A_NAME:
            yield self._unread(match[0].strip(), line, said)

    def _near(self, seen: Folded, place: _Place, begun: int) -> Raised | Unread | None:
        """What looks like a label and is none, if it begins a sentence, or stands in brackets."""
        if not place.stands_out:
            return None
        line = self.line + seen.text.count("\n", 0, place.start)
        text = seen.text[place.start : place.start + _NEAR_BY]
        if (place.opener or place.is_bold) and (alone := _NUMBER_ALONE.match(text)):
            said = self.prose.text[slice(*seen.origin(begun, place.start))] if place.start > begun else ""
            said, number = said.rstrip("([ \n*"), alone["number"] or alone["point"]
            return Raised(self.passage, said, line, number, doubt=_NUMBER_ONLY, is_summary=True)
        if (place.opener or place.is_bold or not place.begins) and stands_alone(text):
            return self._unread(f"{seen.text[begun : place.start][-_A_TAIL:]}{text}", line)
        if looks_like_label(text, self.owners):
            return self._unread(text.partition("\n")[0], line, words_after(text))
        return None

    def _unread(self, words: str, line: int, do: str = "", reason: str = "is not read as one") -> Unread:
        return unread(words, line, self.passage.anchor, reason, do)


def _is_no_label(text: str, place: _Place, words: str) -> bool:
    """Whether it is a name, as in “Call to Action:”, or counts, as in “A14: closed” and “A1: Yes”."""
    if _COUNTED.match(text, place.start) and (is_standing(words) or not acts(words)):
        return True
    return not place.stands_out and bool(_OF_A_NAME.search(text[max(0, place.start - 40) : place.start]))


def _says_what_is_to_be_done(label: ActionLabel, place: _Place, words: str, *, is_firm: bool) -> bool:
    if place.opener and not place.is_first and not label.is_firm and (label.number or "").isdigit():
        return False  # “(Action 4: Chief Constable to recruit)”, of a plan
    if is_standing(words) or _NO_DEED.fullmatch(words):
        return False
    return is_firm or acts(words) or bool(label.owner and words)
