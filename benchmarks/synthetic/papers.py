"""The bodies of papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from .days import financial_year, months_away
from .prose import Prose
from .records import Item, Meeting
from .tables import finance_table, performance_table

_SECTIONS = (
    "Current Position",
    "Demand and Capacity",
    "Partnership Working",
    "Governance and Assurance",
    "Workforce and Training",
    "Communications and Engagement",
    "Delivery Against the Plan",
    "Benefits and Evaluation",
    "Risks and Mitigation",
    "Equality and Human Rights",
    "Learning From Elsewhere",
    "Next Steps",
)

_SHORTEST, _LONGEST = 1800, 6500
"""Between how many characters the middle of a paper is, before its last sections."""


def paper_name(item: Item) -> str:
    """The file's name without its ending: the item's label and the title's first words."""
    major, _, minor = item.label.partition(".")
    words = re.findall(r"[a-z0-9]+", item.title.lower().replace("’", ""))
    return "-".join([major.zfill(2), *([minor] if minor else []), *words[:6]])


def paper_body(meeting: Meeting, item: Item) -> str:
    """Purpose, recommendation, background, as many sections as the length wants, money and the end."""
    return "\n\n".join(_Paper(meeting, item).blocks()) + "\n"


class _Paper:
    """Writes one paper."""

    def __init__(self, meeting: Meeting, item: Item) -> None:
        assert item.subject is not None
        self.day = meeting.day
        self.finance = item.subject.finance
        self.rng = Random(f"paper {meeting.index} {item.label}")
        self.prose = Prose(self.rng, meeting.day, item.subject.matters, {})
        self.section = 0
        self.lead = self.rng.choice(("", "", "", "- "))

    def blocks(self) -> Iterator[str]:
        """Everything, in order."""
        recommendation = self.prose.say("recommend")
        yield from self._short("Purpose", self.prose.say("purpose"))
        yield from self._short("Recommendation", recommendation)
        yield from self._numbered("Background", ("write",))
        yield from self._middle(self.rng.randint(_SHORTEST, _LONGEST))
        yield from self._numbered("Financial Implications", ("finances",))
        yield from self._short("Recommendation", recommendation)

    def _middle(self, wanted: int) -> Iterator[str]:
        """Sections until there is enough; the first has the figures."""
        written = 0
        titles = self.rng.sample(_SECTIONS, len(_SECTIONS))
        while written < wanted and titles:
            title = titles.pop()
            kind = self.rng.choice((self._numbered, self._numbered, self._listed, self._divided))
            blocks = self._figures(title) if self.section == 3 else kind(title, ("write",))
            for block in blocks:
                written += len(block)
                yield block

    def _heading(self, title: str) -> str:
        self.section += 1
        return f"## {self.section}. {title}"

    def _short(self, title: str, text: str) -> Iterator[str]:
        yield self._heading(title)
        yield f"{self.lead}{self.section}.1 {text}"

    def _numbered(self, title: str, kinds: tuple[str, ...]) -> Iterator[str]:
        yield self._heading(title)
        for number in range(1, self.rng.randint(3, 5)):
            yield f"{self.lead}{self.section}.{number} {self._text(kinds)}"

    def _listed(self, title: str, kinds: tuple[str, ...]) -> Iterator[str]:
        """A paragraph, a list under it, and a paragraph."""
        yield self._heading(title)
        yield f"{self.section}.1 {self._text(kinds)} {self.prose.say('lead_in')}"
        yield self.prose.bullets(self.rng.randint(3, 6))
        yield f"{self.section}.2 {self._text(kinds)}"

    def _divided(self, title: str, kinds: tuple[str, ...]) -> Iterator[str]:
        """Sub-headings with paragraphs that have no numbers."""
        yield self._heading(title)
        for number in range(1, self.rng.randint(3, 4)):
            yield f"### {self.section}.{number} {self.prose.say('heading')}"
            for _ in range(self.rng.randint(1, 2)):
                yield self._text(kinds)

    def _figures(self, title: str) -> Iterator[str]:
        """A table between two paragraphs in papers on money, and in some others."""
        yield self._heading(title)
        yield f"{self.section}.1 {self._text(('money',) if self.finance else ('write',))}"
        if self.finance:
            yield "**Table 1** – Budget monitoring by heading"
            yield finance_table(self.rng)
        elif self.rng.random() < 0.35:
            yield "**Table 1** – Volumes by financial year"
            yield performance_table(
                self.rng, financial_year(self.day), financial_year(months_away(self.day, -12))
            )
        yield f"{self.section}.2 {self._text(('write',))}"

    def _text(self, kinds: tuple[str, ...]) -> str:
        return self.prose.paragraph(kinds * self.rng.randint(2, 4))
