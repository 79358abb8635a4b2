"""The rule about sentences that look as if they decided something, and were not understood."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content


def decisions_are_read(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB335: in minutes, what looks like a decision is read as one, or stated, or waived."""
    for meeting in content.meetings:
        minutes = meeting.minutes
        if minutes is None or minutes.waives("unread-decision", None):
            continue
        stated = {part.anchor for d in minutes.decisions if (part := minutes.body.find(d.place))}
        for unread in archive.unread[meeting.id]:
            part = unread.passage
            if part.anchor not in stated and not minutes.waives("unread-decision", part):
                message = f"“{unread.words}” looks like a decision, but is not read as one."
                yield Diagnostic("BCB335", Span(minutes.at.path, unread.line), message)
