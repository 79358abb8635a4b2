"""Lists of ten years: what is routine is folded, and what is too much for a page has pages of its own."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from bcbsite.pages.action_groups import GroupView
from bcbsite.pages.action_log import RegisterView, action_log_pages
from bcbsite.pages.decisions import DecisionsOfYear, DecisionsView, decision_pages
from bcbsite.pages.home import HomeView, home_page
from bcbsite.pages.meetings import Held
from conftest import load_all

Content = Callable[[Mapping[str, str]], Path]


def minutes(day: date | str, body: str) -> dict[str, str]:
    return {f"meetings/{day}/minutes.md": f"---\ndate: {day}\nstatus: approved\n---\n\n{body}"}


@pytest.mark.parametrize(
    ("sentence", "is_routine"),
    [
        ("The minutes of 10 January 2022 were approved.", True),
        ("The Board agreed the minutes of the meeting of 10 January 2022 as a true record.", True),
        ("The Board deferred the approval of the minutes of 10 January 2022.", True),
        ("The Board deferred the report to its next meeting.", True),
        ("The Board approved the estates strategy.", False),
        ("The Board deferred the purchase of vans for £150,000.", False),
    ],
)
def test_what_is_routine(content: Content, sentence: str, is_routine: bool) -> None:
    files = minutes("2022-01-10", "## 1. Welcome\n\n1.1 All were welcome.\n")
    files |= minutes("2022-02-10", f"## 1. Minutes of 10 January 2022\n\n1.1 {sentence}\n")
    archive = load_all(content(files)).public
    assert archive
    assert [archive.is_routine(decision) for decision in archive.register] == [is_routine]


def test_a_long_register_shows_the_newest_year_and_leads_to_the_others(content: Content) -> None:
    body = "".join(f"## {n}. Plan\n\n{n}.1 The Board approved plan {n}.\n\n" for n in range(1, 46))
    days = (f"{year}-03-01" for year in (2018, 2019, 2021))
    archive = load_all(
        content({name: text for day in days for name, text in minutes(day, body).items()})
    ).public
    assert archive
    everything, *of_years = [
        page for page in decision_pages(archive) if page.address.startswith("decisions/")
    ]
    assert isinstance(everything.view, DecisionsView)
    assert [(year.year, year.is_shown, year.total) for year in everything.view.years] == [
        (2021, True, 45),
        (2019, True, 45),
        (2018, False, 45),
    ]
    views = {page.address: page.view for page in of_years if isinstance(page.view, DecisionsOfYear)}
    assert list(views) == [f"decisions/by-year/{year}/" for year in (2021, 2019, 2018)]
    on_pages = [decision.address for view in views.values() for decision in view.decisions]
    assert on_pages == [decision.address for decision in archive.register]


def test_a_long_log_shows_the_newest_group_and_leads_to_the_others(content: Content) -> None:
    first = date(2020, 1, 1)
    entries = "".join(
        f"  - {{id: a/{n}, raised: {first + timedelta(days=9 * n)}, action: Do thing {n}.}}\n"
        for n in range(201)
    )
    log = f"series: [{{id: a, title: Log, starts: 2020-01-01}}]\nactions:\n{entries}"
    archive = load_all(content({"actions.yaml": log})).public
    assert archive
    pages = {page.address: page.view for page in action_log_pages(archive)}
    years = pages["actions/by-year/"]
    assert isinstance(years, RegisterView)
    assert [group.title for group in years.shown] == ["Raised in 2024"]
    assert [group.address for group in years.others] == [
        f"actions/by-year/{year}/" for year in (2023, 2022, 2021, 2020)
    ]
    of_years = [pages[f"actions/by-year/{year}/"] for year in range(2020, 2025)]
    on_pages = [
        line.history.action.id for view in of_years if isinstance(view, GroupView) for line in view.lines
    ]
    assert on_pages == [f"a/{n}" for n in range(201)]
    statuses = pages["actions/by-status/"]
    assert isinstance(statuses, RegisterView)
    assert not statuses.shown, "the first status is no newer than the others"


@pytest.mark.parametrize(
    ("agendas", "following"),
    [
        ([], None),
        (["2026-10-31"], None),
        (["2026-11-01", "2026-12-01"], "2026-11-01"),
        (["2027-01-10"], "2027-01-10"),
    ],
)
def test_the_home_page_names_the_next_meeting(
    content: Content, agendas: list[str], following: str | None
) -> None:
    files = {f"meetings/{day}/agenda.md": f"---\ndate: {day}\n---\n\n## 1. Welcome\n" for day in agendas}
    files |= minutes("2022-02-10", "## 1. Welcome\n\n1.1 All were welcome.\n")
    archive = load_all(content(files)).public
    assert archive
    view = next(home_page(archive)).view
    assert isinstance(view, HomeView)
    assert (view.next and view.next.id) == following
    assert view.held == Held(minutes=1, meetings=1 + sum(day <= "2026-11-01" for day in agendas))
