"""The page that says what is due, not held, withheld or corrected."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bcbsite.host.resources import THEME
from bcbsite.pages.due import SHOWN, DueView, due_pages
from bcbsite.pages.render import Renderer
from conftest import load_all

Content = Callable[[Mapping[str, str]], Path]

LOG = """series: [{id: a, title: Log, starts: 2022-01-01}]
actions:
  - {id: a/1, raised: 2022-01-10, title: Vans, action: Buy vans., target: 2022-02-01}
  - {id: a/2, raised: 2022-01-10, title: Boats, action: Buy boats., target: the May Board}
  - id: a/3
    raised: 2022-01-10
    title: Bikes
    action: Buy bikes.
    target: 2022-02-01
    events: [{meeting: 2022-02-10, update: Bought., status: complete}]
"""


def minutes(
    day: str, status: str, body: str = "## 1. Welcome\n\n1.1 All were welcome.\n", more: str = ""
) -> dict[str, str]:
    return {
        f"meetings/{day}/minutes.md": f"---\ndate: {day}\n{f'status: {status}' if status else ''}\n{more}---\n\n{body}"
    }


def view_of(folder: Path) -> DueView:
    archive = load_all(folder).public
    assert archive
    view = next(due_pages(archive)).view
    assert isinstance(view, DueView)
    return view


def test_actions_past_their_target_and_without_a_later_mention(content: Content) -> None:
    view = view_of(content({"actions.yaml": LOG, **minutes("2022-01-10", "approved")}))
    assert [line.title for line in view.past.shown] == ["Vans"], "Boats has no day, and Bikes has ended"
    assert [line.title for line in view.silent.shown] == ["Vans", "Boats"]


@pytest.mark.parametrize(
    ("files", "not_approved"),
    [
        (minutes("2022-01-10", "approved"), []),
        (minutes("2022-01-10", "draft"), ["2022-01-10"]),
        (minutes("2022-01-10", ""), ["2022-01-10"]),
        (
            minutes("2022-01-10", "draft")
            | minutes(
                "2022-02-10",
                "approved",
                "## 1. Minutes\n\n1.1 The minutes of the meeting of 10 January 2022 were approved.\n",
            ),
            [],
        ),
    ],
)
def test_minutes_that_are_not_approved(
    content: Content, files: dict[str, str], not_approved: list[str]
) -> None:
    view = view_of(content({"board.yaml": "name: The Board\narea: Kent\ndrafts: yes\n", **files}))
    assert [meeting.id for meeting in view.not_approved] == not_approved


def test_minutes_that_are_not_held(content: Content) -> None:
    files = minutes("2022-02-10", "approved", "## 1. Past\n\n1.1 See [the meeting](meeting:2022-01-10).\n")
    files |= {"meetings/2027-01-01/agenda.md": "---\ndate: 2027-01-01\n---\n\n## 1. Welcome\n"}
    view = view_of(content(files))
    assert [line.id for line in view.not_held] == ["2022-01-10"], "the one of 2027 is to come"
    assert (view.minutes, view.meetings) == (1, 2)


def test_what_is_withheld_has_its_reason_and_nothing_more(content: Content) -> None:
    withhold = "withhold:\n  - {at: '2', reason: It names a witness.}\n"
    body = "## 1. Welcome\n\n1.1 All were welcome.\n\n## 2. Case\n\n2.1 The witness was Quillon.\n"
    paper = "---\ntitle: Tender\npublish: withheld\nreason: A tender is open.\n---\n\n1.1 Quillon bids.\n"
    files = minutes("2022-02-10", "approved", body, withhold) | {"meetings/2022-02-10/papers/t.md": paper}
    folder = content(files)
    view = view_of(folder)
    assert [one.reason for one in view.withheld] == ["It names a witness.", "A tender is open."]
    archive = load_all(folder).public
    assert archive
    shown = Renderer(archive, [THEME]).render(next(due_pages(archive)))
    assert "A tender is open." in shown
    assert "Quillon" not in shown


def test_each_part_says_something_where_there_is_nothing(content: Content) -> None:
    archive = load_all(content({})).public
    assert archive
    shown = Renderer(archive, [THEME]).render(next(due_pages(archive)))
    parts = re.split("<h2", shown)[1:]
    assert len(parts) == 7
    assert all(re.search(r"<p[^>]*>[A-Z][^<]+\.", part) for part in parts)
    assert "overdue" not in shown


def test_many_actions_have_a_page_of_their_own(content: Content) -> None:
    entries = "".join(f"  - {{id: a/{n}, raised: 2022-01-10, action: Do {n}.}}\n" for n in range(SHOWN + 1))
    log = f"series: [{{id: a, title: Log, starts: 2022-01-01}}]\nactions:\n{entries}"
    archive = load_all(content({"actions.yaml": log})).public
    assert archive
    assert [page.address for page in due_pages(archive)] == ["due/", "due/no-later-mention/"]
