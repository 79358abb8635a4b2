"""A new meeting: its agenda and draft minutes, with what the last meeting hands on."""

from collections.abc import Iterator
from pathlib import Path

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import MeetingKind
from bcbsite.model.reference import Listed, day_of
from bcbsite.new.files import front_matter, quoted
from bcbsite.pages.words import day_in_words

_STANDING = ("Welcome and apologies", "Declarations of interest")


def meeting_files(archive: Archive, content: Path, meeting: str) -> dict[Path, str]:
    """The agenda and the draft minutes of *meeting*, by their places below *content*."""
    last = _last_before(archive, meeting)
    folder = content / "meetings" / meeting
    return {
        folder / "agenda.md": _agenda(last, meeting),
        folder / "minutes.md": _minutes(archive, last, meeting),
    }


def _last_before(archive: Archive, meeting: str) -> Meeting | None:
    earlier = [m for m in archive.meetings.values() if m.id < meeting and m.minutes]
    return earlier[-1] if earlier else None


def _items(last: Meeting | None) -> list[str]:
    """The titles of the items that every meeting has."""
    approval = (
        f"To approve the minutes of {day_in_words(last.day)}" if last else "To approve the last minutes"
    )
    return [*_STANDING, approval, "Action log", "Any other business"]


def _front(last: Meeting | None, meeting: str) -> dict[str, str | None]:
    minutes = last.minutes if last else None
    clock = minutes.time if minutes else None
    return {
        "date": str(day_of(meeting)),
        "time": f"{clock:%H:%M}" if clock else None,
        "location": quoted(minutes.location) if minutes and minutes.location else None,
    }


def _agenda(last: Meeting | None, meeting: str) -> str:
    headings = (f"\n## {n}. {title}\n" for n, title in enumerate(_items(last), 1))
    return front_matter(**_front(last, meeting), status="draft") + "".join(headings)


def _minutes(archive: Archive, last: Meeting | None, meeting: str) -> str:
    members = last.minutes.members if last and last.minutes else ()
    listed = "".join(f"\n  - {_person(person)}" for person in members)
    kind = Meeting(meeting, day_of(meeting)).kind
    front = front_matter(
        **_front(last, meeting),
        **({} if kind is MeetingKind.ORDINARY else {"kind": kind}),
        status="draft",
        members=listed or None,
        in_attendance=None,
        apologies=None,
    )
    texts = {"Action log": "The Board reviewed the actions as follows:", _STANDING[1]: "…"}
    body = ""
    for number, title in enumerate(_items(last), 1):
        body += f"\n## {number}. {title}\n\n- {number}.1 {texts.get(title, '…')}\n"
        if title == "Action log":
            body += "".join(_open_actions(archive))
    return front + body


def _person(person: Listed) -> str:
    return quoted(f"{person.name}, {person.role}" if person.role else person.name)


def _open_actions(archive: Archive) -> Iterator[str]:
    """An entry for each action that no record says has ended, with room for what is reported."""
    for history in archive.actions:
        if not history.has_ended:
            yield f"\n- {_named(history)}\n\n  **Update:** …\n"


def _named(history: ActionHistory) -> str:
    action = history.action
    number = f"Action no. {action.number}" if action.number else "Action"
    words = action.title or " ".join(plain_text(action.action).split())
    return f"{number}, {day_in_words(history.raised_on)} – {words}"
