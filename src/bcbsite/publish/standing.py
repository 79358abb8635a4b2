"""How things stand on the server, for whoever looks after it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bcbsite.publish.freshness import read_freshness
from bcbsite.publish.git import GitError, Repository
from bcbsite.publish.previews import previews
from bcbsite.publish.pushes import Push, pushes
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.settings import Settings
from bcbsite.read.dates import LONDON, count_of
from bcbsite.report import printable

LATE = timedelta(hours=1)
"""How long after a refresh was due it has not run: a timer runs every few minutes."""
REFRESH = "“bcbsite publish refresh” makes it so, or says why not."


@dataclass(frozen=True, slots=True)
class _State:
    """What is on the server at a moment."""

    releases: Releases
    live: Release | None
    head: str | None
    now: datetime

    @property
    def held(self) -> bool:
        """Whether somebody chose an earlier release."""
        hold = self.releases.held()
        return hold is not None and hold.head == self.head


def standing(settings: Settings, now: datetime) -> tuple[list[str], bool]:
    """What is live at *now*, in lines; and whether that is what should be."""
    repository, releases = settings.repository, Releases(settings.releases)
    state = _State(releases, releases.current(), repository.head(), now)
    faults = list(_faults(state))
    lines = [_live(repository, state), *_branch(repository, state), *faults, *_next(state)]
    lines.append(f"Kept:    {count_of(len(releases.all()), 'release')} in {settings.releases}")
    for preview in previews(settings):
        branch, until = preview.ref.removeprefix("refs/heads/"), datetime.fromisoformat(preview.until)
        lines.append(f"Preview: branch {printable(branch)}, until {_time(until)} or until it is public")
    if unreadable := releases.unreadable():
        names = ", ".join(path.name for path in unreadable[:5])
        lines.append(
            f"         and what is no release that can be read: {names}{' …' * (len(unreadable) > 5)}"
        )
    if os.environ.get("SOURCE_DATE_EPOCH"):
        lines.append("Clock:   SOURCE_DATE_EPOCH is set here, and stands for the time in all of this.")
    stands = state.live is not None and state.live.manifest.commit == state.head
    return lines, not faults and (state.head is None or state.held or stands)


def _live(repository: Repository, state: _State) -> str:
    if state.live:
        return f"Live:    {_described(repository, state.live)}"
    if target := state.releases.target():
        return f"Live:    {printable(target)}, which is no release that can be read. {REFRESH}"
    return "Live:    nothing yet"


def _branch(repository: Repository, state: _State) -> Iterator[str]:
    if state.head is None:
        yield "Branch:  nothing was pushed yet"
    elif state.held:
        yield f"Branch:  {state.head[:12]} {_subject(repository, state.head)}"
        yield "         An earlier release was chosen; it stays until the next push."
    elif state.live is None or state.live.manifest.commit != state.head:
        yield f"Branch:  {state.head[:12]} {_subject(repository, state.head)}"
        yield f"         It is not live. {REFRESH}"


def _faults(state: _State) -> Iterator[str]:
    """What is wrong with the live release at this moment, although it may be that of the branch."""
    if state.live is None:
        return
    freshness = read_freshness(state.live.folder)
    since = freshness.begins if freshness else state.live.manifest.moment
    if since > state.now:
        yield (
            f"Wrong:   it was made for {_time(since)}, and by this server’s clock it is {_time(state.now)}. "
            "That was ahead then, or is behind now."
        )
        yield "         What is under embargo may be online. See to the clock; then " + (
            "push, as an earlier release was chosen." if state.held else "“bcbsite publish refresh” mends it."
        )
    elif freshness and freshness.ends + LATE < state.now and not state.held:
        yield (
            f"Wrong:   a refresh was due at {_time(freshness.ends)}, and none has come to its end since. "
            "Does the timer run? “bcbsite publish refresh” says what is wrong."
        )


def _next(state: _State) -> Iterator[str]:
    freshness = read_freshness(state.live.folder) if state.live and not state.held else None
    if freshness and freshness.begins <= state.now < freshness.ends:
        yield f"Next:    at {_time(freshness.ends)} a refresh looks for changes"
    elif state.live and not state.held:
        yield "Next:    the next refresh looks for changes"


def releases_told(settings: Settings) -> Iterator[str]:
    """An entry for each release, the one that was made last first, with a star before the live one."""
    releases = Releases(settings.releases)
    current = releases.current()
    known = pushes(settings)
    for release in releases.all():
        mark = "*" if current and release.name == current.name else " "
        pushed = _pushed(known.get(release.manifest.commit))
        yield f"{mark} {_described(settings.repository, release)}{pushed}"
    yield from (f"  {path.name}  is no release that can be read" for path in releases.unreadable())


def _pushed(push: Push | None) -> str:
    """A second line with who pushed it, and when; nothing where that was not noted."""
    if push is None:
        return ""
    by = f" by {printable(push.by)[:200]}" if push.by else ""
    return f"\n    pushed{by} at {_time(datetime.fromisoformat(push.at))}, commit {push.commit[:12]}"


def _described(repository: Repository, release: Release) -> str:
    manifest = release.manifest
    pages = count_of(len(manifest.pages), "page")
    return f"{release.name}  {_time(manifest.moment)}, {pages}: {_subject(repository, manifest.commit)}"


def _subject(repository: Repository, commit: str) -> str:
    """What its author said of it, without what could steer a terminal."""
    try:
        return printable(repository.subject(commit))
    except GitError:
        return f"its commit {commit[:12]} is not in the repository"


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"
