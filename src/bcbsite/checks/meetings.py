"""Rules about how meetings are held."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content


def private_meetings_have_a_ground(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB755: a meeting has a ground for being private, and only one that is private has one."""
    for meeting in content.meetings:
        for document in (meeting.agenda, meeting.minutes):
            if document is None:
                continue
            is_private = document.sitting.public is False
            if is_private and not document.sitting.private_ground:
                message = "This meeting is private, and has no ground for that."
                yield Diagnostic("BCB755", document.at, message)
            elif document.sitting.private_ground and not is_private:
                message = "This meeting has a ground for being private, and is not said to be private."
                yield Diagnostic("BCB755", document.at, message)
