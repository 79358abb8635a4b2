"""Rules about one document at a time: texts, and what is told of each, with its file and line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bcbsite.pipeline import load
from conftest import NOW, write

M = "meetings/2022-02-10"
TWICE, SKIPPED, FAR, DATED = "BCB302", "BCB305", "BCB306", "BCB301"
Fault = tuple[str, str, int, str]
"""The code, the file, the line, and the sentence."""


def minutes(body: str, front: str = "") -> dict[str, str]:
    return {f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{front}---\n\n{body}\n"}


def paper(front: str) -> dict[str, str]:
    return {f"{M}/papers/a.md": f"---\ntitle: A\n{front}---\n"}


def waive(rule: str, at: str = "") -> str:
    place = f"at: '{at}', " if at else ""
    return f"waive: [{{rule: {rule}, {place}why: W}}]\n"


def report(body: str) -> dict[str, str]:
    return {"section-55/a.md": f"---\nreport: A\n---\n\n{body}"}


def printed_twice(label: str, line: int, first: int) -> Fault:
    return (
        TWICE,
        f"{M}/minutes.md",
        line,
        f"Paragraph {label} is printed twice; the first is on line {first}.",
    )


def item_twice(label: str, line: int, first: int) -> Fault:
    return TWICE, f"{M}/minutes.md", line, f"Item {label} is printed twice; the first is on line {first}."


def skipped(missing: str, label: str, line: int) -> Fault:
    return SKIPPED, f"{M}/minutes.md", line, f"There is no {missing} before paragraph {label}."


FILES: dict[str, tuple[Mapping[str, str], list[Fault]]] = {
    "minutes of another day": (
        {f"{M}/minutes.md": "---\nkind: ordinary\ndate: 2022-02-11\n---\n"},
        [(DATED, f"{M}/minutes.md", 3, "The date here is 2022-02-11, but the folder is 2022-02-10.")],
    ),
    "an agenda of another day": (
        {f"{M}/agenda.md": "---\ndate: 2022-02-09\n---\n"},
        [(DATED, f"{M}/agenda.md", 2, "The date here is 2022-02-09, but the folder is 2022-02-10.")],
    ),
    "another folder of that day": ({f"{M}-extraordinary/minutes.md": "---\ndate: 2022-02-10\n---\n"}, []),
    "a number that is printed twice": (minutes("1.1 A.\n\n1.1 B."), [printed_twice("1.1", 7, 5)]),
    "three times": (
        minutes("1.1 A.\n\n1.1 B.\n\n1.1 C."),
        [printed_twice("1.1", 7, 5), printed_twice("1.1", 9, 5)],
    ),
    "twice in two documents": (
        minutes("1.1 A.") | {f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n1.1 A.\n"},
        [],
    ),
    "without numbers": (minutes("A.\n\nB."), []),
    "twice, waived there": (minutes("1.1 A.\n\n1.1 B.", waive("repeated-label", "1.1")), []),
    "three times, the second waived": (
        minutes("1.1 A.\n\n1.1 B.\n\n1.1 C.", waive("repeated-label", "p1-1-r2")),
        [printed_twice("1.1", 10, 6)],
    ),
    "twice, waived elsewhere": (
        minutes("1.1 A.\n\n1.1 B.\n\n1.2 C.", waive("repeated-label", "1.2")),
        [printed_twice("1.1", 8, 6)],
    ),
    "twice, waived everywhere": (minutes("1.1 A.\n\n1.1 B.", waive("repeated-label")), []),
    "an item twice": (minutes("## 1. A\n\n## 2. B\n\n## 1. C"), [item_twice("1", 9, 5)]),
    "an item three times": (
        minutes("## 1. A\n\n## 1. B\n\n## 1. C"),
        [item_twice("1", 7, 5), item_twice("1", 9, 5)],
    ),
    "an item twice, waived there": (
        minutes("## 1. A\n\n## 1. B\n\n## 2. C\n\n## 2. D", waive("repeated-label", "1")),
        [item_twice("2", 12, 10)],
    ),
    "an item twice, waived everywhere": (minutes("## 1. A\n\n## 1. B", waive("repeated-label")), []),
    "an item twice, another rule waived": (
        minutes("## 1. A\n\n## 1. B", waive("skipped-label")),
        [item_twice("1", 8, 6)],
    ),
    "items without numbers": (minutes("## A\n\n## B"), []),
    "a number left out": (minutes("1.1 A.\n\n1.3 B."), [skipped("1.2", "1.3", 7)]),
    "two numbers left out": (minutes("1.1 A.\n\n1.4 B.\n\n1.5 C."), [skipped("1.2", "1.4", 7)]),
    "none left out": (minutes("1.1 A.\n\n1.2 B.\n\n2.1 C.\n\n2.2 D."), []),
    "a later item": (minutes("1.1 A.\n\n2.5 B.\n\n2.7 C."), [skipped("2.6", "2.7", 9)]),
    "backwards": (minutes("1.5 A.\n\n1.2 B.\n\n1.3 C."), []),
    "below a paragraph": (minutes("1.1.1 A.\n\n1.1.3 B."), [skipped("1.1.2", "1.1.3", 7)]),
    "with a list between": (minutes("1.1 A.\n\n- B\n\n1.3 C."), [skipped("1.2", "1.3", 9)]),
    "left out, waived there": (minutes("1.1 A.\n\n1.3 B.\n\n1.4 C.", waive("skipped-label", "1.3")), []),
    "left out, waived elsewhere": (
        minutes("1.1 A.\n\n1.3 B.", waive("skipped-label", "1.1")),
        [skipped("1.2", "1.3", 8)],
    ),
    "left out, waived everywhere": (minutes("1.1 A.\n\n1.3 B.", waive("skipped-label")), []),
    "left out and again after it": (
        minutes("1.1 A.\n\n1.3 B.\n\n1.5 C.", waive("skipped-label", "1.3")),
        [skipped("1.4", "1.5", 10)],
    ),
    "a finding twice": (
        report("## Recommendation 2\n\n> A.\n\n## recommendation 2\n\n> B.\n"),
        [(TWICE, "section-55/a.md", 9, "Recommendation 2 stands here again; the first is on line 5.")],
    ),
    "an area twice": (
        report("## Area for improvement 1\n\n> A.\n\n## Area for improvement 1\n\n> B.\n"),
        [(TWICE, "section-55/a.md", 9, "Area for improvement 1 stands here again; the first is on line 5.")],
    ),
    "findings of two kinds": (report("## Recommendation 2\n\n> A.\n\n## Cause of concern 2\n\n> B.\n"), []),
    "a paper of half a year before": (paper("date: 14 August 2021\n"), []),
    "a paper of a day more before": (
        paper("item: '1'\ndate: 13 August 2021\n"),
        [
            (
                FAR,
                f"{M}/papers/a.md",
                4,
                "This paper is dated 13 August 2021, but its meeting is 2022-02-10.",
            )
        ],
    ),
    "a paper of half a year after": (paper("date: 9 August 2022\n"), []),
    "a paper of a day more after": (
        paper("date: 10 August 2022\n"),
        [
            (
                FAR,
                f"{M}/papers/a.md",
                3,
                "This paper is dated 10 August 2022, but its meeting is 2022-02-10.",
            )
        ],
    ),
    "a paper of no day": (paper("date: early spring\n"), []),
    "a paper without a date": (paper(""), []),
    "a marked notice": (
        {"decisions/a.md": "---\nreference: A\ntitle: A\n---\n\nSECRET\n"},
        [
            (
                "BCB501",
                "decisions/a.md",
                6,
                "This would be published, but it is marked “SECRET”.",
            )
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_what_is_told_of_a_document(tmp_path: Path, case: str) -> None:
    files, faults = FILES[case]
    found = load(write(tmp_path, files), NOW).diagnostics
    of_here = {DATED, TWICE, SKIPPED, FAR, "BCB501"}
    told = [
        (d.code, d.span.path.removeprefix(f"{tmp_path}/"), d.span.line, d.message)
        for d in found
        if d.code in of_here
    ]
    assert told == faults
