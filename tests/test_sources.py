"""Documents as Markdown: the front matter and the words of each, written out by hand for a small archive."""

import json
from pathlib import Path
from typing import Any

import pytest

from bcbsite.exports.sources import source_files
from conftest import load_all, write
from known_archive import BOARD, FEBRUARY, FILES, MAY

ALLOWED = {**FILES, "board.yaml": f"{BOARD}markdown: yes\n"}
PAPERS = f"{FEBRUARY}/papers/"
OTHER = """---
title: Sources
date: 3 February 2022
item: "9"
source_documents:
  - {title: Plan, url: "https://example.org/plan", sha256: abc}
  - Old book
---

1.1 Words.
"""
FRONTS: dict[str, dict[str, Any]] = {
    f"{FEBRUARY}/agenda/": {
        "publish_at": "2022-02-03 09:15",
        "date": "2022-02-10",
        "time": "14:30",
        "location": "Room 1",
    },
    f"{FEBRUARY}/minutes/": {
        "status": "approved",
        "publish_at": "2022-02-17 17:00",
        "classification": "OFFICIAL",
        "date": "2022-02-10",
        "time": "15:00",
        "location": "Room 2",
        "kind": "extraordinary",
        "members": [
            {"name": "Al Ash", "role": "Chair"},
            {"name": "Robert Bee", "role": "Chief Constable"},
        ],
        "in_attendance": [{"name": "Di Dee", "role": "Clerk", "note": "Observer"}],
        "apologies": [{"name": "Cy Cox"}, {"name": "Eve Elm", "role": "Treasurer"}],
        "signed_by": {"name": "Al Ash", "role": "Signatory"},
        "approved_at": "2022-05-26#1.1",
        "significant_public_interest": "yes",
        "decisions": [{"at": "2.2", "kind": "endorsed", "by": "The Commissioner", "when": "in January"}],
        "source": {"title": "Signed minutes", "url": "https://example.org/signed"},
        "errata": [
            {"date": "2022-03-01", "at": "2.1", "what": "Read *ten*.", "authority": "The Chair"},
            {"date": "2022-03-02", "what": "A name was wrong."},
        ],
    },
    f"{PAPERS}02-stock/": {
        "classification": "OFFICIAL - PUBLIC",
        "item": "2",
        "title": "New stock",
        "to": "The Board",
        "from": "Fleet manager",
        "date": "1 February 2022",
        "contact_officers": [{"name": "Fay Fox", "role": "Buyer"}],
        "attachments": ["02 list.pdf", "02-plan.pdf"],
    },
    f"{PAPERS}03-later/": {"publish_at": "2022-02-11 10:00", "title": "Later", "date": "early spring"},
    f"{PAPERS}05-sources/": {
        "item": "9",
        "title": "Sources",
        "date": "3 February 2022",
        "source_documents": [
            {"title": "Plan", "url": "https://example.org/plan", "sha256": "abc"},
            {"title": "Old book"},
        ],
    },
    f"{MAY}/minutes/": {
        "status": "draft",
        "publish_at": "2022-06-01 09:00",
        "date": "2022-05-26",
        "location": "Room 3",
    },
    "meetings/2026-12-10/agenda/": {"date": "2026-12-10"},
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The Markdown of each document of the small archive, by the address of its page."""
    february, may = (str(FILES[f"{day}/minutes.md"]) for day in (FEBRUARY, MAY))
    files = {
        **ALLOWED,
        f"{PAPERS}05-sources.md": OTHER,
        f"{FEBRUARY}/minutes.md": february.replace("kind:", "approved_at: 2022-05-26#1.1\nkind:", 1),
        f"{MAY}/minutes.md": may.replace("location", "publish_at: 2022-06-01 09:00\nlocation"),
    }
    archive = load_all(write(tmp_path_factory.mktemp("known"), files)).public
    assert archive
    return {name.removesuffix("index.md"): data.decode() for name, data in source_files(archive)}


def test_every_document_that_is_public_in_full_has_one(sources: dict[str, str]) -> None:
    assert sorted(sources) == sorted(FRONTS)


@pytest.mark.parametrize("address", FRONTS)
def test_front_matter(sources: dict[str, str], address: str) -> None:
    """A key a line, each value as JSON, which YAML reads too."""
    start, front, _ = sources[address].split("---\n", 2)
    assert start == ""
    found = dict(line.split(": ", 1) for line in front.splitlines())
    assert {name: json.loads(value) for name, value in found.items()} == FRONTS[address]
    assert list(found) == list(FRONTS[address])


def test_the_words_come_after_an_empty_line(sources: dict[str, str]) -> None:
    assert sources[f"{PAPERS}02-stock/"].endswith("\n---\n\n## 1 Purpose\n\n1.1 See the list.\n")
    assert sources["meetings/2026-12-10/agenda/"] == ('---\ndate: "2026-12-10"\n---\n\n## 1. Plans\n')


def test_letters_stay_as_they_are(tmp_path: Path) -> None:
    files = {
        "board.yaml": "name: B\narea: K\nmarkdown: yes\n",
        f"{PAPERS}a.md": "---\ntitle: Café – £5\n---\n\n1.1 A.\n",
    }
    archive = load_all(write(tmp_path, files)).public
    assert archive
    assert 'title: "Café – £5"' in dict(source_files(archive))[f"{PAPERS}a/index.md"].decode()


def test_a_board_that_does_not_allow_it_has_none(tmp_path: Path) -> None:
    archive = load_all(write(tmp_path, FILES)).public
    assert archive
    assert list(source_files(archive)) == []
