"""The places of a page that have addresses of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.model.blocks import Heading, plain_text
from bcbsite.model.section55 import Finding, InspectionReport
from bcbsite.pages.citations import words_of
from bcbsite.pages.documents import DocumentView
from bcbsite.pages.home import HomeView
from bcbsite.pages.page import Page
from bcbsite.pages.publication import PublicationView
from bcbsite.pages.section55 import InspectionView

_OF_FRAME = r"(?:__|bcb-|fn-).+|content|cite"
_OF_TEMPLATES = {
    "accessibility.html": "known|contact|report|enforcement|in-person|technical|compliance|not-accessible"
    "|barriers|burden|exempt|improving|preparation",
    "action.html": r"action|history|raised|event-[\d-]+",
    "actions.html": r"(?:series|status|owner|year|meeting)-.+",
    "data.html": r"all|follow|forms",
    "decision.html": r"reasons|options|interests|exempt|documents|errata|mentioned-in",
    "decisions.html": r"year-\d+|no-date|earlier",
    "due.html": r"past-target|no-later-mention|not-approved|not-held|responses|withheld|corrections",
    "holders.html": r"people|actions",
    "home.html": r"latest-(?:meetings|decisions|actions)|key-information",
    "meeting-not-held.html": r"actions|reported|mentioned-in",
    "meeting.html": r"documents|recording|items|decisions|actions|reported|mentioned-in",
    "meetings.html": r"year-\d+",
    "minutes.html": r"members|in-attendance|apologies|attendance-notes|declarations|errata",
    "notings.html": r"year-\d+|no-date|earlier",
    "paper.html": r"mentioned-in|contact-officers|source-documents|attachments",
    "person.html": r"posts|listed|actions|mentioned-in",
    "search.html": r"browse",
    "section-55-report.html": r"findings|progress(?:-\d+)?|errata|mentioned-in",
    "topic.html": r"year-\d+|actions",
}
"""The ids that templates write themselves; whether a page has each of them is not asked."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A place that people cite: an item, a passage, a finding, or a section of a response."""

    anchor: str
    text: str
    """Its words, as printed."""


def anchored(page: Page) -> Iterator[Anchored]:
    """The places of a record's *page*, in order; none where its kind of record has no such places."""
    match page.view:
        case DocumentView(document=document):
            for part in document.body.parts:
                yield Anchored(part.anchor, words_of(part))
        case InspectionView(report=report):
            yield from _of_report(report)


def former_anchors(page: Page) -> Iterator[str]:
    """The anchors that places of a document's *page* had formerly; addresses with them still lead there."""
    if isinstance(page.view, DocumentView):
        yield from (part.formerly for part in page.view.document.body.parts if part.formerly)


class PageAnchors:
    """Says whether pages have places; those of a page are looked up once."""

    def __init__(self) -> None:
        self._of_file: dict[int, frozenset[str]] = {}

    def has(self, page: Page, anchor: str) -> bool:
        """Whether *page* has a place *anchor*, be it a record's, a heading's, or one of the page's frame."""
        if re.fullmatch(f"{_OF_FRAME}|{_OF_TEMPLATES.get(page.template, _OF_FRAME)}", anchor):
            return True
        if id(page) not in self._of_file:
            self._of_file[id(page)] = frozenset(_anchors_of(page))
        return anchor in self._of_file[id(page)]


def _anchors_of(page: Page) -> Iterator[str]:
    yield from (entry.anchor for entry in page.contents)
    yield from (place.anchor for place in anchored(page))
    yield from former_anchors(page)
    yield from _of_welcome(page)
    if isinstance(page.view, PublicationView):
        yield from (line.anchor for group in page.view.groups for line in group.lines)


def _of_report(report: InspectionReport) -> Iterator[Anchored]:
    for section in report.sections:
        if section.title:  # one without has no heading to lead to
            yield Anchored(section.anchor, f"{section.title}\n{plain_text(section.blocks)}")
    for finding in report.findings:
        yield Anchored(finding.anchor, _words_of_finding(finding))


def _words_of_finding(finding: Finding) -> str:
    said = plain_text((*finding.text, *finding.chief_constable, *finding.commissioner))
    facts = (finding.addressed_to, finding.deadline, finding.status)
    return "\n".join(filter(None, (said, *facts)))


def _of_welcome(page: Page) -> Iterator[str]:
    if isinstance(page.view, HomeView) and page.view.welcome:
        for block in page.view.welcome.blocks:
            if isinstance(block, Heading):
                yield block.anchor
