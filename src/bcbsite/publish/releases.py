"""The folder of the releases, and the link `current` that the web server follows.

    20220210T150000Z-0123456789ab/    a release: site/, manifest.json, fresh.json, number
    current                           a link to the name of one
    .building-…/                      what a build works in; whoever holds the lock `build` may clear it away
    .ready-…/                         a whole release that was never live: its push is not accepted yet
    .kept/                            what is kept of the records for the next build; nobody else can read it
    .repository                       whose releases these are
    .held.json                        that someone chose an earlier release, and until when that counts

Whatever has a name without a dot is whole and was checked: it gets its name in one step.

Releases are counted as they are made. Which is newer is told by that number and not by their moments, since
the clock of a server can have been ahead, or behind.
"""

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bcbsite.new.files import replace_file
from bcbsite.publish.locks import Lock, if_free, locked, nothing
from bcbsite.publish.manifest import Manifest, parse_manifest

FORSAKEN = 3600
"""Seconds after which a release that never went live is not waited for: its push was refused, or it broke."""

_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}(-\d+)?")


@dataclass(frozen=True, slots=True)
class Release:
    """A whole release on disk."""

    folder: Path
    manifest: Manifest
    number: int = 0
    """It was made after those with lower ones; 0 for those from before releases were counted."""

    @property
    def order(self) -> tuple[int, str]:
        """What releases are sorted by, the oldest first."""
        return self.number, self.name

    @property
    def name(self) -> str:
        """The name of its folder, which begins with its moment."""
        return self.folder.name

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self.folder / "site"


@dataclass(frozen=True, slots=True)
class Hold:
    """Somebody's choice of an earlier release."""

    release: str
    head: str
    """The commit that the branch was at. The choice counts until it is at another."""


@dataclass(frozen=True, slots=True)
class Releases:
    """The folder of the releases. What changes the releases themselves wants the lock `switch` held."""

    folder: Path

    def all(self) -> list[Release]:
        """Every whole release, the one that was made last first."""
        return _read(self._named())

    def unreadable(self) -> list[Path]:
        """What has the name of a release and is none that this program can read, sorted."""
        return sorted(path for path in self._named() if read_release(path) is None)

    def current(self) -> Release | None:
        """The release that is live; nothing where the link leads to none, or to one that cannot be read."""
        target = self.target()
        return read_release(self.folder / target) if target and _NAME.fullmatch(target) else None

    def target(self) -> str | None:
        """What the link `current` leads to, and readers are shown, be it a release or not."""
        link = self.folder / "current"
        return str(link.readlink()) if link.is_symlink() else None

    def live(self) -> str | None:
        """The name of the release that is live."""
        link = self.folder / "current"
        return str(link.readlink()) if link.is_symlink() else None

    def ready(self, commit: str) -> list[Release]:
        """The releases of *commit* that were never live, the one that was made last first."""
        return _read(self.folder.glob(f".ready-*-{commit}"))

    def _named(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]

    def held(self) -> Hold | None:
        """The choice of an earlier release, if there is one and that release is there still."""
        try:
            hold = Hold(**json.loads((self.folder / ".held.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        there = _NAME.fullmatch(str(hold.release)) and read_release(self.folder / hold.release)
        return hold if there else None

    def hold(self, hold: Hold | None) -> None:
        """Note a choice, or that there is none any more."""
        path = self.folder / ".held.json"
        if hold:
            replace_file(path, json.dumps({"release": hold.release, "head": hold.head}))
        else:
            path.unlink(missing_ok=True)

    @contextmanager
    def building(self, waiting: Callable[[], None] = nothing) -> Iterator[Path]:
        """A folder to build in, for one process at a time; it goes when the body ends."""
        with locked(self.folder, Lock.BUILD, waiting):
            self._clear(".building-*")
            folder = Path(tempfile.mkdtemp(prefix=".building-", dir=self.folder))
            usual = os.umask(0o022)  # the web server, who is somebody else, reads what is made
            try:
                yield folder
            finally:
                os.umask(usual)
                shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> None:
        """Clear away what killed builds left, unless one is going on."""
        with if_free(self.folder, Lock.BUILD) as free:
            if free:
                self._clear(".building-*")

    def offer(self, folder: Path, manifest: Manifest) -> None:
        """Keep *folder*, a whole release, until its push is accepted."""
        with locked(self.folder, Lock.SWITCH):
            number = 1 + max(map(_number, (*self._named(), *self.folder.glob(".ready-*"))), default=0)
        (folder / "number").write_text(f"{number}\n", "ascii")
        os.sync()  # what has a name must be whole after a power cut, too
        with locked(self.folder, Lock.SWITCH):
            folder.rename(self.folder / f".ready-{number}-{manifest.commit}")
        self._sync()

    def adopt(self, ready: Release) -> Release:
        """Give *ready* its name among the releases."""
        name = f"{_moment(ready.manifest)}-{ready.manifest.commit[:12]}"
        taken = (self.folder / (f"{name}-{n}" if n else name) for n in range(1000))
        folder = next(path for path in taken if not path.exists())
        ready.folder.rename(folder)
        return Release(folder, ready.manifest, ready.number)

    def switch(self, release: Release) -> None:
        """Make *release* the live one, in one step."""
        link = self.folder / f".link-{os.getpid()}"
        link.unlink(missing_ok=True)
        link.symlink_to(release.name)
        link.replace(self.folder / "current")
        self._sync()

    def remove(self, release: Release) -> None:
        """Take *release* away."""
        self._away(release.folder)

    def remove_unreadable(self) -> None:
        """Take away what has the name of a release and cannot be read."""
        for path in self.unreadable():
            self._away(path)

    def tidy(self, all_ready: bool = False) -> None:
        """Clear away what broken publications left: nothing that lives is touched.

        *all_ready* takes also what waits for its push to be accepted, of whatever age.
        """
        for path in self.folder.glob(".ready-*"):
            # One from a time to come was made when the clock was ahead.
            if all_ready or not -FORSAKEN < time.time() - path.stat().st_mtime < FORSAKEN:
                self._away(path)
        self._clear(".gone-*")
        self._clear(".link-*")

    def _away(self, path: Path) -> None:
        """Take a folder's name at once, so that nobody takes a half for a whole, and then its files."""
        away = Path(tempfile.mkdtemp(prefix=".gone-", dir=self.folder))
        path.rename(away / "release")
        shutil.rmtree(away, ignore_errors=True)

    def _clear(self, pattern: str) -> None:
        for path in self.folder.glob(pattern):
            if path.is_symlink():
                path.unlink(missing_ok=True)
            else:
                shutil.rmtree(path, ignore_errors=True)

    def _sync(self) -> None:
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read_release(folder: Path) -> Release | None:
    """The release in *folder*; nothing where it has no site, or no manifest that can be read."""
    try:
        manifest = parse_manifest((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return Release(folder, manifest, _number(folder)) if manifest and (folder / "site").is_dir() else None


def _read(folders: Iterable[Path]) -> list[Release]:
    found = (release for path in folders if (release := read_release(path)))
    return sorted(found, key=lambda release: release.order, reverse=True)


def _number(folder: Path) -> int:
    try:
        text = (folder / "number").read_text("ascii").strip()
    except (OSError, ValueError):
        return 0
    return int(text) if text.isdigit() and len(text) < 10 else 0


def _moment(manifest: Manifest) -> str:
    return manifest.now.replace("-", "").replace(":", "")
