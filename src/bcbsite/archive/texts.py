"""Every text of the records, with the place where it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.diagnostics import Span
from bcbsite.kept import kept
from bcbsite.model.actions import ActionLog
from bcbsite.model.blocks import Block, all_prose
from bcbsite.model.body import Item
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document
from bcbsite.model.erratum import Erratum
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.model.publication import Published
from bcbsite.model.section55 import InspectionReport


@dataclass(frozen=True, slots=True)
class Text:
    """The words of blocks that stand together."""

    prose: tuple[Prose, ...]
    path: str
    line: int
    page: str | None = None
    """The file of the ordinary page that they stand on, if they do."""

    @property
    def at(self) -> Span:
        """The place where they begin."""
        return Span(self.path, self.line)


def _text(blocks: Sequence[Block], path: str, line: int) -> Text:
    return Text(tuple(all_prose(blocks)), path, line)


def _each(blocks: Sequence[Block], path: str, page: str | None = None) -> Iterator[Text]:
    """A text for each block, where it stands in its file."""
    for block in blocks:
        yield Text(tuple(all_prose((block,))), path, block.line, page)


def texts_of(content: Content) -> Iterator[tuple[Text, ...]]:
    """All texts of *content*, those of a file together."""
    for meeting in content.meetings:
        yield from map(_of_document, meeting.documents)
    yield _of_log(content.log)
    yield from map(_of_inspection, content.inspections)
    yield from map(_of_notice, content.decisions)
    yield from map(_of_page, content.pages)
    for entry in content.publication:
        yield (_of_published(entry),)


@kept
def _of_document(document: Document) -> tuple[Text, ...]:
    return tuple(_texts_of_document(document))


@kept
def _of_inspection(report: InspectionReport) -> tuple[Text, ...]:
    return tuple(texts_of_inspection(report))


@kept
def _of_notice(notice: DecisionNotice) -> tuple[Text, ...]:
    return tuple(texts_of_notice(notice))


@kept
def _of_page(page: OrdinaryPage) -> tuple[Text, ...]:
    return tuple(_each(page.blocks, page.at.path, page.file))


def _texts_of_document(document: Document) -> Iterator[Text]:
    path = document.at.path
    for part in document.body.parts:
        if isinstance(part, Item):
            yield Text((part.title,), path, part.line)
        else:
            yield from _each(part.blocks, path)
    if isinstance(document, Minutes):
        yield from _of_errata(document.errata, path)


def _of_errata(errata: Sequence[Erratum], path: str) -> Iterator[Text]:
    for erratum in errata:
        yield _text(erratum.what, path, erratum.at.line)
        words = tuple(Prose(words) for words in (erratum.was, erratum.now) if words)
        yield Text(words, path, erratum.at.line)


def _of_published(entry: Published) -> Text:
    """Its words with a link to where it is, which begins in the folder of the pages."""
    at = entry.where_at
    links = (
        (Mark(0, len(entry.what), MarkKind.LINK, entry.where, (at.line, at.column)),) if entry.where else ()
    )
    note = (Prose(entry.note),) if entry.note else ()
    return Text((Prose(entry.what, links), *note), at.path, at.line, page="")


@kept
def _of_log(log: ActionLog) -> tuple[Text, ...]:
    return tuple(_texts_of_log(log))


def _texts_of_log(log: ActionLog) -> Iterator[Text]:
    for action in log.actions:
        yield _text(action.action, action.at.path, action.at.line)
        for event in action.events:
            yield _text(event.update, event.at.path, event.at.line)


def texts_of_notice(notice: DecisionNotice) -> Iterator[Text]:
    """All texts of *notice*."""
    yield Text((Prose(notice.title), Prose(notice.amount or "")), notice.at.path, notice.at.line)
    yield from _each(notice.blocks, notice.at.path)
    for blocks in (notice.reasons, notice.options, notice.interests):
        yield from _each(blocks, notice.at.path)
    said = (notice.urgent, notice.power, *(exempt.what for exempt in notice.exempt))
    yield Text(tuple(Prose(words) for words in said if words), notice.at.path, notice.at.line)
    yield from _of_errata(notice.errata, notice.at.path)


def texts_of_inspection(report: InspectionReport) -> Iterator[Text]:
    """All texts of *report*."""
    path = report.at.path
    yield Text((Prose(report.report),), path, report.at.line)
    for section in report.sections:
        yield from _each(section.blocks, path)
    for finding in report.findings:
        yield from _each((*finding.text, *finding.chief_constable, *finding.commissioner), path)
        said = (finding.addressed_to, finding.deadline, finding.status)
        yield Text(tuple(Prose(words) for words in said if words), path, finding.line)
    for step in report.progress:
        yield _text(step.what, path, step.at.line)
    yield from _of_errata(report.errata, path)
