"""A server that publishes, and people who push to it: real repositories, real hooks, real pushes."""

import atexit
import fcntl
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bcbsite.publish.install import install
from bcbsite.publish.publication import refresh
from bcbsite.publish.releases import Release, Releases
from bcbsite.publish.rollback import roll_back
from bcbsite.publish.settings import Settings, read_settings
from bcbsite.publish.standing import standing
from bcbsite.publish.switch import Switch
from conftest import MINUTES

GIT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Jo Bennett"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "jo.bennett@example.org"),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}
MEETING = "content/meetings/2022-02-10"
FIRST: Mapping[str, str] = {f"{MEETING}/minutes.md": MINUTES}


def git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git in *folder* as somebody with no settings of their own."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=GIT, text=True, capture_output=True, check=False, timeout=300
    )
    assert not check or done.returncode == 0, done.stderr
    return done


@dataclass(frozen=True)
class Pushed:
    """What came of a push."""

    accepted: bool
    said: str
    """All that the person saw."""


@dataclass(frozen=True)
class Clone:
    """Somebody's copy of the repository."""

    folder: Path

    def commit(self, files: Mapping[str, str | bytes | None], message: str = "A change") -> str:
        """Write *files*, or take away those without a text, and commit; the commit."""
        for name, text in files.items():
            if text is None:
                (self.folder / name).unlink()
        kept = {name: text for name, text in files.items() if text is not None}
        if not (self.folder / "content/board.yaml").exists() and "content/board.yaml" not in files:
            kept = {"content/board.yaml": "name: The Board\narea: Kent\n", **kept}
        for name, text in kept.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        git(self.folder, "add", "--all", "--force")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", message)
        return git(self.folder, "rev-parse", "HEAD").stdout.strip()

    def push(self, *arguments: str) -> Pushed:
        """Push main, or what *arguments* say."""
        done = git(self.folder, "push", *(arguments or ("origin", "main")), check=False)
        return Pushed(done.returncode == 0, done.stderr)

    def publish(self, files: Mapping[str, str | bytes | None]) -> str:
        """Commit *files* and push them, which must be accepted; what was said."""
        self.commit(files)
        pushed = self.push()
        assert pushed.accepted, pushed.said
        return pushed.said

    def publish_among_others(self, files: Mapping[str, str | bytes | None]) -> None:
        """The same where others may be quicker, and are then followed; what this one wrote stands."""
        self.commit(files)
        for _ in range(5):
            git(self.folder, "pull", "--quiet", "--rebase", "--strategy-option=theirs", "origin", "main")
            if (pushed := self.push()).accepted:
                return
        raise AssertionError(pushed.said)

    def refused(self, files: Mapping[str, str | bytes | None]) -> str:
        """Commit *files* and push them, which must be refused; what was said. The commit is taken back."""
        self.commit(files)
        pushed = self.push()
        assert not pushed.accepted, pushed.said
        git(self.folder, "reset", "--quiet", "--hard", "HEAD~1")
        return pushed.said


@dataclass(frozen=True)
class Server:
    """A repository that publishes, and its releases."""

    folder: Path

    @property
    def repository(self) -> Path:
        return self.folder / "board.git"

    @property
    def settings(self) -> Settings:
        return read_settings(self.repository)

    @property
    def releases(self) -> Releases:
        return Releases(self.folder / "releases")

    @property
    def live(self) -> Release:
        """The release that readers see."""
        current = self.releases.current()
        assert current
        return current

    def page(self, address: str) -> str:
        """What readers see at *address*."""
        return (self.folder / "releases/current/site" / address / "index.html").read_text("utf-8")

    def clone(self, name: str = "clone") -> Clone:
        """A new copy for somebody."""
        git(self.folder, "clone", "--quiet", str(self.repository), name)
        git(self.folder / name, "symbolic-ref", "HEAD", "refs/heads/main") if not self.head else None
        return Clone(self.folder / name)

    def with_first(self) -> Clone:
        """A new copy for somebody, where FIRST is published: a push to another server has made its release."""
        live = _with_first().live
        git(self.repository, "fetch", "--quiet", str(_with_first().repository), "main:main")
        shutil.copytree(live.folder, self.releases.folder / live.name)
        (self.releases.folder / "current").symlink_to(live.name)
        return self.clone()

    @property
    def head(self) -> str | None:
        return self.settings.repository.head()

    def refresh(self, now: datetime | None = None) -> Switch | None:
        """What the timer does, at *now*."""
        return refresh(self.settings, (now or datetime.now(UTC)).replace(microsecond=0), lambda _: None)

    def set_clock(self, moment: datetime | None) -> None:
        """Have pushes believe that it is *moment*, or the present again."""
        fixed = f"SOURCE_DATE_EPOCH={moment.timestamp():.0f} " if moment else ""
        for name in ("pre-receive", "post-receive"):
            hook = self.repository / "hooks" / name
            text = re.sub(r"env -i (?:SOURCE_DATE_EPOCH=\d+ )?", f"env -i {fixed}", hook.read_text("utf-8"))
            hook.write_text(text, "utf-8")

    def roll_back(self, name: str | None = None, republish: bool = False) -> Switch:
        """What a person does who goes back."""
        return roll_back(self.settings, name, datetime.now(UTC).replace(microsecond=0), republish)

    def status(self, now: datetime | None = None) -> tuple[str, bool]:
        """What is said of how things stand, and whether that is well."""
        lines, well = standing(self.settings, now or datetime.now(UTC))
        return "\n".join(lines), well

    def leftovers(self) -> list[str]:
        """What lies among the releases that is no release."""
        usual = {"current", ".build.lock", ".switch.lock", ".held.json", ".repository"}
        kept = {release.name for release in self.releases.all()}
        return sorted(path.name for path in self.releases.folder.iterdir() if path.name not in usual | kept)


def new_server(folder: Path, **chosen: object) -> Server:
    """A server in *folder* to which nothing was pushed yet."""
    folder.mkdir(parents=True, exist_ok=True)
    install(folder / "board.git", folder / "releases", chosen)
    return Server(folder)


@cache
def _with_first() -> Server:
    """A server to which FIRST was pushed, from which others begin."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    server = new_server(Path(folder))
    server.clone().publish(FIRST)
    return server


@dataclass
class SlowClient:
    """Somebody whose computer stops in the middle of a push: git's own protocol, spoken by hand.

    See gitprotocol-pack(5). Its pipe is as small as can be, so that it is full at once.
    """

    clone: Clone
    server: Server
    reads: bool = False
    """Whether it reads where the branch is, which is the first that the server says."""

    def __enter__(self) -> "SlowClient":
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
        self.process = subprocess.Popen(
            ["git", "receive-pack", str(self.server.repository)],
            env=GIT,
            stdin=subprocess.PIPE,
            stdout=writing,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(writing)
        self.output = reading
        if self.reads:
            os.read(reading, 4096)
        return self

    def send(self, commit: str, share: float = 1) -> None:
        """Push *commit*, of which only a *share* is sent."""
        old = self.server.head or "0" * 40
        line = f"{old} {commit} refs/heads/main\0report-status side-band-64k\n".encode()
        revisions = f"{commit}\n^{old}\n" if self.server.head else f"{commit}\n"
        pack = subprocess.run(
            ["git", "pack-objects", "--revs", "--stdout", "--quiet"],
            cwd=self.clone.folder,
            env=GIT,
            input=revisions.encode(),
            capture_output=True,
            check=True,
        ).stdout
        data = f"{len(line) + 4:04x}".encode() + line + b"0000" + pack
        assert self.process.stdin
        self.process.stdin.write(data[: int(len(data) * share)])
        self.process.stdin.flush()

    def go(self) -> None:
        """Let it go away at last, without a word."""
        os.close(self.output)
        self.output = -1

    def __exit__(self, *_: object) -> None:
        if self.output >= 0:
            self.go()
        assert self.process.stdin
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        for end in (signal.SIGTERM, signal.SIGKILL):
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, end)
        self.process.wait(timeout=30)
