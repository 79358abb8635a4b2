"""Which item of the minutes a paper was for: the links between them lead only where that is known."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bcbsite.archive.papers import papers_of_items
from conftest import load_all

DAY = "meetings/2022-02-10"


@pytest.mark.parametrize(
    ("agenda", "paper", "minutes", "item"),
    [
        # number and title of the agenda's item, of the paper, and of the minutes' item; the item it is for
        ("2. Budget", ("2", "Budget"), "2. Budget", "item-2"),
        ("2. Budget", ("2", "Budget"), "2.0 Budget", "item-2-0"),
        ("2. Budget", ("2", "Precept 2022/23"), "2. Budgets and reserves", "item-2"),
        (None, ("2", "Precept report"), "2. The precept", "item-2"),
        ("2. AOB", ("2", "Fees"), "2. AOB", "item-2"),
        # The minutes count otherwise than the agenda.
        ("2. Budget", ("2", "Budget"), "2. Apologies for absence", None),
        ("2. Budget", ("2", "Budget"), "3. Budget", None),
        (None, ("2", "Precept"), "2. Apologies for absence", None),
        (None, (None, "Precept"), "2. Precept", None),
    ],
)
def test_papers_of_items(
    agenda: str | None,
    paper: tuple[str | None, str],
    minutes: str,
    item: str | None,
    content: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    number, title = paper
    files: dict[str, str | bytes] = {
        f"{DAY}/minutes.md": f"---\ndate: 2022-02-10\nstatus: approved\n---\n\n## 1. Welcome\n\n## {minutes}\n\nThe Board noted it.\n",
        f"{DAY}/papers/a.md": f"---\ntitle: {title}\n{f'item: {number!r}' if number else ''}\n---\n\nText.\n",
    }
    if agenda:
        files[f"{DAY}/agenda.md"] = f"---\ndate: 2022-02-10\n---\n\n## 1. Welcome\n\n## {agenda}\n"
    archive = load_all(content(files)).public
    assert archive
    meeting = archive.meetings["2022-02-10"]
    assert meeting.minutes
    assert list(papers_of_items(meeting, meeting.minutes.body)) == ([item] if item else [])
