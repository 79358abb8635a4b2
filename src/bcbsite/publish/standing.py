"""How things stand on the server, for whoever looks after it."""

from collections.abc import Iterator
from datetime import datetime

from bcbsite.publish.freshness import read_freshness
from bcbsite.publish.git import Repository
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.settings import Settings
from bcbsite.read.dates import LONDON, count_of
from bcbsite.report import printable


def standing(settings: Settings) -> tuple[list[str], bool]:
    """What is live, in lines; and whether that is what should be."""
    releases, head = Releases(settings.releases), settings.repository.head()
    current, hold = releases.current(), releases.held()
    held = hold is not None and hold.head == head
    lines = [f"Live:    {_described(settings.repository, current)}" if current else "Live:    nothing yet"]
    if head is None:
        lines.append("Branch:  nothing was pushed yet")
    elif current is None or current.manifest.commit != head:
        lines.append(f"Branch:  {head[:12]} {_subject(settings.repository, head)}")
        lines.append(
            "         An earlier release was chosen; it stays until the next push."
            if held
            else "         It is not live. “bcbsite publish refresh” makes it so, or says why not."
        )
    if current and (freshness := read_freshness(current.folder)) and not held:
        lines.append(
            f"Next:    at {_time(datetime.fromisoformat(freshness.until))} a refresh looks for changes"
        )
    lines.append(f"Kept:    {count_of(len(releases.all()), 'release')} in {settings.releases}")
    well = head is None or held or (current is not None and current.manifest.commit == head)
    return lines, well


def releases_told(settings: Settings) -> Iterator[str]:
    """A line for each release, newest first, with a star before the live one."""
    releases = Releases(settings.releases)
    current = releases.current()
    for release in releases.all():
        mark = "*" if current and release.name == current.name else " "
        yield f"{mark} {_described(settings.repository, release)}"


def _described(repository: Repository, release: Release) -> str:
    manifest = release.manifest
    pages = count_of(len(manifest.pages), "page")
    return f"{release.name}  {_time(manifest.moment)}, {pages}: {_subject(repository, manifest.commit)}"


def _subject(repository: Repository, commit: str) -> str:
    """What its author said of it, without what could steer a terminal."""
    return printable(repository.subject(commit))


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"
