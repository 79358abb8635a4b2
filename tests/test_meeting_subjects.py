"""What a meeting was about, in a line."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bcbsite.pages.meeting_subjects import subjects_of_meetings
from conftest import load_all

Content = Callable[[Mapping[str, str]], Path]
BOARD = "name: The Board\narea: Kent\ntopics: [{id: money, title: Budget, terms: [precept]}]\n"
WELCOME = "## 1. Welcome\n\n1.1 All were welcome.\n\n"


def item(n: int, title: str, words: str = "The Board approved the plan.") -> str:
    return f"## {n}. {title}\n\n{n}.1 {words}\n\n"


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ("", ""),
        (item(2, "The precept for 2022/23"), "Budget; 1 decision"),
        (item(2, "Vans") + item(3, "Boats", "The Board noted the report."), "Vans; 1 decision"),
        (
            item(2, "Vans") + item(3, "Boats") + item(4, "Bikes") + item(5, "Carts") + item(6, "Precept"),
            "Vans, Boats, Bikes and 2 more; 5 decisions",
        ),
        (item(2, "Minutes", "The Board deferred the report to its next meeting."), ""),
    ],
)
def test_what_a_meeting_was_about(content: Content, body: str, about: str) -> None:
    text = f"---\ndate: 2022-02-10\nstatus: approved\n---\n\n{WELCOME}{body}"
    archive = load_all(content({"board.yaml": BOARD, "meetings/2022-02-10/minutes.md": text})).public
    assert archive
    assert subjects_of_meetings(archive) == {"2022-02-10": about}
