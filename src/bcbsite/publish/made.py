"""What was made, before anybody sees it: no leak, no dead link, and no address that vanished."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bcbsite.archive.addresses import is_attached
from bcbsite.archive.archive import Archive
from bcbsite.archive.attached import attachments
from bcbsite.archive.held_back import HeldBack
from bcbsite.diagnostics import Diagnostic, Span, in_order
from bcbsite.model.erasure import erased_by
from bcbsite.model.paper import Paper, Publish
from bcbsite.pages.site import SitePages
from bcbsite.publish.leaks import leaks
from bcbsite.publish.links import dead_links
from bcbsite.publish.manifest import Manifest

# `[the plan](paper:2022-02-10/05-plan)`, `[it](a_(b)/ "A title")`: what is linked to, as it is written.
_LINK = re.compile(r"\]\(((?:[^()\s\]]|\([^()\s\]]*\))+)")


@dataclass(frozen=True, slots=True)
class Made:
    """A site that was made, and what it was made from."""

    site: Path
    content: Path
    """The folder of the records, from the present one."""
    public: SitePages
    hidden: HeldBack
    manifest: Manifest
    before: Manifest | None
    """That of the live release."""
    known: frozenset[Path]
    """Attachments that the live release has too."""


def faults(made: Made) -> list[Diagnostic]:
    """What is wrong with it."""
    return in_order((*_leaks(made), *_dead(made), *_vanished(made)))


def _leaks(made: Made) -> Iterator[Diagnostic]:
    """BCB701, and BCB705 for attachments, which are published as they are: once, when they are new."""
    attached = {address: file.path for address, file in attachments(made.public.archive)}
    # The theme's own files lie in assets/, where no record can write.
    names = (
        name
        for name in made.manifest.outputs
        if not name.startswith("assets/") and attached.get(name) not in made.known
    )
    told: set[str] = set()
    found = leaks(made.site, names, made.hidden)
    for leak in sorted(found, key=lambda leak: (leak.file, leak.at, leak.words)):
        if leak.file not in attached:
            message = f"This is not public, but “{leak.words}” would be in {leak.file} of the site."
            yield Diagnostic("BCB701", leak.at, message)
        elif leak.file not in told:
            told.add(leak.file)
            message = f"“{leak.words}” stands in this file, and in {leak.at}, which is not public."
            yield Diagnostic("BCB705", Span(attached[leak.file].as_posix()), message)


def _dead(made: Made) -> Iterator[Diagnostic]:
    """BCB702, at the line that the link is written on, where that is found."""
    root = urlsplit(made.manifest.site_url).path.rstrip("/") + "/"
    found = list(dead_links(made.site, made.manifest.outputs, root))
    written = _written({dead.link for dead in found}, made.content) if found else {}
    for dead in found:
        message = f"The link “{dead.link}” in {dead.page} of the site leads nowhere."
        yield Diagnostic("BCB702", written.get(dead.link) or Span(dead.page), message)


def _written(links: AbstractSet[str], content: Path) -> dict[str, Span]:
    """The first place in a document that has each of *links*; of some there may be none."""
    found: dict[str, Span] = {}
    for path in sorted(content.rglob("*.md")):
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
            for link in _LINK.finditer(line):
                if link[1] in links:
                    found.setdefault(link[1], Span(path.as_posix(), number, link.start(1) + 1))
    return found


def _vanished(made: Made) -> Iterator[Diagnostic]:
    """BCB703 for what was attached to papers and minutes that stay; pages are compared before."""
    if made.before is None:
        return
    at, pages = Span((made.content / "redirects.yaml").as_posix()), made.manifest.pages
    told = {redirect.page.rstrip("/") for redirect in made.public.archive.redirects}
    erased = made.public.archive.erased
    for name in made.before.outputs.keys() - made.manifest.outputs.keys():
        paper = name.rpartition("/")[0]
        is_missed = is_attached(name) and f"{paper}/" in pages and paper not in told
        if is_missed and not erased_by(name, erased):
            yield Diagnostic("BCB703", at, f"“{name}” was published and is no longer there.")


_SHARED = ("board.yaml", "people.yaml", "actions.yaml", "publication.yaml", "redirects.yaml")
"""The files of which something is public, whatever the records are."""


def sources(public: Archive, content: Path) -> Iterator[Path]:
    """The files of which something is public: records, what is attached to them, and what they share."""
    yield from (file.path for _, file in attachments(public))
    for meeting in public.meetings.values():
        for record in meeting.records:
            if not (isinstance(record, Paper) and record.publish is Publish.WITHHELD):
                yield Path(record.at.path)
    yield from (Path(report.at.path) for report in public.inspections)
    yield from (Path(notice.at.path) for notice in public.decisions)
    yield from (Path(page.at.path) for page in public.pages)
    shared = (content / name for name in _SHARED)
    yield from (path for path in shared if path.is_file())
