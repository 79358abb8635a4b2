"""Where records are marked as not for the public, unless a waiver says that a marking is no bar."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from bcbsite.archive.markings import (
    Found,
    begins_part,
    is_exclusion,
    is_harmless,
    marking_in,
    marking_of_heading,
    same_marking,
    shuts_out,
    strong_marking_of_heading,
    which_may_be_marked,
)
from bcbsite.archive.walk import Shape, Text, fields_in, texts_in, words_in
from bcbsite.archive.withheld import less_withheld
from bcbsite.diagnostics import Span
from bcbsite.model.actions import Action
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Role
from bcbsite.model.body import Item, Part, Passage, ends_of_items
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.section55 import InspectionReport

Markable = Document | InspectionReport | DecisionNotice | OrdinaryPage | Action
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
    texts = [text for _, texts in _keys_of(record) for text in texts]
    if isinstance(record, Action):
        texts += texts_in(tuple(event for event in record.events if not event.draft), record.at)
    for marking in _each(texts):
        if not any(same_marking(waiver.place or "", marking.words) for waiver in record.waive):
            yield marking


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
    is_shut_out = not isinstance(document, Minutes | Agenda)
    in_part = False
    parts = document.body.parts
    for index in which_may_be_marked(["\n".join(_words_of(part)) for part in parts]):
        part = parts[index]
        found: Marking | None
        if isinstance(part, Item):
            found = _of_item(document, index, part, below)
        else:
            found = next(_each(texts_in(part, document.at)), None)
            if not is_shut_out and any(map(shuts_out, _words_of(part))):
                is_shut_out = True  # what holds of the first such words holds of those after it
                found = found or _of_exclusion(document, index, part, below)
        if found and not (in_part and found.begins_part):
            in_part = in_part or found.begins_part
            if not document.waives(_RULE, part):
                yield found


def _words_of(part: Part) -> list[str]:
    """The words of a passage, or of a heading with its note."""
    return [_title_of(part)] if isinstance(part, Item) else words_in(part.blocks)


def _title_of(item: Item) -> str:
    return f"{item.title} ({item.note})" if item.note else item.title.text


def _of_item(document: Document, index: int, item: Item, below: "_TextBelow") -> Marking | None:
    title = _title_of(item)
    at = Span(document.at.path, item.line)
    if found := strong_marking_of_heading(title):
        return _marked(found.words, at)
    if not (found := marking_of_heading(title)):
        return None
    if is_exclusion(title):
        return _part(found, at, item) if below.comes_after(below.end_of(index)) else None
    if begins_part(title):
        return _part(found, at, item) if below.comes_after(index + 1) else None
    return _heading(found, at, item) if below.is_in(index + 1, below.end_of(index)) else None


def _of_exclusion(document: Document, index: int, passage: Passage, below: "_TextBelow") -> Marking | None:
    parts = document.body.parts
    later = (n for n in range(index + 1, len(parts)) if isinstance(parts[n], Item))
    found = Found("the press and public are excluded")
    is_followed = below.comes_after(next(later, len(parts)))
    return _part(found, Span(document.at.path, passage.line), passage) if is_followed else None


class _TextBelow:
    """Where in a document there is more than headings; on an agenda, more than who reports."""

    def __init__(self, document: Document) -> None:
        self._parts = document.body.parts
        self._is_agenda = isinstance(document, Agenda)
        is_text = [self._is_text(part) for part in self._parts]
        self._before = (0, *accumulate(is_text))
        self._ends = ends_of_items(self._parts)

    def _is_text(self, part: Part) -> bool:
        if isinstance(part, Item) or not part.blocks:
            return False
        return not (self._is_agenda and part.role is Role.REPORT_FROM)

    def comes_after(self, index: int) -> bool:
        """Whether there is any from *index* on."""
        return self.is_in(index, len(self._parts))

    def is_in(self, start: int, end: int) -> bool:
        """Whether there is any from *start* up to *end*."""
        return self._before[start] < self._before[end]

    def end_of(self, index: int) -> int:
        """Where the item at *index* ends, with those within it."""
        return self._ends[index]


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
    documents = (document for meeting in content.meetings for document in meeting.documents)
    records: Iterable[Markable] = chain(
        documents, content.inspections, content.decisions, content.pages, content.log.actions
    )
    return Marked({id(r): tuple(markings_of(r)) for r in records}, tuple(_in_shared(content)))


def _in_shared(content: Content) -> Iterator[Marking]:
    """No waiver can be written there, so only what is in capitals counts."""
    for record in (content.board, content.people, content.log.series, content.redirects):
        texts = texts_in(record, content.board.at)
        yield from _each([text._replace(shape=Shape.ROW) for text in texts])
