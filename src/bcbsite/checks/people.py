"""The rule about people as documents list them."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content


def nobody_is_listed_twice(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB304: among those who came, a person is listed once.

    A member can be listed with the members and send apologies: that is how some boards print it.
    """
    for meeting in content.meetings:
        if minutes := meeting.minutes:
            for group in ((*minutes.members, *minutes.in_attendance), minutes.apologies):
                seen: dict[str, int] = {}
                for listed in group:
                    person = archive.names.find(listed.name) or listed.name.casefold()
                    if person in seen:
                        message = f"“{listed.name}” is listed twice; the first is on line {seen[person]}."
                        yield Diagnostic("BCB304", listed.at, message)
                    seen.setdefault(person, listed.at.line)
