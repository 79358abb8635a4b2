"""A release is made from a commit: its content is read, checked and built, and the result is checked."""

import contextlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from bcbsite.archive.archive import Archive
from bcbsite.archive.attached import attachments
from bcbsite.archive.not_public import count_in_words
from bcbsite.diagnostics import Diagnostic, has_errors, in_order
from bcbsite.forks import TooSlowError, within
from bcbsite.host.build import WrongUseError, build_site, site_address
from bcbsite.host.resources import CONFIG
from bcbsite.kept_on_disk import kept_on_disk
from bcbsite.model.permalink import Permalink
from bcbsite.pipeline import Before, Loaded, load
from bcbsite.publish.account import write_account
from bcbsite.publish.attached import Attached, read_attached, sealed, write_attached
from bcbsite.publish.freshness import Freshness, write_freshness
from bcbsite.publish.made import Made, faults, sources
from bcbsite.publish.manifest import (
    Manifest,
    configuration_hash,
    files_of,
    hashes,
    program,
    versions,
    written,
)
from bcbsite.publish.releases import Releases
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.tree import content_folder, write_content
from bcbsite.publish.words import write_waiting

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
    """That of the live release, whose attachments must go on working."""
    accepted: bool = False
    """Whether the commit is the branch's already, so that only the moment or the programs are other ones."""
    published: tuple[Permalink, ...] = ()
    """What was published before, and has to stay."""


def make(order: Order, folder: Path, tell: Tell) -> Manifest | None:
    """Make a release in *folder*, in the folder `release`; nothing where the content has errors.

    *tell* gets the mistakes, also those that are only warnings. Raises `PublishError` where the server is at
    fault, or where it takes longer than the settings allow, and `OSError` where the disk is at fault.
    """
    limit = order.settings.build_limit
    try:
        manifest, problems = within(limit, partial(make_here, order, folder))
    except TooSlowError:
        raise PublishError(
            f"Making the site took longer than {limit} seconds and was ended. Push again; if that does not "
            "help, take out what is unusually long, or ask whoever looks after the server to allow more."
        ) from None
    files = folder / "files"
    with contextlib.chdir(files):
        tell(problems)
    shutil.rmtree(files)
    return manifest


def make_here(order: Order, folder: Path) -> tuple[Manifest | None, list[Diagnostic]]:
    """The same in this process, however long it takes; returns the mistakes, too.

    The files that they are in stay in the folder `files`.
    """
    files, release = folder / "files", folder / "release"
    files.mkdir()
    release.mkdir()
    settings = order.settings
    below, known = content_folder(settings.repository, order.commit), _known(order)
    there = {id_: site / file.address for id_, (site, file) in known.items()}
    ids, problems = write_content(settings, order.commit, below, files, there)
    known_hashes = {path: known[id_][1].hash for path, id_ in ids.items() if id_ in known}
    with contextlib.chdir(files):
        problems += sealed(path for path in ids if path not in known_hashes)
        # What is told of the file goes nowhere: it is nothing to whoever pushes, and it is replaced.
        with kept_on_disk(kept_in(settings.releases), program(), _nowhere, afresh=order.before is None):
            loaded = Loaded(None, problems) if has_errors(problems) else _load(order, Path(below))
        manifest, more = _build(order, loaded, Path(below), release, known_hashes)
    if manifest and loaded.public:
        write_attached(release, _attached(loaded.public, release / "site", manifest, ids))
    problems = in_order([*problems, *loaded.diagnostics, *more])
    return (None if has_errors(problems) else manifest), problems


def kept_in(releases: Path) -> Path:
    """Where the results of the folder *releases* are kept: beside the releases, and served to nobody."""
    return releases / ".kept" / "results"


def _nowhere(_: str) -> None:
    pass


def _known(order: Order) -> dict[str, tuple[Path, Attached]]:
    """The attachments of the live release by their objects, each with the site that it lies in.

    None where nothing is to be taken from it.
    """
    live = Releases(order.settings.releases).current() if order.before else None
    return {id_: (live.site, file) for id_, file in read_attached(live.folder).items()} if live else {}


def _attached(public: Archive, site: Path, manifest: Manifest, ids: Mapping[Path, str]) -> Iterator[Attached]:
    for address, file in attachments(public):
        yield Attached.of(site, address, ids[file.path], manifest.outputs[address])


def _load(order: Order, content: Path) -> Loaded:
    is_later = order.before is not None and order.before.moment > order.now
    before = Before(order.published, is_later)
    return load(content, order.now, secrets=True, accepted=order.accepted, before=before)


def _build(
    order: Order, loaded: Loaded, content: Path, release: Path, known: Mapping[Path, str]
) -> tuple[Manifest | None, list[Diagnostic]]:
    """The site of *loaded*, written below *release* with its account; and what is wrong with it.

    *known* are the hashes of files of the content that need not be read.
    """
    if loaded.pages is None or loaded.held_back is None or loaded.everything is None:
        return None, []
    public = loaded.pages.archive
    site = release / "site"
    config, address = order.settings.config or CONFIG, order.settings.site_url
    with _the_servers_fault():
        address = address or site_address(config)
        keys = {"site_url": address} if address else {}
        live = Releases(order.settings.releases).current() if order.before else None
        like = live.site if live else None
        build_site(loaded, content, site, config, linked=True, like=like, **keys)
    from_files = hashes(Path(), sources(public, content), known)
    attached = {site / address: from_files[file.path.as_posix()] for address, file in attachments(public)}
    manifest = Manifest(
        commit=order.commit,
        now=written(order.now),
        versions=versions(),
        site_url=address,
        configuration=configuration_hash(config, order.settings.site_url),
        sources=from_files,
        outputs=hashes(site, files_of(site), attached),
        former=sorted(page.address for page in loaded.pages.all if page.former),
    )
    (release / "manifest.json").write_text(manifest.text(), "utf-8")
    write_freshness(release, Freshness.of(manifest, loaded.held_back.until))
    write_waiting(release, count_in_words(loaded.not_public))
    write_account(release, loaded.pages, loaded.permalinks, loaded.everything)
    made = Made(
        site,
        content,
        loaded.pages,
        loaded.held_back,
        manifest,
        order.before,
        frozenset(known),
    )
    return manifest, faults(made)


@contextmanager
def _the_servers_fault() -> Iterator[None]:
    """Tell whoever pushes that what is wrong is not theirs to mend."""
    try:
        yield
    except WrongUseError as error:
        raise PublishError(f"The server’s configuration is at fault, not what you pushed: {error}") from None
