"""Whose words a response has: by any title of the office, in headings, labels, lists and tables."""

from pathlib import Path

import pytest

from bcbsite.model.blocks import plain_text
from bcbsite.model.section55 import Finding, InspectionReport, SectionKind
from bcbsite.read.section55 import read_section_55
from bcbsite.source import Source

BODY, CHIEF, RESPONSE = SectionKind.COMMISSIONER, SectionKind.CHIEF_CONSTABLE, SectionKind.RESPONSE


def read(body: str) -> tuple[InspectionReport, list[str]]:
    """The report whose text is *body*, and the codes of what is told."""
    report, told = read_section_55(Source(Path("a.md"), "a.md", f"---\nreport: A\n---\n\n{body}"))
    assert report
    return report, [diagnostic.code for diagnostic in told]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Police, Fire and Crime Commissioner’s comments", BODY),
        ("Police, Fire & Crime Commissioner's comments", BODY),
        ("Police & Crime Commissioner’s response", BODY),
        ("PFCC’s comments", BODY),
        ("PCC's response", BODY),
        ("OPCC response", BODY),
        ("Commissioners' comments", BODY),
        ("COMMISSIONER’S COMMENTS:", BODY),
        ("1. Commissioner’s comments", BODY),
        ("Commissioner\u200b’s\u00a0comments", BODY),
        ("Police and Crime Commissioner for Westshire’s comments", BODY),
        ("Comments of the Police and Crime Commissioner for Westshire", BODY),
        ("Westshire Police and Crime Commissioner’s Section 55 response", BODY),
        ("Mayor’s comments", BODY),
        ("Deputy Mayor for Policing and Crime’s comments", BODY),
        ("Response of the Mayor of Westshire", BODY),
        ("MOPAC’s response to the report", BODY),
        ("Mayor’s Office for Policing and Crime: comments", BODY),
        ("Court of Common Council’s comments", BODY),
        ("Force comments", CHIEF),
        ("Constabulary’s response", CHIEF),
        ("Chief Officer’s comments", CHIEF),
        ("Westshire Police response", CHIEF),
        ("Commissioner of Police’s comments", CHIEF),
        ("PFCC’s response to the Chief Constable", RESPONSE),
        ("Victims’ Commissioner’s comments", None),
        ("Information Commissioner's comments", None),
        ("Police and Crime Panel’s comments", None),
        ("Response to the Commissioner’s comments", None),
        ("Home Office response", None),
        ("Comments of the Commissioner and the Chief Constable", None),
        ("Our comments", None),
    ],
)
def test_headings(heading: str, kind: SectionKind | None) -> None:
    [section] = read(f"## {heading}\n\nGood.\n")[0].sections
    assert (section.kind, section.title) == (kind, heading.replace("\u200b", ""))


def finding(under: str) -> Finding:
    """A finding that has *under* below its quotation."""
    return read(f"## Recommendation 1\n\n> Do.\n\n{under}")[0].findings[0]


ANSWERS = {
    "labels": "Force response: Trained.\n\nPCC comment: Paid.\n",
    "bold, with a colon": "**Force response:** Trained.\n\n**PCC comment:** Paid.\n",
    "a dash": "Force response – Trained.\n\nPCC comment – Paid.\n",
    "alone": "**Force response**\n\nTrained.\n\n**PCC comment**\n\nPaid.\n",
    "a list": "- Force response: Trained.\n- PCC comment: Paid.\n",
    "headings": "### Force response\n\nTrained.\n\n### PCC comment\n\nPaid.\n",
    "columns": "| Force response | PCC comment |\n|---|---|\n| Trained. | Paid. |\n",
    "rows": "| Force response | Trained. |\n|---|---|\n| PCC comment | Paid. |\n",
    "spaces that nobody sees": "Force\u00a0response\u200b: Trained.\n\nPCC\u00a0comment: Paid.\n",
}


@pytest.mark.parametrize("case", ANSWERS)
def test_answers(case: str) -> None:
    found = finding(ANSWERS[case])
    assert (plain_text(found.text), plain_text(found.chief_constable)) == ("Do.", "Trained.")
    assert plain_text(found.commissioner) == "Paid."
    assert found.answered_by == ("the Commissioner", "the Chief Constable")
    assert found.is_understood


def test_an_answer_has_its_title_as_written() -> None:
    found = finding("Constabulary’s response: Trained.\n\nPFCC: Paid.\n")
    assert (found.chief_constable_title, found.commissioner_title) == ("Constabulary’s response", "PFCC")


def test_where_the_body_is_no_commissioner_the_commissioner_is_the_chief_officer() -> None:
    report, _ = read(
        "## MOPAC’s response\n\nGood.\n\n## Commissioner’s comments\n\nFine.\n\n## Recommendation 1\n\n> Do.\n\n"
        "Commissioner: Trained.\n\nDeputy Mayor for Policing and Crime: Paid.\n"
    )
    assert [section.kind for section in report.sections] == [BODY, CHIEF]
    [found] = report.findings
    assert (plain_text(found.chief_constable), plain_text(found.commissioner)) == ("Trained.", "Paid.")
    assert found.answered_by == ("the Deputy Mayor for Policing and Crime", "the Commissioner of Police")


def test_a_label_without_words_is_no_answer() -> None:
    assert finding("Commissioner:\n").commissioner == ()


def test_comments_below_several_findings_are_told_of() -> None:
    part = "## Recommendation N\n\n> Do.\n\n## PCC comment\n\nPaid.\n\n"
    report, told = read(part.replace("N", "1") + part.replace("N", "2"))
    assert (told, report.is_understood) == (["BCB328", "BCB328"], False)
    report, told = read(part.replace("N", "1"))
    assert (told, report.is_understood) == ([], True)


HEAD = "| Recommendation | Force response | PCC comment |\n|---|---|---|\n"
TABLES = {
    "short names": HEAD + "| R1 Crews | Trained. | Paid. |\n| AFI 1: Boats | Counted. | |\n",
    "a column of numbers": "| No. | Recommendation | Deadline | Chief Constable | Commissioner |\n|---|---|---|---|---|\n"
    "| 1 | Crews | May | Trained. | Paid. |\n",
}


def test_findings_in_a_table() -> None:
    crews, boats = read(TABLES["short names"])[0].findings
    assert (crews.anchor, plain_text(crews.text)) == ("recommendation-1", "Crews")
    assert (plain_text(crews.chief_constable), plain_text(crews.commissioner)) == ("Trained.", "Paid.")
    assert (boats.anchor, plain_text(boats.text), boats.commissioner) == (
        "area-for-improvement-1",
        "Boats",
        (),
    )
    [numbered] = read(TABLES["a column of numbers"])[0].findings
    assert (numbered.number, numbered.deadline, plain_text(numbered.commissioner)) == (1, "May", "Paid.")


def test_findings_in_a_table_below_another_are_findings_of_their_own() -> None:
    report, _ = read(f"## Area for improvement 9\n\n> Do.\n\nPCC: Yes.\n\n{TABLES['short names']}")
    assert [found.anchor for found in report.findings] == [
        "area-for-improvement-9",
        "recommendation-1",
        "area-for-improvement-1",
    ]


@pytest.mark.parametrize(
    "table",
    [
        HEAD + "| Crews | Trained. | Paid. |\n",
        HEAD + "| R1 Crews | Trained. | Paid. |\n| R1 Boats | Counted. | |\n",
        HEAD.replace("Recommendation", "Finding") + "| 1 Crews | Trained. | Paid. |\n",
        HEAD.replace("PCC comment", "Lead") + "| R1 Crews | Trained. | AB |\n",
    ],
    ids=["no number", "a number twice", "no kind", "a column that nobody knows"],
)
def test_a_table_that_is_not_clear_is_told_of(table: str) -> None:
    report, told = read(table)
    assert (report.findings, told, report.is_understood) == ((), ["BCB328"], False)
