"""What is published under which address, compared with what was published before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcbsite.archive.addresses import is_part_of_list
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.body import Item, Part
from bcbsite.model.document import Status
from bcbsite.model.erasure import erased_by
from bcbsite.model.minutes import Minutes
from bcbsite.model.permalink import Permalink
from bcbsite.pages.anchors import anchored, former_anchors
from bcbsite.pages.documents import DocumentView
from bcbsite.pages.page import NOT_FOUND, Page
from bcbsite.pages.redirects import former_page
from bcbsite.pages.site import SitePages
from bcbsite.pages.words import fingerprint
from bcbsite.read.permalinks import NO_FINGERPRINT


@dataclass(frozen=True, slots=True)
class Published:
    """What the public finds under an address."""

    page: Page
    anchor: str
    """Nothing for the page as a whole."""
    fingerprint: str | None
    """Stands for its words; absent for a page as a whole, and in minutes that are not approved yet."""
    lasts: bool = True
    """Whether it is to stay; not a place of a draft, nor one that is only counted where words may change."""


def published(pages: Iterable[Page]) -> dict[str, Published]:
    """Every address of the records' *pages*, and of their places."""
    found: dict[str, Published] = {}
    for page in pages:
        if page.former or is_part_of_list(page.address) or page.address == NOT_FOUND:
            continue
        found[page.address] = Published(page, "", None)
        unfixed = (minutes := _minutes(page)) is not None and minutes.status is not Status.APPROVED
        for place in anchored(page):
            words = None if unfixed else fingerprint(place.text)
            lasts = _lasts(page, place.anchor)
            found[f"{page.address}#{place.anchor}"] = Published(page, place.anchor, words, lasts)
    return found


def _lasts(page: Page, anchor: str) -> bool:
    if not isinstance(page.view, DocumentView):
        return True
    document = page.view.document
    if document.status is not Status.FINAL:
        return document.status is Status.APPROVED
    part = document.body.by_anchor[anchor]
    return isinstance(part, Item) or bool(part.label or part.limb)


def account_of(
    public: SitePages, before: Iterable[Permalink], everything: SitePages | None = None
) -> dict[str, str | None]:
    """Each address that is to stay, with the fingerprint of its words: of what is *public*, and of *before*.

    Of *before* without what is told of as BCB714, which only *everything*, all records, shows. What
    redirects.yaml leads from is to stay, too. Erased addresses are left out.
    """
    now, former = published(public.all), set(_former(public.all))
    lost = [p for p in before if p.address not in now and former.isdisjoint({p.address, _page(p)})]
    held = held_back_addresses(everything, public) if lost and everything else frozenset[str]()
    dropped = {p.address for p in lost if everything and not (_page(p) in now and p.address in held)}
    kept = {p.address: p.fingerprint for p in before if p.address not in dropped}
    gone = {page.address: None for page in public.all if page.former}
    here = {address: one.fingerprint for address, one in now.items() if one.lasts or address in kept}
    erased = public.archive.erased
    return {
        address: known
        for address, known in {**gone, **kept, **here}.items()
        if not erased_by(address, erased)
    }


def _page(permalink: Permalink) -> str:
    return permalink.address.partition("#")[0]


def account_text(account: Mapping[str, str | None]) -> str:
    """The lines of *account*, as permalinks.txt has them."""
    # The home page is a slash: a line that begins with # says nothing.
    lines = (f"{address or '/'} {known or NO_FINGERPRINT}\n" for address, known in account.items())
    return "".join(sorted(lines))


def permalink_faults(
    public: SitePages,
    everything: SitePages,
    permalinks: Sequence[Permalink],
    folder: Path,
    *,
    accepted: bool = False,
    is_later: bool = False,
) -> Iterator[Diagnostic]:
    """BCB601 and BCB602: what was published is there still, or it is said what became of it.

    *public* is what the public sees, and *everything* has all records of *folder*. Of content that was
    *accepted* before, or if what was published was made for a moment that *is_later*, BCB714 takes the place
    of BCB601 for records that are held back. Where accepted content has another word or lacks a place of a
    page, it is this program that reads it otherwise, which stops nothing either.
    """
    if not permalinks:
        return
    now, former = published(public.all), set(_former(public.all))
    hidden: frozenset[str] | None = None
    listed = {permalink.address for permalink in permalinks}
    said = {f"{former_page(r).address}{'#' if r.anchor else ''}{r.anchor}" for r in public.archive.redirects}
    for permalink in permalinks:
        page = _page(permalink)
        if here := now.get(permalink.address):
            if not accepted:
                yield from _changes(permalink, here)
        elif former.isdisjoint({permalink.address, page}) and not _told_with_page(permalink, listed, now):
            hidden = held_back_addresses(everything, public) if hidden is None else hidden
            held = permalink.address in hidden
            is_said = not said.isdisjoint({permalink.address, page})
            if held and page in now and not is_said:
                continue  # withheld, and the page says so in its place, with the reason
            # It is told at the file that is to be written in: nobody changes the account by hand.
            at = Span((folder / "redirects.yaml").as_posix())
            is_reread = accepted and page in now
            excused = is_reread or (held and (accepted or is_later))
            yield vanished(permalink.address, at, held, excused, is_said)


def vanished(address: str, at: Span, held: bool, excused: bool, said: bool) -> Diagnostic:
    """BCB601: what was published at *address* is there no longer. *at* is in redirects.yaml.

    *held* says whether a record that is held back has that address. Where it is *excused*, since what changed
    is the moment or the program, it is BCB714. *said* says whether redirects.yaml has the address already.
    """
    code = "BCB714" if excused else "BCB601"
    if said:
        message = f"“{address}” was published; where redirects.yaml leads from it, the public finds nothing."
        hint = "Write there why it is gone. When what it leads to is public again, have it lead there again."
        return Diagnostic(code, at, message, hint if held else "")
    lines = (
        f"write these two lines in {at.path}, with your own words after “gone:”. Where it has moved, the new "
        f"address takes the place of “gone:” and of the words.\n\n"
        f"{address or '/'}:\n  gone: Withdrawn on 3 March 2022."
    )
    if not held:
        message = f"“{address}” was published and is no longer there."
        hint = f"Put it back. If it is meant to be gone, {lines}"
        return Diagnostic(code, at, message, hint)
    message = (
        f"“{address}” was published and is not public any more: it is a draft, withheld or under embargo."
    )
    hint = (
        f"If it is not meant, correct the record. If it is, {lines}\n\n"
        "Take them out when the page is public again."
    )
    return Diagnostic(code, at, message, hint)


def held_back_addresses(everything: SitePages, public: SitePages) -> frozenset[str]:
    """Every address, of pages and of places on them, that only records have which are held back."""
    if everything is public:
        return frozenset()
    all_, shown = ({*published(site.all), *_former(site.all)} for site in (everything, public))
    return frozenset(all_ - shown)


def _former(pages: Iterable[Page]) -> Iterator[str]:
    """The addresses of which the public learns what became of them, or which lead on by themselves."""
    for page in pages:
        if page.former:
            yield page.address
        yield from (f"{page.address}#{anchor}" for anchor in former_anchors(page))
        yield from (f"{page.address}#{redirect.anchor}" for redirect in page.changed)


def _told_with_page(permalink: Permalink, listed: set[str], now: dict[str, Published]) -> bool:
    """Whether it is a place of a page that is gone itself, and told of on its own line."""
    page, anchor, _ = permalink.address.partition("#")
    return bool(anchor) and page not in now and page in listed


def _changes(permalink: Permalink, here: Published) -> Iterator[Diagnostic]:
    minutes = _minutes(here.page)
    if minutes is None or None in (permalink.fingerprint, here.fingerprint):
        return
    part = minutes.body.by_anchor[here.anchor]
    if permalink.fingerprint != here.fingerprint and not _is_corrected(minutes, part):
        message = f"The words at {part.label or part.anchor} are not those published, and no erratum says so."
        yield Diagnostic("BCB602", Span(minutes.at.path, part.line), message)


def _minutes(page: Page) -> Minutes | None:
    view = page.view
    return view.document if isinstance(view, DocumentView) and isinstance(view.document, Minutes) else None


def _is_corrected(minutes: Minutes, part: Part) -> bool:
    """Whether an erratum names *part*, or what has the number that an unnumbered passage belongs to."""
    if part in minutes.corrected:
        return True
    belongs_to = None if isinstance(part, Item) or part.label else part.follows or part.item
    return belongs_to is not None and minutes.body.by_anchor[belongs_to] in minutes.corrected
