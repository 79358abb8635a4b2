"""What lies on the server is not believed: clocks that were wrong, accounts that are damaged, releases of others.

And what takes a record back, or brings it back, leads through with one message.
"""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bcbsite.diagnostics import Diagnostic
from bcbsite.publish.freshness import read_freshness, write_freshness
from bcbsite.publish.manifest import parse_manifest, written
from bcbsite.publish.publication import purge, refresh
from bcbsite.publish.republished import republished
from bcbsite.publish.settings import PublishError
from bcbsite.publish.standing import releases_told
from bcbsite.publish.verify import verify
from conftest import build, write
from leaks import where
from publishing import FIRST, MEETING, Clone, Server, new_server

PAPERS = "meetings/2022-02-10/papers"
FILES = f"{MEETING}/papers"


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def paper(text: str, front: str = "", title: str = "A paper") -> str:
    return f"---\ntitle: {title}\n{front}---\n\n1.1 {text}\n"


EMBARGOED: Mapping[str, str] = {
    **FIRST,
    f"{FILES}/01.md": paper("Kestrel text.", "publish_at: 2090-01-01\n"),
}


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return new_server(tmp_path)


@pytest.mark.parametrize("ahead", [timedelta(days=365 * 80), timedelta(days=365 * 7000)])
def test_what_a_clock_that_was_ahead_let_out_goes_with_the_next_refresh(
    server: Server, ahead: timedelta
) -> None:
    clone = server.clone()
    clone.publish(EMBARGOED)
    server.refresh(now() + ahead)
    assert where(server.live.site, "kestrel text")
    said, well = server.status()
    assert not well
    assert "Wrong:   it was made for" in said
    assert "Next:    at" not in said
    server.refresh()
    assert where(server.live.site, "kestrel text") == []
    assert server.status()[1]
    assert server.live.manifest.moment <= now()
    assert next(releases_told(server.settings)).startswith("* "), "the newest is what was made last"
    assert verify(server.settings, None, rebuild=True) == []
    assert clone.publish({f"{MEETING}/agenda.md": "---\ndate: 2022-02-10\n---\n\n1. Heron.\n"})
    assert where(server.live.site, "heron")


def test_a_push_replaces_what_a_clock_that_was_ahead_let_out(server: Server) -> None:
    clone = server.clone()
    server.set_clock(datetime(2091, 1, 1, tzinfo=UTC))
    clone.publish(EMBARGOED)
    assert where(server.live.site, "kestrel text")
    server.set_clock(None)
    said = clone.publish({f"{MEETING}/agenda.md": "---\ndate: 2022-02-10\n---\n\n1. Heron.\n"})
    assert "warning[BCB714]" in said
    assert "BCB601" not in said
    assert where(server.live.site, "kestrel text") == []
    assert server.status()[1]


def test_a_build_of_a_later_moment_says_nothing_of_the_time_until_then(server: Server) -> None:
    """Also where it gives the same bytes, so that the release stays."""
    server.clone().publish({"content/pages/index.md": "# Home\n"})
    name, fresh = server.live.name, read_freshness(server.live.folder)
    assert fresh
    write_freshness(server.live.folder, replace(fresh, until=fresh.since))
    server.refresh(now() + timedelta(minutes=1))
    assert server.live.name == name
    assert not server.status()[1]
    server.refresh()
    assert server.live.name == name
    assert server.status()[1]


def test_where_a_clock_is_behind_the_site_is_that_of_then_until_it_is_right(server: Server) -> None:
    clone = server.clone()
    ended = paper("Wren text.", "publish_at: 2021-01-01\n")
    clone.publish({**FIRST, f"{FILES}/01.md": ended})
    found: list[Diagnostic] = []
    behind = datetime(2020, 6, 1, tzinfo=UTC)
    assert "Wrong:   it was made for" in server.status(behind)[0]
    assert refresh(server.settings, behind, found.extend)
    assert [d.code for d in found if d.code[3] in "67"] == ["BCB714"]
    assert where(server.live.site, "wren text") == []
    said, well = server.status()
    assert not well
    assert "a refresh was due at" in said
    server.refresh()
    assert where(server.live.site, "wren text")
    assert server.status()[1]


def test_a_purge_leaves_nothing_that_a_wrong_clock_made(server: Server) -> None:
    server.clone().publish(EMBARGOED)
    server.refresh(now() + timedelta(days=365 * 80))
    shutil.copytree(server.live.folder, broken := server.releases.folder / "20210101T000000Z-0123456789ab")
    (broken / "manifest.json").write_text("{}")
    assert purge(server.settings, now(), lambda _: None) == 2
    assert where(server.releases.folder, "kestrel text") == []


def damage(name: str, **fields: object) -> Callable[[Server], None]:
    """Change fields of a file of the live release; those that are `...` are taken out."""

    def do(server: Server) -> None:
        path = server.live.folder / name
        held = json.loads(path.read_text("utf-8")) | fields
        path.write_text(json.dumps({key: value for key, value in held.items() if value is not ...}))

    return do


def away(server: Server) -> None:
    shutil.rmtree(server.live.folder)


def without_site(server: Server) -> None:
    shutil.rmtree(server.live.site)


def led_elsewhere(server: Server) -> None:
    other = server.folder / server.live.name
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(server.live.folder, other)
    link = server.releases.folder / "current"
    link.unlink()
    link.symlink_to(other)


def chosen_and_lost(server: Server) -> None:
    held = {"release": "20220210T150000Z-0123456789ab", "head": server.head}
    (server.releases.folder / ".held.json").write_text(json.dumps(held))
    away(server)


UNREADABLE = "which is no release that can be read"
ODD: dict[str, tuple[Callable[[Server], None], str]] = {
    "a manifest of a newer program": (damage("manifest.json", format=2), UNREADABLE),
    "a manifest with a foreign field": (damage("manifest.json", more="x"), UNREADABLE),
    "a manifest that lacks a field": (damage("manifest.json", versions=...), UNREADABLE),
    "a manifest with nothing in a field": (damage("manifest.json", outputs=None), UNREADABLE),
    "a manifest with numbers for hashes": (damage("manifest.json", outputs={"index.html": 1}), UNREADABLE),
    "a manifest without a commit": (damage("manifest.json", commit="main"), UNREADABLE),
    "a manifest with a moment of no zone": (damage("manifest.json", now="2022-02-10T15:00:00"), UNREADABLE),
    "no site": (without_site, UNREADABLE),
    "a link to nothing": (away, UNREADABLE),
    "a link to another folder": (led_elsewhere, UNREADABLE),
    "an earlier release that was chosen and is lost": (chosen_and_lost, UNREADABLE),
    "fresh for ever": (
        damage("fresh.json", until="9999-01-01T00:00:00Z"),
        "the next refresh looks for changes",
    ),
    "fresh without a beginning": (damage("fresh.json", since=...), "the next refresh looks for changes"),
    "fresh in no zone": (
        damage("fresh.json", since="2022-02-10T15:00:00", until="2022-02-10T16:00:00"),
        "the next refresh looks for changes",
    ),
    "fresh until long ago": (
        damage("fresh.json", since="2022-02-10T15:00:00Z", until="2022-02-10T16:00:00Z"),
        "a refresh was due at 2022-02-10 16:00",
    ),
}


@pytest.fixture(scope="module")
def odd_server(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Clone]:
    server = new_server(tmp_path_factory.mktemp("odd"))
    clone = server.with_first()
    return server, clone


@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_told_and_a_refresh_mends_it(odd_server: tuple[Server, Clone], case: str) -> None:
    server, _ = odd_server
    do, expected = ODD[case]
    do(server)
    said, well = server.status()
    assert expected in said
    assert well is ("the next refresh" in expected)
    assert server.refresh()
    assert server.status()[1]
    assert verify(server.settings, None, rebuild=False) == []
    fresh = read_freshness(server.live.folder)
    assert fresh
    assert fresh.begins <= now() < fresh.ends


def test_a_commit_that_is_lost_is_told_of(server: Server) -> None:
    server.with_first()
    damage("manifest.json", commit="0" * 40)(server)
    said, well = server.status()
    assert not well
    assert "its commit 000000000000 is not in the repository" in said
    assert "is not in the repository" in "\n".join(releases_told(server.settings))
    assert verify(server.settings, None, rebuild=False) == [
        f"Commit {'0' * 40} is not in the repository any more."
    ]


def test_a_release_from_a_backup_is_no_newer_than_it_was(server: Server) -> None:
    """Whatever times its files have."""
    clone = server.with_first()
    old = server.live
    shutil.copytree(old.folder, backup := server.folder / "backup")
    clone.publish({f"{MEETING}/agenda.md": "---\ndate: 2022-02-10\n---\n\n1. Heron.\n"})
    newest = server.live.name
    server.releases.remove(old)
    shutil.copytree(backup, old.folder)
    for later in (timedelta(), timedelta(days=2)):
        server.refresh(now() + later)
        assert where(server.live.site, "heron")
    assert [release.name for release in server.releases.all()][-1] == old.name != newest


def test_a_moment_that_is_fixed_is_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert "SOURCE_DATE_EPOCH is set here" in server.status()[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"commit": 1},
        {"now": 1},
        {"now": "2022-02-10T15:00:00+00:00"},
        {"outputs": []},
        {"sources": {"a": None}},
        {"versions": "x"},
        {"site_url": None},
        {"format": 2},
        {"more": 1},
    ],
)
def test_a_manifest_is_whole_or_none(fields: Mapping[str, object]) -> None:
    whole = {
        "commit": "0" * 40,
        "now": "2022-02-10T15:00:00Z",
        "versions": {"a": "1"},
        "site_url": "",
        "configuration": "x",
        "sources": {},
        "outputs": {"index.html": "x"},
        "format": 1,
    }
    assert parse_manifest(json.dumps(whole))
    assert parse_manifest(json.dumps({**whole, **fields})) is None


@dataclass(frozen=True)
class Row:
    """How something that is online is taken back, and brought back."""

    public: Mapping[str, str | None]
    """Its files while it is online."""
    taken: Mapping[str, str | None]
    """Its files when it is taken back."""
    line: str
    """What redirects.yaml says then."""
    told: str
    """What is told of a push without that line."""
    words: str
    """What only readers of the whole record see."""
    back: str = ""
    """What redirects.yaml has to say when it is online again."""
    again: str = "take this line out"
    """What is told of a push that brings it back and leaves the lines as they were."""


def gone(address: str) -> str:
    return f"{address}:\n  gone: Withdrawn on 3 March 2022.\n"


def one_paper(number: int, front: str | None, line: str | None = None, **more: str) -> Row:
    """A paper that is taken back with *front*, or by deleting its file."""
    name, word = f"{FILES}/{number:02}.md", f"Kestrel{'abcdefghij'[number]}"
    address = f"{PAPERS}/{number:02}/"
    why = "is no longer there" if front is None else "is not public any more"
    return Row(
        {name: paper(f"{word} text.", title=f"Paper {number:02}")},
        {name: None if front is None else paper(f"{word} text.", front, f"Paper {number:02}")},
        gone(address) if line is None else line,
        f"“{address}” was published and {why}",
        f"{word} text",
        **more,
    )


ATTACHED = "---\ntitle: Paper two\nattachments: [a.txt{}]\n---\n\n1.1 Wren.\n"
LOG = """actions:
- {{id: 2022/1, raised: {{meeting: 2022-02-10, item: '1.1'}}, action: Kestrelk text., owners: [A]{0}}}
- id: 2022/2
  raised: {{meeting: 2022-02-10, item: '1.1'}}
  action: Buy a hall.
  owners: [A]
  events: [{{on: 2022-03-01, update: Kestrell text.{1}}}]
"""
ROWS: dict[str, Row] = {
    "a paper, by deleting it": one_paper(1, None),
    "a paper, as a draft": one_paper(2, "status: draft\n"),
    "a paper, withheld": one_paper(
        3,
        "publish: withheld\nreason: It named somebody.\n",
        line=f"{PAPERS}/03/: {PAPERS}/paper-03/\n",
        back=f"{PAPERS}/paper-03/: {PAPERS}/03/\n",
    ),
    "a paper, by an embargo": one_paper(4, "publish_at: 2090-01-01\n"),
    "a notice": Row(
        {"content/decisions/a.md": "---\nreference: A\ntitle: A\n---\n\nKestrelm text.\n"},
        {"content/decisions/a.md": "---\nreference: A\ntitle: A\nstatus: draft\n---\n\nKestrelm text.\n"},
        gone("decisions/A/"),
        "“decisions/A/” was published and is not public any more",
        "kestrelm text",
    ),
    "a page": Row(
        {"content/pages/news.md": "# News\n\nKestreln text.\n"},
        {"content/pages/news.md": "---\nstatus: draft\n---\n\n# News\n\nKestreln text.\n"},
        gone("news/"),
        "“news/” was published and is not public any more",
        "kestreln text",
    ),
    "an action": Row(
        {"content/actions.yaml": LOG.format("", "")},
        {"content/actions.yaml": LOG.format(", status: draft", ", status: draft")},
        gone("actions/2022/1/"),
        "“actions/2022/1/” was published and is not public any more",
        "kestrelk text",
    ),
    "an event of an action": Row({}, {}, "", "", "kestrell text"),
    "an attachment": Row(
        {
            f"{FILES}/05.md": ATTACHED.format(", b.txt"),
            f"{FILES}/a.txt": "Wren",
            f"{FILES}/b.txt": "Kestrelq text",
        },
        {f"{FILES}/05.md": ATTACHED.format(""), f"{FILES}/b.txt": None},
        "",
        "",
        "kestrelq text",
    ),
    "what a line leads to": Row(
        {"content/pages/hall.md": "# Hall\n\nKestrelr text.\n"},
        {"content/pages/hall.md": "---\npublish_at: 2090-01-01\n---\n\n# Hall\n\nKestrelr text.\n"},
        gone("hall/") + gone("old-hall/"),
        "“old-hall/” was published; where redirects.yaml leads from it, the public finds nothing.",
        "kestrelr text",
        back="old-hall/: hall/\n",
    ),
    "a paragraph of minutes": Row(
        {
            f"{MEETING}/minutes.md": "---\ndate: 2022-02-10\n---\n\n1.1 Wren.\n\n1.2 Kestrelp text.\n\n1.3 Wren.\n"
        },
        {
            f"{MEETING}/minutes.md": "---\ndate: 2022-02-10\nwaive: [{rule: skipped-label, at: '1.3', why: x}]\n---\n\n"
            "1.1 Wren.\n\n1.3 Wren.\n"
        },
        gone("meetings/2022-02-10/minutes/#p1-2"),
        "“meetings/2022-02-10/minutes/#p1-2” was published and is no longer there",
        "kestrelp text",
    ),
}
ACCOUNT = "content/permalinks.txt"


@dataclass(frozen=True)
class Story:
    """What was said of pushes that take all back and bring all back, and what was online after each."""

    without_lines: str
    left_lines: str
    online: Mapping[str, list[str]]
    """After each step, the words of the rows that were online."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """All rows at once, in real pushes."""
    server = new_server(tmp_path_factory.mktemp("rows"))
    clone = server.clone()
    public = {name: text for row in ROWS.values() for name, text in row.public.items()}
    account = f"meetings/2022-02-10/minutes/#p1-2 {'0' * 16}\n"
    first = "".join(row.back for row in ROWS.values() if "papers/" not in row.back)
    clone.publish({**public, ACCOUNT: account, "content/redirects.yaml": first})
    online = {"first": words_online(server)}
    taken = {name: text for row in ROWS.values() for name, text in row.taken.items()}
    lines = "".join(row.line for row in ROWS.values())
    without = clone.refused({**taken, ACCOUNT: account})
    # What the account tells of comes before what the server tells of.
    without += clone.refused({**taken, ACCOUNT: "/ -\n"})
    clone.publish({**taken, "content/redirects.yaml": lines})
    online["taken back"] = words_online(server)
    left = clone.refused(public)
    left += clone.refused({**public, "content/redirects.yaml": "# none\n"})
    clone.publish({**public, "content/redirects.yaml": "".join(row.back for row in ROWS.values())})
    online["brought back"] = words_online(server)
    assert server.status()[1]
    return Story(without, left, online)


def words_online(server: Server) -> list[str]:
    return [row.words for row in ROWS.values() if where(server.live.site, row.words)]


@pytest.mark.parametrize("name", ROWS)
def test_whatever_is_taken_back_or_brought_back_one_message_leads_through(story: Story, name: str) -> None:
    row = ROWS[name]
    assert row.words in story.online["first"]
    assert row.told in story.without_lines
    assert row.words not in story.online["taken back"]
    if row.line:
        address = row.line.split(":\n")[0].partition(": ")[0]
        two_lines = rf"remote: +{re.escape(address)}: *\nremote: +gone: "
        assert re.search(
            rf"redirects\.yaml:\d+:1: error\[BCB601\] “{re.escape(address)}”", story.without_lines
        )
        assert re.search(two_lines, story.without_lines)
        assert row.again in story.left_lines
        assert "withheld" in name or f"The address “{address}” is in use" in story.left_lines
    assert row.words in story.online["brought back"]


PARAGRAPHS = "---\ndate: 2022-02-10\n---\n\n1.1 Wren spoke to {}.\n\n1.2 {}\n"
BEFORE: Mapping[str, str | None] = {
    f"{MEETING}/minutes.md": PARAGRAPHS.format("Jo Kestrel of 7 Low Road", "Heron spoke of £7,000."),
    f"{FILES}/01.md": paper("Kestrel text."),
    f"{FILES}/02.md": ATTACHED.format(", b.txt"),
    f"{FILES}/a.txt": "Kestrel data",
    f"{FILES}/b.txt": "Kestrel more",
    f"{FILES}/03.md": paper("Kestrel three.", title="Paper three"),
    "content/actions.yaml": LOG.format("", ""),
}
AFTER: Mapping[str, str | None] = {
    f"{MEETING}/minutes.md": PARAGRAPHS.format("an officer", "Heron spoke of £8,000."),
    f"{FILES}/01.md": None,
    f"{FILES}/02.md": ATTACHED.format(""),
    f"{FILES}/a.txt": "Without it",
    f"{FILES}/b.txt": None,
    f"{FILES}/03.md": paper("Kestrel three.", "publish_at: 2090-01-01\n", "Paper three"),
    "content/actions.yaml": LOG.format("", ", status: draft"),
    "content/redirects.yaml": gone(f"{PAPERS}/01/") + gone(f"{PAPERS}/03/"),
}


@pytest.fixture(scope="module")
def withdrawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Clone]:
    """A server with a release from before much was taken back, one from after, and one with more."""
    server = new_server(tmp_path_factory.mktemp("withdrawn"))
    clone = server.clone()
    for files in (BEFORE, AFTER, {"content/pages/news.md": "# News\n\nHeron.\n"}):
        clone.publish(files)
    return server, clone


def test_going_back_names_what_is_not_public_now_and_is_refused(withdrawn: tuple[Server, Clone]) -> None:
    server, _ = withdrawn
    live, first = server.live.name, server.releases.all()[-1].name
    with pytest.raises(PublishError) as refused:
        server.roll_back(first)
    told = str(refused.value)
    assert told.startswith(f"{first} shows what is not public now:\n")
    for expected in (
        f"  {PAPERS}/01/: 1 place such as #p1-1, ",
        f"  {PAPERS}/03/: 1 place such as #p1-1, ",
        f"  {PAPERS}/02/b.txt: the file\n",
        f"  {PAPERS}/02/a.txt: the file as it was\n",
        "  meetings/2022-02-10/minutes/: 2 passages such as “Wren spoke to Jo Kestrel of 7 Low Road.”",
        "  actions/2022/2/: 1 place such as #event-1, ",
        "add --republish",
    ):
        assert expected in told, told
    assert server.live.name == live
    assert server.releases.held() is None


def test_going_back_to_what_is_public_needs_no_more(withdrawn: tuple[Server, Clone]) -> None:
    server, _ = withdrawn
    live, before = server.live, server.releases.all()[1].name
    assert server.roll_back().after == replace(server.live)
    assert server.live.name == before
    assert server.status()[1]
    with pytest.raises(PublishError, match="not public now"):
        server.roll_back()  # what is public is what the branch says, whatever is live
    server.roll_back(live.name)
    assert server.releases.held() is None


def test_a_release_that_is_not_as_it_was_made_is_not_gone_back_to(withdrawn: tuple[Server, Clone]) -> None:
    server, _ = withdrawn
    second = server.releases.all()[1]
    page = second.site / "index.html"
    was = page.read_bytes()
    page.write_text("Defaced")
    with pytest.raises(PublishError, match="is not as it was made"):
        server.roll_back(second.name, republish=True)
    page.write_bytes(was)


def test_what_is_republished_stays_until_a_push(server: Server) -> None:
    clone = server.clone()
    clone.publish({**FIRST, f"{FILES}/01.md": paper("Kestrel text.")})
    first = server.live.name
    clone.publish({f"{FILES}/01.md": None, "content/redirects.yaml": gone(f"{PAPERS}/01/")})
    server.roll_back(first, republish=True)
    assert where(server.live.site, "kestrel text")
    server.refresh(now() + timedelta(days=2))
    assert server.live.name == first
    said = clone.refused({"content/redirects.yaml": "# none\n"})
    assert f"“{PAPERS}/01/” was published and is no longer there" in said
    clone.publish({f"{MEETING}/agenda.md": "---\ndate: 2022-02-10\n---\n\n1. Heron.\n"})
    assert where(server.live.site, "kestrel text") == []
    assert server.status()[1]


def test_a_rollback_knows_what_the_moment_hides_and_what_the_clock_let_out(server: Server) -> None:
    clone = server.clone()
    clone.publish(EMBARGOED)
    server.refresh(ahead := now() + timedelta(days=365 * 80))
    let_out = server.live.name
    clone.publish({f"{MEETING}/agenda.md": "---\ndate: 2022-02-10\n---\n\n1. Heron.\n"})
    with pytest.raises(PublishError, match="papers/01/: the page"):
        server.roll_back()
    server.refresh(ahead)
    with pytest.raises(PublishError, match="papers/01/: the page"):
        server.roll_back(let_out)


def test_where_nobody_knows_what_is_public_nothing_is_gone_back_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a newer program has stricter rules."""
    clone = server.with_first()
    first = server.live.name
    clone.publish({"content/pages/news.md": "# News\n"})
    write_freshness(server.live.folder, replace(read_freshness(server.live.folder), versions={}))  # type: ignore[type-var]
    monkeypatch.setattr("bcbsite.publish.rollback.make", lambda *_: None)
    with pytest.raises(PublishError, match="What is public now cannot be told"):
        server.roll_back()
    assert server.roll_back(republish=True).after.name == first  # type: ignore[union-attr]


def test_few_of_many_are_named(server: Server) -> None:
    clone = server.clone()
    papers = {f"{FILES}/{n:02}.md": paper(f"Kestrel {n}.", title=f"Paper {n}") for n in range(1, 31)}
    clone.publish({**FIRST, **papers})
    lines = "".join(gone(f"{PAPERS}/{n:02}/") for n in range(1, 31))
    clone.publish({**dict.fromkeys(papers), "content/redirects.yaml": lines})
    with pytest.raises(PublishError) as refused:
        server.roll_back()
    lines_told = str(refused.value).split("\n")
    assert len(lines_told) == 23
    assert any(line.startswith("  … and ") for line in lines_told)


@pytest.mark.parametrize(
    "line",
    [gone(f"{PAPERS}/01-a/"), f"{PAPERS}/01-a/: people/\n", f"{PAPERS}/01-a: {{gone: Withdrawn.}}\n"],
)
def test_what_is_said_at_an_address_is_the_same_whether_a_record_is_behind_it(
    tmp_path: Path, line: str
) -> None:
    hidden = {"meetings/2022-02-10/papers/01-a.md": paper("Kestrel.", "publish_at: 2090-01-01\n", "Kestrel")}
    open_ = {"meetings/2022-02-10/minutes.md": FIRST[f"{MEETING}/minutes.md"], "redirects.yaml": line}
    contents = [write(tmp_path / name, files) for name, files in (("a", open_), ("b", {**open_, **hidden}))]
    sites = [build(content, content.with_name(f"site-{content.name}")) for content in contents]
    one, other = (
        {p.relative_to(s): p.read_bytes() for p in sorted(s.rglob("*")) if p.is_file()} for s in sites
    )
    assert one == other


def test_a_line_gives_way_when_the_embargo_of_its_page_ends(server: Server) -> None:
    clone = server.clone()
    ends = now() + timedelta(days=30)
    embargo = f"publish_at: {ends:%Y-%m-%d}\n"
    clone.publish({**FIRST, f"{FILES}/01.md": paper("Kestrel text.")})
    clone.publish(
        {f"{FILES}/01.md": paper("Kestrel text.", embargo), "content/redirects.yaml": gone(f"{PAPERS}/01/")}
    )
    assert where(server.live.site, "kestrel text") == []
    assert "Withdrawn on 3 March 2022." in server.page(f"{PAPERS}/01")
    found: list[Diagnostic] = []
    assert refresh(server.settings, ends + timedelta(days=1), found.extend)
    assert "BCB713" in [d.code for d in found]
    assert "Kestrel text." in server.page(f"{PAPERS}/01")
    assert written(server.live.manifest.moment) == written(ends + timedelta(days=1))


def page(body: str = "", around: str = "") -> str:
    return (
        f'<nav>Frame</nav><article>{around}<div class="bcb-body"><div>{body}</div></div></article><p>Foot</p>'
    )


ROW = '[{{"id": "decisions/A/", "text": "{}"}}]'
COMPARED: dict[str, tuple[Mapping[str, str], Mapping[str, str], list[str]]] = {
    "nothing": ({"a/index.html": page("<p>Wren 1.</p>")}, {"a/index.html": page("<p>Wren 1.</p>")}, []),
    "the frame": ({"a/index.html": "<p>Kestrel</p>" + page()}, {"a/index.html": page()}, []),
    "a list of other pages": (
        {"a/index.html": page("", "<nav><p>Kestrel</p></nav>")},
        {"a/index.html": page()},
        [],
    ),
    "what the program counts": (
        {"a/index.html": page("", "<dt>Target passed</dt><dd>2,753 days ago, as at 1 May 2022</dd>")},
        {"a/index.html": page("", "<dt>Target passed</dt><dd>3 days ago, as at 2 June 2022</dd>")},
        [],
    ),
    "what only looks like it": (
        {"a/index.html": page("", "<dt>Amount</dt><dd>2,753 days, as at 1 May 2022</dd>")},
        {"a/index.html": page("", "<dt>Amount</dt><dd>3 days, as at 2 June 2022</dd>")},
        ["a/: 1 passage such as “Amount: 2,753 days, as at 1 May 2022”"],
    ),
    "a fact that another page has": (
        {
            "a/index.html": page("", "<dt>Target</dt><dd>1 May</dd>"),
            "b/index.html": page("<p>Target: 1 May</p>"),
        },
        {
            "a/index.html": page("", "<dt>Target</dt><dd>2 May</dd>"),
            "b/index.html": page("<p>Target: 1 May</p>"),
        },
        ["a/: 1 passage such as “Target: 1 May”"],
    ),
    "a picture": (
        {
            "a/index.html": page(
                "", '<figure class="bcb-chart"><p>7 of 9</p><svg id="x"><text>7</text></svg></figure>'
            )
        },
        {"a/index.html": page("", "<p>More.</p>")},
        [],
    ),
    "a caption": (
        {"a/index.html": page("", "<p>No inspection reports are held here.</p><p>Here Jo Lee.</p>")},
        {"a/index.html": page()},
        ["a/: 1 passage such as “Here Jo Lee.”"],
    ),
    "another way of typing": (
        {"a/index.html": page("<p>Wren\N{NON-BREAKING HYPHEN}house</p>")},
        {"a/index.html": page("<p>Wren-house</p>")},
        [],
    ),
    "words that went to another page": (
        {"a/index.html": page("<p>Kestrel.</p>"), "b/index.html": page()},
        {"a/index.html": page(), "b/index.html": page("<li>Kestrel.</li>")},
        [],
    ),
    "a number in a record": (
        {"a/index.html": page("<p>Paid £7.</p>")},
        {"a/index.html": page("<p>Paid £8.</p>")},
        ["a/: 1 passage such as “Paid £7.”"],
    ),
    "words around a record": (
        {"a/index.html": page("", "<dd>Jo Kestrel</dd>")},
        {"a/index.html": page("", "<dd>A. Wren</dd>")},
        ["a/: 1 passage such as “Jo Kestrel”"],
    ),
    "a place": (
        {"a/index.html": page('<p id="p1-2">Wren.</p><p>Wren.</p>')},
        {"a/index.html": page("<p>Wren.</p>")},
        ["a/: 1 place such as #p1-2"],
    ),
    "a page": ({"index.html": page(), "a.html": page()}, {}, ["a.html: the page", "the home page: the page"]),
    "a text of a register": (
        {"decisions/A/index.html": page() + "x", "data/notices.json": ROW.format("Pay £7 now")},
        {"decisions/A/index.html": page(), "data/notices.json": ROW.format("Pay £8 now")},
        ["decisions/A/: 1 passage such as “Pay £7 now”"],
    ),
    "a text of a register alone": (
        {"decisions/A/index.html": page(), "data/notices.json": ROW.format("Pay Kestrel")},
        {"decisions/A/index.html": page(), "data/notices.json": "[]"},
        ["decisions/A/: 1 passage such as “Pay Kestrel”"],
    ),
    "files": (
        {
            f"meetings/2022-02-10/papers/1/{name}": "x"
            for name in ("a.txt", "b.txt", "index.json", "tables/a.csv")
        }
        | {"feed.xml": "x"},
        {"meetings/2022-02-10/papers/1/b.txt": "y"},
        [
            "meetings/2022-02-10/papers/1/a.txt: the file",
            "meetings/2022-02-10/papers/1/b.txt: the file as it was",
        ],
    ),
    "much": (
        {"a/index.html": page(f"<p>{'Kestrel ' * 50}</p>")},
        {"a/index.html": page()},
        [f"a/: 1 passage such as “{('Kestrel ' * 50)[:79]}…”"],
    ),
}


@pytest.mark.parametrize("case", COMPARED)
def test_what_a_site_shows_beyond_another_is_named(tmp_path: Path, case: str) -> None:
    old, new, expected = COMPARED[case]
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    assert list(republished(write(tmp_path / "old", old), write(tmp_path / "new", new))) == expected


HELD: Mapping[str, str] = {
    "board.yaml": "name: The Board\narea: Kent\naccessibility: {email: a@example.org, phone: 01234 567890}\n",
    "pages/index.md": "# Welcome\n\nRoom 7 since March.\n",
    "pages/a.md": "# A\n\nHe lives at 9875 Acacia Road since March.\n",
    "meetings/2022-02-10/minutes.md": "---\ndate: 2022-02-10\n---\n\n## 1. Boats\n\n1.1 The Board agreed.\n",
    "actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10, action: Count them., owners: [Treasurer], "
    "target: 1 March 2022}]\n",
    "decisions/a.md": "---\nreference: A-1\ntitle: Boats\ndate: 2022-02-11\ndecided_by: The Commissioner\n"
    "amount: £9875\n---\n\nTo buy it.\n",
    "redirects.yaml": "old/: {gone: Taken away on 9 March.}\n",
}
CORRECTED: dict[str, tuple[str, str, str, str]] = {
    "a number and a month": ("pages/a.md", "9875 Acacia Road since March", "1 Acacia Road since May", "a/"),
    "a month": ("pages/a.md", "March", "May", "a/"),
    "the home page": ("pages/index.md", "7 since March", "8 since May", "the home page"),
    "an amount": ("decisions/a.md", "£9875", "£9", "decisions/A-1/"),
    "a day of a decision": ("decisions/a.md", "2022-02-11", "2022-02-12", "decisions/A-1/"),
    "a telephone number": ("board.yaml", "567890", "567891", "accessibility/"),
    "a target": ("actions.yaml", "1 March 2022", "1 May 2022", "actions/2022/1/"),
    "why something is gone": ("redirects.yaml", "9 March", "10 May", "old/"),
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write(tmp_path_factory.mktemp("held") / "content", HELD), tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("case", CORRECTED)
def test_what_was_corrected_by_numbers_alone_is_named(held: Path, tmp_path: Path, case: str) -> None:
    file, was, is_, page_ = CORRECTED[case]
    assert was in HELD[file]
    new = build(write(tmp_path / "content", {**HELD, file: HELD[file].replace(was, is_)}), tmp_path / "site")
    assert any(line.startswith(f"{page_}: ") for line in republished(held, new))
    assert list(republished(held, held)) == []


def test_what_was_added_is_nothing_that_an_earlier_site_shows(held: Path, tmp_path: Path) -> None:
    added = {
        "meetings/2022-05-26/minutes.md": "---\ndate: 2022-05-26\n---\n\n## 1. Oars\n\n1.1 The Board agreed.\n",
        "meetings/2022-02-10/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. Boats\n",
        "meetings/2022-02-10/papers/1.md": "---\ntitle: Oars\n---\n\nNew.\n",
    }
    new = build(write(tmp_path / "content", {**HELD, **added}), tmp_path / "site")
    assert list(republished(held, new)) == []
