"""Whether a release is still what its manifest says, and what its commit gives."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from bcbsite.publish.git import GitError
from bcbsite.publish.make import Order, make
from bcbsite.publish.manifest import files_of, hashes, versions
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.settings import PublishError, Settings


def verify(settings: Settings, name: str | None, rebuild: bool) -> list[str]:
    """Every difference between the release *name*, or the live one, and its manifest; none if all is well.

    *rebuild* has it made once more, and compared. Raises `PublishError` where there is no such release.
    """
    releases = Releases(settings.releases)
    kept = releases.all()
    release = next((r for r in kept if r.name == name), None) if name else releases.current()
    if release is None:
        raise PublishError(f"There is no release {name}." if name else "There is no release yet.")
    found = [*changed_on_disk(release), *_sources(settings, release)]
    return [*found, *_made_again(settings, release)] if rebuild and not found else found


def changed_on_disk(release: Release) -> Iterator[str]:
    """What of its site differs from its manifest."""
    files = files_of(release.site)
    yield from (f"site/{path.relative_to(release.site)} is a link." for path in files if path.is_symlink())
    here = hashes(release.site, (path for path in files if not path.is_symlink()))
    yield from _differences("site/", release.manifest.outputs, here)


def _sources(settings: Settings, release: Release) -> Iterator[str]:
    """What differs in the commit."""
    manifest, repository = release.manifest, settings.repository
    try:
        ids = {e.path.decode("utf-8", "replace"): e.id for e in repository.entries(manifest.commit, "")}
        paths = [path for path in manifest.sources if path in ids]
        blobs = repository.blobs(ids[path] for path in paths)
        here = {path: _hash(pieces) for path, pieces in zip(paths, blobs, strict=True)}
    except GitError:
        yield f"Commit {manifest.commit} is not in the repository any more."
        return
    yield from _differences("", manifest.sources, here)


def _hash(pieces: Iterable[bytes]) -> str:
    hash_ = sha256()
    for piece in pieces:
        hash_.update(piece)
    return hash_.hexdigest()


def _differences(where: str, told: Mapping[str, str], here: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{where}{name} is missing." for name in sorted(told.keys() - here.keys()))
    yield from (f"{where}{name} does not belong there." for name in sorted(here.keys() - told.keys()))
    both = sorted(told.keys() & here.keys())
    yield from (f"{where}{name} was changed." for name in both if told[name] != here[name])


def _made_again(settings: Settings, release: Release) -> Iterator[str]:
    """What differs from a new build of the same commit for the same moment."""
    manifest = release.manifest
    if manifest.versions != versions():
        raise PublishError("It was made by other versions of the programs, so a new build proves nothing.")
    with Releases(settings.releases).building() as folder:
        order = Order(settings, manifest.commit, manifest.moment, None, accepted=True)
        again = make(order, folder, lambda _: None)
    if again is None:
        yield "The commit has errors and cannot be built again."
    else:
        yield from _differences("made again, site/", manifest.outputs, again.outputs)
