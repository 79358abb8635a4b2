"""The stages, each as work that can be timed: reading, joining, each check, and all that is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.due import what_is_due
from bcbsite.archive.gate import let_through
from bcbsite.archive.held_back import HeldBack, held_back
from bcbsite.archive.marked import find_markings
from bcbsite.checks.markings import nothing_marked_is_published
from bcbsite.checks.references import unlinked_mentions
from bcbsite.checks.rules import CHECKS
from bcbsite.diagnostics import Diagnostic, Span, in_order
from bcbsite.exports.files import export_files
from bcbsite.host.resources import THEME
from bcbsite.model.content import Content
from bcbsite.model.permalink import Permalink
from bcbsite.new.files import RefusedError
from bcbsite.new.lack import lack_of
from bcbsite.pages.page import Page
from bcbsite.pages.permalinks import permalink_faults
from bcbsite.pages.redirects import former_page
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages, faults
from bcbsite.publish.attached import sealed
from bcbsite.publish.leaks import leaks
from bcbsite.publish.made import Made
from bcbsite.publish.made import faults as faults_of_site
from bcbsite.publish.manifest import Manifest
from bcbsite.publish.packed import SealedError
from bcbsite.read.content import read_content
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyRegister
from bcbsite.report import FORMATS
from bcbsite.search.files import search_files
from bcbsite.search.index import make_index
from bcbsite.search.passages import passages_of

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
Work = Callable[[], object]


def stages(folder: Path) -> Iterator[tuple[str, Work]]:
    """The name and the work of each stage for the content of *folder*, in their order.

    They go on where the content has mistakes, as no build does: each is to be looked at.
    """
    made: dict[str, Any] = {}
    yield "read", lambda: made.update(read=read_content(folder))
    read, problems = made["read"]
    told = {"read": problems}
    if read is not None:
        yield "join", lambda: made.update(archive=join(read, NOW.date()))
        yield from _checks(read, made["archive"], told)
        yield from _gate(read, folder)
        yield from _made(made["archive"])
        yield from published(made["archive"], folder)
    yield from _reports([diagnostic for found in told.values() for diagnostic in found])


def _checks(read: Content, archive: Archive, told: dict[str, list[Diagnostic]]) -> Iterator[tuple[str, Work]]:
    checks: dict[str, Callable[[], Iterable[Diagnostic]]] = {
        **{f"check {check.__name__}": partial(check, read, archive) for check in CHECKS},
        "markings": partial(nothing_marked_is_published, read, find_markings(read)),
        "unlinked mentions": partial(unlinked_mentions, archive),
        "redirects": lambda: faults(SitePages(archive), SitePages(archive), False),
        "permalinks": lambda: permalink_faults(
            SitePages(archive), SitePages(archive), read.permalinks, Path()
        ),
    }
    for name, check in checks.items():
        yield name, partial(_keep, told, name, check)
    yield "due", partial(what_is_due, read, archive, NOW)
    yield "sync", partial(_lack, read, archive)


def _keep(told: dict[str, list[Diagnostic]], name: str, check: Callable[[], Iterable[Diagnostic]]) -> None:
    told[name] = list(check())


def _lack(read: Content, archive: Archive) -> None:
    # It refuses what the checks tell of.
    with suppress(RefusedError, IndexError):
        lack_of(read.log, archive)


def _gate(read: Content, folder: Path) -> Iterator[tuple[str, Work]]:
    yield "marked", partial(find_markings, read)
    marked = find_markings(read)
    yield "gate", partial(let_through, read, NOW, marked)
    public = let_through(read, NOW, marked)
    yield "held back", partial(held_back, read, public, NOW)
    hidden = held_back(read, public, NOW)
    files = [path for path in folder.rglob("*") if path.is_file()]
    names = [path.relative_to(folder).as_posix() for path in files]
    yield "sealed", lambda: _drain(sealed(files))
    yield "leaks", partial(_search, folder, names, hidden)


def _search(folder: Path, names: Sequence[str], hidden: HeldBack) -> None:
    # What "sealed" tells of, it refuses.
    with suppress(SealedError):
        _drain(leaks(folder, names, hidden))


def _made(archive: Archive) -> Iterator[tuple[str, Work]]:
    for register in REGISTERS:
        yield f"register {register.name}", partial(_rows, register, archive)
    made: dict[str, list[Page]] = {}
    yield "pages", lambda: made.update(pages=SitePages(archive).all)
    yield "render", lambda: _render(archive, made["pages"])
    passages = tuple(passages_of(archive))
    yield "passages", lambda: _drain(passages_of(archive))
    yield "index", partial(make_index, passages)
    yield "search files", lambda: _drain(search_files(archive))
    yield "exports", lambda: _drain(export_files(archive, "https://example.org/"))


def published(archive: Archive, folder: Path) -> Iterator[tuple[str, Work]]:
    """What a push looks for in the site: dead links, and as many pages that are gone as there are redirects."""
    site, public = folder / ".site", SitePages(archive)
    renderer = Renderer(archive, [THEME], "https://example.org/")
    for page in public.all:
        (site / page.file).parent.mkdir(parents=True, exist_ok=True)
        (site / page.file).write_text(renderer.render(page), "utf-8")
    nothing = HeldBack((), (), NOW)
    made = Made(site, folder, public, nothing, _manifest(page.file for page in public.all), None, frozenset())
    yield "dead links", partial(faults_of_site, made)
    former = (former_page(redirect).address.replace("old", "gone") for redirect in archive.redirects)
    before = [Permalink(address, None, Span("permalinks.txt")) for address in former]
    yield "gone pages", lambda: list(permalink_faults(public, public, before, folder))


def _manifest(names: Iterable[str]) -> Manifest:
    return Manifest(
        "0" * 40, "2026-11-01T12:00:00Z", {}, "https://example.org/", "", {}, dict.fromkeys(names, "")
    )


def _rows(register: AnyRegister, archive: Archive) -> None:
    _drain(register.rows(archive))


def _reports(problems: list[Diagnostic]) -> Iterator[tuple[str, Work]]:
    yield "in order", partial(in_order, problems)
    found = in_order(problems)
    for name, report in FORMATS.items():
        yield f"report {name}", partial(_written, report, found)


def _written(report: Callable[[Sequence[Diagnostic]], Iterable[str]], found: Sequence[Diagnostic]) -> None:
    _drain(report(found))


def _render(archive: Archive, pages: Iterable[Page]) -> None:
    renderer = Renderer(archive, [THEME], "https://example.org/")
    for page in pages:
        renderer.render(page)
        renderer.contents(page)
        renderer.head(page)


def _drain(made: Iterable[object]) -> None:
    for _ in made:
        pass
