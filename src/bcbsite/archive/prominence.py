"""Whether the newest inspection of the force is in a prominent place, as far as publication.yaml shows.

Elected local policing bodies publish the most recent annual report on the effectiveness, efficiency and
legitimacy of the force, and the most recent summary assessment of its performance (SI 2011/3050, Schedule,
para 7B), in a prominent place on their website (Home Office guidance on SI 2021/547).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from bcbsite.archive.due import Due, DueKind
from bcbsite.archive.links import leads_elsewhere
from bcbsite.model.content import Content
from bcbsite.model.document import Status
from bcbsite.model.key import Key
from bcbsite.model.publication import Published, PublishedKind
from bcbsite.model.section55 import InspectionReport, ReportKind
from bcbsite.read.dates import day_in_words


def not_prominent(content: Content, as_at: date, now: datetime) -> Iterator[Due]:
    """What of the two the home page does not lead to.

    Where neither publication.yaml nor a PEEL report is held, nothing is known of them, and nothing is told.
    """
    newest = _newest(content.inspections, as_at, now)
    known = (*content.publication[:1], *((newest,) if newest else ()))
    if not known:
        return
    for kind in PublishedKind:
        of_kind = [entry for entry in content.publication if entry.kind is kind]
        at = of_kind[0].at if of_kind else known[0].at
        if says := _wrong(of_kind, newest if kind is PublishedKind.PEEL_REPORT else None):
            yield Due(DueKind.NOT_PROMINENT, f"The newest {kind.words}", says, at)


def _wrong(of_kind: Sequence[Published], newest: InspectionReport | None) -> str:
    """Why the entries of a kind do not lead there; nothing where one does. *newest* is on record."""
    if not of_kind:
        return "publication.yaml has no entry of this kind"
    shown = [entry for entry in of_kind if entry.prominent and entry.where]
    if not shown:
        return "its entry in publication.yaml has no “prominent: yes”, or no “where”"
    if newest and newest.published and not any(_leads_to(entry, newest) for entry in shown):
        day = day_in_words(newest.published)
        return f"see whether the entry leads to “{newest.report}” of {day}, the newest that is held here"
    return ""


def _newest(reports: Iterable[InspectionReport], as_at: date, now: datetime) -> InspectionReport | None:
    """The public PEEL report of the last day that has come."""
    public = [
        (report.published, report.slug, report)
        for report in reports
        if report.kind is ReportKind.PEEL
        and report.published
        and report.published <= as_at
        and report.status is not Status.DRAFT
        and not (report.publish_at and report.publish_at > now)
    ]
    return max(public, key=lambda one: one[:2])[2] if public else None


def _leads_to(entry: Published, report: InspectionReport) -> bool:
    """Whether *entry* leads to *report*: to its page here, or to where it lies elsewhere."""
    where = entry.where or ""
    key = Key.parse(where)
    return where == report.url if leads_elsewhere(where) else key is not None and key.record == report.key
