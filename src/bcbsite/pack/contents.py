"""What is in the pack of a meeting: its agenda, then the papers in the order of its items, as HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bcbsite.archive.addresses import agenda_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.papers import papers_of_items
from bcbsite.host.resources import THEME
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Block
from bcbsite.model.body import Item, Passage
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.prose import Prose
from bcbsite.pages.html import Html
from bcbsite.pages.words import day_in_words, file_in_words, time_in_words, weekday_in_words


class NoPackError(Exception):
    """There is nothing to make a pack of; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class PackDocument:
    """A document of the pack."""

    title: str
    document: Agenda | Paper
    address: str
    """Of its page, below the site."""
    files: Sequence[str]
    """The files that are published with it, in words: they are not in the pack."""


def pack_html(archive: Archive, meeting: str, site: str) -> str:
    """The pack of *meeting*, by its id, from an *archive* that has only what the public sees.

    Links begin at *site*, its address; without that they lead nowhere. Raises `NoPackError` where no agenda
    is public.
    """
    held = archive.meetings.get(meeting)
    if held is None or held.agenda is None:
        raise NoPackError(
            f"The agenda of {meeting} is not held here, or it is not public at that moment. Take “status: "
            "draft” out of it, or name a later moment with --now."
        )
    environment = Environment(
        loader=FileSystemLoader(THEME / "pack"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters |= {"clock": time_in_words, "weekday": weekday_in_words}
    return environment.get_template("pack.html").render(
        board=archive.board,
        meeting=held,
        day=day_in_words(held.day),
        as_at=day_in_words(archive.as_at),
        documents=list(_documents(held)),
        writer=_Writer(archive, f"{site.rstrip('/')}/" if site else ""),
        is_item=lambda part: isinstance(part, Item),
    )


def _documents(meeting: Meeting) -> Iterator[PackDocument]:
    assert meeting.agenda
    yield PackDocument("Agenda", meeting.agenda, agenda_address(meeting.id), ())
    for paper in _in_order(meeting, meeting.agenda):
        files = [f"{file.name} ({file_in_words(file.path)})" for file in paper.attachments]
        item = f"Item {paper.item}: " if paper.item else ""
        yield PackDocument(f"{item}{paper.title}", paper, paper_address(meeting.id, paper.slug), files)


def _in_order(meeting: Meeting, agenda: Agenda) -> Iterator[Paper]:
    """The papers by the items of the *agenda*; those of none, such as supplements, come last."""
    of_items = papers_of_items(meeting, agenda.body)
    placed = [paper for item in agenda.body.items for paper in of_items.get(item.anchor, ())]
    yield from placed
    yield from (paper for paper in meeting.papers if paper not in placed)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes the HTML of texts, for the template."""

    archive: Archive
    root: str

    def prose(self, document: PackDocument, prose: Prose) -> Markup:
        """A text with its links."""
        return self._html(document).prose(prose)

    def blocks(self, document: PackDocument, passage: Passage) -> Markup:
        """The blocks of a passage."""
        blocks: tuple[Block, ...] = passage.blocks
        return self._html(document).blocks(blocks)

    def is_withheld(self, document: PackDocument) -> bool:
        """Whether the public sees only the title and the reason of *document*."""
        return isinstance(document.document, Paper) and document.document.publish is Publish.WITHHELD

    def _html(self, document: PackDocument) -> Html:
        return Html(self.archive.links, self.root, here=f"{self.root}{document.address}")
