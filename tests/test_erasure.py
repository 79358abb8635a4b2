"""Addresses with a name are erased, and people without a page have none."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.archive.people import has_page
from bcbsite.cli.main import main
from bcbsite.diagnostics import Span
from bcbsite.model.board import Board
from bcbsite.model.people import Person, Post
from bcbsite.publish.publication import purge
from conftest import write
from leaks import where
from publishing import new_server

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
