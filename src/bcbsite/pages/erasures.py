"""That no page is at an address which was erased, and that nothing speaks of it."""

from collections.abc import Iterator, Mapping, Sequence

from bcbsite.archive.addresses import action_address
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content
from bcbsite.model.erasure import digest_of
from bcbsite.pages.anchors import anchored
from bcbsite.pages.page import Page


def erasure_faults(content: Content, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """BCB752: no page of *pages*, and no line of the accounts of addresses, has an erased one."""
    at = {erasure.digest: erasure.at for erasure in content.erased}
    if not at:
        return
    yield from _in_redirects(content, at)
    yield from _in_accounts(content, at)
    for address in _addresses(pages):
        if span := at.get(digest_of(address)):
            yield Diagnostic("BCB752", span, f"“{address}” was erased, and a record has this address.")


def _in_redirects(content: Content, at: Mapping[str, Span]) -> Iterator[Diagnostic]:
    """Old addresses and old ids of actions that were erased."""
    for redirect in content.redirects:
        if not at.keys().isdisjoint(map(digest_of, _forms(redirect.old))):
            message = f"“{redirect.old}” was erased, and this line has it again."
            yield Diagnostic("BCB752", redirect.at, message)
    for action in content.log.actions:
        for old in action.was:
            if digest_of(action_address(old)) in at:
                message = f"“{old}” was erased, and this action has it again as an older id."
                yield Diagnostic("BCB752", action.at, message)


def _in_accounts(content: Content, at: Mapping[str, Span]) -> Iterator[Diagnostic]:
    for permalink in content.permalinks:
        page = permalink.address.partition("#")[0]
        if not at.keys().isdisjoint({digest_of(permalink.address), digest_of(page)}):
            message = f"“{permalink.address}” was erased, and this line has it again."
            yield Diagnostic("BCB752", permalink.at, message)


def _forms(old: str) -> tuple[str, ...]:
    """An old address as it is written, and as a page's."""
    return old, f"{old.rstrip('/')}/", f"{old.removesuffix('index.html').rstrip('/')}/"


def _addresses(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        if not page.former:
            yield page.address
            yield from (f"{page.address}#{place.anchor}" for place in anchored(page))
