"""The rules, as one tuple, and their run."""

from collections.abc import Callable, Iterable

from bcbsite.archive.archive import Archive
from bcbsite.archive.marked import Marked
from bcbsite.checks.account import everything_is_read
from bcbsite.checks.addresses import names_in_addresses_are_meant
from bcbsite.checks.approvals import amendments_are_made, drafts_are_not_signed
from bcbsite.checks.documents import (
    dates_match_folders,
    no_repeated_findings,
    no_repeated_items,
    no_repeated_labels,
    no_skipped_labels,
    papers_are_dated_near_their_meetings,
)
from bcbsite.checks.errata import corrections_are_made, corrections_are_whole
from bcbsite.checks.imports import imported_records_are_compared
from bcbsite.checks.inspections import days_are_possible, duties_are_clear
from bcbsite.checks.items import documents_have_items
from bcbsite.checks.labels import labels_are_read
from bcbsite.checks.log import (
    actions_are_logged,
    events_have_a_day,
    ids_are_unique,
    owners_are_known,
    owners_are_named,
    raised_actions_have_a_line,
    series_are_known,
)
from bcbsite.checks.markings import nothing_marked_is_published
from bcbsite.checks.meetings import arrangements_fit_the_records, private_meetings_have_a_ground
from bcbsite.checks.people import names_are_no_roles, names_are_spelt_as_known, nobody_is_listed_twice
from bcbsite.checks.placeholders import nothing_is_left_open
from bcbsite.checks.publication import what_is_published_has_a_place
from bcbsite.checks.references import (
    findings_and_reports_exist,
    ids_lead_somewhere,
    links_lead_somewhere,
    papers_have_items,
    places_in_front_matter_exist,
    references_lead_somewhere,
    withheld_places_are_printed_once,
)
from bcbsite.checks.run_on import nothing_runs_on
from bcbsite.checks.statement import the_statement_is_filled_in
from bcbsite.checks.texts import (
    amounts_look_right,
    footnotes_are_written,
    footnotes_are_written_once,
    no_personal_data,
)
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content

Check = Callable[[Content, Archive], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    dates_match_folders,
    no_repeated_labels,
    no_repeated_items,
    no_repeated_findings,
    no_skipped_labels,
    papers_are_dated_near_their_meetings,
    amendments_are_made,
    drafts_are_not_signed,
    corrections_are_whole,
    corrections_are_made,
    nobody_is_listed_twice,
    names_are_no_roles,
    names_are_spelt_as_known,
    no_personal_data,
    amounts_look_right,
    footnotes_are_written,
    footnotes_are_written_once,
    nothing_runs_on,
    documents_have_items,
    labels_are_read,
    everything_is_read,
    nothing_is_left_open,
    ids_are_unique,
    series_are_known,
    actions_are_logged,
    raised_actions_have_a_line,
    events_have_a_day,
    owners_are_known,
    owners_are_named,
    references_lead_somewhere,
    places_in_front_matter_exist,
    withheld_places_are_printed_once,
    ids_lead_somewhere,
    findings_and_reports_exist,
    links_lead_somewhere,
    papers_have_items,
    duties_are_clear,
    days_are_possible,
    names_in_addresses_are_meant,
    private_meetings_have_a_ground,
    arrangements_fit_the_records,
    the_statement_is_filled_in,
    what_is_published_has_a_place,
    imported_records_are_compared,
)


def run_checks(content: Content, archive: Archive, marked: Marked) -> list[Diagnostic]:
    """All mistakes between the records of *content*, in which *marked* is marked.

    *archive* is all of it joined, public or not.
    """
    found = [diagnostic for check in CHECKS for diagnostic in check(content, archive)]
    return [*found, *nothing_marked_is_published(content, marked)]
