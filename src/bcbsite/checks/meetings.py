"""Rules about how meetings are held, and whether their files agree about that."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.agenda import Agenda
from bcbsite.model.arrangements import Arrangements
from bcbsite.model.content import Content
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes


def private_meetings_have_a_ground(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB755: a meeting has a ground for being private, and only one that is private has one."""
    for meeting in content.meetings:
        for record in (meeting.agenda, meeting.minutes, meeting.arrangements):
            if record is None:
                continue
            is_private = record.sitting.public is False
            if is_private and not record.sitting.private_ground:
                message = "This meeting is private, and has no ground for that."
                yield Diagnostic("BCB755", record.at, message)
            elif record.sitting.private_ground and not is_private:
                message = "This meeting has a ground for being private, and is not said to be private."
                yield Diagnostic("BCB755", record.at, message)


def arrangements_fit_the_records(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB221, BCB222, BCB223 and BCB401: meeting.yaml says nothing that other files of the meeting deny."""
    for meeting in content.meetings:
        if meeting.arrangements:
            yield from _of_state(meeting, meeting.arrangements)
            yield from _conflicts(meeting, meeting.arrangements)
            yield from _missing_places(meeting, meeting.arrangements)


def _of_state(meeting: Meeting, arranged: Arrangements) -> Iterator[Diagnostic]:
    if arranged.moved_to and arranged.moved_to.meeting == meeting.id:
        message = "The meeting is said to be moved to its own day."
        yield Diagnostic(
            "BCB221", arranged.moved_to.at, message, "Write the day on which it is held instead."
        )
    if arranged.is_off and meeting.minutes:
        message = f"The meeting is {arranged.state}, and minutes of it are in {meeting.minutes.at.path}."
        yield Diagnostic("BCB222", arranged.spans["state"], message)


def _conflicts(meeting: Meeting, arranged: Arrangements) -> Iterator[Diagnostic]:
    here = _facts(arranged)
    for record in (meeting.agenda, meeting.minutes):
        if record is None:
            continue
        for key, there in _facts(record).items():
            mine = here[key]
            if mine and there and _plain(mine) != _plain(there):
                at = record.spans[key]
                message = f"This has “{key}: {mine}”, and {at.path}:{at.line} has “{key}: {there}”."
                yield Diagnostic("BCB223", arranged.spans[key], message)


def _facts(record: Agenda | Minutes | Arrangements) -> dict[str, str | None]:
    """What meeting.yaml and a document can both say, by the key."""
    public = record.sitting.public
    return {
        "time": f"{record.time:%H:%M}" if record.time else None,
        "location": record.location,
        "public": None if public is None else "yes" if public else "no",
        "private_ground": record.sitting.private_ground,
    }


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _missing_places(meeting: Meeting, arranged: Arrangements) -> Iterator[Diagnostic]:
    bodies = [record.body for record in (meeting.minutes, meeting.agenda) if record]
    for item in arranged.recording.items if arranged.recording else ():
        if not any(body.find(item.place) for body in bodies):
            message = f"Neither the minutes nor the agenda have a paragraph or item {item.place}."
            yield Diagnostic("BCB401", item.at, message)
