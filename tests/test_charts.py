"""Pictures of numbers: which numbers they show, where their bars stand, and how they are seen and heard."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bcbsite.archive.archive import Archive, join
from bcbsite.pages.charts import Chart, Row, Series, bars, columns
from bcbsite.pages.decision_charts import decisions_chart
from bcbsite.pages.decisions import DecisionsView, decision_pages
from bcbsite.pages.log_pictures import log_charts, standing, tally
from bcbsite.pages.section55 import InspectionsView, inspection_pages
from bcbsite.pages.strips import strip
from bcbsite.read.content import read_content
from conftest import build, served, write

AS_AT = date(2022, 11, 1)


def joined(folder: Path, files: Mapping[str, str], as_at: date = AS_AT) -> Archive:
    content, problems = read_content(write(folder, files))
    assert content, problems
    return join(content, as_at)


def log(*actions: str) -> dict[str, str]:
    """A log of *actions*: the day of each, then its events as `day=status`, and its target as `by=day`."""
    entries = []
    for n, action in enumerate(actions, 1):
        raised, *rest = action.split()
        events = [part.split("=") for part in rest if not part.startswith("by=")]
        target = next((part[3:] for part in rest if part.startswith("by=")), "N/A")
        told = ", ".join(f"{{on: {on}, update: a, status: {status}}}" for on, status in events)
        entries.append(
            f"- {{id: 2020/{n}, number: '{n}.0', raised: {raised}, action: a, target: {target}, events: [{told}]}}"
        )
    return {
        "actions.yaml": "series: [{id: '2020', title: Log, starts: 2020-01-01}]\nactions:\n"
        + "\n".join(entries)
    }


# The log, and for each period what was open at its end, and what had no stated status.
OVER_TIME: list[tuple[str, list[str], dict[str, tuple[int, int]]]] = [
    (
        "closed once, and then no more in the log",
        [
            "2022-01-10 2022-01-20=complete",
            "2022-01-10 2022-02-01=open 2022-07-01=withdrawn",
            "2022-04-10",
        ],
        {
            "Quarter 1 of 2022": (1, 0),
            "Quarter 2 of 2022": (1, 1),
            "Quarter 3 of 2022": (0, 1),
        },
    ),
    (
        "opened again",
        ["2022-01-10 2022-01-20=complete 2022-04-01=ongoing", "2022-01-10", "2022-07-10"],
        {"Quarter 1 of 2022": (0, 1), "Quarter 2 of 2022": (1, 1), "Quarter 3 of 2022": (1, 2)},
    ),
    (
        "years where they are many",
        ["2017-12-10", "2018-01-10", "2022-10-10 2022-10-20=open"],
        {
            "2017": (0, 1),
            "2018": (0, 2),
            "2019": (0, 2),
            "2020": (0, 2),
            "2021": (0, 2),
            "2022 so far": (1, 2),
        },
    ),
    (
        "nothing of what is still to come",
        ["2022-04-10 2022-12-20=complete", "2022-07-11", "2022-10-10 2022-10-20=open"],
        {
            "Quarter 2 of 2022": (0, 1),
            "Quarter 3 of 2022": (0, 2),
            "Quarter 4 of 2022 so far": (1, 2),
        },
    ),
]


@pytest.mark.parametrize(
    ("actions", "told"), [row[1:] for row in OVER_TIME], ids=[row[0] for row in OVER_TIME]
)
def test_the_log_over_time(tmp_path: Path, actions: list[str], told: dict[str, tuple[int, int]]) -> None:
    archive = joined(tmp_path, log(*actions))
    chart = next(log_charts(archive.actions, AS_AT))
    assert chart.id == "actions-over-time"
    assert {row.name: row.values for row in chart.rows} == told


def test_what_ended_on_an_unknown_day_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    archive = joined(
        tmp_path, log("2022-01-10 spring=complete", "2022-01-10", "2022-04-10 2022-04-20=open", "2022-07-10")
    )
    chart = next(log_charts(archive.actions, AS_AT))
    assert [row.total for row in chart.rows] == [1, 2, 3]
    assert chart.finding.endswith("Left out: 1 that ended on a day that is not on record.")


def test_ages_tell_what_is_overdue_and_what_is_not_known(tmp_path: Path) -> None:
    archive = joined(
        tmp_path,
        log(
            "2022-10-10 2022-10-20=open",
            "2022-08-10 2022-08-20=ongoing by=2022-12-01",
            "2021-03-10 2022-01-10=open by=2022-01-01",
            "2015-01-10 by=2015-02-01",
            "2014-01-10 2014-02-01=complete",
        ),
    )
    chart = list(log_charts(archive.actions, AS_AT))[1]
    assert [series.name for series in chart.series] == ["Open", "Open, target passed", "Status not stated"]
    assert {row.name: row.values for row in chart.rows if row.total} == {
        "Less than 90 days": (2, 0, 0),
        "1 to 2 years": (0, 1, 0),
        "5 years or more": (0, 0, 1),
    }
    assert chart.finding == (
        "By the last reports held here, the oldest open action, action 3.0 of 10 March 2021, "
        "was raised 19 months before 1 November 2022."
    )


@pytest.mark.parametrize(
    ("actions", "sentence"),
    [
        (
            [],
            "By the last reports held here, none of 0 actions is open and none closed, as at 1 November 2022.",
        ),
        (
            ["2022-01-10", "2022-01-10 2022-01-20=complete", "2022-01-10 2022-01-20=open"],
            "By the last reports held here, 1 of 3 actions is open and 1 closed; of 1 the record states no status, as at 1 November 2022.",
        ),
        (
            ["2022-01-10 2022-01-20=ongoing", "2022-01-10 2022-01-20=open"],
            "By the last reports held here, 2 of 2 actions are open and none closed, as at 1 November 2022.",
        ),
    ],
)
def test_how_the_log_stands(tmp_path: Path, actions: list[str], sentence: str) -> None:
    archive = joined(tmp_path, log(*actions) if actions else {})
    assert standing(tally(archive.actions), AS_AT) == sentence


@pytest.mark.parametrize("actions", [[], ["2022-01-10"], ["2022-01-10", "2022-01-11 2022-04-20=open"]])
def test_a_few_numbers_make_no_picture(tmp_path: Path, actions: list[str]) -> None:
    archive = joined(tmp_path, log(*actions) if actions else {})
    assert list(log_charts(archive.actions, AS_AT)) == []


def minutes(decided: Mapping[str, str]) -> dict[str, str]:
    """Minutes by their days, with what the board did in each."""
    return {
        f"meetings/{day}/minutes.md": f"---\ndate: {day}\n---\n\n"
        + "".join(
            f"## {n}. A\n\n{n}.1 The Board {verb} the plan.\n\n" for n, verb in enumerate(verbs.split(), 1)
        )
        for day, verbs in decided.items()
    }


def register_chart(archive: Archive) -> Chart | None:
    return decisions_chart(archive, [one for one in archive.register if not one.is_noting])


@pytest.mark.parametrize(("number", "has_chart"), [(19, False), (20, True)])
def test_few_records_have_no_picture(tmp_path: Path, number: int, has_chart: bool) -> None:
    first, second, third = "approved " * (number - 2), "approved", "approved"
    files = minutes({"2019-02-10": first, "2020-02-10": second, "2021-02-10": third})
    archive = joined(tmp_path, files)
    view = next(decision_pages(archive)).view
    assert isinstance(view, DecisionsView)
    assert bool(view.chart) is has_chart


def test_decisions_by_year_and_kind(tmp_path: Path) -> None:
    decided = {
        "2018-02-10": "approved",
        "2019-02-10": "approved approved agreed noted",
        "2021-02-10": "approved adopted accepted deferred deferred",
    }
    chart = register_chart(joined(tmp_path, minutes(decided)))
    assert chart
    assert [series.name for series in chart.series] == ["Approved", "Deferred", "Accepted", "Other kinds"]
    assert [(row.name, row.values) for row in chart.rows] == [
        ("2018", (1, 0, 0, 0)),
        ("2019", (2, 0, 0, 1)),
        ("2020", (0, 0, 0, 0)),
        ("2021", (1, 2, 1, 1)),
    ]
    assert [row.name for row in chart.rows if row.gap] == ["2020"], "no minutes of that year are held"
    assert [gap.x for gap in chart.gaps] == [50]
    assert chart.finding == (
        "9 decisions and outcomes from 2018 to 2021, most in 2021, with 5; the most frequent kind is “approved”, with 4."
    )


@pytest.mark.parametrize("decided", [{}, {"2019-02-10": "approved", "2020-02-10": "approved"}])
def test_a_few_decisions_make_no_picture(tmp_path: Path, decided: dict[str, str]) -> None:
    assert register_chart(joined(tmp_path, minutes(decided))) is None


def report(published: str, more: str = "scope: national") -> str:
    return f"---\nreport: R\npublished: {published}\n{more}\n---\n"


REPORTS = {
    "section-55/in-time.md": report("2022-01-10", "response: {published: 2022-02-10}"),
    "section-55/late.md": report("2022-01-10", "response: {published: 2022-03-16}"),
    "section-55/due.md": report("2022-10-03"),
    "section-55/over.md": report("2022-01-10", "response: {sent_to_inspectorate: yes}"),
    "section-55/silent.md": report("2022-01-11"),
    "section-55/some-day.md": report("2022-01-12", "response: {published: yes}"),
    "section-55/older.md": report("2016-01-12", "response: {published: 2016-02-12}"),
}


def test_the_days_of_each_report_whose_clock_is_known(tmp_path: Path) -> None:
    view = next(inspection_pages(joined(tmp_path, REPORTS))).view
    assert isinstance(view, InspectionsView)
    assert {v.report.slug: v.strip.mark.words for v in view.inspections if v.strip} == {
        "in-time": "response, day 32",
        "late": "response, day 66",
        "due": "today, day 30",
        "over": "today, day 296 ›",
    }
    assert view.finding == (
        "Of 6 reports with a last day to respond: 1 answered in time, 1 late by 10 days, 1 still within the time, "
        "1 past the last day with no publication on record, 2 not known."
    )


@pytest.mark.parametrize(
    ("day", "reached", "is_over"),
    [(1, 1.19, False), (56, 66.67, False), (57, 67.86, True), (84, 100, True), (2665, 100, True)],
)
def test_a_strip_ends_with_the_last_day(day: int, reached: float, is_over: bool) -> None:
    found = strip(day, "today")
    assert (found.reached, found.is_over) == (reached, is_over)
    assert found.end == 66.67


SERIES = (Series("A", 1), Series("B", 2))


def test_columns_stand_on_their_line_in_proportion() -> None:
    chart = columns(
        "a", "A", "A.", head="A", series=SERIES, rows=[Row("1", (1, 3)), Row("2", (0, 2)), Row("3", (0, 4))]
    )
    assert chart
    low, high, alone, _ = chart.bars
    assert low.y + low.height == alone.y + alone.height == chart.baseline
    assert high.y + high.height == low.y
    assert (high.height, alone.height) == (3 * low.height, 2 * low.height)
    assert [text.words for text in chart.texts] == ["4", "1", "2", "2", "4", "3"]


def test_bars_follow_one_another_in_proportion() -> None:
    chart = bars(
        "a", "A", "A.", head="A", series=SERIES, rows=[Row("1", (1, 3)), Row("2", (0, 2)), Row("3", (0, 4))]
    )
    assert chart
    left, right, alone, _ = chart.bars
    assert (left.x, right.x, alone.x) == (0, left.width, 0)
    assert (right.width, alone.width) == (3 * left.width, 2 * left.width)


@pytest.mark.parametrize("number", [3, 12, 30, 60])
@pytest.mark.parametrize("value", [7, 123])
def test_columns_and_their_words_find_room(number: int, value: int) -> None:
    rows = [Row(str(1990 + n), (value, n)) for n in range(number)]
    chart = columns("a", "A", "A.", head="Year", series=SERIES, rows=rows)
    assert chart
    assert all(bar.x >= 0 and bar.x + bar.width <= 100 for bar in chart.bars)
    assert rows[-1].name in {text.words for text in chart.texts}, "the newest year is named"
    for line in {text.y for text in chart.texts if text.words in {row.name for row in rows}}:
        places = sorted((text.x, len(text.words)) for text in chart.texts if text.y == line)
        for (x, length), (other, _) in pairwise(places):
            assert (other - x) * 3.5 >= length * 7, "they do not touch where the page is 350 pixels wide"


RICH = {
    **log(
        "2019-01-10 2020-01-20=complete",
        "2020-01-10 2020-01-20=open by=2020-02-01",
        "2021-01-10 2021-01-20=open",
        "2022-01-10",
        *["2026-10-10 2026-10-11=open"] * 16,
    ),
    **REPORTS,
    **minutes(
        {
            "2019-02-10": "approved agreed deferred adopted " * 4,
            "2020-02-10": "approved agreed",
            "2022-02-10": "agreed " * 2,
        }
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    return build(write(folder / "content", RICH), folder / "site")


PICTURES = {"actions/": 2, "decisions/": 1, "section-55/": 3, "section-55/late/": 1}
"""How many pictures there are on each page."""


@pytest.mark.parametrize("page", PICTURES)
def test_a_picture_has_words_and_a_table(site: Path, page: str) -> None:
    html = (site / page / "index.html").read_text("utf-8")
    pictures = re.findall(r'<svg class="bcb-picture.*?</svg>', html, re.DOTALL)
    assert len(pictures) == PICTURES[page]
    for picture in pictures:
        names = re.search(r'role="img" aria-labelledby="([^"]+)"', picture)
        assert names
        for name in names[1].split():
            assert f'id="{name}"' in html
        assert " style=" not in picture
    for number in re.findall(r'<text[^>]*y="[\d.]+"[^>]*>(\d+)</text>', html):
        assert f'<td class="bcb-right">{number}</td>' in html or f'<th scope="row">{number}' in html


@pytest.fixture
def at(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def seen(page: Page, at: str) -> Iterator[str]:
    for name in PICTURES:
        page.goto(at + name)
        yield name


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_words_in_pictures_can_be_read_at_any_width(browser: Browser, at: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for name in seen(page, at):
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        for text in page.locator(".bcb-picture text").all():
            assert float(text.evaluate("e => getComputedStyle(e).fontSize").removesuffix("px")) >= 12
            box = text.bounding_box()
            assert box
            assert box["x"] >= 0, (name, text.inner_html())
            assert box["x"] + box["width"] <= width, (name, text.inner_html())
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_series_differ_in_lightness_and_from_the_page(browser: Browser, at: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{at}decisions/")
    tokens = ("--bcb-paper", *(f"--bcb-series-{n}" for n in range(1, 5)))
    of_page = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
    paper, *series = (luminance(page.evaluate(of_page, name)) for name in tokens)
    for one in series:
        assert contrast(one, paper) >= 3
    for one, next_one in pairwise(sorted(series)):
        assert contrast(one, next_one) > 1.2
    context.close()


def luminance(colour: str) -> float:
    """WCAG's relative luminance of `#rrggbb`."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.browser
def test_pictures_are_heard_and_printed_with_their_tables(browser: Browser, at: str) -> None:
    page = browser.new_page()
    page.goto(f"{at}actions/")
    picture = page.get_by_role(
        "img",
        name=re.compile(
            "^Actions open at the end of each (?:year|quarter) By the last reports held here, 18 of 20 actions"
        ),
    )
    assert picture.count() == 1
    table = page.locator("table", has=page.locator("caption", has_text="Actions open at the end of each"))
    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.is_visible()
    page.close()
