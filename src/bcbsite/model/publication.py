"""What a body must publish, and where it is."""

from dataclasses import dataclass
from enum import StrEnum

from bcbsite.diagnostics import Span


class PublishedKind(StrEnum):
    """What elected local policing bodies publish of inspections of their force, in a prominent place.

    SI 2011/3050, Schedule, paragraph 7B, which SI 2021/547 added: the most recent annual report on
    effectiveness, efficiency and legitimacy, and the most recent summary assessment of performance.
    """

    PEEL_REPORT = "peel report"
    PEEL_ASSESSMENT = "peel assessment"

    @property
    def words(self) -> str:
        """As in a sentence."""
        return self.value.replace("peel", "PEEL")


@dataclass(frozen=True, slots=True)
class Published:
    """An entry of the list of what must be published."""

    what: str
    where: str | None
    """An address on the web, or what a link to a record or a page here names."""
    heading: str | None
    """What it stands under: a class of the body's publication scheme."""
    required_by: str | None
    """What asks for it, as written: an Act, an order, the scheme."""
    note: str | None
    """How else to get it, what it costs, how often it is renewed."""
    kind: PublishedKind | None
    prominent: bool
    """Whether the home page leads to it, too."""
    at: Span
    where_at: Span
    """The place of `where`, or of the entry where that is absent."""
