"""That an address was erased, since it has somebody's name: kept without the address itself."""

import re
from collections.abc import Container
from dataclasses import dataclass
from hashlib import sha256

from bcbsite.diagnostics import Span

_FOLDER = re.compile(r"[^/]*/")


def digest_of(address: str) -> str:
    """What stands for *address* in erased.txt: its SHA-256, of which nobody can read the address."""
    return sha256(address.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Erasure:
    """A line of erased.txt."""

    digest: str
    """That of the address, below the site, with the anchor of a place on its page."""
    at: Span


def erased_by(address: str, digests: Container[str]) -> str | None:
    """The one of *digests* by which *address* is erased: its own, its page's, or that of a folder above."""
    page = address.partition("#")[0]
    folders = (page[: match.end()] for match in reversed(list(_FOLDER.finditer(page))))
    return next((d for d in map(digest_of, (address, page, *folders)) if d in digests), None)
