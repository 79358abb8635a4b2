"""One text without end, in every place where a text can stand: for patterns that try again from each character."""

from __future__ import annotations

import json

from hostile.shape import AGENDA, LOG, MINUTES, NOTICE, PAGE, PAPER, REPORT, Shape, content, record, repeated

_TEXTS = (
    "a.", "a@", "a@a.", "a-", "a_", "a+", "0", "0 ", "+44 ", "01 ", "(0) ", "AB1 ", "A1 1AA", "£1,", "£", "£1,000,",
    "1.", "1.1.", "1.1 ", "1/", "[^", "[^a", "[", "]", "[]", "[](", "[a](", "[a](b) ", "![", "![a](", "![a", "<", "<a", "<!--", "&", "&a",
    "*", "**", "*a", "*a ", "_a ", "*a_", "**a *b ", "`", "`a", "``a`", "\\", "~", "|", "| ", "#", "# ", "(", ")", "()", "(a", "a) (", " (",
    " ", "\t", "\u00a0", "\u200b", "\u00ad", "\n", " \n", "  \n", "\\\n", "a\n", "A\n", "A ", "Aa ", "Aa", "aA", "A.A.", "“", "“a", "“A ", "‘A’ ", "'", "\"", "a' ",
    "…", "-", "- ", "–", ":", ": ", "Action:", "Action: ", "Action 1 ", "Action 1.0 ", "Actions 1.0, ", "Actions 1.0, 2.0, ", "Action (a) ", "Action point no. 1 ",
    "Agenda item 1 ", "agenda items 1, ", "agenda items 1, 2, 3 ", "Agenda Item 1.1.1.1", "at the meeting ", "the meeting ", "the meeting was ", "these last meeting held ",
    "minutes of the ", "minutes of the meeting held on ", "meeting held on 1 May 2021, ", "the meeting held on 1 May 2021, 2 May 2021 and ", "1 May 2021 ", "1 May 2021, ", "1 May ", "May 1 ", "Monday 1st of May ", "1/1/2021 ", "2021-01-01 ",
    "on 1 May 2021 ", "on 1 May 2021 brought to this ", "on 1 May 2021 brought ", "On 1 May 2021, the Board ", "to this Board ", "Board ", "Board (a ", "Board (a) ", "Board held ", "Board on 1 May 2021 ", "Board was was ", "Board 's meeting minutes ", "the Board ", "The Board ", "The Board noted ", "The Board noted the and approved ", "The Board was satisfied ", "The Board (", "Business Board ",
    "The a was noted ", "the was ", "Subject to ", "Following a, the ", "to approve ", "be approved ", "not be ", "that the board ", "Panel of ", "Group Board ", "sent to the ", "sent to ", "circulated ", "vacancy ", "reach ", "A name (the “Board”) ", "Aaaa (“Board”) ", "A Force (AF) ", "A Force Of ", "A and ", "Making Every Adult (",
    "Report ", "report entitled ", "report: ", "Report (", "report (a) ", "Report A plan ", "Report A plan and ", "“A plan” ", "“A plan ", "‘A night report ", "Jo Bloggs ", "Mr ", "Chief Constable ", "D-1 ", "D-", "D-1-", "Section 55(", "Section 55(1)(1)", "s.55 of the Police Act 1996 ", "Police Act ",
    "deferred to the next meeting. ", "minutes. ", "approved. ", "a. ", "a.” ", "a! A", ". ", ".A", "? ", "(i) ", "(ii)", "i) ", "SECRET ", "OFFICIAL ", "OFFICIAL - ", "OFFICIAL-", "NOT FOR PUBLICATION", "TOP ", "official\u2011", "paragraph\n2.3 ", "1.2 A\n", "1.1 a\n1.2 B\n", "Resolved: a\n", "Action point: A\n", "|a\n", "[1]: a\n", "[a]: https://a\n", "##a\n", "#1. a\n", "#", "https://a/", "https://a/ ", "www.a.", "mailto:a@", "meeting:2022-02-10#1 ", "[a](meeting:2022-02-10#1.1) ", "[a](paper:2022-02-10/01-plan) ", "[a](nothing:a) ", "[a](<", "[a](b \"", "é", "e\u0301", "\u0301", "ﬁ", "Ａ", "\u202e", "ß", "İ", "😀", "\ud7ff", "a\u200d",
)  # fmt: skip


def _shape(text: str) -> Shape:
    return Shape(f"run of {json.dumps(text, ensure_ascii=False)}", lambda size: _files(text, size))


def _files(text: str, size: int) -> dict[str, str]:
    """*text* in paragraphs, titles, cells, lists, code and values; half the size, as all is read in many places."""
    long = repeated(size * 2 // 5, lambda _: text)
    short = " ".join(long.split()) or "a"
    value = json.dumps(f"a {long}", ensure_ascii=False)
    code = "\n".join(f"    {line}" for line in long.split("\n"))
    body = f"## 1. Item\n\n1.1 a{long}\n\n{long}\n\n## {short}\n\n## a {short} (a\n\n- a{long}\n\n> a {long}\n\n{code}\n"
    table = f"\n| a | b |\n|---|---|\n| {short} | a{short} |\n"
    return content(
        record(MINUTES, body + table, f"location: {value}\nsigned_by: {value}\nmembers: [{value}]\nerrata: [{{date: 2022-03-01, at: {value}, what: {value}}}]\ndecisions: [{{at: {value}, kind: {value}}}]\nwaive: [{{rule: run-on, at: {value}, why: {value}}}]\n"),
        record(AGENDA, body, f"location: {value}\nclassification: {value}\n"),
        record(PAPER, body, f"from: {value}\ndate: {value}\ncontact_officers: [{value}]\nsource_documents: [{value}]\n"),
        record(REPORT, f"## {short}\n\n{long}\n\n## Recommendation 1\n\n{long}\n\nStatus: {long}\n", f"aliases: [{value}]\n"),
        record(NOTICE, long, f"decided_by: {value}\namount: {value}\n"),
        record(PAGE, f"# {short}\n\n{long}\n\n{code}\n"),
        {LOG: f"actions:\n  - {{id: 2022/1, raised: '2022-02-10#1.1', title: {value}, action: {value}, owners: [{value}], target: {value}, events: [{{on: {value}, update: {value}}}]}}\n"},
        {"people.yaml": f"people:\n  - {{id: jo, name: Jo Bloggs, aliases: [{value}], posts: [{{post: {value}, organisation: {value}}}]}}\n"},
        {"redirects.yaml": f"{value[:900] if len(value) > 900 else value}: {{gone: {value}}}\n", "permalinks.txt": short + "\n"},
        board=f"topics: [{{id: t, title: {value}, terms: [{value}]}}]\nsynonyms: {{a: [{value}]}}\nlicence: {{name: {value}}}\n",
    )  # fmt: skip


RUNS = tuple(_shape(text) for text in _TEXTS)
"""Shapes of runs."""
