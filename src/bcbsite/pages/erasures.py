"""That nothing is at an address which was erased, and that nothing speaks of it."""

from collections.abc import Iterable, Iterator, Sequence

from bcbsite.archive.archive import Archive
from bcbsite.archive.attached import attachments
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content
from bcbsite.model.erasure import erased_by
from bcbsite.model.redirect import Redirect
from bcbsite.pages.anchors import anchored, former_anchors
from bcbsite.pages.page import Page
from bcbsite.pages.site import SitePages


def erasure_faults(
    content: Content, public: SitePages, redirects: Iterable[Redirect]
) -> Iterator[Diagnostic]:
    """BCB752: nothing that is *public*, and no account of addresses, has one that was erased.

    *redirects* are those of *content*, and those of ids that actions had before.
    """
    at = {erasure.digest: erasure.at for erasure in content.erased}
    if not at:
        return
    for redirect in redirects:
        if any(erased_by(form, at) for form in _forms(redirect.old)):
            message = f"“{redirect.old}” was erased, and this line has it again."
            yield Diagnostic("BCB752", redirect.at, message)
    for permalink in content.permalinks:
        if erased_by(permalink.address, at):
            message = f"“{permalink.address}” was erased, and this line has it again."
            yield Diagnostic("BCB752", permalink.at, message)
    for address in dict.fromkeys(_addresses(public.all, public.archive)):
        if digest := erased_by(address, at):
            yield Diagnostic("BCB752", at[digest], f"“{address}” was erased, and a record has this address.")


def _forms(old: str) -> tuple[str, ...]:
    """An old address as it is written, and as a page's."""
    return old, f"{old.rstrip('/')}/", f"{old.removesuffix('index.html').rstrip('/')}/"


def _addresses(pages: Sequence[Page], archive: Archive) -> Iterator[str]:
    """All that are public: of pages, of the places on them, and of files beside them."""
    for page in pages:
        if not page.former:
            yield page.address
            yield from (f"{page.address}#{place.anchor}" for place in anchored(page))
            yield from (f"{page.address}#{entry.anchor}" for entry in page.contents)
            yield from (f"{page.address}#{anchor}" for anchor in former_anchors(page))
    yield from (address for address, _ in attachments(archive))
