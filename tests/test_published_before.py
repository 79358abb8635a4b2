"""What a server knows to have been published before, and what it goes on knowing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcbsite.diagnostics import Span
from bcbsite.model.erasure import digest_of
from bcbsite.model.permalink import Permalink
from bcbsite.pages.permalinks import account_of
from bcbsite.pipeline import Before, load
from bcbsite.publish.account import published_before, write_account
from bcbsite.publish.manifest import Manifest
from bcbsite.publish.releases import Release
from conftest import NOW, write

M = "meetings/2022-02-10"
PLACE = f"{M}/minutes/#p2-1"
MINUTES = (
    "---\ndate: 2022-02-10\nstatus: approved\n{}---\n\n## 1. Boats\n\n1.1 Wren.\n\n## 2. Cars\n\n2.1 Heron.\n"
)


@dataclass(frozen=True)
class Case:
    files: dict[str, str]
    address: str
    told: list[str]
    """The codes."""
    kept: bool
    """Whether the next release goes on knowing the address."""
    fingerprint: str | None = None
    is_later: bool = False
    accepted: bool = False


CASES = {
    "as it was": Case({f"{M}/minutes.md": MINUTES.format("")}, PLACE, [], kept=True),
    "a page that is gone": Case({}, "news/", ["BCB601"], kept=False),
    "said to be gone": Case({"redirects.yaml": "news/: {gone: It was old.}\n"}, "news/", [], kept=True),
    "erased": Case({"erased.txt": f"{digest_of('people/al/')}\n"}, "people/al/", [], kept=False),
    "a place that is withheld": Case(
        {f"{M}/minutes.md": MINUTES.format('withhold: [{at: "2", reason: Personal.}]\n')},
        PLACE,
        [],
        kept=True,
    ),
    "let out by a clock": Case(
        {"pages/news.md": "---\npublish_at: 2090-01-01\n---\n\n# News\n"},
        "news/",
        ["BCB714"],
        kept=False,
        is_later=True,
    ),
    "other words": Case(
        {f"{M}/minutes.md": MINUTES.format("")}, PLACE, ["BCB602"], kept=True, fingerprint="0" * 16
    ),
    "words that a newer program reads otherwise": Case(
        {f"{M}/minutes.md": MINUTES.format("")}, PLACE, [], kept=True, fingerprint="0" * 16, accepted=True
    ),
    "a place that a newer program does not see": Case(
        {f"{M}/minutes.md": MINUTES.format("")}, f"{M}/minutes/#p9", ["BCB714"], kept=False, accepted=True
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_published_is_there_or_told_of(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    before = Before((Permalink(case.address, case.fingerprint, Span("permalinks.txt")),), case.is_later)
    folder = write(tmp_path / "content", case.files)
    loaded = load(folder, NOW, secrets=True, accepted=case.accepted, before=before)
    assert [d.code for d in loaded.diagnostics if d.code.startswith(("BCB6", "BCB7"))] == case.told
    if loaded.pages:
        account = account_of(loaded.pages, loaded.permalinks, loaded.everything)
        assert (case.address in account) == case.kept


def release(folder: Path) -> Release:
    outputs = dict.fromkeys(
        (f"{M}/minutes/index.html", "404.html", "actions/by-status/open/index.html", "feed.xml"), ""
    )
    now = datetime(2022, 3, 1, tzinfo=UTC).isoformat()
    return Release(folder, Manifest("0" * 40, now, {}, "", "", {}, outputs))


def test_a_release_of_an_older_program_is_known_by_its_pages(tmp_path: Path) -> None:
    assert [one.address for one in published_before([release(tmp_path)])] == [f"{M}/minutes/"]


def test_the_account_of_a_release_is_read_back(tmp_path: Path) -> None:
    loaded = load(write(tmp_path / "content", {f"{M}/minutes.md": MINUTES.format("")}), NOW, secrets=True)
    assert loaded.pages
    assert loaded.everything
    write_account(tmp_path, loaded.pages, (), loaded.everything)
    known = {one.address: one.fingerprint for one in published_before([release(tmp_path)])}
    assert known == account_of(loaded.pages, ())
    assert known[PLACE]
