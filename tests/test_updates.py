"""Updates in minutes: of which action they are, the status that they state, and what the log has of the same."""

from pathlib import Path

import pytest

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.updates import status_in
from bcbsite.model.blocks import plain_text
from bcbsite.pipeline import load
from conftest import NOW, write

LOG = """
actions:
  - id: 2022/7
    number: "7.0"
    raised: {meeting: 2022-02-10, item: "2.1"}
    action: Treasurer to ask for the price of oars.
    owners: []
    events: [EVENTS]
  - id: 2022/8
    number: "8.0"
    raised: {meeting: 2022-02-10, item: "2.1"}
    action: Treasurer to count the boats.
    owners: []
"""
RAISED = "---\ndate: 2022-02-10\n---\n\n## 2. Boats\n\n2.1 Old.\n\nAction 7.0: Treasurer to ask for the price of oars.\n\nAction 8.0: Treasurer to count the boats.\n"


def seven(folder: Path, body: str, events: str = "", front: str = "") -> ActionHistory:
    """The history of action 7.0, where a later meeting's minutes have *body*."""
    files = {
        "actions.yaml": LOG.replace("EVENTS", events),
        "meetings/2022-02-10/minutes.md": RAISED,
        "meetings/2022-03-10/minutes.md": f"---\ndate: 2022-03-10\n{front}---\n\n## 4. Action log\n\n4.1 The log was read.\n\n{body}\n",
    }
    public = load(write(folder, files), NOW).public
    assert public
    return public.actions[0]


UPDATE = "Update: The price is £40."
NAMES = {
    "by its number above": f"Action no. 7.0 was looked at.\n\n{UPDATE}",
    "by its number in the update": "Update: Of action 7.0 the price is £40.",
    "by its words": f"Action, 10 February 2022 – Treasurer to ask for the price of oars.\n\n{UPDATE}",
    "by its words alone": f"Treasurer to ask for the price of oars\n\n{UPDATE}",
    "by a link": f"[This one](action:2022/7) was looked at.\n\n{UPDATE}",
    "in an entry of a list": f"- Action no. 7.0 was looked at.\n\n  **{UPDATE.replace(':', ':**')}",
    "the second of two": f"Action no. 7.0 was looked at.\n\nUpdate: A letter went out.\n\n{UPDATE}",
}


@pytest.mark.parametrize("case", NAMES)
def test_an_update_is_an_event_of_the_action_that_it_names(tmp_path: Path, case: str) -> None:
    history = seven(tmp_path, NAMES[case])
    assert "£40" in plain_text(history.events[-1].event.update)
    assert str(history.events[-1].day) == "2022-03-10"
    assert history.events[-1].label == "4.1"
    assert (history.events[-1].address or "").startswith("meetings/2022-03-10/minutes/#p4-1")
    assert not history.is_silent


NOTHING = {
    "no action": UPDATE,
    "one that is not in the log": f"Action no. 9.0 was looked at.\n\n{UPDATE}",
    "one of two": f"Actions 7.0 and 8.0 were looked at.\n\n{UPDATE}",
    "one of another day": f"Action, 3 May 2021 – Treasurer to ask for the price of oars.\n\n{UPDATE}",
}


@pytest.mark.parametrize("case", NOTHING)
def test_of_an_update_whose_action_is_not_clear_nothing_is_denied(tmp_path: Path, case: str) -> None:
    history = seven(tmp_path, NOTHING[case])
    assert history.events == ()
    assert history.later_unclear == ("2022-03-10",)


def test_what_the_log_has_of_the_same_meeting_is_one_event(tmp_path: Path) -> None:
    history = seven(
        tmp_path,
        f"Action no. 7.0 was looked at.\n\n{UPDATE} Complete.",
        "{meeting: 2022-03-10, update: Asked., status: ongoing}",
    )
    [dated] = history.events
    assert (plain_text(dated.event.update), dated.event.status) == ("Asked.", "ongoing")
    assert (dated.address or "").startswith("meetings/2022-03-10/minutes/#p4-1")


def test_updates_of_minutes_that_are_not_public_are_no_events(tmp_path: Path) -> None:
    history = seven(tmp_path, f"Action no. 7.0 was looked at.\n\n{UPDATE}", front="status: draft\n")
    assert history.events == ()


def test_what_is_still_to_be_written_is_no_event(tmp_path: Path) -> None:
    history = seven(
        tmp_path, "Action no. 7.0, 10 February 2022 – Treasurer to ask for the price of oars.\n\nUpdate: …"
    )
    assert (history.events, history.later_unclear) == ((), ())


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A letter went out. Complete.", "complete"),
        ("The price is £40. This action is closed.", "complete"),
        ("Discharged", "complete"),
        ("This action has been completed.", "complete"),
        ("Work goes on; ongoing", "ongoing"),
        ("Carried forward.", "ongoing"),
        ("The action remains open.", "open"),
        ("Superseded.", "superseded"),
        ("No longer required.", "withdrawn"),
        ("The closed road is open.", None),
        ("It will be complete in May.", None),
        ("Not complete.", None),
        ("The office is closed.", None),
        ("Complete. Ongoing.", None),
        ("", None),
    ],
)
def test_a_status_is_a_sentence_of_its_own(text: str, status: str | None) -> None:
    assert status_in(text) == status
