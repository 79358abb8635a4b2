"""Numbers as boards print them, what only looks like one, and the addresses that places had formerly."""

from datetime import date
from pathlib import Path

import pytest

from bcbsite.exports.markdown import Markdown
from bcbsite.exports.numbering import Numbering, numbering_of
from bcbsite.model.body import Body, NamedPlaces
from bcbsite.pipeline import load
from bcbsite.read.body import read_body
from bcbsite.read.labels import MINUTES_ROLES
from bcbsite.read.numbers.scheme import Stated
from bcbsite.source import Source
from conftest import NOW, write


def read(markdown: str, stated: Stated | None = None) -> Body:
    source = Source(Path("x"), "x", markdown)
    body, faults = read_body(source, markdown, 1, MINUTES_ROLES, stated=stated)
    assert faults == []
    return body


def titles(body: Body) -> list[str]:
    return [f"[{item.label}] {item.title}" if item.label else item.title.text for item in body.items]


def paragraphs(body: Body) -> list[str]:
    return [f"[{p.label}] {p.text}" if p.label else p.text for p in body.passages]


HEADINGS = {
    "by year": ("39/20 A|40/20 B|41/20 C", "[39/20] A|[40/20] B|[41/20] C"),
    "by year, over its end": ("103/21 A|104/21 B|1/22 C|2/22 D", "[103/21] A|[104/21] B|[1/22] C|[2/22] D"),
    "in a year that follows the number": ("22/23 A|23/23 B", "[22/23] A|[23/23] B"),
    "financial years": (
        "22/23 budget|23/24 budget|2024/25 budget",
        "22/23 budget|23/24 budget|2024/25 budget",
    ),
    "shares": ("24/7 response|50/50 by 2030|1/2 term", "24/7 response|50/50 by 2030|1/2 term"),
    "days": ("10/03/22 minutes|10.03.22 minutes", "10/03/22 minutes|10.03.22 minutes"),
    "letters before": ("RC/19 A|RC/20 B", "[RC/19] A|[RC/20] B"),
    "letters and a year": ("C048/23 5. A|C049/23 6. B", "[C048/23] 5. A|[C049/23] 6. B"),
    "letters after": ("18/2022/P A|19/2022/P B", "[18/2022/P] A|[19/2022/P] B"),
    "the year before": ("FC/22/015 A|FC/22/016 B", "[FC/22/015] A|[FC/22/016] B"),
    "a hyphen": ("WB-19 A|WB-20 B|COVID-19 C", "[WB-19] A|[WB-20] B|COVID-19 C"),
    "running": ("579. A|580. B|582. C", "[579] A|[580] B|[582] C"),
    "running, without dots": ("579 A|580 B|101 and 999 calls", "[579] A|[580] B|101 and 999 calls"),
    "years": ("2021 accounts|2022 accounts|2023 Budget", "2021 accounts|2022 accounts|2023 Budget"),
    "roman": ("I. A|II. B|IV) C", "[I] A|[II] B|[IV] C"),
    "roman, without dots": ("I Welcome|II Boats|III Lamps", "[I] Welcome|[II] Boats|[III] Lamps"),
    "roman with letters": ("I. A|II. B|II.A. C|II.B. D", "[I] A|[II] B|[II.A] C|[II.B] D"),
    "letters": ("A. A|B. B|C. C", "[A] A|[B] B|[C] C"),
    "names": ("A. Morgan|S. Okafor|I. Patel", "A. Morgan|S. Okafor|I. Patel"),
    "words of one letter": (
        "A safer Westshire|I.T. strategy|C division",
        "A safer Westshire|I.T. strategy|C division",
    ),
    "named": ("Item 7: A|Agenda item 8 - B|Item No. 9 C|Minute 12. D", "[7] A|[8] B|[9] C|[12] D"),
    "speaking of an item": ("Item 7 of the plan", "Item 7 of the plan"),
    "by year and item": ("19.09.02 A|19.09.03 B", "[19.09.02] A|[19.09.03] B"),
    "other marks": ("1) A|2: B|3 – C|4.Next", "[1] A|[2] B|[3] C|[4] Next"),
    "bare, in order": ("1 A|2 B|3 Year plan", "[1] A|[2] B|[3] Year plan"),
    "bare, a day": ("9. A|10 September minutes|11. B", "[9] A|10 September minutes|[11] B"),
    "bare, a quantity": ("23. A|24 hour cover|20 mph zones", "[23] A|24 hour cover|20 mph zones"),
    "bare, an address": ("1 Marston Road|2. B", "1 Marston Road|[2] B"),
    "times": ("14.00 Welcome|14.05 Apologies|7.30 pm", "14.00 Welcome|14.05 Apologies|7.30 pm"),
    "an ordinary space or none that breaks": ("39/20\u00a0A|40/20\u2003B", "[39/20] A|[40/20] B"),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_headings(name: str) -> None:
    written, expected = HEADINGS[name]
    body = read("\n\n".join(f"## {title}" for title in written.split("|")))
    assert titles(body) == expected.split("|")
    assert body.unread == ()


@pytest.mark.parametrize(
    "heading",
    ["39/20 Budget", "WB/19 Budget", "579. Budget", "4 Rivers partnership", "5.10 Budget"],
)
def test_a_heading_that_could_have_a_number_is_told_and_can_be_stated(heading: str) -> None:
    markdown = f"## Welcome\n\n## {heading}"
    number, title = heading.removesuffix(".").replace(". ", " ").split(" ", 1)
    assert titles(read(markdown)) == ["Welcome", heading]
    assert [unread.line for unread in read(markdown).unread] == [3]
    for stated, expected in (
        (Stated(numbers=(number,)), f"[{number}] {title}"),
        (Stated(none=(number,)), heading),
        (Stated(none=(heading,)), heading),
    ):
        body = read(markdown, stated)
        assert titles(body) == ["Welcome", expected]
        assert body.unread == ()


PARAGRAPHS = {
    "small letters at their place": (
        "## 2. A|2.1 the Board met.|2.2 it closed.",
        "[2.1] the Board met.|[2.2] it closed.",
    ),
    "times": ("## 7. A|7.1 B.|7.30 pm was late.", "[7.1] B.|7.30 pm was late."),
    "a programme": (
        "## 3. A|10.05 The Chair came.|10.20 The Chair left.",
        "10.05 The Chair came.|10.20 The Chair left.",
    ),
    "shares": ("## 2. A|2.4 B.|2.5 per cent was lost.", "[2.4] B.|2.5 per cent was lost."),
    "quantities": (
        "## 1. A|1.5 posts were vacant.|18.5 tonnes came.",
        "1.5 posts were vacant.|18.5 tonnes came.",
    ),
    "days": ("## 3. A|3.1 B.|10.03.22 was set.|3.2 C.", "[3.1] B.|10.03.22 was set.|[3.2] C."),
    "a day is no third level": ("## 10. A|10.3 B.|10.3.22 C.", "[10.3] B.|10.3.22 C."),
    "a gap": ("## 5. A|5.1 B.|5.10 C.", "[5.1] B.|[5.10] C."),
    "no item": ("1.1 A.|1.2 B.|2.1 C.", "[1.1] A.|[1.2] B.|[2.1] C."),
    "another's number": ("## 4. A|5.1 B.", "[5.1] B."),
    "within letters": ("## WB/19 A|## WB/20 B|WB/20.1 C.|WB/20.2 d.", "[WB/20.1] C.|[WB/20.2] d."),
    "within roman numbers": ("## I. A|## II. B|II.1 C.|III.1 D.", "[II.1] C.|III.1 D."),
    "in a list": ("## 3. A|- 3.1 B.\n- 7.30 pm: C.", "[3.1] B.|7.30 pm: C."),
    "no space": (
        "## 5. A|5.1The Chair spoke.|5.2GHz radios came.",
        "[5.1] The Chair spoke.|5.2GHz radios came.",
    ),
    "other marks": ("## 5. A|5.1) B.|5.2: C.|5.3 – D.|5.4. E.", "[5.1] B.|[5.2] C.|[5.3] D.|[5.4] E."),
    "what is said of a paragraph": ("## 5. A|5.1 B.|5.4 was deferred.", "[5.1] B.|5.4 was deferred."),
    "units": (
        "## 5. A|5.1 B.|5.25 inch disks came.|5.5 out of ten.",
        "[5.1] B.|5.25 inch disks came.|5.5 out of ten.",
    ),
    "a list of none": ("## 3. A|- 1.5 posts\n- 2.5 litres", "1.5 posts\n2.5 litres"),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs(name: str) -> None:
    written, expected = PARAGRAPHS[name]
    body = read(written.replace("|", "\n\n"))
    assert paragraphs(body) == expected.split("|")
    assert body.unread == ()


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("## 1. A|1.4 B.|1.5 posts were vacant.", 5),
        ("## 3. A|4.2 widgets were in each box.", 3),
        ("## 5. A|5.1 B.|5.2 was deferred.", 5),
        ("## 5. A|18.30 – the Chair came.", 3),
        ("## 1. A|## 3 Counties alliance|## 2. B", 3),
        ("## 2. A|2.1 B.|2.5 new recruits joined.", 5),
        ("## A|5.10 The Board met.", 3),
        ("## A|WB/19.1 The Board met.", 3),
    ],
)
def test_a_paragraph_that_could_have_a_number_is_told(written: str, line: int) -> None:
    body = read(written.replace("|", "\n\n"))
    assert [unread.line for unread in body.unread] == [line]
    assert written.split("|")[line // 2].removeprefix("## ") in [*titles(body), *paragraphs(body)]


def test_only_so_many_are_told_one_by_one() -> None:
    unread = read(
        "\n\n".join(f"4.{n} widgets came." for n in range(20, 60, 2)) + "\n\n5.5 cats.\n\n7.7 dogs."
    ).unread
    assert len(unread) == 21
    assert "2 more" in unread[-1].message


class _NoLinks:
    """Finds nothing."""

    def find(self, _: str) -> None:
        return None


@pytest.mark.parametrize(
    "written",
    [
        *("|".join(f"## {title}" for title in written.split("|")) for written, _ in HEADINGS.values()),
        *(written for written, _ in PARAGRAPHS.values()),
        "## Item 7: A|7.1 B.|## Item 9: B",
        "## 39/20 A",
        "## 4. Rivers",
    ],
)
def test_what_is_exported_is_read_alike(written: str) -> None:
    body = read(written.replace("|", "\n\n"))
    numbering = numbering_of(body)
    stated = Stated(numbering.numbers, numbering.not_numbers)
    again = read(Markdown(_NoLinks()).body(body), stated)
    assert titles(again) == titles(body)
    assert paragraphs(again) == paragraphs(body)


def test_a_stated_number_is_exported_with_its_key() -> None:
    body = read("## 39/20 A\n\n## 4 Rivers", Stated(numbers=("39/20", "4")))
    assert numbering_of(body) == Numbering(frozenset({"item-39-20", "item-4"}), ("39/20",), ())


IMPLIED = {
    "by year": ("## 52/21 A|a.|53/21 B|b.|54/21 C|c.|## 55/21 D", "[52/21] A|[53/21] B|[54/21] C|[55/21] D"),
    "in bold": ("## 1. A|a.|**2 B**|b.|## 3. C", "[1] A|[2] B|[3] C"),
    "in a list": ("## 1. A|a.|2. B|b.|## 3. C", "[1] A|[2] B|[3] C"),
    "in bold lists": ("1. **A**|a.|2. **B**|b.|3. C|c.", "[1] A|[2] B|[3] C"),
    "running": ("## 579. A|a.|580. B|b.|## 581. C", "[579] A|[580] B|[581] C"),
    "roman": ("## I. A|a.|II. B|b.|## III. C", "[I] A|[II] B|[III] C"),
    "a sentence": ("## 52/21 A|53/21 was left out.|## 54/21 C", "[52/21] A|[54/21] C"),
    "a gap": ("## 52/21 A|53/21 B|## 56/21 C", "[52/21] A|[56/21] C"),
    "nothing is missing": ("## 1. A|2. b|## 2. C", "[1] A|[2] C"),
    "a quantity": ("## 23. A|24 hour cover|## 25. C", "[23] A|[25] C"),
    "a list of two": ("## 1. A|2. B\n3. C|## 4. D", "[1] A|[4] D"),
    "lists of one without bold": ("1. A|a.|2. B|b.", ""),
}


@pytest.mark.parametrize("name", IMPLIED)
def test_headings_beyond_doubt(name: str) -> None:
    written, expected = IMPLIED[name]
    assert titles(read(written.replace("|", "\n\n"))) == (expected.split("|") if expected else [])


@pytest.mark.parametrize(
    ("written", "line", "heading"),
    [
        ("## 52/21 A|## 53/21 B|54/21 C|None.", 5, "54/21 C"),
        ("## 579. A|## 580. B|581. C|None.", 5, "581. C"),
        ("## I. A|## II. B|III. C|None.", 5, "III. C"),
        ("## 52/21 A|53/21|Kennels|## 54/21 C|## 55/21 D", 3, "53/21 Kennels"),
        ("## 52/21 A|53/21 Kennels. All were sound.|## 54/21 C", 3, "53/21 Kennels. All were sound."),
        ("1.|Apologies|1.1 None.", 1, "1. Apologies"),
        ("## 3. A|1. Matters arising|None.", 3, "1. Matters arising"),
        ("## 3. A|ANY OTHER BUSINESS|None.", 3, "Any other business"),
    ],
)
def test_what_looks_like_a_heading_is_told(written: str, line: int, heading: str) -> None:
    [unread] = read(written.replace("|", "\n\n")).unread
    assert unread.line == line
    assert f"“## {heading}”" in unread.cure


@pytest.mark.parametrize(
    "written",
    [
        "## 3. A|OFFICIAL – SENSITIVE|a.",
        "## 3. A|RESOLVED UNANIMOUSLY|That it be so.",
        "## 3. A|The terms were:|1. Two boats",
        "## 3. A|1. That two boats be bought.",
        "## 3. A|1. Two boats\n2. Three lamps",
        "## 52/21 A|## 53/21 B|12/21 was the last of its kind.",
        "## I. A|## II. B|I. Patel spoke.",
        "AN OLD SONG|## 1. A",
    ],
)
def test_what_is_no_heading_is_not_told(written: str) -> None:
    assert read(written.replace("|", "\n\n")).unread == ()


LIMBS = {
    "letters": ("## 4. A|(a) B.|(b) C.|Action: D.|(c) E.", "p4-a p4-b item-4-n3<p4-b p4-c"),
    "without the first bracket": ("## 4. A|a) B.|b) C.", "p4-a p4-b"),
    "roman": ("## 4. A|(i) B.|(ii) C.|(iii) D.", "p4-i p4-ii p4-iii"),
    "both": ("## 4. A|(a) B.|(i) C.|(ii) D.|(b) E.", "p4-a p4-a-i p4-a-ii p4-b"),
    "an i after h": (
        "## 4. A|" + "|".join(f"({mark}) B." for mark in "abcdefghi"),
        " ".join(f"p4-{m}" for m in "abcdefghi"),
    ),
    "with the number": ("## 4. A|4(ii) B.|4(iii) C.|5(a) D.", "p4-ii p4-iii item-4-n3<p4-iii"),
    "in a paragraph": ("## 4. A|4.1 B.|(a) C.|4.2 D.|(a) E.", "p4-1 p4-1-a p4-2 p4-2-a"),
    "in an item without a number": ("## A|(a) B.|(b) C.", "item-a-a item-a-b"),
    "none": ("## 4. A|(c) Crown copyright.|e.g.) so.|(see below) B.", "item-4-n1 item-4-n2 item-4-n3"),
}


@pytest.mark.parametrize("name", LIMBS)
def test_limbs(name: str) -> None:
    written, expected = LIMBS[name]
    body = read(written.replace("|", "\n\n"))
    assert " ".join(p.anchor + (f"<{p.below}" if p.below else "") for p in body.passages) == expected


def test_a_limb_is_found_by_what_it_is_cited_as_and_by_its_former_anchor() -> None:
    body = read("## 4. A\n\n(a) B.\n\n(b) C.\n\n(i) D.")
    for place, anchor in (("4(b)", "p4-b"), ("4(b)(i)", "p4-b-i"), ("item-4-n2", "p4-b"), ("4", "item-4")):
        part = body.find(place)
        assert part
        assert part.anchor == anchor
    assert body.find("4(c)") is None
    named = NamedPlaces(["4(a)", "item-4-n2"])
    assert [part in named for part in body.parts] == [False, True, True, False]


MINUTES = """---
date: 2022-02-10
status: approved
---

## 39/20 Apologies

There were none.

## 40/20 Boats

40.1 The Board noted the report.

7.30 pm was late.

All agreed.
"""


def test_former_addresses_lead_to_the_same_places(tmp_path: Path) -> None:
    """They are those of the first version, in which such numbers were words, and such words numbers."""
    former = {
        "item-39-20-apologies": "item-39-20",
        "item-39-20-apologies-n1": "item-39-20-n1",
        "item-40-20-boats": "item-40-20",
        "p7-30": "p40-1-n1",
        "p7-30-n1": "p40-1-n2",
    }
    page = "meetings/2022-02-10/minutes/"
    lines = "".join(f"{page}#{anchor} -\n" for anchor in (*former, *former.values()))
    files = {"meetings/2022-02-10/minutes.md": MINUTES, "permalinks.txt": lines}
    loaded = load(write(tmp_path, files), NOW)
    assert loaded.public
    assert loaded.diagnostics == []
    minutes = loaded.public.meetings["2022-02-10"].minutes
    assert minutes
    for anchor, now in former.items():
        part = minutes.body.find(anchor)
        assert part
        assert part.anchor == now
    assert minutes.date == date(2022, 2, 10)
