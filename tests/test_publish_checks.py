"""What a release is searched for before anybody sees it, and what is read of its files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcbsite.archive.held_back import HeldBack, next_change
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.host.build import build_site
from bcbsite.pipeline import load, no_pages
from bcbsite.publish.leaks import leaks
from bcbsite.publish.links import dead_links
from bcbsite.publish.made import Made, faults
from bcbsite.publish.make import Order, make
from bcbsite.publish.manifest import Manifest, files_of, hashes, parse_manifest
from bcbsite.publish.words import told
from bcbsite.read.content import read_content
from conftest import NOW, write
from leaks import office_file
from publishing import FIRST, MEETING, new_server
from records import LATER

M = "meetings/2022-02-10"
HIDDEN = {
    f"{M}/minutes.md": "---\ndate: 2022-02-10\nlocation: Heron Hall\n---\n\n1.1 The Board noted the report.\n",
    f"{M}/papers/01.md": "---\ntitle: Kestrel survey\nstatus: draft\n---\n\n"
    "1.1 The kestrels of the town hall tower have raised three young ones this year, said the Clerk.\n",
}
LEAKS = {
    "a title in a page": ("x.html", b"<h1>Kestrel  <b>survey</b></h1>"),
    "a part of a paragraph": ("x.html", b"<p>the kestrels of the town hall tower have &amp;</p>"),
    "a description": ("x.html", b'<meta content="have raised three young ones this year said the clerk">'),
    "a packed file": ("x.docx", office_file("Kestrel survey")),
    "other data": ("x.json", b'{"title":"KESTREL SURVEY"}'),
}
NO_LEAKS = {
    "a word alone": ("x.html", b"<p>Kestrel</p><p>A survey</p>"),
    "words that are public, too": ("x.html", b"<p>Heron Hall. The Board noted the report.</p>"),
}


@pytest.mark.parametrize("case", [*LEAKS, *NO_LEAKS])
def test_words_of_what_is_held_back_are_found(tmp_path: Path, case: str) -> None:
    loaded = load(write(tmp_path / "content", HIDDEN), NOW, secrets=True)
    assert loaded.held_back
    name, data = {**LEAKS, **NO_LEAKS}[case]
    (tmp_path / name).write_bytes(data)
    found = list(leaks(tmp_path, [name], loaded.held_back))
    assert bool(found) is (case in LEAKS)
    assert all(leak.at.path.endswith("papers/01.md") for leak in found)


def test_words_with_a_link_are_held_back_too(tmp_path: Path) -> None:
    """Whether its own place is known, as in a document, or not, as in the action log."""
    link = "[the hall](https://hall.example)"
    log = f"actions:\n- {{id: 2022/1, raised: {{meeting: 2022-02-10}}, action: 'Buy {link}', owners: [A], status: draft}}\n"
    paper = f"---\ntitle: Kestrel survey\nstatus: draft\n---\n\n1.1 Kestrels of {link}.\n"
    files = HIDDEN | {f"{M}/papers/01.md": paper, "actions.yaml": log}
    loaded = load(write(tmp_path / "content", files), NOW, secrets=True)
    assert loaded.held_back
    lines = {
        Path(span.path).name: span.line
        for text, span in loaded.held_back.texts
        if text == "https://hall.example"
    }
    assert lines == {"01.md": 6, "actions.yaml": 2}


def test_where_nothing_is_held_back_nothing_is_searched_for(tmp_path: Path) -> None:
    loaded = load(write(tmp_path / "content", {"pages/index.md": "# Home\n"}), NOW, secrets=True)
    assert loaded.held_back
    assert (loaded.held_back.texts, loaded.held_back.public) == ((), ())


def test_a_leak_is_an_error_at_the_line_that_got_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if some part of the program had copied a record past the gate."""

    def careless(loaded: object, content: Path, site: Path, *more: object, **keys: str) -> None:
        build_site(loaded, content, site, *more, **keys)  # type: ignore[arg-type]
        (site / "data.txt").write_bytes((content / M / "papers/01.md").read_bytes())

    server = new_server(tmp_path)
    clone = server.clone()
    old = {"content/redirects.yaml": "old/: {gone: Not ours.}\nolder/: meetings/\n"}
    commit = clone.commit({**{f"content/{name}": text for name, text in HIDDEN.items()}, **old})
    git_folder = clone.folder / ".git"
    settings = type(server.settings)(
        repository=type(server.settings.repository)(git_folder),
        **{
            name: getattr(server.settings, name)
            for name in ("releases", "keep", "max_content", "config", "site_url")
        },
    )
    found: list[Diagnostic] = []
    for builder, expected in ((build_site, False), (careless, True)):
        monkeypatch.setattr("bcbsite.publish.make.build_site", builder)
        with server.releases.building() as folder:
            made = make(Order(settings, commit, NOW, None), folder, found.extend)
        assert (made is None) is expected
        assert made is None or made.former == ["old/", "older/"]
    assert {d.code for d in found} == {"BCB701"}
    assert any(d.span == Span(f"content/{M}/papers/01.md", 6) for d in found), found


PAGES = {
    "index.html": '<a href="a/">x</a> <a href="a/#there">x</a> <a href="#own">x</a> <p id="own">href="no/"</p>',
    "a/index.html": '<a href="../">x</a> <a href="/board/a/">x</a> <a href="https://example.org/">x</a>'
    '<b id="there"></b> <a href="../f.pdf">x</a> <a href="../?q=x">x</a> <a href="mailto:x@example.org">x</a>',
    "f.pdf": "",
}
DEAD = ("b/", "a/#nowhere", "#nowhere", "../../x.pdf", "/board/c/", "f.PDF", "a/index.htm")


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    assert list(dead_links(tmp_path, hashes(tmp_path, files_of(tmp_path)), "/board/")) == []
    write(tmp_path, {"dead.html": " ".join(f'<a href="{link}">x</a>' for link in DEAD)})
    found = dead_links(tmp_path, hashes(tmp_path, files_of(tmp_path)), "/board/")
    assert sorted(dead.link for dead in found) == sorted(DEAD)


def test_a_dead_link_is_told_where_it_is_written_first(tmp_path: Path) -> None:
    texts = {
        "content/pages/b.md": "[x](no/)",
        "content/pages/a.md": '# A\n\nA [y](#x) and [x](no/ "No") and [x](a_(b)/), [y](#y](#z).\n',
        "site/a/index.html": "".join(f'<a href="{link}">x</a>' for link in ("no/", "a_(b)/", "#z", "#other")),
    }
    write(tmp_path, texts)
    places = {
        found.message.split("”")[0].rpartition("“")[2]: (found.span.path, found.span.line, found.span.column)
        for found in faults(made_in(tmp_path))
    }
    a = f"{tmp_path}/content/pages/a.md"
    expected = {"no/": (a, 3, 19), "a_(b)/": (a, 3, 37), "#z": (a, 3, 54), "#other": ("a/index.html", 1, 1)}
    assert places == expected


def made_in(folder: Path, before: dict[str, str] | None = None) -> Made:
    """The site in a folder, of which no record is known; *before* is what the live release has."""
    names = [path.relative_to(folder / "site").as_posix() for path in files_of(folder / "site")]
    now, was = (
        Manifest("0" * 40, "2026-11-01T12:00:00Z", {}, "", "", {}, outputs)
        for outputs in (dict.fromkeys(names, ""), before or {})
    )
    nothing, none = HeldBack((), (), NOW), no_pages()
    return Made(folder / "site", folder / "content", none, nothing, now, was, frozenset())


def test_what_was_attached_and_is_gone_is_told(tmp_path: Path) -> None:
    """To a paper, or as the original of minutes, that stay."""
    minutes, paper = (f"meetings/2022-02-10/{name}" for name in ("minutes", "papers/05"))
    write(tmp_path, {f"site/{minutes}/index.html": "", f"site/{paper}/index.html": "", "content/a.md": ""})
    gone = (
        f"{minutes}/signed.pdf",
        f"{minutes}/index.json",
        f"{paper}/a.pdf",
        "meetings/2022-02-10/papers/06/a.pdf",
    )
    told_of = [
        (found.code, found.message.split("”")[0])
        for found in faults(made_in(tmp_path, dict.fromkeys(gone, "")))
    ]
    assert told_of == [("BCB703", f"“{gone[0]}"), ("BCB703", f"“{gone[2]}")]


@pytest.mark.parametrize(
    ("publish_at", "expected"),
    [
        ("2026-11-01 15:00", datetime(2026, 11, 1, 15, tzinfo=UTC)),
        (LATER, datetime(2026, 11, 1, 12, 1, tzinfo=UTC)),
        ("2026-11-01 12:00", datetime(2026, 11, 2, tzinfo=UTC)),
        ("2026-11-05", datetime(2026, 11, 2, tzinfo=UTC)),
    ],
)
def test_a_new_build_can_differ_when_an_embargo_ends_or_a_day_begins(
    tmp_path: Path, publish_at: str, expected: datetime
) -> None:
    front = f"---\ndate: 2022-02-10\npublish_at: {publish_at}\n---\n\n1.1 Text.\n"
    content, _ = read_content(write(tmp_path / "content", {f"{M}/minutes.md": front}))
    assert content
    assert next_change(content, NOW) == expected


def test_of_many_mistakes_the_first_are_shown_errors_before_warnings() -> None:
    errors = [Diagnostic("BCB206", Span("a.md", n), "Wrong.") for n in range(1, 41)]
    doubts = [Diagnostic("BCB302", Span(name), "Doubtful.") for name in ("a.md", "b.md")]
    lines = list(told([*doubts, *errors], {"a.md"}))
    assert sum("error[BCB206]" in line for line in lines) == 30
    assert "… and 11 more. Mend these first; “bcbsite check” shows more." in lines
    assert "1 warning in files that this push does not change: see “bcbsite check”." in lines
    assert [line for line in told(doubts, None) if "warning[" in line][1].startswith("b.md:1:1")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"commit": 1}', '{"format": 2}'])
def test_a_damaged_manifest_is_no_release(text: str) -> None:
    assert parse_manifest(text) is None


def test_sources_are_those_of_which_something_is_public(tmp_path: Path) -> None:
    server = new_server(tmp_path)
    clone = server.clone()
    clone.publish(
        {
            **FIRST,
            f"{MEETING}/papers/a.md": "---\ntitle: A\nattachments: [a.txt]\n---\n\n1.1 x\n",
            f"{MEETING}/papers/a.txt": "x",
            f"{MEETING}/papers/b.md": "---\ntitle: B\nstatus: draft\nattachments: [b.txt]\n---\n\n1.1 x\n",
            f"{MEETING}/papers/b.txt": "x",
            f"{MEETING}/papers/c.md": "---\ntitle: C\npublish: withheld\nreason: x\n---\n\n1.1 x\n",
            "content/stray.txt": "x",
        }
    )
    assert set(server.live.manifest.sources) == {
        "content/board.yaml",
        f"{MEETING}/minutes.md",
        f"{MEETING}/papers/a.md",
        f"{MEETING}/papers/a.txt",
    }
