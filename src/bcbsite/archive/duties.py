"""Which duties are not met, as far as the records show: for those who keep them."""

from collections.abc import Iterator
from datetime import date, datetime

from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import FIRST_COMMISSIONERS, published_by
from bcbsite.archive.due import Due, DueKind
from bcbsite.archive.duty import duty_of
from bcbsite.archive.meeting_duties import not_out, without_minutes
from bcbsite.archive.missing import has_chief_officers_comments, missing_copies
from bcbsite.archive.prominence import not_prominent
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Status
from bcbsite.model.section55 import Duty, InspectionReport
from bcbsite.read.dates import day_in_words


def unmet_duties(content: Content, archive: Archive, now: datetime) -> Iterator[Due]:
    """All of them at *now*; *archive* is the join of all of *content*, public or not."""
    as_at = archive.as_at
    for report in content.inspections:
        yield from _comments(report, as_at)
        yield from _copies(report, as_at)
    for meeting in content.meetings:
        yield from not_out(meeting, content.board, as_at, now)
        yield from without_minutes(meeting, content.board, as_at)
    for notice in content.decisions:
        yield from _not_whole(notice)
    yield from not_prominent(content, as_at, now)


def _comments(report: InspectionReport, as_at: date) -> Iterator[Due]:
    """The chief officer's comments, after the day that was set under s.55(4), until the response is out."""
    asked, last = report.chief_constable, report.chief_constable.comments_by
    came = asked.received or has_chief_officers_comments(report)
    if last is None or last >= as_at or came or published_by(report, as_at):
        return
    found = "on record" if report.is_understood else "read from the file, which has text that is not clear"
    says = f"asked for by {day_in_words(last)}; none are {found}"
    yield Due(DueKind.COMMENTS, report.report, says, report.at, last, urgent=report.is_understood)


def _copies(report: InspectionReport, as_at: date) -> Iterator[Due]:
    """The copies of a published response that s.55(6) asks for; it sets no day for them."""
    done, published = published_by(report, as_at), report.published
    applies = duty_of(report).duty is Duty.SECTION_55 and not report.covered_by
    is_owed = applies and published and published >= FIRST_COMMISSIONERS
    if done and is_owed and (copies := " and ".join(missing_copies(report))):
        yield Due(DueKind.COPIES, report.report, f"not on record: {copies}", report.at, done.day)


def _not_whole(notice: DecisionNotice) -> Iterator[Due]:
    """SI 2011/3050, Schedule, para 5(d): a record of each decision of significant public interest."""
    lacking = [word for word, value in (("day", notice.date), ("maker", notice.decided_by)) if not value]
    if notice.significant_public_interest and notice.status is not Status.DRAFT and lacking:
        says = f"no {' and no '.join(lacking)} is stated"
        yield Due(DueKind.DECISION, f"{notice.reference} {notice.title}", says, notice.at, notice.date)
