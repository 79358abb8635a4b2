"""The list of what must be published, and where it is: its page, the home page, the foot and the search."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bcbsite.pipeline import load
from bcbsite.search.passages import passages_of
from conftest import NOW, build, load_all

BOARD = "name: The Board\narea: Westshire\n"
LIST = """publication:
  - what: Minutes of public meetings
    class: How we make decisions
    where: /meetings/
    required_by: SI 2011/3050, Schedule, paragraph 5(c)
  - {what: The report on vans, class: How we make decisions, where: "section-55:vans"}
  - {what: The report on boats, where: "section-55:boats", prominent: yes}
  - {what: What we are, where: /about.md, prominent: yes}
  - {what: Register of interests, where: "https://www.example.org/interests?a=1&b=2", prominent: yes}
  - {what: Contracts, where: "mailto:office@example.org", note: By email.}
  - {what: Minutes from before 2012, note: Ask the office; 10p a page.}
  - {what: Nothing known}
"""
FILES = {
    "board.yaml": BOARD,
    "publication.yaml": LIST,
    "pages/about.md": "# About us\n\nWe are.\n",
    "meetings/2022-02-10/minutes.md": "---\ndate: 2022-02-10\n---\n\n1.1 A.\n",
    "section-55/vans.md": "---\nreport: Vans\npublished: 2022-01-01\n---\n",
    "section-55/boats.md": "---\nreport: Boats\npublished: 2022-01-01\nstatus: draft\n---\n",
}
Content = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publication")
    for name, text in FILES.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(text, "utf-8")
    return build(folder / "content", folder / "site")


def rows(page: str) -> list[tuple[str, ...]]:
    """The cells of each row, without tags; a link before its words."""
    found = []
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
        found += (
            [tuple(re.sub(r'<a href="([^"]*)">|</a>', r"\1 ", cell).strip() for cell in cells)]
            if cells
            else []
        )
    return found


def test_each_entry_says_where_it_is(site: Path) -> None:
    page = (site / "publication/index.html").read_text("utf-8")
    assert "<h1>What must be published, and where it is</h1>" in page
    assert re.findall(r"<h2 id=\"[^\"]*\">(.*?)</h2>", page) == ["How we make decisions"]
    assert rows(page) == [
        (
            "../meetings/ Minutes of public meetings",
            "this website",
            "SI 2011/3050, Schedule, paragraph 5(c)",
            "",
        ),
        ("../section-55/vans/ The report on vans", "this website", "not stated", ""),
        ("The report on boats", "not public here", "not stated", ""),
        ("../about/ What we are", "this website", "not stated", ""),
        (
            "https://www.example.org/interests?a=1&amp;b=2 Register of interests",
            "www.example.org",
            "not stated",
            "",
        ),
        ("mailto:office@example.org Contracts", "by email", "not stated", "By email."),
        ("Minutes from before 2012", "not published on the web", "not stated", "Ask the office; 10p a page."),
        ("Nothing known", "not stated", "not stated", ""),
    ]


def test_the_home_page_leads_to_what_is_prominent_and_public(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8").partition("Key information")[2].partition("</section>")[0]
    assert re.findall(r'<a href="([^"]*)">(.*?)</a>', home) == [
        ("about/", "What we are"),
        ("https://www.example.org/interests?a=1&amp;b=2", "Register of interests"),
    ]


def test_the_foot_of_each_page_leads_to_it(site: Path) -> None:
    for page in ("index.html", "meetings/2022-02-10/index.html", "404.html"):
        assert re.search(
            r'href="[./]*publication/">What must be published', (site / page).read_text("utf-8")
        ), page


def test_it_is_found_by_a_search(content: Content) -> None:
    public = load_all(content(FILES)).public
    assert public
    found = [passage for passage in passages_of(public) if passage.address == "publication/"]
    assert [passage.title for passage in found] == ["What must be published, and where it is"]
    assert "Register of interests" in found[0].text
    assert "10p a page" in found[0].text


def test_without_the_file_there_is_no_page_and_no_link(content: Content, tmp_path: Path) -> None:
    site = build(content({"board.yaml": BOARD}), tmp_path / "site")
    assert not (site / "publication").exists()
    home = (site / "index.html").read_text("utf-8")
    assert "accessibility/" in home
    assert "publication/" not in home
    assert "Key information" not in home


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("where: /meetings/", None),
        ("where: meetings/", None),
        ("where: 'meeting:2022-02-10#1.1'", None),
        ("where: 'HTTPS://example.org/'", None),
        ("where: /spending.md", ("BCB406", 2, 22)),
        ("where: 'section-55:cars'", ("BCB406", 2, 22)),
        ("where: www.example.org", ("BCB406", 2, 22)),
        ("where: 'javascript:alert(1)'", ("BCB406", 2, 22)),
        ("where: 'meeting:2022-02-10#9.9'", ("BCB401", 2, 22)),
        ("where: '#top'", ("BCB204", 2, 22)),
        ("where: two words", ("BCB204", 2, 22)),
        ("kind: PEEL", ("BCB208", 2, 21)),
        ("wher: /meetings/", ("BCB203", 2, 15)),
        ("note: OFFICIAL-SENSITIVE", ("BCB501", 2, 5)),
    ],
)
def test_what_is_told_of_an_entry(content: Content, entry: str, told: tuple[str, int, int] | None) -> None:
    line = f"publication:\n  - {{what: A, {entry}}}\n"
    found = load(content({**FILES, "publication.yaml": line}), NOW).diagnostics
    places = [
        (one.code, one.span.line, one.span.column)
        for one in found
        if one.span.path.endswith("publication.yaml")
    ]
    assert told in places if told else not places
