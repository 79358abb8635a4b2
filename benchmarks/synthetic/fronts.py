"""The front matter of agendas, minutes and papers."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .days import written
from .people import attendance, role
from .records import Archive, Item, Meeting, Person
from .yaml_text import block_list, flow_mapping, front_matter, scalar


def agenda_front(meeting: Meeting) -> str:
    """When and where."""
    return front_matter((*_occasion(meeting), "status: final"))


def minutes_front(archive: Archive, meeting: Meeting) -> str:
    """When, where and who."""
    there = attendance(archive, meeting)
    return front_matter(
        (
            *_occasion(meeting),
            "kind: ordinary",
            "status: approved",
            *block_list("members", (_person(person) for person in there.members)),
            *block_list("in_attendance", (_attending(person) for person in there.attending)),
            *block_list("apologies", (_person(person) for person in there.apologies)),
            f"signed_by: {there.members[0].name}, {there.members[0].post.name}",
        )
    )


def paper_front(archive: Archive, meeting: Meeting, item: Item) -> str:
    """What, to whom, from whom and when."""
    return front_matter(_paper_fields(archive, meeting, item))


def _paper_fields(archive: Archive, meeting: Meeting, item: Item) -> Iterator[str]:
    assert item.subject is not None
    rng = Random(f"front {meeting.index} {item.label}")
    officer = archive.holder(item.subject.author, meeting.day)
    yield f'item: "{item.label}"'
    yield f"title: {scalar(item.title)}"
    yield "to: Business Co-ordination Board"
    yield f"from: {item.subject.author}"
    yield f"date: {rng.choice((meeting.day.isoformat(), written(meeting.day)))}"
    if rng.random() < 0.5:
        yield "classification: OFFICIAL"
    yield "publish: full"
    yield from block_list("contact_officers", [_person(officer)])


def _occasion(meeting: Meeting) -> tuple[str, ...]:
    return f"date: {meeting.day}", f"time: {meeting.time}", f"location: {scalar(meeting.location, allow=',')}"


def _person(person: Person) -> str:
    return scalar(f"{person.name}, {role(person)}", allow=",")


def _attending(person: Person) -> str:
    """Staff officers come to observe, which takes the longer form."""
    if person.post.name.endswith("Staff Officer"):
        return flow_mapping({"name": person.name, "role": role(person), "note": "Observer"})
    return _person(person)
