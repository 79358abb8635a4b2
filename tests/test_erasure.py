"""Addresses with a name are erased, and people without a page have none."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.archive.addresses import is_attached
from bcbsite.archive.people import has_page
from bcbsite.cli.main import main
from bcbsite.diagnostics import Span
from bcbsite.model.board import Board
from bcbsite.model.erasure import digest_of
from bcbsite.model.people import Person, Post
from bcbsite.new.erase import erase
from bcbsite.publish.publication import purge
from conftest import write
from leaks import where
from publishing import new_server
from test_linear import within

HALE = "people:\n  - {id: robin-hale, name: Robin Hale, posts: [{post: Treasurer}]}\n"
OKAFOR = "  - {id: sam-okafor, name: Sam Okafor, posts: [{post: Chief Constable}]}\n"
MINUTES = """---
date: 2022-02-10
members:
  - Robin Hale, Treasurer
  - Sam Okafor, Chief Constable
---

## Thanks to Robin Hale

1.1 Robin Hale was thanked; Sam Okafor spoke.
"""
FOLDER = "meetings/2022-02-10"
FILES = {"people.yaml": HALE + OKAFOR, f"{FOLDER}/minutes.md": MINUTES}
ANONYMOUS = MINUTES.replace("  - Robin Hale, Treasurer\n", "").replace("Robin Hale", "a colleague")
DIGEST = sha256(b"people/robin-hale/").hexdigest()


def test_the_name_is_in_no_byte_after_an_erasure(tmp_path: Path) -> None:
    server = new_server(tmp_path)
    clone = server.clone()
    clone.publish({f"content/{name}": text for name, text in FILES.items()})
    assert where(server.live.site, "robin")
    assert where(server.live.site, "okafor")
    content = clone.folder / "content"
    for address in ("people/robin-hale/", f"{FOLDER}/minutes/#item-thanks-to-robin-hale"):
        assert CliRunner().invoke(main, ["erase", address, "--content", str(content)]).exit_code == 0
    erased = (content / "erased.txt").read_text("utf-8")
    clone.publish(
        {
            "content/people.yaml": "people:\n" + OKAFOR,
            f"content/{FOLDER}/minutes.md": ANONYMOUS,
            "content/erased.txt": erased,
            "content/redirects.yaml": "posts/treasurer/: {gone: The post is not listed any more.}\n",
        }
    )
    assert purge(server.settings, datetime.now(UTC).replace(microsecond=0), lambda _: None) == 1
    assert where(server.releases.folder, "robin") == where(server.releases.folder, "hale") == []
    assert where(server.releases.folder, "okafor")
    assert not (server.live.site / "people/robin-hale").exists()
    assert "robin" not in erased.casefold()
    assert DIGEST in erased


def test_the_command_says_what_still_has_the_name(tmp_path: Path) -> None:
    content = write(tmp_path, {"board.yaml": "name: The Board\narea: Kent\n", **FILES})
    run = CliRunner().invoke
    run(main, ["permalinks", "--content", str(content)])
    assert "people/robin-hale/" in (content / "permalinks.txt").read_text("utf-8")
    said = run(main, ["erase", "people/robin-hale", "--content", str(content)]).output.splitlines()
    assert said[0].endswith("Lines taken from permalinks.txt: 1.")
    assert f"{content}/people.yaml:2: this line still has it." in said
    assert f"{content}/{FOLDER}/minutes.md:8: this line still has it." in said
    assert "people/robin-hale/" not in (content / "permalinks.txt").read_text("utf-8")
    again = run(main, ["erase", "people/robin-hale/", "--content", str(content)])
    assert (content / "erased.txt").read_text("utf-8").split().count(DIGEST) == 1
    assert again.exit_code == 0
    assert "BCB752" in run(main, ["check", "--content", str(content)]).output
    assert run(main, ["erase", "https://example.org/", "--content", str(content)]).exit_code == 1


# The last part of an address, a file, and the lines that have the name.
WRITTEN = [
    ("zoe-ocallaghan", "Zoë O’Callaghan\nZoe O'Callaghan\nZoe\u0308 O‘CALLAGHAN\nZoe Callaghan\n", [1, 2, 3]),
    ("zoe-o-callaghan", "Zoë O’Callaghan\nZoë O’ Callaghan\n", [1, 2]),
    ("alex-morgan", "We met Alex\nMorgan, and\n\nAlex **Morgan**\nAlex\u00a0Morgan\n", [1, 4, 5]),
    ("alex-morgan", "name,post\nMorgan,Alex,Clerk\n“Morgan, Alex”\nAlex Moran\n", [2, 3]),
    ("alex-j-morgan", "Alex J. Morgan\nMorgan, Alex J.\n", [1, 2]),
    ("soren-berg", "Søren Berg\n", [1]),
    ("sren-berg", "Søren Berg\n", [1]),
    ("item-alex-morgan", "Alex Morgan\n", [1]),
    ("alex-morgan.csv", "Alex Morgan\n", [1]),
    ("~", "Alex Morgan\n", []),
]


@pytest.mark.parametrize(("last", "text", "lines"), WRITTEN)
def test_a_name_is_found_however_it_is_written(
    tmp_path: Path, last: str, text: str, lines: list[int]
) -> None:
    folder = write(tmp_path, {"a.md": text})
    assert list(erase(folder, f"people/{last}/"))[1:] == [
        f"{folder}/a.md:{line}: this line still has it." for line in lines
    ]


def test_attached_files_are_looked_into_or_named(tmp_path: Path) -> None:
    papers = "meetings/2022-02-10/papers"
    files = {
        f"{papers}/a.CSV": "x\nMorgan,Alex\n",
        f"{papers}/a.txt": "Alex Morgan",
        f"{papers}/b.pdf": b"%PDF",
    }
    folder = write(tmp_path, files)
    assert list(erase(folder, "people/alex-morgan/"))[1:] == [
        f"{folder}/{papers}/a.CSV:2: this line still has it.",
        f"{folder}/{papers}/a.txt:1: this line still has it.",
        f"Look into these yourself, which is not done here: 1 files such as {folder}/{papers}/b.pdf.",
    ]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("people/alex-morgan", "people/alex-morgan/"),
        ("people/alex-morgan#x", "people/alex-morgan/#x"),
        ("meetings/2022-02-10/papers/05/alex-morgan.csv", "meetings/2022-02-10/papers/05/alex-morgan.csv"),
        ("old/alex.html", "old/alex.html"),
        ("decisions/D.1/", "decisions/D.1/"),
    ],
)
def test_the_digest_is_that_of_an_address_that_can_be(tmp_path: Path, written: str, address: str) -> None:
    list(erase(tmp_path, written))
    assert digest_of(address) in (tmp_path / "erased.txt").read_text("utf-8")


BESIDE = {
    "meetings/2022-02-10/papers/05-plan/table.csv": True,
    "meetings/2022-02-10/papers/05-plan/index.html.pdf": True,
    "meetings/2022-02-10/minutes/signed.pdf": True,
    "meetings/2022-02-10/papers/05-plan/index.md": False,
    "meetings/2022-02-10/minutes/index.json": False,
    "meetings/2022-02-10/minutes/tables/p1-1.csv": False,
    "meetings/2022-02-10/index.html": False,
    "papers/05-plan/table.csv": False,
}


@pytest.mark.parametrize("address", BESIDE)
def test_what_was_attached_is_known_by_its_address(address: str) -> None:
    assert is_attached(address) is BESIDE[address]


def test_a_long_text_is_looked_through_in_time(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.md": "Alex\n" * 100_000 + "Alex " * 100_000 + "Alex Morgan\n" * 50_000})
    with within(5):
        assert len(list(erase(folder, "people/alex-morgan/"))) == 50_001


def person(*posts: str, page: bool | None = None) -> Person:
    at = Span("people.yaml")
    held = tuple(Post(post, None, None, None, (), at) for post in posts)
    return Person("a", "Robin Hale", (), held, at, page)


PAGES = [
    (person("Staff Officer"), False),
    (person("staff officer to the Chief Constable"), False),
    (person("Inspector"), False),
    (person("Inspectorate Liaison"), True),
    (person("Treasurer"), True),
    (person("Staff Officer", "Treasurer"), True),
    (person(), True),
    (person("Staff Officer", page=True), True),
    (person("Treasurer", page=False), False),
]


@pytest.mark.parametrize(("who", "has"), PAGES)
def test_who_has_a_page(who: Person, has: bool) -> None:
    assert has_page(who, Board("B", "A", posts_without_page=("Staff Officer", "Inspector"))) is has
    assert has_page(who, Board("B", "A")) is (who.page is not False)


def test_who_has_no_page_is_still_named_in_the_minutes(tmp_path: Path) -> None:
    board = "name: The Board\narea: Kent\nposts_without_page: [Treasurer]\n"
    content = write(tmp_path / "content", {"board.yaml": board, **FILES})
    site = tmp_path / "site"
    CliRunner().invoke(
        main, ["build", "--content", str(content), "--site-dir", str(site)], catch_exceptions=False
    )
    assert not (site / "people/robin-hale").exists()
    assert "Robin Hale" in (site / FOLDER / "minutes/index.html").read_text("utf-8")
    assert "Robin Hale" not in (site / "data/people.json").read_text("utf-8")
    assert "Sam Okafor" in (site / "data/people.json").read_text("utf-8")
