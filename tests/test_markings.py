"""What marks a text as not for the public, and what only speaks of such things."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from bcbsite.archive import markings
from bcbsite.archive.exclusion import readmits, shuts_out
from bcbsite.archive.marked_headings import marking_of_heading, strong_marking_of_heading
from bcbsite.archive.markings import is_harmless, marking_in, which_may_be_marked
from bcbsite.archive.walk import Shape, texts_in, words_in
from bcbsite.diagnostics import Span
from bcbsite.model.body import Passage
from bcbsite.model.content import Content
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from conftest import NOW, REPOSITORY, write
from marked import PLACES, SPELLINGS

M = "meetings/2022-02-10"

MARKED = """
OFFICIAL-SENSITIVE
The annex is OFFICIAL-SENSITIVE until May.
OFFICIAL\u2011SENSITIVE
OFFICIAL\u2010SENSITIVE
OFFICIAL\u2012SENSITIVE
OFFICIAL\u2212SENSITIVE
OFFICIAL — SENSITIVE
OFFICIAL: SENSITIVE
OFFICIAL/SENSITIVE
OFFICIAL (SENSITIVE)
OFFICIAL [SENSITIVE]
OFFICIAL_SENSITIVE
OFFICIAL.SENSITIVE
OFFICIAL, SENSITIVE
OFFICIAL\u00a0SENSITIVE
OFFICIALSENSITIVE
OFFI\u00adCIAL-SENSI\u00adTIVE
OFFICIAL-\u200bSENSITIVE
OF\ufb01CIAL-SENSITIVE
\uff2f\uff26\uff26\uff29\uff23\uff29\uff21\uff2c-\uff33\uff25\uff2e\uff33\uff29\uff34\uff29\uff36\uff25
\u041eFFICIAL-SENSITIVE
O F F I C I A L - S E N S I T I V E
<b>OFFICIAL</b>-<i>SENSITIVE</i>
OFFICAL-SENSITIVE
OFFICIAL-SENSITVE
OFFICIAL-SENS
OFF-SEN
Official-Sensitive
The annex is Official-Sensitive.
Official: Sensitive
(O-S) Twelve officers sit there.
O-S
The O-S map of the safe houses was shown.
O-S maps of the safe houses
O\u2011S
OFFICIAL-S
SECRET
TOP SECRET
TOP-SECRET
TOP\u00a0SECRET
The report is NOT FOR PUBLICATION.
NOT\u00a0FOR\u00a0PUBLICATION
NOT  FOR   PUBLICATION
NOT-FOR-PUBLICATION
NOT<br>FOR<br>PUBLICATION
Not for publication
Not for publication by virtue of paragraph 3 of Part I of Schedule 12A
Not for Publication: twelve officers sit there.
NOT FOR DISCLOSURE
NOT FOR CIRCULATION
NOT FOR PUBLIC RELEASE
NOT TO BE PUBLISHED
DO NOT PUBLISH
CONFIDENTIAL
Confidential
confidential
[CONFIDENTIAL]
CONFIDENTIAL: twelve officers sit there.
CONFIDENTIAL – twelve officers
Confidential: twelve officers sit there.
Twelve officers sit there. (CONFIDENTIAL)
RESTRICTED
Restricted
RESTRICTED – COMMERCIAL
EXEMPT
Exempt
Exempt items
EXEMPT INFORMATION
Exempt under paragraph 3
Exempt information under paragraph 3 of Schedule 12A
PRIVATE AND CONFIDENTIAL
Private and Confidential
Private & confidential
The letter is PRIVATE AND CONFIDENTIAL.
STRICTLY CONFIDENTIAL
Strictly private and confidential
STRICTLY PRIVATE & CONFIDENTIAL
COMMERCIAL IN CONFIDENCE
Commercial in confidence
COMMERCIAL-IN-CONFIDENCE
IN CONFIDENCE
In confidence
STAFF IN CONFIDENCE
PROTECT – PERSONAL
PRIVATE SESSION
Private session
CLOSED SESSION
IN PRIVATE
In camera
SENSITIVE
Part II
PART II
PART 2
PART TWO
PART B
PART 2 – PRIVATE
Part 2 – Private
Part 2 - private session
Part II – Exempt items
PART 2: ITEMS TO BE CONSIDERED IN PRIVATE
LEGALLY PRIVILEGED
FOR INTERNAL USE ONLY
(a) Exempt items
(a) Part 2 – private
a) Not for publication
b. CONFIDENTIAL: twelve officers
(iv) In private
12) Private and confidential
EMBARGOED UNTIL 3 MARCH 2022
Embargoed until 3 March 2022
This report is exempt by virtue of paragraph 3.
This report is not for publication because it names officers.
This report contains exempt information.
This paper contains confidential information.
This appendix is confidential.
Classification: CONFIDENTIAL
Protective marking: RESTRICTED
Protective marking: Restricted
GPMS: RESTRICTED
Status: EXEMPT
Classification: Private and Confidential
Action: CONFIDENTIAL: x
Resolved: EXEMPT – x
Update: RESTRICTED: x
Report from: CONFIDENTIAL
Note: Classification: CONFIDENTIAL
The paper, OFFICIAL-Sensitive, was read.
The paper is OFFICIAL Sensitive.
The paper is OFFICIAL sensitive.
The paper, Official-SENSITIVE, was read.
The paper, official-SENSITIVE, was read.
The paper, OF\ufb01CIAL-SENSITIVE, was read.
The paper, O\ufb03CIAL-SENSITIVE, was read.
CONFIDENTIAL REPORT OF THE CHIEF CONSTABLE
EXEMPT REPORT OF THE CHIEF CONSTABLE
PRIVATE REPORT BY THE TREASURER
CONFIDENTIAL ANNEX A
CONFIDENTIAL 2022
CONFIDENTIAL 3 MARCH 2022
CONFIDENTIAL (when complete)
PART 2 ITEMS
PART 2 AGENDA
AGENDA – PART 2
NOT YET FOR PUBLICATION
NOT FOR WEB PUBLICATION
NOT FOR EXTERNAL PUBLICATION
NOT FOR IMMEDIATE RELEASE
NOT TO BE MADE PUBLIC
EMBARGO UNTIL 3 MARCH 2022
Embargo until 3 March 2022
COMMERCIALLY SENSITIVE
BCB – CONFIDENTIAL
AGENDA ITEM 5 – EXEMPT
CONFIDENTIAL Page 2 of 3
<b>CONFIDENTIAL</b>
<p class="a">EXEMPT</p>
NOT FOR
Document is Restricted
By virtue of paragraph 3 of Part 1 of Schedule 12A, this report is not for publication.
Contains exempt information
The report is OFFICAIL-SENSITIVE.
NOT FOR PUBLICATON
The report is OFFICIAL-SENSITlVE.
C0NFIDENTIAL
C\u0332O\u0332N\u0332F\u0332I\u0332D\u0332E\u0332N\u0332T\u0332I\u0332A\u0332L\u0332
S\u0336E\u0336C\u0336R\u0336E\u0336T\u0336
S  E  C  R  E  T
The report is OFFICIAL<!-- x -->-SENSITIVE.
This report is exempt from the requirement to be published.
This report is restricted to members of the Board.
CONFIDENTIAL: boats at the quarry: none
(CONFIDENTIAL) Boats at the quarry: none
1.2 <OFFICIAL-SENSITIVE> Kestrel.
<CONFIDENTIAL>
<confidential>
OFFICIAL <SENSITIVE>
OFFICIAL <!--SENSITIVE-->
<!-- OFFICIAL-SENSITIVE -->
The <b title="OFFICIAL-SENSITIVE">kestrel</b>.
<img alt="CONFIDENTIAL">
CONFI<wbr>DENTIAL
PART II.
Part 2.
PART 2B
Part three – confidential
Rhan 2 – eithriedig
EXEMPT MINUTE
CONFIDENTIAL MINUTE
CONFIDENTIAL LETTER
CONFIDENTIAL PERSONNEL MATTERS
UK CONFIDENTIAL
NATO RESTRICTED
GPMS CONFIDENTIAL
CONFIDENTIAL AND PRIVILEGED
Personal and confidential
COMMERCIAL SENSITIVE
POLICE SENSITIVE
BCB | CONFIDENTIAL
BCB / CONFIDENTIAL
BCB • CONFIDENTIAL
Page 1 of 5 CONFIDENTIAL
Agenda item 5 – exempt
Appendix A – Confidential
Appendix A (Confidential)
Lease of the hut (not for publication)
(EXEMPT UNDER PARAGRAPH 3)
A note (EXEMPT – PARAGRAPH 3) lists officers.
A note (SENSITIVE) lists officers.
O/S
(O/S)
[O.S.]
0FFICIAL-SENSITIVE
OFFICIAL-$ENSITIVE
OFFICIAL-SESITIVE
C-O-N-F-I-D-E-N-T-I-A-L
C.O.N.F.I.D.E.N.T.I.A.L.
S    E    C    R    E    T
ⒸⓄⓃⒻⒾⒹⒺⓃⓉⒾⒶⓁ
🄾🄵🄵🄸🄲🄸🄰🄻-🅂🄴🄽🅂🄸🅃🄸🅅🄴
ᴄᴏɴꜰɪᴅᴇɴᴛɪᴀʟ
CÓNFIDENTIAL
CONFIDENTAIL
UNDER EMBARGO
STRICTLY EMBARGOED
NOT FOR SHARING
NOT FOR PULBICATION
NOT FOR THE WEBSITE
NOT OPEN TO THE PUBLIC
WITHHELD FROM PUBLICATION
TLP:RED
The annex is Official-sensitive.
This report must not be published.
The report is exempt under paragraph 3.
The paper is not for publication.
Reserved business
Closed part of the meeting
Below the line
""".strip().split("\n")

ONLY_SPOKEN_OF = """
Sam Okafor asked that fewer papers be marked as sensitive.
Sam Okafor asked that fewer papers be marked official-sensitive.
The confidential helpline had forty calls.
The Board noted that entry to the quarry is restricted.
Part 2 of the plan is about boats.
Part II of the Police Act 1996 was mentioned.
Part II of the Police Act
Part 2 was about boats.
Part 2 is kept in private hands.
The press and public were welcomed.
The names are kept confidential.
Confidentiality was discussed.
Confidential waste is collected on Mondays.
Confidential helpline
CONFIDENTIAL REPORTING LINE
The CONFIDENTIAL REPORTING line had forty calls.
The exempt report was noted.
Exempt vehicles need no badge.
Exempt accommodation
Exemptions
The charity is exempt from rates.
EXEMPTIONS FROM RATES
Restricted funds stood at £2m.
Restricted reserves
RESTRICTED RESERVES
Restricted duties
(a) Restricted reserves
(a) Confidential waste
(b) In private, officers were hopeful.
b. Exempt vehicles
A private session was held with staff.
Private hire vehicles
Private sector
PRIVATE SECTOR PARTNERSHIPS
The private part of the beach is fenced.
It was an official, sensitive and difficult talk.
Official. Sensitive matters came next.
An official, sensitive to the question, replied.
Official visits
The official sensitive area was fenced.
The Home Secretary wrote.
HOME SECRETARY
Secretary of State
SECRETARIAT
It is no secret that boats leak.
A secret ballot was held.
Secret shoppers went to six stations.
The top secret of a good boat is paint.
Protect and serve
PROTECT
Protect
Prevent, pursue, protect and prepare
The report was published in confidence that it would be read.
In confidence, she said, numbers rise.
In private, officers were hopeful.
Staff confidence
Public confidence
PUBLIC CONFIDENCE IN POLICING
Publication scheme
For publication
The plan is not for publication in March but in April.
This is not for the Board to decide.
This report is about exempt vehicles.
This report is public.
This paper is about confidential waste.
Sensitive policing of crowds
Sensitivity analysis
Sensitive
The closed case was opened again.
Closed
The embargo on boats was lifted.
Embargoes
Classified advertisements
Internal audit
Legal advice
Part 1
Part 3
PART 1 – OPEN SESSION
PART A
Participation
Parts II and III
S-O-S
The O-S maps were laid out.
O-S maps
O-S map sheet 86
P O L I C E
OFFICIAL
OFFICIAL VISITOR
THE OFFICIAL'S REPORT
NOT PROTECTIVELY MARKED
UNRESTRICTED
Classification: OFFICIAL
Action: Restricted reserves to be reported
Access: restricted
Jo Bloggs: In confidence, numbers rise.
Status: Closed
Confidential: none.
Exempt from publication: No
Exempt items – none
This item is exempt from VAT.
This section is restricted to the two boroughs.
This report is restricted to the capital budget.
This paper contains restricted reserve balances for each year.
PRIVATE HIRE VEHICLES OF THE COUNTY
Does this report contain exempt information? No
Does this report contain confidential information? No
Contains exempt information? No
This report is exempt from call-in.
This item is exempt from the contract rules.
This paper is restricted to revenue spending.
This document is restricted in scope.
Protect personal information
PROTECT STAFF
PROTECT STAFF AND THE PUBLIC
PROTECT PERSONAL DATA
TRUST IN CONFIDENCE MEASURES
IN CONFIDENCE, TRUST AND LEGITIMACY
SECRET SANTA RAISED £200
LEGAL PRIVILEGE POLICY
The survey (confidential) had 60 replies.
Roads (restricted to 20 mph) were named.
The box <b>is</b> blue.
The form <name> was filled in.
U.S.A.F. visitors came.
RATES EXEMPT
Part 2 – Performance
Part B – Finance
Part 3 of the plan
Sesiwn agored
""".strip().split("\n")

_WITHIN_LISTS = (
    "Closed",
    "Confidential",
    "Exempt",
    "Private",
    "Restricted",
    "confidential",
    "secret",
    "Sensitive",
)


@pytest.mark.parametrize("text", MARKED)
def test_a_marking_is_seen(text: str) -> None:
    assert marking_in(text, Shape.TEXT)


@pytest.mark.parametrize("text", [t for t in ONLY_SPOKEN_OF if t != "Sensitive"])
def test_what_is_only_spoken_of_is_no_marking(text: str) -> None:
    assert marking_in(text, Shape.TEXT) is None


@pytest.mark.parametrize("text", _WITHIN_LISTS)
@pytest.mark.parametrize("shape", [Shape.ENTRY, Shape.CELL])
def test_one_word_in_small_letters_is_a_value_in_a_list_or_a_table(text: str, shape: Shape) -> None:
    assert marking_in(text, shape) is None
    assert text == "Closed" or marking_in(text.upper(), shape)


@pytest.mark.parametrize(
    "text", ["NOT\nFOR PUBLICATION", "NOT FOR\n\nPUBLICATION", "It is OFFICIAL\n-SENSITIVE."]
)
def test_a_marking_can_be_wrapped(text: str) -> None:
    assert marking_in(text, Shape.TEXT)


def test_a_line_in_capitals_marks_what_is_around_it() -> None:
    found = marking_in("Twelve officers sit there.\nRESTRICTED\nThey have two boats.", Shape.TEXT)
    assert found
    assert (found.words, found.line) == ("RESTRICTED", 1)
    assert marking_in("The way to the quarry is\nrestricted\nfrom now on.", Shape.TEXT) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "OFFICIAL",
        "Official",
        "official",
        "\uff2f\uff26\uff26\uff29\uff23\uff29\uff21\uff2c",
        "Not protectively marked",
        "Unclassified",
    ],
)
def test_what_is_known_to_be_harmless_is_let_through(text: str) -> None:
    assert is_harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "official-sensitive",
            "OFFICIAL - SENSITIVE",
            "O-S",
            "OS",
            "Offical",
            "OFFICIAL: COMMERCIAL",
            "OFFICIAL S",
        ),
        *(
            "secret",
            "restricted",
            "Confidential",
            "Internal",
            "Part II",
            "exempt",
            "yes",
            "?",
            "-",
            "OFFICIAL?!x",
        ),
        *("\u041eFFICIAL-SENSITIVE", "green", "protect", "2", "OFFICIAL 2"),
        *(
            "<SECRET>",
            "OFFICIAL <SENSITIVE>",
            "OFFICIAL <!--SENSITIVE-->",
            "OFFICIAL </S>",
            "OFFICIAL <S>",
            "<b>",
        ),
        *("OFFICIAL Ⓢ", "OFFICIAL 🅢", "OFFICIAL 🔒", "OFFICIAL +", "OFFICIAL –", "OFFICIAL:", "OFFICIAL*"),
    ],
)
def test_every_other_classification_is_a_bar(text: str) -> None:
    assert not is_harmless(text)


HEADINGS = {
    "## 3. Lease (Exempt)": True,
    "## 3. Lease (exempt – paragraph 3)": True,
    "## 3. Lease [CONFIDENTIAL]": True,
    "## 3. Lease (Restricted)": True,
    "## 3. Lease (private session)": True,
    "## 3. Lease (Private)": True,
    "## 3. (Exempt) Lease": True,
    "## 3. Confidential: Lease": True,
    "## 3. EXEMPT – Lease": True,
    "## 3. Lease – Exempt": True,
    "## 3. Lease: confidential": True,
    "## CONFIDENTIAL": True,
    "## Part II": True,
    "## PART 2 – EXEMPT ITEMS": True,
    "## Part 2: items to be considered in private": True,
    "## Exempt items": True,
    "## Private session": True,
    "## Closed session": True,
    "## Items not open to the public": True,
    "## Exclusion of the press and public": None,
    "## 3. Lease (Sensitive – Operational)": False,
    "## 3. Lease (Part 2)": True,
    "## 3. Lease – Part II": True,
    "## 3. Lease – exempt under paragraph 3": True,
    "## 3. Lease – Exempt by virtue of paragraph 3 of Schedule 12A": True,
    "## 3. Lease EXEMPT": True,
    "## 3. Lease **CONFIDENTIAL**": True,
    "## 3. Lease / Exempt": True,
    "## 3. Lease, exempt": True,
    "## 3. Lease {Exempt}": True,
    "## 3. Lease <Exempt>": True,
    "## 3. Lease (commercial in confidence)": True,
    "## 3. Lease (in confidence)": True,
    "## 3. Lease (legally privileged)": True,
    "## 3. Lease (commercially sensitive)": True,
    "## 3. Confidential appendix to item 4": True,
    "## Part 2 – Reports": True,
    "## Part 2 Agenda Items": True,
    "## Private part of the meeting": True,
    "## Closed part of the meeting": True,
    "## Part B – closed to the public": True,
    "## Items containing exempt information": True,
    "## Items to be considered in the absence of the press and public": True,
    "## Private Board": True,
    "## PINK PAPERS": True,
    "## 3. Part 2: delivering the plan": False,
    "## 3. Part 2 – Performance": False,
    "## 3. Reports of people excluded from school": False,
    "## 3. Business crime and exclusion notices": False,
    "## 3. Matters relating to exclusion zones": False,
    "## 3. Discussion of exclusion orders": False,
    "## 3. Items in private collections": False,
    "## 3. Exclusion of the press and public (not required)": False,
    "## 3. Whistleblowing (confidential reporting line)": False,
    "## 3. Parking permits (exempt vehicles)": False,
    "## 3. Council tax (exempt properties)": False,
    "## 3. Rates – exempt": False,
    "## 3. Officers (restricted duties)": False,
    "## 3. Firearms (restricted and prohibited)": False,
    "## 3. Roads (restricted)": False,
    "## 3. Housing: private": False,
    "## 3. Landlords (private)": False,
    "## 3. Prosecutions – private": False,
    "## 3. Pension scheme (closed)": False,
    "## 3. Consultation (closed)": False,
    "## 3. Actions (closed)": False,
    "## 3. Classified information policy": False,
    "## 3. Freedom of information – exempt information": False,
    "## 3. Publication scheme: exempt information": False,
    "## 3. Session in private with victims": False,
    "## 3. Legal privilege": False,
    "## 3. Private hire": False,
    "## 3. Private – public partnerships": True,
    "## 3. Lease (private sector)": False,
    "## 3. Part 2 of the plan": False,
    "## 3. Part II of the Police Act": False,
    "## 3. Exempt accommodation": False,
    "## 3. Confidential reporting line": False,
    "## 3. Tax-exempt boats": False,
    "## 3. Restricted reserves": False,
    "## 3. The exempt report": False,
    "## 3. Exclusion of the public from the quarry": False,
    "## CONFIDENTIAL ANNEX A": True,
    "## CONFIDENTIAL 2022": True,
    "## CONFIDENTIAL (when complete)": True,
    "## PART 2 ITEMS": True,
    "## PART 2 AGENDA": True,
    "## AGENDA – PART 2": True,
    "## 3. CONFIDENTIAL REPORT OF THE CHIEF CONSTABLE": True,
    "## 3. Lease – COMMERCIALLY SENSITIVE": True,
    "## 3. Lease (In camera)": True,
    "## 3. Grants (Restricted)": True,
    "## 3. Lease – restricted": True,
    "## 3. Business in private ownership": False,
    "## 3. Reports of crime in private homes": False,
    "## 3. Matters not open to challenge": False,
    "## 3. Reports not excluded from the count": False,
    "## 3. Exempt items – none": False,
    "## 3. Items in private: none": False,
    "## 3. Exclusion of press and public – not needed": False,
    "## 3. Grants – restricted": False,
    "## 3. Reserves (restricted and general)": False,
    "## 3. Officers on duty (restricted and adjusted)": False,
    "## 3. VAT (exempt supplies)": False,
    "## 3. Lease (no longer confidential)": False,
    "## 3. Press and public": False,
    "## 3. Official visits": False,
}
"""Whether text below stops publication; of None, text of later items."""


def mistakes(folder: Path, files: dict[str, str]) -> list[tuple[str, int]]:
    found = load(write(folder, files), NOW).diagnostics
    return [(d.code, d.span.line) for d in found if d.code != "BCB315"]


def in_minutes(text: str, front: str = "") -> dict[str, str]:
    return {f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{front}---\n\n{text}\n"}


def lines_told(folder: Path, texts: Sequence[str]) -> list[list[tuple[str, int]]]:
    """The mistakes in minutes of each of *texts*, which are loaded together."""
    days = [str(date(2022, 2, 10) + timedelta(days=n)) for n in range(len(texts))]
    files = {
        f"meetings/{day}/minutes.md": f"---\ndate: {day}\n---\n\n{text}\n"
        for day, text in zip(days, texts, strict=True)
    }
    found = load(write(folder, files), NOW).diagnostics
    told = [(d.span.path, d.code, d.span.line) for d in found if d.rule.severity == "error"]
    return [[(code, line) for path, code, line in told if f"/{day}/" in path] for day in days]


def test_a_marked_heading_stops_the_text_below_it(tmp_path: Path) -> None:
    stopped = [("BCB501", 5)]
    text, item = "The rent is £20,000.", "## 9. Close"
    below = lines_told(tmp_path / "a", [f"{heading}\n\n{text}" for heading in HEADINGS])
    alone = lines_told(tmp_path / "b", list(HEADINGS))
    later = lines_told(tmp_path / "c", [f"{heading}\n\n{item}\n\n{text}" for heading in HEADINGS])
    for (heading, marks), *told in zip(HEADINGS.items(), below, alone, later, strict=True):
        is_part = marks is None or (marks and heading.startswith(("## A", "## C", "## P", "## E", "## I")))
        assert told == [stopped if marks else [], [], stopped if is_part else []], heading


IN_CONTEXT = {
    "## 3. Review of actions\n\n### Closed items\n\n3.1 The oars were bought.": [],
    "## 3. Boats\n\n### Closed items\n\n3.1 The oars were bought.": [("BCB501", 7)],
    "## 3. Actions\n\n### Closed session\n\n3.1 The oars were bought.": [("BCB501", 7)],
    "## 3. Action plan\n\n### Closed items\n\n3.1 The oars were bought.": [("BCB501", 7)],
    "## 3. Outstanding actions from previous meetings\n\n### Closed items\n\n3.1 The oars were bought.": [],
    "## 3. Action log\n\n### Closed items\n\n3.1 The oars were bought.": [],
    "## 3. Legal action against the force\n\n### Closed items\n\n3.1 The sum.": [("BCB501", 7)],
    "## 3. Disciplinary actions\n\n### Closed items\n\n3.1 The sum.": [("BCB501", 7)],
    "## 3. Reports and actions\n\n### Closed items\n\n3.1 The sum.": [("BCB501", 7)],
    "## 3. Action Fraud\n\n### Closed items\n\n3.1 The sum.": [("BCB501", 7)],
    "| Grants paper | Kind |\n|---|---|\n| Boats | RESTRICTED |": [("BCB501", 7)],
    "| Fund | Level |\n|---|---|\n| Boats | RESTRICTED |": [("BCB501", 7)],
    "O-S maps and plans of the safe houses": [("BCB501", 5)],
    "O-S mapping exercise, and who was seen": [("BCB501", 5)],
    "| Reserve | Kind | £ |\n|---|---|---|\n| Boats | RESTRICTED | 20 |\n| Oars | General | 3 |": [],
    "| Fund | Marking |\n|---|---|\n| Boats | RESTRICTED |": [("BCB501", 7)],
    "| Fund | Kind |\n|---|---|\n| Boats | RESTRICTED |\n| Oars | OFFICIAL |": [("BCB501", 7)],
    "| Fund | Kind |\n|---|---|\n| RESTRICTED | General |": [("BCB501", 7)],
    "| Place | Kind |\n|---|---|\n| Boats | RESTRICTED |": [("BCB501", 7)],
    "| Fund | RESTRICTED |\n|---|---|\n| Boats | General |": [("BCB501", 5)],
}


@pytest.mark.parametrize(("text", "stopped"), IN_CONTEXT.items())
def test_a_word_that_the_context_makes_harmless_stops_nothing(
    tmp_path: Path, text: str, stopped: list[tuple[str, int]]
) -> None:
    assert mistakes(tmp_path, in_minutes(text)) == stopped


@pytest.mark.parametrize(
    "note", ["Official-Sensitive", "secret", "Not for publication", "O-S", "OFFICIAL: SENSITIVE"]
)
def test_a_marking_above_official_in_a_heading_needs_no_text_below_it(tmp_path: Path, note: str) -> None:
    assert mistakes(tmp_path, in_minutes(f"## 3. Boats ({note})")) == [("BCB501", 5)]


def test_an_agenda_may_list_an_exempt_item_and_who_reports(tmp_path: Path) -> None:
    items = "## 1. Welcome\n\nAll are welcome.\n\n## PART 2\n\n## 3. Lease (Exempt)\n\nReport from: Chief Executive\n"
    agenda = f"---\ndate: 2022-02-10\n---\n\n{items}"
    assert mistakes(tmp_path / "a", {f"{M}/agenda.md": agenda}) == []
    files = {f"{M}/agenda.md": f"{agenda}\nThe rent is £20,000.\n"}
    assert mistakes(tmp_path / "b", files) == [("BCB501", 9), ("BCB501", 11)]


def test_the_first_part_that_is_not_public_is_told_of_once(tmp_path: Path) -> None:
    text = "## Part 2\n\n## 2. Exclusion of the public\n\n2.1 The public were excluded from the meeting.\n\n## 3. A\n\n3.1 b"
    assert mistakes(tmp_path / "a", in_minutes(text)) == [("BCB501", 5)]
    assert mistakes(tmp_path / "b", in_minutes(text, waivers("item-part-2"))) == [("BCB501", 8)]
    assert mistakes(tmp_path / "d", in_minutes(text, waivers("item-part-2", "2"))) == []
    said = in_minutes("## 2. A\n\n2.1 That the public be excluded from the meeting.\n\n## 3. A\n\n3.1 b")
    assert mistakes(tmp_path / "c", said) == [("BCB501", 7)]


def waivers(*places: str) -> str:
    entries = ", ".join(f'{{rule: classification, at: "{place}", why: W}}' for place in places)
    return f"waive: [{entries}]\n"


_SHUT_OUT = "1.1 The press and public were excluded from the meeting."
WAIVED_ELSEWHERE = [
    ("2", "## 2. Exclusion of the press and public\n\n2.1 Agreed.\n\n## PART II – EXEMPT ITEMS\n\n3.1 b", 10),
    ("2", "## 2. Exclusion of the press and public\n\n2.1 Agreed.\n\n## PRIVATE SESSION\n\n3.1 b", 10),
    ("2", "## 2. Exclusion of the press and public\n\n2.1 Agreed.\n\n## CONFIDENTIAL\n\n3.1 b", 10),
    ("1", "## 1. Restricted\n\n1.1 Funds.\n\n## 2. EXEMPT\n\n2.1 b", 10),
    ("1", "## 1. Restricted\n\n1.1 Funds.\n\n## 2. PRIVATE AND CONFIDENTIAL\n\n2.1 b", 10),
    ("item-part-2", "## Part 2\n\nFunds.\n\n## CONFIDENTIAL\n\n2.1 b", 10),
    (
        "1.1",
        f"## 1. A\n\n{_SHUT_OUT}\n\n## 2. B\n\n2.1 Public were readmitted.\n\n## 3. C\n\n"
        "3.1 RESOLVED that the press and public be excluded from the meeting.\n\n## 4. D\n\n4.1 b",
        16,
    ),
    ("1.1", f"## 1. A\n\n{_SHUT_OUT} CONFIDENTIAL: b\n\n## PART II\n\n2.1 b", 10),
]
"""What is waived, the text, and the line of what is marked and is not waived."""


@pytest.mark.parametrize(("place", "text", "line"), WAIVED_ELSEWHERE)
def test_a_waiver_counts_for_its_place_alone(tmp_path: Path, place: str, text: str, line: int) -> None:
    assert mistakes(tmp_path / "a", in_minutes(text, waivers(place))) == [("BCB501", line)]
    agenda = {name.replace("minutes", "agenda"): t for name, t in in_minutes(text, waivers(place)).items()}
    found = mistakes(tmp_path / "b", agenda)
    assert ("BCB501", line) in found


def test_an_exclusion_that_is_waived_may_be_said_again_in_its_text(tmp_path: Path) -> None:
    text = f"## 1. Exclusion of the press and public\n\n{_SHUT_OUT}\n\n## 2. B\n\n2.1 b"
    assert mistakes(tmp_path / "a", in_minutes(text)) == [("BCB501", 5)]
    assert mistakes(tmp_path / "b", in_minutes(text, waivers("1"))) == []


def test_the_help_has_the_waiver_for_the_place(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", in_minutes("## 3. Lease (Exempt)\n\n3.1 The rent is £20,000."))
    [mistake] = load(folder, NOW).diagnostics
    waiver = mistake.help[mistake.help.index("waive:") :].removesuffix(".")
    assert mistakes(tmp_path / "b", in_minutes("## 3. Lease (Exempt)\n\n3.1 b", f"{waiver}\n")) == []


@pytest.mark.parametrize("place", PLACES)
def test_every_key_and_text_of_every_record_is_looked_at(tmp_path: Path, place: str) -> None:
    """And the message names its file, and its line or that on which its entry of a list begins."""
    for number, spelling in enumerate(SPELLINGS):
        files, file, line = PLACES[place](spelling)
        if place == "an attachment" and spelling == "STRICTLY CONFIDENTIAL":
            continue  # a file's name is no sentence: few words in it are surely a marking
        folder = write(tmp_path / str(number), files)
        lines = files[file].split("\n")
        first = max(
            n for n, text in enumerate(lines[:line], 1) if n == line or text.startswith(("  - ", "```"))
        )
        begins = max(
            [n for n, text in enumerate(lines[:line], 1) if text.startswith(("  - ", "```"))], default=line
        )
        told = [d.span for d in load(folder, NOW).diagnostics if d.code == "BCB501"]
        assert any(s.path.endswith(f"/{file}") and s.line in (first, begins) for s in told), (spelling, told)


NAMES = (
    *("05OfficialSensitive.pdf", "05-annexNotForPublication.pdf", "OFFICIAL-SENSITIVE2022.pdf"),
    *("2022-02-10-official-sensitive", "not-for-publication", "official-sensitive"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_marking_is_seen_in_a_name(name: str) -> None:
    assert marking_in(name, Shape.NAME)


def test_the_name_of_a_meeting_s_folder_is_looked_at(tmp_path: Path) -> None:
    for number, name in enumerate(("official-sensitive", "not-for-publication")):
        for status, codes in (("approved", ["BCB501"]), ("draft", [])):
            text = in_minutes("## 1. A\n\n1.1 b", f"status: {status}\n")[f"{M}/minutes.md"]
            folder = tmp_path / f"{number}-{status}"
            paper = "---\ntitle: A\npublish: withheld\nreason: Harm.\n---\n\nb\n"
            assert [c for c, _ in mistakes(folder / "a", {f"{M}-{name}/minutes.md": text})] == codes
            assert [c for c, _ in mistakes(folder / "b", {f"{M}-{name}/papers/a.md": paper})] == ["BCB501"]


SHARED: dict[str, bool] = {
    "redirects.yaml: actions/2019/1/: {gone: CONFIDENTIAL}": True,
    "redirects.yaml: actions/2019/1/: {gone: x (EXEMPT)}": True,
    "redirects.yaml: actions/2019/1/: {gone: It was confidential.}": False,
    "actions.yaml: series: [{id: 2022, title: CONFIDENTIAL}]": True,
    "actions.yaml: actions: [{id: 2022/1, raised: 2022-02-10, action: A., was: [official-sensitive/1]}]": True,
    "actions.yaml: series: [{id: 2022, title: Log (CONFIDENTIAL)}]": True,
    "people.yaml: people: [{id: jo, name: Jo, posts: [{post: PRIVATE}]}]": True,
    "people.yaml: people: [{id: jo, name: Jo, posts: [{post: Private secretary}]}]": False,
    "people.yaml: people: [{id: not-for-publication, name: Jo}]": True,
    "people.yaml: people: [{id: official-sensitive, name: Jo}]": True,
    "board.yaml: {name: B, area: K, organisations: [{id: a, name: PRIVATE}]}": True,
    "board.yaml: {name: B, area: K, topics: [{id: a, title: PRIVATE}]}": True,
    "board.yaml: {name: B, area: K, topics: [{id: not-for-publication, title: A}]}": True,
    "board.yaml: {name: B, area: K, topics: [{id: a, title: Private hire}]}": False,
    "board.yaml: {name: B, area: K, topics: [{id: a, title: Exempt}]}": False,
}


@pytest.mark.parametrize(("file", "marked"), SHARED.items())
def test_files_without_waivers_are_looked_through_for_capitals(
    tmp_path: Path, file: str, marked: bool
) -> None:
    name, _, text = file.partition(": ")
    assert ("BCB501" in [code for code, _ in mistakes(tmp_path, {name: f"{text}\n"})]) is marked


def test_the_first_look_sees_every_text_of_a_passage() -> None:
    """Nearly all passages are told by it alone."""
    content, _ = read_content(REPOSITORY / "content")
    assert isinstance(content, Content)
    passages = [
        part
        for meeting in content.meetings
        for document in meeting.documents
        for part in document.body.parts
        if isinstance(part, Passage)
    ]
    for passage in passages:
        words = {
            t.words for t in texts_in(passage.blocks, Span("")) if t.shape not in (Shape.ROW, Shape.ANCHOR)
        }
        assert {w for w in words if len(w) > 5} <= {*words_in(passage.blocks), "right", "center"}


def ways_to_type(text: str) -> Iterator[str]:
    for words in (
        text,
        f"Lease ({text})",
        f"{text}: lease",
        f"Lease - {text}",
        f"It is held. {text} until May.",
    ):
        yield from (words, words.lower(), words.upper(), words.title(), " ".join(words.upper()))
        yield from (words.replace("-", dash) for dash in ("\u2013", "\u2014", " \u2013 ", "\u2011"))
        yield from (words.replace(" ", gap) for gap in ("\u00a0", "\t", "  ", "\n"))
        yield from (f"\u2022 {words}", f"\u201c{words}\u201d", f"Jo Bloggs\n{words}\nSam Green")


def test_the_quick_look_rules_out_no_marking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every marking that the whole search finds, of many that people type, is one that it is asked for."""
    headings = (heading.partition(" ")[2] for heading in HEADINGS)
    typed = {way for text in (*MARKED, *ONLY_SPOKEN_OF, *headings) for way in ways_to_type(text)}
    may_be = {text for text in typed if which_may_be_marked([text])}
    monkeypatch.setattr(markings, "_has_stem", lambda _: True)
    found = {
        text
        for text in typed
        if any(marking_in(text, shape) for shape in Shape)
        or strong_marking_of_heading(text)
        or marking_of_heading(text)
    }
    assert len(found) > 5000
    assert found <= may_be


def test_a_quick_look_at_many_texts_rules_out_none_that_may_be_marked_alone() -> None:
    """What ends one text and begins the next hides nothing in either."""
    texts = [
        "We do",
        "not for publication",
        "",
        "do not publish",
        "quiet",
        "It is not",
        "to be shared",
        "SECRET",
    ]
    alone = {index for index, text in enumerate(texts) if which_may_be_marked([text])}
    assert alone == {1, 3, 7}
    for turn in range(len(texts)):
        turned = texts[turn:] + texts[:turn]
        found = {(index + turn) % len(texts) for index in which_may_be_marked(turned)}
        assert alone <= found
        assert 4 not in found


def test_reading_is_linear_in_what_looks_like_a_marking() -> None:
    """Each shape is made so that a careless pattern goes over it again and again."""
    from time import process_time

    def seconds(text: str) -> float:
        start = process_time()
        for shape in (Shape.TEXT, Shape.HEADING):
            marking_in(text, shape)
            marking_of_heading(text)
        shuts_out(text)
        readmits(text)
        return process_time() - start

    for shape in SHAPES:
        one, four = (seconds((shape * size)[:size]) for size in (2_000, 8_000))
        assert four < max(8 * one, 0.3), (shape, one, four)


SHAPES = (
    *(
        "NOT " * 4,
        "IN" + " " * 80,
        "PRIVATE - ",
        "items in ",
        "(((",
        "part 2 exempt x ",
        "- - ",
        "A b ",
        ": ",
    ),
    *(
        "OFFICIAL\n",
        "((CONFIDENTIAL ",
        "CONFIDENTIAL AND ",
        "Restricted item item ",
        "RESTRICTED\n",
        "OFF <b> ",
        "<a",
        "<!--",
        "a: ",
        "a -",
        "S  E  ",
        "CONFIDENTIAL REPORT ",
        "CONFIDENTIAL 1 ",
        "NOT FOR AB ",
        "this a report is as ",
        "the press and public ",
        "the public under section ",
        "the board moved in",
        "the items ",
        "exclusion of the public ",
        "no public ",
        "agreed ",
    ),
)
