"""Parts of documents that are withheld: what the public sees in their place, and what lies in them.

Below an item that is withheld nothing but its own title is public, and the reason. Where the item begins a
part that is not public, such as “Part 2 – private”, or shuts out the public, that goes for all after it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import inf
from typing import Any, TypeVar

from bcbsite.archive.exclusion import is_exclusion, only_shuts_out, shuts_out
from bcbsite.archive.marked_headings import begins_part
from bcbsite.archive.walk import words_in
from bcbsite.model.blocks import Block, Footnote, Paragraph, all_prose
from bcbsite.model.body import Body, Item, Part, Passage, ends_of_items
from bcbsite.model.content import Content
from bcbsite.model.document import Document, Withheld
from bcbsite.model.meeting import Meeting
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
    named: int
    """The part that the entry names: a heading, or what shuts out the public, can stand before the others."""


def less_withheld(document: D, with_reasons: bool = True) -> D:
    """*document* as the public sees it, without the parts that are withheld; itself where none are.

    In the place of each stands the reason, unless only what is left is asked for.
    """
    if not document.withhold:
        return document
    stretches = _stretches(document)
    parts = tuple(_less_footnotes(document.body.parts, stretches, with_reasons))
    keys = _less_keys(document, stretches) if isinstance(document, Minutes) else {}
    return replace(document, withhold=(), body=Body(parts, is_whole=False), **keys)


def _stretches(document: Document) -> Sequence[_Stretch]:
    """What is withheld, in order; none lies within another."""
    body, found = document.body, []
    index = {part.anchor: n for n, part in enumerate(body.parts)}
    ends, items = ends_of_items(body.parts), _next_items(body.parts)
    for entry in document.withhold:
        if part := body.find(entry.place):
            at = index[part.anchor]
            start, end = _extent(body.parts, at, ends, items)
            found.append(_Stretch(start, end, entry, at))
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
            return items[at], len(parts)
        return at + 1, len(parts) if begins_part(part.title_and_note) else ends[at]
    next_item = items[at]
    if _shuts_out(part):
        return end_of_limbs(parts, at) if _is_public(part) else at, len(parts)
    return at, _end_of_passage(parts, at, part, next_item)


def _end_of_passage(parts: Sequence[Part], at: int, passage: Passage, next_item: int) -> int:
    """Where what belongs to *passage*, the part at *at*, ends: its limbs, theirs, and what has no number."""
    inside = {passage.anchor}
    for n in range(at + 1, next_item):
        part = parts[n]
        assert isinstance(part, Passage)
        is_limb_of_limb = passage.limb and (part.limb or "").startswith(f"{passage.limb}(")
        if not is_limb_of_limb and inside.isdisjoint({part.follows, part.below} - {None}):
            return n
        inside.add(part.anchor)
    return next_item


def end_of_limbs(parts: Sequence[Part], at: int) -> int:
    """Where the limbs of the paragraph at *at* end: they say for which items the public are excluded."""
    end = at + 1
    while end < len(parts):
        part = parts[end]
        if not (isinstance(part, Passage) and part.limb and part.follows == parts[at].anchor):
            break
        end += 1
    return end


def _left(parts: Sequence[Part], stretches: Sequence[_Stretch], with_reasons: bool) -> Iterator[Part]:
    after = 0
    for each in stretches:
        yield from parts[after : each.start]
        if with_reasons:
            yield _stub(parts, each)
        after = each.end
    yield from parts[after:]


def _less_footnotes(
    parts: Sequence[Part], stretches: Sequence[_Stretch], with_reasons: bool
) -> Iterator[Part]:
    """What is left, without the footnotes of what is withheld, which can stand at the end of the text."""
    hidden = chain.from_iterable(parts[each.start : each.end] for each in stretches)
    of_hidden = _footnotes_of(hidden, parts)
    left = list(_left(parts, stretches, with_reasons))
    theirs = of_hidden - _footnotes_of(left, parts) if of_hidden else of_hidden
    for part in left:
        if isinstance(part, Passage) and theirs:
            blocks = tuple(b for b in part.blocks if not (isinstance(b, Footnote) and b.label in theirs))
            if blocks or not part.blocks or part.label:
                yield replace(part, blocks=blocks)
        else:
            yield part


def _footnotes_of(some: Iterable[Part], parts: Sequence[Part]) -> set[str]:
    """The labels of the footnotes that *some* of *parts* refer to, and of those that these refer to."""
    notes = {b.label: b for p in parts if isinstance(p, Passage) for b in p.blocks if isinstance(b, Footnote)}
    blocks = [b for p in some if isinstance(p, Passage) for b in p.blocks if not isinstance(b, Footnote)]
    titles = [part.title for part in some if isinstance(part, Item)]
    found, waiting = set[str](), [*_footnotes_in([*all_prose(blocks), *titles])] if notes else []
    while waiting:
        label = waiting.pop()
        if label not in found and label in notes:
            found.add(label)
            waiting += _footnotes_in(all_prose(notes[label].blocks))
    return found


def _footnotes_in(texts: Iterable[Prose]) -> Iterator[str]:
    return (mark.target for prose in texts for mark in prose.marks if mark.kind is MarkKind.FOOTNOTE)


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
            declarations=tuple(one for one in minutes.sitting.declarations if not hidden.has(one.place)),
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
        # What shuts out the public is public; of any other heading nothing but its words is.
        self._anchors |= {parts[s.named].anchor for s in stretches if not _is_public(parts[s.named])}
        held = [s for s in stretches if s.start < s.end]
        self._begin = [parts[s.start].line for s in held]
        self._end = [parts[s.end].line if s.end < len(parts) else inf for s in held]

    def has(self, place: str | None) -> bool:
        """Whether what stands at *place* is withheld, be it below a heading that is public.

        A place that is not printed is where its number would be: `9.1` in `9`. Where nothing tells, it is
        taken to be withheld.
        """
        within = place
        while within:
            if part := self._body.find(within):
                return part.anchor in self._anchors
            within = _above(within)
        return bool(place and self._anchors)

    def knows(self, place: str | None) -> bool:
        """Whether the document prints *place*."""
        return bool(place and self._body.find(place))

    def has_line(self, line: int) -> bool:
        """Whether what stands at *line* is."""
        at = bisect_right(self._begin, line) - 1
        return at >= 0 and line < self._end[at]

    def less(self, people: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """Those of *people* who are not listed there."""
        return tuple(one for one in people if one.under is None or not self.has_line(one.at.line))


def _is_public(named: Part) -> bool:
    """Whether a part that an entry of `withhold` names is public itself, with its text."""
    return is_exclusion(named.title_and_note) if isinstance(named, Item) else _only_shuts_out(named)


def _only_shuts_out(passage: Passage) -> bool:
    """Whether the public may read the words that shut it out: they say nothing else."""
    words = [text for text in words_in(passage.blocks) if text.strip()]
    return any(map(shuts_out, words)) and all(map(only_shuts_out, words))


def _shuts_out(passage: Passage) -> bool:
    return any(map(shuts_out, words_in(passage.blocks)))


_NUMBER_OF_ANCHOR = re.compile(r"(?:item-|p)(\d+(?:-\d+)*)(?:-.*)?")


def _above(place: str) -> str:
    """The number of the item or paragraph in which *place*, or an address such as `p9-1-a`, would be."""
    if anchor := _NUMBER_OF_ANCHOR.fullmatch(place):
        return anchor[1].replace("-", ".")
    return re.sub(r"[.(]?[^.(]*$", "", place)


class WithheldPlaces:
    """Finds which references lead to what is withheld of minutes, or of an agenda."""

    def __init__(self, content: Content) -> None:
        """*content* with all that is withheld."""
        self._hidden = {
            meeting.id: [_Hidden(document, _stretches(document)) for document in _printed(meeting)]
            for meeting in content.meetings
            if any(document.withhold for document in _printed(meeting))
        }

    def __contains__(self, reference: Reference) -> bool:
        """Whether *reference* leads to a withheld part, or to the heading above one.

        As a link does, it leads to the minutes where these have the place, or else to the agenda.
        """
        documents = self._hidden.get(reference.meeting, [])
        known = (document for document in documents if document.knows(reference.place))
        if (leads_to := next(known, None)) is not None:
            return leads_to.has(reference.place)
        return any(document.has(reference.place) for document in documents)


def _printed(meeting: Meeting) -> list[Document]:
    """The documents in which a reference can name a place."""
    return [document for document in (meeting.minutes, meeting.agenda) if document]
