"""Rules about the approval of minutes."""

import datetime as dt
from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content
from bcbsite.model.document import Status
from bcbsite.model.reference import day_of
from bcbsite.read.dates import day_in_words


def amendments_are_made(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB721: minutes that were approved subject to amendments have been amended since."""
    for meeting in content.meetings:
        minutes = meeting.minutes
        if minutes is None or minutes.status is not Status.APPROVED or minutes.amended:
            continue
        corrected = max((erratum.date for erratum in minutes.errata), default=dt.date.min)
        for approval in archive.approvals.of(meeting.id):
            if approval.amendments and corrected < day_of(approval.at):
                day = day_in_words(day_of(approval.at))
                message = f"These minutes were approved on {day} subject to “{approval.amendments[0]}”."
                yield Diagnostic("BCB721", minutes.where("status"), message)
        by = minutes.approved_by
        if by and by.subject_to:
            message = f"These minutes were approved on {day_in_words(by.on)} subject to “{by.subject_to}”."
            yield Diagnostic("BCB721", minutes.where("approved_by"), message)


def drafts_are_not_signed(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB722: what is signed, or said to be approved, is no draft."""
    for meeting in content.meetings:
        minutes = meeting.minutes
        if minutes and minutes.status is Status.DRAFT:
            for key in ("signed_by", "approved_at", "approved_by", "amended"):
                if key in minutes.spans and getattr(minutes, key) is not None:
                    message = f"These minutes are a draft, and “{key}” says that they are more."
                    yield Diagnostic("BCB722", minutes.where(key), message)
