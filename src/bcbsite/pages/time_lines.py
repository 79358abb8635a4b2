"""A person's time line: one entry for each meeting, with what its records say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from bcbsite.archive.addresses import agenda_address, meeting_address, minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.people import Listing, PersonRecord
from bcbsite.model.reference import day_of
from bcbsite.pages.actions import ActionLine
from bcbsite.pages.words import words_around

_SAID = 2
"""How many paragraphs of a meeting are shown with their words."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph that names the person."""

    mention: Mention
    words: str
    """Those around the name; nothing where only the place is shown."""


@dataclass(slots=True)
class AtMeeting:
    """What the records of a meeting say of a person."""

    day: date
    address: str
    listings: list[Listing] = field(default_factory=list)
    """Those of its minutes."""
    papers: list[tuple[str, str]] = field(default_factory=list)
    """The title and the address of each of its papers whose contact officer the person is."""
    role: str | None = None
    """As printed, where the meeting before it in the time line printed another one, or none."""
    said: list[Said] = field(default_factory=list)
    actions: list[ActionLine] = field(default_factory=list)
    """Those that it raised and that the person owns."""


Years = tuple[tuple[int, tuple[AtMeeting, ...]], ...]


def texts_by_address(archive: Archive) -> Mapping[str, str]:
    """The words of each passage of all documents of meetings, by its address."""
    found: dict[str, str] = {}
    for meeting in archive.meetings.values():
        bodies = [(minutes_address(meeting.id), meeting.minutes.body)] if meeting.minutes else []
        bodies += [(agenda_address(meeting.id), meeting.agenda.body)] if meeting.agenda else []
        bodies += [(paper_address(meeting.id, paper.slug), paper.body) for paper in meeting.papers]
        for address, body in bodies:
            found |= {f"{address}#{passage.anchor}": passage.text for passage in body.passages}
    return found


def time_line(
    record: PersonRecord,
    mentions: Iterable[Mention],
    actions: Iterable[ActionLine],
    texts: Mapping[str, str],
) -> Years:
    """What each meeting has of a person, by year, newest first; *texts* are by the address of the passage."""
    found: dict[str, AtMeeting] = {}

    def at(id_: str) -> AtMeeting:
        return found.setdefault(id_, AtMeeting(day_of(id_), meeting_address(id_)))

    for listing in record.listings:
        here = at(listing.meeting.id)
        if title := _title_of_paper(listing):
            here.papers.append((title, listing.address))
        else:
            here.listings.append(listing)
    for mention in mentions:
        if mention.source.meeting:
            said = at(mention.source.meeting).said
            text = texts.get(mention.source.address, "") if len(said) < _SAID else ""
            said.append(Said(mention, words_around(text, re.compile(re.escape(mention.printed)))))
    for line in actions:
        at(line.history.action.raised.meeting).actions.append(line)
    entries = [found[id_] for id_ in sorted(found)]
    _give_roles(entries)
    by_year = groupby(reversed(entries), key=lambda entry: entry.day.year)
    return tuple((year, tuple(of_year)) for year, of_year in by_year)


def _title_of_paper(listing: Listing) -> str | None:
    """The title of the paper that has a listing; None where minutes have it."""
    id_, papers = listing.meeting.id, listing.meeting.papers
    return next((p.title for p in papers if paper_address(id_, p.slug) == listing.address), None)


def _give_roles(entries: Sequence[AtMeeting]) -> None:
    """Note the role of each of *entries*, which are oldest first, that prints another than the one before."""
    last: str | None = None
    for entry in entries:
        printed = next((listing.listed.role for listing in entry.listings if listing.listed.role), None)
        if printed and printed != last:
            entry.role = last = printed
