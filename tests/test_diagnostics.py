"""Every code: content that has the mistake, where it is told of, and a neighbour that has none."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bcbsite.codes import RULES
from bcbsite.diagnostics import Diagnostic, Span, in_order
from bcbsite.model.erasure import digest_of
from bcbsite.pages.permalinks import fingerprint
from bcbsite.pipeline import load
from bcbsite.report import as_text
from conftest import MINUTES, NOW, write

Files = Mapping[str, str | bytes]
M = "meetings/2022-02-10"


def minutes(front: str = "", body: str = "## 1. A\n\n1.1 b\n") -> Files:
    return {f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{front}---\n\n{body}"}


def paper(front: str = "", body: str = "1.1 b\n", more: Files | None = None) -> Files:
    return {f"{M}/papers/01-a.md": f"---\ntitle: A\n{front}---\n\n{body}", **(more or {})}


def log(action: str, more: Files | None = None) -> Files:
    entry = f"actions:\n  - id: 2022/1\n    raised: {{meeting: 2022-02-10}}\n    action: Do it.\n{action}"
    return {"actions.yaml": entry, **(more or {})}


def notice(front: str = "") -> str:
    return f"---\nreference: A\ntitle: A\n{front}---\n"


def response(body: str) -> Files:
    return {"section-55/a.md": f"---\nreport: A\n---\n\n{body}\n"}


AGENDA_2 = "---\ndate: 2022-02-10\n---\n\n## 2. Boats\n"
RECORDED = 'recording:\n  url: https://video.example/\n  items:\n    - {{at: "2", time: {}}}\n'
BOARD_FACTS = "name: The Board\narea: Kent\n"
AS_SIGNED = """waive:
  - {rule: repeated-label, at: "9", why: As signed.}
  - {rule: repeated-label, at: "9.1", why: As signed.}
"""
ERASED_ACTION = f"{digest_of('actions/2021/1/')}\n"
ERASED = f"{digest_of('people/a/')}\n"
ROBIN = "people:\n  - {id: robin-hale, name: Robin Hale}\n"


def dutiful(front: str, title: str = "A") -> Files:
    return {"section-55/a.md": f"---\nreport: {title}\ninspectorate: B\n{front}---\n"}


def erratum(at: str) -> str:
    return f"errata: [{{date: 2022-03-01, kind: transcription, at: {at}, what: c for b.}}]\n"


def approving(words: str) -> Files:
    """The minutes of a month later, with *words* about the minutes of the first ones."""
    body = f"## 1. Minutes of the meeting of 10 February 2022\n\n1.1 {words}\n"
    return {"meetings/2022-03-10/minutes.md": f"---\ndate: 2022-03-10\n---\n\n{body}"}


def responding(line: str) -> Files:
    """A response with *line* among its keys."""
    return {"section-55/a.md": f"---\nreport: A\nresponse:\n  {line}\n---\n"}


def permalink(anchor: str, words: str) -> Files:
    return {"permalinks.txt": f"{M}/minutes/#{anchor} {fingerprint(words)}\n"}


PAPER_LINES = f"{M}/papers/01-a/ -\n{M}/papers/01-a/#p1-1 {fingerprint('b')}\n"
PDF = b"%PDF-1.4\n%%EOF\n"
LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def packed(*names: str, mimetype: str = "") -> bytes:
    """A packed file with members of *names*."""
    data = BytesIO()
    with ZipFile(data, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "<a/>")
    return data.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")
ODT = packed("content.xml", mimetype="application/vnd.oasis.opendocument.text")
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"
ATTACHED: list[tuple[str, str | bytes, str | bytes]] = [
    ("a.pdf", LFS, PDF),
    ("a.pdf", "", b"a line of a scanner\n" + PDF),
    ("a.pdf", "\n \n", PDF),
    ("a.PDF", "<!DOCTYPE html>\n<html></html>", PDF),
    ("a.pdf", "/annex/objects/SHA256E-s1--0.pdf\n", PDF),
    ("a.pdf", DOCX, PDF),
    ("a.pdf", b" " * 1024 + PDF, b" " * 1019 + PDF),
    ("a.docx", PDF, DOCX),
    ("a.docx", packed("xl/workbook.xml"), DOCX),
    ("a.docx", OLE, DOCX),
    ("a.docx", DOCX[:40], DOCX),
    ("a.xlsx", DOCX, packed("xl/workbook.xml")),
    ("a.pptx", packed("a"), packed("ppt/presentation.xml")),
    ("a.odt", DOCX, ODT),
    ("a.ods", ODT, packed(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
    ("a.png", JPEG, PNG),
    ("a.jpg", PNG, JPEG),
    ("a.jpeg", "<svg/>", JPEG),
    ("a.csv", LFS, "a,b\n"),
    ("a.csv", DOCX, b"a,\xa3\n"),
    ("a.txt", "a".encode("utf-16"), "<b> is not a page"),
    ("a.txt", "\ufeff  <html>", "é"),
    ("a.pdf", b"%PDF-", PDF),
    ("a.pdf", PDF + b"%%EOF" + b"1 0 obj\n" * 600, PDF + b"%%EOF\n\0\0\n"),
    ("a.csv", b"\xef\xbb\xbf", b"\xef\xbb\xbfa,b\n"),
    ("a.txt", "\ufeff" + LFS, "\ufeffa"),
    ("a.txt", "\ufeff \n", "\ufeffa"),
    ("a.csv", PDF, "a,b\n%PDF-1.4 is a format\n"),
    ("a.txt", "\ufeff%PDF-1.7\n", "<redacted> wrote:\n"),
    ("a.txt", "{\\rtf1\\ansi a}", "{rtf}"),
    ("a.csv", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "<svgs>,2\n"),
    ("a.txt", '<?xml version="1.0"?>\n<a/>', "xml\n"),
    ("a.txt", "%!PS-Adobe-3.0\n", "% of all\n"),
    ("a.csv", "../../../.git/annex/objects/f8/4K/SHA256E-s1--0.csv/SHA256E-s1--0.csv\n", ".git/annex,2\n"),
    (
        "a.csv",
        "a,b\n<<<<<<< HEAD\n1,2\n=======\n1,3\n>>>>>>> other\n",
        "a,b\n<<<<<<< 1\n>>>>>>> 2\n=======\n",
    ),
    (
        "a.txt",
        "\ufeff<<<<<<< HEAD\r\na\r\n||||||| 1\r\nc\r\n=======\r\nb\r\n>>>>>>> other\r\n",
        "Head\n=======\n",
    ),
]
PEOPLE = {"people.yaml": "people: [{id: jo, name: Jo Bloggs}]"}
KNOWN = {
    "people.yaml": "people: [{id: jo, name: Jo Bloggs, aliases: [Al Doe], posts: [{post: Chief Constable}]}]"
}
PAGE = "pages/index.md"
TABLE_HEAD = "## 1. A\n\n| a | b |\n|---|---|\n"
NAMES = "name: B\narea: K\n"
CASES: dict[str, list[tuple[Files, str, Files]]] = {
    "BCB101": [({"board.yaml": ""}, "board.yaml:1:1", {})],
    "BCB102": [
        ({PAGE: b"# Caf\xe9"}, f"{PAGE}:1:6", {PAGE: "# Café"}),
        ({PAGE: b"\xef\xbb\xbfone\r\ntw\x96o"}, f"{PAGE}:2:3", {PAGE: b"\xef\xbb\xbfone\r\ntwo"}),
        ({PAGE: "a\n\0"}, f"{PAGE}:2:1", {PAGE: "a"}),
        ({PAGE: "text".encode("utf-16")}, f"{PAGE}:1:1", {PAGE: "text"}),
    ],
    "BCB103": [({f"{M}/minutes.md": " \n"}, f"{M}/minutes.md:1:1", {f"{M}/minutes.md": MINUTES})],
    "BCB104": [({PAGE: "x" * 4_000_001}, f"{PAGE}:1:1", {PAGE: "x" * 1000})],
    "BCB106": [
        ({f"{M}/minutes.md": "# Minutes\n"}, f"{M}/minutes.md:1:1", minutes()),
        ({f"{M}/minutes.md": "---\ndate: 2022-02-10\n"}, f"{M}/minutes.md:1:1", minutes()),
    ],
    "BCB107": [
        ({f"{M}/minuets.md": MINUTES}, f"{M}/minuets.md:1:1", {f"{M}/minutes.md": MINUTES}),
        ({"notes.txt": "x"}, "notes.txt:1:1", {".notes.txt": "x"}),
        (paper(more={f"{M}/papers/a.pdf": "x"}), f"{M}/papers/a.pdf:1:1", paper()),
    ],
    "BCB108": [
        (
            {"meetings/10-02-2022/minutes.md": MINUTES},
            "meetings/10-02-2022:1:1",
            {f"{M}/minutes.md": MINUTES},
        ),
        (
            {"meetings/2022-02-30/minutes.md": MINUTES},
            "meetings/2022-02-30:1:1",
            {f"{M}-extraordinary/minutes.md": MINUTES},
        ),
    ],
    "BCB109": [
        ({f"{M}/papers/Big Paper.md": "---\ntitle: A\n---\n"}, f"{M}/papers/Big Paper.md:1:1", paper()),
        ({"pages/About us.md": "x"}, "pages/About us.md:1:1", {"pages/about-us.md": "x"}),
        ({"pages/meetings.md": "x"}, "pages/meetings.md:1:1", {"pages/about/meetings.md": "x"}),
    ],
    "BCB110": [
        (
            {f"{M}/papers/{name}.md": "---\ntitle: A\n---\n\n1.1 b\n" for name in ("01-A", "01-a")},
            f"{M}/papers/01-a.md:1:1",
            {f"{M}/papers/{name}.md": "---\ntitle: A\n---\n\n1.1 b\n" for name in ("01-A", "01-b")},
        )
    ]
    + [
        ({f"{one}.md": "a", f"{other}.md": "b"}, at, {f"{one}.md": "a", f"{one}-b.md": "b"})
        for one, other, at in (
            ("pages/A", "pages/a", "pages/a.md:1:1"),
            ("pages/A/b", "pages/a/c", "pages/a:1:1"),
        )
    ]
    + [
        (
            paper("attachments: [A.pdf, a.pdf]\n", more={f"{M}/papers/{n}.pdf": PDF for n in "Aa"}),
            f"{M}/papers/01-a.md:3:22",
            paper("attachments: [A.pdf, b.pdf]\n", more={f"{M}/papers/{n}.pdf": PDF for n in "Ab"}),
        )
    ],
    "BCB112": [
        (
            paper(f"attachments: [{name}]\n", more={f"{M}/papers/{name}": wrong}),
            f"{M}/papers/01-a.md:3:15",
            paper(f"attachments: [{name}]\n", more={f"{M}/papers/{name}": right}),
        )
        for name, wrong, right in ATTACHED
    ],
    "BCB113": [
        (
            paper("attachments: [a.pdf, a.pdf]\n", more={f"{M}/papers/a.pdf": PDF}),
            f"{M}/papers/01-a.md:3:22",
            paper("attachments: [a.pdf]\n", more={f"{M}/papers/a.pdf": PDF}),
        )
    ],
    "BCB201": [
        ({"people.yaml": "people:\n - {id: a"}, "people.yaml:2:4", {"people.yaml": "people: []"}),
        (minutes("location: a: b\n"), f"{M}/minutes.md:3:12", minutes('location: "a: b"\n')),
        ({"people.yaml": "a: \tb: c"}, "people.yaml:1:6", {"people.yaml": "people:"}),
        ({"people.yaml": "people: [\na: b"}, "people.yaml:1:9", {"people.yaml": "people: [\n]"}),
        ({"people.yaml": "people: 'a\n\n"}, "people.yaml:1:9", {"people.yaml": "people: []\n\n"}),
        ({"people.yaml": "people: @a"}, "people.yaml:1:9", {"people.yaml": "people: []"}),
        ({"people.yaml": "people: *none"}, "people.yaml:1:9", {"people.yaml": "people:"}),
        (
            log("    events: [{on: May, update: Done: all}]"),
            "actions.yaml:5:36",
            log("    events: [{on: May, update: 'Done: all'}]"),
        ),
        *(
            (minutes(f"{wrong}\n"), f"{M}/minutes.md:{place}", minutes(f"{right}\n"))
            for wrong, place, right in (
                ("time:\xa015:00\nlocation: x", "3:6", "time: \xa015:00\nlocation: a:\xa0b"),
                ("members:\n\xa0\xa0- Al\nlocation: x", "4:1", "members:\n  - Al\xa0Bo\nlocation: x"),
                ("members:\n  - Al\n  -\xa0Bo\nlocation: x", "5:4", "members:\n  -  Al\n  - \xa0Bo"),
                ("location: x\n\xa0\ntime: 15:00", "4:1", "location: x\n \ntime: 15:00"),
                ("location: x\n\u200btime: 15:00\nkind: a: b", "4:1", "location: \u200bx\ntime: 15:00"),
                ("location: Room #3\n  at HQ", "3:16", "location: 'Room #3\n  at HQ'"),
                ("location: Room #3\n  at HQ\ntime: 15:00", "3:16", "location: Room\n  at HQ\ntime: 15:00"),
                ("location: 'Room' #3\n  at HQ", "4:3", "location: 'Room' #3\n  # at HQ"),
                ("location: * Room", "3:11", "location: '* Room'"),
                ("members:\n  - Al\n  – Bo", "5:3", "members:\n  - Al–Bo"),
                ("members:\n  * Al\n  * Bo", "4:3", "members:\n  - '* Al'"),
            )
        ),
        ({"people.yaml": "people: \x07"}, "people.yaml:1:9", {"people.yaml": "people: ~"}),
    ],
    "BCB202": [(minutes("date: 2022-02-10\n"), f"{M}/minutes.md:3:1", minutes())],
    "BCB203": [
        (minutes("locatoin: x\n"), f"{M}/minutes.md:3:1", minutes("location: x\n")),
        (minutes("<<: {location: x}\n"), f"{M}/minutes.md:3:1", minutes("location: x\n")),
        (minutes("[a]: x\n"), f"{M}/minutes.md:3:1", minutes()),
        (
            minutes("members:\n  - Sam Okafor: Chief Constable\n"),
            f"{M}/minutes.md:4:5",
            minutes("members:\n  - Sam Okafor, Chief Constable\n  - name: Jo\n"),
        ),
        (minutes("members:\n  - name:\xa0Jo\n"), f"{M}/minutes.md:4:10", minutes("members:\n  - name: Jo\n")),
        (minutes("locati\u200bon: x\n"), f"{M}/minutes.md:3:7", minutes("location: x\n")),
        ({"board.yaml": "name:\xa0B"}, "board.yaml:1:6", {"board.yaml": "name: \xa0B\narea: K"}),
        (
            {"people.yaml": "people: [{id: a, name: A, posts: [{post:\xa0Chief, from: 2020-01-01}]}]"},
            "people.yaml:1:41",
            {"people.yaml": "people: [{id: a, name: A, posts: [{post: Chief, from: 2020-01-01}]}]"},
        ),
        (
            {"redirects.yaml": "a: {gone: Withdrawn, entered twice.}"},
            "redirects.yaml:1:22",
            {
                "redirects.yaml": "a: {gone: 'Withdrawn, entered twice.'}\nb:\n  gone: Withdrawn, entered twice."
            },
        ),
    ],
    "BCB204": [
        (minutes("location: [a]\n"), f"{M}/minutes.md:3:11", minutes("location: a\n")),
        (minutes("members: Jo\n"), f"{M}/minutes.md:3:10", minutes("members: [Jo]\n")),
        (minutes("members: [[Jo]]\n"), f"{M}/minutes.md:3:11", minutes("members: [Jo]\n")),
        *(
            (
                minutes(f"source: {{title: a, url: '{url}'}}\n"),
                f"{M}/minutes.md:3:25",
                minutes("source: {title: a, url: 'https://example.org/a'}\n"),
            )
            for url in ("javascript:alert(1)", "//example.org", "https://", "a.pdf", "https://a b")
        ),
        (minutes("approved_at: May\n"), f"{M}/minutes.md:3:14", minutes("approved_at: 2022-05-26\n")),
        ({"redirects.yaml": "- a"}, "redirects.yaml:1:1", {"redirects.yaml": "{}"}),
        *(
            ({"redirects.yaml": f"'{old}': people/"}, "redirects.yaml:1:1", {"redirects.yaml": "a: people/"})
            for old in (
                "../a",
                "a/../b",
                "https://example.org",
                "a b",
                ".",
                "a//b",
                "a.b/#c",
                "a.html/b",
                "assets/a.css",
            )
        ),
        ({"board.yaml": "- a"}, "board.yaml:1:1", {}),
        (
            {"actions.yaml": "actions: [{id: x, raised: 2022-02-10, action: a}]"},
            "actions.yaml:1:16",
            {"actions.yaml": "actions: [{id: 2022/x, raised: 2022-02-10, action: a}]"},
        ),
        (
            {"board.yaml": "name: B\narea: K\nsynonyms: x"},
            "board.yaml:3:11",
            {"board.yaml": "name: B\narea: K\nsynonyms: {cop: [police officer]}"},
        ),
    ],
    "BCB205": [
        ({"board.yaml": "name: B"}, "board.yaml:1:1", {}),
        ({f"{M}/papers/01-a.md": "---\nitem: '1'\n---\n"}, f"{M}/papers/01-a.md:2:1", paper()),
        ({f"{M}/minutes.md": "---\ndate: ~\n---\n\n## 1. A\n"}, f"{M}/minutes.md:2:7", minutes()),
        (
            log("    events: [{update: a}]"),
            "actions.yaml:5:14",
            log("    events: [{update: a, on: 2022-02-10}, {update: b, meeting: 2022-02-10}]"),
        ),
        (
            log("    events: [{update: a, on: 2022-02-10, item: '5.1'}]"),
            "actions.yaml:5:48",
            log(
                "    events: [{update: a, on: 2022-02-10, meeting: 2022-02-10, item: '5.1'}]",
                minutes(body="5.1 b"),
            ),
        ),
        (paper("publish: withheld\n"), f"{M}/papers/01-a.md:3:10", paper("publish: withheld\nreason: x\n")),
    ],
    "BCB206": [
        ({f"{M}/minutes.md": "---\ndate: 2022-02-30\n---\n\n## 1. A\n"}, f"{M}/minutes.md:2:7", minutes()),
        (minutes("publish_at: soon\n"), f"{M}/minutes.md:3:13", minutes("publish_at: 2022-02-11\n")),
    ],
    "BCB207": [(minutes("time: 25:00\n"), f"{M}/minutes.md:3:7", minutes("time: 15:00\n"))],
    "BCB208": [
        (minutes("status: aproved\n"), f"{M}/minutes.md:3:9", minutes("status: approved\n")),
        (
            {"board.yaml": "name: B\narea: K\ndrafts: maybe"},
            "board.yaml:3:9",
            {"board.yaml": "name: B\narea: K\ndrafts: no"},
        ),
    ],
    "BCB209": [
        (
            {"people.yaml": "people: !!python/name:os.system"},
            "people.yaml:1:9",
            {"people.yaml": "people: []"},
        ),
        (
            {"people.yaml": "people: [&a {id: a, name: A}" + ", *a" * 60 + "]"},
            "people.yaml:1:1",
            {"people.yaml": "people: [{id: a, name: &a A, aliases: [*a]}]"},
        ),
    ],
    "BCB210": [
        (
            {f"{M}/minutes.md": "---\ndate: Tuesday 10 February 2022\n---\n\n## 1. A\n"},
            f"{M}/minutes.md:2:7",
            {f"{M}/minutes.md": "---\ndate: Thursday 10 February 2022\n---\n\n## 1. A\n"},
        )
    ],
    "BCB211": [
        *(
            (minutes(f"{wrong}\n"), f"{M}/minutes.md:{place}", minutes(f"{right}\n"))
            for wrong, place, right in (
                ("location: Room #3", "3:16", "location: 'Room #3'  # a note"),
                ("location: #3", "3:11", "location:  # not known yet"),
                ("location: Long\n  Room #3", "4:8", "location: Long\n  Room\n# a note\n"),
                ("apologies:\n  - Jo, Chief # left", "4:15", "apologies: # nobody\n  - Jo, Chief#left"),
                ("apologies:\n  - #3", "4:5", "apologies:\n  -  # to follow\n  # - Jo"),
                ("apologies: [Jo #3\n]", "3:16", "apologies: [Jo] # 3"),
                ("approved_at: 2022-05-26 #3.1", "3:25", "approved_at: 2022-05-26#3.1"),
                ("source: #3", "3:9", "time: 15:00 # as printed\nstatus: draft # signed later"),
            )
        ),
        (
            log("    owners: [Jo Bloggs]\n    target: next Board # or May\n", PEOPLE),
            "actions.yaml:6:24",
            log("    owners: [Jo Bloggs]  # who is to do it\n    target: next Board\n", PEOPLE),
        ),
        (
            {"people.yaml": "people:\n - id: a # b\n   name: A #1"},
            "people.yaml:3:12",
            {"people.yaml": "# b #1\npeople:\n - id: a # b\n   name: >\n    A #1"},
        ),
    ],
    "BCB212": [
        (minutes(f"members: ['{wrong}']\n"), f"{M}/minutes.md:3:11", minutes(f"members: ['{right}']\n"))
        for wrong, right in (
            ("Sam Okafor – Chief Constable", "Sam Okafor, Chief Constable – Kent"),
            ("Sam Okafor  -- Chief Constable, Kent", "Sam Okafor-Chief, Constable; Kent"),
            ("Sam Okafor; Chief Constable", "Sam O’Kafor–Chief"),
        )
    ]
    + [
        (
            minutes("members: [Al Doe, chief constable]\n") | KNOWN,
            f"{M}/minutes.md:3:19",
            minutes("members: ['Al Doe, chief constable']\n") | KNOWN,
        )
    ],
    "BCB213": [
        (
            minutes(f"{key}: {wrong}\n") | KNOWN,
            f"{M}/minutes.md:3:{column}",
            minutes(f"{key}: {right}\n") | KNOWN,
        )
        for key, column, wrong, right in (
            ("members", 11, "['Jo Blogs, Chief Constable']", "['Jo Blogs, Chief Executive', Jo Blog]"),
            ("apologies", 13, "['Joe Bloggs, chief constable']", "['Jo BLOGGS, Chief Constable']"),
            ("members", 11, "['Jo Blogsg, Chief Constable']", "['Joseph Bloggs, Chief Constable']"),
            (
                "members",
                11,
                "['Al Dow, Chief Constable']",
                "['DCC Al Doe, Chief Constable', 'Jo Bled, Chief']",
            ),
            ("signed_by", 12, "{name: Jo Bleggs, role: Chief Constable}", "Jo Bloggs, Chief Constable"),
        )
    ],
    "BCB217": [
        (
            log(f"    target: {day}\n"),
            "actions.yaml:5:13",
            log("    target: 30 September 2021\n"),
        )
        for day in (
            "31 September 2021",
            "2021-02-29",
            "9999-12-31",
            "1 January 1066",
            "10/9/26",
            "10 Sept 26",
        )
    ],
    "BCB218": [
        (
            {PAGE: f"---\npublish_at: {moment}\n---\na"},
            f"{PAGE}:2:13",
            {PAGE: f"---\npublish_at: {right}\n---\na"},
        )
        for moment, right in (
            ("2022-03-27 01:00", "2022-03-27 02:00"),
            ("2022-03-27 01:59", "2022-03-27 00:59"),
            ("2022-10-30 01:30", "2022-10-30 02:00"),
        )
    ],
    "BCB219": [
        ({"people.yaml": f"people: [{{id: {'a' * 201}, name: A}}]"}, "people.yaml:1:15", PEOPLE),
        (
            {"decisions/a.md": f"---\nreference: {'A' * 201}\ntitle: A\n---\n"},
            "decisions/a.md:2:12",
            {"decisions/a.md": f"---\nreference: {'A' * 200}\ntitle: A\n---\n"},
        ),
        (
            {"redirects.yaml": f"{'a' * 201}/: meetings/\n"},
            "redirects.yaml:1:1",
            {"redirects.yaml": f"{'a' * 200}/: meetings/\n"},
        ),
        (
            log(f"    was: [2021/{'9' * 5000}]\n"),
            "actions.yaml:5:11",
            log("    was: [2021/9]\n"),
        ),
    ],
    "BCB301": [
        (
            {f"{M}/minutes.md": MINUTES.replace("02-10", "02-11")},
            f"{M}/minutes.md:2:7",
            {f"{M}/minutes.md": MINUTES},
        )
    ],
    "BCB302": [
        (
            minutes(body="1.1 a\n\n1.1 b\n"),
            f"{M}/minutes.md:7:1",
            minutes("waive: [{rule: repeated-label, at: '1.1', why: As signed.}]\n", "1.1 a\n\n1.1 b\n"),
        ),
        (minutes(body="1.1 a\n\n1.1 b\n"), f"{M}/minutes.md:7:1", minutes(body="1.1 a\n\n1.2 b\n")),
        (
            response("## Recommendation 1\n\n## Recommendation 1"),
            "section-55/a.md:7:1",
            response("## Recommendation 1\n\n## Area for improvement 1"),
        ),
    ],
    "BCB303": [
        (minutes(body="> " * 20 + "a"), f"{M}/minutes.md:5:1", minutes(body="1.1 a\n\n" + "> " * 10 + "a")),
        (minutes(body="> " * 500 + "a"), f"{M}/minutes.md:5:1", minutes(body="1.1\n> > a\n\n> b")),
        (minutes(body="*a" * 30_000), f"{M}/minutes.md:5:1", minutes(body="1.1 " + "a*" * 5000)),
        (minutes(body="# " + "*a" * 30_000), f"{M}/minutes.md:5:1", minutes(body="# *a*")),
        ({PAGE: "- " * 20 + "a"}, f"{PAGE}:1:1", {PAGE: "- - a"}),
    ],
    "BCB304": [
        (
            minutes("members: [Jo Bloggs, Al Doe]\nin_attendance: ['Dr Jo BLOGGS, Chief Constable']\n")
            | {"people.yaml": "people: [{id: jo, name: Jo Bloggs}]"},
            f"{M}/minutes.md:4:17",
            minutes("members: [Jo Bloggs, Al Doe]\napologies: ['Jo Bloggs']\n"),
        ),
        (minutes("apologies: [Al, Al]\n"), f"{M}/minutes.md:3:17", minutes("apologies: [Al, Jo]\n")),
    ],
    "BCB305": [
        (
            minutes(body="6.1.1 a\n\n6.1.3 b\n"),
            f"{M}/minutes.md:7:1",
            minutes(body="6.1.9 a\n\n6.1.10 b\n\n6.2.1 c\n\n4.7 d\n\n4.7.1 e\n"),
        ),
        (
            minutes(body="1.1 a\n\n1.3 b\n"),
            f"{M}/minutes.md:7:1",
            minutes("waive: [{rule: skipped-label, at: '1.3', why: As signed.}]\n", "1.1 a\n\n1.3 b\n"),
        ),
        (
            minutes(body="1.1 a\n\n1.3 b\n"),
            f"{M}/minutes.md:7:1",
            minutes("waive: [{rule: skipped-label, why: As signed.}]\n", "1.1 a\n\n1.3 b\n\n1.9 c"),
        ),
    ],
    "BCB306": [
        (paper("date: 10 February 2021\n"), f"{M}/papers/01-a.md:3:7", paper("date: 18 September 2021\n")),
        (paper("date: 2022-09-01\n"), f"{M}/papers/01-a.md:3:7", paper("date: last week\n")),
    ],
    "BCB307": [
        (minutes(body=f"1.1 Ask {data}."), f"{M}/minutes.md:5:1", minutes(body=f"1.1 Ask {other}."))
        for data, other in (
            ("jo.bloggs@example.org", "Jo @ the office"),
            ("01480 425 000", "01/02/2022 and 014"),
            ("+44 1480 425000", "+44 of them"),
            ("(01480) 456 111", "£1,480,425,000"),
            ("07700900123", "20200112000000"),
            ("at PE29 6NP", "the A14 and 2NP roads"),
        )
    ],
    "BCB308": [
        (minutes(body=f"1.1 It cost {wrong}."), f"{M}/minutes.md:5:1", minutes(body=f"1.1 It cost {right}."))
        for wrong, right in (
            ("£299,570k", "£299,570"),
            ("£1,23", "£1,234k"),
            ("£12,3456", "£12,345,678"),
            ("£1,000,00", "£9.99, 20 in all"),
        )
    ],
    "BCB309": [
        (minutes(body="1.1 a[^1]\n"), f"{M}/minutes.md:5:1", minutes(body="1.1 a[^1]\n\n[^1]: b\n")),
        (
            minutes(body="1.1 a[^1]\n\n[^1]: b\n\n[^1]: c\n"),
            f"{M}/minutes.md:9:1",
            minutes(body="1.1 a[^1] `b` [c]\n\n[^1]: b\n\n[^2]: c\n"),
        ),
    ],
    "BCB321": [
        (minutes(body="1.1 A \ufffd5 note."), f"{M}/minutes.md:5:7", minutes(body="1.1 A £5 note.")),
    ],
    "BCB310": [
        (
            minutes(body=f"{TABLE_HEAD}{wrong}\n"),
            f"{M}/minutes.md:9:1",
            minutes(body=f"{TABLE_HEAD}{right}\n"),
        )
        for wrong, right in (
            ("| 1 | 2 | 3 |", "| 1 | 2 |"),
            ("1 | 2 | 3", "| 1 |"),
            ("| a|b | 9 |", r"| a\|b | 9 |"),
            ("| 1 | 2 | | 4 |", "| 1 | 2 | | |"),
        )
    ]
    + [
        (
            minutes(body="1.1 a\n\n> - a\n>\n>   | a |\n>   |---|\n>   | b |\n>   | c | d\n"),
            f"{M}/minutes.md:12:1",
            minutes(body="1.1 a\n\n> - a\n>\n>   | a |\n>   |---|\n>   | b |\n>   | c |\n"),
        ),
        (
            {
                "actions.yaml": log("")["actions.yaml"].replace(
                    "Do it.", "|\n      |a|\n      |-|\n      |b|c|"
                )
            },
            "actions.yaml:4:13",
            {"actions.yaml": log("")["actions.yaml"].replace("Do it.", "|\n      |a|\n      |-|\n      |b|")},
        ),
    ],
    "BCB311": [
        (
            minutes(body=wrong),
            f"{M}/minutes.md:{line}:1",
            minutes(body="1.1 a\n| a | b |\n|:--|--:|\n| 1 | 2 |\n"),
        )
        for wrong, line in (
            ("1.1\n\n| a | b |\n| 1 | 2 |\n", 7),
            ("1.1 a\n| a | b |\n|---|\n| 1 | 2 |\n", 6),
            ("1.1 a\n> | a | b |\n", 6),
            ("- 1.1 b\n- | a | b |\n", 6),
        )
    ]
    + [({PAGE: "| a | b |"}, f"{PAGE}:1:1", {PAGE: "\\| a | b |"})],
    "BCB312": [
        (
            minutes(body=f"1.1 a\n\n{wrong}\n"),
            f"{M}/minutes.md:7:1",
            minutes(body=f"1.1 a[^1]\n\n{right}\n\n[^1]: b"),
        )
        for wrong, right in (
            ("[1]: Smith", "[1] Smith"),
            ("[*]: Smith", "[Chair]: Welcome"),
            ("[1]: https://example.org/x", "[1](https://example.org/x)"),
            ("[Note]: https://example.org/x", "[Note]: see below"),
            ("[Note]: meeting:2022-02-10", "[Note](meeting:2022-02-10)"),
        )
    ],
    "BCB313": [
        (minutes(body=f"## 1. A\n\n{wrong}\n"), f"{M}/minutes.md:7:1", minutes(body=f"## 1. A\n\n{right}\n"))
        for wrong, right in (
            ("##2. B", "## 2. B"),
            ("###B", "# 1 of them"),
            ("#2. B", "#2 of them"),
            ("**2. B**", "**B**"),
            ("**2.** B", "2 B"),
            ("**2 B**", "2.5% more"),
            ("2.\xa0B", "2. b\n3. c"),
            ("2.B", "2.2 **B**"),
            ("2. B\n\n2.1 c", "2. b\n3. c\n\n2.1 d"),
            ("2. B\n2.1 c", "2. b\n   2.2 of them"),
            ("**2.0 B**", f"2.\xa0{'B' * 120}"),
        )
    ],
    "BCB314": [
        (minutes(body=f"{wrong}\n"), f"{M}/minutes.md:{line}:1", minutes(body=f"{right}\n"))
        for wrong, line, right in (
            ("2.2 A.\n2.3 B", 6, "2.2 A.\n\n2.3 B"),
            ("2.2 A\n2.2.1 B", 6, "2.2 a\n2.3 b"),
            ("2.2.4 A:\n2.3. B", 6, "2.2 As set out in paragraph\n2.3 of the report."),
            ("2.9 a\nb.\n2.10 “B”", 7, "2.9 They bought, under item\n2.10 Tons."),
            ("## 2.0 A\n\nb.\n2.1 C", 8, "## 2. A\n\nb.\n7.1 C"),
            ("2.2 A.\n\n- b.\n2.3 C", 8, "2.2 A.\n2.5 C"),
            ("2.2 A.\n\nb.\n2.3 C", 8, "2.2 A.\n1.3 C"),
            ("2.2 A.\u20282.3 B", 5, "2.2 A.\u2028then B"),
            ("2.2 A.\x85Action: b", 5, "2.2 A.\x85b"),
            ("2.2 A.\nb\u2028## 3. C", 6, "2.2 A.\nb\u2028#3"),
            ("2.2 A\nDecision: b", 6, "2.2 A\nof them\n\nDecision: b"),
            ("2.2 A\n**RESOLVED:** b", 6, "2.2 A\nresolved: b"),
            ("2.2 A\nAction 12.0: b", 6, "2.2 A\nNote: b"),
            ("2.1 A\n\nResolved: A\nAgreed: b", 8, "2.1 A\n\nResolved: A\n\nAgreed: b"),
        )
    ]
    + [
        (
            {f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n\nb\nReport from: C\n"},
            f"{M}/agenda.md:8:1",
            {f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n\nReport from: B\nC\n"},
        ),
        *(
            (
                minutes(body="1.1 A.\n1.2 B"),
                f"{M}/minutes.md:6:1",
                minutes(f"waive: [{{rule: run-on, {at}why: As signed.}}]\n", "1.1 A.\n1.2 B"),
            )
            for at in ("", "at: '1.1', ")
        ),
        (paper(body="1.1 A.\n1.2 B.\n"), f"{M}/papers/01-a.md:6:1", paper(body="1.1 A.\nAction: b\n")),
    ],
    "BCB315": [
        (
            {f"{M}/{name}.md": f"---\ndate: 2022-02-10\n---\n{wrong}"},
            f"{M}/{name}.md:{line}:1",
            {f"{M}/{name}.md": f"---\ndate: 2022-02-10\n{front}---\n{right}"},
        )
        for name, wrong, line, front, right in (
            ("minutes", " \n", 3, "", "## 1. A\n"),
            ("agenda", "", 1, "status: draft\n", ""),
            ("minutes", "\nA\n", 5, "", "1.1 A\n"),
            ("agenda", "\nA\n\n3. B\n4. C\n", 7, "status: draft\n", "3. B\n4. C\n"),
            ("agenda", "\n**Welcome**\n", 5, "", "## Welcome\n"),
        )
    ],
    "BCB329": [
        (
            {**log(""), f"{M}/minutes.md": f"{MINUTES}\nUpdate: It is done.\n"},
            f"{M}/minutes.md:{MINUTES.count(chr(10)) + 2}:1",
            {
                **log(""),
                f"{M}/minutes.md": f"{MINUTES}\n[The action](action:2022/1) was talked of.\n\nUpdate: It is done.\n",
            },
        ),
    ],
    "BCB335": [
        (minutes(body=f"1.1 a\n\n{wrong}\n"), f"{M}/minutes.md:7:1", minutes(body=f"1.1 a\n\n{right}\n"))
        for wrong, right in (
            ("Jo Lowe moved that vans be bought.", "Jo Lowe moved that vans be bought. Carried."),
            ("Vans were dear, and nothing was RESOLVED.", "Vans were dear. RESOLVED that none be bought."),
            ("The Commissioner has approved the plan.", "The Commissioner had approved the plan."),
            (
                "It was agreed that the Board might be the forum.",
                "It was agreed last year that vans might be hired.",
            ),
        )
    ],
    "BCB336": [
        (
            minutes(body=f"## A\n\n{wrong}\n"),
            f"{M}/minutes.md:7:1",
            minutes(said, f"## A\n\n{wrong}\n"),
        )
        for wrong, said in (
            ("## 4 Rivers partnership", "not_numbers: [4 Rivers]\n"),
            ("## 4 Rivers partnership", "numbers: ['4']\n"),
            ("## 196/20 Budget", "numbers: [196/20]\n"),
            ("## 579. Budget", "numbers: [579.]\n"),
            ("5.10 The Board met.", "numbers: ['5.10']\n"),
            ("2.3 widgets were in each box.", "not_numbers: [2.3 widgets]\n"),
        )
    ],
    "BCB337": [
        (
            minutes("numbers: ['1.2']\n"),
            f"{M}/minutes.md:3:10",
            minutes("numbers: ['1.1']\n"),
        ),
        (
            minutes("not_numbers:\n  - 1.1 c\n"),
            f"{M}/minutes.md:4:3",
            minutes("not_numbers:\n  - 1.1 b\n", "## 1. A\n\n1.1 b\n\nSo.\n"),
        ),
    ],
    "BCB316": [
        (minutes(body=f"1.1 a\n\n{wrong}\n"), f"{M}/minutes.md:7:1", minutes(body=f"1.1 a\n\n{right}\n"))
        for wrong, right in (
            ("Decisions – z", "Decision – z"),
            ("decision: b", "Decision-making: b"),
            ("1.2 Update 3: b", "1.2 Updated: b"),
            ("- Decision: b", "- b\n\n  Update: c"),
            ("### Decision: b", "## 2. Decisions: b"),
            ("Update 3: b", "Updates: b"),
        )
    ]
    + [
        (
            {f"{M}/minutes.md": f"{MINUTES}\nDecisions – z\n"},
            f"{M}/minutes.md:{MINUTES.count(chr(10)) + 2}:1",
            {f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n\nDecisions – z\n"},
        ),
        (minutes(body="1.1 a\nDecisions – z"), f"{M}/minutes.md:6:1", minutes(body="1.1 a\nupdate – b")),
        *(
            (
                minutes(body="1.1 Decisions: z"),
                f"{M}/minutes.md:5:1",
                minutes(f"waive: [{{rule: unread-label, {at}why: As signed.}}]\n", "1.1 Decisions: z"),
            )
            for at in ("", "at: '1.1', ")
        ),
    ],
    "BCB338": [
        (minutes(body=f"1.1 a\n\n{wrong}\n"), f"{M}/minutes.md:7:1", minutes(body=f"1.1 a\n\n{right}\n"))
        for wrong, right in (
            ("**Actions:** b", "Actions were set."),
            ("action: b", "Decision-making: b"),
            ("Action 12: b", "An action: b"),
            ("Action (urgent): b", "Action no. 12.0, Item 3, May – b"),
            ("1.2 Action: b", "1.2 Action was taken: b"),
            ("1.2 B. Action: the yard", "1.2 B (Action Fraud)."),
            ("- Action: b", "- b\n\n  Update: c"),
            ("### Action: b", "## 2. Actions: b"),
            ("Action 22/03: Complete.", "Action: None."),
            ("| Risk | Action |\n|---|---|\n| a | b |", "| Area | Action taken |\n|---|---|\n| a | b |"),
        )
    ]
    + [
        (
            {f"{M}/minutes.md": f"{MINUTES}\nAction – b\n"},
            f"{M}/minutes.md:{MINUTES.count(chr(10)) + 2}:1",
            {f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n\nAction – b\n"},
        ),
        (minutes(body="1.1 a\nAction – b"), f"{M}/minutes.md:6:1", minutes(body="1.1 a\nof action – b")),
        *(
            (
                minutes(body="1.1 Action: b"),
                f"{M}/minutes.md:5:1",
                minutes(f"waive: [{{rule: unread-action, {at}why: As signed.}}]\n", "1.1 Action: b"),
            )
            for at in ("", "at: '1.1', ")
        ),
    ],
    "BCB317": [
        (minutes(body=f"1.1 a {wrong}\n"), f"{M}/minutes.md:5:7", minutes(body=f"1.1 a {right}\n"))
        for wrong, right in (
            ("![map](map.png)", "[map](https://example.org/map.png)"),
            ("![](map.png)", "! [map] (map.png)"),
            ("![a b](<m.png> 'c')", r"\![a](https://example.org/)"),
        )
    ]
    + [
        (
            paper(body="1.1\n\n| a |\n|---|\n| ![b](c.png) |\n"),
            f"{M}/papers/01-a.md:9:3",
            paper(body="1.1 `![b](c.png)`"),
        ),
        ({PAGE: "![b](c.png)"}, f"{PAGE}:1:1", {PAGE: "!\\[b]"}),
    ],
    "BCB318": [
        (minutes(body="1.1 a <!-- b -->\n"), f"{M}/minutes.md:5:7", minutes("# b\n", "1.1 a <- b\n")),
        ({PAGE: "<!--\nb\n-->"}, f"{PAGE}:1:1", {PAGE: "`<!--`"}),
        ({PAGE: "a\n\n[//]: # (b)"}, f"{PAGE}:3:1", {PAGE: "[b]: # (c)"}),
    ],
    "BCB319": [
        (
            minutes(body=f"1.1 a\n\n{wrong}\n"),
            f"{M}/minutes.md:{line}:1",
            minutes(front, f"1.1 a\n\n{right}\n"),
        )
        for wrong, line, front, right in (
            ("1.2 …", 7, "", "1.2 b…"),
            ("1.2 The Treasurer …", 7, "", "1.2 He read “the … boats”."),
            (
                "1.2 The minutes were … as a correct record.",
                7,
                "",
                "1.2 The minutes were agreed as a correct record.",
            ),
            ("- 1.2 ...", 7, "status: draft\n", "1.2 …"),
            ("- a\n\n  **Update:** …", 9, "", "- a\n\n  **Update:** b"),
            ("## 2. …", 7, "", "| … |\n|---|"),
        )
    ]
    + [
        (paper(body="…\n"), f"{M}/papers/01-a.md:5:1", paper("publish: withheld\nreason: x\n", "…\n")),
        (
            {"decisions/a.md": f"{notice()}\n…\n"},
            "decisions/a.md:6:1",
            {"decisions/a.md": f"{notice('status: draft' + chr(10))}…\n"},
        ),
        (
            {"section-55/a.md": "---\nreport: A\n---\n## Recommendation 1\n\n> b\n\nStatus: …\n"},
            "section-55/a.md:4:1",
            {"section-55/a.md": "---\nreport: A\nstatus: draft\n---\n## Recommendation 1\n\n> …\n"},
        ),
        (
            {"actions.yaml": log("")["actions.yaml"].replace("Do it.", "…")},
            "actions.yaml:4:1",
            {"actions.yaml": log("    status: draft\n")["actions.yaml"].replace("Do it.", "…")},
        ),
    ],
    "BCB320": [
        (
            response(f"{wrong}\n\na"),
            "section-55/a.md:5:1",
            response(f"{right}\n\na\n\n## PCC’s comments\n\nb"),
        )
        for wrong, right in (
            ("## Commissioner’s coments", "## COMMISSIONERS COMMENTS"),
            ("## Chief Constable’s coments", "## Comments of the Chief Constable"),
            ("## Commissioner’s coments", "## Commissioner`s comments"),
            ("## Commissioner’s respons to the Chief Constable", "## PCC’s response to the Chief Constable"),
            ("## Commisioner’s comments", "## Commissioner’s response"),
            ("## Chief Constable’s coments", "## Force comments"),
            ("## Recommendation 1: training", "## Recommendation 1:"),
            ("## Recommendations 1", "## Recommendations"),
            ("## Reccomendation no. 1", "## Recommended reading 1999"),
            ("## AFI 1", "## Area for Improvement 1"),
        )
    ]
    + [
        (
            response(f"## Recommendation 1\n\n{wrong}: a"),
            "section-55/a.md:7:1",
            response(f"## Recommendation 1\n\n{right}: a"),
        )
        for wrong, right in (
            ("Commissionner", "PCC comment"),
            ("**Chief Constible**", "**Chief Constable’s response**"),
            ("Dead line", "DEADLINE"),
            ("Adressed to", "Addressed To"),
            ("Comissioner", "The office"),
        )
    ],
    "BCB750": [
        *(
            (dutiful(front), f"section-55/a.md:{line}", dutiful(right))
            for front, line, right in (
                ("kind: other\n", "4:7", "kind: other\nduty: none\nduty_reason: Sussex.\n"),
                ("duty: none\n", "4:7", "duty: section 55\n"),
                ("kind: fire\nduty: section 55\n", "5:7", "kind: fire\n"),
                ("kind: super-complaint\nduty: section 55\n", "5:7", "kind: super-complaint\n"),
                (
                    "duty: other\n",
                    "4:7",
                    "duty: other\nduty_reason: A letter asks for it.\n",
                ),
            )
        ),
        (dutiful("", "Ashford Fire and Rescue"), "section-55/a.md:2:9", dutiful("", "Fire and the police")),
    ],
    "BCB751": [
        (
            dutiful("published: 2027-02-01\n"),
            "section-55/a.md:4:12",
            dutiful("published: 2027-02-01\npublish_at: 2027-02-01\n"),
        ),
        (
            dutiful("published: 2022-02-01\nresponse: {published: 2022-01-31}\n"),
            "section-55/a.md:5:11",
            dutiful("published: 2022-02-01\nresponse: {published: 2022-02-01}\n"),
        ),
        (
            dutiful("response: {published: 2027-02-01}\n"),
            "section-55/a.md:4:11",
            dutiful("response: {published: 2026-02-01}\n"),
        ),
        *(
            (
                dutiful(f"published: 2022-02-01\n{wrong}"),
                f"section-55/a.md:5:{column}",
                dutiful(f"published: 2022-02-01\n{right}"),
            )
            for wrong, column, right in (
                (
                    "chief_constable: {received: 2027-02-01}\n",
                    18,
                    "chief_constable: {received: 2022-02-03}\n",
                ),
                ("chief_constable: {invited: 2027-02-01}\n", 18, "chief_constable: {invited: yes}\n"),
                (
                    "response: {sent_to_home_secretary: 2027-02-01}\n",
                    11,
                    "response: {sent_to_home_secretary: 2022-02-03}\n",
                ),
                (
                    "response: {sent_to_inspectorate: 2021-02-01}\n",
                    11,
                    "response: {sent_to_inspectorate: yes}\n",
                ),
            )
        ),
    ],
    "BCB752": [
        (
            {"erased.txt": ERASED, "redirects.yaml": "people/a/: {gone: Withdrawn.}\n"},
            "redirects.yaml:1:1",
            {"erased.txt": ERASED, "redirects.yaml": "people/b/: {gone: Withdrawn.}\n"},
        ),
        (
            {"erased.txt": ERASED, "redirects.yaml": "people/a/index.html: {gone: Withdrawn.}\n"},
            "redirects.yaml:1:1",
            {"erased.txt": ERASED, "redirects.yaml": "people/b/index.html: {gone: Withdrawn.}\n"},
        ),
        (
            log("    was: [2021/1]\n", {"erased.txt": ERASED_ACTION}),
            "actions.yaml:2:5",
            log("    was: [2021/2]\n", {"erased.txt": ERASED_ACTION}),
        ),
        (
            {
                "erased.txt": ERASED,
                "permalinks.txt": "people/a/ -\n",
            },
            "permalinks.txt:1:1",
            {"erased.txt": ERASED},
        ),
    ],
    "BCB753": [
        (
            {"people.yaml": ROBIN, f"{M}/papers/pay-of-robin-hale.md": "---\ntitle: Pay\n---\n\n1.1 A.\n"},
            f"{M}/papers/pay-of-robin-hale.md:1:1",
            {"people.yaml": ROBIN, f"{M}/papers/pay-of-robin.md": "---\ntitle: Pay\n---\n\n1.1 A.\n"},
        ),
        (
            minutes(body="## Thanks to Robin Hale\n\n1.1 A.\n") | {"people.yaml": ROBIN},
            f"{M}/minutes.md:5:1",
            minutes(body="## 2. Thanks to Robin Hale\n\n2.1 A.\n") | {"people.yaml": ROBIN},
        ),
    ],
    "BCB755": [
        (
            {f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{wrong}---\n\n1.1 A.\n"},
            f"{M}/minutes.md:1:1",
            {f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{right}---\n\n1.1 A.\n"},
        )
        for wrong, right in (
            ("public: no\n", "public: no\nprivate_ground: Operational.\n"),
            ("private_ground: Operational.\n", "public: yes\n"),
        )
    ],
    "BCB757": [
        (
            {"publication.yaml": "publication:\n  - what: Spending\n"},
            "publication.yaml:2:5",
            {"publication.yaml": "publication:\n  - {what: Spending, note: Ask the office for a copy.}\n"},
        ),
    ],
    "BCB220": [
        (
            {f"{M}/agenda.md": AGENDA_2, f"{M}/meeting.yaml": RECORDED.format(wrong)},
            f"{M}/meeting.yaml:4:23",
            {f"{M}/agenda.md": AGENDA_2, f"{M}/meeting.yaml": RECORDED.format(right)},
        )
        for wrong, right in (
            ("62 minutes", '"62:05"'),
            ("1:2:5", "1:02:05"),
            ("1:60:00", "1:59:59"),
            ("0:60", "0:59"),
            ("soon", "0:00"),
        )
    ],
    "BCB221": [
        ({f"{M}/meeting.yaml": wrong}, f"{M}/meeting.yaml:{at}", {f"{M}/meeting.yaml": right})
        for wrong, at, right in (
            ("state: moved\n", "1:8", "state: moved\nmoved_to: 2022-02-17\n"),
            ("state: cancelled\nmoved_to: 2022-02-17\n", "2:11", "state: cancelled\n"),
            ("state: planned\nreason: A flood.\n", "2:9", "state: cancelled\nreason: A flood.\n"),
            ("state: moved\nmoved_to: 2022-02-10\n", "2:11", "state: moved\nmoved_to: 2022-02-10-second\n"),
        )
    ],
    "BCB222": [
        (
            minutes() | {f"{M}/meeting.yaml": f"state: {state}\n"},
            f"{M}/meeting.yaml:1:8",
            minutes() | {f"{M}/meeting.yaml": "state: planned\n"},
        )
        for state in ("cancelled", "moved\nmoved_to: 2022-02-17")
    ],
    "BCB223": [
        (
            {f"{M}/agenda.md": AGENDA_2.replace("---\n\n", f"{there}---\n\n"), f"{M}/meeting.yaml": here},
            f"{M}/meeting.yaml:1:{column}",
            {f"{M}/agenda.md": AGENDA_2.replace("---\n\n", f"{there}---\n\n"), f"{M}/meeting.yaml": same},
        )
        for here, there, same, column in (
            ("time: 14:00\n", "time: 15:00\n", "time: 15.00\n", 7),
            ("location: Room 3\n", "location: Room 2\n", "location: room  2\n", 11),
            ("public: yes\n", "public: no\nprivate_ground: A.\n", "public: no\nprivate_ground: A.\n", 9),
        )
    ],
    "BCB756": [
        (
            {"board.yaml": f"{BOARD_FACTS}accessibility: {{reply_within: soon}}\n"},
            "board.yaml:3:16",
            {"board.yaml": BOARD_FACTS},
        ),
    ],
    "BCB754": [({"erased.txt": "people/a/\n"}, "erased.txt:1:1", {"erased.txt": "# None.\n\n" + ERASED})],
    "BCB328": [
        (
            response("Dear Home Secretary,\n\nI welcome the report."),
            "section-55/a.md:5:1",
            response("## PFCC’s comments\n\nDear Home Secretary,\n\nI welcome the report."),
        ),
        (
            response("| Recommendation | Reply |\n|---|---|\n| a | b |"),
            "section-55/a.md:5:1",
            response("## Recommendation 1\n\n> a\n\nCommissioner: b"),
        ),
        (
            response("## Recommendation 1\n\n> a\n\nIt is paid for."),
            "section-55/a.md:9:1",
            response("## Recommendation 1\n\n> a\n\nPFCC: It is paid for."),
        ),
    ],
    "BCB340": [
        *(
            (minutes(body=f"1.1 {wrong}\n"), f"{M}/minutes.md:5:1", minutes(body=f"1.1 {right}\n"))
            for wrong, right in (
                ("a <b>c</b>", r"a \<b>c\</b>, `<b>`, <insert name> and 3 < 5 > 2"),
                ("a<br/>b", "a <bright> b"),
                ('<p class="x">a</p>\n<p>b</p>', "<Chair>"),
                ("[a]{.underline}", r"{a}, \{.b} and {1}"),
                ('a {custom-style="B"}', "a {b=c}"),
                ("the 10^th^ day", "x^2 and y^3"),
                ("H~2~O", "~5 to ~7"),
                ("~~a~~ b", "a ~~ b ~~ c"),
            )
        ),
        *(
            (
                minutes(body=f"## 1. A\n\n{wrong}\n"),
                f"{M}/minutes.md:7:1",
                minutes(body=f"## 1. A\n\n{right}\n"),
            )
            for wrong, right in (
                ("<table>\n<tr>\n\n<td>a</td>\n\n</tr>\n</table>", "| a |\n|---|\n| b |"),
                ("::: {.a}\nb", "::b"),
                ("+---+---+\nA   b\n+===+===+", "+5 | 3\n|---|---|"),
                ("----- -----\nA     B", "- - -"),
                ("Boats\n--------", "The Board agreed.\n---"),
                ("Boats\n===", "Boats = 3"),
                ("```\n2.1 The Board met.\n```", "```text\nJob    £k\nC8066  41\n```"),
            )
        ),
        (
            minutes(body="1.1 <b>a</b>"),
            f"{M}/minutes.md:5:1",
            minutes("waive: [{rule: unread-markup, at: '1.1', why: It speaks of it.}]\n", "1.1 <b>a</b>"),
        ),
        ({PAGE: "<b>a</b>"}, f"{PAGE}:1:1", {PAGE: "```\n## 1. A\n```"}),
        (log("    events: [{on: 2022-03-01, update: <b>a</b>}]"), "actions.yaml:5:39", log("")),
        (
            response("## Commissioner’s comments\n\n<b>a</b>"),
            "section-55/a.md:7:1",
            response("## Commissioner’s comments\n\na"),
        ),
    ],
    "BCB341": [
        (minutes(body="1.1 a\n\n~~~\nb\n"), f"{M}/minutes.md:7:1", minutes(body="1.1 a\n\n~~~\nb\n~~~")),
        (minutes(body="1.1 a\n\n```\nb\n~~~"), f"{M}/minutes.md:7:1", minutes(body="1.1 a\n\n```b``` c")),
        (minutes(body="1.1 a\n\n```"), f"{M}/minutes.md:7:1", minutes(body="1.1 a\n\n```\n```")),
        ({PAGE: "# A\n\n- ~~~\n  b\n\nc"}, f"{PAGE}:3:1", {PAGE: "# A\n\n- ~~~\n  b\n  ~~~\n\nc"}),
    ],
    "BCB342": [
        *(
            (minutes(body=f"1.1 {wrong}\n"), f"{M}/minutes.md:7:1", minutes(body=f"1.1 {right}\n"))
            for wrong, right in (
                (
                    "The dogs will be moved back when the\n\npaint has dried.",
                    "The dogs will be moved back when:\n\nthe paint has dried\n\nthe door is mended",
                ),
                ("The work was problem-\n\nsolving.", "The work was to solve a\nproblem.\n\nsic"),
                ("The dogs will be moved back there\u00a0\n\npaint has dried.", "Kennels\n\nand dogs"),
                (
                    "The kennels, and the dogs of the\n\nthird squad, moved.",
                    "The boats; the oars; and\n\nthe sails",
                ),
            )
        ),
        (
            minutes(body="1.1 The dogs will be moved back when the\n\npaint has dried.\n"),
            f"{M}/minutes.md:7:1",
            minutes(
                "waive: [{rule: unread-paragraph, at: p1-1-n1, why: As signed.}]\n",
                "1.1 The dogs will be moved back when the\n\npaint has dried.\n",
            ),
        ),
        *(
            (
                minutes(body=f"1.1 a\n\n- b\n{wrong}\n"),
                f"{M}/minutes.md:{line}:1",
                minutes(body=f"1.1 a\n\n- b\n{right}\n"),
            )
            for wrong, line, right in (
                ("\n    1.2 The c", 9, "\n1.2 The c"),
                ("\n    ## 2. C", 9, "\n## 2. C"),
                ("The Board met.", 8, "  The Board met."),
                ("  - c\nThe Board met.", 9, "  - c\n\nThe Board met."),
            )
        ),
        (
            minutes(body="1.1 a[^1]\n\n[^1]: b\n\n    1.2 The c\n"),
            f"{M}/minutes.md:9:1",
            minutes(body="1.1 a[^1]\n\n[^1]: b\n\n    7.5 The c\n"),
        ),
    ],
    "BCB343": [
        (
            minutes(body=f"1.1 A.\n\n{wrong}\n\n1.2 B."),
            f"{M}/minutes.md:7:1",
            minutes(body=f"1.1 A.\n\n{right}\n\n1.2 B."),
        )
        for wrong, right in (
            ("- 2 -", "- 2"),
            ("– 2 –", "– 2 – 3"),
            ("Page 2 of 3", "Page 2 of the plan"),
            ("2 | P a g e", "2 | Pages"),
            ("\\newpage", "new page"),
            ("Share this item", "Share this item with all."),
            ("Papers, item 5 pdf icon PDF 135 KB", "The PDF has 135 pages"),
            ("View the background to item 5", "View from the pier"),
        )
    ],
    "BCB350": [
        *(
            (
                minutes(body=f"{wrong}\n\n## 1. A\n"),
                f"{M}/minutes.md:5:1",
                minutes(body=f"{right}\n\n## 1. A\n"),
            )
            for wrong, right in (
                ("Present: Al Doe, Estates, Jo Bloggs", "Present: Al Doe, Estates; Jo Bloggs, Clerk"),
                ("Apologies were received from Al Doe but not accepted.", "Apologies: none"),
                ("Attendance: Al Doe", "Attendance was high."),
            )
        ),
        (
            minutes(body="## 1. A\n\nThe guests left the meeting.\n"),
            f"{M}/minutes.md:7:1",
            minutes(body="## 1. A\n\nMr Doe left the meeting.\n"),
        ),
        (
            minutes("members: [Al Doe]\n", "Present: Al Doe; Jo Bloggs\n\n## 1. A\n"),
            f"{M}/minutes.md:6:1",
            minutes("members: [Al Doe]\n", "Present: A. Doe\n\n## 1. A\n"),
        ),
    ],
    "BCB352": [
        (minutes(body=f"1.1 {wrong}\n"), f"{M}/minutes.md:5:1", minutes(body=f"1.1 {right}\n"))
        for wrong, right in (
            ("The Clerk was asked to write.", "The Board was asked to note."),
            ("The Clerk undertook to write.", "The Clerk agreed to write."),
            ("To do: write to them.", "What to do: write to them."),
        )
    ],
    "BCB401": [
        (
            log("    events: [{meeting: 2022-02-10, item: '9.9'}]", minutes()),
            "actions.yaml:5:42",
            log("    events: [{meeting: 2022-02-10, item: '1.1'}]", minutes()),
        ),
        *(
            (minutes(f"{front}\n"), f"{M}/minutes.md:3:{column}", minutes(f"{front.replace('7.7', '1.1')}\n"))
            for front, column in (
                ("errata: [{at: '7.7', date: 2022-03-01, what: a}]", 10),
                ("decisions: [{at: '7.7', kind: approved}]", 13),
                ("waive: [{at: '7.7', rule: classification, why: a}]", 9),
            )
        ),
        (
            minutes(body="## 1. [a](meeting:2022-02-10#7.7)"),
            f"{M}/minutes.md:5:11",
            minutes(body="## 1. [a](meeting:2022-02-10#1)"),
        ),
        (
            minutes(body="1.1 [a](meeting:2022-02-10#7.7)"),
            f"{M}/minutes.md:5:9",
            minutes(body="1.1 [a](meeting:2022-02-10#1.1) [b](meeting:1999-01-01#7.7)"),
        ),
    ],
    "BCB402": [
        (
            {
                "section-55/2022-01-01-a.md": "---\nreport: A\n---\n",
                "section-55/a.md": "---\nreport: B\n---\n",
            },
            "section-55/a.md:1:1",
            {
                "section-55/2022-01-01-a.md": "---\nreport: A\n---\n",
                "section-55/b.md": "---\nreport: B\n---\n",
            },
        ),
        (
            {f"decisions/{n}.md": "---\nreference: A-1\ntitle: A\n---\n" for n in "ab"},
            "decisions/b.md:1:1",
            {f"decisions/{n}.md": f"---\nreference: A-{n}\ntitle: A\n---\n" for n in "ab"},
        ),
        (
            {f"decisions/{n}.md": f"---\nreference: WS-{r}\ntitle: A\n---\n" for n, r in ("1A", "2a")},
            "decisions/2.md:1:1",
            {f"decisions/{n}.md": f"---\nreference: WS-{r}\ntitle: A\n---\n" for n, r in ("1A", "2b")},
        ),
        ({"pages/a.md": "a", "pages/a/index.md": "b"}, "pages/a.md:1:1", {"pages/a.md": "a"}),
        (
            {"people.yaml": "people:\n  - {id: a, name: A}\n  - {id: a, name: B}"},
            "people.yaml:3:5",
            {"people.yaml": "people:\n  - {id: a, name: A}\n  - {id: b, name: B}"},
        ),
    ],
    "BCB403": [
        (
            log("    owners: [Constabluary]", {"people.yaml": "people: []"}),
            "actions.yaml:5:14",
            log(
                "    owners: [Chief Officer & Lead, Jo Bloggs]",
                {
                    "people.yaml": "people: [{id: a, name: Jo Bloggs, posts: [{post: Chief Officer and Lead}]}]"
                },
            ),
        )
    ],
    "BCB780": [
        (
            log("    owners: []\n"),
            "actions.yaml:5:13",
            log("    events: [{on: 2022-03-01, status: complete}]\n    owners: []\n"),
        ),
    ],
    "BCB404": [
        (
            minutes(body="1.1 a\n\nAction: Do it."),
            f"{M}/minutes.md:7:1",
            {
                **minutes(body="1.1 a\n\nAction: Do it."),
                "actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10#1.1, action: Do it.}]",
            },
        ),
        (
            {
                **minutes(body="1.1 a\n\nAction: One.\n\nAction 7.0: Seven."),
                "actions.yaml": "actions: [{id: 2022/7, number: '7.0', raised: 2022-02-10#1.1, action: Seven.}]",
            },
            f"{M}/minutes.md:7:1",
            {
                **minutes(body="1.1 a\n\nAction: One.\n\nAction 7.0: Seven."),
                "actions.yaml": "actions: [{id: 2022/7, number: '7.0', raised: 2022-02-10#1.1, action: Seven.},"
                " {id: 2022/1, raised: 2022-02-10#1.1, action: One.}]",
            },
        ),
    ],
    "BCB405": [
        (
            paper(f"attachments: [{name}]\n", more={f"{M}/papers/a.svg": "x"} if name == "a.svg" else None),
            f"{M}/papers/01-a.md:3:15",
            paper("attachments: [a.pdf]\n", more={f"{M}/papers/a.pdf": PDF}),
        )
        for name in ("b.pdf", "../minutes.md", "/etc/passwd", "a.svg", "..", ".a.pdf", "'a\\b.pdf'")
    ],
    "BCB406": [
        (minutes(body=f"1.1 [a]({to})"), f"{M}/minutes.md:5:9", minutes(body="1.1 [a](https://example.org)"))
        for to in (
            "meeting:2022-02-31",
            "meeting:2020-09-31",
            "meeting:9999-12-31#1.1",
            "section-55:a",
            "decision:a",
            "person:nobody",
            "action:2022/1",
            "paper:2022-02-10/01-a",
            "minutes.md",
            "meeting:May",
            "meeting:2022-2-10#1.1",
        )
    ]
    + [({PAGE: "[a](b.md)"}, f"{PAGE}:1:5", {PAGE: "[a](b/index.md)", "pages/b/index.md": "b"})],
    "BCB407": [
        (
            paper("item: '2'\n", more={f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n## 1. A"}),
            f"{M}/papers/01-a.md:3:7",
            paper("item: '1.0'\n", more={f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n## 1. A"}),
        )
    ],
    "BCB408": [
        (
            {
                f"section-55/{one}.md": f"---\nreport: {one}\ncovered_by: {other}\n---\n"
                for one, other in ("ab", "ba")
            },
            "section-55/a.md:3:13",
            {
                "section-55/a.md": "---\nreport: a\ncovered_by: b\n---\n",
                "section-55/b.md": "---\nreport: b\n---\n",
            },
        ),
        (
            {"section-55/a.md": "---\nreport: A\ncovered_by: a\n---\n"},
            "section-55/a.md:3:13",
            {
                "section-55/a.md": "---\nreport: A\ncovered_by: b\n---\n",
                "section-55/b.md": "---\nreport: B\n---\n",
            },
        ),
        (
            {
                "section-55/a.md": "---\nreport: A\nprogress: [{meeting: 2022-02-10, finding: One, what: a}]\n---\n"
            },
            "section-55/a.md:3:12",
            {
                "section-55/a.md": "---\nreport: A\nprogress: [{meeting: 2022-02-10, finding: Area for Improvement 1,"
                " what: a}]\n---\n\n## Area for improvement\n\n> a\n"
            },
        ),
        (
            {"board.yaml": "name: B\narea: K\ncommissioner: jo\n"},
            "board.yaml:3:15",
            {"board.yaml": "name: B\narea: K\n"},
        ),
        (
            {"people.yaml": "people:\n  - {id: a, name: A, posts: [{post: P, organisation: X}]}"},
            "people.yaml:2:54",
            {"people.yaml": "people:\n  - {id: a, name: A, posts: [{post: P}]}"},
        ),
    ],
    "BCB409": [
        (
            {"redirects.yaml": "old/: actions/9/"},
            "redirects.yaml:1:1",
            {"redirects.yaml": "old/: actions/\nold.html: ''\n/a/b: /people/"},
        ),
        *(
            (
                {"redirects.yaml": f"{old}: {new}", **minutes()},
                "redirects.yaml:1:1",
                {"redirects.yaml": f"{M}/minutes/#p1-9: {M}/minutes/#p1-1", **minutes()},
            )
            for old, new in (
                ("a", f"{M}/minutes/#p1-9"),
                ("a", "actions/#p1-1"),
                ("a", "gone"),
                (f"{M}/minutes/#p1-1", "people/"),
                (f"{M}/minutes/#errata", "people/"),
                (f"{M}/minutes/#content", "people/"),
                (f"{M}/minutes/#p1-9", f"{M}/minutes/#p1-8"),
                ("nowhere/#p1-1", "people/"),
                ("nowhere/#p1-1", "{gone: Withdrawn.}"),
                (f"{M}/minutes/", "{gone: Withdrawn.}"),
            )
        ),
        (
            {"redirects.yaml": f"{M}/minutes#a: people/\n{M}/minutes/#a: people/", **minutes()},
            "redirects.yaml:2:1",
            {"redirects.yaml": f"{M}/minutes#a: people/\n{M}/minutes/#b: {{gone: Lost.}}", **minutes()},
        ),
        *(
            (
                {"redirects.yaml": f"decisions/A/: {new}", "decisions/a.md": notice(public)},
                "redirects.yaml:1:1",
                {"redirects.yaml": f"decisions/A/: {new}", "decisions/a.md": notice(hidden)},
            )
            for public in ("", "publish_at: 2022-01-01\n")
            for hidden in ("status: draft\n", "publish_at: 2099-01-01\n")
            for new in ("people/", "{gone: Withdrawn.}")
        ),
        (
            {"redirects.yaml": "actions/: people/"},
            "redirects.yaml:1:1",
            {"redirects.yaml": "action/: people/"},
        ),
        (
            {"redirects.yaml": "a: people/\na/: people/"},
            "redirects.yaml:2:1",
            {"redirects.yaml": "a: people/"},
        ),
        (
            log("    was: [2021/1]\n").__or__({"redirects.yaml": "actions/2021/1/: people/"}),
            "actions.yaml:2:5",
            log("    was: [2021/1]\n"),
        ),
    ],
    "BCB410": [
        (
            {
                **minutes(body="1.1 a\n\nAction: Do it.\n\n1.2 b"),
                "actions.yaml": "actions:\n - {id: 2022/1, raised: 2022-02-10#1.1, action: Do it.}\n"
                " - {id: 2022/2, raised: {meeting: 2022-02-10, item: '1.2'}, action: Do more.}\n",
            },
            "actions.yaml:3:53",
            {
                **minutes(body="1.1 a\n\nAction: Do it.\n\n1.2 b\n\nAction: Do more."),
                "actions.yaml": "actions:\n - {id: 2022/1, raised: 2022-02-10#1.1, action: Do it.}\n"
                " - {id: 2022/2, raised: {meeting: 2022-02-10, item: '1.2'}, action: Do more.}\n",
            },
        ),
        (
            minutes() | {"actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10#1, action: a}]"},
            "actions.yaml:1:32",
            minutes() | {"actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10, action: a}]"},
        ),
        (
            minutes() | {"actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10#item-1, action: a}]"},
            "actions.yaml:1:32",
            minutes() | {"actions.yaml": "actions: [{id: 2022/1, raised: 2022-01-20#1, action: a}]"},
        ),
        (
            minutes(body="1.1 a\n\nAction 2.0: b")
            | {
                "actions.yaml": "actions:\n - {id: 2022/2, number: '2.0', raised: 2022-02-10#1.1, action: b}\n"
                " - {id: 2022/3, number: '3.0', raised: 2022-02-10#1.1, action: c}\n"
            },
            "actions.yaml:3:40",
            minutes(body="1.1 a\n\nAction 2.0: b\n\nAction: c")
            | {
                "actions.yaml": "actions:\n - {id: 2022/2, number: '2.0', raised: 2022-02-10#1.1, action: b}\n"
                " - {id: 2022/3, number: '3.0', raised: 2022-02-10#1.1, action: c}\n"
            },
        ),
    ],
    "BCB412": [
        (
            log("series: [{id: '2021', title: A}]\n"),
            "actions.yaml:2:5",
            log("series: [{id: '2022', title: A}]\n"),
        )
    ],
    "BCB501": [
        (
            minutes(body="1.1 This is OFFICIAL-SENSITIVE."),
            f"{M}/minutes.md:5:1",
            minutes(
                "waive: [{rule: classification, at: '1.1', why: Said of another paper.}]\n",
                "1.1 This is OFFICIAL-SENSITIVE.",
            ),
        ),
        (
            minutes(body="## 5.0 Plan\n\n5.1 A SECRET plan."),
            f"{M}/minutes.md:7:1",
            minutes(
                "waive: [{rule: classification, at: '5', why: A title.}]\n",
                "## 5.0 SECRET plan\n\n5.1 A plan.",
            ),
        ),
        (
            {f"{M}/papers/01-a.md": "---\ntitle: A SECRET plan\n---\n\n1.1 b\n"},
            f"{M}/papers/01-a.md:2:8",
            {f"{M}/papers/01-a.md": "---\ntitle: A secret plan\n---\n\n1.1 b\n"},
        ),
        (
            {"decisions/a.md": "---\nreference: A\ntitle: A\n---\n\nIt is OFFICIAL-SENSITIVE.\n"},
            "decisions/a.md:6:1",
            {
                "decisions/a.md": "---\nreference: A\ntitle: A\nstatus: draft\n---\n\nIt is OFFICIAL-SENSITIVE.\n"
            },
        ),
        (
            {"section-55/a.md": "---\nreport: A\n---\n\n## Recommendation\n\n> SECRET\n"},
            "section-55/a.md:7:1",
            {"section-55/a.md": "---\nreport: A\n---\n\n## Recommendation\n\n> It is no secret.\n"},
        ),
        (
            {**minutes("status: draft\n", "1.1 SECRET"), "board.yaml": "name: B\narea: K\ndrafts: yes"},
            f"{M}/minutes.md:6:1",
            minutes("status: draft\n", "1.1 SECRET"),
        ),
        (
            minutes(body="## 5. Plan (Official - Sensitive)"),
            f"{M}/minutes.md:5:1",
            minutes(body="## 5. Plan (Sensitive – Operational)"),
        ),
        (
            paper("classification: Official-Sensitive\n"),
            f"{M}/papers/01-a.md:3:17",
            paper(
                "classification: OFFICIAL\n", "1.1 It is no secret.\n\n1.2 The CONFIDENTIAL REPORTING line."
            ),
        ),
        *(
            (minutes(body=f"## 5. Plan ({word})"), f"{M}/minutes.md:5:1", minutes(body=f"## 5. Plan {word}"))
            for word in ("Secret", "Top secret", "Not for publication")
        ),
        (
            paper("classification: Confidential\n"),
            f"{M}/papers/01-a.md:3:17",
            paper("classification: NOT PROTECTIVELY MARKED\n", "## 5. Plan (Confidential)"),
        ),
        (
            paper(body="1.1 NOT FOR PUBLICATION"),
            f"{M}/papers/01-a.md:5:1",
            paper("publish: withheld\nreason: x\n", "1.1 NOT FOR PUBLICATION"),
        ),
    ],
    "BCB502": [
        (minutes("publish_at:\n"), f"{M}/minutes.md:3:12", minutes("publish_at: 2022-02-17\n")),
        (minutes("# status: draft\n"), f"{M}/minutes.md:3:3", minutes("# approved in May\n")),
        (
            paper("reason: Harm.\n"),
            f"{M}/papers/01-a.md:3:9",
            paper("publish: withheld\nreason: Harm.\n"),
        ),
        (log("    status:\n"), "actions.yaml:5:12", log("    status: draft\n")),
    ],
    "BCB503": [
        ({PAGE: "———\nstatus: draft\n———\n"}, f"{PAGE}:1:1", {PAGE: "---\nstatus: draft\n---\n"}),
        ({PAGE: "# A\n\nstatus: draft\n"}, f"{PAGE}:3:1", {PAGE: "# A\n\nStatus: open\n"}),
    ],
    "BCB507": [
        (
            minutes(f'withhold: [{{at: "{place}", reason: A.}}]\n{AS_SIGNED}', body),
            f"{M}/minutes.md:3:12",
            minutes(
                f"withhold: [{{at: {one}, reason: A.}}, {{at: {one}-r2, reason: A.}}]\n{AS_SIGNED}", body
            ),
        )
        for place, one, body in (
            ("9", "item-9", "## 9. A\n\n9.1 b\n\n## 9. A (continued)\n\n9.2 c\n"),
            ("9.1", "p9-1", "## 9. A\n\n9.1 b\n\n9.1 c\n"),
        )
    ],
    "BCB601": [
        (
            {"permalinks.txt": f"# a\n\n{M}/minutes/#p1-9 {'0' * 16}\n", **minutes(), **more},
            "redirects.yaml:1:1",
            {
                "permalinks.txt": f"{M}/minutes/#p1-9 {'0' * 16}\n",
                **minutes(),
                "redirects.yaml": f"{M}/minutes/#p1-9: {new}",
            },
        )
        for new, more in (
            ("{gone: Struck out.}", {}),
            (f"{M}/minutes/#p1-1", {}),
            ("people/", {"redirects.yaml": f"{M}/minutes/#p1-8: people/"}),
            (
                "people/",
                {
                    "redirects.yaml": f"{M}/minutes/#p1-9: decisions/A/",
                    "decisions/a.md": notice("status: draft\n"),
                },
            ),
        )
    ]
    + [
        (
            {"permalinks.txt": PAPER_LINES, **more},
            "redirects.yaml:1:1",
            {"permalinks.txt": PAPER_LINES, **paper()},
        )
        for more in ({}, paper("status: draft\n"), paper("publish_at: 2099-01-01\n"))
    ]
    + [
        (
            {"permalinks.txt": PAPER_LINES, **paper("publish: withheld\nreason: x\n")},
            "redirects.yaml:1:1",
            {
                "permalinks.txt": PAPER_LINES,
                **paper("publish: withheld\nreason: x\n"),
                "redirects.yaml": f"{M}/papers/01-a/: {new}",
            },
        )
        for new in ("{gone: It named somebody.}", f"{M}/papers/a/")
    ],
    "BCB801": [
        (
            {**minutes(f"source: {{title: a, file: a.pdf, sha256: {'0' * 64}}}\n"), f"{M}/a.pdf": PDF},
            f"{M}/minutes.md:3:9",
            {**minutes(f"source: {{title: a, file: a.pdf, sha256: {hash_}}}\n"), f"{M}/a.pdf": PDF},
        )
        for hash_ in (sha256(PDF).hexdigest(), sha256(PDF).hexdigest().upper())
    ],
    "BCB802": [
        (
            files("unbalanced: [“not” is in no record.]\n"),
            f"{path}:{line}:13",
            files("status: draft\nunbalanced: [a]\n"),
        )
        for files, path, line in (
            (minutes, f"{M}/minutes.md", 3),
            (paper, f"{M}/papers/01-a.md", 3),
        )
    ],
    "BCB602": [
        (
            {**permalink("p1-1", "b"), **minutes("status: approved\n", "1.1 c\n")},
            f"{M}/minutes.md:6:1",
            {**permalink("p1-1", before), **minutes(front, f"1.1 {after}\n")},
        )
        for before, front, after in (
            ("b", "status: approved\n", "b"),
            ("b c", "status: approved\n", "b\n  *c*"),
            ("b", "", "c"),
            (
                "b",
                "status: approved\nerrata: [{date: 2022-03-01, kind: transcription, at: '1.1', what: c for b.}]\n",
                "c",
            ),
            (
                "b",
                "status: approved\nerrata: [{date: 2022-03-01, kind: transcription, at: p1-1, what: c for b.}]\n",
                "c",
            ),
        )
    ]
    + [
        (
            {**permalink(anchor, "b"), **minutes(f"status: approved\n{erratum(wrong)}", body)},
            f"{M}/minutes.md:{line}:1",
            {**permalink(anchor, "b"), **minutes(f"status: approved\n{erratum(right)}", body)},
        )
        for anchor, body, line, wrong, right in (
            ("p1-1", "1.1 c\n\n1.2 d\n", 7, "'1.2'", "'1.1'"),
            ("p1-1", "1.1 c\n\n1.2 d\n", 7, "~", "'1.1'"),
            ("p1-1-n1", "1.1 a\n\nc\n\n1.2 d\n", 9, "'1.2'", "'1.1'"),
            ("item-1", "## 1. A\n\n1.1 c\n", 7, "'1.1'", "'1'"),
            ("item-1-n1", "## 1. A\n\nc\n\n1.1 c\n", 9, "'1.1'", "'1.0'"),
        )
    ],
    "BCB603": [
        (
            {"permalinks.txt": f"people/ -\n{wrong}\n"},
            "permalinks.txt:2:1",
            {"permalinks.txt": "/ -\npeople/ -"},
        )
        for wrong in (
            "people/",
            "<<<<<<< HEAD",
            "people/ -",
            "/people/ -",
            "actions/ 0123",
            "../a -",
            " actions/ -",
        )
    ],
    "BCB720": [
        ({"board.yaml": f"{NAMES}{wrong}\n"}, f"board.yaml:{line}:5", {"board.yaml": f"{NAMES}{right}\n"})
        for line, wrong, right in (
            (
                5,
                "local_policing_body:\n  - {name: P, to: 2021-05-10}\n  - {name: M, from: 2021-05-10}",
                "local_policing_body:\n  - {name: P, to: 2021-05-09}\n  - {name: M, from: 2021-05-10}",
            ),
            (
                5,
                "chief_officer:\n  - {name: P}\n  - {name: M, from: 2021-05-10}",
                "chief_officer:\n  - {name: P, to: 2020-01-01}\n  - {name: M, from: 2021-05-10}",
            ),
        )
    ],
    "BCB721": [
        (
            minutes("status: approved\n") | approving(words),
            f"{M}/minutes.md:3:9",
            minutes(f"status: approved\n{front}") | approving(other),
        )
        for words, front, other in (
            (
                "The minutes were agreed subject to a change at 1.1.",
                "amended: 2022-03-11\n",
                "The minutes were agreed subject to a change at 1.1.",
            ),
            ("The minutes were agreed subject to a change at 1.1.", "", "The minutes were agreed."),
            (
                "Confirmed as a correct record, as amended: 1.1 to read c.",
                erratum("'1.1'").replace("2022-03-01", "2022-03-10"),
                "Confirmed as a correct record, as amended: 1.1 to read c.",
            ),
        )
    ]
    + [
        (
            minutes("status: approved\napproved_by: {how: e-mail, on: 2022-03-01, subject_to: a change}\n"),
            f"{M}/minutes.md:4:14",
            minutes("status: approved\napproved_by: {how: e-mail, on: 2022-03-01}\n"),
        )
    ],
    "BCB723": [
        (
            minutes(f"status: approved\nerrata: [{{date: 2022-03-01, at: '1.1', {wrong}}}]\n"),
            f"{M}/minutes.md:4:10",
            minutes(f"status: {status}\nerrata: [{{date: 2022-03-01, at: '1.1', {right}}}]\n"),
        )
        for wrong, status, right in (
            ("what: b for c.", "approved", "was: c, now: b, meeting: 2022-03-10#1.1"),
            ("was: c, now: b", "approved", "was: c, now: b, kind: transcription"),
            ("what: b for c., meeting: 2022-03-10", "draft", "what: b for c."),
        )
    ]
    + [
        (
            {"decisions/a.md": notice(f"errata: [{{date: 2022-03-01, was: c, now: b, {wrong}}}]\n")},
            "decisions/a.md:4:10",
            {"decisions/a.md": notice("errata: [{date: 2022-03-01, was: c, authority: A, what: Why.}]\n")},
        )
        for wrong in ("authority: A", "what: Why.")
    ]
    + [
        (
            {
                "section-55/a.md": "---\nreport: A\nerrata: [{date: 2022-03-01, what: Why., authority: A}]\n---\n"
            },
            "section-55/a.md:3:10",
            {"section-55/a.md": "---\nreport: A\nerrata: [{date: 2022-03-01, kind: transcription}]\n---\n"},
        )
    ],
    "BCB724": [
        (
            minutes(f"errata: [{{date: 2022-03-01, at: '1.1', {words}}}]\n", f"1.1 {wrong}\n"),
            f"{M}/minutes.md:3:10",
            minutes(f"errata: [{{date: 2022-03-01, at: '1.1', {words}}}]\n", f"1.1 {right}\n"),
        )
        for words, wrong, right in (
            ("was: ten vans, now: two vans", "There are ten vans.", "There are two vans."),
            ("was: ten vans, now: two vans", "There are ten  vans, or two vans.", "There are **two** vans."),
            ("was: ten vans", "There are ten vans.", "There are none."),
            ("was: vans, now: two vans", "There are vans.", "There are two vans."),
        )
    ],
    "BCB722": [
        (
            minutes(f"status: draft\n{key}: {value}\n"),
            f"{M}/minutes.md:4:{len(key) + 3}",
            minutes(f"status: approved\n{key}: {value}\n"),
        )
        for key, value in (
            ("signed_by", "Alex Morgan"),
            ("approved_at", "2022-03-10"),
            ("approved_by", "{how: e-mail, on: 2022-03-01}"),
            ("amended", "2022-03-11"),
        )
    ],
}
TABLE = [(code, *case) for code, cases in CASES.items() for case in cases]
IDS = [f"{code}-{n}" for code, cases in CASES.items() for n, _ in enumerate(cases, 1)]


REPORT = {"section-55/the-poor-relation.md": "---\nreport: The poor relation\n---\n"}


def found(folder: Path) -> list[tuple[str, str]]:
    prefix = f"{folder.as_posix()}/"
    return [(d.code, str(d.span).removeprefix(prefix)) for d in load(folder, NOW).diagnostics]


@pytest.mark.parametrize(("code", "wrong", "where", "clean"), TABLE, ids=IDS)
def test_a_mistake_is_told_of_at_its_place_and_once(
    tmp_path: Path, code: str, wrong: Files, where: str, clean: Files
) -> None:
    folder = write(tmp_path / "wrong", wrong)
    if where == "board.yaml:1:1" and code == "BCB101":
        (folder / "board.yaml").unlink()
    assert found(folder) == [(code, where)]
    assert found(write(tmp_path / "clean", clean)) == []


def messages(folder: Path, files: Files) -> list[str]:
    return [d.message for d in load(write(folder, files), NOW).diagnostics]


def test_all_personal_data_of_a_paragraph_is_told_of_at_once(tmp_path: Path) -> None:
    words = (
        "1.1 At PE29 6NP, PE29 6NQ and PE29 6NP; a@example.org, b@example.org or 01632 960123, 01632 960124."
    )
    told = [message.split("”")[0][1:] for message in messages(tmp_path, minutes(body=words))]
    assert told == [
        "01632 960123",
        "01632 960124",
        "PE29 6NP",
        "PE29 6NQ",
        "a@example.org",
        "b@example.org",
    ]


def test_all_amounts_of_a_paragraph_are_told_of_at_once(tmp_path: Path) -> None:
    told = messages(tmp_path, minutes(body="1.1 It cost £1,23, then £12,3456 and £299,570k."))
    assert [message.split("”")[0][1:] for message in told] == ["£1,23", "£12,3456", "£299,570k"]


@pytest.mark.parametrize("character", "\u2028\u2029\x85")
def test_a_line_end_that_word_makes_is_a_space_and_moves_no_line(tmp_path: Path, character: str) -> None:
    front = f"time: 15:00\nlocation: Hall{character}Room 3\n"
    loaded = load(write(tmp_path / "right", minutes(front)), NOW)
    assert loaded.diagnostics == []
    assert loaded.public
    held = loaded.public.meetings["2022-02-10"].minutes
    assert held
    assert held.location == "Hall Room 3"
    assert found(write(tmp_path / "wrong", minutes(f"{front}statuss: final\n"))) == [
        ("BCB203", f"{M}/minutes.md:5:1")
    ]


@pytest.mark.parametrize("address", ["HTTPS://EXAMPLE.ORG/a", "Http://example.org", "MAILTO:a@example.org"])
def test_an_address_on_the_web_can_have_capitals(tmp_path: Path, address: str) -> None:
    assert found(write(tmp_path, {PAGE: f"[a]({address})"})) == []
    if address[0] == "H":
        assert found(write(tmp_path, {"section-55/a.md": f"---\nreport: A\nurl: {address}\n---\n"})) == []


def test_a_finding_with_a_number_that_none_has_is_told_of(tmp_path: Path) -> None:
    assert found(write(tmp_path, response(f"## Recommendation {'9' * 5000}\n\n> a"))) == [
        ("BCB320", "section-55/a.md:5:1")
    ]


def test_every_code_has_a_case() -> None:
    """But for links in the folder, which another test makes, notes, which must be asked for, and pushes."""
    checked = (code for code in RULES if not "BCB700" <= code < "BCB720")
    assert sorted([*CASES, "BCB105", "BCB411"]) == sorted(checked)


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def test_all_mistakes_of_all_files_are_told_of_in_one_run(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "content",
        {
            "people.yaml": "people:\n  - {id: A B, name: A}\n  - {id: a, nmae: B}\n",
            f"{M}/minutes.md": "---\ndate: 2022-02-30\ntime: noon\n---\n\n## 1. A\n",
            "meetings/2022-03-10/minutes.md": b"\xff",
        },
    )
    codes = [code for code, _ in found(folder)]
    assert codes == ["BCB206", "BCB207", "BCB102", "BCB204", "BCB205", "BCB203"]


def test_a_file_that_cannot_be_read_gives_one_message(tmp_path: Path) -> None:
    """And not one more for each record that leans on it."""
    files = {
        "board.yaml": "name: B\narea: K\ncommissioner: jo\n",
        "people.yaml": "people: [",
        "actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10#1.1, action: A., owners: [Jo Bloggs]}]",
        **minutes(body="1.1 a\n\nAction: Do it."),
    }
    assert [code for code, _ in found(write(tmp_path / "a", files))] == ["BCB201"]
    files |= {"people.yaml": "people: [{id: jo, name: Jo Bloggs}]", "actions.yaml": "actions: ["}
    assert [code for code, _ in found(write(tmp_path / "b", files))] == ["BCB201"]


@pytest.mark.parametrize(
    ("files", "help_"),
    [
        (minutes("time: 25:00\n"), "Write it with 24 hours"),
        ({f"{M}/minutes.md": "---\ndate: 2022-02-30\n---\n\n## 1. A\n"}, "That month has 28 days."),
        ({f"{M}/minutes.md": "---\ndate: 10/2022\n---\n\n## 1. A\n"}, "Write it as 2022-02-10"),
        ({"people.yaml": "people:\n\t- a"}, "Delete it and type spaces"),
        ({"people.yaml": "people: @a"}, "Put the text that begins with @ in quotation marks"),
        (
            minutes(body="1.1 [a](meeting:2022-02-10#1.7)\n\n2.3 b"),
            "Did you mean 1.1? Its numbers go from 1.1",
        ),
        (minutes(body="1.1 [a](section-55:the-pore-relation)") | REPORT, "Did you mean “section-55:the-poor"),
        (
            {f"section-55/{n}a.md": "---\nreport: A\n---\n" for n in ("", "2022-01-01-")},
            "It comes from the file’s name",
        ),
        ({f"decisions/{n}.md": notice() for n in "ab"}, "Give one of them another `reference`."),
        ({"pages/a.md": "a", "pages/a/index.md": "b"}, "It comes from the file’s name and folder"),
        (
            {"people.yaml": "people: [{id: a, name: A}, {id: a, name: B}]"},
            "Give one of them another `id`; or if",
        ),
        (minutes(body="1.1 [d](decision:X)"), RULES["BCB406"].cure),
        (
            minutes(body="1.1 [d](decision:ws-3)") | {"decisions/a.md": notice().replace("A", "WS-3", 1)},
            "Did you mean “decision:WS-3”?",
        ),
        (minutes(body="1.1 [x](meeting:2022-2-10)"), "Did you mean “meeting:2022-02-10”?"),
        (minutes(body="1.1 [x](meeting:10/02/2022#5.3)"), "Did you mean “meeting:2022-02-10#5.3”?"),
        (minutes(body="1.1 [x](meeting:February)"), "Write the name of the meeting’s folder"),
        ({PAGE: "[a](meeting/)"}, "Did you mean “meetings”?"),
        (
            {
                "board.yaml": "name: B\narea: K\norganisations: [{id: OPCC, name: O}]",
                "people.yaml": "people:\n  - {id: a, name: A, posts: [{post: P, organisation: OPPC}]}",
            },
            "Did you mean “OPCC”?",
        ),
        ({"redirects.yaml": "a: {gone: Withdrawn, twice.}"}, "Put the whole value in quotation marks"),
        (log("    events: [{on: May, update: Done, and more}]"), "Put the whole value in quotation marks"),
        (log("    events: [{on: May, update: Done: all}]"), "Put the value in quotation marks"),
        (log("    events:\n    - {update: Done: all, on: May}]"), "Put the value in quotation marks"),
        (log("    events:\n    - {on: May,\n     update: Done: all}]"), "Put the value in quotation marks"),
        (minutes("time: {a: b\nlocation: x\n"), RULES["BCB201"].cure),
        *(
            (minutes(f"publish_at: {when}\n"), "Write it as 2022-02-17, or with a time of 24 hours as")
            for when in ("10/03/2027 5pm", "2027-03-10 9am", "10 March 2027 25:00", "soon")
        ),
        (minutes("publish_at: 2027-02-30\n"), "That month has 28 days."),
        (responding("sent_to_home_secretary: no"), "If it was not done, leave the key out."),
        (responding("sent_to_home_secretary: soon"), RULES["BCB206"].cure),
        (minutes("time:\xa015:00\nlocation: x\n"), "Delete it and type an ordinary space."),
        (minutes("time:\u200b15:00\nlocation: x\n"), "Delete it, or type the line again."),
        (minutes("members:\n  – Al\n  – Bo\n"), "Type a hyphen - and a space in place of “–”"),
        (minutes("members:\n  • Al\n  • Bo\n"), "Type a hyphen - and a space in place of “•”"),
        (minutes("members:\n  * Al\n  * Bo\n"), "Type a hyphen - and a space in place of “*”"),
        (minutes("members:\n  -Al\n  -Bo\n"), "Put a space after each hyphen."),
        (minutes("members:\n  -\xa0Al\n  -\xa0Bo\n"), "Delete the space after the hyphen and type an"),
        (minutes("members:\n - Sam: DCC\n"), "Put a comma between name and role: Sam, DCC."),
        (minutes("members:\n - rôle: DCC\n   name: Sam\n"), "Did you mean “role”?"),
        (minutes("location: * Room\n"), "Put the text that begins with * in quotation marks"),
        (minutes("location: & Room\n"), "Put the text that begins with & in quotation marks"),
        (minutes("members:\n - Sam – DCC\n"), "Put a comma between name and role: Sam, DCC."),
        (minutes("signed_by: Jo Blogs, Chief Constable\n") | KNOWN, "Did you mean “Jo Bloggs”?"),
        (minutes("members: Al\n"), "Write each entry on a line of its own"),
        (
            {f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n1. Tea\n"},
            "Write each item as a heading: “## 1. Tea”.",
        ),
        (minutes(body="## 1. A\n\n##2. B\n"), "Write “## 2. B”, with a space"),
        (minutes("members: [Al, Al]\n"), "This can stay if the signed minutes have it so"),
    ],
)
def test_the_help_fits_the_mistake(tmp_path: Path, files: Files, help_: str) -> None:
    [mistake] = load(write(tmp_path, files), NOW).diagnostics
    assert mistake.help.startswith(help_)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ('1.1 [a](action:1) and\n[b](action:2), [*c*](action:1 "T")', ["5:9", "6:5", "6:22"]),
        ("- x [action:1](action:12), [b](action:1)\n- [c](action:3)", ["5:16", "5:32", "6:7"]),
        ("> q\n> [a](action:1)", ["6:7"]),
        ("## [a](action:1)", ["5:8"]),
        ("| A |\n|---|\n| [a](action:1) |", ["7:7"]),
        ("x[^1]\n\n[^1]: [a](action:1)", ["7:11"]),
        ("**Action:** [a](decision:1)", ["5:17"]),
    ],
)
def test_each_dead_link_is_told_of_where_it_is_written(tmp_path: Path, body: str, places: list[str]) -> None:
    """Or at its block, where the address stands elsewhere."""
    folder = write(tmp_path, minutes(body=body))
    links = [where for code, where in found(folder) if code == "BCB406"]
    assert links == [f"{M}/minutes.md:{place}" for place in places]


def test_of_a_new_address_without_its_slash_that_is_told(tmp_path: Path) -> None:
    for anchor in ("", "#p1-1"):
        folder = write(tmp_path, {**minutes(), "redirects.yaml": f"old/: {M}/minutes{anchor}"})
        [mistake] = load(folder, NOW).diagnostics
        assert mistake.code == "BCB409"
        assert f"lacks a slash: write “{M}/minutes/{anchor}”." in mistake.message


def test_of_a_response_all_is_told_in_one_run(tmp_path: Path) -> None:
    body = "## Recommendation: training\n\nComissioner: a\n\nCommissioner: PCC: b\n\n## PCC’s comments\n\nPCC: c\n"
    told = load(write(tmp_path, response(body)), NOW).diagnostics
    assert [(d.span.line, d.help.split("?")[0]) for d in told] == [
        (5, "Did you mean “## Recommendation”"),
        (7, "Did you mean “Commissioner:”"),
    ]


def test_the_excerpt_of_a_long_line_shows_the_dead_link(tmp_path: Path) -> None:
    folder = write(
        tmp_path, minutes(body=f"1.1 {'The Board noted it. ' * 20}[a](action:9) {'And more. ' * 20}")
    )
    [_, line, mark, *_] = as_text(load(folder, NOW).diagnostics)
    assert line[mark.index("^") :].startswith("action:9)")


@pytest.mark.parametrize(
    ("file", "help_"),
    [
        ("Meetings/2022-03-10/minutes.md", "Did you mean “meetings/2022-03-10/minutes.md”? Put it into"),
        ("meeting/2022-03-10/Minutes.md", "Did you mean “meetings/2022-03-10/minutes.md”? Put it into"),
        ("2022-03-10/agenda.md", "Did you mean “meetings/2022-03-10/agenda.md”? Put it into"),
        (f"{M}/minutes.docx", "Only Markdown is read. Write its text into a file that ends in .md;"),
        (f"{M}/minutes-old.md", f"“{M}/minutes.md” is there already."),
        (f"{M}/agneda.md", "Did you mean “agenda.md”?"),
        (f"{M}/05-overtime.md", f"Did you mean “{M}/papers/05-overtime.md”? Put it into that folder."),
        (f"{M}/Papers/05-overtime.md", f"Did you mean “{M}/papers/05-overtime.md”? Put it into"),
        (f"{M}/Papers/a.pdf", f"Did you mean “{M}/papers/a.pdf”? Put it into that folder."),
        (f"{M}/papers/old/05.md", f"Did you mean “{M}/papers/05.md”? Put it into that folder."),
        (f"{M}/papers/05.MD", "Did you mean “05.md”?"),
        (f"{M}/papers/05.pdf", RULES["BCB107"].cure),
        ("copy of board.yaml", "“board.yaml” is there already."),
        ("action.yaml", "Did you mean “actions.yaml”?"),
        ("pages.md", "Put it where its kind is read (minutes in"),
        ("minutes.md", "Put it where its kind is read (minutes in"),
        ("Papers/05-overtime.md", "Put it where its kind is read (minutes in"),
        ("Decisions/WS-3.md", "Did you mean “decisions/WS-3.md”? Put it into that folder."),
        ("decisions/2022/WS-3.md", "Did you mean “decisions/WS-3.md”? Put it into that folder."),
        ("section55/x.md", "Did you mean “section-55/x.md”? Put it into that folder."),
        ("Pages/about/index.md", "Did you mean “pages/about/index.md”? Put it into that folder."),
    ],
)
def test_of_a_file_that_nothing_reads_it_is_told_where_it_belongs(
    tmp_path: Path, file: str, help_: str
) -> None:
    [mistake] = load(write(tmp_path, {**minutes(), file: "x"}), NOW).diagnostics
    assert (mistake.code, str(mistake.span)) == ("BCB107", f"{tmp_path.as_posix()}/{file}:1:1")
    assert mistake.help.startswith(help_)


@pytest.mark.parametrize(
    "text", ["---\ntitle: [\nattachments: [a.pdf]\n---\n", "---\nattachments: [a.pdf]\n---\n"]
)
def test_of_a_file_beside_a_paper_that_cannot_be_read_nothing_is_told(tmp_path: Path, text: str) -> None:
    """The paper lists it, and that is not known."""
    files = {f"{M}/papers/01-a.md": text, f"{M}/papers/a.pdf": "x"}
    [mistake] = load(write(tmp_path, files), NOW).diagnostics
    assert mistake.span.path.endswith("01-a.md")


@pytest.mark.parametrize(
    ("front", "mended"),
    [("location: a: b\n", "location: ab\n"), ("kind: !x ordinary\n", "kind: ordinary\n")],
)
def test_where_the_rest_of_a_file_is_not_looked_at_the_help_says_so(
    tmp_path: Path, front: str, mended: str
) -> None:
    body = "1.1 OFFICIAL-SENSITIVE"
    [mistake] = load(write(tmp_path / "a", minutes(front, body)), NOW).diagnostics
    assert mistake.help.endswith(" The rest of this file is checked once this is mended.")
    [hidden] = load(write(tmp_path / "b", minutes(mended, body)), NOW).diagnostics
    assert (hidden.code, hidden.help) == ("BCB501", RULES["BCB501"].cure)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("rolle: DCC", "There is no key “rolle” in a person."),
        ("Sam: DCC", "There is a colon after the name “Sam”."),
        ("{Sam: DCC}", "There is no key “Sam” in a person."),
    ],
)
def test_a_misspelt_key_of_a_person_is_no_name(tmp_path: Path, entry: str, message: str) -> None:
    folder = write(tmp_path / "content", minutes(f"members:\n  - {entry}\n"))
    assert message in [mistake.message for mistake in load(folder, NOW).diagnostics]


def test_they_are_shown_with_the_line_and_help(tmp_path: Path) -> None:
    file = tmp_path / "minutes.md"
    file.write_text("---\ntime: 25:00 \x1b[31m\n---\n")
    shown = list(as_text([Diagnostic("BCB207", Span("minutes.md", 2, 7), "“25:00” is not a time.")]))
    assert shown == [
        "minutes.md:2:7: error[BCB207] “25:00” is not a time.",
        "       2 | time: 25:00  [31m",
        "         |       ^",
        "    help: Write it with 24 hours, as 15:00.",
        "",
    ]


@pytest.mark.parametrize(
    ("owner", "hint"),
    [
        ("Constabularly", "Did you mean “Constabulary”?"),
        ("Kent Constabluary", "Did you mean “Kent Constabulary”?"),
        ("Chief Constible", "Did you mean “Chief Constable”?"),
        ("Jo Blogs", "Did you mean “Jo Bloggs”?"),
        ("Everybody else", RULES["BCB403"].cure),
    ],
)
def test_an_unknown_owner_may_be_a_misspelt_one(tmp_path: Path, owner: str, hint: str) -> None:
    files = {
        "board.yaml": "name: B\narea: K\norganisations: [{id: Constabulary, name: Kent Constabulary}]",
        "people.yaml": "people: [{id: jo, name: Jo Bloggs, posts: [{post: Chief Constable}]}]",
    }
    folder = write(tmp_path / "content", log(f"    owners: [{owner}]", files))
    assert [(d.code, d.help) for d in load(folder, NOW).diagnostics] == [("BCB403", hint)]


def test_of_a_long_line_only_what_is_near_is_shown(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("x" * 5000 + "!" + "y" * 5000)
    [_, line, mark, *_] = as_text([Diagnostic("BCB102", Span("long.md", 1, 5001), "Odd.")])
    assert len(line) < 100
    assert line[mark.index("^")] == "!"


def test_they_are_sorted_and_said_once() -> None:
    later, first = (Diagnostic("BCB103", Span("a", line), "Empty.") for line in (10, 9))
    assert in_order([later, first, later]) == [first, later]
