"""What `bcbsite status` tells of duties that are not met, at noon on 1 November 2026."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bcbsite.archive.due import DueKind
from bcbsite.pipeline import due
from conftest import NOW, write

BOARD = "name: The Board\narea: Westshire\n"
OF_STATUS = {
    DueKind.COMMENTS,
    DueKind.COPIES,
    DueKind.AGENDA,
    DueKind.NO_MINUTES,
    DueKind.DECISION,
    DueKind.NOT_PROMINENT,
}
Row = tuple[str, str, bool]
"""What, how it stands, and whether it cannot wait."""


def told(folder: Path, files: Mapping[str, str]) -> list[Row]:
    found, problems = due(write(folder, {"board.yaml": BOARD, **files}), NOW)
    assert found is not None, problems
    return [(one.what, one.says, one.urgent) for one in found if one.kind in OF_STATUS]


def report(front: str, body: str = "") -> dict[str, str]:
    return {"section-55/a.md": f"---\nreport: Night duty\npublished: 2026-09-20\n{front}\n---\n\n{body}"}


ASKED = "chief_constable: {invited: 2026-09-21, comments_by: 2026-10-31}"
OVERDUE = "asked for by 31 October 2026; none are on record"
BOTH = (
    "not on record: the copy to the Secretary of State (s.55(6)) "
    "and the copy to the inspectors of constabulary (s.55(6))"
)
OUT = "response: {published: 2026-10-20"
INSPECTIONS: dict[str, tuple[dict[str, str], list[Row]]] = {
    "comments by yesterday": (report(ASKED), [("Night duty", OVERDUE, True)]),
    "comments by today": (report(ASKED.replace("10-31", "11-01")), []),
    "comments that came": (report(ASKED.replace("}", ", received: 2026-10-30}")), []),
    "comments in the file": (report(ASKED, "## Chief Constable's comments\n\nWe agree.\n"), []),
    "comments under a finding": (
        report(ASKED, "## Recommendation 1\n\n> Train.\n\nChief Constable: We will.\n"),
        [],
    ),
    "a text that may be comments": (
        report(ASKED, "## Letter\n\nWe agree.\n"),
        [
            (
                "Night duty",
                "asked for by 31 October 2026; none are read from the file, which has text that is not clear",
                False,
            )
        ],
    ),
    "comments of nobody, and the response is out": (
        report(f"{ASKED}\n{OUT}, sent_to_home_secretary: yes, sent_to_inspectorate: yes}}"),
        [],
    ),
    "no copies": (report(f"{OUT}}}"), [("Night duty", BOTH, False)]),
    "a copy to the inspectors alone": (
        report(f"{OUT}, sent_to_inspectorate: 2026-10-21}}"),
        [("Night duty", "not on record: the copy to the Secretary of State (s.55(6))", False)],
    ),
    "a response that is to come": (report("response: {published: 2026-11-10}"), []),
    "no response on record": (report(""), []),
    "a report of 20 April 2017": (
        {
            "section-55/a.md": "---\nreport: A\npublished: 2017-04-20\nresponse: {published: 2017-09-01}\n---\n",
        },
        [("A", "not on record: the copy to the Secretary of State (s.55(6))", False)],
    ),
    "a report from before commissioners": (
        {"section-55/a.md": "---\nreport: A\npublished: 2012-11-21\nresponse: {published: yes}\n---\n"},
        [],
    ),
    "a fire inspection": (report(f"kind: fire\n{OUT}}}"), []),
    "a super-complaint": (report(f"kind: super-complaint\n{OUT}}}"), []),
    "another force's": (
        report(f"kind: other\nduty: none\nduty_reason: It is of another force.\n{OUT}}}"),
        [],
    ),
}


@pytest.mark.parametrize("case", INSPECTIONS)
def test_comments_and_copies(tmp_path: Path, case: str) -> None:
    files, rows = INSPECTIONS[case]
    assert told(tmp_path, files) == rows


def agenda(day: str, front: str = "", body: str = "## 1. Welcome\n") -> dict[str, str]:
    return {f"meetings/{day}/agenda.md": f"---\ndate: {day}\n{front}---\n\n{body}"}


def paper(day: str, front: str = "") -> dict[str, str]:
    return {f"meetings/{day}/papers/a.md": f"---\ntitle: Vans\n{front}---\n\n1.1 A.\n"}


FIVE = {"board.yaml": f"{BOARD}agenda_days: 5\n"}
BY = "to be public by"
AGENDAS: dict[str, tuple[dict[str, str], list[Row]]] = {
    "no rule": (agenda("2026-11-05", "status: draft\n"), []),
    "a draft, late": (
        FIVE | agenda("2026-11-05", "status: draft\n"),
        [("Agenda of 5 November 2026", f"still a draft; {BY} 31 October 2026", True)],
    ),
    "a draft, on the last day": (
        FIVE | agenda("2026-11-06", "status: draft\n"),
        [("Agenda of 6 November 2026", f"still a draft; {BY} 1 November 2026", False)],
    ),
    "a draft, 14 days before": (
        FIVE | agenda("2026-11-20", "status: draft\n"),
        [("Agenda of 20 November 2026", f"still a draft; {BY} 15 November 2026", False)],
    ),
    "a draft, 15 days before": (FIVE | agenda("2026-11-21", "status: draft\n"), []),
    "public": (FIVE | agenda("2026-11-05"), []),
    "public later": (
        FIVE | agenda("2026-11-10", "publish_at: 2026-11-09 09:30\n"),
        [("Agenda of 10 November 2026", f"public from 9 November 2026, 09:30; {BY} 5 November 2026", False)],
    ),
    "only announced": (
        FIVE | agenda("2026-11-05", body=""),
        [("Agenda of 5 November 2026", f"without items; {BY} 31 October 2026", True)],
    ),
    "a paper alone": (
        FIVE | paper("2026-11-05"),
        [("Agenda of 5 November 2026", f"none is held here; {BY} 31 October 2026", True)],
    ),
    "a paper that stands for the agenda": (FIVE | paper("2026-11-05", "stands_for: agenda\n"), []),
    "a paper that is a draft": (
        FIVE | agenda("2026-11-05") | paper("2026-11-05", "status: draft\n"),
        [("Paper “Vans” of 5 November 2026", f"still a draft; {BY} 31 October 2026", True)],
    ),
    "a paper that is withheld": (
        FIVE | agenda("2026-11-05") | paper("2026-11-05", "publish: withheld\nreason: Prices.\n"),
        [],
    ),
    "in private": (
        FIVE | agenda("2026-11-05", "status: draft\npublic: no\nprivate_ground: Prices.\n"),
        [],
    ),
    "today": (
        {"board.yaml": f"{BOARD}agenda_days: 0\n"} | agenda("2026-11-01", "status: draft\n"),
        [("Agenda of 1 November 2026", f"still a draft; {BY} 1 November 2026", False)],
    ),
    "over": (FIVE | agenda("2026-10-31", "status: draft\n"), []),
}


@pytest.mark.parametrize("case", AGENDAS)
def test_agendas_and_papers(tmp_path: Path, case: str) -> None:
    files, rows = AGENDAS[case]
    assert told(tmp_path, files) == rows


PUBLIC = {"board.yaml": f"{BOARD}public_meetings: yes\n"}
NO_MINUTES = ("Meeting of 31 October 2026", "held in public; no minutes are held here", False)
MEETINGS: dict[str, tuple[dict[str, str], list[Row]]] = {
    "of a public board": (PUBLIC | agenda("2026-10-31"), [NO_MINUTES]),
    "a public one": (agenda("2026-10-31", "public: yes\n"), [NO_MINUTES]),
    "not said to be public": (agenda("2026-10-31"), []),
    "a private one of a public board": (
        PUBLIC | agenda("2026-10-31", "public: no\nprivate_ground: Prices.\n"),
        [],
    ),
    "today": (PUBLIC | agenda("2026-11-01"), []),
    "with minutes": (
        PUBLIC | {"meetings/2026-10-31/minutes.md": "---\ndate: 2026-10-31\n---\n\n1.1 A.\n"},
        [],
    ),
    "with a file of the minutes": (PUBLIC | paper("2026-10-31", "stands_for: minutes\n"), []),
}


@pytest.mark.parametrize("case", MEETINGS)
def test_public_meetings_without_minutes(tmp_path: Path, case: str) -> None:
    files, rows = MEETINGS[case]
    assert told(tmp_path, files) == rows


def notice(front: str) -> dict[str, str]:
    return {"decisions/WS-1.md": f"---\nreference: WS-1\ntitle: Vans\n{front}---\n\nSix vans.\n"}


SIGNIFICANT = "significant_public_interest: yes\n"
NOTICES: dict[str, tuple[str, list[Row]]] = {
    "neither": (SIGNIFICANT, [("WS-1 Vans", "no day and no maker is stated", False)]),
    "no day": (f"{SIGNIFICANT}decided_by: The Mayor\n", [("WS-1 Vans", "no day is stated", False)]),
    "no maker": (f"{SIGNIFICANT}date: 2026-10-01\n", [("WS-1 Vans", "no maker is stated", False)]),
    "whole": (f"{SIGNIFICANT}date: 2026-10-01\ndecided_by: The Mayor\n", []),
    "not significant": ("", []),
    "a draft": (f"{SIGNIFICANT}status: draft\n", []),
}


@pytest.mark.parametrize("case", NOTICES)
def test_decisions_of_significant_public_interest(tmp_path: Path, case: str) -> None:
    front, rows = NOTICES[case]
    assert told(tmp_path, notice(front)) == rows


def listed(*entries: str) -> dict[str, str]:
    return {
        "publication.yaml": "publication:\n" + "".join(f"  - {{what: A, {entry}}}\n" for entry in entries)
    }


def peel(slug: str, day: str, front: str = "") -> dict[str, str]:
    return {f"section-55/{slug}.md": f"---\nreport: {slug}\npublished: {day}\nkind: PEEL\n{front}---\n"}


ASSESSMENT = "kind: PEEL assessment, prominent: yes, where: 'https://example.org/b'"
REPORT = "kind: PEEL report, prominent: yes, where: "
HERE = listed(f"{REPORT}section-55:new", ASSESSMENT)
OLD, NEW = peel("old", "2020-01-01"), peel("new", "2022-01-01", "url: https://example.org/new\n")
NONE = "publication.yaml has no entry of this kind"
LOOK = "see whether the entry leads to “new” of 1 January 2022, the newest that is held here"
PROMINENT: dict[str, tuple[dict[str, str], list[Row]]] = {
    "nothing known": ({}, []),
    "a report, and no list": (
        OLD,
        [("The newest PEEL report", NONE, False), ("The newest PEEL assessment", NONE, False)],
    ),
    "a list without them": (
        listed("where: /decisions/"),
        [("The newest PEEL report", NONE, False), ("The newest PEEL assessment", NONE, False)],
    ),
    "not prominent": (
        listed("kind: PEEL report, where: /section-55/", ASSESSMENT),
        [
            (
                "The newest PEEL report",
                "its entry in publication.yaml has no “prominent: yes”, or no “where”",
                False,
            )
        ],
    ),
    "both, and no report held": (listed(f"{REPORT}'https://example.org/'", ASSESSMENT), []),
    "the newest": (OLD | NEW | HERE, []),
    "the newest, elsewhere": (OLD | NEW | listed(f"{REPORT}'https://example.org/new'", ASSESSMENT), []),
    "an older one": (
        OLD | NEW | listed(f"{REPORT}section-55:old", ASSESSMENT),
        [("The newest PEEL report", LOOK, False)],
    ),
    "a newer one that is to come": (NEW | peel("z", "2026-11-02") | HERE, []),
    "a newer one that is a draft": (NEW | peel("z", "2023-11-02", "status: draft\n") | HERE, []),
    "a newer one under embargo": (NEW | peel("z", "2023-11-02", "publish_at: 2026-11-02\n") | HERE, []),
    "a newer one than the list has": (NEW | peel("z", "2023-11-02") | HERE, [
        ("The newest PEEL report", LOOK.replace("“new” of 1 January 2022", "“z” of 2 November 2023"), False)
    ]),
}  # fmt: skip


@pytest.mark.parametrize("case", PROMINENT)
def test_the_newest_peel_report_and_assessment(tmp_path: Path, case: str) -> None:
    files, rows = PROMINENT[case]
    assert told(tmp_path, files) == rows
