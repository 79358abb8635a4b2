"""Parts of documents that are withheld: what the public sees in their place, and what lies in them.

Below an item that is withheld nothing but its own title is public, and the reason. Where the item begins a
part that is not public, such as “Part 2 – private”, or shuts out the public, that goes for all after it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, TypeVar

from bcbsite.archive.markings import begins_part, is_exclusion, shuts_out
from bcbsite.archive.walk import words_in
from bcbsite.model.blocks import Block, Paragraph
from bcbsite.model.body import Body, Item, Part, Passage, ends_of_items
from bcbsite.model.content import Content
from bcbsite.model.document import Document, Withheld
from bcbsite.model.minutes import Minutes
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.model.reference import Listed, Reference

D = TypeVar("D", bound=Document)
WITHHELD = "Withheld:"
"""What the paragraph in place of a withheld part begins with."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Parts of a body that are withheld, by their indices."""

    start: int
    end: int
    entry: Withheld


def less_withheld(document: D, with_reasons: bool = True) -> D:
    """*document* as the public sees it, without the parts that are withheld; itself where none are.

    In the place of each stands the reason, unless only what is left is asked for.
    """
    if not document.withhold:
        return document
    stretches = _stretches(document)
    parts = tuple(_left(document.body.parts, stretches, with_reasons))
    keys = _less_keys(document, stretches) if isinstance(document, Minutes) else {}
    return replace(document, withhold=(), body=Body(parts, is_whole=False), **keys)


def _stretches(document: Document) -> Sequence[_Stretch]:
    """What is withheld, in order; none lies within another."""
    body, found = document.body, []
    index = {part.anchor: n for n, part in enumerate(body.parts)}
    ends, items = ends_of_items(body.parts), _next_items(body.parts)
    for entry in document.withhold:
        if part := body.find(entry.place):
            start, end = _extent(body.parts, index[part.anchor], ends, items)
            found.append(_Stretch(start, end, entry))
    found.sort(key=lambda each: (each.start, -each.end))
    apart: list[_Stretch] = []
    for each in found:
        after = apart[-1].end if apart else 0
        if each.end > after:
            apart.append(replace(each, start=max(each.start, after)))
    return apart


def _next_items(parts: Sequence[Part]) -> Sequence[int]:
    """For each part the index of the next item after it, or of the end."""
    found, coming = [0] * len(parts), len(parts)
    for n in range(len(parts) - 1, -1, -1):
        found[n] = coming
        coming = n if isinstance(parts[n], Item) else coming
    return found


def _extent(parts: Sequence[Part], at: int, ends: Mapping[int, int], items: Sequence[int]) -> tuple[int, int]:
    """Where what is withheld with the part at *at* begins and ends."""
    part = parts[at]
    if isinstance(part, Item):
        if is_exclusion(part.title_and_note):
            return ends[at], len(parts)
        return at + 1, len(parts) if begins_part(part.title_and_note) else ends[at]
    next_item = items[at]
    if any(map(shuts_out, words_in(part.blocks))):
        return next_item, len(parts)
    belong = (n for n in range(at + 1, next_item) if not _belongs(parts[n], part))
    return at, next(belong, next_item)


def _belongs(part: Part, to: Passage) -> bool:
    """Whether *part*, which comes after *to* in its item, is part of that numbered paragraph or limb."""
    return isinstance(part, Passage) and to.anchor in (part.follows, part.below)


def _left(parts: Sequence[Part], stretches: Sequence[_Stretch], with_reasons: bool) -> Iterator[Part]:
    after = 0
    for each in stretches:
        yield from parts[after : each.start]
        if with_reasons:
            yield _stub(parts, each)
        after = each.end
    yield from parts[after:]


def _stub(parts: Sequence[Part], stretch: _Stretch) -> Passage:
    """The paragraph that stands in place of what is withheld: the word, and the reason."""
    prose = Prose(f"{WITHHELD} {stretch.entry.reason}", (Mark(0, len(WITHHELD), MarkKind.STRONG),))
    blocks: tuple[Block, ...] = (Paragraph(prose, stretch.entry.at.line),)
    first = parts[stretch.start] if stretch.start < len(parts) else None
    if isinstance(first, Passage) and first.label:
        return replace(first, blocks=blocks)
    before = parts[stretch.start - 1] if stretch.start else None
    item = before if isinstance(before, Item) else None
    anchor = f"{before.anchor if before else 'start'}-withheld"
    line = first.line if first else stretch.entry.at.line
    return Passage(anchor, None, blocks, line, item.anchor if item else getattr(before, "item", None), None)


def _less_keys(minutes: Minutes, stretches: Sequence[_Stretch]) -> dict[str, Any]:
    """What front matter and the lists of people have that is not of a withheld part of *minutes*."""
    hidden = _Hidden(minutes, stretches)
    return {
        "decisions": tuple(one for one in minutes.decisions if not hidden.has(one.place)),
        "errata": tuple(one for one in minutes.errata if not hidden.has(one.place)),
        "sitting": replace(
            minutes.sitting,
            declarations=tuple(one for one in minutes.sitting.declarations if not hidden.concerns(one.place)),
        ),
        "members": hidden.less(minutes.members),
        "in_attendance": hidden.less(minutes.in_attendance),
        "apologies": hidden.less(minutes.apologies),
        "publish_source": False,  # the file has all of it
        "others": tuple(one for one in minutes.others if not hidden.has_line(one.at.line)),
    }


class _Hidden:
    """What lies in the withheld parts of a document."""

    def __init__(self, document: Document, stretches: Sequence[_Stretch]) -> None:
        self._body = document.body
        parts = document.body.parts
        self._anchors = {part.anchor for s in stretches for part in parts[s.start : s.end]}
        named = (document.body.find(entry.place) for entry in document.withhold)
        self._named = {part.anchor for part in named if part}
        held = [s for s in stretches if s.start < s.end]
        self._begin = [parts[s.start].line for s in held]
        self._end = [parts[s.end].line if s.end < len(parts) else inf for s in held]

    def concerns(self, place: str | None) -> bool:
        """Whether the part that *place* names is withheld, or what stands below it is."""
        part = self._body.find(place) if place else None
        return part is not None and part.anchor in self._anchors | self._named

    def has(self, place: str | None) -> bool:
        """Whether the part that *place* names is withheld."""
        part = self._body.find(place) if place else None
        return part is not None and part.anchor in self._anchors

    def has_line(self, line: int) -> bool:
        """Whether what stands at *line* is."""
        at = bisect_right(self._begin, line) - 1
        return at >= 0 and line < self._end[at]

    def less(self, people: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """Those of *people* who are not listed there."""
        return tuple(one for one in people if one.under is None or not self.has_line(one.at.line))


class WithheldPlaces:
    """Finds which references lead to what is withheld of minutes."""

    def __init__(self, content: Content) -> None:
        """*content* with all that is withheld."""
        self._hidden = {
            meeting.id: _Hidden(meeting.minutes, _stretches(meeting.minutes))
            for meeting in content.meetings
            if meeting.minutes and meeting.minutes.withhold
        }

    def __contains__(self, reference: Reference) -> bool:
        """Whether *reference* leads to a withheld part."""
        hidden = self._hidden.get(reference.meeting)
        return bool(hidden and hidden.has(reference.place))

    def concern(self, reference: Reference) -> bool:
        """Whether *reference* leads to a withheld part, or to the heading above one."""
        hidden = self._hidden.get(reference.meeting)
        return bool(hidden and hidden.concerns(reference.place))
