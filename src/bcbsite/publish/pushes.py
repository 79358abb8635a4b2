"""Who pushed what, and when: a line of JSON for each push, in a file of the repository.

The account of the server is the same for all, so a person is known by the key that sshd let in
(`ExposeAuthInfo` in sshd_config(5)), or by the user that a web server named.
"""

import json
import os
import pwd
from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from bcbsite.publish.settings import Settings

OF_A_PERSON = ("SSH_USER_AUTH", "REMOTE_USER")
"""The variables that say who pushes; those who push over SSH or HTTP cannot set them."""
_FILE = "bcbsite-pushes.jsonl"
_MOST = 1_000_000
"""Bytes of the file that are read, from its end; and of the files that sshd writes."""


@dataclass(frozen=True, slots=True)
class Push:
    """A push to the published branch that was accepted."""

    commit: str
    by: str | None
    """The words beside the key in authorized_keys, its fingerprint, or a name; absent where nobody says."""
    at: str
    """The moment, as ISO 8601 has it, in UTC."""


def note_push(settings: Settings, commit: str) -> None:
    """Note that *commit* was pushed, by whoever the environment names, at this moment."""
    push = Push(commit, pusher(os.environ), datetime.now(UTC).replace(microsecond=0).isoformat())
    with (settings.repository.folder / _FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(push)) + "\n")


def pushes(settings: Settings) -> dict[str, Push]:
    """The last pushes by their commits; what cannot be read is passed over."""
    path = settings.repository.folder / _FILE
    if not path.is_file():
        return {}
    return {push.commit: push for push in _read(_end_of(path))}


def _end_of(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _MOST))
        return file.read()


def _read(data: bytes) -> Iterator[Push]:
    for line in data.splitlines():
        try:
            yield Push(**json.loads(line))
        except (ValueError, TypeError):
            continue


def pusher(environment: Mapping[str, str]) -> str | None:
    """Who pushes, by *environment*; None where nothing there says it."""
    if name := environment.get("REMOTE_USER"):
        return name
    for line in _lines(Path(environment.get("SSH_USER_AUTH") or os.devnull)):
        method, _, rest = line.partition(" ")  # “publickey ssh-ed25519 AAAA…”
        if method == "publickey" and len(words := rest.split()) > 1:
            return _beside(words[1]) or _fingerprint(words[1])
    return None


def _beside(key: str) -> str | None:
    """What stands after *key* in the authorized_keys of this account."""
    for line in _lines(Path(pwd.getpwuid(os.getuid()).pw_dir, ".ssh", "authorized_keys")):
        _, found, comment = line.partition(f" {key}")
        if found and comment.strip():
            return comment.strip()
    return None


def _fingerprint(key: str) -> str | None:
    """As ssh-keygen prints it: `SHA256:…`."""
    try:
        digest = sha256(b64decode(key, validate=True)).digest()
    except NotBase64Error:
        return None
    return f"SHA256:{b64encode(digest).decode().rstrip('=')}"


def _lines(path: Path) -> list[str]:
    try:
        return _end_of(path).decode("utf-8", "replace").splitlines()
    except OSError:
        return []
