"""The agenda and the papers of a meeting as one PDF, read back by another program."""

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from click.testing import CliRunner

from bcbsite.cli.main import main
from conftest import write

pytest.importorskip("weasyprint", reason="WeasyPrint is not installed", exc_type=(ImportError, OSError))

M = "meetings/2022-03-10"
FILES = {
    "board.yaml": "name: The Board\narea: Kent\n",
    f"{M}/meeting.yaml": "state: planned\ntime: 15:00\nlocation: Room 3\n",
    f"{M}/agenda.md": """---
date: 2022-03-10
withhold: [{at: "3", reason: Operational.}]
---

## 1. Welcome

## 2. Budget

Report from: Treasurer

## 3. Operations

Kestrel on the agenda
""",
    f"{M}/papers/01-late.md": "---\ntitle: A supplement\n---\n\n1.1 Late.\n",
    f"{M}/papers/02-b.md": "---\nitem: '2'\ntitle: The budget\nfrom: Treasurer\nattachments: [b.csv]\n---\n\n## 1. Summary\n\n"
    "1.1 The forecast, as in [action](action:2022/1) and [here](#p1-1).\n\n| Heading | £k |\n|---|--:|\n| Pay | 40 |\n",
    f"{M}/papers/b.csv": "Pay,40\n",
    f"{M}/papers/03-a.md": "---\ntitle: Kestrel\nstatus: draft\n---\n\n1.1 Kestrel.\n",
    f"{M}/papers/04-a.md": "---\ntitle: Kestrel\npublish_at: 2090-01-01\n---\n\n1.1 Kestrel.\n",
    f"{M}/papers/05-a.md": "---\ntitle: Staffing\npublish: withheld\nreason: Personal.\n---\n\n1.1 Kestrel.\n",
    "actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10, action: Write.}]\n",
}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    content = write(folder / "content", FILES)
    arguments = ["pack", "10/03/2022", "--content", str(content), "--output", str(folder / "pack.pdf")]
    result = CliRunner().invoke(main, [*arguments, "--now", "2022-03-01"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return folder / "pack.pdf"


def test_the_documents_are_in_the_order_of_the_agenda_each_with_a_bookmark(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert found == [
        (0, "Agenda", 1),
        (1, "1 Welcome", 1),
        (1, "2 Budget", 1),
        (1, "3 Operations", 1),
        (0, "Item 2: The budget", 2),
        (1, "1 Summary", 2),
        (0, "A supplement", 3),
        (0, "Staffing", 4),
    ]
    assert pdfium.FPDFCatalog_IsTagged(document)


def test_it_has_contents_with_pages_and_what_is_public(pdf: Path) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    for number, words in (
        (0, ("Agenda and papers of 10 March 2022", "3pm", "Room 3", "could see on 1 March 2022", "1 of 5")),
        (1, ("Report from: Treasurer", "Withheld: Operational.")),
        (2, ("From: Treasurer.", "The forecast", "Pay", "b.csv (CSV, 1 kB)", "3 of 5")),
        (3, ("Late.",)),
        (4, ("Withheld. Personal.",)),
    ):
        for each in words:
            assert each in pages[number]
    assert pages[0].count("..") > 3
    assert not any("Kestrel" in page for page in pages)


@pytest.mark.parametrize(("date", "now"), [("2022-04-14", "2022-03-01"), ("2022-03-10", "2022-03-01")])
def test_without_a_public_agenda_there_is_none(tmp_path: Path, date: str, now: str) -> None:
    agenda = FILES[f"{M}/agenda.md"].replace("withhold", "status: draft\nwithhold")
    content = write(tmp_path / "content", {**FILES, f"{M}/agenda.md": agenda})
    arguments = ["pack", date, "--content", str(content), "--now", now]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert (result.exit_code, "it is not public at that moment" in result.output) == (1, True)
    assert not list(tmp_path.glob("*.pdf"))
