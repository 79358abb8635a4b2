"""That an address was erased, since it has somebody's name: kept without the address itself."""

from dataclasses import dataclass
from hashlib import sha256

from bcbsite.diagnostics import Span


def digest_of(address: str) -> str:
    """What stands for *address* in erased.txt: its SHA-256, of which nobody can read the address."""
    return sha256(address.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Erasure:
    """A line of erased.txt."""

    digest: str
    """That of the address, below the site, with the anchor of a place on its page."""
    at: Span


def is_erased(address: str, digests: frozenset[str]) -> bool:
    """Whether *address*, or the whole page that it is a place on, is among the erased."""
    return not digests.isdisjoint({digest_of(address), digest_of(address.partition("#")[0])})
