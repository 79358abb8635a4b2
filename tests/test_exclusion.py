"""What says that a meeting goes on without the press and public, and what only speaks of them."""

from pathlib import Path

import pytest

from bcbsite.archive import exclusion
from bcbsite.archive.exclusion import (
    is_exclusion,
    is_routine,
    may_shut_out,
    only_shuts_out,
    readmits,
    shuts_out,
)
from bcbsite.pipeline import load
from conftest import NOW, write

SHUT_OUT = """
The press and public were excluded from the meeting.
RESOLVED that the press and public be excluded from the meeting.
RESOLVED THAT THE PRESS AND PUBLIC BE EXCLUDED FROM THE MEETING.
RESOLVED to exclude the press and public under the Public Bodies (Admission to Meetings) Act 1960.
RESOLVED to exclude the press and public from the meeting.
It was resolved to exclude the press and public from the meeting.
It was agreed that the press and public be excluded.
That the public be excluded.
The press and public were excluded.
The press and the public were then excluded.
Press and public were excluded at this point.
RESOLVED that the public and press be now excluded.
RESOLVED that the press and public be temporarily excluded during item 9.
RESOLVED that the press and public be excluded under section 100A.
RESOLVED that the public be excluded on the grounds of paragraph 3.
RESOLVED that the public be excluded while the tenders are opened.
RESOLVED that the public be excluded whilst the tenders are opened.
RESOLVED that the press and public should be excluded from the meeting.
RESOLVED that, in accordance with s.100A, the public (including the press) be excluded from the meeting.
RESOLVED that the press and the general public be excluded from the remainder of the meeting.
RESOLVED that members of the press and of the public be asked to leave the meeting.
RESOLVED: That under Section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting for the following item.
That under Section 100A of the Local Government Act 1972 the public be excluded on the grounds that exempt information would be disclosed.
RESOLVED that the public, under section 100A(4) of the Local Government Act 1972 and on the grounds that exempt information as defined in paragraph 3 of Part 1 of Schedule 12A would be disclosed, be excluded.
RESOLVED that the press and public (who had been told beforehand) be excluded for items 9 and 10.
RESOLVED that the public be excluded during consideration of the following item.
That the public be excluded for the remaining items.
It was resolved that in view of the confidential nature of the business about to be transacted, the public and press be temporarily excluded and they were instructed to withdraw.
Pursuant to section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 it was resolved that, because of the confidential nature of the business to be transacted, the public and the press leave the meeting during consideration of the following items.
As the report was not for publication, the press and public were excluded.
The Chair moved, and it was carried, that the public be excluded.
The Board agreed to exclude the public from the remainder of the meeting.
The Board agreed to exclude press and public.
The Committee voted to exclude the media and public.
The Commissioner excluded the public from the rest of the meeting.
A motion to exclude the press and public was carried.
The Board approved the exclusion of the press and public.
It was moved, seconded and agreed: exclusion of the public for item 12.
Standing orders were suspended and the public were asked to withdraw.
The public was asked to leave.
Members of the press and public were asked to leave the meeting.
The Chair asked the press and public to leave the room.
The Chair invited members of the public to withdraw.
The public and press withdrew.
The press and public left the meeting.
The press and public left.
Members of the public left at this point and the Council went into closed session.
Members of the public left the room before the next item.
The public then left.
The members of the public present left the meeting.
All members of the public withdrew from the meeting.
All other persons were asked to leave.
The public gallery was cleared.
The recording was stopped and the public gallery cleared.
It was agreed to move into private session.
The Board went into closed session at 11.20.
The meeting moved into private session.
The meeting went into closed session.
At this point the meeting went into confidential session.
The Board moved into Part II.
The Board moved to Part 2.
The Committee then moved into Part B.
The public meeting closed at 11 and the Board moved to Part 2.
The Council resolved to go into exempt session.
The meeting then continued in camera.
The Board resolved to continue in private.
The meeting continued in private session.
The live stream was ended and the meeting continued in private.
The remainder of the meeting was held in private session.
The remainder of the meeting was held in private.
The following item was considered in private.
The remaining items were taken in private.
The next items were dealt with in closed session.
Items 12 to 14 were discussed in private.
The webcast was paused while exempt information was discussed.
The following minute is exempt.
The following items are confidential.
The remaining business is not for publication.
The public part of the meeting ended at 11.15.
The open meeting ended and the public session of the meeting was closed.
Penderfynwyd cau allan y wasg a'r cyhoedd.
PENDERFYNWYD gwahardd y wasg a’r cyhoedd o’r cyfarfod.
Penderfynwyd eithrio'r cyhoedd o'r cyfarfod.
Gadawodd y cyhoedd y cyfarfod.
Aeth y Bwrdd i sesiwn breifat.
Exclusion of public and press
Motion to exclude the press and public
The press and public had left; they were excluded for item 9.
The public were readmitted at 3pm. At 4pm the public were excluded again.
""".strip().split("\n")

NOT_SHUT_OUT = """
The public were excluded from the park.
The public were excluded from the park during the works.
The Board regretted that the public had been excluded from the hearing.
The press and public were welcomed.
The press and public were thanked for coming.
The public and press asked about the budget.
The public left comments online.
Members of the public left flowers at the scene.
No members of the public were excluded.
The press and public were not excluded.
The public need not be excluded.
It was not necessary to exclude the press and public.
There was no need to exclude the public.
There were no items for which the public had to be excluded.
No items required the exclusion of the press and public.
The meeting was held without excluding the public.
Pupils excluded from school were discussed.
The public order act was discussed.
The public may be excluded from meetings under the Act.
The Act allows a board to exclude the public.
The Chair has the power to exclude the public.
The motion that the public be excluded was lost.
A motion to exclude the public was defeated.
Exclusion of the press and public – none.
Exclusion of press and public: not required
Two members of the public left at 10.15.
A member of the public left the meeting.
Three members of the public left before item 4.
One member of the press left.
Some members of the public left early.
The press and public were excluded for ten minutes. The public were then readmitted.
The public were readmitted.
The public health team left the partnership.
The public consultation was closed in May.
The public consultation ended in May.
The public inquiry concluded in 2019.
Public confidence rose.
Public questions were excluded from the count.
Private hire drivers were excluded from the scheme.
Costs were excluded from the public accounts.
The public complained that housing was excluded.
The media strategy was left unchanged.
The press release left out the date.
The press office left the old building.
Members left the room in turn.
The Treasurer left the meeting.
Cllr Green left the meeting for the item.
The Deputy Chief Constable withdrew.
People left the town in the floods.
In private, officers were hopeful.
A private session was held with staff.
The closed session of the conference was useful.
The Committee met in private session with the auditors.
The Joint Audit Committee meets the auditors in private each year.
Complaints are heard in private.
Interviews with victims are held in private.
More homes are held in private ownership.
The house was moved into private ownership.
The force moved to private hire cars.
The Board moved to the next item.
The Board moved to Part 2 of the plan.
The meeting went into recess.
The meeting went on in public.
The meeting was held in public.
The meeting was recorded.
The webcast was paused for a break.
The recording was stopped at 12.10.
The public gallery was full.
Confidential helpline calls rose.
The remaining items were deferred.
The following items were noted.
This item is exempt from VAT.
The item was taken earlier than printed.
The business was taken in the order printed.
Part 2 of the plan is about boats.
The Board entered into a private finance contract.
Members of the public can watch the meeting.
Members of the public left questions at the desk.
Members of the public were asked to leave feedback.
The public were asked to leave their views online.
The public were asked to go to the website.
People were asked to leave the beach.
Anyone excluded from the scheme can appeal.
Those excluded from school were helped.
The cost of exclusion was high.
Social exclusion was discussed.
Gofynnodd y cyhoedd am y gyllideb.
""".strip().split("\n")


@pytest.mark.parametrize("text", SHUT_OUT)
def test_words_that_shut_out_the_public(text: str) -> None:
    assert shuts_out(text)


@pytest.mark.parametrize("text", NOT_SHUT_OUT)
def test_words_that_only_speak_of_the_public(text: str) -> None:
    assert not shuts_out(text)


@pytest.mark.parametrize("gap", ["\n", "  ", "\u00a0", "\t", "\u2028", "\n  ", " \u200b"])
def test_white_space_and_line_ends_hide_no_exclusion(gap: str) -> None:
    for text in SHUT_OUT:
        places = [n for n, letter in enumerate(text) if letter == " "]
        assert shuts_out(text.replace(" ", gap)), text
        for n in places:
            assert shuts_out(text[:n] + gap + text[n + 1 :]), (text, n)


def test_the_quick_look_rules_out_no_exclusion(monkeypatch: pytest.MonkeyPatch) -> None:
    may_be = {text for text in SHUT_OUT if may_shut_out(text) and may_shut_out(text.replace(" ", "\n"))}
    monkeypatch.setattr(exclusion, "_may_shut_out", lambda _: True)
    assert {text for text in (*SHUT_OUT, *NOT_SHUT_OUT) if shuts_out(text)} == may_be == set(SHUT_OUT)


EXCLUSIONS = """
Exclusion of the press and public
Exclusion of  the press  and public
Exclusion of public and press
Exclusion of the public
EXCLUSION OF THE PUBLIC
Exclusion of press, public
Exclusion of Press & Public
Exclusion of Press/Public
Exclusion of members of the public
Exclusion of the media and public
Exclusion from the meeting of the press and public
Possible exclusion of the press and public
Proposed exclusion of the press and public
Possible exclusion of the public
To exclude the press and public
To consider exclusion of the press and public
To consider the exclusion of the press and public
Motion to exclude press
Resolution to exclude the public and press
Resolution excluding the press and public
Exempt information – exclusion of the press and public
Press and public exclusion
Public and press excluded
The press and public were excluded from the meeting.
RESOLVED: That the public be excluded for the next item.
RESOLVED to exclude the press and public under the Public Bodies (Admission to Meetings) Act 1960.
Gwahardd y wasg a'r cyhoedd
Cau allan y wasg a’r cyhoedd / Exclusion of the press and public
Eithrio'r cyhoedd
""".strip().split("\n")

NO_EXCLUSIONS = """
Exclusion of the public from the quarry
Exclusion of the public from the beach
Exclusion of the press and public – not required
Exclusion of the press and public (not required)
Exclusion of press and public: none
Exclusion of pupils from school
Exclusion orders
Exclusion zones
School exclusions
Social exclusion
Public excluded from the dock
Press and public
Public and press relations
Public questions
Public order
Press releases
""".strip().split("\n")


@pytest.mark.parametrize("title", EXCLUSIONS)
def test_headings_that_shut_out_the_public(title: str) -> None:
    assert is_exclusion(title)


@pytest.mark.parametrize("title", NO_EXCLUSIONS)
def test_headings_that_do_not(title: str) -> None:
    assert not is_exclusion(title)


BACK = """
The press and public were readmitted.
The public were re-admitted to the meeting at 3pm.
RESOLVED that the press and public be readmitted.
Members of the public returned to the meeting.
The public were invited back into the room.
The public rejoined the meeting.
The meeting returned to open session.
The Board resumed in public.
The Board moved back into public session.
The meeting was re-opened to the public.
The private session ended.
End of exempt business
Readmission of the press and public
Re-admission of the public
Public session
Open session (continued)
Part 1
""".strip().split("\n")

NOT_BACK = """
The public would be readmitted afterwards.
The public will be readmitted at 3pm.
Until the public were readmitted, all was secret.
The public were not readmitted.
The public returned their forms.
The Board returned to the budget.
The public asked when the meeting would be open.
The item would be taken in public next time.
Public questions
Part 2
""".strip().split("\n")


@pytest.mark.parametrize("text", BACK)
def test_words_that_bring_the_public_back(text: str) -> None:
    assert readmits(text)


@pytest.mark.parametrize("text", NOT_BACK)
def test_words_that_do_not(text: str) -> None:
    assert not readmits(text)


@pytest.mark.parametrize(
    ("text", "routine"),
    [
        ("The meeting closed at 15.40.", True),
        ("The Chair closed the meeting at 3pm.", True),
        ("There being no further business, the meeting ended.", True),
        ("Date of next meeting: 3 March 2022 at 10am.", True),
        ("Thursday 3 March 2022", True),
        ("The minutes of the private session are recorded separately.", True),
        ("The meeting closed the lease at £20,000.", False),
        ("The rent is £20,000.", False),
        ("The Chair thanked the landlord; the rent is £20,000.", False),
        ("Pay was raised to £20,000 a year.", False),
    ],
)
def test_what_only_ends_a_meeting_is_no_business(text: str, routine: bool) -> None:
    assert is_routine(text) is routine


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The press and public were excluded from the meeting.", True),
        ("RESOLVED that the press and public be excluded under section 100A(4).", True),
        ("The Board agreed to exclude the press and public.", True),
        ("The press and public were excluded, and the officer was dismissed.", False),
        ("The press and public were excluded. The rent is £20,000.", False),
        ("The Board went into closed session and dismissed the officer.", False),
    ],
)
def test_what_else_is_said_with_an_exclusion_is_not_public(text: str, alone: bool) -> None:
    assert only_shuts_out(text) is alone


REST = "## 3. Pay\n\n3.1 Pay was raised to £20,000.\n"
BODIES = {
    "a paragraph": ("2.1 RESOLVED that the press and public be excluded\nfrom the meeting.\n\n" + REST, True),
    "a decision": ("Decision: That the press and public be excluded.\n\n" + REST, True),
    "a heading": ("## 2. Exclusion of the  press and public\n\n2.1 Agreed.\n\n" + REST, True),
    "a heading that is a sentence": (f"## 2. The press and public were excluded.\n\n{REST}", True),
    "a list": ("2.1 The Board resolved:\n\n- to exclude the press and public\n- to go on\n\n" + REST, True),
    "Welsh": ("2.1 Penderfynwyd cau allan y wasg a'r cyhoedd.\n\n" + REST, True),
    "the same item": ("2.1 The press and public were excluded.\n\n2.2 The rent is £20,000.\n", True),
    "an item within": (
        "## 2. Exclusion of the public\n\n2.1 So resolved.\n\n### Pay\n\nIt was raised.\n",
        True,
    ),
    "limbs alone": (
        "2.1 The public were excluded from the meeting for:\n\n(a) Item 3\n\n(b) Item 4\n",
        False,
    ),
    "the end": ("2.1 The press and public were excluded.\n\n2.2 The meeting closed at 15.40.\n", False),
    "the public back at once": (
        f"2.1 The press and public were excluded.\n\n2.2 The press and public were readmitted.\n\n{REST}",
        False,
    ),
    "the public back later": (
        f"2.1 The press and public were excluded.\n\n{REST}\n## 4. End\n\n4.1 The public were readmitted.\n",
        True,
    ),
    "another place": ("2.1 The public were excluded from the park.\n\n" + REST, False),
    "not needed": ("## 2. Exclusion of the press and public (not required)\n\n2.1 None.\n\n" + REST, False),
}


def test_what_follows_an_exclusion_stops_until_the_public_are_back(tmp_path: Path) -> None:
    days = {f"2022-02-{n:02}": name for n, name in enumerate(BODIES, 1)}
    files = {
        f"meetings/{day}/minutes.md": f"---\ndate: {day}\n---\n\n## 1. A\n\n1.1 b\n\n{BODIES[name][0]}"
        for day, name in days.items()
    }
    told = [d for d in load(write(tmp_path, files), NOW).diagnostics if d.code == "BCB501"]
    stopped = {name for day, name in days.items() if any(f"/{day}/" in d.span.path for d in told)}
    assert stopped == {name for name, (_, stops) in BODIES.items() if stops}
