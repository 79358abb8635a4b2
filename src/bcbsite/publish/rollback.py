"""Going back to an earlier release, which shows nothing that was taken back since unless that is meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path

from bcbsite.publish.locks import Lock, locked
from bcbsite.publish.make import Order, make
from bcbsite.publish.publication import is_fresh
from bcbsite.publish.releases import Hold, Release, Releases
from bcbsite.publish.republished import republished
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.switch import Switch
from bcbsite.publish.verify import changed_on_disk
from bcbsite.report import printable

MANY = 20
"""Pages and files that are named."""
UNKNOWN = (
    "What is public now cannot be told, since the branch’s commit cannot be built (“bcbsite publish refresh” "
    "says why). So nobody knows what going back would put online again."
)
MEANT = "Nothing was changed. If it is meant to be online again, add --republish."


def roll_back(settings: Settings, name: str | None, now: datetime, republish: bool = False) -> Switch:
    """Make the release *name* live, or the one before the live one, until the next push.

    The newest release of the branch's commit ends that at once. Raises `PublishError` where there is none,
    where its files were changed, and where it shows anything that is not public at *now*, unless *republish*
    says that it may.
    """
    releases, head = Releases(settings.releases), settings.repository.head()
    chosen = _chosen(releases, name)
    if chosen is None or head is None:
        raise PublishError(f"There is no release {name}." if name else "There is no earlier release.")
    if next(changed_on_disk(chosen), None):
        raise PublishError(
            f"{chosen.name} is not as it was made: see “bcbsite publish verify {chosen.name}”."
        )
    if not republish:
        _refuse_what_was_taken_back(settings, chosen, head, now)
    with locked(settings.releases, Lock.SWITCH):
        kept = releases.all()
        if settings.repository.head() != head or all(release.name != chosen.name for release in kept):
            raise PublishError("Somebody has published meanwhile. Look again, and go back then.")
        before = releases.current()
        newest = next((release for release in kept if release.manifest.commit == head), None)
        releases.hold(None if newest and chosen.name == newest.name else Hold(chosen.name, head))
        releases.switch(chosen)
    return Switch(before, chosen)


def _chosen(releases: Releases, name: str | None) -> Release | None:
    """The release *name*, or the last one that was made before the live one, of another commit."""
    kept, live = releases.all(), releases.current()
    if name:
        return next((release for release in kept if release.name == name), None)
    older = (
        release
        for release in kept
        if live and release.order < live.order and release.manifest.commit != live.manifest.commit
    )
    return next(older, None)


def _refuse_what_was_taken_back(settings: Settings, chosen: Release, head: str, now: datetime) -> None:
    """Raise `PublishError`, with names, where *chosen* shows what is not public at *now*."""
    with _public(settings, head, now) as site:
        if site is None:
            raise PublishError(f"{UNKNOWN} {MEANT}")
        found = list(republished(chosen.site, site))
    if found:
        more = [f"… and {len(found) - MANY} more"] if len(found) > MANY else []
        lines = "\n".join(f"  {printable(line)}" for line in (*islice(found, MANY), *more))
        raise PublishError(f"{chosen.name} shows what is not public now:\n{lines}\n{MEANT}")


@contextmanager
def _public(settings: Settings, head: str, now: datetime) -> Iterator[Path | None]:
    """The folder of a site with what is public at *now*, while the body runs; none where that has errors."""
    releases = Releases(settings.releases)
    fresh = (release for release in releases.all() if is_fresh(settings, release, head, now))
    whole = next((release for release in fresh if not next(changed_on_disk(release), None)), None)
    if whole:
        yield whole.site
        return
    with releases.building() as folder:
        made = make(Order(settings, head, now, None, accepted=True), folder, lambda _: None)
        yield folder / "release/site" if made else None
