"""What is found: a passage with an address, and what a result shows of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph with its list, a loose paragraph, an action, a finding, a decision or a page."""

    address: str
    """Below the site, with the anchor."""
    kind: str
    """`Minutes`, `Agenda`, `Paper`, `Action`, `Inspection`, `Decision`, `Meeting`, `Page`, `Person`, `Post`,
    `Organisation` or `Topic`."""
    title: str
    """Of the record."""
    heading: str
    """Of the item; of an action its statuses, where they are known, so that they are found."""
    label: str
    text: str
    day: date | None
    statuses: tuple[str, ...] = ()
    """Of an action its status, and whether its target has passed; of minutes `draft`, where they are."""
    owners: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """The titles of its topics."""
    names: tuple[str, ...] = ()
    """Exact references that lead to it: `2022-02-10`, `41.0`, `cpcc-2022-003`, `5.14@2022-02`."""
    only_named: bool = False
    """Whether it is found by these alone, and not by its words."""
    about: str = ""
    """What is shown of it where it has no text; it is not found by this."""
