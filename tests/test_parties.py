"""The local policing body and the chief officer by their names on a day, and a body that has ended."""

from datetime import date
from pathlib import Path

import pytest

from bcbsite.archive.deadlines import ClockState, clock_of
from bcbsite.read.board import read_board
from bcbsite.source import Source
from test_joined import joined

BOARD = """name: Oversight Board
area: Westshire
local_policing_body:
  - {name: Westshire Police and Crime Commissioner, short: the Commissioner, to: 2021-05-09}
  - {name: Mayor of Westshire, short: the Mayor, from: 2021-05-10, to: 2026-03-31}
chief_officer:
  - {name: Chief Constable of Westshire}
"""


@pytest.mark.parametrize(
    ("day", "short"),
    [
        (date(2012, 11, 22), "the Commissioner"),
        (date(2021, 5, 9), "the Commissioner"),
        (date(2021, 5, 10), "the Mayor"),
        (date(2026, 4, 1), "the local policing body"),  # it has ended
        (None, "the Mayor"),
    ],
)
def test_the_body_is_called_as_on_the_day(day: date | None, short: str) -> None:
    board, told = read_board(Source(Path("board.yaml"), "board.yaml", BOARD))
    assert board
    assert not told
    assert board.body_on(day).short == short
    assert board.chief_on(day).short == "Chief Constable of Westshire"


def test_where_nothing_is_said_the_parties_have_the_terms_of_the_law() -> None:
    board, _ = read_board(Source(Path("board.yaml"), "board.yaml", "name: A\narea: B\n"))
    assert board
    day = date(2022, 1, 1)
    assert (board.body_on(day).short, board.chief_on(day).short, board.ended) == (
        "the local policing body",
        "the chief officer of police",
        None,
    )


def test_clocks_of_a_body_that_has_ended_stand_still_on_its_last_day(tmp_path: Path) -> None:
    report = "---\nreport: A\npublished: 2026-03-01\nresponse: {}\n---\n"
    archive = joined(tmp_path, {"board.yaml": BOARD, "section-55/a.md": report}, date(2026, 11, 1))
    assert archive.as_at == date(2026, 3, 31)
    clock = clock_of(archive.inspections[0], archive.as_at)
    assert (clock.state, clock.days) == (ClockState.DUE, 25)
    assert joined(tmp_path, {"board.yaml": BOARD}, date(2026, 3, 30)).as_at == date(2026, 3, 30)
