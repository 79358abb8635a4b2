"""What the law asks of the local policing body for a report that its file does not show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bcbsite.archive.deadlines import FIRST_COMMISSIONERS, IN_FORCE, last_day_of, published_by
from bcbsite.archive.duty import duty_of
from bcbsite.model.board import Board
from bcbsite.model.section55 import Duty, Finding, FindingKind, InspectionReport, SectionKind
from bcbsite.read.dates import day_in_words


class Part(StrEnum):
    """A part of what the law asks for."""

    COMMENTS = "comments"
    EXPLANATION = "explanation"
    INVITATION = "invitation"
    PUBLICATION = "publication"
    COPIES = "copies"


Lack = tuple[Part, str]
"""What is not there: of which part it is, and a few words."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What the law asks of the local policing body that a file does not show, a few words each."""

    not_held: tuple[str, ...]
    """What is not there."""
    not_read: tuple[str, ...]
    """What was not found, in a file with text that may have it."""
    parts: Mapping[Part, bool] = field(default_factory=dict, compare=False)
    """The parts of which something is in one of the two: whether it is known that it is not there."""
    is_asked: bool = field(default=False, compare=False)
    """Whether the file keeps track of what the law asks for this report."""


def missing(report: InspectionReport, board: Board, as_at: date) -> Missing:
    """What the law asks of the local policing body that the file does not show on the day *as_at*.

    *board* has the names of that body and of the chief officer.

    Of a file that keeps no track of the response nothing is said: the records may lie elsewhere.
    The chief constable owes nothing: s.55(4) asks that they are invited to comment, and s.55(5)(b) that
    comments which came are published, so that none came is no failing. Areas for improvement have no line in
    the law. Reports from before 2 May 2017 have no last day and need no explanation for a recommendation;
    the rest of s.55(4) to (6) was asked in its older form, of commissioners from their first day.
    """
    published = report.published
    if report.covered_by or duty_of(report).duty is not Duty.SECTION_55 or published is None:
        return Missing((), ())
    if not report.is_tracked or published < FIRST_COMMISSIONERS or published > as_at:
        return Missing((), ())
    body, chief = board.body_on(published).short, board.chief_on(published).short
    of_text = (
        *_of_the_chief_officer(report, chief),
        *_of_the_body(report, body, since_2017=published >= IN_FORCE),
    )
    rest = (*_invitation(report, chief), *_publication(report, as_at))
    is_known = report.is_understood
    parts = {part: is_known for part, _ in of_text} | {part: True for part, _ in rest}
    text, others = (tuple(words for _, words in lacks) for lacks in (of_text, rest))
    return Missing((*text, *others), (), parts, True) if is_known else Missing(others, text, parts, True)


def _of_the_chief_officer(report: InspectionReport, chief: str) -> Iterator[Lack]:
    """The chief officer's comments, where they came and are not there."""
    came = report.chief_constable.received
    if came and not has_chief_officers_comments(report):
        yield Part.COMMENTS, f"{chief}’s comments, which came on {day_in_words(came)} (s.55(5)(b))"


def has_chief_officers_comments(report: InspectionReport) -> bool:
    """Whether the file has comments of the chief officer, on the whole report or on a finding."""
    parts = (section.blocks for section in report.sections if section.kind is SectionKind.CHIEF_CONSTABLE)
    return any(parts) or any(finding.chief_constable for finding in report.findings)


def _of_the_body(report: InspectionReport, body: str, *, since_2017: bool) -> Iterator[Lack]:
    """What is missing where the commissioner's comments on the whole report are not there."""
    if any(section.is_comments for section in report.sections):
        return
    if not any(finding.commissioner for finding in report.findings):
        yield Part.COMMENTS, f"{body}’s comments (s.55(5))"
    unanswered = [
        _which(finding)
        for finding in report.findings
        if finding.kind is FindingKind.RECOMMENDATION and not finding.commissioner
    ]
    if unanswered and since_2017:
        which = f"recommendation{'s' if len(unanswered) > 1 else ''} {', '.join(unanswered)}"
        yield Part.EXPLANATION, f"{body}’s explanation for {which} (s.55(5B))"


def _which(finding: Finding) -> str:
    number = str(finding.number) if finding.is_numbered else f"(unnumbered, no. {finding.number} here)"
    return f"{number} (addressed to {finding.addressed_to})" if finding.addressed_to else number


def _invitation(report: InspectionReport, chief: str) -> Iterator[Lack]:
    """The invitation, unless comments show that there was one."""
    asked = report.chief_constable
    if not (asked.invited or asked.comments_by or asked.received or has_chief_officers_comments(report)):
        yield Part.INVITATION, f"the invitation of {chief} to comment (s.55(4))"


def _publication(report: InspectionReport, as_at: date) -> Iterator[Lack]:
    """The publication, in time where there is a last day, and the copies of what was published."""
    last_day, done = last_day_of(report), published_by(report, as_at)
    if last_day is None and not done:
        yield Part.PUBLICATION, "the publication (s.55(5))"
    elif last_day and not (done and done.day):
        yield Part.PUBLICATION, "the day of publication (s.55(5A))"
    elif last_day and done and done.day and done.day > last_day:
        yield Part.PUBLICATION, f"publication by {day_in_words(last_day)} (s.55(5A))"
    yield from ((Part.COPIES, words) for words in missing_copies(report))


def missing_copies(report: InspectionReport) -> Iterator[str]:
    """The copies of what was published that are not on record as sent; the inspectors' since 2 May 2017."""
    if not (report.response and report.response.sent_to_home_secretary):
        yield "the copy to the Secretary of State (s.55(6))"
    if last_day_of(report) and not (report.response and report.response.sent_to_inspectorate):
        yield "the copy to the inspectors of constabulary (s.55(6))"
