"""What a mention names: of many records the one that its words fit, or the reason why there is none."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bcbsite.archive.mentions.candidate import Candidate, Form, Namesakes
from bcbsite.archive.mentions.source import Source
from bcbsite.archive.mentions.targets import Named, Resolver
from bcbsite.diagnostics import Span
from bcbsite.model.key import Key, RecordKind
from bcbsite.read.content import read_content
from conftest import write

RECORDS = {
    "board.yaml": "name: Board\narea: Westshire\n",
    "actions.yaml": """
series:
  - {id: "2019", title: Old, starts: 2019-01-01}
  - {id: "2021", title: New, starts: 2021-06-01}
actions:
  - {id: 2019/8, number: "8.0", raised: {meeting: 2019-07-31, item: "5.4"}, action: A., owners: []}
  - {id: 2019/10, number: "10.0", raised: {meeting: 2019-07-31, item: "9.1"}, action: B., owners: []}
  - {id: 2019/20, number: "20.0", raised: {meeting: 2019-08-31, item: "9"}, action: C., owners: []}
  - {id: 2019/21, number: "20.0", raised: {meeting: 2019-09-30, item: "9"}, action: D., owners: []}
  - {id: 2021/10, number: "10.0", raised: {meeting: 2021-12-02, item: "4"}, action: E., owners: [],
     events: [{meeting: 2020-03-03, update: F.}, {on: 2020-12-12, update: G.}]}
  - {id: 2021/11, number: "11.0", raised: {meeting: 2022-06-01}, action: H., owners: []}
  - {id: 2021/12, raised: {meeting: 2021-12-02, item: "5"}, action: I., owners: []}
""",
    "meetings/2022-02-10/minutes.md": "---\ndate: 2022-02-10\n---\n\n## 5.0 Budget\n\n5.1 Words.\n",
    "meetings/2022-02-10/papers/a.md": "---\ntitle: Vans and boats\n---\n",
    "meetings/2022-02-10/papers/b.md": "---\ntitle: Dogs\n---\n",
    "meetings/2021-12-02/papers/a.md": "---\ntitle: Vans and boats\n---\n",
    "meetings/2013-12-04/agenda.md": "---\ndate: 2013-12-04\n---\n",
    "meetings/2013-12-04-extraordinary/agenda.md": "---\ndate: 2013-12-04\n---\n",
    "meetings/2014-04-04/agenda.md": "---\ndate: 2014-04-04\n---\n",
    "section-55/old.md": "---\nreport: Old\npublished: 2019-04-02\nconsidered_at: [2020-04-04]\n"
    "progress: [{meeting: 2020-05-05, what: J.}]\n---\n",
    "section-55/unknown.md": "---\nreport: Unknown\n---\n",
}
CERTAIN = ("2014-04-04-extraordinary", "2015-05-05", "2015-05-05-b", "2016-06-06")
"""Meetings that texts name beyond doubt, and that are not held."""


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Resolver:
    content, problems = read_content(write(tmp_path_factory.mktemp("records"), RECORDS))
    assert content, problems
    return Resolver(content, CERTAIN)


def source(day: str | None = "2022-02-10", meeting: str | None = "2022-02-10") -> Source:
    """A text of a day, in a document of a meeting."""
    record = Key(RecordKind.MINUTES, meeting or "")
    return Source("", record, "", Span(""), date.fromisoformat(day) if day else None, meeting)


def written(named: Named) -> tuple[str | None, str]:
    """What is named, as a link names it, and why nothing is."""
    key, why = named
    return str(key) if key else None, why


def candidate(form: Form, number: str = "", **more: Any) -> Candidate:
    if "day" in more:
        more["day"] = date.fromisoformat(more["day"])
    return Candidate(0, 0, form, number, **more)


TWICE = "The board met twice on this day."
MEETINGS: list[tuple[str, bool, str | None, str]] = [
    ("2022-02-10", False, "meeting:2022-02-10", ""),
    ("2022-02-10", True, "meeting:2022-02-10", ""),  # the only one of the day
    ("2013-12-04", True, "meeting:2013-12-04-extraordinary", ""),
    ("2013-12-04", False, None, TWICE),
    ("2014-04-04", False, "meeting:2014-04-04", ""),  # of the other one nothing is held
    ("2014-04-04", True, "meeting:2014-04-04-extraordinary", ""),
    ("2015-05-05", False, None, TWICE),  # of neither anything is held
    ("2016-06-06", False, "meeting:2016-06-06", ""),
    ("2019-07-31", False, "meeting:2019-07-31", ""),  # an action was raised there
    ("2020-03-03", False, "meeting:2020-03-03", ""),  # an event was reported there
    ("2020-04-04", False, "meeting:2020-04-04", ""),  # a report was considered there
    ("2020-05-05", False, "meeting:2020-05-05", ""),  # progress was told there
    ("2020-12-12", False, None, ""),  # nothing says that the board met
]


@pytest.mark.parametrize(("day", "extraordinary", "target", "why"), MEETINGS)
def test_meetings(resolver: Resolver, day: str, extraordinary: bool, target: str | None, why: str) -> None:
    words = candidate(Form.MEETING, day=day, extraordinary=extraordinary)
    assert written(resolver.of_candidate(words, source())) == (target, why)


TWO = "2 actions have this number."
NOT_BY_THEN = "No action of this number was raised there by then."
# The number, what else the words say, the day of the text; then the action, or why none.
ACTIONS: list[tuple[str, dict[str, Any], str | None, str | None, str]] = [
    ("8.0", {}, "2022-02-10", "action:2019/8", ""),
    ("8", {}, "2022-02-10", "action:2019/8", ""),
    ("8.0.", {}, "2022-02-10", "action:2019/8", ""),
    ("80", {}, "2022-02-10", None, "The log has no action of this number."),
    ("12.0", {}, "2022-02-10", None, "The log has no action of this number."),
    ("8.0", {}, "2019-07-31", "action:2019/8", ""),  # on the day that it was raised
    ("8.0", {}, "2019-07-30", None, NOT_BY_THEN),
    ("8.0", {}, None, "action:2019/8", ""),
    ("11.0", {"day": "2022-06-01"}, "2022-02-10", "action:2021/11", ""),  # of a day that is named
    ("10.0", {}, "2022-02-10", "action:2021/10", ""),  # that of the series that was current
    ("10.0", {}, "2021-12-01", "action:2019/10", ""),  # before the other was raised
    ("10.0", {"certain": False}, "2022-02-10", None, TWO),
    ("10.0", {}, None, None, TWO),
    ("20.0", {}, "2022-02-10", None, TWO),  # both of a series that is over
    ("20.0", {}, "2019-09-29", "action:2019/20", ""),
    ("10.0", {"day": "2019-07-31"}, "2022-02-10", "action:2019/10", ""),
    ("10.0", {"day": "2019-08-31"}, "2022-02-10", None, NOT_BY_THEN),
    ("10.0", {"item": "9.0"}, "2022-02-10", "action:2019/10", ""),
    ("10.0", {"item": "9"}, "2022-02-10", "action:2019/10", ""),
    ("10.0", {"item": "9.1"}, "2022-02-10", "action:2019/10", ""),
    ("10.0", {"item": "9.10"}, "2022-02-10", None, NOT_BY_THEN),
    ("10.0", {"item": "4.0"}, "2022-02-10", "action:2021/10", ""),
    ("8.0", {"item": "54"}, "2022-02-10", None, NOT_BY_THEN),
    ("11.0", {"item": "3"}, "2022-06-01", "action:2021/11", ""),  # where it was raised is not said
    ("8.0", {"why_not": "Another body is named."}, "2022-02-10", None, "Another body is named."),
]


@pytest.mark.parametrize("case", ACTIONS)
def test_actions(resolver: Resolver, case: tuple[str, dict[str, Any], str | None, str | None, str]) -> None:
    number, words, day, target, why = case
    found = resolver.of_candidate(candidate(Form.ACTION, number, **words), source(day))
    assert written(found) == (target, why)


NOT_CLEAR = "It is not clear which action is meant."
# The number, what else the words say, the meeting of the text; then the place, or why none.
ITEMS: list[tuple[str, dict[str, Any], str | None, str | None, str]] = [
    ("5", {}, "2022-02-10", "meeting:2022-02-10#5", ""),
    ("5.1", {}, "2022-02-10", "meeting:2022-02-10#5.1", ""),
    ("9", {}, "2022-02-10", None, "The record of 2022-02-10 has no item 9."),
    ("9", {}, "2019-07-31", "meeting:2019-07-31#9", ""),  # nothing of it is held
    ("5", {}, None, None, "It is not said of which meeting."),
    ("5", {"day": "2022-02-10"}, None, "meeting:2022-02-10#5", ""),
    ("6", {"day": "2022-02-10"}, None, None, "The record of 2022-02-10 has no item 6."),
    ("5", {"day": "2013-12-04"}, "2022-02-10", None, TWICE),
    ("5", {"day": "2020-12-12"}, "2022-02-10", None, ""),
    ("9", {"action": "10.0"}, "2022-02-10", "meeting:2019-07-31#9", ""),
    ("4", {"action": "10.0"}, "2022-02-10", "meeting:2021-12-02#4", ""),
    ("7", {"action": "10.0"}, "2022-02-10", None, NOT_CLEAR),
    ("9", {"action": "20.0"}, "2022-02-10", None, NOT_CLEAR),
]


@pytest.mark.parametrize("case", ITEMS)
def test_agenda_items(
    resolver: Resolver, case: tuple[str, dict[str, Any], str | None, str | None, str]
) -> None:
    number, words, meeting, target, why = case
    found = resolver.of_candidate(candidate(Form.AGENDA_ITEM, number, **words), source(meeting=meeting))
    assert written(found) == (target, why)


def test_the_act_is_the_list_of_reports(resolver: Resolver) -> None:
    assert written(resolver.of_candidate(candidate(Form.ACT), source())) == ("section-55:", "")


A, B, EARLIER = "paper:2022-02-10/a", "paper:2022-02-10/b", "paper:2021-12-02/a"
LATER = "What has this name is of a later day."
# What has the title; the day and the meeting of the text; then what is meant, or why nothing.
TITLES: list[tuple[list[str], str | None, str | None, str | None, str]] = [
    ([A], "2022-02-10", "2022-02-10", A, ""),
    ([A], "2022-02-09", None, None, LATER),
    (["section-55:old"], "2019-04-02", None, "section-55:old", ""),
    (["section-55:old"], "2019-04-01", None, None, LATER),
    (["section-55:unknown"], "2000-01-01", None, "section-55:unknown", ""),
    ([A], None, None, A, ""),
    ([A, EARLIER], "2022-03-03", "2022-02-10", A, ""),
    ([EARLIER, A], "2022-03-03", "2022-02-10", A, ""),
    ([EARLIER, A], None, "2022-02-10", A, ""),  # of no known day
    ([A, EARLIER], "2022-02-09", None, EARLIER, ""),  # the other is of a later day
    ([A, EARLIER], "2022-03-03", "2022-03-03", None, "2 records have this name."),
    ([A, EARLIER], "2022-03-03", None, None, "2 records have this name."),
    ([A, B], "2022-03-03", "2022-02-10", None, "2 records have this name."),
    (["section-55:old", "section-55:unknown", A], "2022-03-03", "2022-02-10", A, ""),
    ([], "2022-03-03", None, None, LATER),
]


@pytest.mark.parametrize("case", TITLES)
def test_titles(resolver: Resolver, case: tuple[list[str], str | None, str | None, str | None, str]) -> None:
    targets, day, meeting, target, why = case
    keys = [key for target in targets if (key := Key.parse(target))]
    assert written(resolver.of_title(Namesakes(tuple(keys)), source(day, meeting))) == (target, why)


def test_a_number_is_whole(tmp_path: Path) -> None:
    """10 is not 1, and a number that was printed with two dots at its end is that number."""
    log = "actions:\n  - {id: 2019/1, number: '10.', raised: 2019-07-31, action: A., owners: []}\n"
    content, problems = read_content(write(tmp_path, {"actions.yaml": log}))
    assert content, problems
    resolver = Resolver(content, ())
    found = [written(resolver.of_candidate(candidate(Form.ACTION, n), source()))[0] for n in ("1.0", "10.0")]
    assert found == [None, "action:2019/1"]
