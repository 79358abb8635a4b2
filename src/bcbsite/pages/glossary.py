"""The glossary: what the acronyms of the records stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.acronyms import Acronym
from bcbsite.archive.addresses import GLOSSARY
from bcbsite.archive.archive import Archive
from bcbsite.pages.page import Page
from bcbsite.read.dates import count_of


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All acronyms that are spelt out somewhere, by their letters."""

    acronyms: tuple[Acronym, ...]


def glossary_page(archive: Archive) -> Iterator[Page]:
    """The glossary."""
    view = GlossaryView(tuple(archive.acronyms.values()))
    about = f"What {count_of(view.acronyms, 'acronym')} in the records of the {archive.board.name} stand for."
    yield Page(GLOSSARY, "Glossary", "glossary.html", view, GLOSSARY, description=about)
