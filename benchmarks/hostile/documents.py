"""Documents of a meeting, reports, notices and pages in which one thing comes again and again."""

from __future__ import annotations

from hostile.shape import (
    AGENDA,
    MEETING,
    MINUTES,
    NOTICE,
    PAGE,
    PAPER,
    REPORT,
    Shape,
    content,
    in_body,
    in_file,
    in_front,
    record,
    repeated,
)

_ITEM = "## 1. Item\n\n"
_EACH = {
    "minutes": MINUTES,
    "agenda": AGENDA,
    "paper": PAPER,
    "report": REPORT,
    "notice": NOTICE,
    "page": PAGE,
}
_LINES = {
    "equal headings": lambda n: "## Item\n\n",
    "headings of all levels": lambda n: f"{'#' * (n % 6 + 1)} Item {n % 7}\n\n",
    "numbered headings": lambda n: f"## {n % 99 + 1}. Item\n\n",
    "equal numbers": lambda n: "1.1 word\n\n",
    "numbers in a row": lambda n: f"{n // 900 + 1}.{n % 900 + 1} word\n\n",
    "numbers with gaps": lambda n: f"{n // 400 + 1}.{2 * (n % 400) + 1} word\n\n",
    "numbers under headings": lambda n: f"## {n // 9 % 99 + 1}. Item\n\n" if n % 9 == 0 else f"{n // 9 % 99 + 1}.{n % 9} word\n\n",
    "long numbers": lambda n: f"{'.'.join(['1'] * (n % 40 + 2))} word\n\n",
    "paragraphs without a number": lambda n: "word\n\n",
    "one paragraph of many lines": lambda n: "word\n" if n % 900 else "\nword\n",
    "lines that run on": lambda n: f"1.{n % 999 + 1} The board heard it\n" if n % 400 else "\n1.1 word\n",
    "labels that run on": lambda n: "Action: word\n" if n % 400 else "\nword\n",
    "unread labels": lambda n: "Actions: word\n\n- Action - word\n\n",
    "unread labels in lines": lambda n: "Action point: word\n" if n % 400 else "\nword\n",
    "actions": lambda n: "Action: word\n\n",
    "numbered actions": lambda n: f"Action {n}.0: word\n\n",
    "resolutions": lambda n: "Resolved: that\n\n(i) to note it\n\n(ii) to agree it\n\n",
    "one resolution, many entries": lambda n: f"({n % 99}) to note it\n\n" if n else "Resolved: that\n\n",
    "outcomes": lambda n: "The Board noted the report and approved the plan. The Board agreed this.\n\n",
    "outcomes in one paragraph": lambda n: "The Board noted the report. " if n % 900 else "\n\n1.1 Words. ",
    "lists": lambda n: "- word\n",
    "loose lists": lambda n: "- word\n\n",
    "numbered lists": lambda n: f"{n + 1}. word\n",
    "lists with numbers": lambda n: f"- 1.{n % 999 + 1} word\n  - word\n",
    "nested lists": lambda n: f"{'  ' * (n % 14)}- word\n",
    "deeply nested lists": lambda n: f"{'  ' * (n % 60)}- word\n",
    "ever deeper lists": lambda n: f"{' ' * n}- w\n",
    "hyphens in a row": lambda n: "- " * 500 + "\n" if n % 2 else "\n",
    "quotations": lambda n: "> word\n\n",
    "nested quotations": lambda n: f"{'>' * (n % 14 + 1)} word\n",
    "deeply nested quotations": lambda n: f"{'>' * (n % 200 + 1)} word\n",
    "quotations in lists": lambda n: "> - " * 7 + "word\n",
    "tables": lambda n: "| a | b |\n|---|---|\n| c | d |\n\n",
    "one table, many rows": lambda n: "| c | d |\n" if n else "| a | b |\n|---|---|\n",
    "one table, wide rows": lambda n: f"|{' c |' * 200}\n" if n else f"|{' a |' * 200}\n|{'---|' * 200}\n",
    "one table, short rows": lambda n: "| c\n" if n else f"|{' a |' * 200}\n|{'---|' * 200}\n",
    "rows with cells too many": lambda n: "| c | d | e | f |\n" if n else "| a | b |\n|---|---|\n",
    "strokes without a table": lambda n: "| a | b\n" if n % 400 else "\n| a | b |\n",
    "footnotes": lambda n: f"word[^{n}]\n\n[^{n}]: note\n\n",
    "equal footnotes": lambda n: "word[^1]\n\n[^1]: note\n\n",
    "footnotes without a mark": lambda n: f"[^{n}]: note\n\n",
    "marks without a footnote": lambda n: f"word[^{n}] and [^x{n}]\n\n",
    "notes as typed": lambda n: "[1]: note\n\n[Chair]: https://example.org/\n\n",
    "code": lambda n: "```\nword\n```\n\n",
    "indented code": lambda n: "    word\n\nword\n\n",
    "fences that are not closed": lambda n: f"{'`' * (n % 90 + 3)}\n",
    "headings as typed": lambda n: "##Item\n\n#1. Item\n\n**1. Item**\n\n",
    "rules": lambda n: "word\n\n---\n\n",
    "underlined headings": lambda n: "Item\n---\n\n",
    "placeholders": lambda n: "…\n\n",
    "postcodes": lambda n: "He lives at AB1 2CD, 01632 960001, jo@example.org.\n\n",
    "amounts": lambda n: "It costs £1,23 and £1000,000k.\n\n",
    "markings": lambda n: "OFFICIAL-SENSITIVE\n\n## Item (OFFICIAL-SENSITIVE)\n\n",
    "notes in brackets": lambda n: "## Item (Verbal) (sensitive words\n\n",
    "pictures and comments": lambda n: "![word](a.png) <!-- word -->\n\n",
    "links": lambda n: "[word](https://example.org/) and [word](https://example.org/)\n\n",
    "links in one paragraph": lambda n: f"[word](https://example.org/{n}) " if n % 900 else "\n\n1.1 ",
    "equal links in one paragraph": lambda n: "[word](https://example.org/) " if n % 900 else "\n\n1.1 ",
    "broken links": lambda n: f"[word](paper:2022-02-10/{n:05}-plan-for-night-duties)\n\n",
    "broken kinds": lambda n: f"[word](agenda:{n}) [word](elsewhere/{n}.md)\n\n",
    "links to places": lambda n: f"{n % 900 + 1}.1 [word](meeting:2022-02-10#{n % 900 + 1}.1)\n\n",
    "links to no place": lambda n: f"{n // 900 + 1}.{n % 900 + 1} [word](meeting:2022-02-10#77.{n})\n\n",
    "mentions of items": lambda n: f"## {n % 99 + 1}. Item\n\nSee agenda item {n % 99 + 1} and agenda item {n % 99 + 1}.5.\n\n",
    "mentions of actions": lambda n: f"See Action {n}.0 and Actions {n}.0, {n + 1}.0 and {n + 2}.0.\n\n",
    "mentions of meetings": lambda n: f"The minutes of the Board meeting held on {n % 28 + 1} May 2021 were agreed.\n\n",
    "mentions in one paragraph": lambda n: f"The Board met on {n % 28 + 1} May 2021, {n % 28 + 1} June 2021 and 3 May. " if n % 400 else "\n\n1.1 ",
    "approvals": lambda n: f"## Minutes of the Board meeting of {n % 28 + 1} May 2021\n\nThe Board approved the minutes of {n % 28 + 1} May 2021. They were deferred.\n\n",
    "approvals in one item": lambda n: f"The Board approved the minutes of the Board meeting of {n % 28 + 1} May 2021.\n\n" if n else "## Minutes\n\n",
    "titles": lambda n: "The report “A plan” and “A plan and a night report” and ‘A night report’.\n\n",
    "findings": lambda n: "## Recommendation\n\nWords.\n\nCommissioner: words\n\n",
    "numbered findings": lambda n: f"## Recommendation {n}\n\nWords.\n\nDeadline: May\n\n",
    "one finding, much in it": lambda n: "Commissioner: words\n\nStatus: words\n\nwords\n\n" if n else "## Recommendation 1\n\n",
    "sections": lambda n: f"## Part {n % 9}\n\nwords\n\n",
    "doubtful headings": lambda n: "## Comissioner’s coments\n\n## Recomendation 3\n\nComissioner: words\n\n",
    "one word": lambda n: "word ",
    "carriage returns": lambda n: "word\r",
    "form feeds": lambda n: "word\f\v\u2028",
    "empty lines": lambda n: "\n",
    "spaces": lambda n: " " * 999 + "\n",
    "separate words": lambda n: f"word{n} " if n % 900 else "\n\n",
    "three dashes": lambda n: "---\n",
}  # fmt: skip

_PLACES = "meetings/2022-02-10/papers/{:05}-plan.md"


def _everywhere(name: str, path: str) -> Shape:
    line = _LINES[name]
    return (
        Shape(
            name,
            lambda size: content(*(record(each, _ITEM + repeated(size, line)) for each in _EACH.values())),
        )
        if not path
        else in_body(f"{name} ({path})", line, _EACH[path])
    )


def _papers(name: str, front: str, body: str = "Words.\n") -> Shape:
    """Many papers of one meeting, each small, with an agenda that has many items."""
    each = len(front) + len(body) + 20

    def files(size: int) -> dict[str, str]:
        count = max(1, size // each // 2)
        agenda = "".join(f"## {n % 99 + 1}. Item\n\n" for n in range(count))
        papers = {_PLACES.format(n): f"---\n{front.replace('%n', str(n))}---\n\n{body}" for n in range(count)}
        return content(record(AGENDA, agenda), papers)

    return Shape(name, files)


def _meetings(name: str, body: str) -> Shape:
    """Many meetings, a day each."""

    def files(size: int) -> dict[str, str]:
        found = {}
        for n in range(max(1, size // (len(body) + 150))):
            day = f"{2000 + n // 300}-{n // 25 % 12 + 1:02}-{n % 25 + 1:02}"
            found[f"meetings/{day}/minutes.md"] = (
                f"---\ndate: {day}\nmembers: [Jo Bloggs, Ray Novak]\n---\n\n{body.replace('%n', str(n))}"
            )
        return content(found)

    return Shape(name, files)


_FRONTS = (
    in_front("waivers", "waive", lambda n: f'  - {{rule: run-on, at: "1.{n}", why: so}}\n'),
    Shape(
        "waivers, and as many numbers",
        lambda size: content(
            record(
                MINUTES,
                repeated(size, lambda n: "1.1 word\n1.2 word\n\nAction point: word\n\n"),
                "waive:\n"
                + repeated(
                    size,
                    lambda n: f'  - {{rule: {("repeated-label", "run-on", "unread-label", "classification", "skipped-label")[n % 5]}, at: "7.{n}", why: so}}\n',
                ),
            )
        ),
    ),
    Shape(
        "errata, and as many numbers",
        lambda size: content(
            record(
                MINUTES,
                repeated(size, lambda n: f"{n // 900 + 1}.{n % 900 + 1} word\n\n"),
                "errata:\n" + repeated(size, lambda n: f'  - {{date: 2022-03-01, at: "{n // 900 + 1}.{n % 900 + 1}", what: words}}\n'),
            )
        ),
    ),
    Shape(
        "decisions in front matter, and as many numbers",
        lambda size: content(
            record(
                MINUTES,
                repeated(size, lambda n: f"{n // 900 + 1}.{n % 900 + 1} word\n\n"),
                "decisions:\n" + repeated(size, lambda n: f'  - {{at: "{n // 900 + 1}.{n % 900 + 1}", kind: approved}}\n'),
            )
        ),
    ),
    Shape(
        "decisions at one place",
        lambda size: content(
            record(MINUTES, "1.1 word\n", "decisions:\n" + repeated(size, lambda n: '  - {at: "1.1", kind: approved}\n'))
        ),
    ),
    in_front("members", "members", lambda n: f"  - Jo Bloggs{n}, Chair\n"),
    in_front("one member again and again", "members", lambda n: "  - Jo Bloggs, Chair\n"),
    in_front("a long name", "members", lambda n: f"  - {'Jo ' * 4000}Bloggs\n"),
    in_front("members with odd keys", "members", lambda n: "  - {name: Jo, rol: Chair, notes: word}\n"),
    in_front("members with colons", "members", lambda n: "  - Jo Bloggs: Chair\n"),
    in_front("comments in values", "members", lambda n: "  - Jo Bloggs # Chair\n"),
    in_front("attachments", "attachments", lambda n: f"  - {n}.pdf\n", PAPER),
    in_front("source documents", "source_documents", lambda n: "  - https://example.org/\n", PAPER),
    in_front("contact officers", "contact_officers", lambda n: "  - Jo Bloggs, Chair\n", PAPER),
    in_front("aliases of a report", "aliases", lambda n: f"  - A night report of {n}\n", REPORT),
    in_front("places that considered it", "considered_at", lambda n: "  - 2022-02-10#1.1\n", REPORT),
    in_front(
        "progress",
        "progress",
        lambda n: f"  - {{meeting: 2022-02-10, finding: Recommendation {n}, what: words}}\n",
        REPORT,
        "## Recommendation 1\n\nWords.",
    ),
)  # fmt: skip

_MANY = (
    _papers("withheld papers of one title", "title: A plan\npublish: withheld\nreason: so\n"),
    _papers("papers of one title", 'title: A plan for the night\nitem: "%n"\n', "The paper “A plan for the night”.\n"),
    _papers("papers of one item", 'title: A plan for the night %n\nitem: "1"\n'),
    _papers("papers with secrets", "title: A plan\nstatus: draft\n", "Zebras %n quickly jumping vortexes.\n" * 5),
    _meetings("meetings", "## 1. Item\n\n1.1 Jo Bloggs. The Board noted it. See agenda item 1, 3 May 2021.\n"),
    _meetings("meetings that name another", "## 1. Minutes of the Board meeting of 1 January 2000\n\nThe Board approved the minutes. Agenda item 1 of the Board on 1 January 2000.\n"),
    Shape(
        "reports of one title",
        lambda size: content(
            {
                f"section-55/2021-06-01-night-{n}.md": "---\nreport: A night report\n---\n\nThe report A night report.\n"
                for n in range(size // 100)
            }
        ),
    ),
    Shape(
        "reports covered by none",
        lambda size: content(
            {
                f"section-55/night-{n}.md": f"---\nreport: A night report\ncovered_by: nights-{n}\n---\n"
                for n in range(size // 100)
            }
        ),
    ),
    Shape(
        "notices of one paragraph",
        lambda size: content(
            record(MINUTES, "## 1. Item\n\n1.1 word D-1\n\nResolved: to agree D-1\n"),
            {
                f"decisions/D-{n}.md": f"---\nreference: D-{n}\ntitle: A decision\nmeeting: 2022-02-10#1.1\n---\n\nWords D-1.\n"
                for n in range(size // 100)
            },
        ),
    ),
    Shape(
        "notices of no paragraph",
        lambda size: content(
            {f"decisions/D-{n}.md": f"---\nreference: D-{n}\ntitle: A decision\n---\n\nD-1\n" for n in range(size // 100)},
        ),
    ),
    Shape("stray files", lambda size: content({f"minuts/{n}.doc": "word" for n in range(size // 50)})),
    Shape("pages", lambda size: content({f"pages/a/p{n}.md": "# Title\n\n[word](p1.md#x) [word](q.md)\n" for n in range(size // 100)})),
)  # fmt: skip

_WRONG = (
    in_file("minutes without a fence", MINUTES, "", lambda n: "word\n"),
    in_file("minutes with one fence", MINUTES, "---\n", lambda n: "a: b\n"),
    in_file("a page with one fence", PAGE, "---\n", lambda n: "a: b\n"),
)

DOCUMENTS = (
    *(_everywhere(name, "") for name in _LINES),
    *_FRONTS,
    *_MANY,
    *_WRONG,
)
"""Shapes of documents."""
_ = MEETING
