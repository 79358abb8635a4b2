"""An address that has moved."""

from dataclasses import dataclass

from bcbsite.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Redirect:
    """From an address that was published once to the one that holds now."""

    old: str
    """Below the site, without a slash in front: `minutes/2019.html`, `actions/2021/7/`."""
    new: str
    """The same, with an anchor perhaps."""
    at: Span
