"""What is draft, embargoed, withheld or not listed reaches no byte of the site."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bcbsite.archive.gate import let_through
from bcbsite.archive.marked import find_markings
from bcbsite.archive.walk import texts_in
from bcbsite.diagnostics import Span
from bcbsite.model.board import Board
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from conftest import NOW, build, write
from leaks import office_file, pdf_file, where
from marked import PLACES
from records import LATER, action, agenda, arrangements, attached, decision, inspection, minutes, paper

DATE = "date: 2022-02-10"
EXPORTS = ("data/records.zip (unpacked)", "data/records.sqlite (unpacked)", "feed.xml")
PUBLIC: Mapping[str, str | bytes] = {
    "board.yaml": "name: The Board\narea: Kent\nmarkdown: yes\n",
    "meetings/2022-02-10/minutes.md": minutes(DATE, "Wren"),
    "meetings/2022-02-10/agenda.md": agenda(DATE, "Robin"),
    "meetings/2022-02-03/agenda.md": "---\ndate: 2022-02-03\n---\n\n## Merlin\n",
    "meetings/2022-02-03/meeting.yaml": arrangements("", "Merlin"),
    "meetings/2022-02-10/papers/01-heron.md": paper("", "Heron"),
    **attached("meetings/2022-02-10/papers", "Heron"),
    "actions.yaml": "actions:\n" + action("2022/1", "2022-02-10", "Linnet"),
    "pages/index.md": "# Home\n\nPlover",
    "section-55/owl.md": inspection("", "Owl"),
    "decisions/rook.md": decision("", "Rook"),
}
FOUND = {
    "Wren": [
        "minutes/index.html",
        "minutes/index.json",
        "minutes/index.md",
        "minutes/tables/p1-1-n3.csv",
        "data/paragraphs.csv",
        "data/paragraphs.json",
        "calendar.ics",
        *EXPORTS,
    ],
    "Robin": ["agenda/index.html", "agenda/index.json", "agenda/index.md", *EXPORTS],
    "Merlin": [
        "meetings/2022-02-03/index.html",
        "meetings/2022-02-24-merlin/index.html",
        "data/meetings.csv",
        "calendar.ics",
        *EXPORTS,
    ],
    "Heron": [
        "Heron.docx",
        "Heron.docx (unpacked)",
        "Heron.pdf",
        "Heron.pdf (unpacked)",
        "papers/01-heron/index.html",
        "papers/01-heron/index.md",
        *EXPORTS,
    ],
    "Linnet": ["actions/2022/1/index.html", "actions/2022/1/feed.xml", "data/action_events.csv", *EXPORTS],
    "Plover": ["index.html"],
    "Owl": ["section-55/owl/index.html", "section-55/owl/index.json", "data/progress.csv", *EXPORTS],
    "Rook": ["decisions/Rook-1/index.html", "decisions/Rook-1/index.json", "data/notices.csv", *EXPORTS[:2]],
}
"""Public markers, one for each means of planting, and files that must show them."""

M = "meetings/2022-02-17"
DRAFT_AGENDA = {f"{M}/agenda.md": "---\ndate: 2022-02-17\nstatus: draft\n---\n\n## Kestrel\n"}
HIDDEN: dict[str, dict[str, str | bytes]] = {
    "draft minutes": {f"{M}/minutes.md": minutes("date: 2022-02-17\nstatus: draft", "Kestrel")},
    "embargoed minutes": {f"{M}/minutes.md": minutes(f"date: 2022-02-17\npublish_at: {LATER}", "Kestrel")},
    "draft agenda": {f"{M}/agenda.md": agenda("date: 2022-02-17\nstatus: draft", "Kestrel")},
    "embargoed agenda": {f"{M}/agenda.md": agenda(f"date: 2022-02-17\npublish_at: {LATER}", "Kestrel")},
    "draft arrangements": {
        **DRAFT_AGENDA,
        f"{M}/meeting.yaml": arrangements("status: draft", "Kestrel"),
    },
    "embargoed arrangements": {
        **DRAFT_AGENDA,
        f"{M}/meeting.yaml": arrangements(f"publish_at: {LATER}", "Kestrel"),
    },
    "times in a recording of what is not public": {
        f"{M}/minutes.md": "---\ndate: 2022-02-17\nstatus: draft\n---\n\n## Kestrel\n\nKestrel\n",
        f"{M}/meeting.yaml": "recording: {url: https://a.example/, items: [{at: item-kestrel, time: 0:10}]}\n",
    },
    "draft paper": {
        f"{M}/papers/01-kestrel.md": paper("status: draft", "Kestrel"),
        **attached(f"{M}/papers", "Kestrel"),
    },
    "embargoed paper": {
        f"{M}/papers/01-kestrel.md": paper(f"publish_at: {LATER}", "Kestrel"),
        **attached(f"{M}/papers", "Kestrel"),
    },
    "withheld paper": {
        f"{M}/papers/01-kestrel.md": paper("publish: withheld\nreason: Sparrow", "Kestrel", "Sparrow title"),
        **attached(f"{M}/papers", "Kestrel"),
    },
    "draft action": {
        "actions.yaml": "actions:\n" + action("2022/1", "2022-02-10", "Kestrel", "status: draft")
    },
    "embargoed action": {
        "actions.yaml": "actions:\n" + action("2022/1", "2022-02-10", "Kestrel", f"publish_at: {LATER}")
    },
    "action of draft minutes": {
        f"{M}/minutes.md": minutes("date: 2022-02-17\nstatus: draft", "Kestrel"),
        "actions.yaml": "actions:\n" + action("2022/9", "2022-02-17", "Kestrel"),
    },
    "events held back": {
        f"{M}/minutes.md": minutes(f"date: 2022-02-17\npublish_at: {LATER}", "Kestrel"),
        "actions.yaml": "actions:\n"
        + action("2022/1", "2022-02-10", "Linnet").replace(
            "events: [{on: 2022-03-01, update: Linnet update}]",
            "events:\n"
            "      - {on: 2022-03-01, status: draft, update: Kestrel draft}\n"
            f"      - {{on: 2022-03-02, publish_at: {LATER}, update: Kestrel later}}\n"
            '      - {meeting: 2022-02-17, item: "1.1", update: Kestrel minutes}',
        ),
    },
    "people that only held-back documents list": {
        f"{M}/minutes.md": minutes("date: 2022-02-17\nstatus: draft", "Kestrel"),
        "people.yaml": "people:\n  - {id: kestrel-member, name: Kestrel Member, aliases: [Kestrel Guest],"
        " posts: [{post: Kestrel post}]}\n",
    },
    "draft report": {"section-55/kestrel.md": inspection("status: draft", "Kestrel")},
    "embargoed report": {"section-55/kestrel.md": inspection(f"publish_at: {LATER}", "Kestrel")},
    "what unpublished minutes say of a report": {
        f"{M}/minutes.md": minutes("date: 2022-02-17\nstatus: draft", "Kestrel"),
        "section-55/owl.md": inspection("", "Owl").replace(
            "progress: [", "progress: [{meeting: 2022-02-17, what: Kestrel}, "
        ),
    },
    "draft decision": {"decisions/kestrel.md": decision("status: draft", "Kestrel")},
    "embargoed decision": {"decisions/kestrel.md": decision(f"publish_at: {LATER}", "Kestrel")},
    "draft page": {"pages/kestrel.md": "---\nstatus: draft\ntitle: Kestrel\n---\n\n## Kestrel\n\nKestrel\n"},
    "draft page after an empty line": {"pages/kestrel.md": "\n--- \nstatus: draft\n---\n\nKestrel\n"},
    "embargoed page": {"pages/kestrel/index.md": f"---\npublish_at: {LATER}\n---\n\n# Kestrel\n"},
    "what a public document has and its page does not show": {
        "meetings/2022-02-10/minutes.md": minutes(DATE, "Wren").replace("# a comment", "# Kestrel")
        + """
Wren [see](https://example.org/ "Kestrel") and [more](paper:2022-02-17/01-kestrel) ![Wren](kestrel.png).

```kestrel
Wren
```

| Wren |
|---|
| Wren |
""",
        f"{M}/papers/01-kestrel.md": paper("status: draft", "Kestrel"),
        **attached(f"{M}/papers", "Kestrel"),
        f"{M}/agenda.md": agenda("date: 2022-02-17\nwaive: [{rule: repeated-label, why: Kestrel}]", "Robin"),
    },
    "files that nothing lists": {
        "kestrel.txt": "Kestrel",
        "pages/kestrel.html": "<script>Kestrel</script>",
        "pages/assets/javascripts/kestrel.js": "Kestrel",
        "pages/.kestrel.md": "Kestrel",
        f"{M}/agenda.md": agenda("date: 2022-02-17", "Robin"),
        f"{M}/kestrel.pdf": pdf_file("Kestrel"),
        f"{M}/papers/kestrel.docx": office_file("Kestrel"),
        "people.yaml": "# Kestrel\npeople: []\n",
    },
}


@pytest.fixture(scope="module")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    return build(write(folder / "content", PUBLIC), folder / "site")


@pytest.mark.parametrize("marker", FOUND)
def test_public_markers_are_found_by_the_same_means(public_site: Path, marker: str) -> None:
    found = where(public_site, marker)
    for name in FOUND[marker]:
        assert any(file.endswith(name) for file in found), (name, found)


@pytest.mark.parametrize("case", HIDDEN)
def test_nothing_leaks(tmp_path: Path, case: str) -> None:
    site = build(write(tmp_path / "content", {**PUBLIC, **HIDDEN[case]}), tmp_path / "site")
    assert where(site, "kestrel") == []
    assert where(site, "wren")


@pytest.mark.parametrize("place", PLACES)
def test_the_gate_itself_holds_back_what_is_marked(tmp_path: Path, place: str) -> None:
    """Also if nobody had told of it: the site is made from what the gate lets through."""
    files, name, _ = PLACES[place]("Kestrel OFFICIAL\u2011SENSITIVE")
    folder = write(tmp_path / "content", files)
    assert load(folder, NOW).public is None
    content, _ = read_content(folder)
    if content is None or name in ("board.yaml", "people.yaml", "redirects.yaml") or place == "a series":
        return
    public = let_through(content, NOW, find_markings(content))
    shown = replace(public, board=Board("", ""), people=())
    assert "kestrel" not in " ".join(text.words for text in texts_in(shown, Span(""))).lower()


def test_a_withheld_paper_is_a_stub_with_title_and_reason(tmp_path: Path) -> None:
    files = {**PUBLIC, **HIDDEN["withheld paper"]}
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    stub = site / M / "papers" / "sparrow-title" / "index.html"
    shown = stub.read_text("utf-8")
    assert "Sparrow title" in shown
    assert "<dt>Reason</dt><dd>Sparrow" in shown
    assert 'href="papers/sparrow-title/"' in (site / M / "index.html").read_text("utf-8")


def test_draft_minutes_are_shown_as_drafts_where_the_board_says_so(tmp_path: Path) -> None:
    files = {
        **PUBLIC,
        **HIDDEN["action of draft minutes"],
        "board.yaml": "name: The Board\narea: Kent\ndrafts: yes\n",
    }
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    for page in (f"{M}/minutes/index.html", f"{M}/index.html"):
        assert "<strong>Draft.</strong>" in (site / page).read_text("utf-8"), page
    assert "Kestrel" in (site / "actions/2022/9/index.html").read_text("utf-8")


def test_links_in_the_content_folder_are_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", PUBLIC)
    (tmp_path / "outside.md").write_text("Kestrel")
    (folder / "pages" / "kestrel.md").symlink_to(tmp_path / "outside.md")
    (folder / "meetings" / "2022-03-01").symlink_to(tmp_path)
    loaded = load(folder, NOW)
    assert loaded.public is None
    assert [d.code for d in loaded.diagnostics if d.code == "BCB105"] == ["BCB105"] * 2
