"""What comes out of a printer: pages of paper, read back from the PDF that Chromium prints."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from conftest import MINUTES, build, served, write

pytestmark = pytest.mark.browser


def printed(browser: Browser, url: str) -> list[str]:
    """The words of each sheet."""
    page = browser.new_page()
    page.goto(url)
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize(
    ("path", "heading", "words"),
    [
        (
            "meetings/2021-10-12/minutes/",
            "Minutes of 12 October 2021",
            ["Via Microsoft Teams", "At its September", "5.4"],
        ),
        ("meetings/2019-09-18/agenda/", "Agenda for 18 September 2019", ["HQ, Conference Room 3", "5.1"]),
        ("actions/2019/41/", "Action 41.0", ["What has happened", "29 September 2020"]),
    ],
)
def test_a_document_is_printed_as_it_would_be_circulated(
    browser: Browser, address: str, path: str, heading: str, words: list[str]
) -> None:
    sheets = printed(browser, address + path)
    beginning = (
        f"Page 1 of {len(sheets)} Business Co-ordination Board Cambridgeshire This site is a demonstration"
    )
    assert sheets[0].startswith(beginning)
    assert f"did not make it. {heading}" in sheets[0]
    for number, sheet in enumerate(sheets, 1):
        assert sheet.startswith(f"Page {number} of {len(sheets)} ")
    text = " ".join(sheets)
    assert [word for word in words if word not in text] == []
    # What is for the screen stays there.
    assert [
        word
        for word in ("Search", "Skip to content", "Contents", "Inspections", "choose the number")
        if word in text
    ] == []


def test_addresses_outside_the_site_are_written_out(browser: Browser, tmp_path: Path) -> None:
    text = MINUTES.replace(
        "the report", "[the report](https://example.org/nights) and [the meeting](meeting:2022-02-10)"
    )
    site = build(write(tmp_path / "content", {"meetings/2022-02-10/minutes.md": text}), tmp_path / "site")
    with served(site) as address:
        sheet = printed(browser, f"{address}meetings/2022-02-10/minutes/")[0]
    assert "the report <https://example.org/nights>" in sheet
    assert "meetings/" not in sheet


FILL = """count => {
  const body = document.querySelector(".bcb-body");
  body.replaceChildren(...Array.from({length: count}, () => {
    const passage = document.createElement("div");
    passage.className = "bcb-passage";
    passage.innerHTML = '<div class="bcb-text"><p>Wren spoke.</p></div>';
    return passage;
  }));
}"""


def test_no_sheet_has_the_citation_alone(browser: Browser, address: str) -> None:
    """Of documents that end near the end of a sheet, a line apart."""
    page = browser.new_page()
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    counts = []
    for passages in range(36, 18, -1):
        page.evaluate(FILL, passages)
        sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        counts.append(len(sheets))
        last = sheets[-1].extract_text()
        assert "Wren spoke." in last
        assert "Cite this document" in last
    page.close()
    assert len(set(counts)) == 2, "the end of a sheet is among them"
