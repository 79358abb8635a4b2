"""Logs, people, boards and lists of addresses in which one thing comes again and again."""

from __future__ import annotations

from hostile.shape import BOARD, LOG, MINUTES, PEOPLE, Shape, content, in_file, record, repeated

_ACTION = "  - {id: 2022/%n, raised: '2022-02-10#1.1', action: words%m}\n"
_PERSON = "  - {id: p%n, name: Jo Blog%n%m}\n"


def _log(name: str, more: str = "", line: str = _ACTION, body: str = "1.1 word\n", front: str = "") -> Shape:
    return Shape(
        name,
        lambda size: content(
            {
                LOG: "series: [{id: '2022', title: A}]\nactions:\n"
                + repeated(size, lambda n: _with(line, n, more))
            },
            record(MINUTES, body, front),
            {PEOPLE: "people:\n  - {id: jo, name: Jo Bloggs, posts: [{post: Chair}]}\n"},
        ),
    )


def _with(line: str, n: int, more: str) -> str:
    return line.replace("%m", more).replace("%n", str(n))


def _people(
    name: str, more: str = "", body: str = "1.1 word\n", front: str = "", line: str = _PERSON
) -> Shape:
    return Shape(
        name,
        lambda size: content(
            {PEOPLE: "people:\n" + repeated(size, lambda n: _with(line, n, more))},
            record(
                MINUTES,
                body if "%n" not in body else repeated(size, lambda n: _with(body, n, "")),
                front and front + repeated(size, lambda n: f"  - Jo Blogs{n}x, Chair\n"),
            ),
        ),
    )


def _event(words: str) -> str:
    return f", events: [{words}]"


_LOGS = (
    _log("actions of one paragraph"),
    Shape(
        "actions and as many lines",
        lambda size: content(
            {LOG: "series: [{id: '2022', title: A}]\nactions:\n" + repeated(size, lambda n: _with(_ACTION, n, ""))},
            record(MINUTES, "## 1. Item\n\n1.1 word\n\n" + repeated(size // 4, lambda n: "Action: words\n\n")),
        ),
    ),
    Shape(
        "numbered actions and as many lines",
        lambda size: content(
            {LOG: "series: [{id: '2022', title: A}]\nactions:\n" + repeated(size, lambda n: _with(_ACTION, n, ", number: '%n.0'"))},
            record(MINUTES, "## 1. Item\n\n1.1 word\n\n" + repeated(size // 4, lambda n: f"Action {n}.0: words, Action {n}.0\n\n")),
        ),
    ),
    Shape(
        "actions that the log lacks",
        lambda size: content(
            {LOG: "series: [{id: '2022', title: A}]\nactions:\n" + repeated(size, lambda n: f"  - {{id: 2022/{n}, raised: '2022-02-10#1.1', action: word {n}}}\n")},
            record(MINUTES, "## 1. Item\n\n1.1 word\n\n" + repeated(size // 4, lambda n: f"Action: words {n}\n\n" if n % 2 else f"2.{n} word\n\n")),
        ),
    ),
    Shape(
        "actions at as many places",
        lambda size: content(
            {LOG: "series: [{id: '2022', title: A}]\nactions:\n" + repeated(size, lambda n: f"  - {{id: 2022/{n}, raised: '2022-02-10#{n // 900 + 1}.{n % 900 + 1}', action: words}}\n")},
            record(MINUTES, repeated(size, lambda n: f"{n // 900 + 1}.{n % 900 + 1} word\n\n")),
        ),
    ),
    Shape(
        "actions at no place",
        lambda size: content(
            {LOG: "series: [{id: '2022', title: A}]\nactions:\n" + repeated(size, lambda n: f"  - {{id: 2022/{n}, raised: '2022-02-10#77.{n}', action: words}}\n")},
            record(MINUTES, repeated(size, lambda n: f"{n // 900 + 1}.{n % 900 + 1} word\n\n")),
        ),
    ),
    _log("actions of one id", line="  - {id: 2022/1, raised: 2022-02-10, action: words, was: [2022/1]}\n"),
    _log("actions with former ids", ", was: [2021/%n]"),
    _log("actions with equal former ids", ", was: [2021/1]"),
    _log("actions of one number", ", number: '1.0'", body="## 1. Item\n\n1.1 See Action 1.0, agenda item 1.\n"),
    Shape(
        "actions of one number, named as often",
        lambda size: content(
            {LOG: "series: [{id: '2022', title: A}]\nactions:\n" + repeated(size, lambda n: _with(_ACTION, n, ", number: '1.0'"))},
            record(MINUTES, "## 1. Item\n\n1.1 word\n\n" + repeated(size, lambda n: "See Action 1.0, agenda item 1.\n\n")),
        ),
    ),
    _log("series", line="  - {id: %n/1, raised: 2022-02-10, action: words, owners: [Chair]}\n"),
    Shape(
        "series of the log, and mentions",
        lambda size: content(
            {LOG: "series:\n" + repeated(size, lambda n: f"  - {{id: s{n}, title: A}}\n") + "actions:\n" + repeated(size, lambda n: f"  - {{id: s{n}/1, number: '1.0', raised: 2022-02-10, action: words}}\n")},
            record(MINUTES, "## 1. Item\n\n" + repeated(size, lambda n: "See Action 1.0.\n\n")),
        ),
    ),
    _log("unknown owners", ", owners: [Nobody %n, Chairs]"),
    _log("actions of a known owner", ", owners: [Chair, Jo Bloggs]"),
    _log("owners by many names", ", owners: [Chair %n]"),
    _log("actions whose target has passed", ", target: 1 May 2022"),
    _log("events of one action", line="%m"),
    Shape(
        "one action, many events",
        lambda size: content(
            {LOG: "actions:\n  - id: 2022/1\n    raised: 2022-02-10\n    action: words\n    events:\n" + repeated(size, lambda n: "      - {on: 2022-03-01, update: words, status: open}\n")},
            record(MINUTES, "1.1 word\n"),
        ),
    ),
    Shape(
        "one action, many events and mentions",
        lambda size: content(
            {LOG: "actions:\n  - id: 2022/1\n    number: '1.0'\n    raised: 2022-02-10\n    action: words\n    events:\n" + repeated(size, lambda n: f"      - {{meeting: 2022-03-10, item: '{n // 900 + 1}.{n % 900 + 1}', update: words}}\n")},
            record(MINUTES, "1.1 word\n"),
            {"meetings/2022-03-10/minutes.md": "---\ndate: 2022-03-10\n---\n\n" + repeated(size, lambda n: f"{n // 900 + 1}.{n % 900 + 1} Action 1.0\n\n")},
        ),
    ),
    _log("owners of one action", line="%m"),
    Shape(
        "one action, many owners",
        lambda size: content(
            {LOG: "actions:\n  - id: 2022/1\n    raised: 2022-02-10\n    action: words\n    owners:\n" + repeated(size, lambda n: f"      - Chairs {n}\n")},
            {PEOPLE: "people:\n" + repeated(size, lambda n: _with(_PERSON, n, ", posts: [{post: Chair%n}]"))},
        ),
    ),
)  # fmt: skip

_PEOPLE_SHAPES = (
    _people("people of near names", ", posts: [{post: Chair}]", front="members:\n"),
    _people("people of one name", line="  - {id: p%n, name: Jo Bloggs, posts: [{post: Chair}]}\n", body="1.1 Jo Bloggs said so.\n", front="members:\n"),
    _people("people of one id", line="  - {id: p, name: Jo Bloggs}\n"),
    _people("posts", ", posts: [{post: Chair %n, organisation: O%n}]"),
    _people("posts of one organisation", ", posts: [{post: Chair, organisation: OP, from: 2020-01-01}]"),
    _people("people, and as many names", ", aliases: [Ray Nov%n]", body="1.%n Jo Blog%n and Ray Nov%n said so.\n\n"),
    Shape(
        "one person, many posts",
        lambda size: content(
            {PEOPLE: "people:\n  - id: jo\n    name: Jo Bloggs\n    posts:\n" + repeated(size, lambda n: f"      - {{post: Chair {n}, organisation: OP}}\n")},
            record(MINUTES, "1.1 word\n", "members:\n" + repeated(size, lambda n: f"  - Jo Bloggs, Chair {n}\n")),
            board="organisations: [{id: OP, name: The Office}]\n",
        ),
    ),
    Shape(
        "one person, many aliases",
        lambda size: content(
            {PEOPLE: "people:\n  - id: jo\n    name: Jo Bloggs\n    aliases:\n" + repeated(size, lambda n: f"      - {'Jo ' * (n % 40 + 1)}Blog{n}\n")},
            record(MINUTES, repeated(size, lambda n: f"Jo Jo Jo Jo Blog{n} said so.\n\n"), "members: [Jo Bloggs]\n"),
        ),
    ),
)  # fmt: skip

_BOARDS = (
    Shape("aliases of the board", lambda size: content(record(MINUTES, "1.1 The Board on 1 May 2021 noted it.\n" * 50), board="aliases:\n" + repeated(size, lambda n: f"  - Board of {n}\n"))),
    Shape("organisations", lambda size: content(board="organisations:\n" + repeated(size, lambda n: f"  - {{id: O{n}, name: Office {n}, aliases: [The Office {n}]}}\n"))),
    Shape("organisations of one id", lambda size: content(board="organisations:\n" + repeated(size, lambda n: "  - {id: OP, name: Office}\n"))),
    Shape("organisations, and as many posts", lambda size: content({PEOPLE: "people:\n" + repeated(size, lambda n: _with(_PERSON, n, ", posts: [{post: Chair %n, organisation: O%n}]"))}, record(MINUTES, "1.1 word\n", "members:\n" + repeated(size, lambda n: f"  - Jo Blog{n}\n")), board="organisations:\n" + repeated(size, lambda n: f"  - {{id: O{n}, name: Office {n}}}\n"))),
    Shape("topics", lambda size: content(record(MINUTES, "## 1. Budget\n\nwords\n" * 20), board="topics:\n" + repeated(size, lambda n: f"  - {{id: t{n}, title: Topic {n}, terms: [term{n}]}}\n"))),
    Shape("terms of one topic", lambda size: content(record(MINUTES, "## 1. Budget\n\nwords\n" * 20), board="topics:\n  - id: t\n    title: T\n    terms:\n" + repeated(size, lambda n: f"      - term {n}\n"))),
    Shape("a term again and again", lambda size: content(record(MINUTES, "## 1. Item\n\n" + repeated(size, lambda n: "budgets " * 100 + "\n\n")), board="topics: [{id: t, title: T, terms: [budget]}]\n")),
    Shape("synonyms", lambda size: content(record(MINUTES, "## 1. Item\n\nwords\n"), board="synonyms:\n" + repeated(size, lambda n: f"  cop{n}: [police officer, words]\n"))),
    Shape("item notes", lambda size: content(record(MINUTES, "## 1. Item (words)\n\n" * 50), board="item_notes:\n" + repeated(size, lambda n: f"  - note {n}\n"))),
    Shape("barriers", lambda size: content(board="accessibility:\n  barriers:\n" + repeated(size, lambda n: "    - {what: words}\n"))),
)  # fmt: skip

_LINES = repeated(40_000, lambda n: f"{n // 900 + 1}.{n % 900 + 1} word\n\n")

_ADDRESSES = (
    in_file("redirects", "redirects.yaml", "", lambda n: f"old/{n}/: meetings/\n"),
    in_file("redirects to nowhere", "redirects.yaml", "", lambda n: f"old/{n}/: new/{n}/\n"),
    in_file("redirects from what is there", "redirects.yaml", "", lambda n: f"meetings/2022-02-10/minutes/#p1-{n}: meetings/\n", record(MINUTES, _LINES)),
    in_file("redirects of places", "redirects.yaml", "", lambda n: f"meetings/2022-02-10/minutes/#x{n}: meetings/2022-02-10/minutes/#p{n // 900 + 1}-{n % 900 + 1}\n", record(MINUTES, _LINES)),
    in_file("withdrawn addresses", "redirects.yaml", "", lambda n: f"old/{n}/: {{gone: so}}\n"),
    in_file("withdrawn places", "redirects.yaml", "", lambda n: f"meetings/2022-02-10/minutes/#x{n}: {{gone: so}}\n", record(MINUTES, _LINES)),
    in_file("equal redirects", "redirects.yaml", "", lambda n: "old/: meetings/\n"),
    in_file("redirects that are none", "redirects.yaml", "", lambda n: f"old/{n}?: meetings/\n"),
    in_file("permalinks that are gone", "permalinks.txt", "", lambda n: f"old/{n}/ -\n"),
    in_file("permalinks that are gone, with redirects", "permalinks.txt", "", lambda n: f"old/{n}/ -\n", {"redirects.yaml": repeated(20_000, lambda n: f"old/{n}/: nowhere/\n")}),
    in_file("permalinks that have changed", "permalinks.txt", "", lambda n: f"meetings/2022-02-10/minutes/#p{n // 900 + 1}-{n % 900 + 1} 0123456789abcdef\n", record(MINUTES, _LINES, "errata:\n" + repeated(20_000, lambda n: f'  - {{date: 2022-03-01, at: "77.{n}", what: words}}\n'))),
    in_file("equal permalinks", "permalinks.txt", "", lambda n: "old/ -\n"),
    in_file("permalinks that are none", "permalinks.txt", "", lambda n: "a/" * 400 + "?\n"),
    in_file("long permalinks", "permalinks.txt", "", lambda n: "a/" * 20_000 + " -\n"),
)  # fmt: skip

LOGS = tuple(
    shape
    for shape in (*_LOGS, *_PEOPLE_SHAPES, *_BOARDS, *_ADDRESSES)
    if "of one action" not in shape.name or "paragraph" in shape.name
)
"""Shapes of logs, people, boards and addresses."""
_ = BOARD
