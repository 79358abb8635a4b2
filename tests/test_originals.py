"""The file of the original beside minutes: published where it is said, and never with what is withheld."""

from hashlib import sha256
from pathlib import Path

import pytest

from bcbsite.archive.attached import attachments
from bcbsite.pages.render import Renderer
from bcbsite.pages.words import file_in_words
from bcbsite.pipeline import load
from conftest import NOW, REPOSITORY, write

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
HASH = sha256(PDF).hexdigest()
ADDRESS = "meetings/2022-02-10/minutes/signed.pdf"
SOURCE = f"source: {{title: Signed copy, file: signed.pdf, pages: 2, sha256: {HASH}}}\n"


def content(folder: Path, keys: str, status: str = "approved") -> Path:
    text = f"---\ndate: 2022-02-10\nstatus: {status}\n{keys}---\n\n## 1. Welcome\n\n1.1 The Board met.\n\n1.2 It rose.\n"
    meeting = "meetings/2022-02-10"
    return write(folder, {f"{meeting}/minutes.md": text, f"{meeting}/signed.pdf": PDF})


@pytest.mark.parametrize(
    ("keys", "status", "is_public"),
    [
        (f"{SOURCE}publish_source: yes\n", "approved", True),
        (f"{SOURCE}publish_source: no\n", "approved", False),
        (SOURCE, "approved", False),
        (f"{SOURCE}publish_source: yes\nwithhold: [{{at: '1.2', reason: Personal}}]\n", "approved", False),
        (f"{SOURCE}publish_source: yes\npublish_at: 2030-01-01\n", "approved", False),
        (f"{SOURCE}publish_source: yes\n", "draft", False),
    ],
)
def test_when_the_file_is_published(tmp_path: Path, keys: str, status: str, is_public: bool) -> None:
    loaded = load(content(tmp_path, keys, status), NOW)
    assert loaded.public is not None, loaded.diagnostics
    assert [address for address, _ in attachments(loaded.public)] == ([ADDRESS] if is_public else [])
    assert not [one for one in loaded.diagnostics if one.code == "BCB107"]


@pytest.mark.parametrize("is_published", [True, False])
def test_the_foot_of_the_minutes_leads_to_it(tmp_path: Path, is_published: bool) -> None:
    keys = f"{SOURCE}publish_source: {'yes' if is_published else 'no'}\n"
    pages = load(content(tmp_path, keys), NOW).pages
    assert pages
    page = next(page for page in pages.all if page.address == "meetings/2022-02-10/minutes/")
    html = Renderer(pages.archive, [REPOSITORY / "theme"]).render(page)
    assert ('<a href="signed.pdf" download>Signed copy (PDF, 2 pages, 1 kB)</a>' in html) == is_published
    assert (HASH in html) == is_published
    assert ("Original: Signed copy" in html) != is_published


@pytest.mark.parametrize(
    ("file", "code"), [("lost.pdf", "BCB405"), ("../signed.pdf", "BCB405"), ("minutes.md", "BCB405")]
)
def test_a_file_that_cannot_be_published_is_told(tmp_path: Path, file: str, code: str) -> None:
    loaded = load(content(tmp_path, f"source: {{title: Signed copy, file: {file}}}\n"), NOW)
    assert code in [one.code for one in loaded.diagnostics]
    assert loaded.public is None


@pytest.mark.parametrize(
    ("size", "pages", "words"),
    [
        (10, None, "PDF, 1 kB"),
        (119_900, "2", "PDF, 2 pages, 120 kB"),
        (2_340_000, "1", "PDF, 1 page, 2.3 MB"),
    ],
)
def test_what_a_file_is_in_words(tmp_path: Path, size: int, pages: str | None, words: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x" * size)
    assert file_in_words(path, pages) == words
