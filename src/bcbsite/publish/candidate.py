"""The release of a push, made while the person who pushes looks on."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bcbsite.diagnostics import Diagnostic, summary
from bcbsite.pipeline import instant
from bcbsite.publish.git import Repository
from bcbsite.publish.hooks import UNCHANGED, Update, say
from bcbsite.publish.make import Order, make
from bcbsite.publish.manifest import Manifest
from bcbsite.publish.releases import Releases
from bcbsite.publish.settings import Settings
from bcbsite.publish.tree import content_folder
from bcbsite.publish.words import told


def make_ready(settings: Settings, update: Update, folder: Path) -> bool:
    """Make the release of *update* in *folder*, and keep it; say what is wrong, and whether anything was.

    Raises as `make` does.
    """
    say("Checking what you pushed, and making the site …")
    repository, releases = settings.repository, Releases(settings.releases)
    below, current = content_folder(repository, update.new), releases.current()
    _tell_what_is_passed_over(repository, update, below)
    found: list[Diagnostic] = []

    def tell(problems: Sequence[Diagnostic]) -> None:
        found.extend(problems)
        # Of more files than can be listed, git would not end comparing.
        unknown = update.first or any(problem.code == "BCB712" for problem in problems)
        changed = None if unknown else repository.changed(update.old, update.new, below)
        for line in told(problems, changed):
            say(line)

    now = instant().replace(microsecond=0)
    manifest = make(Order(settings, update.new, now, _addressed(releases, update.old)), folder, tell)
    if manifest is None:
        say(f"Refused: {summary(found)}. {UNCHANGED} Mend what is named above, commit, and push again.")
        return False
    if current:  # the account is written of what is published, so not before the first push
        _tell_of_no_account(repository, update, below)
    releases.offer(folder / "release", manifest)
    return True


def _addressed(releases: Releases, head: str) -> Manifest | None:
    """The manifest of the live release; where that is an earlier one, with what the branch's has besides."""
    current = releases.current()
    of_head = next((release for release in releases.all() if release.manifest.commit == head), None)
    if current is None or of_head is None:
        return current.manifest if current else None
    return replace(current.manifest, outputs={**of_head.manifest.outputs, **current.manifest.outputs})


def _tell_of_no_account(repository: Repository, update: Update, below: str) -> None:
    """Say that paragraphs can vanish, and approved minutes change, where there is no account of them."""
    if b"permalinks.txt" not in repository.names(f"{update.new}:{below}"):
        say(
            "Nothing guards the addresses of paragraphs and the words of approved minutes yet. "
            "Run “bcbsite permalinks”, commit what it writes, and push."
        )


def _tell_what_is_passed_over(repository: Repository, update: Update, below: str) -> None:
    """Say what of the push is no content, so that nobody waits for it to do anything."""
    others = repository.names(update.new, None if update.first else update.old) - {below.encode()}
    shown = sorted(name.decode("utf-8", "replace") for name in others if not name.startswith(b"."))
    if below and shown:
        say(f"Passed over, as only {below}/ is published: {', '.join(shown[:5])}{' …' * (len(shown) > 5)}")
