"""An ordinary page, which is no record."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block
from bcbsite.model.document import Status, Waiver


@dataclass(frozen=True, slots=True)
class OrdinaryPage:
    """A page of `pages/` that is no record: the welcome, what the board is …"""

    at: Span
    spans: Mapping[str, Span]
    """Where the value of each key stands."""
    waive: tuple[Waiver, ...]
    file: str
    """Where it lies below `pages/`: `about/index.md`."""
    address: str
    """Its address below the site, without a slash in front: `about/`, and nothing for the home page."""
    title: str
    status: Status
    publish_at: dt.datetime | None
    """The instant before which nothing of it is public."""
    blocks: tuple[Block, ...]
    """Its text, without the heading that is its title."""
