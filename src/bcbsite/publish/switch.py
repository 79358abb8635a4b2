"""Which release is live: the one choice, made by pushes, refreshes and people, always in the same way."""

from dataclasses import dataclass

from bcbsite.publish.locks import Lock, locked
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.settings import Settings


@dataclass(frozen=True, slots=True)
class Switch:
    """What a publication did to the live site."""

    before: Release | None
    after: Release | None

    @property
    def happened(self) -> bool:
        """Whether another release is live than before."""
        return self.after is not None and (self.before is None or self.before.name != self.after.name)


def settle(settings: Settings) -> Switch:
    """Make live what should be: the release of the branch's commit, or the one that somebody chose.

    It can be called at any time and by any number of processes. Where the branch's commit has no release, for
    whatever went wrong, the live one stays.
    """
    releases = Releases(settings.releases)
    with locked(settings.releases, Lock.SWITCH):
        before = releases.current()
        after = _due(releases, settings.repository.head(), before)
        if after and (before is None or after.name != before.name):
            releases.switch(after)
            _prune(releases, settings.keep, {after.name, before.name if before else ""})
        releases.tidy()
    return Switch(before, after)


def _due(releases: Releases, head: str | None, before: Release | None) -> Release | None:
    """The release that should be live; it has its name, if only from now on."""
    hold = releases.held()
    kept = releases.all()
    if hold and hold.head == head:
        return next((release for release in kept if release.name == hold.release), before)
    releases.hold(None)
    if head is None:
        return before
    of_head = next((release for release in kept if release.manifest.commit == head), None)
    for ready in releases.ready(head):
        if of_head is None or ready.number > of_head.number:
            of_head = releases.adopt(ready)
        else:
            releases.remove(ready)
    return of_head or before


def _prune(releases: Releases, keep: int, stays: set[str]) -> None:
    """Take away what is older than the newest *keep*; of a commit that was built again, all but the last.

    The release that was live until now *stays*: somebody may be reading it.
    """
    commits: set[str] = set()
    for release in releases.all():
        superseded = release.manifest.commit in commits
        if release.name in stays or (not superseded and len(commits) < keep):
            commits.add(release.manifest.commit)
        else:
            releases.remove(release)
