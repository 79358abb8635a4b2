"""Updates in minutes: of which action they are, the status that they state, and what the log has of the same."""

from datetime import date
from pathlib import Path

import pytest

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.standing import status_in
from bcbsite.model.blocks import plain_text
from bcbsite.pipeline import load
from conftest import NOW, build, write

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
QUOTE = "Action, 10 February 2022 – Treasurer to ask for the price of oars."
NAMES = {
    "by its number above": f"Action no. 7.0 was looked at.\n\n{UPDATE}",
    "by its number in the update": "Update: Of action 7.0 the price is £40.",
    "by its words": f"Action, 10 February 2022 – Treasurer to ask for the price of oars.\n\n{UPDATE}",
    "by its words alone": f"Treasurer to ask for the price of oars\n\n{UPDATE}",
    "by a link": f"[This one](action:2022/7) was looked at.\n\n{UPDATE}",
    "in an entry of a list": f"- Action no. 7.0 was looked at.\n\n  **{UPDATE.replace(':', ':**')}",
    "with its words below the label": "Action no. 7.0 was looked at.\n\nUpdate:\n\nThe price is £40.",
    "the second of two": f"Action no. 7.0 was looked at.\n\nUpdate: A letter went out.\n\n{UPDATE}",
}


NAMES |= {
    "behind its number, in quotation marks": f"Action 7.0: “Treasurer to ask for the price of oars.”\n\n{UPDATE}",
    "as a limb": f"(a) Treasurer to ask for the price of oars.\n\n{UPDATE}",
    "in a table with its keys in the first column": "| Action | 7.0 |\n|---|---|\n| Update | The price is £40. |",
}


@pytest.mark.parametrize("case", NAMES)
def test_an_update_is_an_event_of_the_action_that_it_names(tmp_path: Path, case: str) -> None:
    history = seven(tmp_path, NAMES[case])
    assert "£40" in plain_text(history.events[-1].event.update)
    assert str(history.events[-1].day) == "2022-03-10"
    assert history.events[-1].label == "4.1"
    assert (history.events[-1].address or "").startswith("meetings/2022-03-10/minutes/#p4-1")
    assert not history.is_silent


# Below an item that has no numbered paragraph, so the place of the update has no label.
WITHOUT_A_LABEL = [
    "- Action 7.0\n\n  Update: Complete.",
    "- Action 7.0\n  Update: Complete.",
    "Action 7.0\n\nUpdate: Complete.",
    "Treasurer to ask for the price of oars. Complete.",
    "**Action 7.0**\n\n**Update:** Complete.",
]


@pytest.mark.parametrize("body", WITHOUT_A_LABEL)
def test_an_update_below_no_number_is_on_the_page_of_its_action(tmp_path: Path, body: str) -> None:
    files = {
        "actions.yaml": LOG.replace("EVENTS", ""),
        "meetings/2022-02-10/minutes.md": RAISED,
        "meetings/2022-03-10/minutes.md": f"---\ndate: 2022-03-10\n---\n\n## 4. Action log\n\n{body}\n",
    }
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    page = (site / "actions/2022/7/index.html").read_text("utf-8")
    assert 'Reported at the <a href="../../../meetings/2022-03-10/">' in page


MORE = {
    "by its id": "Action 2022/7 was looked at.\n\nUpdate: £40.",
    "by the heading": "### Action 7.0\n\n4.1 It was looked at.\n\nUpdate: £40.",
    "by the heading's words": "### Treasurer to ask for the price of oars\n\n4.1 It was looked at.\n\nUpdate: £40.",
    "below other words of the same entry": f"- {QUOTE}\n\n  The Treasurer spoke.\n\n  Update: £40.",
    "below other paragraphs": f"{QUOTE}\n\nOwner: Treasurer\n\nUpdate: £40.",
    "behind its words": f"{QUOTE} The price is £40.",
    "behind its words and the label": f"{QUOTE} Update: £40.",
    "on the next line": f"{QUOTE}\nUpdate: £40.",
    "under another label": f"{QUOTE}\n\nProgress: £40.",
    "in a quotation": "> Treasurer to ask for the price of oars.\n\nUpdate: £40.",
    "with a dash": f"{QUOTE}\n\nUpdate – £40.",
    "in small letters": f"{QUOTE}\n\nupdate: £40.",
    "of several": f"{QUOTE}\n\nUpdates: £40.",
    "with a day": f"{QUOTE}\n\nUpdate (10 March 2022): £40.",
    "with a day and no brackets": f"{QUOTE}\n\nProgress update 10 March 2022: £40.",
    "in bold, with no colon": f"{QUOTE}\n\n**Update** £40.",
    "spaces that nobody sees": QUOTE.replace(" of ", " of\u00a0") + "\n\nUpdate\u200b:\u00a0£40.",
    "in a table, by its words": "| Action | Update |\n|---|---|\n| Treasurer to ask for the price of oars. | £40. |",
    "in a table, by its number": "| No. | Action | Update |\n|---|---|---|\n| 7.0 | Oars | £40. |",
}


@pytest.mark.parametrize("case", MORE)
def test_an_update_is_known_however_minutes_write_it(tmp_path: Path, case: str) -> None:
    history = seven(tmp_path, MORE[case])
    [dated] = history.events
    assert "£40" in plain_text(dated.event.update)
    assert (history.later_unclear, dated.anchor) == ((), "event-2022-03-10")


STANDS = {
    "below": f"- {QUOTE}\n\n  Discharged.",
    "behind": f"{QUOTE} This action is closed.",
    "behind the number": "4.2 Action 7.0 – Discharged.",
    "in a table": "| Action | Status |\n|---|---|\n| Treasurer to ask for the price of oars. | Closed |",
}


@pytest.mark.parametrize("case", STANDS)
def test_how_an_action_stands_can_be_all_that_is_reported(tmp_path: Path, case: str) -> None:
    [dated] = seven(tmp_path, STANDS[case]).events
    assert dated.event.status == "complete"


def test_minutes_that_have_the_words_of_an_action_name_it(tmp_path: Path) -> None:
    history = seven(tmp_path, "- Treasurer to ask for the price of oars.\n")
    assert history.events == ()
    [mention] = history.mentions
    source = mention.source
    assert (str(mention.target), mention.printed) == ("action:2022/7", "")
    assert (str(source.record), source.address) == (
        "minutes:2022-03-10",
        "meetings/2022-03-10/minutes/#p4-1-n1",
    )
    assert (source.day, source.meeting, source.label) == (date(2022, 3, 10), "2022-03-10", "4.1")
    assert (Path(source.at.path).name, source.at.line) == ("minutes.md", 9)
    assert not history.is_silent


def test_the_words_of_an_action_raised_again_are_no_report_of_it(tmp_path: Path) -> None:
    assert seven(tmp_path, "Action: Treasurer to ask for the price of oars.").events == ()


def test_what_may_have_been_reported_since_is_not_overdue(tmp_path: Path) -> None:
    earlier = "{on: 2022-02-20, update: Asked., status: ongoing, target: 2022-03-01}"
    clear = seven(tmp_path / "a", "Nothing.", earlier)
    assert (clear.is_stale, clear.is_overdue(date(2022, 6, 1))) == (True, False)
    unclear = seven(tmp_path / "b", UPDATE, earlier)
    assert unclear.later_unclear == ("2022-03-10",)
    assert not unclear.is_overdue(date(2022, 6, 1))
    later = seven(tmp_path / "c", UPDATE, earlier.replace("2022-02-20", "2022-04-20"))
    assert later.is_overdue(date(2022, 6, 1))


def test_a_waived_update_is_no_doubt(tmp_path: Path) -> None:
    front = 'waive: [{rule: unread-update, at: "4.1", why: Of another board.}]\n'
    history = seven(tmp_path, "4.2 Nothing more.", front=front)
    assert history.later_unclear == ()
    body = "Update: Of another board."
    assert seven(tmp_path / "b", body).later_unclear == ("2022-03-10",)
    front = front.replace('at: "4.1", ', "")
    assert seven(tmp_path / "c", body, front=front).later_unclear == ()


NOTHING = {
    "below an entry of another action": f"{QUOTE}\n\nAction, 3 May 2021 – Clerk to write.\n\n{UPDATE}",
    "in a later entry of the list": f"- {QUOTE}\n\n  Noted.\n\n- Something else.\n\n  {UPDATE}",
    "below a list of several": f"- {QUOTE}\n- Treasurer to count the boats.\n\n{UPDATE}",
    "below what only speaks of it": f"Of action 7.0 nothing was said.\n\nThe boats were looked at.\n\n{UPDATE}",
    "in a row of a table": "| Action | Update |\n|---|---|\n| Clerk to write. | Done. |",
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


# Words that name the action and say how it stands, in forms that are not read.
UNREAD = [
    "The Board agreed that Action 7.0 be closed.",
    "Actions 7.0 and 8.0 were complete.",
    "Update on action 7.0: Complete.",
    "4.4 2022/7: complete.",
    "## Actions closed\n\n- Action 7.0",
    "| No | Comment |\n|---|---|\n| 7.0 | Complete |",
    "| Action | RAG |\n|---|---|\n| Treasurer to ask for the price of oars. | Blue: complete |",
]


@pytest.mark.parametrize("body", UNREAD)
def test_how_a_named_action_stands_is_read_or_told_of(tmp_path: Path, body: str) -> None:
    history = seven(tmp_path, body)
    assert history.later_unclear == ("2022-03-10",) or history.events[-1].event.status == "complete"


@pytest.mark.parametrize(
    "body", ["Action 7.0 will be complete in May.", "Action 7.0 is not complete.", "Is Action 7.0 closed?"]
)
def test_what_is_to_come_is_no_status(tmp_path: Path, body: str) -> None:
    history = seven(tmp_path, body)
    assert (history.events, history.later_unclear) == ((), ())


@pytest.mark.parametrize(
    "words",
    [
        "“Treasurer to ask for the price of oars.” Complete.",
        "‘Treasurer to ask for the price of oars’ – complete.",
        "Treasurer to ask for the price of oars: complete.",
        "Action 7.0: “Treasurer to ask for the price of oars.” Complete.",
        "2022/7: Treasurer to ask for the price of oars; complete.",
    ],
)
def test_its_words_name_an_action_however_they_end(tmp_path: Path, words: str) -> None:
    history = seven(tmp_path, words)
    assert not history.is_silent
    assert str(history.events[-1].event.status) == "complete"


def test_a_row_of_a_table_is_told_at_its_own_line(tmp_path: Path) -> None:
    table = "| Action | Update |\n|---|---|\n| Clerk to write. | Done. |\n| Clerk to ring. | Done. |"
    files = {
        "actions.yaml": LOG.replace("EVENTS", ""),
        "meetings/2022-02-10/minutes.md": RAISED,
        "meetings/2022-03-10/minutes.md": f"---\ndate: 2022-03-10\n---\n\n## 4. Log\n\n4.1 Read.\n\n{table}\n",
    }
    found = load(write(tmp_path, files), NOW).diagnostics
    assert [d.span.line for d in found if d.code == "BCB329"] == [11, 12]


@pytest.mark.parametrize("said", ["Outcome: Complete.", "Progress – complete", "Position: closed"])
def test_a_status_behind_a_label(tmp_path: Path, said: str) -> None:
    [dated] = seven(tmp_path, f"Action 7.0\n\n{said}").events
    assert dated.event.status == "complete"


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
        ("Closed?", None),
        ("Complete? Ongoing.", "ongoing"),
        ("Is it complete? Complete?", None),
        ("The officer said: complete.", None),
        ("", None),
    ],
)
def test_a_status_is_a_sentence_of_its_own(text: str, status: str | None) -> None:
    assert status_in(text) == status


AGAIN = [
    "Action 7.0: “Treasurer to ask for the price of oars.”\n\nUpdate: Done.",
    "Action 7.0: Treasurer to ask for the price of oars. Complete.",
    "Action 7.0 (10 February 2022): “Treasurer to ask for the price of oars” – complete.",
    "| Action | 7.0 |\n|---|---|\n| Update | Complete |",
]


@pytest.mark.parametrize("body", AGAIN)
def test_the_words_of_an_earlier_action_behind_its_number_raise_none(tmp_path: Path, body: str) -> None:
    assert seven(tmp_path, body).status == "complete"
    assert not {"BCB404", "BCB338"} & {
        p.code for p in load(tmp_path, NOW).diagnostics if "03-10" in p.span.path
    }


OF_SOME = {
    "The following actions were closed: 7.0.": (True, False),
    "Closed: 7.0 and 8.0.": (True, True),
    "| Action 8.0 | Owner |\n|---|---|\n| Complete | Treasurer |": (False, True),
    "Actions 7.0 and 9.0 and all others were closed.": (True, True),
    "Update: The matter is closed.": (True, True),
}


@pytest.mark.parametrize("body", OF_SOME)
def test_only_actions_that_an_unread_update_can_be_of_are_not_clear(tmp_path: Path, body: str) -> None:
    seven(tmp_path, body)
    public = load(tmp_path, NOW).public
    assert public
    assert tuple(bool(action.later_unclear) for action in public.actions) == OF_SOME[body]


SEEM_TO_REPORT = [
    "4.2 Matters arising: Treasurer to ask for the price of oars – this had been done.",
    "The Treasurer to ask for the price of oars. Complete.",
    "treasurer to ask for the price of oars – complete.",
    "To ask for the price of oars: complete.",
    "Ask for the price of oars: complete.",
    "A7.0 closed.",
    "Log item 7.0: complete.",
    "4.2 7.0 – complete.",
    "| Actions closed |\n|---|\n| 7.0 |",
    "| Treasurer to ask for the price of oars | complete |\n|---|---|\n| a | b |",
    "All actions from the last meeting were complete.",
    "AP7: complete.",
    "Action point 7.0: complete.",
    "| Action | Done? |\n|---|---|\n| 7.0 | Complete |",
    "- 7.0 – complete",
    "Action 7.0 had been done and could be closed.",
]
SAY_NOTHING_OF_IT = [
    "The Treasurer hoped that the price of oars would be complete in May.",
    "4.2 7.0 tonnes were moved.",
    "The work on 7.0 miles of road was completed.",
    "All agreed that the boats were done.",
    "Action 9.0 had been done.",
]


@pytest.mark.parametrize("body", SEEM_TO_REPORT)
def test_what_seems_to_report_of_an_action_is_told_of_and_denied_nowhere(tmp_path: Path, body: str) -> None:
    assert unclear_of_seven(tmp_path, body) == ("2022-03-10",)


@pytest.mark.parametrize("body", SAY_NOTHING_OF_IT)
def test_what_reports_of_no_action_is_not_told_of(tmp_path: Path, body: str) -> None:
    assert unclear_of_seven(tmp_path, body) == ()


def unclear_of_seven(folder: Path, body: str) -> tuple[str, ...]:
    """The meetings that may report of action 7.0, where the later one's minutes have *body*."""
    files = {
        "actions.yaml": LOG.replace("EVENTS", ""),
        "meetings/2022-02-10/minutes.md": RAISED,
        "meetings/2022-03-10/minutes.md": f"---\ndate: 2022-03-10\n---\n\n## 4. Log\n\n4.1 It was read.\n\n{body}\n",
    }
    public = load(write(folder, files), NOW).public
    assert public
    return public.updates.unclear_of("2022/7")


def test_a_column_says_how_an_action_stands_in_other_words(tmp_path: Path) -> None:
    history = seven(tmp_path, "| No | Status |\n|---|---|\n| 7.0 | Complete bar one copy |")
    assert [plain_text(event.event.update) for event in history.events] == ["Complete bar one copy"]
    assert history.status is None
