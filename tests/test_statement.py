"""The accessibility statement: what the body says of itself, and nothing that it has not said."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import build

SAID = """name: The Board
area: Kent
contact: {email: office@kent.example}
"""
ALL = f"""{SAID}accessibility:
  email: access@kent.example
  phone: 01234 567890
  visits: The office has an induction loop.
  reply_within: 5 working days
  compliance: partial
  barriers: [{{what: The scans of 2013 cannot be heard., criterion: 1.1.1 Non-text Content, until: in 2027}}]
  burden: [Recordings of 2014 have no captions.]
  exempt: [The register of 2012 is an archive.]
  prepared: 2026-10-01
  reviewed: 2026-10-02
  tested: 2026-09-30
  tested_by: two people of the office
  tested_how: Ten pages, by lot.
"""

Statement = Callable[[str], str]


@pytest.fixture
def statement(content: Callable[[Mapping[str, str | bytes]], Path], tmp_path: Path) -> Statement:
    """The words of the statement where *board* is board.yaml."""

    def words(board: str) -> str:
        site = build(content({"board.yaml": board}), tmp_path / "site")
        article = (
            (site / "accessibility/index.html").read_text("utf-8").split("<article")[1].split("</article>")[0]
        )
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", article))

    return words


def test_what_is_not_known_is_marked(statement: Statement) -> None:
    words = statement("name: The Board\narea: Kent\n")
    assert words.count("Still to be filled in:") == 6
    assert words.count("still to be filled in") == 5
    assert "The test of" not in words
    assert "complies" not in words.replace("how far this website complies", "")


def test_all_that_is_known_is_said(statement: Statement) -> None:
    words = statement(ALL)
    assert "to be filled in" not in words
    for said in (
        "Email: access@kent.example",
        "Telephone: 01234 567890",
        "an answer within 5 working days",
        "The office has an induction loop.",
        "is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard",
        "The scans of 2013 cannot be heard. This fails success criterion 1.1.1 Non-text Content. To be mended: in 2027.",
        "Recordings of 2014",
        "The register of 2012",
        "1 October 2026",
        "2 October 2026",
        "30 September 2026",
        "two people of the office",
        "Ten pages, by lot.",
    ):
        assert said in words


def test_the_address_of_the_body_stands_in_for_its_own(statement: Statement) -> None:
    assert "Email: office@kent.example" in statement(SAID)


def test_the_obligatory_words_stand_as_the_model_has_them(statement: Statement) -> None:
    words = statement(ALL)
    for said in (
        "in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility "
        "Regulations 2018.",
        "This accessibility statement applies to this website",
        "due to the non-compliances and exemptions listed below.",
        "The content listed below is non-accessible for the following reasons.",
        "is responsible for enforcing the Public Sector Bodies",
        "Preparation of this accessibility statement",
    ):
        assert said in words


FOOT = (
    SAID
    + """public_meetings: yes
licence:
  name: Open Licence
  attribution: Contains information of The Board.
  exceptions: [personal data, crests]
links:
  privacy: https://kent.example/privacy
  foi: https://kent.example/foi
  re_use: https://kent.example/re-use
  complaints: https://kent.example/complaints
"""
)


def test_the_foot_and_the_list_of_meetings(
    content: Callable[[Mapping[str, str | bytes]], Path], tmp_path: Path
) -> None:
    page = (build(content({"board.yaml": FOOT}), tmp_path / "site") / "meetings/index.html").read_text(
        "utf-8"
    )
    for said in (
        '<a href="https://kent.example/privacy">Privacy notice</a>',
        '<a href="https://kent.example/foi">Freedom of information</a>',
        '<a href="https://kent.example/re-use">Re-use of information</a>',
        '<a href="https://kent.example/complaints">Complaints</a>',
        "It does not cover personal data; crests.",
        "Please write: “Contains information of The Board.”",
        "The public may attend the meetings of the The Board",
    ):
        assert said in page


def test_it_never_says_that_all_is_well(statement: Statement) -> None:
    words = statement(SAID + "accessibility: {compliance: none, tested: 2026-09-30}\n")
    assert "This website is not compliant with" in words
    assert (
        "The test of 30 September 2026 found none that is not accessible. Some may still come to light."
        in words
    )
    assert "fully" not in words


def test_files_that_came_as_they_are_are_counted(
    content: Callable[[Mapping[str, str | bytes]], Path], tmp_path: Path
) -> None:
    paper = "---\ntitle: {}\nattachments: [{}]\n{}---\n\n1.1 Words.\n"
    folder = "meetings/2022-02-10/papers"
    site = build(
        content(
            {
                f"{folder}/01-vans.md": paper.format("Vans", "a.pdf, b.csv", ""),
                f"{folder}/a.pdf": b"%PDF-1.4 a %%EOF",
                f"{folder}/b.csv": b"a,b\n1,2\n",
                f"{folder}/02-cars.md": paper.format(
                    "Cars", "c.pdf", "publish: withheld\nreason: Not yet.\n"
                ),
                f"{folder}/c.pdf": b"%PDF-1.4 c %%EOF",
            }
        ),
        tmp_path / "site",
    )
    assert "1 CSV, 1 PDF" in (site / "accessibility/index.html").read_text("utf-8")


def test_every_page_leads_to_it(demonstration: Path) -> None:
    pages = set(demonstration.rglob("*.html")) - {demonstration / "accessibility" / "index.html"}
    assert len(pages) > 100
    for page in pages:
        up = "/" if page.name == "404.html" else "../" * (len(page.relative_to(demonstration).parts) - 1)
        assert f'<a href="{up}accessibility/">' in page.read_text("utf-8"), page
