"""Ordinary pages: what is no record, and the page for addresses that do not exist."""

from collections.abc import Iterator

from bcbsite.archive.addresses import HOME
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import Heading, plain_text
from bcbsite.pages.descriptions import opening
from bcbsite.pages.page import NOT_FOUND, ContentsEntry, Page


def ordinary_pages(archive: Archive) -> Iterator[Page]:
    """The pages of `pages/`, but for the home page, which is a kind of its own; and the one for errors."""
    for page in archive.pages:
        if page.address != HOME:
            section = f"{page.address.partition('/')[0]}/"
            headings = (block for block in page.blocks if isinstance(block, Heading))
            contents = tuple(ContentsEntry(h.anchor, h.prose.text, max(1, h.level - 1)) for h in headings)
            description = opening(plain_text([b for b in page.blocks if not isinstance(b, Heading)]))
            yield Page(
                page.address,
                page.title,
                "ordinary.html",
                page,
                section,
                contents,
                description or f"{page.title}, a page of the {archive.board.name}.",
                source=page.file,
            )
    description = f"There is no page at this address of the {archive.board.name}."
    yield Page(NOT_FOUND, "Page not found", "not-found.html", None, description=description)
