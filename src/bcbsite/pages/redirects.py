"""What became of old addresses: pages that lead on or say why they are gone, and lines on pages that stay."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.redirect import Gone, Redirect
from bcbsite.pages.anchors import PageAnchors
from bcbsite.pages.descriptions import opening
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a redirect."""

    message: str
    help: str = ""
    in_use: bool = False
    """Whether a page has the old address, which speaks for itself."""


def with_former(records: Sequence[Page], redirects: Iterable[Redirect]) -> list[Page]:
    """The pages of *records*, each with what became of its old anchors, and one for each old address.

    What has a fault makes nothing.
    """
    former: list[Page] = []
    changed: dict[str, list[Redirect]] = {}
    for redirect, fault in _tried(redirects, records):
        page = former_page(redirect)
        if not fault and redirect.anchor:
            changed.setdefault(page.file, []).append(redirect)
        elif not fault:
            former.append(page)
    stayed = (replace(p, changed=tuple(changed[p.file])) if p.file in changed else p for p in records)
    return [*stayed, *former]


def redirect_faults(
    redirects: Iterable[Redirect], records: Sequence[Page], others: Sequence[Page], accepted: bool = False
) -> Iterator[Diagnostic]:
    """BCB409: a redirect is from a free address to what exists, among *records* or *others*.

    *records* are the pages that are public, which no old address may be that of; *others* are those of all
    records, as they stand in the files. Of content that was *accepted* before, a page that has become public
    since is no mistake but BCB713: it takes the place of what the redirect says.
    """
    for redirect, fault in _tried(redirects, records, others):
        if fault:
            code = "BCB713" if accepted and fault.in_use else "BCB409"
            yield Diagnostic(code, redirect.at, fault.message, fault.help)


def former_page(redirect: Redirect) -> Page:
    """The page at the old address of *redirect*."""
    address = _address(redirect.page)
    if isinstance(redirect.new, Gone):
        why = f"What was at this address is no longer published. {opening(redirect.new.why)}"
        return Page(address, "No longer published", "gone.html", redirect, former=True, description=why)
    where = f"What was at this address is now at {redirect.new or 'the home page'}."
    return Page(
        address,
        "This page has moved",
        "moved.html",
        redirect,
        moved_to=redirect.new,
        former=True,
        description=where,
    )


def _tried(
    redirects: Iterable[Redirect], records: Sequence[Page], others: Sequence[Page] = ()
) -> Iterator[tuple[Redirect, _Fault | None]]:
    """Each of *redirects*, with what is wrong with it, or nothing."""
    files = {page.file: page for page in records}
    known = {page.address: page for page in (*others, *records)}
    taken: set[tuple[str, str]] = set()
    anchors = PageAnchors()
    for redirect in redirects:
        old = former_page(redirect)
        place = (old.file, redirect.anchor)
        if place in taken:
            yield redirect, _Fault(f"The address “{redirect.old}” is in use: another line speaks of it.")
        elif _in_use(files.get(old.file), redirect.anchor, anchors):
            yield redirect, _of_public(redirect)
        elif redirect.anchor and old.address not in known:
            message = f"There is no page at “{redirect.page}” that could say where its place is now."
            yield redirect, _Fault(message)
        elif fault := _fault_of_target(redirect.new, known, anchors):
            yield redirect, _Fault(fault)
        else:
            taken.add(place)
            yield redirect, None


def _of_public(redirect: Redirect) -> _Fault:
    """That of a line which stands for what is public."""
    said = "it is gone" if isinstance(redirect.new, Gone) else f"it is now at “{redirect.new}”"
    return _Fault(
        f"The address “{redirect.old}” is in use: what is there is public, and this line says that {said}.",
        "If it is to be public, take this line out. If it is to be taken back, leave the line, and change "
        "the record: delete it, or write “status: draft”, or in a paper “publish: withheld” and a reason.",
        in_use=True,
    )


def _in_use(page: Page | None, anchor: str, anchors: PageAnchors) -> bool:
    return page is not None and (not anchor or anchors.has(page, anchor))


def _fault_of_target(new: str | Gone, known: dict[str, Page], anchors: PageAnchors) -> str:
    if isinstance(new, Gone):
        return ""
    address, _, anchor = new.partition("#")
    if f"{address}/" in known and address not in known:
        return f"The address “{new}” lacks a slash: write “{address}/{'#' if anchor else ''}{anchor}”."
    if address not in known:
        return f"There is no page at “{new}”."
    if anchor and not anchors.has(known[address], anchor):
        return f"The page at “{address}” has no place “#{anchor}”."
    return ""


def _address(old: str) -> str:
    """The address as a page's: `actions/7` and `actions/7/` are the same folder on a web server."""
    last = old.rpartition("/")[2]
    return old if not last or "." in last else f"{old}/"
