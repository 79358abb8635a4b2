"""What is on record of an inspection report on a day: an act that is dated later is planned, and not done."""

from dataclasses import replace
from datetime import date

from bcbsite.model.section55 import ChiefConstable, Done, InspectionReport, Response


def as_at_day(report: InspectionReport, day: date) -> InspectionReport:
    """*report* without the invitation, comments and copies that have a day after *day*.

    The publication of the response stays: what is planned of it has a state of its own.
    """
    asked, response = report.chief_constable, report.response
    known = ChiefConstable(
        _done(asked.invited, day),
        asked.comments_by,
        asked.received if asked.received and asked.received <= day else None,
    )
    if response:
        sent = (_done(response.sent_to_home_secretary, day), _done(response.sent_to_inspectorate, day))
        response = Response(response.published, response.url, *sent)
    return replace(report, chief_constable=known, response=response)


def _done(done: Done | None, day: date) -> Done | None:
    return None if done and done.day and done.day > day else done
