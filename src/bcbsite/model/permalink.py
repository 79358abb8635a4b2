"""An address that was published, and that has to stay."""

from dataclasses import dataclass

from bcbsite.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Permalink:
    """A line of permalinks.txt."""

    address: str
    """Below the site, without a slash in front, and with the anchor of a place on its page."""
    fingerprint: str | None
    """Stands for the words that were published there; absent where they may change."""
    at: Span
