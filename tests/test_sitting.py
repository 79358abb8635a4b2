"""How a meeting is held: public or private, chair, quorum, deputies, declarations; and one that is announced."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.cli.main import main
from conftest import write
from test_joined import AS_AT, joined

FOLDER, COMING = "meetings/2022-02-10", "meetings/2027-02-10"
MINUTES = """---
date: 2022-02-10
public: no
private_ground: Operational harm
chair: Alex Morgan, Deputy Commissioner
quorate: no
adjourned_to: 17 February 2022
deputies:
  - {name: Jo Bennett, for: Sam Okafor}
  - {name: Robin Hale}
declarations:
  - {at: "1", who: Jo Bennett, what: Owns a boat; left the room.}
  - {at: "2", who: Robin Hale, what: Kestrel interest.}
withhold:
  - {at: "2", reason: Operational.}
---

## 1. Boats

1.1 The Board noted it.

## 2. Cars

2.1 The Board noted cars.
"""
AGENDA = "---\ndate: 2027-02-10\ntime: 15:00\nlocation: Town hall\npublic: yes\n---\n"
FILES = {
    "board.yaml": "name: The Board\narea: Kent\n",
    f"{FOLDER}/minutes.md": MINUTES,
    f"{COMING}/agenda.md": AGENDA,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sitting")
    content = write(folder / "content", FILES)
    arguments = ["build", "--content", str(content), "--site-dir", str(folder / "site")]
    arguments += ["--now", "2026-11-01"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "(0 errors, 0 warnings)" in result.output
    return folder / "site"


SHOWN = [
    "Held in private: Operational harm",
    "Alex Morgan, Deputy Commissioner",
    "Inquorate: there was no quorum",
    "Jo Bennett, for Sam Okafor; Robin Hale",
    "17 February 2022",
    "Item 1: Jo Bennett. Owns a boat; left the room.",
]


@pytest.mark.parametrize("words", SHOWN)
def test_the_minutes_show_it(site: Path, words: str) -> None:
    assert words in (site / FOLDER / "minutes/index.html").read_text("utf-8")


def test_what_was_declared_about_a_withheld_item_is_not_public(site: Path) -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in site.rglob("*") if path.is_file()]
    assert any("Owns a boat" in text for text in texts)
    assert not any("Kestrel" in text for text in texts)


def test_a_meeting_is_announced_without_items_and_without_a_warning(site: Path) -> None:
    meeting = (site / COMING / "index.html").read_text("utf-8")
    for words in ("10 February 2027", "3pm", "Town hall", "Held in public", "announced, without items"):
        assert words in meeting
    assert "not held here yet" in (site / COMING / "agenda/index.html").read_text("utf-8")
    assert "20270210T150000Z" in (site / "calendar.ics").read_text("utf-8")


def test_what_is_not_stated_is_not_said(tmp_path: Path) -> None:
    text = "---\ndate: 2022-02-10\n---\n\n1.1 A.\n"
    minutes = joined(tmp_path, {f"{FOLDER}/minutes.md": text}, AS_AT).meetings["2022-02-10"].minutes
    assert minutes
    assert (minutes.sitting.access, minutes.sitting.quorate) == (None, None)
