"""What a board's notice stands on: every page, and the data."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.cli.main import main
from conftest import MINUTES, write

NOTICE = "This is a demonstration & no record."
SHOWN = NOTICE.replace("&", "&amp;")
FILES = {
    "board.yaml": f"name: The Board\narea: Kent\nmarkdown: yes\nnotice: {NOTICE}\n",
    "meetings/2022-02-10/minutes.md": MINUTES,
    "redirects.yaml": "old/: {gone: Withdrawn.}\nolder/: actions/\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notice")
    content = write(folder / "content", FILES)
    arguments = ["build", "--content", str(content), "--site-dir", str(folder / "site")]
    CliRunner().invoke(main, arguments, catch_exceptions=False)
    return folder / "site"


def test_every_page_has_it_once(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert {"404.html", "index.html", "old/index.html", "older/index.html"} <= pages.keys()
    assert {name: text.count(SHOWN) for name, text in pages.items() if text.count(SHOWN) != 1} == {}


def test_paper_has_it_too(site: Path) -> None:
    [style] = [path.read_text("utf-8") for path in site.rglob("print.css")]
    hidden = [rule for rule in style.split("}") if "display: none" in rule]
    assert not any("bcb-notice" in rule for rule in hidden)


def test_the_data_has_it(site: Path) -> None:
    assert json.loads((site / "data/datapackage.json").read_text("utf-8"))["description"] == NOTICE
    record = (site / "meetings/2022-02-10/index.json").read_text("utf-8")
    assert json.loads(record)["notice"] == NOTICE
    with sqlite3.connect(site / "data/records.sqlite") as database:
        assert database.execute("SELECT value FROM about WHERE name = 'notice'").fetchall() == [(NOTICE,)]
    assert f"<subtitle>{SHOWN}</subtitle>" in (site / "feed.xml").read_text("utf-8")
    assert f"X-WR-CALDESC:{NOTICE}" in (site / "calendar.ics").read_text("utf-8").replace("\r\n ", "")
    [markdown] = (site / "meetings").rglob("*.md")
    assert markdown.read_text("utf-8").startswith(f"---\n# {NOTICE}\n")


def test_the_demonstration_says_that_it_is_one() -> None:
    board = (Path(__file__).parent.parent / "content/board.yaml").read_text("utf-8")
    assert "notice: This site is a demonstration" in board
