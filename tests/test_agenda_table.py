"""Agendas that are tables: the items, and what else each row says."""

from pathlib import Path

import pytest

from bcbsite.model.body import Item
from bcbsite.model.reading import Sought
from bcbsite.read.agenda import read_agenda
from bcbsite.source import Source


def read(table: str) -> list[str]:
    """The items and paragraphs of an agenda with *table*; `told` where that is told of."""
    text = f"---\ndate: 2022-02-10\n---\n\n{table}\n"
    agenda, _ = read_agenda(Source(Path("agenda.md"), "agenda.md", text))
    assert agenda
    told = [f"told {u.line - 4}: {u.cure}" for u in agenda.body.unread if u.sought is Sought.ITEM]
    words = [
        part.heading if isinstance(part, Item) else part.blocks[0].__class__.__name__
        for part in agenda.body.parts
    ]
    parts = zip(agenda.body.parts, words, strict=True)
    return [
        *(
            w if isinstance(part, Item) or w != "Paragraph" else f"- {part.blocks[0].prose.text}"
            for part, w in parts
        ),  # type: ignore[union-attr]
        *told,
    ]


def table(*rows: str) -> str:
    head, *rest = rows
    return "\n".join(
        ["| " + head + " |", "|" + "---|" * (head.count("|") + 1), *(f"| {row} |" for row in rest)]
    )


READ = {
    table(
        "No | Time | Item | Presenter | Paper",
        "1 | 10.00 | Welcome | Chair | Verbal",
        "2 | 10.05 | Stores | | A",
    ): [
        *("1 Welcome", "- Report from: Chair", "- Time: 10.00", "- Paper: Verbal"),
        *("2 Stores", "- Time: 10.05", "- Paper: A"),
    ],
    table(
        "Item | Subject | Lead | Purpose", "1. | Stores | JB | For decision", "2. | Boats | SO | To note"
    ): [
        *("1 Stores", "- Report from: JB", "- Purpose: For decision"),
        *("2 Boats", "- Report from: SO", "- Purpose: To note"),
    ],
    table("Agenda item | Led by", "Welcome | Chair", "Budget | Treasurer"): [
        *("Welcome", "- Report from: Chair", "Budget", "- Report from: Treasurer"),
    ],
    table("# | Business", "5.1 | Budget", "5.2 | Boats"): ["5.1 Budget", "5.2 Boats"],
    # A row with one cell is a heading, such as that of a part.
    table("No | Item", "1 | Stores", "Part 2 – private |", "2 | Staff"): [
        "1 Stores",
        "Part 2 – private",
        "2 Staff",
    ],
    # Columns that are not known keep their words.
    table("No | Item | Appendix", "1 | Stores | B", "2 | Boats |"): ["1 Stores", "- Appendix: B", "2 Boats"],
    # Tables that are no agenda stay tables.
    table("Item | Cost", "Boats | £5", "Oars | £1"): ["Table"],
    f"## 1. Boats\n\n{table('No | Item', '1 | Oars', '2 | Sails')}": ["1 Boats", "Table"],
    # What seems to be one is told of, with the lines to write.
    table("1 | Welcome | Chair", "2 | Stores | Treasurer", "3 | Boats | Clerk"): [
        "Table",
        "told 1: Write each item as a heading, with “Report from:” below it: “## 1. Welcome”, “## 2. Stores” and so on.",
    ],
    table("Ref | What", "1 | Welcome", "2 | Stores"): [
        "Table",
        "told 1: Write each item as a heading, with “Report from:” below it: “## 1. Welcome”, “## 2. Stores” and so on.",
    ],
}


@pytest.mark.parametrize(("text", "right"), READ.items())
def test_an_agenda_that_is_a_table(text: str, right: list[str]) -> None:
    assert read(text) == right
