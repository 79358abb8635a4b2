"""Who minutes list: names in their forms, lists in the text, and what is told of since it is not clear."""

from pathlib import Path

import pytest

from bcbsite.archive.people import by_initials
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Sought
from bcbsite.model.reference import Listed
from bcbsite.pipeline import load
from bcbsite.read.minutes import read_minutes
from bcbsite.source import Source
from conftest import NOW, build, write


def read(body: str, front: str = "") -> Minutes:
    minutes, _ = read_minutes(
        Source(Path("minutes.md"), "minutes.md", f"---\ndate: 2022-02-10\n{front}---\n\n{body}")
    )
    assert minutes
    return minutes


def shown(people: tuple[Listed, ...]) -> str:
    """`Name | role | note | initials` of each, less what is empty at the end."""
    fields = ((p.name, p.role, p.note, p.initials) for p in people)
    return "; ".join("|".join(part or "" for part in each).rstrip("|") for each in fields)


def account(minutes: Minutes) -> dict[str, str]:
    """What was read of attendance, less what is empty; `told` has the lines of what is told."""
    told = (str(u.line - 4) for u in minutes.body.unread if u.sought is Sought.PERSON)
    found = {
        "members": shown(minutes.members),
        "in": shown(minutes.in_attendance),
        "apologies": shown(minutes.apologies),
        "others": "; ".join(f"{other.words}" for other in minutes.others),
        "told": " ".join(told),
    }
    return {key: value for key, value in found.items() if value}


# An entry of a list in front matter, and what it is read as: `Name|role|note|initials`.
NAMES = {
    "Alex Morgan, Police and Crime Commissioner": "Alex Morgan|Police and Crime Commissioner",
    "Alex Morgan (AM), Police and Crime Commissioner": "Alex Morgan|Police and Crime Commissioner||AM",
    "Alex Morgan, Police and Crime Commissioner (AM)": "Alex Morgan|Police and Crime Commissioner||AM",
    "Alex Morgan [AM], Treasurer": "Alex Morgan|Treasurer||AM",
    "Alex Morgan, Commissioner (Chair)": "Alex Morgan|Commissioner (Chair)",
    "Alex Morgan (Chair)": "Alex Morgan|Chair",
    "Alex Morgan (Chair) (AM)": "Alex Morgan|Chair||AM",
    "Sam Okafor (Chief Constable)": "Sam Okafor|Chief Constable",
    "Sam Okafor (from item 5)": "Sam Okafor||from item 5",
    "Sam Okafor (observer)": "Sam Okafor||observer",
    "Sam Okafor (PCC)": "Sam Okafor|PCC",
    "Chief Constable: Sam Okafor": "Sam Okafor|Chief Constable",
    "Head of Finance: Sam Okafor": "Sam Okafor|Head of Finance",
    "Treasurer Jo Bennett (JB)": "Jo Bennett|Treasurer||JB",
    "Treasurer Jo Bennett": "Jo Bennett|Treasurer",
    "Chief Executive Jo Bennett": "Jo Bennett|Chief Executive",
    "Deputy Chief Constable Jo Bennett": "Jo Bennett|Deputy Chief Constable",
    # A rank or a form of address before a name stays with it, as people.yaml knows it with or without.
    "Chief Inspector Alex MORGAN": "Chief Inspector Alex MORGAN",
    "Cllr Alex Morgan": "Cllr Alex Morgan",
    "Dr Alex Morgan OBE": "Dr Alex Morgan OBE",
    "T/ACC Alex Morgan, Operations": "T/ACC Alex Morgan|Operations",
    "Jo (Josephine) Bennett, Clerk": "Jo (Josephine) Bennett|Clerk",
    "Mary-Ann O'Neill (MON), Clerk": "Mary-Ann O'Neill|Clerk||MON",
    "John Constable": "John Constable",
    "Jane Clerk": "Jane Clerk",
    "None": "",
    "Nil": "",
    "none received": "",
    "No apologies": "",
    "Noel None": "Noel None",
}


@pytest.mark.parametrize(("entry", "right"), NAMES.items())
def test_an_entry_of_front_matter(entry: str, right: str) -> None:
    minutes = read("## 1. A\n\n1.1 B.\n", f'members:\n  - "{entry}"\n')
    assert account(minutes) == ({"members": right} if right else {})


@pytest.mark.parametrize(
    "entry",
    ["Two members of the public", "3 members of the press", "Members of the public", "A journalist"],
)
def test_people_without_a_name_are_shown_and_are_nobody(entry: str) -> None:
    minutes = read("## 1. A\n\n1.1 B.\n", f"in_attendance:\n  - {entry}\n")
    assert account(minutes) == {"others": entry}


AM, SO, JB = "Alex Morgan", "Sam Okafor", "Jo Bennett"
ITEM = "\n\n## 1. Stores\n\n1.1 Noted."

# The text of minutes, and what is read of it or told.
TEXTS: dict[str, dict[str, str]] = {
    # run on
    f"Present: {AM}, Police and Crime Commissioner (Chair); {SO}, Chief Constable": {
        "members": f"{AM}|Police and Crime Commissioner (Chair); {SO}|Chief Constable"
    },
    f"**Present:** {AM}, {SO} and {JB}": {"members": f"{AM}; {SO}; {JB}"},
    # Names are kept as they are typed, and recognised as they look.
    "Present: Ann O’Neill, Jo\u00a0Bennett": {"members": "Ann O’Neill; Jo\u00a0Bennett"},
    f"PRESENT: {AM}, {SO}, {JB}.": {"members": f"{AM}; {SO}; {JB}"},
    f"Present – {AM} (Chair), {SO}": {"members": f"{AM}|Chair; {SO}"},
    f"Present: {AM}, Chair, {SO}, Chief Constable, and {JB}, Treasurer": {
        "members": f"{AM}|Chair; {SO}|Chief Constable; {JB}|Treasurer"
    },
    f"Present: {AM}, Police and Crime Commissioner and {SO}, Chief Constable": {
        "members": f"{AM}|Police and Crime Commissioner; {SO}|Chief Constable"
    },
    # The list is called so on the page, too.
    f"Attendees: {AM} (AM) (Chairing), {SO} (Minuting)": {"members": f"{AM}||Chairing|AM; {SO}||Minuting"},
    "Present: Cllrs A Smith (Chairman), B Jones and C. Patel": {
        "members": "A Smith|Chairman; B Jones; C. Patel"
    },
    "Present: Mr A Smith, Mrs B. Jones": {"members": "Mr A Smith; Mrs B. Jones"},
    f"Members present: {AM} (AM); {SO} (SO)": {"members": f"{AM}|||AM; {SO}|||SO"},
    f"In attendance: {JB} – Treasurer; Priya Shah – Staff Officer": {
        "in": f"{JB}|Treasurer; Priya Shah|Staff Officer"
    },
    f"Also present: {JB} and two members of the public": {"in": JB, "others": "two members of the public"},
    f"In attendance: {JB}, Clerk; 3 members of the public": {
        "in": f"{JB}|Clerk",
        "others": "3 members of the public",
    },
    f"Apologies: {JB}": {"apologies": JB},
    f"Apologies for absence: {JB}, Treasurer": {"apologies": f"{JB}|Treasurer"},
    f"Apologies were received from {JB} and {SO}.": {"apologies": f"{JB}; {SO}"},
    f"Apologies were received from {JB}, Strategic Accountant and {SO}, Estates Manager.": {
        "apologies": f"{JB}|Strategic Accountant; {SO}|Estates Manager"
    },
    f"Apologies for absence had been received from {JB}, Treasurer.": {"apologies": f"{JB}|Treasurer"},
    f"Apologies received from: {JB}": {"apologies": JB},
    f"Apologies – {JB}": {"apologies": JB},
    "Apologies: None": {},
    "Apologies: none received.": {},
    "There were no apologies.": {},
    "Apologies for absence: Nil": {},
    # lists, lines and paragraphs
    f"Present:\n\n- {AM}, Chair\n- {SO}, Chief Constable": {"members": f"{AM}|Chair; {SO}|Chief Constable"},
    f"**Present**\n\n{AM}, Chair\n\n{SO}, Chief Constable\n\n**Apologies**\n\n{JB}": {
        "members": f"{AM}|Chair; {SO}|Chief Constable",
        "apologies": JB,
    },
    f"Present:\n{AM} (Chair)\n{SO}\n{JB} (JB)": {"members": f"{AM}|Chair; {SO}; {JB}|||JB"},
    f"Present:\n\n1. {AM}, Chair\n2. Sam OKAFOR": {"members": f"{AM}|Chair; Sam OKAFOR"},
    f"## Present\n\n- {AM}, Chair\n\n## In attendance\n\n- {JB}": {"members": f"{AM}|Chair", "in": JB},
    f"## Attendance\n\nPresent: {AM}": {"members": AM},
    f"## 1. Apologies\n\nApologies were received from {JB}.": {"apologies": JB},
    f"## 1. Welcome and apologies for absence\n\n1.1 Apologies were received from {JB}.": {"apologies": JB},
    f"## 1. Apologies\n\n1.1 {JB}": {"told": "3"},
    "## 1. Apologies\n\nNone.": {},
    "## 1. Apologies\n\n1.1 There were none.": {},
    # tables
    f"| Present: | {AM}, Chair; {SO}, Chief Constable |\n|---|---|\n| Apologies: | {JB} |": {
        "members": f"{AM}|Chair; {SO}|Chief Constable",
        "apologies": JB,
    },
    f"Present:\n\n| Name | Role |\n|---|---|\n| {AM} | Chair |\n| {SO} (SO) | Chief Constable |": {
        "members": f"{AM}|Chair; {SO}|Chief Constable||SO"
    },
    f"| Name | Position | Attendance |\n|---|---|---|\n| {AM} | Chair | Present |\n| {JB} | Clerk | Apologies |": {
        "members": f"{AM}|Chair",
        "apologies": f"{JB}|Clerk",
    },
    f"Present:\n\n| Name | Initials | Role |\n|---|---|---|\n| {AM} | AM | Chair |": {
        "members": f"{AM}|Chair||AM"
    },
    f"| Name | Role |\n|---|---|\n| {AM} | Chair |": {"told": "1"},
    f"| Member | 10 Feb |\n|---|---|\n| {AM} | ✓ |": {"told": "1"},
    # several lists in one paragraph, and longer labels
    f"Present: {AM}; {SO}\nIn attendance: {JB}\nApologies: Priya Shah": {
        "members": f"{AM}; {SO}",
        "in": JB,
        "apologies": "Priya Shah",
    },
    f"Present: {AM}\nAbsent: {SO}\nApologies: {JB}": {"members": AM, "apologies": JB, "told": "2"},
    f"The following were present: {AM}, {SO}": {"members": f"{AM}; {SO}"},
    f"In attendance (virtually): {JB}": {"in": JB},
    f"Members: {AM}, {SO}": {"members": f"{AM}; {SO}"},
    f"Apologies were received on behalf of {JB}.": {"apologies": JB},
    "Apologies: There were no apologies for absence.": {},
    f"Present: {AM} (in the Chair), {SO}": {"members": f"{AM}||in the Chair; {SO}"},
    # a list without a label that says what it is of
    f"Present at the meeting were {AM} and {SO}.": {"told": "1"},
    f"**OPCC:** {AM}, {SO}\n\n**Constabulary:** {JB}, {SO}": {"told": "1 3"},
    f"Chair: {AM}": {"told": "1"},
    "Venue: Village Hall": {},
    "Date: Thursday, 10 February": {},
    # what is not clear is told, and nobody of that line is listed
    f"Present: {AM}, Estates, {SO}": {"told": "1"},
    "Present: The Chair and all members but one": {"told": "1"},
    "Present: All members": {"told": "1"},
    "Present: as per the attached list": {"told": "1"},
    "Present: Smith, Jones, Patel": {"told": "1"},
    f"In attendance: {JB} and the Clerk": {"told": "1"},
    f"Apologies were received from {JB}, who was on leave, and the Treasurer.": {"told": "1"},
    f"Apologies were received from {JB} but not accepted.": {"told": "1"},
    "Apologies were received from the Chief Constable.": {"told": "1"},
    f"Present:\n\n- {AM}, Chair\n- the Treasurer": {"told": "4"},
    f"Present {AM} Police and Crime Commissioner": {"told": "1"},
    f"Apologies {JB} Chief Executive": {"told": "1"},
    f"Absent: {JB}": {"told": "1"},
    f"Not present: {JB}": {"told": "1"},
    f"Attendance: {AM}, {SO}": {"told": "1"},
    f"Present: {AM}; {SO} (substitute for {JB})": {"members": f"{AM}; {SO}||substitute for {JB}"},
    # what is no list of people is left
    "The Board was asked to present its accounts.": {},
    "Present practice was described.": {},
    "Apologies were given for the late papers.": {},
    "Present and future demand: see the paper.": {},
    f"{AM} apologised for the delay.": {},
    "Officers in attendance at football matches were thanked.": {},
    "The meeting began at 10.00.": {},
}


@pytest.mark.parametrize(("text", "right"), TEXTS.items())
def test_attendance_in_the_text(text: str, right: dict[str, str]) -> None:
    assert account(read(text + ITEM)) == right


@pytest.mark.parametrize(
    "text",
    [
        f"## 1. Stores\n\nPresent: {AM}",
        f"## 4. Football\n\n4.1 In attendance: {JB}",
        f"## 4. Complaints\n\n4.1 Apologies were received from {JB}.",
    ],
)
def test_below_other_items_nothing_is_a_list(text: str) -> None:
    assert account(read(text)) == {}


def test_front_matter_wins_and_a_difference_is_told() -> None:
    front = f"members: [{AM}, {SO}]\n"
    assert account(read(f"Present: {AM}; {SO}{ITEM}", front)) == {"members": f"{AM}; {SO}"}
    assert account(read(f"Present: A Morgan; Mr Okafor{ITEM}", front)) == {"members": f"{AM}; {SO}"}
    told = {"members": f"{AM}; {SO}", "told": "2"}
    assert account(read(f"Present: {AM}; {JB}{ITEM}", front)) == told
    assert account(read(f"Present: {AM}{ITEM}", front)) == told
    assert account(read(f"Apologies: {JB}{ITEM}", front)) == {"members": f"{AM}; {SO}", "apologies": JB}


def test_initials_in_the_text_are_those_of_people_in_front_matter() -> None:
    minutes = read(f"Present: {AM} (AMM); {SO} (SO){ITEM}", f"members: [{AM}, {SO}]\n")
    assert [p.initials for p in minutes.members] == ["AMM", "SO"]


def test_the_help_has_the_keys_to_write() -> None:
    (unread,) = (
        u
        for u in read(f"Apologies were received from {JB}, who was on leave.{ITEM}").body.unread
        if u.sought is Sought.PERSON
    )
    assert "apologies:" in unread.cure


def test_initials_are_those_of_one_person_alone() -> None:
    minutes = read(f"Present: {AM} (AM); {SO}; Jane Bell; {JB}; Ann Moss; Carl Cole{ITEM}")
    assert {letters: one.name for letters, one in by_initials(minutes).items()} == {"AM": AM, "SO": SO}


def test_an_owner_can_be_named_by_initials(tmp_path: Path) -> None:
    """The page of the action leads to the person, who has the action among theirs, and nothing is told."""
    files = {
        "meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\nPresent: {SO} (SO); {JB}{ITEM}\n",
        "people.yaml": f"people:\n  - {{id: so, name: {SO}}}\n  - {{id: jb, name: {JB}}}\n",
        "actions.yaml": (
            "actions:\n  - id: 2022/1\n    raised: {meeting: 2022-02-10, item: '1.1'}\n    action: Go.\n"
            "    owners: [SO, JB, XY]\n"
        ),
    }
    loaded = load(write(tmp_path / "content", files), NOW)
    assert [d.message for d in loaded.diagnostics if d.code == "BCB403"] == [
        "“XY” is no person, post or organisation that the site knows."
    ]
    site = build(tmp_path / "content", tmp_path / "site")
    page = (site / "actions/2022/1/index.html").read_text()
    assert 'people/so/">SO</a>' in page
    assert "actions/2022/1/" in (site / "people/jb/index.html").read_text()
