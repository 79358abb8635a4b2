"""The words and the numbers of a record as the site shows them, read by the site's own readers."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bcbsite.archive.walk import texts_in
from bcbsite.diagnostics import Diagnostic
from bcbsite.importing.drafts import Draft, Kind
from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.blocks import Block, Footnote, ListBlock, Quote, all_prose, plain_text
from bcbsite.model.body import Item, Part
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reference import Listed
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.actions import read_actions
from bcbsite.read.agenda import read_agenda
from bcbsite.read.attendance_labels import Group
from bcbsite.read.decisions import read_decision
from bcbsite.read.minutes import read_minutes
from bcbsite.read.papers import read_paper
from bcbsite.read.section55 import read_section_55
from bcbsite.source import Source

_READERS: Mapping[Kind, Callable[[Source], tuple[Any, list[Diagnostic]]]] = {
    Kind.MINUTES: read_minutes,
    Kind.AGENDA: read_agenda,
    Kind.PAPER: read_paper,
    Kind.NOTICE: read_decision,
    Kind.RESPONSE: read_section_55,
    Kind.LOG: read_actions,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the site shows of a record."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    """The numbers of its items, paragraphs, limbs and entries of lists, as printed."""


def shown(draft: Draft, folder: Path) -> Shown:
    """What the site shows of *draft*, which is to lie below *folder*."""
    path = folder / draft.place
    record, _ = _READERS[draft.kind](Source(path, path.as_posix(), draft.text))
    if record is None:
        return Shown((), ())
    if isinstance(record, ActionLog):
        return Shown(tuple(words for action in record.actions for words in _of_action(action)), ())
    texts, labels = list(_of_front_matter(record)), list[str]()
    match record:
        case Document():
            for part in record.body.parts:
                texts += _of_part(part, labels)
        case DecisionNotice(blocks=blocks):
            texts += _of_blocks(blocks, labels)
        case InspectionReport():
            texts += (text.words for text in texts_in((record.sections, record.findings), record.at))
    return Shown(tuple(texts), tuple(labels))


def _of_action(action: Action) -> Iterator[str]:
    place = action.raised.place
    yield from (words for words in (action.number, place, plain_text(action.action)) if words)
    yield from (owner.name for owner in action.owners)
    yield from (str(action.target),) if action.target else ()
    for event in action.events:
        yield from (str(event.on),) if event.on else ()
        yield plain_text(event.update)


def _of_front_matter(record: Any) -> Iterator[str]:
    for key in ("title", "report", "item", "to", "sender", "location"):
        if words := getattr(record, key, None):
            yield str(words)
    if isinstance(record, Paper) and record.date:
        yield record.date.printed
    if isinstance(record, Minutes):
        for group in Group:
            if group.value in record.spans:
                yield from (words for one in getattr(record, group.value) for words in _of_person(one))
        yield from (crowd.words for crowd in record.others if crowd.group in record.spans)
        yield from _of_person(record.signed_by) if record.signed_by else ()


def _of_person(person: Listed) -> Iterator[str]:
    yield from (words for words in (person.name, person.role, person.note, person.initials) if words)


def _of_part(part: Part, labels: list[str]) -> Iterator[str]:
    if isinstance(part, Item):
        labels += [part.label] if part.label else []
        yield from filter(None, (part.label, _words(part.title), part.note))
        return
    labels += [label for label in (part.label, part.limb) if label]
    yield from filter(None, (part.label,))
    yield from _of_blocks(part.blocks, labels)


def _of_blocks(blocks: tuple[Block, ...], labels: list[str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case ListBlock(entries=entries):
                for entry in entries:
                    if entry.number:
                        labels.append(entry.number)
                        yield entry.number
                    yield from _of_blocks(entry.blocks, labels)
            case Quote(blocks=inner) | Footnote(blocks=inner):
                yield from _of_blocks(inner, labels)
            case _:
                for prose in all_prose((block,)):
                    labels += (found[1] for found in [_LETTER.match(prose.text)] if found)
                    yield _words(prose)


# “ii. to hire vans”: no place for the site, but shown as it is printed
_LETTER = re.compile(r"((?:[a-z]|[ivx]{1,5}|[A-Z])\.) ")


def _words(prose: Prose) -> str:
    """The words of *prose*, less the marks that lead to footnotes."""
    text, end = "", 0
    for mark in prose.marks:
        if mark.kind is MarkKind.FOOTNOTE:
            text += prose.text[end : mark.start]
            end = mark.end
    return text + prose.text[end:]
