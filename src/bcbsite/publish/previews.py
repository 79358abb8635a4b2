"""Previews on a server: the site of a branch with what is not public, at an address that nobody can guess.

    previews/
      0f3a…/            the site of one branch; its name is the secret
      .0f3a….json       of which branch and commit, until when, and which pages wait to be public
      .building-…/      what a build works in

Releases are in another folder, and no preview ever becomes one. A branch is taken away as soon as its commit
is known, so that its name is free for one that does not follow it, and nothing is left of what has mistakes.
"""

import contextlib
import json
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bcbsite.archive.not_public import Why
from bcbsite.diagnostics import Diagnostic, has_errors, in_order, summary
from bcbsite.forks import TooSlowError, within
from bcbsite.host.build import WrongUseError, build_site
from bcbsite.host.resources import CONFIG
from bcbsite.new.files import replace_file
from bcbsite.pages.preview import pages_of
from bcbsite.pipeline import Loaded, load
from bcbsite.publish.git import PREVIEW, GitError
from bcbsite.publish.locks import Lock, locked
from bcbsite.publish.releases import Releases
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.tree import content_folder, write_content
from bcbsite.publish.words import told
from bcbsite.read.dates import LONDON, day_in_words

PATH = "preview/"
"""Below which part of the site's address the web server shows previews."""
_TOKEN = re.compile(r"[0-9a-f]{48}")
_WAITING = (Why.DRAFT, Why.EMBARGO, Why.ELSEWHERE)
"""What becomes public some day; what is withheld does not."""


@dataclass(frozen=True, slots=True)
class ServerPreview:
    """The preview of a branch."""

    token: str
    """The name of its folder: 192 random bits."""
    ref: str
    commit: str
    until: str
    """The moment when it goes, as ISO 8601 has it."""
    pages: list[str]
    """The addresses of the pages that were not public when it was made."""


def make_preview(settings: Settings, ref: str, commit: str, now: datetime) -> list[str]:
    """Make the preview of *commit*, to which the branch *ref* was pushed, in the place of an earlier one.

    The branch is taken away. Returns what is to be told to the person who pushed, a line each. Raises
    `PublishError` where the server is at fault, and `OSError` where the disk is.
    """
    folder = _folder(settings)
    _delete_branches(settings, ref)
    # A build takes the memory of one: releases and previews are made one after the other.
    one_by_one = locked(settings.releases, Lock.BUILD)
    with one_by_one, locked(folder, Lock.BUILD), _building(folder) as work:
        known = next((one for one in previews(settings) if one.ref == ref), None)
        token = known.token if known else secrets.token_hex(24)
        pages, lines = _made(settings, commit, token, now, work)
        if pages is None:
            return [*lines, "No preview was made. Mend what is named above, commit, and push again."]
        until = now + timedelta(days=settings.preview_days)
        preview = ServerPreview(token, ref, commit, until.isoformat(), pages)
        _remove(folder, token)
        (work / "site").rename(folder / token)
        replace_file(folder / f".{token}.json", json.dumps(asdict(preview)))
    day = day_in_words(until.astimezone(LONDON).date())
    return [
        *lines,
        f"Preview: {address_of(settings, token)}",
        f"Whoever has this address sees what is not public, until {day} or until all of it is public.",
    ]


def address_of(settings: Settings, token: str) -> str:
    """Where the preview can be seen; its folder, where the server does not know the site's address."""
    if settings.site_url is None:
        return str(_folder(settings) / token)
    return f"{settings.site_url}{PATH}{token}/"


def previews(settings: Settings) -> list[ServerPreview]:
    """All previews that there are, those of the same branch once."""
    if settings.previews is None or not settings.previews.is_dir():
        return []
    found = (_read(path) for path in sorted(settings.previews.glob(".*.json")))
    return [preview for preview in found if preview and (settings.previews / preview.token).is_dir()]


def sweep_previews(settings: Settings, now: datetime, everything: bool = False) -> int:
    """Take away each preview whose time is over or whose records are public, or *everything*; how many.

    What lies in the folder and belongs to no preview goes, too, and each branch that a killed push left.
    """
    if settings.previews is None or not settings.previews.is_dir():
        return 0
    with locked(settings.previews, Lock.BUILD):
        current = Releases(settings.releases).current()
        public = current.manifest.pages.difference(current.manifest.former) if current else set[str]()
        known = previews(settings)
        stays = {one.token for one in known if not everything and _stays(one, public, now)}
        for path in list(settings.previews.iterdir()):
            if path.name.strip(".").removesuffix(".json") not in stays and path.suffix != ".lock":
                _delete(path)
    _delete_branches(settings, PREVIEW)
    return len(known) - len(stays)


def _stays(preview: ServerPreview, public: set[str], now: datetime) -> bool:
    is_published = bool(preview.pages) and public.issuperset(preview.pages)
    return datetime.fromisoformat(preview.until) > now and not is_published


def _delete_branches(settings: Settings, name: str) -> None:
    """Take away the branch *name*, and those within it; what somebody else has taken away is gone, too."""
    branches = settings.repository.run("for-each-ref", "--format=%(refname)", name).decode().split()
    for branch in branches:
        with contextlib.suppress(GitError):
            settings.repository.run("update-ref", "-d", branch)


def _made(
    settings: Settings, commit: str, token: str, now: datetime, work: Path
) -> tuple[list[str] | None, list[str]]:
    """The pages that wait to be public, with the site in `site` below *work*; what is to be told."""
    try:
        pages, problems = within(
            settings.build_limit, partial(_make_here, settings, commit, token, now, work)
        )
    except TooSlowError:
        raise PublishError(f"Making the preview took longer than {settings.build_limit} seconds.") from None
    with contextlib.chdir(work / "files"):
        lines = list(told(problems, set()))
    return pages, [*lines, *([f"There are mistakes: {summary(problems)}."] if pages is None else [])]


def _make_here(
    settings: Settings, commit: str, token: str, now: datetime, work: Path
) -> tuple[list[str] | None, list[Diagnostic]]:
    files = work / "files"
    files.mkdir()
    below = content_folder(settings.repository, commit)
    _, problems = write_content(settings, commit, below, files)
    with contextlib.chdir(files):
        content = Path(below)
        loaded = Loaded(None, problems) if has_errors(problems) else load(content, now, drafts=True)
        if loaded.public is None:
            return None, in_order([*problems, *loaded.diagnostics])
        keys = {"site_url": address_of(settings, token)} if settings.site_url else {}
        try:
            build_site(
                loaded, content, work / "site", settings.config or CONFIG, linked=True, like=None, **keys
            )
        except WrongUseError as error:
            raise PublishError(f"The server’s configuration is at fault: {error}") from None
    waiting = [one for one in loaded.not_public if one.why in _WAITING]
    return sorted(pages_of(loaded.public, waiting)), loaded.diagnostics


def _folder(settings: Settings) -> Path:
    if settings.previews is None:
        raise PublishError("This server makes no previews.")
    return settings.previews


@contextmanager
def _building(folder: Path) -> Iterator[Path]:
    """A folder to build in, which goes when the body ends; what a killed build left goes before."""
    for left in folder.glob(".building-*"):
        _delete(left)
    work = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    usual = os.umask(0o022)  # the web server, who is somebody else, reads what is made
    try:
        yield work
    finally:
        os.umask(usual)
        _delete(work)


def _remove(folder: Path, token: str) -> None:
    for path in (folder / f".{token}.json", folder / token):
        _delete(path)


def _delete(path: Path) -> None:
    """Take *path* away, under another name first, so that nobody is shown a half."""
    if path.is_dir() and not path.is_symlink():
        away = Path(tempfile.mkdtemp(prefix=".building-", dir=path.parent))
        path.rename(away / "gone")
        shutil.rmtree(away, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _read(path: Path) -> ServerPreview | None:
    try:
        preview = ServerPreview(**json.loads(path.read_text("utf-8")))
        datetime.fromisoformat(preview.until)
    except (OSError, ValueError, TypeError):
        return None
    return preview if _TOKEN.fullmatch(preview.token) and path.name == f".{preview.token}.json" else None
