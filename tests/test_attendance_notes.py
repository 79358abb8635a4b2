"""What the text of minutes says of attendance beside its lists: late comers, departures, substitutes, interests."""

from pathlib import Path

import pytest

from bcbsite.archive.attendance_notes import attendance_notes
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
    "The suspect left the room by a window, said the Chief Constable.": "left",
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
}


def minutes(text: str) -> dict[str, str]:
    return {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 2. Boats\n\n2.1 {text}\n"}


def test_which_sentences_are_notes_on_attendance(tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"2.{n} {sentence}" for n, sentence in enumerate(SENTENCES, 1))
    files = {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 2. Boats\n\n{paragraphs}\n"}
    pages = load(write(tmp_path, files), NOW).public
    assert pages
    [meeting] = pages.meetings.values()
    assert meeting.minutes
    found = {note.text: str(note.kind) for note in attendance_notes(meeting.minutes.body)}
    assert {sentence: found.get(sentence) for sentence in SENTENCES} == SENTENCES


@pytest.mark.parametrize("text", ["None.", "There were none.", "Mr Kerr: item 7, as a tenant."])
def test_all_below_a_heading_of_declarations_is_one(tmp_path: Path, text: str) -> None:
    files = {
        "meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 2. Declarations of interest\n\n2.1 {text}\n"
    }
    pages = load(write(tmp_path, files), NOW).public
    assert pages
    notes = [note for m in pages.meetings.values() if m.minutes for note in attendance_notes(m.minutes.body)]
    assert [(str(note.kind), note.text, note.label, note.line) for note in notes] == [
        ("interest", text, "2.1", 7)
    ]


def test_they_stand_on_the_page_and_in_the_data(tmp_path: Path) -> None:
    write(tmp_path / "content", minutes("The boat was seen. Ms Shah left the room at 3.15 pm."))
    site = build(tmp_path / "content", tmp_path / "site")
    page = (site / "meetings/2022-02-10/minutes/index.html").read_text("utf-8")
    assert '<h2 id="attendance-notes">' in page
    assert '<li>Ms Shah left the room at 3.15 pm. <a href="#p2-1">at 2.1</a></li>' in page
    data = (site / "data/attendance_notes.json").read_text("utf-8")
    assert '"text":"Ms Shah left the room at 3.15 pm."' in data
    assert '"kind":"left"' in data
