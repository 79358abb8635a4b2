"""Mentions: where records name one another in their text. What names something that exists becomes a link.

An ambiguous mention is left as it stands, and told of with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.mentions.finder import NO_HITS, Finder, Hits, written_mentions
from bcbsite.archive.mentions.source import Source
from bcbsite.archive.mentions.targets import Resolver
from bcbsite.archive.mentions.visit import visit_prose
from bcbsite.archive.people import Names
from bcbsite.model.content import Content
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.prose import Mark, MarkKind, Prose, Room
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
    finder = Finder(content, names, listed)
    finder.look_through(content)
    resolver = Resolver(content, finder.certain_days)
    marker = _Marker(finder.found, resolver)
    marked = visit_prose(content, marker.mark, finder.parts)
    of = _grouped((mention.target.record, mention) for mention in marker.mentions)
    of_place = _grouped(
        (mention.target, mention)
        for mention in marker.mentions
        if mention.target.kind is RecordKind.MEETING and mention.target.place
    )
    return marked, Mentions(of, of_place, tuple(marker.unlinked))


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

    def __init__(self, found: Mapping[int, Hits], resolver: Resolver) -> None:
        self._found = found
        self._resolver = resolver
        self.mentions: list[Mention] = []
        self.unlinked: list[Unlinked] = []

    def mark(self, prose: Prose, source: Source) -> Prose:
        """*prose* with its marks."""
        hits = self._found.get(id(prose), NO_HITS)
        marks: list[Mark] = []
        for mark, key in written_mentions(prose):
            self.mentions.append(Mention(key, prose.text[mark.start : mark.end], source))
        room = Room(prose)
        for start, end, target, why, planned in self._named(hits, source):
            printed = prose.text[start:end]
            if not room.takes(start, end):
                continue
            if target is None:
                self.unlinked.append(Unlinked(printed, why, source))
            else:
                room.fill(start, end)
                marks.append(Mark(start, end, MarkKind.MENTION, str(target)))
                self.mentions.append(Mention(target, printed, source, planned))
        return prose.with_marks(marks) if marks else prose

    def _named(self, hits: Hits, source: Source) -> Iterator[tuple[int, int, Key | None, str, bool]]:
        """Start, end, target or none, the reason for none, and whether planned; the longest words first."""
        candidates, found = hits
        for name in sorted(found, key=lambda f: (f.start - f.end, f.start)):
            target, why = self._resolver.of_title(name.targets, source)
            if target != source.record:
                yield name.start, name.end, target, why, False
        for candidate in sorted(candidates, key=lambda c: (bool(c.why_not), c.start)):
            target, why = self._resolver.of_candidate(candidate, source)
            if target != source.record and (target or why):
                yield candidate.start, candidate.end, target, why, candidate.planned
