"""The files that records publish as they came, with their addresses."""

from collections.abc import Iterator

from bcbsite.archive.addresses import minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.model.paper import Attachment


def attachments(archive: Archive) -> Iterator[tuple[str, Attachment]]:
    """Those of papers, and the originals of minutes, each beside the page of its record."""
    for meeting in archive.meetings.values():
        for original in meeting.minutes.attachments if meeting.minutes else ():
            yield f"{minutes_address(meeting.id)}{original.name}", original
        for paper in meeting.papers:
            for attachment in paper.attachments:
                yield f"{paper_address(meeting.id, paper.slug)}{attachment.name}", attachment
