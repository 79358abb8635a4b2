"""What is asked of git: its own program, run in a bare repository, and its plumbing commands alone.

They read objects as they were committed: no attribute, filter, hook or configuration of a push takes part.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MAIN = "refs/heads/main"
PREVIEW = "refs/heads/preview"
"""The branch of previews, or the folder of such branches."""
"""The branch that is published."""

STALE = 300
"""Seconds after which a lock of git's belongs to nobody: it changes the branch in milliseconds."""

FORSAKEN = 24 * 3600
"""Seconds after which a push that has not ended is not waited for."""
PATIENCE = 300
"""Seconds that git has for what it answers at once."""
PIECE = 1 << 18
"""Bytes that are read at a time."""
LONGEST = 1 << 20
"""Bytes of a path, at most."""
SUBJECT = 500
"""Bytes that are read of what an author said."""

OF_A_HOOK = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")
"""Where the objects of a push lie until it is accepted; see gitdocs `githooks` and `git-receive-pack`."""


class GitError(Exception):
    """git could not do what it was asked for; the message is git's own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a commit."""

    mode: str
    """`100644` and `100755` for files, `120000` for symbolic links, `160000` for submodules."""
    id: str
    """The object that holds its bytes."""
    size: int
    """In bytes; 0 where it is no file."""
    path: bytes
    """From the top of the repository, with slashes."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A bare repository."""

    folder: Path
    """Absolute."""

    def head(self) -> str | None:
        """The commit that the published branch is at, or nothing before the first push."""
        found = self._process("rev-parse", "--verify", "--quiet", f"{MAIN}^{{commit}}")
        return found.stdout.decode().strip() or None

    def unlock(self) -> None:
        """Take away what a killed push left: the lock of the branch, and its objects.

        git holds the lock for an instant, never takes an old one away, and refuses every push while there is
        one. The objects of a push can be as large as a push may be.
        """
        for objects in self.folder.glob("objects/tmp_objdir-*"):
            if time.time() - objects.stat().st_mtime > FORSAKEN:
                shutil.rmtree(objects, ignore_errors=True)
        for lock in (self.folder / f"{MAIN}.lock", self.folder / "packed-refs.lock"):
            if lock.exists() and not -STALE < time.time() - lock.stat().st_mtime < STALE:
                lock.unlink(missing_ok=True)

    def is_ancestor(self, old: str, new: str) -> bool:
        """Whether *new* only adds to *old*."""
        return self._process("merge-base", "--is-ancestor", old, new).returncode == 0

    def subject(self, commit: str) -> str:
        """The first line of what the author said of *commit*, or its beginning.

        Raises `GitError` where there is no such commit.
        """
        text = b""
        try:
            with self._pipe("log", "-1", "--no-show-signature", "--format=%s", commit) as process:
                assert process.stdout
                text = process.stdout.read(SUBJECT)
        except GitError:
            if not text:  # git fails too where not all of a long line is read
                raise
        return text.decode("utf-8", "replace").strip()

    def has(self, name: str) -> bool:
        """Whether there is an object of a name such as `main:content/board.yaml`."""
        return self._process("cat-file", "-e", name).returncode == 0

    def names(self, commit: str, since: str | None = None) -> Iterator[bytes]:
        """What lies at the top of *commit*; of that and of *since*, where it is given, what differs.

        Whoever reads them has to stop, as with `entries`.
        """
        tree = ("diff-tree", "--no-renames", since, commit) if since else ("ls-tree", commit)
        with self._pipe(tree[0], "-z", "--name-only", *tree[1:]) as process:
            assert process.stdout
            yield from _records(process.stdout)

    def entries(self, commit: str, folder: str) -> Iterator[Entry]:
        """The files below *folder* of *commit*, or all of them where it is empty; as git lists them.

        Whoever reads them has to stop: a small push can hold a tree that names more files than fit on a disk.
        """
        below = ["--", f"{folder}/"] if folder else []
        with self._pipe("ls-tree", "-r", "-z", "--long", "--full-tree", commit, *below) as process:
            assert process.stdout
            for line in _records(process.stdout):
                about, _, path = line.partition(b"\t")
                mode, _, id_, size = about.decode("ascii").split()
                yield Entry(mode, id_, 0 if size == "-" else int(size), path)

    def blobs(self, ids: Iterable[str]) -> Iterator[Iterator[bytes]]:
        """The bytes of each object of *ids*, in their order, in pieces that fit into memory.

        The pieces of one have to be read before the next one is asked for.
        """
        with self._pipe("cat-file", "--batch") as process:
            assert process.stdin
            assert process.stdout
            for id_ in ids:
                process.stdin.write(f"{id_}\n".encode())
                process.stdin.flush()
                _, kind, size = process.stdout.readline().decode("ascii").split()
                if kind != "blob":
                    raise GitError(f"{id_} is no file.")
                yield _pieces(process.stdout, int(size))
                process.stdout.read(1)

    def changed(self, old: str, new: str, folder: str) -> set[str]:
        """The paths below *folder* that differ between two commits, those that are gone too."""
        below = ["--", f"{folder}/"] if folder else []
        with self._pipe("diff-tree", "-r", "-z", "--name-only", "--no-renames", old, new, *below) as process:
            assert process.stdout
            return {path.decode("utf-8", "replace") for path in _records(process.stdout)}

    def setting(self, key: str) -> str | None:
        """The value of *key* in the repository's own configuration."""
        found = self._process("config", "--local", "--get", key)
        return found.stdout.decode().rstrip("\n") if found.returncode == 0 else None

    def set(self, key: str, value: str) -> None:
        """Write *value* into the repository's own configuration."""
        self.run("config", "--local", "--replace-all", key, value)

    def run(self, *arguments: str) -> bytes:
        """What git prints, which must be little; `GitError` where it fails."""
        done = self._process(*arguments)
        if done.returncode:
            raise GitError(done.stderr.decode("utf-8", "replace").strip() or f"git {arguments[0]} failed.")
        return done.stdout

    def _process(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603
                ["git", *arguments],  # noqa: S607
                cwd=self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            raise GitError(f"git {arguments[0]} takes very long.") from None

    @contextmanager
    def _pipe(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        process = subprocess.Popen(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with process:
            yield process
        if process.returncode:
            raise GitError(f"git {arguments[0]} failed.")

    def _environment(self) -> dict[str, str]:
        """Little: neither what a caller's environment says of git, nor replaced objects, count."""
        kept = ("PATH", "HOME", *OF_A_HOOK)
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        return {**environment, "GIT_DIR": str(self.folder), "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


def _records(output: IO[bytes]) -> Iterator[bytes]:
    """What stands before each zero byte of *output*.

    Raises `GitError` where one is longer than `MOST` bytes.
    """
    rest = b""
    while chunk := output.read(PIECE):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
        if len(rest) > LONGEST:
            raise GitError("A name in this commit is too long to be read.")


def _pieces(output: IO[bytes], size: int) -> Iterator[bytes]:
    """The next *size* bytes of *output*."""
    while size:
        piece = output.read(min(size, PIECE))
        if not piece:
            raise GitError("git ended in the middle of a file.")
        size -= len(piece)
        yield piece
