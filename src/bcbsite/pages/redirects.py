"""Pages at old addresses, which lead on to the new ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.redirect import Redirect
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a redirect makes no page."""

    redirect: Redirect
    message: str


def redirect_pages(archive: Archive, others: Iterable[Page]) -> Iterator[Page | Fault]:
    """A page for each redirect that leads from a free address to one of the *others*; else what is wrong."""
    others = list(others)
    files, addresses = {page.file for page in others}, {page.address for page in others}
    for redirect in archive.redirects:
        page = Page(
            _address(redirect.old), "This page has moved", "moved.html", redirect, moved_to=redirect.new
        )
        if page.file in files:
            yield Fault(redirect, f"The address “{redirect.old}” is in use.")
        elif redirect.new.partition("#")[0] not in addresses:
            yield Fault(redirect, f"There is no page at “{redirect.new}”.")
        else:
            files.add(page.file)
            yield page


def redirect_faults(archive: Archive, others: Iterable[Page]) -> Iterator[Diagnostic]:
    """BCB409: a redirect leads from a free address to a page; *archive* is all of it, public or not."""
    for made in redirect_pages(archive, others):
        if isinstance(made, Fault):
            yield Diagnostic("BCB409", made.redirect.at, made.message)


def _address(old: str) -> str:
    """The address as a page's: `actions/7` and `actions/7/` are the same folder on a web server."""
    last = old.rpartition("/")[2]
    return old if not last or "." in last else f"{old}/"
