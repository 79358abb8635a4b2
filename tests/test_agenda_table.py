"""Agendas that are tables or lists: the items, and what else each row or entry says."""

from pathlib import Path

import pytest

from bcbsite.model.blocks import Paragraph
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


LISTS = {
    "1. Apologies — Chair (5 minutes)\n2. Budget – Treasurer (for decision)\n3. Any other business": [
        *("1 Apologies", "- Report from: Chair", "- Time: 5 minutes"),
        *("2 Budget", "- Report from: Treasurer", "- Purpose: for decision", "3 Any other business"),
    ],
    "1. Boats (Treasurer, 10.05, Paper A)\n2. Stores\n\n   Paper B\n": [
        *(
            "1 Boats",
            "- Report from: Treasurer",
            "- Time: 10.05",
            "- Paper: Paper A",
            "2 Stores",
            "- Paper B",
        ),
    ],
    # What is behind the dash is none of these: it stays in the title.
    "1. Boats – the plan for 2023\n2. Stores (Verbal update)": ["1 Boats – the plan for 2023", "2 Stores"],
    "## Agenda\n\n- Apologies\n- Budget (20 mins)": ["Agenda", "Apologies", "Budget", "- Time: 20 mins"],
}


@pytest.mark.parametrize("text", LISTS)
def test_each_entry_of_an_agenda_that_is_a_list_is_an_item(text: str) -> None:
    assert read(text) == LISTS[text]


OTHER_LISTS = [
    "- Bring a pass\n- Park at the back",
    "3. Boats\n4. Stores",
    "1. Boats\n2. Stores\n\nOr:\n\n1. Vans\n2. Oars",
    "1. The Board is to meet in the hall by the river and to see the boats.\n2. Stores",
    "## 1. Boats\n\n1. Oars\n2. Sails",
]


@pytest.mark.parametrize("text", OTHER_LISTS)
def test_other_lists_are_none(text: str) -> None:
    assert "ListBlock" in read(text)


FACTS = {
    "Report from: Treasurer": ["report from: Treasurer"],
    "Presented by: Jo Bennett\nPurpose: For decision\nTime: 10.05\nPaper: 2a": [
        *("report from: Jo Bennett", "purpose: For decision", "time: 10.05", "paper: 2a"),
    ],
    "Lead: Chief Executive | Paper: 3 | For noting": [
        *("report from: Chief Executive", "paper: 3", "purpose: For noting"),
    ],
    "Chief Constable\n\nFor discussion\n\n20 minutes\n\nPaper BCB/22/04": [
        *(
            "report from: Chief Constable",
            "purpose: For discussion",
            "time: 20 minutes",
            "paper: Paper BCB/22/04",
        ),
    ],
    "10.05 to 10.20": ["time: 10.05 to 10.20"],
    # What also says something else is text, and what comes after text needs its word.
    "Treasurer\nThe Board is asked to note the figures.": [],
    "The figures are in the annex.\n\n20 minutes\n\nPaper: 4": ["paper: 4"],
    "For decision by the Board in May": [],
    "Paper boats": [],
    "3 bids": [],
}


@pytest.mark.parametrize("below", FACTS)
def test_facts_of_an_item_are_read_in_lines_of_their_own(below: str) -> None:
    text = f"---\ndate: 2022-02-10\n---\n\n## 1. Boats\n\n{below}\n\n## 2. Oars\n"
    agenda, problems = read_agenda(Source(Path("agenda.md"), "agenda.md", text))
    assert agenda
    assert not problems
    blocks = [block for passage in agenda.body.passages for block in passage.blocks]
    facts = [b for b in blocks if isinstance(b, Paragraph) and b.role]
    assert [f"{fact.role}: {fact.body.text}" for fact in facts] == FACTS[below]
    printed = " ".join(b.prose.text for b in blocks if isinstance(b, Paragraph))
    assert printed.split() == below.replace(" | ", " ").split()
