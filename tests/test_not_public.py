"""Which records the gate held back, why, until when, and how that is counted in words."""

from datetime import timedelta
from pathlib import Path

import pytest

from bcbsite.archive.not_public import count_in_words
from bcbsite.pipeline import load
from conftest import NOW, write

M = "meetings/2022-02-10"


def minutes(front: str) -> dict[str, str]:
    return {f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{front}---\n\n## 1. A\n\n1.1 b\n\n1.2 c\n"}


def paper(name: str, front: str) -> dict[str, str]:
    return {f"{M}/papers/{name}.md": f"---\ntitle: {name}\n{front}---\n\n1.1 b\n"}


def notice(front: str) -> dict[str, str]:
    return {"decisions/a.md": f"---\nreference: A\ntitle: A\n{front}---\n\nb\n"}


SOON, LATER = ((NOW + timedelta(days=days)).strftime("%Y-%m-%d") for days in (9, 99))
ACTION = "actions:\n  - {id: 2022/1, raised: 2022-02-10#1.1, action: Do it.%s}\n"
ALL = minutes("")
# What there is; then what is told of it, with SOON in words where it is of an embargo.
CASES: dict[str, tuple[dict[str, str], str]] = {
    "all is public": (ALL, ""),
    "a draft": (minutes("status: draft\n"), "1 record is not public: 1 draft"),
    "a draft that the board publishes": (
        {**minutes("status: draft\n"), "board.yaml": "name: B\narea: K\ndrafts: yes\n"},
        "",
    ),
    "two drafts": (
        {**minutes("status: draft\n"), **notice("status: draft\n")},
        "2 records are not public: 2 drafts",
    ),
    "an embargo": (notice(f"publish_at: {SOON}\n"), "1 record is not public: 1 under embargo until {soon}"),
    "an embargo that has ended": (notice("publish_at: 2022-01-01\n"), ""),
    "a draft under embargo": (
        notice(f"status: draft\npublish_at: {SOON}\n"),
        "1 record is not public: 1 draft",
    ),
    "two embargoes": (
        {**notice(f"publish_at: {LATER}\n"), **paper("a", f"publish_at: {SOON}\n")},
        "2 records are not public: 2 under embargo until {soon} or later",
    ),
    "a paper that is withheld": (
        paper("a", "publish: withheld\nreason: x\n"),
        "1 record is not public: 1 withheld",
    ),
    "a part that is withheld": (
        minutes('withhold: [{at: "1.2", reason: x}]\n'),
        "1 record is not public, or not as a whole: 1 withheld in part",
    ),
    "an action of minutes that are not": (
        {**minutes("status: draft\n"), "actions.yaml": ACTION % ", events: [{on: 2022-03-01, update: a}]"},
        "2 records are not public: 1 draft, 1 raised or reported in minutes that are not public",
    ),
    "the same, whose embargo ends at this moment": (
        {**minutes("status: draft\n"), "actions.yaml": ACTION % ", publish_at: 2026-11-01 12:00"},
        "2 records are not public: 1 draft, 1 raised or reported in minutes that are not public",
    ),
    "an event that is a draft": (
        {**ALL, "actions.yaml": ACTION % ", events: [{on: 2022-03-01, status: draft, update: a}]"},
        "1 record is not public: 1 draft",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_not_public_is_counted(tmp_path: Path, case: str) -> None:
    files, told = CASES[case]
    loaded = load(write(tmp_path / "content", files), NOW)
    assert loaded.public, loaded.diagnostics
    soon = NOW + timedelta(days=9)
    assert count_in_words(loaded.not_public) == told.format(soon=f"{soon.day} {soon:%B %Y}, 00:00")
