"""What the text of minutes says of attendance beside its lists: late comers, departures, substitutes, interests."""

from pathlib import Path

import pytest

from bcbsite.archive.attendance_notes import AttendanceReading
from bcbsite.pipeline import load
from conftest import NOW, build, write

SENTENCES = {
    "Ms Shah left the room at 3.15 pm.": "left",
    "At 3.15 pm Ms Shah left the meeting.": "left",
    "Mr Lowe, Treasurer, left during item 6.": "left",
    "The Chief Constable left at 11.40 hours.": "left",
    "Having declared an interest, Cllr Dunn withdrew from the room.": "left",
    "Cllr Dunn withdrew for this item.": "left",
    "Ms Shah joined the meeting.": "arrived",
    "Ms Shah joined at 11.15.": "arrived",
    "Mr Kerr arrived at 2.05 pm.": "arrived",
    "Mr Kerr arrived late.": "arrived",
    "Cllr Dunn returned to the room.": "arrived",
    "Cllr Dunn re-joined the meeting.": "arrived",
    "Mr Lane was substituting for Mrs Tate.": "substitute",
    "Mr Lane (substitute for Mrs Tate) was welcomed.": "substitute",
    "Mr Lane attended on behalf of the Treasurer.": "substitute",
    "The Deputy Chief Constable deputised for the Chief Constable.": "substitute",
    "There were no substitutes.": "substitute",
    "Ms Shah declared a pecuniary interest in item 5.": "interest",
    "There were no declarations of interest made.": "interest",
    "No interests were declared.": "interest",
    "A non-pecuniary interest was declared by Mr Kerr in item 7.": "interest",
    "Declarations of interest were received from Mr Kerr.": "interest",
    "Ms Shah said that she had left the room in good order.": None,
    "Two officers left the force in May.": None,
    "The suspect left the room by a window, said the Chief Constable.": None,
    "The suspect left the room by a window.": None,
    "During the chase the suspect left the room by a window.": None,
    "The man seen by Mr Lowe left the meeting.": "told",
    "Mr Lowe left the room, said the witness.": None,
    "Two members of the public left the meeting.": "left",
    "Members left the chamber for the vote.": "left",
    "Following item 4, the Deputy Chief Constable and Mr Lowe left the meeting.": "left",
    "Mr Kelly left the meeting.": "left",
    "Mr Lowe (Treasurer) then left the room.": "left",
    "Ann Fox left the meeting after item 3.": "left",
    "Fox left the meeting.": "left",
    "The Estates Adviser left the meeting.": "left",
    "Mr Kerr, who is a tenant, left the room.": "left",
    "Mr Kerr joined the Board in May.": None,
    "Ms Shah joined the meeting of the county forum.": None,
    "Last month Mr Kerr left the meeting early.": None,
    "If a member left the meeting the vote would fall.": None,
    "The meeting was joined by Ms Shah.": "arrived",
    "Officers left at 3.15 am in two vans.": None,
    "There is no substitute for patience.": None,
    "Gas was a poor substitute for coal.": None,
    "The suspect was represented by Mr Lane.": None,
    "Mrs Tate was represented by Mr Lane.": "substitute",
    "The policy on declarations of interest was reviewed.": None,
    "The firm declared an interest in the contract.": None,
    "The bank declared a fall in interest rates.": None,
    "An interest in the site was declared by a developer.": "told",
    "Ben Orr left the meeting.": "told",
    "They left the meeting at noon.": "told",
    "The guests joined the meeting.": "told",
    "Cllr Dunn declared that she was a tenant and left the room.": "told",
    "Ben Orr was substituting for Mrs Tate.": "told",
    "Ben Orr declared an interest in item 5.": "told",
    "Forty recruits joined the force.": None,
    "Officers arrived within ten minutes.": None,
    "The burglar entered the house.": None,
    "There was little interest in the survey.": None,
    "Members were asked to declare any interest.": None,
    "Interest on deposits rose.": None,
    "The report declared its findings.": None,
    "The van was substituted.": None,
    "Nobody would have left the meeting early.": None,
    "The left bank was flooded.": None,
    # Last, since what came after it could not be published.
    "The public and press left the room.": "left",
}


def read(content: Path, files: dict[str, str]) -> AttendanceReading:
    pages = load(write(content, files), NOW).public
    assert pages
    return pages.attendance["2022-02-10"]


def minutes(text: str) -> dict[str, str]:
    return {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 2. Boats\n\n2.1 {text}\n"}


def test_which_sentences_are_notes_on_attendance(tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"2.{n} {sentence}" for n, sentence in enumerate(SENTENCES, 1))
    front = "date: 2022-02-10\nin_attendance: ['Ann Fox, Estates Adviser']"
    files = {"meetings/2022-02-10/minutes.md": f"---\n{front}\n---\n\n## 2. Boats\n\n{paragraphs}\n"}
    found = read(tmp_path, files)
    lines = {unread.line: "told" for unread in found.unread}
    kinds = {note.line: str(note.kind) for note in found.notes}
    seen = {sentence: (lines | kinds).get(6 + 2 * n) for n, sentence in enumerate(SENTENCES, 1)}
    assert seen == SENTENCES


@pytest.mark.parametrize("text", ["None.", "There were none.", "Mr Kerr: item 7, as a tenant."])
def test_all_below_a_heading_of_declarations_is_one(tmp_path: Path, text: str) -> None:
    files = {
        "meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 2. Declarations of interest\n\n2.1 {text}\n"
    }
    notes = read(tmp_path, files).notes
    assert [(str(note.kind), note.text, note.label, note.line) for note in notes] == [
        ("interest", text, "2.1", 7)
    ]


LISTS = {
    "Present: Mr Lane (substitute for Mrs Tate), Mr Kerr": [
        ("substitute", "Mr Lane (substitute for Mrs Tate)", "start-n1")
    ],
    "In attendance: Mrs Ann Fox, deputising for Mr Lowe; Sam Okafor, Treasurer": [
        ("substitute", "Mrs Ann Fox, deputising for Mr Lowe", "start-n1")
    ],
    "Present: Mr Lane (on behalf of Mrs Tate)": [
        ("substitute", "Mr Lane (on behalf of Mrs Tate)", "start-n1")
    ],
    "Present: Mr Kerr (from item 5), Ms Shah (left at 3.15 pm)": [
        ("arrived", "Mr Kerr (from item 5)", "start-n1"),
        ("left", "Ms Shah (left at 3.15 pm)", "start-n1"),
    ],
    "In attendance: Ann Fox, Deputy Clerk; Sam Okafor, from Marston Council": [],
}


@pytest.mark.parametrize(("text", "expected"), LISTS.items(), ids=range(len(LISTS)))
def test_lists_say_who_is_a_substitute(tmp_path: Path, text: str, expected: list[object]) -> None:
    files = {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{text}\n\n## 1. A\n\n1.1 B.\n"}
    notes = read(tmp_path, files).notes
    assert [(str(note.kind), note.text, note.anchor) for note in notes] == expected


def test_lists_of_front_matter_say_it_too(tmp_path: Path) -> None:
    front = "date: 2022-02-10\nmembers:\n  - Mr Lane (substitute for Mrs Tate)"
    files = {"meetings/2022-02-10/minutes.md": f"---\n{front}\n---\n\n## 1. A\n\n1.1 B.\n"}
    notes = read(tmp_path, files).notes
    assert [(note.text, note.anchor, note.line) for note in notes] == [
        ("Mr Lane (substitute for Mrs Tate)", "members", 4)
    ]


def test_who_goes_on_in_the_next_sentence_is_known(tmp_path: Path) -> None:
    files = minutes("Ms Shah declared an interest in item 5. She left the room.")
    assert [str(note.kind) for note in read(tmp_path, files).notes] == ["interest", "left"]


def test_they_stand_on_the_page_and_in_the_data(tmp_path: Path) -> None:
    write(tmp_path / "content", minutes("The boat was seen. Ms Shah left the room at 3.15 pm."))
    site = build(tmp_path / "content", tmp_path / "site")
    page = (site / "meetings/2022-02-10/minutes/index.html").read_text("utf-8")
    assert '<h2 id="attendance-notes">' in page
    assert '<li>Ms Shah left the room at 3.15 pm. <a href="#p2-1">at 2.1</a></li>' in page
    data = (site / "data/attendance_notes.json").read_text("utf-8")
    assert '"text":"Ms Shah left the room at 3.15 pm."' in data
    assert '"kind":"left"' in data
