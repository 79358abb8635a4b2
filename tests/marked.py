"""Records that have words at one place, for each key and each kind of text that can be public."""

from collections.abc import Callable

M = "meetings/2022-02-10"
SPELLINGS = (
    "OFFICIAL-SENSITIVE",
    "OFFICIAL\u2011SENSITIVE",
    "OFFI\u00adCIAL\u00a0– SENSITIVE",
    "NOT FOR  PUBLICATION",
    "TOP\u2010SECRET",
    "STRICTLY CONFIDENTIAL",
    "O F F I C I A L - S E N S I T I V E",
    "(O–S)",
)
"""Markings that no reader mistakes, of which few are typed as one would look for them."""

Files = tuple[dict[str, str], str, int]
"""The files, the one with the words, and their line."""


def _file(name: str, before: str, after: str = "\n") -> Callable[[str], Files]:
    """A file in which the words come after *before*."""
    return lambda words: ({name: f"{before}{words}{after}"}, name, before.count("\n") + 1)


_MINUTES = f"{M}/minutes.md"
_PAPER = f"{M}/papers/01-a.md"
_END = "\n---\n\n## 1. A\n\n1.1 b\n"


def _key(file: str, front: str, key: str, after: str = _END) -> Callable[[str], Files]:
    return _file(file, f"---\n{front}{key}", after)


def _body(file: str, front: str, before: str, after: str = "\n") -> Callable[[str], Files]:
    return _file(file, f"---\n{front}---\n\n{before}", after)


_DATE = "date: 2022-02-10\n"
_TITLE = "title: A\n"
_ACTION = "actions:\n  - id: 2022/1\n    raised: 2022-02-10\n"
PLACES: dict[str, Callable[[str], Files]] = {
    "classification": _key(_PAPER, _TITLE, "classification: "),
    **{
        f"{key} of minutes: {before}…{after}": _key(_MINUTES, _DATE, f"{key}: {before}", f"{after}{_END}")
        for key, before, after in (
            ("location", "", ""),
            ("members", "\n  - ", ", Chair"),
            ("members", "\n  - Jo Bloggs, ", ""),
            ("in_attendance", "\n  - {name: Jo Bloggs, note: ", "}"),
            ("apologies", "\n  - ", ""),
            ("signed_by", "Jo Bloggs, ", ""),
            ("private_ground", "", ""),
            ("chair", "", ""),
            ("adjourned_to", "", ""),
            ("deputies", "\n  - {name: a, for: ", "}"),
            ("declarations", "\n  - {who: a, what: ", "}"),
            ("source", "{title: ", "}"),
            ("source", "{title: a, sha256: ", "}"),
            ("source", "{title: a, pages: ", "}"),
            ("errata", '\n  - date: 2022-03-01\n    at: "1.1"\n    what: ', ""),
            ("errata", "\n  - date: 2022-03-01\n    what: a\n    authority: ", ""),
            ("decisions", '\n  - {at: "1.1", kind: agreed, by: ', "}"),
            ("decisions", '\n  - {at: "1.1", kind: agreed, when: ', "}"),
        )
    },
    **{
        f"{key} of meeting.yaml": _file(f"{M}/meeting.yaml", f"{before}{key}: ")
        for key, before in (
            ("reason", "state: cancelled\n"),
            ("location", ""),
            ("private_ground", "public: no\n"),
        )
    },
    "location of an agenda": _key(f"{M}/agenda.md", _DATE, "location: "),
    **{
        f"{key} of a paper: {before}…{after}": _key(_PAPER, _TITLE, f"{key}: {before}", f"{after}{_END}")
        for key, before, after in (
            ("to", "", ""),
            ("from", "", ""),
            ("item", "", ""),
            ("date", "", ""),
            ("contact_officers", "\n  - ", ""),
            ("source_documents", "\n  - ", ""),
            ("source_documents", "\n  - {title: ", ", url: https://example.org/}"),
        )
    },
    "title of a paper": _key(_PAPER, "", "title: "),
    "an attachment": _key(_PAPER, _TITLE, "attachments:\n  - ", ".pdf" + _END),
    **{
        f"{what} in minutes": _body(_MINUTES, _DATE, before, after)
        for what, before, after in (
            ("a text before the items", "", "\n"),
            ("a heading", "## 1. ", "\n\n1.1 b\n"),
            ("a heading's brackets", "## 1. A (", ")\n\n1.1 b\n"),
            ("a heading's note", "## 1. A (verbal, ", ")\n\n1.1 b\n"),
            ("a numbered paragraph", "## 1. A\n\n1.1 Of it: ", ".\n"),
            ("an action", "## 1. A\n\nAction: Jo Bloggs to see to ", ".\n"),
            ("an entry", "- ", "\n"),
            ("an entry with a number", "- 1.1 a\n- 1.2 ", "\n"),
            ("an inner list", "- a\n  - b\n    - ", "\n"),
            ("a table's heading", "| a | ", " |\n|---|---|\n| b | c |\n"),
            ("a table's cell", "| a | b |\n|---|---|\n| c | ", " |\n"),
            ("a quotation", "> ", "\n"),
            ("a footnote", "1.1 A.[^1]\n\n[^1]: ", "\n"),
            ("code", "```\n", "\n```\n"),
            ("words as code", "1.1 The `", "` one.\n"),
            ("emphasis", "1.1 The **", "** one.\n"),
            ("a link's words", "1.1 The [", "](https://example.org/) one.\n"),
            ("a picture's words", "1.1 ![", "](a.png)\n"),
        )
    },
    **{
        f"{key} of a report: {before}…{after}": _key(
            "section-55/a.md", front, f"{key}: {before}", f"{after}\n---\n"
        )
        for key, front, before, after in (
            ("report", "", "", ""),
            ("aliases", "report: A\n", "\n  - ", ""),
            ("inspectorate", "report: A\n", "", ""),
            ("progress", "report: A\n", "\n  - meeting: 2022-02-10\n    what: ", ""),
            ("progress", "report: A\n", "\n  - meeting: 2022-02-10\n    what: a\n    finding: ", ""),
        )
    },
    **{
        f"{what} of a report": _body("section-55/a.md", "report: A\n", before)
        for what, before in (
            ("a text", ""),
            ("the comments", "## Commissioner’s comments\n\nThe "),
            ("the chief constable's comments", "## Chief Constable’s comments\n\n- "),
            ("a finding", "## Recommendation 1\n\n> "),
            ("an answer", "## Recommendation 1\n\nCommissioner: The "),
        )
    },
    **{
        f"{key} of a notice": _key("decisions/a.md", front, f"{key}: ", "\n---\n")
        for key, front in (
            ("title", "reference: A\n"),
            ("decided_by", "reference: A\ntitle: A\n"),
            ("amount", "reference: A\ntitle: A\n"),
        )
    },
    "a notice": _body("decisions/a.md", "reference: A\ntitle: A\n", "## Reasons\n\nThe "),
    **{
        f"{key} of an action": _file("actions.yaml", f"{_ACTION}{before}{key}: ", after)
        for key, before, after in (
            ("    action", "", "\n"),
            ("    title", "    action: a\n", "\n"),
            ("    number", "    action: a\n", "\n"),
            ("    target", "    action: a\n", "\n"),
        )
    },
    "an owner": _file("actions.yaml", f"{_ACTION}    action: a\n    owners:\n      - "),
    "an update": _file(
        "actions.yaml", f"{_ACTION}    action: a\n    events:\n      - on: 2022-03-01\n        update: "
    ),
    "an event's day": _file("actions.yaml", f"{_ACTION}    action: a\n    events:\n      - on: "),
    "a series": _file("actions.yaml", "series:\n  - id: 2022\n    title: "),
    "a page": _file("pages/index.md", "# Home\n\nThe "),
    "a page's heading": _file("pages/index.md", "# "),
    "a heading on a page": _file("pages/index.md", "# Home\n\n## "),
    "a page's title": _file("pages/index.md", "---\ntitle: ", "\n---\n\nText.\n"),
    "a name": _file("people.yaml", "people:\n  - id: jo\n    name: "),
    "a post": _file("people.yaml", "people:\n  - id: jo\n    name: Jo\n    posts:\n      - post: "),
    "the board's address": _file("board.yaml", "name: B\narea: K\ncontact: {address: ", "}\n"),
    "a topic": _file("board.yaml", "name: B\narea: K\ntopics:\n  - id: boats\n    title: "),
    "a redirect's reason": _file("redirects.yaml", "actions/2019/1/: {gone: ", "}\n"),
}
"""By a name, what makes the files."""
