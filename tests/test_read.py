"""What single values mean: dates, times, people, texts with marks, slugs."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from bcbsite.archive.deadlines import last_day_to_respond
from bcbsite.archive.people import Names
from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Paragraph, plain_text
from bcbsite.model.people import Person
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.model.section55 import SectionKind
from bcbsite.read.dates import LONDON, parse_date, parse_instant, parse_time
from bcbsite.read.inline import read_inline
from bcbsite.read.labels import slugify
from bcbsite.read.markdown import read_blocks
from bcbsite.read.section55 import read_section_55
from bcbsite.source import Source

TENTH = date(2022, 2, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-02-10", TENTH),
        ("10/02/2022", TENTH),
        ("10.2.2022", TENTH),
        ("10 February 2022", TENTH),
        ("10th February 2022", TENTH),
        ("the 10th of february, 2022", TENTH),
        ("Thursday, 10 February 2022", TENTH),
        ("February 10, 2022", TENTH),
        (" 2022-02-10 ", TENTH),
        ("10 Feb 2022", TENTH),
        ("Thursday 10th Feb. 2022", TENTH),
        ("Feb 10 2022", TENTH),
        ("Sep 1, 2022", date(2022, 9, 1)),
        ("10-02-2022", TENTH),
        ("10–2–2022", TENTH),
        ("2022–02–10", TENTH),
        ("2022‑02‑10", TENTH),
        ("2022/02/10", TENTH),
        ("10/2/22", None),
        ("10-02/2022", None),
        ("10 Febr 2022", None),
        ("29/02/2024", date(2024, 2, 29)),
        ("2022-02-30", None),
        ("29/02/2023", None),
        ("02/13/2022", None),
        ("10 Febuary 2022", None),
        ("February 2022", None),
        ("10 February", None),
        ("18/09/2019 and on-going", None),
        ("six-monthly", None),
        ("0000-01-01", None),
        ("", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("15:00", time(15)),
        ("9.30", time(9, 30)),
        ("00:00", time()),
        ("24:00", None),
        ("12:60", None),
        ("900", None),
        ("3pm", None),
    ],
)
def test_times(text: str, clock: time | None) -> None:
    assert parse_time(text) == clock


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-02-10", "2022-02-10T00:00+00:00"),
        ("2022-07-01", "2022-06-30T23:00+00:00"),
        ("2022-07-01 09:30", "2022-07-01T08:30+00:00"),
        ("2022-07-01T09:30:00", "2022-07-01T08:30+00:00"),
        ("1 July 2022 09:30", "2022-07-01T08:30+00:00"),
        ("1 July 2022, 9.30", "2022-07-01T08:30+00:00"),
        ("1 July 2022 at 09:30", "2022-07-01T08:30+00:00"),
        ("2022-07-01 25:00", None),
        ("2022-07-01 9am", None),
        ("soon", None),
    ],
)
def test_an_embargo_is_in_the_time_of_the_uk(text: str, moment: str | None) -> None:
    assert parse_instant(text) == (datetime.fromisoformat(moment).astimezone(LONDON) if moment else None)


def test_the_words_of_a_response_are_known_in_any_case_and_with_any_apostrophe() -> None:
    headings = (
        "COMMISSIONERS COMMENTS",
        "Chief constable's comments",
        "Commissioner‘s Response to the Chief Constable",
    )
    finding = "## RECOMMENDATION 1\n\na\n\ncommissioner: b\n\n**CHIEF CONSTABLE:** c\n\naddressed to: d\n"
    body = "".join(f"## {heading}\n\nx\n\n" for heading in headings) + finding
    text = f"---\nreport: A\n---\n\n{body}"
    report, problems = read_section_55(Source(Path("a.md"), "a.md", text))
    assert report
    assert [section.kind for section in report.sections] == list(SectionKind)
    [found] = report.findings
    assert [plain_text(words) for words in (found.text, found.commissioner, found.chief_constable)] == [
        *"abc"
    ]
    assert (found.addressed_to, problems) == ("d", [])


@pytest.mark.parametrize(
    ("published", "last"),
    [
        ("2019-07-17", "Tue 10 Sep 2019"),
        ("2019-04-02", "Mon 27 May 2019"),
        ("2019-04-10", "Tue 4 Jun 2019"),
        ("2024-01-15", "Sun 10 Mar 2024"),
        ("2025-10-31", "Thu 25 Dec 2025"),
        ("2017-05-02", "Mon 26 Jun 2017"),
        ("2017-05-01", None),
        (None, None),
    ],
)
def test_the_56_days_of_section_55(published: str | None, last: str | None) -> None:
    day = last_day_to_respond(parse_date(published) if published else None)
    assert (f"{day:%a} {day.day} {day:%b %Y}" if day else None) == last


def inline(markdown: str) -> Prose:
    [block] = read_blocks(markdown)
    assert isinstance(block, Paragraph)
    return block.prose


@pytest.mark.parametrize(
    ("markdown", "text", "marks"),
    [
        ("plain", "plain", []),
        ("a **b** c", "a b c", [(2, 3, "strong", "")]),
        ("*a **b***", "a b", [(0, 3, "emphasis", ""), (2, 3, "strong", "")]),
        ("[a `b`](x)", "a b", [(0, 3, "link", "x"), (2, 3, "code", "")]),
        ("a\\\nb", "a\nb", [(1, 2, "break", "")]),
        ("a\nb", "a\nb", []),
        ("a \n  b", "a\nb", []),
        ("![alt *x*](y.png)", "alt *x*", [(0, 7, "image", "y.png")]),
        ("[](x)", "", []),
        ("end [](x)", "end ", []),
        ("<b>bold</b>", "<b>bold</b>", []),
        ("&pound;5 &amp; more", "£5 & more", []),
        ("a\\*b", "a*b", []),
        ("[x](javascript:alert)", "[x](javascript:alert)", []),
        ("a[^1]", "a[^1]", []),
        ("<https://example.org>", "https://example.org", [(0, 19, "link", "https://example.org")]),
    ],
)
def test_prose(markdown: str, text: str, marks: list[tuple[int, int, str, str]]) -> None:
    assert inline(markdown) == Prose(text, tuple(Mark(a, b, MarkKind(kind), to) for a, b, kind, to in marks))


@pytest.mark.parametrize(
    "text", ["plain", "two\nlines", "an & and a <", "some *marks* here", "trailing \nspace"]
)
def test_plain_paragraphs_take_a_short_way_to_the_same_result(text: str) -> None:
    """The parser's own rule for text finds in these what ours finds."""
    from markdown_it import MarkdownIt

    theirs = MarkdownIt("commonmark", {"html": False}).parse(text)[1].children or []
    [paragraph] = read_blocks(text)
    assert paragraph.prose == read_inline(theirs)


@pytest.mark.parametrize(
    ("cut", "text", "marks"),
    [(0, "1.1 ab", [(0, 6)]), (4, "ab", [(0, 2)]), (5, "b", [(0, 1)]), (6, "", [])],
)
def test_cutting_keeps_the_marks_on_what_is_left(cut: int, text: str, marks: list[tuple[int, int]]) -> None:
    prose = Prose("1.1 ab", (Mark(0, 6, MarkKind.STRONG),)).cut(cut)
    assert (prose.text, [(m.start, m.end) for m in prose.marks]) == (text, marks)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Welcome and Apologies", "welcome-and-apologies"),
        ("Chief Constable’s Update (MTFP)", "chief-constables-update-mtfp"),
        ("Café – £5 & more", "cafe-5-more"),
        ("—", ""),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


NAMES = Names(
    [
        Person("martin-brunning", "Martin Brunning", ("M Brunning",), (), Span("x")),
        Person("nick-o-dean", "Nick O’Dean", (), (), Span("x")),
    ]
)


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        ("Martin Brunning", "martin-brunning"),
        ("Martin BRUNNING", "martin-brunning"),
        ("M Brunning", "martin-brunning"),
        ("T/DCS Martin Brunning", "martin-brunning"),
        ("Chief Constable Nick O'Dean", "nick-o-dean"),
        ("Martina Brunning", None),
        ("Brunning", None),
        ("Martin Brunning Smith", None),
        ("", None),
    ],
)
def test_ranks_and_capitals_make_no_other_person(printed: str, person: str | None) -> None:
    assert NAMES.find(printed) == person
