"""The release of a push, made while the person who pushes looks on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bcbsite.diagnostics import QUOTED, Diagnostic, summary
from bcbsite.pipeline import instant
from bcbsite.publish.account import published_before
from bcbsite.publish.git import Repository
from bcbsite.publish.hooks import UNCHANGED, Update
from bcbsite.publish.make import Order, make
from bcbsite.publish.manifest import Manifest
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.settings import Settings
from bcbsite.publish.tree import content_folder
from bcbsite.publish.words import told

NAMES = 1000
"""Names at the top of a commit that are looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What came of a push, until it is accepted."""

    said: tuple[str, ...]
    """What the person who pushes is to be told, line by line."""
    ready: bool
    """Whether its release is made and kept; else it is refused."""
    follows: str | None
    """The name of the release that it was compared with, which was live."""


def make_ready(settings: Settings, update: Update, folder: Path) -> Candidate:
    """Make the release of *update* in *folder*, and keep it where nothing is wrong.

    Says nothing itself, since nobody can publish meanwhile. Raises as `make` does.
    """
    repository, releases = settings.repository, Releases(settings.releases)
    below, current = content_folder(repository, update.new), releases.current()
    said = [*_what_is_passed_over(repository, update, below)]
    found: list[Diagnostic] = []

    def tell(problems: Sequence[Diagnostic]) -> None:
        found.extend(problems)
        # Of more files than can be listed, git would not end comparing.
        unknown = update.first or any(problem.code == "BCB712" for problem in problems)
        changed = None if unknown else repository.changed(update.old, update.new, below)
        said.extend(told(problems, changed))

    now = instant().replace(microsecond=0)
    live = _of_branch_and_live(releases, update.old)
    before = _together(live)
    order = Order(settings, update.new, now, before, published=published_before(live))
    manifest = make(order, folder, tell)
    if manifest is None:
        said.append(
            f"Refused: {summary(found)}. {UNCHANGED} Mend what is named above, commit, and push again."
        )
    else:
        releases.offer(folder / "release", manifest)
    return Candidate(tuple(said), manifest is not None, current.name if current else None)


def _of_branch_and_live(releases: Releases, head: str) -> list[Release]:
    """The release of the branch, where it is another than the live one, and the live one."""
    current = releases.current()
    if current is None:
        return []
    of_head = next((release for release in releases.all() if release.manifest.commit == head), None)
    return [of_head, current] if of_head else [current]


def _together(releases: Sequence[Release]) -> Manifest | None:
    """The manifest of the last of *releases*, with the files that the others have besides."""
    if not releases:
        return None
    outputs = {name: hash_ for release in releases for name, hash_ in release.manifest.outputs.items()}
    return replace(releases[-1].manifest, outputs=outputs)


def _what_is_passed_over(repository: Repository, update: Update, below: str) -> Iterator[str]:
    """What of the push is no content, so that nobody waits for it to do anything."""
    names = repository.names(update.new, None if update.first else update.old)
    others = {*islice(names, NAMES)} - {below.encode()}
    shown = sorted(_short(name.decode("utf-8", "replace")) for name in others if not name.startswith(b"."))
    if below and shown:
        yield f"Passed over, as only {below}/ is published: {', '.join(shown[:5])}{' …' * (len(shown) > 5)}"


def _short(name: str) -> str:
    return name if len(name) <= QUOTED else f"{name[: QUOTED - 1]}…"
