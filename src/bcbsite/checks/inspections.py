"""Rules about inspection reports: which duty applies, and whether the days can be right."""

from collections.abc import Iterator
from datetime import date

from bcbsite.archive.archive import Archive
from bcbsite.archive.duty import duty_of, kind_says_otherwise
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content
from bcbsite.model.section55 import Duty, InspectionReport
from bcbsite.read.dates import LONDON, day_in_words


def duties_are_clear(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB750: each report shows which duty to respond applies, and why where it is not Section 55."""
    for report in content.inspections:
        if wrong := _unclear(report):
            key = "duty" if report.duty else "kind" if report.kind else "report"
            yield Diagnostic("BCB750", report.spans.get(key, report.at), *wrong)


def _unclear(report: InspectionReport) -> tuple[str, str] | None:
    """What is not clear of the duty, and what to write."""
    if kind_says_otherwise(report):
        return (
            f"A report of the kind {report.kind} is not answered under Section 55.",
            "Take duty out, or correct kind.",
        )
    if report.duty and report.duty is not Duty.SECTION_55 and not report.duty_reason:
        return f"“duty: {report.duty}” has no reason.", "Write duty_reason: and in a sentence why."
    if duty_of(report).duty is None and report.other_force:
        return (
            f"The title says that {report.other_force} was inspected, and whether Section 55 applies is not "
            "stated.",
            "Write duty: none and a duty_reason; or duty: section 55, if it is about this force too.",
        )
    if duty_of(report).duty is None:
        return (
            "Whether Section 55 applies to this report is not stated.",
            "Write duty: section 55; or duty: none and a duty_reason.",
        )
    return None


def days_are_possible(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB751: what was done of a report has a day that has come, and comes after what it answers."""
    for report in content.inspections:
        day, response = report.published, report.response
        answered = response.published.day if response and response.published else None
        embargo = report.publish_at.astimezone(LONDON).date() if report.publish_at else None
        if day and day > max(archive.as_at, embargo or archive.as_at):
            message = f"The report is dated {day_in_words(day)}, which is to come."
            hint = "Correct published; or write publish_at with a moment on or after that day."
            yield Diagnostic("BCB751", report.spans.get("published", report.at), message, hint)
        if answered and answered > archive.as_at:
            message = f"The response is dated {day_in_words(answered)}, which is to come."
            yield Diagnostic("BCB751", report.spans.get("response", report.at), message)
        elif answered and day and answered < day:
            message = (
                f"The response is dated {day_in_words(answered)}, before the report of {day_in_words(day)}."
            )
            yield Diagnostic("BCB751", report.spans.get("response", report.at), message)
        for key, act, done in _acts(report):
            if done > archive.as_at:
                message = f"The day on which {act}, {day_in_words(done)}, is to come, so it is not shown."
            elif day and done < day:
                before = f"is before the report of {day_in_words(day)}"
                message = f"The day on which {act}, {day_in_words(done)}, {before}."
            else:
                continue
            yield Diagnostic("BCB751", report.spans.get(key, report.at), message)


def _acts(report: InspectionReport) -> Iterator[tuple[str, str, date]]:
    """The key of each act with a day, what was done, and the day."""
    asked, response = report.chief_constable, report.response
    if asked.invited and asked.invited.day:
        yield "chief_constable", "the chief officer was invited to comment", asked.invited.day
    if asked.received:
        yield "chief_constable", "comments were received", asked.received
    copies = (
        ("the Home Secretary", response and response.sent_to_home_secretary),
        (
            "the inspectorate",
            response and response.sent_to_inspectorate,
        ),
    )
    for whom, sent in copies:
        if sent and sent.day:
            yield "response", f"the response was sent to {whom}", sent.day
