"""The place of each page: the pages that it lies below, by its address and its section."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bcbsite.archive.addresses import HOME
from bcbsite.pages.page import NOT_FOUND, Crumb, Page


def with_trails(pages: Sequence[Page]) -> list[Page]:
    """*pages*, each with its trail; the home page has none, nor has the one for errors, shown anywhere."""
    titles = {page.address: page.title for page in pages if not page.former} | {HOME: "Home"}
    return [replace(page, trail=tuple(_trail(page, titles))) for page in pages]


def _trail(page: Page, titles: Mapping[str, str]) -> Iterator[Crumb]:
    if page.address == NOT_FOUND:
        return
    for address in dict.fromkeys((HOME, page.section, *_above(page.address))):
        if address in titles and address != page.address:
            yield Crumb(address, titles[address])


def _above(address: str) -> Iterable[str]:
    """The addresses of the folders that *address* lies in, the widest first."""
    parts = address.rstrip("/").split("/")[:-1]
    return ("/".join(parts[:end]) + "/" for end in range(1, len(parts) + 1))
