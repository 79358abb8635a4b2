"""A marking anywhere in the furniture of a file holds its record back; what is not known to be harmless is one."""

from pathlib import Path

import pytest

from bcbsite.importing.document import ImportedDocument, LeftOut, Omission, Paragraph, Run
from bcbsite.importing.docx import read_docx
from bcbsite.importing.furniture_markings import marking_of, markings_in, strongest
from bcbsite.importing.imports import Imported, Wanted, import_document
from bcbsite.model.board import Board
from docx_package import p, write_docx

BOARD = Board("Business Co-ordination Board", "Westshire")


@pytest.mark.parametrize(
    ("words", "markings"),
    [
        ("OFFICIAL", ["OFFICIAL"]),
        ("OFFICIAL\tPage 1 of 3", ["OFFICIAL"]),
        ("OFFICIAL Westshire board minutes", ["OFFICIAL"]),
        ("OFFICIAL – MINUTES", ["OFFICIAL"]),
        ("NOT PROTECTIVELY MARKED Page 2", ["NOT PROTECTIVELY MARKED"]),
        ("Classification: OFFICIAL", ["OFFICIAL"]),
        ("Westshire Business Co-ordination Board, 10 February 2022", []),
        ("Chief Constable’s Secretariat, Data Protection Officer", []),
        ("Minutes – Draft v2\nPage 1 of 3", []),
        ("OFFICIAL-SENSITIVE", ["OFFICIAL-SENSITIVE"]),
        ("OFFICIAL SENSITIVE Westshire board minutes", ["OFFICIAL SENSITIVE"]),
        ("Page 1\tConfidential\tDraft", ["Confidential"]),
        ("Page 1 Confidential Draft", ["Confidential Draft"]),
        ("Confidential   Page 1 of 3", ["Confidential"]),
        ("Strictly confidential – J Bennett", ["Strictly confidential"]),
        ("For Board members only", ["members only"]),
        ("OFFICIAL: COMMERCIAL", ["OFFICIAL: COMMERCIAL"]),
        ("Protective marking: GREEN", ["Protective marking: GREEN"]),
        ("TLP:AMBER", ["TLP:AMBER"]),
        ("S E C R E T", ["SECRET"]),
        ("OFFICIAL\nSENSITIVE", ["OFFICIAL", "SENSITIVE", "OFFICIAL SENSITIVE"]),
    ],
)
def test_what_of_furniture_is_a_marking(words: str, markings: list[str]) -> None:
    assert list(markings_in(words)) == markings


@pytest.mark.parametrize(
    "words",
    [
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A to the Local Government Act 1972",
        "Not for publication under paragraphs 1, 2 and 3 of Part 1 of Schedule 12A of the Act of 1972, as amended",
        "OFFICIAL\nHandling: not for release outside the board",
    ],
)
def test_markings_of_any_length(words: str) -> None:
    assert "official" not in strongest(markings_in(words)).casefold()
    assert strongest(markings_in(words))


@pytest.mark.parametrize(
    ("found", "strong"),
    [
        (["OFFICIAL", "OFFICIAL-SENSITIVE"], "OFFICIAL-SENSITIVE"),
        (["OFFICIAL-SENSITIVE", "OFFICIAL", "Official Sensitive", "RESTRICTED"], "OFFICIAL-SENSITIVE; RESTRICTED"),
        (["OFFICIAL", "NOT PROTECTIVELY MARKED"], "OFFICIAL"),
        ([], ""),
    ],
)  # fmt: skip
def test_no_marking_hides_a_stronger_one(found: list[str], strong: str) -> None:
    assert strongest(found) == strong


def test_where_a_marking_can_stand() -> None:
    kinds = (LeftOut.HEADER, LeftOut.FOOTER, LeftOut.WATERMARK, LeftOut.ALTERNATIVE)
    for kind in kinds:
        assert marking_of(ImportedDocument((), omissions=(Omission("RESTRICTED", kind),))) == "RESTRICTED"
    assert marking_of(ImportedDocument((), omissions=(Omission("RESTRICTED", LeftOut.DELETED),))) == ""
    footer = Paragraph((Run("Confidential\tPage 1 of 1"),))
    assert (
        marking_of(ImportedDocument((footer, Paragraph((Run("Staff are restricted."),))))) == "Confidential"
    )


PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{}"/></wp:inline></w:drawing></w:r>'
BODY = (
    p("Minutes of the Business Co-ordination Board"),
    p("Date: 10 February 2022"),
    p("1. Vans"),
    p("1.1 Noted."),
)


def imported(tmp_path: Path, *body: str, **parts: str) -> Imported:
    path = write_docx(tmp_path / "a.docx", *(body or BODY), parts=parts)
    return import_document(path, tmp_path, BOARD, Wanted())


@pytest.mark.parametrize(
    ("parts", "classification"),
    [
        ({"header1": p("OFFICIAL"), "header2": p("OFFICIAL-SENSITIVE")}, "OFFICIAL-SENSITIVE"),
        ({"header1": p("OFFICIAL"), "footer1": p("RESTRICTED")}, "RESTRICTED"),
        ({"footer1": p("<w:r><w:t>Page 1</w:t><w:tab/><w:t>Confidential</w:t><w:tab/><w:t>Draft</w:t></w:r>")}, "Confidential"),
        ({"header1": p("OFFICIAL")}, "OFFICIAL"),
        ({"header1": p(PICTURE.format("OFFICIAL-SENSITIVE crest"))}, "OFFICIAL-SENSITIVE"),
    ],
)  # fmt: skip
def test_the_strongest_marking_of_a_word_file_is_its_classification(
    tmp_path: Path, parts: dict[str, str], classification: str
) -> None:
    found = imported(tmp_path, **parts)
    assert f"\nclassification: {classification}\n" in found.drafts[0].text
    assert found.account.balances
    assert any("must not be published" in one for one in found.account.said) == (classification != "OFFICIAL")


def test_a_marking_of_the_first_page_hides_none_of_a_header(tmp_path: Path) -> None:
    found = imported(tmp_path, p("OFFICIAL"), *BODY, header1=p("OFFICIAL-SENSITIVE"))
    assert "\nclassification: OFFICIAL-SENSITIVE\n" in found.drafts[0].text


def test_descriptions_of_pictures_are_not_imported(tmp_path: Path) -> None:
    document = read_docx(write_docx(tmp_path / "a.docx", p("in", PICTURE.format("a crest"))))
    assert [one.text for one in document.blocks if isinstance(one, Paragraph)] == ["in"]
    assert [(one.kind, one.words) for one in document.omissions] == [(LeftOut.ALTERNATIVE, "a crest")]
    assert sorted(document.counted) == ["a", "crest", "in"]
