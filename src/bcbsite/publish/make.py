"""A release is made from a commit: its content is read, checked and built, and the result is checked."""

import contextlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bcbsite.diagnostics import Diagnostic, has_errors, in_order
from bcbsite.host.build import WrongUseError, build_site, site_address
from bcbsite.host.resources import CONFIG
from bcbsite.pipeline import Loaded, load
from bcbsite.publish.freshness import Freshness, write_freshness
from bcbsite.publish.made import Made, faults, sources
from bcbsite.publish.manifest import Manifest, configuration_hash, files_of, hashes, versions, written
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.tree import content_folder, write_content

Tell = Callable[[Sequence[Diagnostic]], None]
"""Shows mistakes to a person; meanwhile the present folder is the one that their files lie in."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made."""

    settings: Settings
    commit: str
    now: datetime
    """In whole seconds: a manifest has no more."""
    before: Manifest | None
    """That of the live release, whose addresses must go on working."""
    accepted: bool = False
    """Whether the commit is the branch's already, so that only the moment or the programs are other ones."""


def make(order: Order, folder: Path, tell: Tell) -> Manifest | None:
    """Make a release in *folder*, in the folder `release`; nothing where the content has errors.

    *tell* gets the mistakes, also those that are only warnings. Raises `PublishError` where the server is at
    fault, and `OSError` where its disk is.
    """
    files, release = folder / "files", folder / "release"
    files.mkdir()
    release.mkdir()
    below = content_folder(order.settings.repository, order.commit)
    megabytes = order.settings.max_content
    problems = write_content(order.settings.repository, order.commit, below, files, megabytes)
    with contextlib.chdir(files):
        loaded = Loaded(None, problems) if problems else _load(order, Path(below))
        manifest, problems = _build(order, loaded, Path(below), release)
        tell(in_order([*loaded.diagnostics, *problems]))
    shutil.rmtree(files)
    return None if has_errors(problems) else manifest


def _load(order: Order, content: Path) -> Loaded:
    return load(content, order.now, secrets=True, accepted=order.accepted)


def _build(
    order: Order, loaded: Loaded, content: Path, release: Path
) -> tuple[Manifest | None, list[Diagnostic]]:
    """The site of *loaded*, written below *release* with its account; and what is wrong with it."""
    if loaded.public is None or loaded.held_back is None or loaded.everything is None:
        return None, []
    site = release / "site"
    config, address = order.settings.config or CONFIG, order.settings.site_url
    with _the_servers_fault():
        address = address or site_address(config)
        keys = {"site_url": address} if address else {}
        build_site(loaded, content, site, config, **keys)
    manifest = Manifest(
        commit=order.commit,
        now=written(order.now),
        versions=versions(),
        site_url=address,
        configuration=configuration_hash(config, order.settings.site_url),
        sources=hashes(Path(), sources(loaded.public, content)),
        outputs=hashes(site, files_of(site)),
    )
    (release / "manifest.json").write_text(manifest.text(), "utf-8")
    write_freshness(release, Freshness.of(manifest, loaded.held_back.until))
    made = Made(
        site,
        content,
        loaded.public,
        loaded.held_back,
        loaded.everything,
        manifest,
        order.before,
        order.accepted,
    )
    return manifest, faults(made)


@contextmanager
def _the_servers_fault() -> Iterator[None]:
    """Tell whoever pushes that what is wrong is not theirs to mend."""
    try:
        yield
    except WrongUseError as error:
        raise PublishError(f"The server’s configuration is at fault, not what you pushed: {error}") from None
