"""What a timer or a person asks for: the site as it should be now, and nothing of what it was."""

from datetime import datetime

from bcbsite.host.resources import CONFIG
from bcbsite.kept_on_disk import forget
from bcbsite.publish.account import published_before, take_account
from bcbsite.publish.freshness import read_freshness, write_freshness
from bcbsite.publish.locks import Lock, locked
from bcbsite.publish.make import Order, Tell, kept_in, make
from bcbsite.publish.manifest import Manifest, configuration_hash, versions
from bcbsite.publish.previews import sweep_previews
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.switch import Switch, settle


def refresh(settings: Settings, now: datetime, tell: Tell) -> Switch | None:
    """Bring the site up to date with the branch and the moment *now*; nothing where the content has errors.

    It ends what a killed publication began. Where a build gives what is live already, that stays.
    """
    settings.repository.unlock()
    sweep_previews(settings, now)
    switch = settle(settings)
    releases, head = Releases(settings.releases), settings.repository.head()
    releases.sweep()
    if head is None or releases.held() or is_fresh(settings, switch.after, head, now):
        return switch
    with releases.building() as folder:
        current = releases.current()
        known = published_before([current] if current else [])
        before = current.manifest if current else None
        order = Order(settings, head, now, before, accepted=True, published=known)
        manifest = make(order, folder, tell)
        if manifest is None:
            return None
        if current and _same(current.manifest, manifest):
            freshness = read_freshness(folder / "release")
            assert freshness
            write_freshness(current.folder, freshness)
            take_account(folder / "release", current.folder)
        else:
            releases.offer(folder / "release", manifest)
    sweep_previews(settings, now)
    return Switch(switch.before, settle(settings).after)


def is_fresh(settings: Settings, release: Release | None, head: str, now: datetime) -> bool:
    """Whether *release* is what a build of the commit *head* at *now* would give."""
    if release is None or release.manifest.commit != head:
        return False
    configuration = configuration_hash(settings.config or CONFIG, settings.site_url)
    freshness = read_freshness(release.folder)
    return freshness is not None and freshness.holds(now, versions(), configuration)


def _same(one: Manifest, other: Manifest) -> bool:
    """Whether two builds of one commit gave the same site."""
    return one.commit == other.commit and one.outputs == other.outputs


def purge(settings: Settings, now: datetime, tell: Tell) -> int | None:
    """Take away every preview, and every release but the live one, once that is up to date.

    What has the name of one and cannot be read goes, too, and what is kept for the next build: both can hold
    the same. Returns how many releases
    went; nothing where the content has errors. Raises `PublishError` while an earlier release is chosen.
    """
    settle(settings)
    sweep_previews(settings, now, everything=True)
    releases = Releases(settings.releases)
    if releases.held():
        raise PublishError(
            "An earlier release is live (see “bcbsite publish status”). Push, or end that, first."
        )
    if refresh(settings, now, tell) is None:
        return None
    with releases.building(), locked(settings.releases, Lock.SWITCH):
        current = releases.current()
        others = [release for release in releases.all() if current and release.name != current.name]
        for release in others:
            releases.remove(release)
        unreadable = releases.unreadable()
        releases.remove_unreadable()
        releases.tidy(all_ready=True)
        forget(kept_in(settings.releases))
    return len(others) + len(unreadable)
