"""Long lists: what they can be filtered by, the pages they are divided into, and the topics that papers have."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bcbsite.archive.addresses import is_part_of_list
from bcbsite.pages.lists import By, filter_of, page_in_words, pages_of
from bcbsite.pages.topics import TopicView, topic_pages, words_around
from conftest import build, load_all, served, write

Content = Callable[[Mapping[str, str]], Path]


@pytest.mark.parametrize(
    ("rows", "addresses", "sizes"),
    [
        (0, ["a/"], [0]),
        (2, ["a/"], [2]),
        (3, ["a/", "a/2/"], [2, 1]),
        (5, ["a/", "a/2/", "a/3/"], [2, 2, 1]),
    ],
)
def test_pages_of_a_long_part(rows: int, addresses: list[str], sizes: list[int]) -> None:
    found = list(pages_of(range(rows), "a/", at_most=2))
    assert [address for address, *_ in found] == addresses
    assert [len(of) for _, of, _ in found] == sizes
    assert [page_in_words(steps) for *_, steps in found] == ["", ", page 2", ", page 3"][: len(found)]


def test_what_rows_can_be_filtered_by() -> None:
    rows = [("Jo Bloggs", 2021), ("jo bloggs", 2022), ("", 2022)]
    by: list[By[tuple[str, int]]] = [
        By("owner", "Owner", lambda row: [row[0]] if row[0] else []),
        By("year", "Year", lambda row: [str(row[1])], newest_first=True),
    ]
    found = filter_of("actions", rows, lambda row: date(row[1], 1, 1), by)
    assert [(facet.name, [(c.value, c.label, c.count) for c in facet.choices]) for facet in found.facets] == [
        ("year", [("2022", "2022", 2), ("2021", "2021", 1)])
    ], "there is one owner, whom it would not narrow"
    assert found.row(rows[0]) == {"data-day": "2021-01-01", "data-year": "2021"}


@pytest.mark.parametrize(
    "address",
    [
        "decisions/by-year/2022/",
        "decisions/by-year/no-date/",
        "decisions/by-kind/approved/2/",
        "actions/by-status/open/3/",
        "topics/budget/2022/",
        "topics/budget/2022/2/",
        "topics/budget/actions/",
    ],
)
def test_parts_of_lists_come_and_go_with_their_rows(address: str) -> None:
    assert is_part_of_list(address)


@pytest.mark.parametrize("address", ["decisions/", "decisions/CPCC-1/", "topics/budget/", "actions/2022/1/"])
def test_records_and_whole_lists_stay(address: str) -> None:
    assert not is_part_of_list(address)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two boats.", "Two boats."),
        ("a b c d e f g h i boats k l m n", "… g h i boats k l m n"),
        ("boats b c d e f g h i j k l m n o", "boats b c d e f g h …"),
        ("a b c d e f g h i j boats l m n o p q r s", "… h i j boats l m n o …"),
    ],
)
def test_the_words_around_a_term(text: str, words: str) -> None:
    assert words_around(text, re.compile("boats"), length=20) == words


BOARD = "name: The Board\narea: Kent\ntopics: [{id: vans, title: Vans, terms: [van, vans]}]\n"
PAPER = "---\ntitle: Spending\nitem: 1\n---\n\n1.1 Nothing yet.\n\n1.2 Most of it is for vans.\n"
AGENDA = "---\ndate: 2022-02-10\n---\n\n## 1. Spending\n"


def test_a_topic_has_the_papers_that_mention_it(content: Content) -> None:
    files = {"board.yaml": BOARD, "meetings/2022-02-10/agenda.md": AGENDA}
    files |= {"meetings/2022-02-10/papers/spending.md": PAPER}
    archive = load_all(content(files)).public
    assert archive
    view = next(page.view for page in topic_pages(archive) if page.address == "topics/vans/")
    assert isinstance(view, TopicView)
    (entry,) = view.years[0].entries
    assert (entry.document, entry.address) == ("paper", "meetings/2022-02-10/papers/spending/")
    assert entry.first
    assert entry.first.address == "meetings/2022-02-10/papers/spending/#p1-2"
    assert entry.first.words == "Most of it is for vans."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a log of more actions than a page has, the last of them about boats."""
    first = date(2020, 1, 1)
    entries = "".join(
        f"  - {{id: a/{n}, raised: {first + timedelta(days=9 * n)}, action: Do thing {n}, owners: [Owner {n % 2}]}}\n"
        for n in range(230)
    )
    log = f"series: [{{id: a, title: Log, starts: 2020-01-01}}]\nactions:\n{entries}"
    folder = tmp_path_factory.mktemp("lists")
    log = log.replace("Do thing 229", "Sell boats")
    with served(build(write(folder / "content", {"actions.yaml": log}), folder / "site")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_a_list_is_filtered_and_its_address_says_by_what(page: Page) -> None:
    page.goto("actions/")
    page.get_by_label("Owner").select_option("owner-1")
    expect(page.get_by_role("status")).to_have_text("115 of 230 actions. Show all")
    assert page.url.endswith("/actions/?owner=owner-1")
    rows = page.locator(".bcb-filter-results tbody tr")
    expect(rows).to_have_count(100)
    page.get_by_role("link", name="Page 2").click()
    expect(rows).to_have_count(15)
    page.get_by_label("Words").fill("boats")
    expect(rows).to_have_count(1)
    assert page.url.endswith("/actions/?words=boats&owner=owner-1")
    assert page.get_by_label("Year raised").locator("option[value='2020']").inner_text() == "2020 (0)"
    rows.get_by_role("link", name="Sell boats").click()
    assert page.url.endswith("/actions/a/229/")
    page.go_back()
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="Show all").click()
    expect(rows).to_have_count(0)


@pytest.mark.browser
def test_an_address_shows_what_it_asks_for(page: Page) -> None:
    page.goto("actions/?year=2021&sort=oldest")
    expect(page.locator(".bcb-filter-results tbody tr").first).to_contain_text("Do thing 41")
    expect(page.locator(".bcb-list")).to_be_hidden()


@pytest.mark.browser
def test_without_javascript_years_lead_to_all_rows(browser: Browser, site: str) -> None:
    page = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto("actions/by-year/")
    expect(page.locator(".bcb-filter")).to_have_count(0)
    page.goto("actions/")
    expect(page.locator(".bcb-filter")).to_be_hidden()
    page.get_by_role("link", name="year", exact=True).click()
    page.get_by_role("link", name="Raised in 2021").click()
    expect(page.locator("tbody tr")).to_have_count(41)
