"""Where records are marked as not for the public, unless a waiver says that a marking is no bar."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain

from bcbsite.archive.exclusion import is_exclusion, is_routine, may_shut_out, readmits, shuts_out
from bcbsite.archive.marked_headings import begins_part, marking_of_heading, strong_marking_of_heading
from bcbsite.archive.marking_words import Found
from bcbsite.archive.markings import is_harmless, marking_in, same_marking, which_may_be_marked
from bcbsite.archive.walk import Shape, Text, fields_in, texts_in, words_in
from bcbsite.archive.withheld import end_of_limbs, less_withheld
from bcbsite.diagnostics import Span
from bcbsite.kept import kept
from bcbsite.model.actions import Action
from bcbsite.model.agenda import Agenda
from bcbsite.model.arrangements import Arrangements
from bcbsite.model.blocks import Block, Paragraph, Role
from bcbsite.model.body import Item, Part, Passage, ends_of_items
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document, Status
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.section55 import InspectionReport

Markable = Document | Arrangements | InspectionReport | DecisionNotice | OrdinaryPage | Action
"""What can be marked, and can waive that."""

_RULE = "classification"
_NOT_LIKE_OTHERS = ("body", "classification", "waive", "withhold", "events")
"""The fields that are looked at in another way, or are not published."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A marking that forbids publication."""

    words: str
    at: Span
    message: str
    hint: str = ""
    """What to do; where empty, the rule's cure says it."""
    begins_part: bool = False
    """Whether it is of all that comes after it."""


def markings_of(record: Markable) -> Iterator[Marking]:
    """Each marking in *record* that forbids to publish it, and that no waiver names."""
    if isinstance(record, Document):
        yield from _in_document(less_withheld(record, with_reasons=False))
        return
    if isinstance(record, DecisionNotice):
        # A ground names what is not there, as the reason of a withheld part does.
        record = replace(record, exempt=tuple(replace(exempt, ground="") for exempt in record.exempt))
    texts = [text for _, texts in _keys_of(record) for text in texts]
    if isinstance(record, Action):
        texts += texts_in(tuple(event for event in record.events if not event.draft), record.at)
    for marking in _each(texts):
        if not any(same_marking(waiver.place or "", marking.words) for waiver in record.waive):
            yield marking


@kept
def _markings(record: Markable) -> tuple[Marking, ...]:
    return tuple(markings_of(record))


def _in_document(document: Document) -> Iterator[Marking]:
    yield from _of_classification(document)
    # The address of a paper comes of its file's name, and goes with the title.
    keys = (
        texts
        for key, texts in _keys_of(document)
        if not document.waives_key(_RULE, None if key in ("title", "slug") else key)
    )
    yield from _each(list(chain.from_iterable(keys)))
    yield from _in_parts(document)


def _keys_of(record: Markable) -> Iterator[tuple[str, list[Text]]]:
    """The texts of each key of *record* that is published as it is."""
    for key, value, at, shape in fields_in(record):
        if value and key not in _NOT_LIKE_OTHERS:
            yield key, texts_in(value, at, shape)


def _each(texts: Sequence[Text]) -> Iterator[Marking]:
    """The first marking of each text."""
    for index in which_may_be_marked([text.words for text in texts]):
        text = texts[index]
        words, _, shape = text
        found = marking_in(words, shape)
        if not found and shape is Shape.HEADING:
            found = strong_marking_of_heading(words) or marking_of_heading(words)
        if found:
            yield _marked(found.words, text.at(found.line))


def _marked(words: str, at: Span) -> Marking:
    return Marking(words, at, f"This would be published, but it is marked “{words}”.")


def _of_classification(document: Document) -> Iterator[Marking]:
    words = " ".join((document.classification or "").split())
    if not (is_harmless(words) or document.waives(_RULE, None)):
        message = (
            f"This document would be published, but “{words}” is no classification that is known to allow it."
        )
        yield Marking(words, document.where("classification"), message)


def _in_parts(document: Document) -> Iterator[Marking]:
    below = _TextBelow(document)
    parts = document.body.parts
    in_part = False  # after the first part that is not public and that no waiver names
    waived_until = 0  # where the item ends that shuts out the public, and is waived: its text says so again
    words = ["\n".join(_words_of(part)) for part in parts]
    shut_out = {index for index, text in enumerate(words) if may_shut_out(text)}
    for index in sorted(shut_out.union(which_may_be_marked(words))):
        part = parts[index]
        found = _of_part(document, index, part, below, index < waived_until)
        if not found or (in_part and found.begins_part):
            continue
        if document.waives(_RULE, part):
            if isinstance(part, Item) and found.begins_part and is_exclusion(part.title.text):
                waived_until = below.end_of(index)
        else:
            in_part = in_part or found.begins_part
            yield found


def _of_part(
    document: Document, index: int, part: Part, below: "_TextBelow", says_again: bool
) -> Marking | None:
    """The first marking of *part*; *says_again* that the public are shut out is none."""
    if isinstance(part, Item):
        return _of_item(document, index, part, below)
    if found := next(_each(texts_in(part, document.at)), None):
        return found
    if says_again or not isinstance(document, Minutes | Agenda) or not any(map(shuts_out, _words_of(part))):
        return None
    return _of_exclusion(document, index, part, below)


def _words_of(part: Part) -> list[str]:
    """The words of a passage, or of a heading with its note."""
    return [part.title_and_note] if isinstance(part, Item) else words_in(part.blocks)


def _of_item(document: Document, index: int, item: Item, below: "_TextBelow") -> Marking | None:
    title = item.title_and_note
    at = Span(document.at.path, item.line)
    if found := strong_marking_of_heading(title):
        return _marked(found.words, at)
    if not (found := marking_of_heading(title)) or _is_of_actions(document, item):
        return None
    if is_exclusion(title):
        return _part(found, at, item) if below.comes_after(below.next_item(index)) else None
    if begins_part(title):
        return _part(found, at, item) if below.comes_after(index + 1) else None
    return _heading(found, at, item) if below.is_in(index + 1, below.end_of(index)) else None


# “Closed items”, below “Action log” or “3. Review of actions”
_CLOSED_ITEMS = re.compile(r"\W*closed\W+items\W*", re.IGNORECASE)
_OF_ACTIONS = re.compile(
    r"""\W* (?:(?:review|update|progress|status|report)\s+(?:of|on)\s+)? (?:the\s+)?
        (?:matters\s+arising\s+and\s+)?
        (?:(?:outstanding|previous|board|earlier)\s+){0,2}
        actions? (?:\s+(?:log|tracker|points|list|register|sheet|update|review|arising))*
        (?:\s+from\s+(?:the\s+)?(?:last|previous|earlier)\s+(?:meetings?|minutes))? \W*""",
    re.IGNORECASE | re.VERBOSE,
)


def _is_of_actions(document: Document, item: Item) -> bool:
    """Whether “closed items” are actions: the heading right above it says so."""
    above = document.body.by_anchor.get(item.parent or "")
    return bool(
        _CLOSED_ITEMS.fullmatch(item.title_and_note)
        and isinstance(above, Item)
        and _OF_ACTIONS.fullmatch(above.title.text)
    )


def _of_exclusion(document: Document, index: int, passage: Passage, below: "_TextBelow") -> Marking | None:
    found = Found("the press and public are excluded")
    is_followed = below.comes_after(end_of_limbs(document.body.parts, index))
    return _part(found, Span(document.at.path, passage.line), passage) if is_followed else None


class _TextBelow:
    """Where in a document there is more than headings; on an agenda, more than who reports, and when."""

    def __init__(self, document: Document) -> None:
        self._parts = document.body.parts
        self._is_agenda = isinstance(document, Agenda)
        self._before = (0, *accumulate(map(self._is_text, self._parts)))
        self._ends = ends_of_items(self._parts)
        self._items = [index for index, part in enumerate(self._parts) if isinstance(part, Item)]

    def _is_text(self, part: Part) -> bool:
        if isinstance(part, Item) or not part.blocks:
            return False
        return not (self._is_agenda and all(map(_is_who_or_when, part.blocks)))

    @cached_property
    def _reopened(self) -> Sequence[int]:
        """Where the public come back."""
        return [n for n, part in enumerate(self._parts) if any(map(readmits, _words_of(part)))]

    @cached_property
    def _business_before(self) -> Sequence[int]:
        """How many of the texts before each part are more than the end of a meeting."""
        return (
            0,
            *accumulate(self._is_text(p) and not all(map(is_routine, _words_of(p))) for p in self._parts),
        )

    def comes_after(self, index: int) -> bool:
        """Whether there is any business from *index* on, before the public come back."""
        at = bisect_left(self._reopened, index)
        end = self._reopened[at] if at < len(self._reopened) else len(self._parts)
        return self._business_before[index] < self._business_before[end]

    def is_in(self, start: int, end: int) -> bool:
        """Whether there is any from *start* up to *end*."""
        return self._before[start] < self._before[end]

    def next_item(self, index: int) -> int:
        """Where the next item after *index* is, or the end."""
        later = bisect_right(self._items, index)
        return self._items[later] if later < len(self._items) else len(self._parts)

    def end_of(self, index: int) -> int:
        """Where the item at *index* ends, with those within it."""
        return self._ends[index]


def _is_who_or_when(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in (Role.REPORT_FROM, Role.TIME)


def _part(found: Found, at: Span, part: Part) -> Marking:
    message = (
        f"A part that is not for the public begins here (“{found.words}”), and what comes after it would be "
        "published."
    )
    return Marking(found.words, at, message, _hint("what comes after this line", part), begins_part=True)


def _heading(found: Found, at: Span, item: Item) -> Marking:
    message = f"The text below this heading would be published, but the heading is marked “{found.words}”."
    return Marking(found.words, at, message, _hint("the text below this heading", item))


def _hint(what: str, part: Part) -> str:
    place = part.label or part.anchor
    return (
        f"Withhold {what}: write in the front matter: "
        f'withhold: [{{at: "{place}", reason: "Why it is not public"}}]. If it may be public, write: '
        f'waive: [{{rule: {_RULE}, at: "{place}", why: "Why it may be public"}}].'
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a content, looked for once."""

    records: Mapping[int, tuple[Marking, ...]]
    """By the identity of each record."""
    shared: tuple[Marking, ...]
    """In what is public whatever the records are."""

    def of(self, record: Markable) -> tuple[Marking, ...]:
        """Those of *record*, which must be one of that content."""
        return self.records[id(record)]


def find_markings(content: Content) -> Marked:
    """All markings in *content* that no waiver names."""
    of_meetings = (record for meeting in content.meetings for record in meeting.records)
    records: Iterable[Markable] = chain(
        of_meetings, content.inspections, content.decisions, content.pages, content.log.actions
    )
    shared = chain(_in_shared(content), _in_folders(content))
    return Marked({id(record): _markings(record) for record in records}, tuple(shared))


def _in_folders(content: Content) -> Iterator[Marking]:
    """The names of meetings' folders, which become addresses, where anything but drafts is in them."""
    for meeting in content.meetings:
        shown = [r for r in meeting.records if r.status is not Status.DRAFT or _is_shown_draft(r, content)]
        if shown and (found := marking_in(meeting.id, Shape.NAME)):
            message = (
                f"The name of this meeting's folder becomes an address, but it is marked “{found.words}”."
            )
            yield Marking(found.words, Span(shown[0].at.path), message, "Give the folder another name.")


def _is_shown_draft(record: Document | Arrangements, content: Content) -> bool:
    return content.board.drafts and isinstance(record, Minutes)


def _in_shared(content: Content) -> Iterator[Marking]:
    """No waiver can be written there, so only what is in capitals counts."""
    for record in (content.board, content.people, content.log.series, content.redirects, content.publication):
        texts = texts_in(record, content.board.at)
        yield from _each([t if t.shape is Shape.NAME else t._replace(shape=Shape.SHARED) for t in texts])
