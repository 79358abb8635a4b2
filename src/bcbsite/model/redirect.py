"""An address that has moved, or is gone."""

from dataclasses import dataclass

from bcbsite.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Gone:
    """That nothing is published in the place of an address any more."""

    why: str
    """The reason, and since when, in a sentence for readers."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """What became of an address that was published once."""

    old: str
    """Below the site, without a slash in front: `minutes/2019.html`, `actions/2021/7/`.

    With an anchor, only that place has moved or gone, and its page is still there.
    """
    new: str | Gone
    """The address that holds now, with an anchor perhaps; or why there is none."""
    at: Span

    @property
    def page(self) -> str:
        """The old address without its anchor."""
        return self.old.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The old anchor; nothing where a whole page has moved or gone."""
        return self.old.partition("#")[2]

    @property
    def gone(self) -> str | None:
        """Why there is no new address, where there is none."""
        return self.new.why if isinstance(self.new, Gone) else None
