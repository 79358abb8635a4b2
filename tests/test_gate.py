"""What the gate lets through and what a marking stops, in tables of records and moments."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcbsite.archive.gate import IN_THE_END, let_through
from bcbsite.archive.held_back import held_back, next_change, records_of
from bcbsite.archive.marked import find_markings
from bcbsite.model.content import Content
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from conftest import NOW, write

M = "meetings/2022-02-10"
NOON, LATER = datetime(2022, 3, 1, 12, tzinfo=UTC), datetime(2022, 3, 1, 12, 0, 1, tzinfo=UTC)
BOARD = {"board.yaml": "name: The Board\narea: Kent\n"}
DRAFTS = {"board.yaml": "name: The Board\narea: Kent\ndrafts: yes\n"}
AT_NOON, AFTER, DRAFT = "publish_at: 2022-03-01 12:00\n", "publish_at: 2022-03-01 12:01\n", "status: draft\n"


def content_in(folder: Path, files: Mapping[str, str | bytes]) -> Content:
    content, problems = read_content(write(folder, {**BOARD, **files}))
    assert content, problems
    return content


def public_of(content: Content, moment: datetime) -> Content:
    """What of *content* the public sees at *moment*."""
    return let_through(content, moment, find_markings(content))


def shown(content: Content) -> Iterator[str]:
    """The names of the records of *content*."""
    for meeting in content.meetings:
        yield from (f"{type(document).__name__} {meeting.id}" for document in meeting.documents)
    for report in content.inspections:
        yield f"report, {len(report.considered_at)} considered, {len(report.progress)} told"
    yield from (f"notice {notice.reference}" for notice in content.decisions)
    yield from (f"page {page.title}" for page in content.pages)
    for action in content.log.actions:
        yield f"action {action.id}, {len(action.events)} events"


def minutes(front: str = "", day: str = "2022-02-10") -> dict[str, str]:
    return {f"meetings/{day}/minutes.md": f"---\ndate: {day}\n{front}---\n\n1.1 A.\n"}


def agenda(front: str) -> dict[str, str]:
    return {f"{M}/agenda.md": f"---\ndate: 2022-02-10\n{front}---\n\n## 1. A\n"}


def paper(front: str) -> dict[str, str]:
    return {f"{M}/papers/a.md": f"---\ntitle: A\n{front}---\n\nA.\n"}


def report(front: str) -> dict[str, str]:
    return {"section-55/a.md": f"---\nreport: A\n{front}---\n"}


def notice(front: str) -> dict[str, str]:
    return {"decisions/a.md": f"---\nreference: A\ntitle: A\n{front}---\n\nA.\n"}


def page(front: str) -> dict[str, str]:
    return {"pages/a.md": f"---\ntitle: A\n{front}---\n\nA.\n"}


def action(front: str, event: str = "") -> dict[str, str]:
    events = f"    events:\n      - {{on: 2022-02-20, update: U}}\n      - {event}\n" if event else ""
    keys = "".join(f"    {line}\n" for line in front.splitlines())
    return {
        "actions.yaml": f"actions:\n  - id: 2022/1\n    raised: 2022-02-10\n    action: A.\n{keys}{events}"
    }


MINUTES, AGENDA, PAPER, ACTION = (
    "Minutes 2022-02-10",
    "Agenda 2022-02-10",
    "Paper 2022-02-10",
    "action 2022/1",
)
REPORT = "report, 0 considered, 0 told"
# Of each kind of record: as it is, embargoed until now, embargoed until later, a draft; what is public of it.
KINDS = {
    "minutes": (minutes, [MINUTES]),
    "agenda": (agenda, [AGENDA]),
    "paper": (paper, [PAPER]),
    "report": (report, [REPORT]),
    "notice": (notice, ["notice A"]),
    "page": (page, ["page A"]),
    "action": (action, [f"{ACTION}, 0 events"]),
}


UNBALANCED = "unbalanced: [“not” of the file is in no record.]\n"


@pytest.mark.parametrize("kind", KINDS)
def test_embargoes_and_drafts(tmp_path: Path, kind: str) -> None:
    make, told = KINDS[kind]
    for name, front, expected in [
        ("plain", "", told),
        ("now", AT_NOON, told),
        ("later", AFTER, []),
        ("draft", DRAFT, []),
        ("unbalanced", UNBALANCED if kind not in ("page", "action") else DRAFT, []),
    ]:
        content = content_in(tmp_path / name, make(front))
        assert list(shown(public_of(content, NOON))) == expected, name
        assert list(shown(public_of(content, IN_THE_END))) == (
            [] if front in (DRAFT, UNBALANCED) else told
        ), name


def test_only_drafts_of_minutes_are_public_where_the_board_says_so(tmp_path: Path) -> None:
    files = (
        DRAFTS | minutes(DRAFT) | agenda(DRAFT) | paper(DRAFT) | report(DRAFT) | notice(DRAFT) | page(DRAFT)
    )
    content = content_in(tmp_path / "drafts", files | action(DRAFT))
    assert list(shown(public_of(content, NOON))) == [MINUTES]
    later = content_in(tmp_path / "later", DRAFTS | minutes(DRAFT + AFTER))
    assert list(shown(public_of(later, NOON))) == []
    told = content_in(
        tmp_path / "told", DRAFTS | minutes(DRAFT) | action("", "{meeting: 2022-02-10, update: U}")
    )
    assert list(shown(public_of(told, NOON))) == [MINUTES, f"{ACTION}, 2 events"]


EVENTS: list[tuple[str, int]] = [
    ("{on: 2022-02-21, update: U}", 2),
    ("{on: 2022-02-21, update: U, publish_at: 2022-03-01 12:00}", 2),
    ("{on: 2022-02-21, update: U, publish_at: 2022-03-01 12:01}", 1),
    ("{on: 2022-02-21, update: U, status: draft}", 1),
    ("{meeting: 2022-02-24, update: U}", 2),
    ("{meeting: 2022-02-25, update: U}", 1),  # its minutes are a draft
    ("{meeting: 2022-02-26, update: U}", 1),  # its minutes are embargoed
    ("{meeting: 2022-02-27, update: U}", 2),  # nothing of it is held
]
MEETINGS = minutes() | minutes("", "2022-02-24") | minutes(DRAFT, "2022-02-25") | minutes(AFTER, "2022-02-26")


@pytest.mark.parametrize(("event", "count"), EVENTS)
def test_events(tmp_path: Path, event: str, count: int) -> None:
    content = content_in(tmp_path, MEETINGS | action("", event))
    assert f"{ACTION}, {count} events" in shown(public_of(content, NOON))


@pytest.mark.parametrize(("raised", "public"), [("24", True), ("25", False), ("26", False), ("27", True)])
def test_an_action_is_as_public_as_the_minutes_that_raised_it(
    tmp_path: Path, raised: str, public: bool
) -> None:
    log = {name: text.replace("2022-02-10", f"2022-02-{raised}") for name, text in action("").items()}
    content = content_in(tmp_path, MEETINGS | log)
    assert (f"{ACTION}, 0 events" in shown(public_of(content, NOON))) is public


def test_what_meetings_did_is_as_public_as_their_minutes(tmp_path: Path) -> None:
    days = ("2022-02-24", "2022-02-25", "2022-02-26", "2022-02-27")
    steps = ", ".join(f"{{meeting: {day}, what: W}}" for day in days)
    front = f"considered_at: [{', '.join(days)}]\nprogress: [{steps}]\n"
    public = public_of(content_in(tmp_path, MEETINGS | report(front)), NOON)
    [found] = public.inspections
    assert [place.meeting for place in found.considered_at] == ["2022-02-24", "2022-02-27"]
    assert [step.meeting.meeting for step in found.progress] == ["2022-02-24", "2022-02-27"]


def test_a_meeting_of_which_nothing_is_public_is_none(tmp_path: Path) -> None:
    public = public_of(content_in(tmp_path, MEETINGS), NOON)
    assert [meeting.id for meeting in public.meetings] == ["2022-02-10", "2022-02-24"]


WITHHELD = """---
item: "2"
title: {title}
to: Robin to
from: Robin from
date: 1 March 2022
classification: OFFICIAL-SENSITIVE
publish: withheld
reason: It could do harm.
contact_officers: [Robin Hale]
source_documents: [Robin document]
attachments: [robin.pdf]
waive: [{{rule: run-on, why: Robin}}]
---

## 1. Robin

1.1 Robin.
"""


def test_of_a_withheld_paper_title_and_reason_are_public(tmp_path: Path) -> None:
    """Its address comes from the title, so that it says no more, and is that of no other paper."""
    files = {
        f"{M}/papers/robin.md": WITHHELD.format(title="Live operation"),
        f"{M}/papers/robin-2.md": WITHHELD.format(title="Live operation"),
        f"{M}/papers/robin-3.md": WITHHELD.format(title="…"),
        f"{M}/papers/robin-4.md": WITHHELD.format(title="A list"),
        f"{M}/papers/a-list.md": "---\ntitle: Another list\n---\n\nWords.\n",
        f"{M}/papers/robin-5.md": WITHHELD.format(title="B").replace("reason", "status: draft\nreason"),
        f"{M}/papers/robin-6.md": WITHHELD.format(title="C").replace("reason", AFTER + "reason"),
        f"{M}/papers/robin.pdf": b"%PDF",
    }
    [meeting] = public_of(content_in(tmp_path, files), NOON).meetings
    assert [(paper.title, paper.slug, paper.publish) for paper in meeting.papers] == [
        ("Another list", "a-list", "full"),
        ("Live operation", "live-operation", "withheld"),
        ("…", "withheld", "withheld"),
        ("A list", "a-list-2", "withheld"),
        ("Live operation", "live-operation-2", "withheld"),
    ]
    for stub in meeting.papers[1:]:
        assert stub.reason == "It could do harm."
        assert (stub.item, stub.to, stub.sender, stub.date, stub.publish_at) == (None,) * 5
        assert (stub.classification, stub.status, stub.body.parts) == (None, "final", ())
        lists = (stub.contact_officers, stub.source_documents, stub.attachments, stub.waive)
        assert lists == ((),) * 4
        assert not stub.spans


# A file with a marking in its place, the words that are told, and the line.
PLAIN = "---\ndate: 2022-02-10\nFRONT---\n\n## 1. TITLE\n\n1.1 WORDS\n"
MARKED: dict[str, tuple[str, str, int]] = {
    "the classification": (PLAIN.replace("FRONT", "classification: OFFICIAL-SENSITIVE\n"), "OFFICIAL-SENSITIVE", 3),
    "an old classification": (PLAIN.replace("FRONT", "classification: CONFIDENTIAL\n"), "CONFIDENTIAL", 3),
    "another old one": (PLAIN.replace("FRONT", "classification: RESTRICTED\n"), "RESTRICTED", 3),
    "a title": (PLAIN.replace("TITLE", "Vans OFFICIAL-SENSITIVE"), "OFFICIAL-SENSITIVE", 5),
    "a title's bracket": (PLAIN.replace("TITLE", "Vans (Official Sensitive)"), "Official Sensitive", 5),
    "another bracket": (PLAIN.replace("TITLE", "Vans (B) (it is secret)"), "secret", 5),
    "words": (PLAIN.replace("WORDS", "This is OFFICIAL SENSITIVE."), "OFFICIAL SENSITIVE", 7),
    "secret": (PLAIN.replace("WORDS", "This is SECRET."), "SECRET", 7),
    "top secret": (PLAIN.replace("WORDS", "This is TOP SECRET."), "TOP SECRET", 7),
    "not for publication": (PLAIN.replace("WORDS", "It is NOT FOR PUBLICATION."), "NOT FOR PUBLICATION", 7),
    "the second paragraph": (PLAIN + "\n1.2 SECRET\n", "SECRET", 9),
}  # fmt: skip
HARMLESS = [
    PLAIN.replace("FRONT", "classification: OFFICIAL\n"),
    PLAIN.replace("TITLE", "Secret ballots").replace("WORDS", "It is a secret, and sensitive."),
    PLAIN.replace("WORDS", "The SECRETARY wrote."),
]


def plain(text: str) -> str:
    for name, words in (("FRONT", ""), ("TITLE", "Vans"), ("WORDS", "Words.")):
        text = text.replace(name, words)
    return text


def marks_of(folder: Path, files: Mapping[str, str]) -> list[tuple[str, int]]:
    """What is told of markings: the quoted words, and the line."""
    loaded = load(write(folder, {**BOARD, **files}), NOW)
    return [
        (d.message.partition("“")[2].partition("”")[0], d.span.line or 1)
        for d in loaded.diagnostics
        if d.code == "BCB501"
    ]


@pytest.mark.parametrize("case", MARKED)
def test_a_marking_stops_a_document(tmp_path: Path, case: str) -> None:
    text, words, line = MARKED[case]
    files = {f"{M}/minutes.md": plain(text)}
    assert marks_of(tmp_path, files) == [(words, line)]
    assert list(shown(public_of(content_in(tmp_path, files), NOON))) == []


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_marking_stops_nothing(tmp_path: Path, text: str) -> None:
    files = {f"{M}/minutes.md": plain(text)}
    assert marks_of(tmp_path, files) == []
    assert list(shown(public_of(content_in(tmp_path, files), NOON))) == [MINUTES]


WAIVED: list[tuple[str, str, str, bool]] = [
    ("classification: SECRET\n", "Words.", "", True),
    ("classification: SECRET\n", "Words.", 'at: "1.1", ', False),
    ("", "SECRET", 'at: "1.1", ', True),
    ("", "SECRET", "", False),
    ("", "SECRET", 'at: "1.2", ', False),
]


@pytest.mark.parametrize(("front", "words", "at", "public"), WAIVED)
def test_a_marking_is_waived_at_its_place(
    tmp_path: Path, front: str, words: str, at: str, public: bool
) -> None:
    waive = f"{front}waive: [{{rule: classification, {at}why: W}}]\n"
    files = {f"{M}/minutes.md": plain(PLAIN.replace("FRONT", waive).replace("WORDS", words) + "\n1.2 B.\n")}
    assert (list(shown(public_of(content_in(tmp_path, files), NOON))) == [MINUTES]) is public
    assert (marks_of(tmp_path, files) == []) is public


OTHERS: dict[str, tuple[dict[str, str], int]] = {
    "a paper's title": ({f"{M}/papers/a.md": "---\nitem: '1'\ntitle: SECRET\n---\n"}, 3),
    "a report": ({"section-55/a.md": "---\nreport: A\n---\n\n## Commissioner's comments\n\nSECRET\n"}, 7),
    "a notice": ({"decisions/a.md": "---\nreference: A\ntitle: A\n---\n\nB.\n\nSECRET\n"}, 8),
}


@pytest.mark.parametrize("case", OTHERS)
def test_a_marking_stops_other_records(tmp_path: Path, case: str) -> None:
    files, line = OTHERS[case]
    assert marks_of(tmp_path, files) == [("SECRET", line)]
    assert list(shown(public_of(content_in(tmp_path, files), NOON))) == []


def test_what_is_not_published_may_be_marked(tmp_path: Path) -> None:
    draft = {
        name: text.replace("---\n", "---\nstatus: draft\n", 1)
        for f, _ in OTHERS.values()
        for name, text in f.items()
    }
    withheld = {f"{M}/papers/b.md": WITHHELD.format(title="SECRET").replace("attachments: [robin.pdf]\n", "")}
    minutes_ = {f"{M}/minutes.md": plain(PLAIN.replace("FRONT", DRAFT).replace("WORDS", "SECRET"))}
    assert marks_of(tmp_path / "one", draft | withheld | minutes_) == []
    assert marks_of(tmp_path / "other", DRAFTS | minutes_) == [("SECRET", 8)]


# What was held back.
def test_all_that_is_held_back_is_known_with_its_place(tmp_path: Path) -> None:
    files = {
        **minutes(),
        f"{M}/papers/a.md": "---\ntitle: Kestrels\nstatus: draft\nfrom: Robin\n---\n\n## 1. Nests\n\n1.1 In [oaks](https://oak.example/).\n\n- On *cliffs*\n",
        **action("owners: [Finch]", "{on: 2022-02-21, update: Owls, status: draft}"),
    }
    content = content_in(tmp_path, files)
    held = held_back(content, public_of(content, NOON), NOON)
    places = {text: (Path(span.path).name, span.line) for text, span in held.texts}
    told = ("Kestrels", "Robin", "Nests", "In oaks.", "https://oak.example/", "On cliffs", "Owls", "Finch")
    assert {text: places[text] for text in told} == {
        "Kestrels": ("a.md", 2),
        "Robin": ("a.md", 4),
        "Nests": ("a.md", 7),
        "In oaks.": ("a.md", 9),
        "https://oak.example/": ("a.md", 9),
        "On cliffs": ("a.md", 11),
        "Owls": ("actions.yaml", 8),
        "Finch": ("actions.yaml", 5),
    }
    assert {"A.", "Finch", "U", "The Board"} <= set(held.public)
    assert not {"Kestrels", "Owls"} & set(held.public)


def test_where_all_is_public_no_text_is_kept(tmp_path: Path) -> None:
    content = content_in(tmp_path, minutes())
    held = held_back(content, public_of(content, NOON), NOON)
    assert (held.texts, held.public) == ((), ())
    assert held.until == datetime(2022, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("files", "now", "until"),
    [
        ({}, "2022-03-01T12:00", "2022-03-02T00:00"),
        ({}, "2022-03-01T00:00", "2022-03-02T00:00"),
        ({}, "2022-06-01T22:59", "2022-06-01T23:00"),  # midnight in the UK, where it is summer
        ({}, "2022-06-01T23:00", "2022-06-02T23:00"),
        (page(AFTER), "2022-03-01T12:00", "2022-03-01T12:01"),
        (page(AFTER), "2022-03-01T12:01", "2022-03-02T00:00"),
        (page(AFTER), "2022-02-01T12:00", "2022-02-02T00:00"),
        (page(AFTER) | minutes(AT_NOON), "2022-03-01T11:00", "2022-03-01T12:00"),
        (
            action("", "{on: 2022-02-21, update: U, publish_at: 2022-03-01 12:30}"),
            "2022-03-01T12:00",
            "2022-03-01T12:30",
        ),
    ],
)
def test_until_when_the_site_stays_the_same(
    tmp_path: Path, files: dict[str, str], now: str, until: str
) -> None:
    found = next_change(content_in(tmp_path, files), datetime.fromisoformat(f"{now}+00:00"))
    assert found == datetime.fromisoformat(f"{until}+00:00")


def test_every_kind_of_record_can_be_held_back(tmp_path: Path) -> None:
    files = minutes() | agenda("") | paper("") | report("") | notice("") | page("")
    content = content_in(tmp_path, files | action("", "{on: 2022-02-21, update: U}"))
    assert [type(record).__name__ for record in records_of(content)] == [
        "Agenda",
        "Minutes",
        "Paper",
        "InspectionReport",
        "DecisionNotice",
        "OrdinaryPage",
        "Action",
        "ActionEvent",
        "ActionEvent",
    ]
