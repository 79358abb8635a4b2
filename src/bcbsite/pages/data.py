"""The page about the data: every register with its files and its columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import DATA
from bcbsite.archive.archive import Archive
from bcbsite.pages.page import ContentsEntry, Page
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyRegister


@dataclass(frozen=True, slots=True)
class DataView:
    """The registers."""

    registers: tuple[AnyRegister, ...]


def data_page(archive: Archive) -> Iterator[Page]:
    """The page from which all data is taken home."""
    contents = tuple(ContentsEntry(register.name, register.title, 1) for register in REGISTERS)
    description = (
        f"The records of the {archive.board.name} as tables, JSON and a database, for use elsewhere."
    )
    view = DataView(REGISTERS)
    yield Page(DATA, "Open data", "data.html", view, DATA, contents, description)
