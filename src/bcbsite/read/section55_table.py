"""Findings and the answers to them in a table, where its columns are clear."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.model.blocks import Table
from bcbsite.model.prose import Prose
from bcbsite.model.section55 import FindingKind
from bcbsite.read import section55_words as words
from bcbsite.read.section55_offices import Offices
from bcbsite.text.fold import fold, folded

_KINDS = {kind.value: kind for kind in FindingKind} | words.SHORT
_KIND = "|".join(sorted((name.replace(" ", r"\s+") for name in _KINDS), key=len, reverse=True))
_NUMBER_HEAD = re.compile(r"(?:ref(?:erence)?|no|number|#)\.?", re.IGNORECASE)
_FINDING_HEAD = re.compile(
    rf"(?P<kind>{_KIND}|findings?)s?(?:\s*(?:/|and|or)\s*(?:{_KIND})s?)?", re.IGNORECASE
)
# “R1 Crews …”, “Recommendation 1: crews …”, “1. Crews …”
_NUMBERED = re.compile(
    rf"(?:(?P<kind>{_KIND})s?\s*)?(?P<number>\d{{1,6}})\b\s*(?:[.:)]|-(?=\s))?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RowOfTable:
    """A finding of a table."""

    kind: FindingKind
    number: int
    text: Prose
    """The inspectors' words."""
    labelled: tuple[tuple[str, Prose], ...]
    """The other cells that have words, each with what stands above its column."""


def findings_in(table: Table, offices: Offices) -> tuple[RowOfTable, ...]:
    """The findings of *table*; nothing where a column, or the number of a row, is not clear."""
    heads = [_seen(cell) for cell in table.head]
    of_finding = [n for n, head in enumerate(heads) if _FINDING_HEAD.fullmatch(head)]
    of_number = [n for n, head in enumerate(heads) if _NUMBER_HEAD.fullmatch(head)]
    others = [n for n in range(len(heads)) if n not in (*of_finding, *of_number)]
    answers = [n for n in others if offices.of_heading_of_finding(heads[n])]
    facts = [n for n in others if words.fact_of(f"{heads[n]}:")]
    if len(of_finding) != 1 or len(of_number) > 1 or not answers or len(answers) + len(facts) < len(others):
        return ()
    columns = _Columns(heads, of_finding[0], of_number, others)
    rows = [columns.read(row) for row in table.rows]
    found = [row for row in rows if row]
    distinct = {(row.kind, row.number) for row in found}
    return tuple(found) if len(found) == len(distinct) == len(rows) else ()


@dataclass(frozen=True, slots=True)
class _Columns:
    heads: Sequence[str]
    finding: int
    number: Sequence[int]
    others: Sequence[int]

    def read(self, row: Sequence[Prose]) -> RowOfTable | None:
        """The finding of *row*, or None where its kind or its number is not clear."""
        if len(row) != len(self.heads):
            return None
        text = row[self.finding]
        source = row[self.number[0]] if self.number else text
        seen = fold(source.text)
        match = _NUMBERED.fullmatch(seen.text) if self.number else _NUMBERED.match(seen.text)
        kind = self._kind(match) if match else None
        if match is None or kind is None:
            return None
        text = text if self.number else text.cut(seen.origin(0, match.end())[1])
        return RowOfTable(kind, int(match["number"]), text, tuple(self._labelled(row)))

    def _kind(self, match: re.Match[str]) -> FindingKind | None:
        """The kind that a row states, else that of the column."""
        head = _FINDING_HEAD.fullmatch(self.heads[self.finding])
        stated = match["kind"] or (head["kind"] if head and "/" not in head[0] else "")
        return _KINDS.get(" ".join(stated.lower().split()))

    def _labelled(self, row: Sequence[Prose]) -> Iterator[tuple[str, Prose]]:
        for n in self.others:
            if row[n].text.strip():
                yield self.heads[n], row[n]


def _seen(cell: Prose) -> str:
    return " ".join(folded(cell.text).split())
