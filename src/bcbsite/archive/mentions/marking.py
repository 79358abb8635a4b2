"""Mentions: where records name one another in their text. What names something that exists becomes a link.

An ambiguous mention is left as it stands, and told of with the reason.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bcbsite.archive.mentions.finder import NO_HITS, Hits, Looked, look_at, lookout, written_mentions
from bcbsite.archive.mentions.source import Source
from bcbsite.archive.mentions.targets import Resolver
from bcbsite.archive.mentions.visit import visit_records
from bcbsite.archive.people import Names
from bcbsite.kept import kept
from bcbsite.model.actions import Action
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.prose import Mark, MarkKind, Prose, Room
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.references import is_meeting_id


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a record that name another one."""

    target: Key
    """What they name."""
    printed: str
    source: Source
    planned: bool = False
    """Of a meeting: whether the words say that it is to come."""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that look like a mention and are no link."""

    printed: str
    why: str
    """One sentence."""
    source: Source


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of an archive."""

    of: Mapping[Key, tuple[Mention, ...]]
    """By the record that they name: each place that names it, once, oldest first."""
    of_place: Mapping[Key, tuple[Mention, ...]]
    """The same for places in meetings, by the place."""
    unlinked: tuple[Unlinked, ...]

    @property
    def meetings(self) -> Iterator[str]:
        """The ids of meetings that are named."""
        named = (key.id for key in self.of if key.kind is RecordKind.MEETING)
        return (id_ for id_ in named if is_meeting_id(id_))  # a link on purpose can be mistyped


def mark_mentions(content: Content, names: Names, listed: Iterable[str]) -> tuple[Content, Mentions]:
    """*content* with a mark on each mention, and all mentions.

    *names* are those of the people, and *listed* the ids of those of them who have a page.
    """
    out = lookout(content, names, listed)
    looked = {id(record): look_at(record, out) for record in _with_texts(content)}
    certain = {day for found in looked.values() for day in found.certain_days()}
    marker = _Marker(looked, Resolver(content, certain))
    marked = visit_records(content, marker.mark)
    of = _grouped((mention.target.record, mention) for mention in marker.mentions)
    of_place = _grouped(
        (mention.target, mention)
        for mention in marker.mentions
        if mention.target.kind is RecordKind.MEETING and mention.target.place
    )
    return marked, Mentions(of, of_place, tuple(marker.unlinked))


def _with_texts(content: Content) -> Iterator[Document | Action | InspectionReport | DecisionNotice]:
    """The records in which mentions are looked for."""
    for meeting in content.meetings:
        yield from meeting.documents
    yield from content.log.actions
    yield from content.inspections
    yield from content.decisions


def _grouped(mentions: Iterable[tuple[Key, Mention]]) -> dict[Key, tuple[Mention, ...]]:
    """Each place that names a target, once, oldest first."""
    by_target: dict[Key, dict[str, Mention]] = defaultdict(dict)
    for target, mention in mentions:
        by_target[target].setdefault(mention.source.address, mention)
    return {
        target: tuple(sorted(found.values(), key=lambda mention: mention.source.day or date.min))
        for target, found in by_target.items()
    }


class _Marker:
    """Puts marks on what names something that exists."""

    def __init__(self, looked: Mapping[int, Looked], resolver: Resolver) -> None:
        """*looked* has what was found in each record, by the record's identity."""
        self._looked = looked
        self._resolver = resolver
        self.mentions: list[Mention] = []
        self.unlinked: list[Unlinked] = []

    def mark(self, visiting: Callable[..., Any], record: Any, *about: object) -> Any:
        """*record* with its marks; *visiting* visits its texts."""
        looked = self._looked[id(record)]
        if isinstance(record, Document):
            if not looked.parts:
                return record
            about = (looked.parts, *about)
        asking = _Asking({id(prose): hits for prose, hits in looked.hits}, self._resolver)
        visiting(record, asking.ask, *about)
        marked = _marked(visiting, record, about, tuple(asking.named))
        self.mentions += marked.mentions
        self.unlinked += marked.unlinked
        return marked.record


_Named = tuple[int, int, Key | None, str, bool]
"""Start, end, what is named or None, the reason for None, and whether it is planned."""


@dataclass
class _Asking:
    """Asks what each text of a record names, in the order in which they are visited."""

    found: Mapping[int, Hits]
    resolver: Resolver
    named: list[tuple[_Named, ...]] = field(default_factory=list)
    """Of each text."""

    def ask(self, prose: Prose, source: Source) -> Prose:
        """Ask for *prose*, which stays as it is."""
        self.named.append(tuple(self._named(self.found.get(id(prose), NO_HITS), source)))
        return prose

    def _named(self, hits: Hits, source: Source) -> Iterator[_Named]:
        """The longest words first."""
        candidates, found = hits
        for name in sorted(found, key=lambda f: (f.start - f.end, f.start)):
            target, why = self.resolver.of_title(name.targets, source)
            if target != source.record:
                yield name.start, name.end, target, why, False
        for candidate in sorted(candidates, key=lambda c: (bool(c.why_not), c.start)):
            target, why = self.resolver.of_candidate(candidate, source)
            if target != source.record and (target or why):
                yield candidate.start, candidate.end, target, why, candidate.planned


@dataclass(frozen=True, slots=True)
class _Marked:
    """A record with its marks, and what stands in it."""

    record: Any
    mentions: tuple[Mention, ...]
    unlinked: tuple[Unlinked, ...]


@kept
def _marked(
    visiting: Callable[..., Any],
    record: Any,
    about: tuple[object, ...],
    named: tuple[tuple[_Named, ...], ...],
) -> _Marked:
    """*record* with the marks on what each of its texts has *named*."""
    waiting = iter(named)
    mentions: list[Mention] = []
    unlinked: list[Unlinked] = []

    def mark(prose: Prose, source: Source) -> Prose:
        for written, key in written_mentions(prose):
            mentions.append(Mention(key, prose.text[written.start : written.end], source))
        room, marks = Room(prose), list[Mark]()
        for start, end, target, why, planned in next(waiting):
            printed = prose.text[start:end]
            if not room.takes(start, end):
                continue
            if target is None:
                unlinked.append(Unlinked(printed, why, source))
            else:
                room.fill(start, end)
                marks.append(Mark(start, end, MarkKind.MENTION, str(target)))
                mentions.append(Mention(target, printed, source, planned))
        return prose.with_marks(marks) if marks else prose

    return _Marked(visiting(record, mark, *about), tuple(mentions), tuple(unlinked))
