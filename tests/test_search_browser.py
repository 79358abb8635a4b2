"""Search as a person meets it, in Chromium, on a real server."""

import gzip
import json
import math
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bcbsite.search.words import STOP, Words, bare, spoken, tokens
from conftest import REPOSITORY, served

pytestmark = pytest.mark.browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as made:
        yield made


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def asked(browser: Browser) -> Iterator[Page]:
    """One page for all questions that begin with an address of their own."""
    with browser.new_context() as made:
        yield made.new_page()


def results(page: Page) -> list[str]:
    expect(page.locator(".bcb-told")).not_to_have_text(re.compile("Searching|^$"))
    page.wait_for_load_state("networkidle")
    links: list[str] = page.eval_on_selector_all(".bcb-results a", "links => links.map(a => a.href)")
    return links


def test_words_are_the_same_in_python_and_in_the_browser(
    page: Page, address: str, demonstration: Path
) -> None:
    """On all words of the demonstration, and some that are none of its own."""
    page.goto(f"{address}search/")
    html = " ".join(path.read_text("utf-8") for path in sorted(demonstration.rglob("*.html")))
    odd = "Straße o`brien Café under-spend £1,234.50k 5% o'brien constable's ﬁre İstanbul x-y-z sky skies dying yes 's --"
    odd += " neigh\u00adbour\u200bhood e\u0301t\u2060e\u0301 10\ufeff% officers commissioners communications executives news judgements"
    related = (REPOSITORY / "src/bcbsite/search/related.tsv").read_text("utf-8")
    names = [
        "Who is the Det. Supt.?",
        "The Force ",
        "the who",
        "41.0",
        "2022-02-10",
        "Making  Every Adult Matter",
        "A.B.",
    ]
    texts = [odd, re.sub(r"<[^>]+>", " ", html), related]
    theirs = page.evaluate(
        """async ([texts, base, names]) => {
            const { tokens, terms, STOP, bare } = await import(`${base}assets/javascripts/search/words.js`);
            const all = [...new Set(texts.flatMap(tokens))].sort();
            return [all, all.map(terms), [...STOP].sort(), names.map(bare)];
        }""",
        [texts, address, names],
    )
    ours, words = sorted({token for text in texts for token in tokens(text)}), Words()
    assert theirs[0] == ours
    assert dict(zip(ours, theirs[1], strict=True)) == {token: list(words[token]) for token in ours}
    assert theirs[2] == sorted(STOP)
    assert theirs[3] == [bare(name) for name in names]
    assert len(ours) > 5000


def asked_of(page: Page, address: str, module: str, script: str, argument: object = None) -> object:
    """What a script makes of a module of the search, which is `it`, and of an argument, `of`."""
    page.goto(f"{address}search/")
    start = "async ([address, module, of]) => { const it = await import(`${address}assets/javascripts/search/${module}.js`);"
    script = f"{start} {script} }}"
    return page.evaluate(script, [address, module, argument])


def test_passages_are_ranked_as_documented(page: Page, address: str) -> None:
    """By hand: a word that two passages of ten have, with its synonym, and one that a passage has."""
    ranked = asked_of(
        page,
        address,
        "ranking",
        """
        const reading = (weight, cover, of, frequency) => ({ weight, cover, postings: { frequency, of: new Map(of) } });
        const one = { readings: [reading(1, 1, [[7, 31], [8, 31]], 2), reading(0.5, 0.7, [[7, 31], [9, 31]], 2)] };
        const other = { readings: [reading(1, 1, [[8, 31]], 1)] };
        return it.rank([one, other], [reading(0.8, 0, [[7, 31], [3, 31]], 1)], 10);
        """,
    )
    two, single = math.log(1 + 8.5 / 2.5), math.log(1 + 9.5 / 1.5)
    assert ranked == {
        "list": [
            [8, pytest.approx((two + single) * (1 + 1.5)), 2],
            [7, pytest.approx((two * (1 + 0.3 * 0.5) + 0.8 * single) * (1 + 1.5 * 0.25)), 1],
            [9, pytest.approx(0.5 * two * (1 + 1.5 * 0.35**2)), 0],
        ],
        "whole": 1,
    }


def test_forms_of_a_word_count_by_how_like_they_are(page: Page, address: str) -> None:
    words = [
        ("house", "house", 1),
        ("organisation", "organization", 1),
        ("house", "houses", 0.95),
        ("burglary", "burglaries", 0.95),
        ("house", "housing", 0.85),
        ("stop", "stopped", 0.85),
        ("government", "governance", 0.6),
        ("international", "internal", 0.6),
    ]
    found = asked_of(
        page,
        address,
        "forms",
        "return of.map(([one, other]) => it.likeness(one, other));",
        [w[:2] for w in words],
    )
    assert found == [each[2] for each in words]


def test_what_never_stands_together_is_no_form_of_one_word(page: Page, address: str) -> None:
    """Of 100 passages 20 have one form and 20 another: as forms of one word, or as words that stand apart."""
    found = asked_of(
        page,
        address,
        "forms",
        """
        const masks = (of) => new Map(of);
        const at = [...Array(40).keys()];
        const postings = (masks) => ({ frequency: 40, word: "", forms: ["government", "governance"], masks, of: new Map(at.map((n) => [n, 9])) });
        const apart = postings(new Map(at.map((n) => [n, n < 20 ? 1 : 2])));
        const joined = postings(new Map(at.map((n) => [n, n < 15 ? 3 : n < 20 ? 1 : 2])));
        return [apart, joined].map((each) => it.byForm(each, "government", 100).map(({ weight, cover, postings }) => [weight, cover, postings.of.size]));
        """,
    )
    assert found == [[[1, 1, 20], [0.4, 0, 20]], [[1, 1, 20], [0.6, 1, 20]]]


def test_typing_finds_the_paragraph_and_the_address_can_be_sent(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.locator("#bcb-query").press_sequentially("prompt payment")
    expect(page.locator(".bcb-results li").first).to_contain_text("29 September 2020")
    first = results(page)[0]
    assert first == f"{address}meetings/2020-09-29/minutes/#p5-3"
    assert page.url == f"{address}search/?q=prompt+payment"
    assert page.locator(".bcb-results mark").first.inner_text().lower() == "prompt"
    page.goto(page.url)
    assert results(page)[0] == first
    page.locator(".bcb-results a").first.click()
    expect(page.locator("#p5-3")).to_be_in_viewport()
    page.go_back()
    assert results(page)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("41.0", "actions/2019/41/"),
        ("action 41", "actions/2019/41/"),
        ("Action no. 41.0, 26 May 2020", "actions/2019/41/"),
        ("12 October 2021", "meetings/2021-10-12/"),
        ("12/10/2021", "meetings/2021-10-12/"),
        ("12 Oct 2021", "meetings/2021-10-12/"),
        ("October 2021", "meetings/2021-10-12/"),
        ("minutes of Oct 2021", "meetings/2021-10-12/"),
        ("minutes 2021", "meetings/2021/"),
        ("Action log", "actions/"),
        ("section 55", "section-55/"),
        ("5.4 oct 2021", "meetings/2021-10-12/minutes/#p5-4"),
        ("5.4 october 2021", "meetings/2021-10-12/minutes/#p5-4"),
        ("item 5 12 october 2021", "meetings/2021-10-12/minutes/#item-5"),
        ("item 12 12 october 2021", "meetings/2021-10-12/"),
        ("9.1.2 terms of reference", "meetings/2021-10-12/minutes/#p9-1-2"),
        ("chief constable", "posts/chief-constable/"),
        ("nick dean", "people/nick-dean/"),
        ("who is Nick Dean?", "people/nick-dean/"),
        ("who is the police and crime commissioner", "posts/police-and-crime-commissioner/"),
        ("PCC", "posts/police-and-crime-commissioner/"),
        ("opcc", "organisations/opcc/"),
        ("item 11.2", "meetings/2019-09-18/agenda/#item-11-2"),
        ("11.2", "meetings/2019-09-18/agenda/#item-11-2"),
        ("Fire governance", "topics/fire-governance/"),
        ("EXAMPLE-2000-001", "decisions/EXAMPLE-2000-001/"),
        ("6.2.3", "meetings/2020-09-29/minutes/#p6-2-3"),
        ("minutes 6.2.3", "meetings/2020-09-29/minutes/#p6-2-3"),
        ("para. 5.4 12 October 2021", "meetings/2021-10-12/minutes/#p5-4"),
        ("agenda item 8 18 September 2019", "meetings/2019-09-18/agenda/#item-8"),
        ("paper 11.2", "meetings/2019-09-18/papers/11-2-stalking-and-harassment/"),
        ("decision notice EXAMPLE-2000-001", "decisions/EXAMPLE-2000-001/"),
        ("vans, example 2000/001", "decisions/EXAMPLE-2000-001/"),
        ("s55", "section-55/"),
    ],
)
def test_an_exact_reference_comes_first(asked: Page, address: str, query: str, first: str) -> None:
    asked.goto(f"{address}search/?q={query}")
    assert results(asked)[0] == address + first


def test_a_date_is_read_as_people_write_it(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    dates = {
        "12 October 2021": ("2021-10-12", "12 October 2021"),
        "the 3rd of March, 2021": ("2021-03-03", "3 March 2021"),
        "minutes 12 oct. 2021": ("2021-10-12", "12 October 2021"),
        "October 12th, 2021": ("2021-10-12", "12 October 2021"),
        "05/10/2021": ("2021-10-05", "5 October 2021"),
        "5.10.2021": ("2021-10-05", "5 October 2021"),
        "2021-10-12": ("2021-10-12", "12 October 2021"),
        "Sept 2019": ("2019-09", "September 2019"),
        "5.14 february 2022": ("2022-02", "February 2022"),
        "31/12/2021-extraordinary": ("2021-12-31", "31 December 2021"),
        "10/31/2021": None,
        "32 March 2021": ("2021-03", "March 2021"),
        "marching 2021": ("2021", "2021"),
        "may 12": None,
        "meetings in 2019": ("2019", "2019"),
        "£2019": None,
        "May 20191": None,
        "2019/20": None,
    }
    read = page.evaluate(
        """async ([address, queries]) => {
            const { dateIn } = await import(`${address}assets/javascripts/search/dates.js`);
            return queries.map(dateIn).map(date => date && [date.name, date.shown]);
        }""",
        [address, list(dates)],
    )
    assert dict(zip(dates, (date and tuple(date) for date in read), strict=True)) == dates


def test_a_date_without_a_meeting_is_told_of(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=4 Mar 2021")
    expect(page.locator(".bcb-hints")).to_contain_text("No record here is of a meeting of 4 March 2021.")
    expect(page.locator(".bcb-hints")).not_to_contain_text("demonstration")
    page.goto(f"{address}search/?q=papers 2015")
    expect(page.locator(".bcb-hints")).to_contain_text("No record here is of a meeting of 2015.")
    for query in ("12 October 2021", "2015 officers"):
        page.goto(f"{address}search/?q={query}")
        assert results(page)
        expect(page.locator(".bcb-hints")).not_to_contain_text("No record here is of a meeting")


def test_a_word_that_no_record_has_is_told_of(page: Page, address: str) -> None:
    hints = page.locator(".bcb-hints")
    page.goto(f"{address}search/?q=asda")
    expect(hints).to_contain_text("No record has “asda”.")
    page.goto(f"{address}search/?q=41.9 vans")
    expect(hints).to_contain_text("No record has “41.9”.")
    page.goto(f"{address}search/?q=5.14")
    assert results(page)
    expect(hints).to_be_empty()


def test_a_phrase_means_the_words_as_they_stand(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=“police and crime plan”")
    found = results(page)
    assert found
    for text in page.locator(".bcb-result").all_inner_texts():
        assert "police" in text.lower()
    page.goto(f"{address}search/?q=“plan crime and police”")
    assert results(page) == []


def test_phrases_are_found_as_a_plain_scan_finds_them(page: Page, address: str, demonstration: Path) -> None:
    """Three hundred, from the texts and turned round: each passage, each count, and newest first."""
    files = sorted((demonstration / "search").glob("*/texts-*.bin"), key=lambda path: int(path.stem[6:]))
    passages = [each for file in files for each in json.loads(gzip.decompress(file.read_bytes()))]
    shown = [
        [f" {' '.join(words_of(text))} " for text in (passage[7], passage[3], passage[2])]
        for passage in passages
    ]
    chosen, phrases = random.Random(20), list[str]()
    while len(phrases) < 300:
        words = words_of(chosen.choice(passages)[7])
        if len(words) > 6:
            start, count = chosen.randrange(len(words) - 5), chosen.randint(2, 5)
            words = words[start : start + count]
            phrases.append(" ".join(reversed(words) if len(phrases) % 5 == 0 else words))
    found = asked_of(
        page,
        address,
        "index",
        """
        const { sorted } = await import(`${address}assets/javascripts/search/filters.js`);
        const index = new it.Index(new URL("search/", address));
        const found = [];
        for (const phrase of of) {
            const { matches } = await index.search(`"${phrase}"`);
            const newest = sorted({ sort: "newest" }, matches, await index.table("filters"));
            found.push(newest.map(([number]) => number));
        }
        return found;
        """,
        phrases,
    )
    assert isinstance(found, list)
    assert sum(map(len, found)) > 300
    for phrase, numbers in zip(phrases, found, strict=True):
        right = [n for n, texts in enumerate(shown) if any(f" {phrase} " in text for text in texts)]
        assert sorted(numbers) == right, phrase
        days = [passages[n][5] for n in numbers]
        assert days == sorted(days, reverse=True), phrase


def words_of(text: str) -> list[str]:
    return [word for token in tokens(text) for word in spoken(token)]


def test_filters_count_and_narrow_and_sorting_sorts(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=constabulary")
    results(page)
    page.locator("summary", has_text="Kind").click()
    minutes = page.get_by_label(re.compile("^ ?Minutes"))
    count = int(re.sub(r"\D", "", minutes.locator("xpath=..").inner_text()))
    minutes.check()
    expect(page.locator(".bcb-told")).to_contain_text(f"{count} result")
    assert all("/minutes/" in link for link in results(page))
    page.locator(".bcb-sort select").select_option("oldest")
    assert results(page)[0].startswith(f"{address}meetings/2020-09-29/")
    assert page.url.endswith("?q=constabulary&sort=oldest&kind=Minutes")


def test_by_day_come_those_with_all_words(page: Page, address: str) -> None:
    """What has one of them stands between by chance; and the numbers tell of what is listed."""
    page.goto(f"{address}search/?q=police station")
    assert results(page)
    said = page.locator(".bcb-told").inner_text()
    count = int(re.search(r"(\d+) passages have all", said)[1])  # type: ignore[index]
    assert not said.startswith(f"{count} results")
    page.goto(f"{address}search/?q=police station&sort=newest")
    expect(page.locator(".bcb-told")).to_contain_text(
        f"{count} results. {count} passages have all the words."
    )
    page.goto(f"{address}search/?q=police station&kind=Paper")
    expect(page.locator(".bcb-told")).not_to_contain_text(f" {count} passages have all the words.")


def test_what_has_passed_its_target_is_found(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=target passed")
    passed = results(page)[0]
    page.goto(f"{address}search/?q=action&status=target passed")
    assert passed in results(page)


def test_the_page_names_all_of_its_modules(page: Page, address: str) -> None:
    """So that they are fetched at once, and no other."""
    page.goto(f"{address}search/?q=vans")
    assert results(page)
    named = page.eval_on_selector_all("link[rel=modulepreload]", "links => links.map(link => link.href)")
    asked = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    of_search = {name for name in asked if "/javascripts/search/" in name}
    others = {f"{address}assets/javascripts/search/{name}.js" for name in ("early", "page")}
    assert of_search == {*named} | others


def test_results_stay_when_the_filters_come(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.evaluate(
        """() => {
            window.times = 0;
            const list = document.querySelector(".bcb-results");
            new MutationObserver(() => window.times++).observe(list, { childList: true });
        }"""
    )
    page.locator("#bcb-query").fill("prompt payment")
    expect(page.locator(".bcb-filters summary").first).to_be_visible()
    assert page.evaluate("window.times") == 1


def test_words_are_left_out_or_any_will_do(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=vans")
    some = set(results(page))
    page.goto(f"{address}search/?q=vans -fleet -police -ten")
    assert set(results(page)) - some != set(results(page))
    expect(page.locator(".bcb-results")).not_to_contain_text(re.compile(r"\bfleet\b", re.IGNORECASE))
    counts = []
    for query in ('"prompt payment"', '"capital becoming"', '"prompt payment" OR "capital becoming"'):
        page.goto(f"{address}search/?q={query}")
        results(page)
        counts.append(page.locator(".bcb-told").inner_text())
    assert counts[1] == "Nothing was found."
    assert counts[0] == counts[2]


def test_a_phrase_that_no_passage_has_offers_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=“payment prompt”")
    page.get_by_role("button", name="Look for the words instead").click()
    expect(page.locator(".bcb-results a").first).to_have_attribute("href", re.compile("#p5-3$"))


def test_common_words_alone_are_told_of(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=who are you")
    expect(page.locator(".bcb-told")).to_have_text("These words are too common to look for.")


def test_each_search_is_a_step_and_back_keeps_what_was_shown(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=constabulary")
    results(page)
    page.locator(".bcb-more").click()
    expect(page.locator(".bcb-results > li")).to_have_count(20)
    page.fill("#bcb-query", "prompt payment")
    page.press("#bcb-query", "Enter")
    expect(page).to_have_title(re.compile("^prompt payment – "))
    page.go_back()
    expect(page).to_have_title(re.compile("^constabulary – "))
    expect(page.locator(".bcb-results > li")).to_have_count(20)


def test_days_narrow_and_filters_are_cleared(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=constabulary&from=2020-01-01&to=2020-12-31")
    assert results(page)
    assert all(" 2020" in about for about in page.locator(".bcb-result-about").all_inner_texts())
    page.locator(".bcb-narrow > summary").dispatch_event("click")
    page.get_by_role("button", name="Clear all filters").dispatch_event("click")
    expect(page).to_have_url(re.compile(r"\?q=constabulary$"))


def test_other_words_are_told_of(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=bobbies")
    assert results(page)
    expect(page.locator(".bcb-hints")).to_contain_text("For “bobbies”, also: “officer”")
    page.goto(f"{address}search/?q=ammunition")
    assert results(page)
    expect(page.locator(".bcb-hints")).to_contain_text("Related to “ammunition”: “weapons”")
    page.goto(f"{address}search/?q=constabulery")
    expect(page.locator(".bcb-hints")).to_contain_text("Did you mean")
    expect(page.locator(".bcb-results mark").first).to_have_text(re.compile("constabulary", re.IGNORECASE))
    page.locator(".bcb-hints button").first.click()
    assert results(page)
    for word in ("qqqqqq", "constructor"):  # the second is a name in every object of JavaScript
        page.goto(f"{address}search/?q={word}")
        expect(page.locator(".bcb-told")).to_have_text(re.compile("Nothing was found|[0-9] result"))
    expect(page.locator(".bcb-told")).not_to_contain_text("could not be loaded")


def test_the_box_in_the_header_works_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}meetings/")
    page.locator("#bcb-find").focus()
    page.keyboard.type("prompt payment")
    expect(page.locator(".bcb-find-panel a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2020-09-29/minutes/#p5-3")
    page.locator("#bcb-find").focus()
    page.keyboard.type("vans")
    expect(page.locator(".bcb-find-panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".bcb-find-panel")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=vans")
    assert results(page)


def test_without_javascript_the_box_leads_to_lists(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}actions/")
        page.locator("#bcb-find").fill("vans")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=vans")
        expect(page.get_by_text("It needs JavaScript")).to_be_visible()
        page.get_by_role("link", name="Action log", exact=True).click()
        expect(page.locator("h1")).to_have_text("Action log")


def test_narrow_pages_do_not_scroll_sideways(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}search/?q=southern police station")
        assert results(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.goto(f"{address}meetings/")
        page.locator("#bcb-find").fill("vans")
        expect(page.locator(".bcb-find-panel")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_works_below_a_folder(page: Page, demonstration: Path, tmp_path: Path) -> None:
    shutil.copytree(demonstration, tmp_path / "a" / "board")
    with served(tmp_path) as address:
        page.goto(f"{address}a/board/search/?q=prompt payment")
        assert results(page)[0] == f"{address}a/board/meetings/2020-09-29/minutes/#p5-3"


def test_a_missing_piece_is_told_of_and_the_rest_is_kept(page: Page, address: str) -> None:
    page.route("**/texts-0.bin", lambda route: route.abort())
    page.goto(f"{address}search/?q=board")
    assert results(page)
    expect(page.locator(".bcb-told")).to_contain_text("could not be loaded; try again")
    page.route("**/terms-*.bin", lambda route: route.fulfill(status=404))
    page.goto(f"{address}search/?q=constabulary")
    expect(page.locator(".bcb-told")).to_contain_text("could not be loaded")


@pytest.mark.parametrize("gone", ["terms", "texts"])
def test_a_page_goes_on_when_the_site_is_published_anew(
    page: Page, demonstration: Path, tmp_path: Path, gone: str
) -> None:
    """The index of a new build lies in another folder, and that of the old one is gone."""
    site = shutil.copytree(demonstration, tmp_path / "site")
    manifest = json.loads(gzip.decompress((site / "search/index.bin").read_bytes()))
    old = site / "search" / manifest["build"]
    with served(site) as address:
        page.goto(f"{address}search/?q=vans")
        first = results(page)
        if gone == "texts":  # the terms have been read
            page.route("**/texts-*.bin", lambda route: route.abort())
            page.locator("#bcb-query").fill("prompt payment")
            expect(page.locator(".bcb-told")).to_contain_text("could not be loaded; try again")
            page.unroute("**/texts-*.bin")
        manifest["build"] = "0123456789abcdef"
        old.rename(site / "search" / manifest["build"])
        (site / "search/index.bin").write_bytes(gzip.compress(json.dumps(manifest).encode()))
        page.locator("#bcb-query").fill("prompt payment")
        page.keyboard.press("Enter")
        expect(page.locator(".bcb-results a").first).to_have_attribute("href", re.compile("#p5-3$"))
        page.locator("#bcb-query").fill("vans")
        expect(page.locator(".bcb-results a").first).to_have_attribute("href", first[0])
        page.goto(f"{address}meetings/")
        page.locator("#bcb-find").fill("vans")
        expect(page.locator(".bcb-find-panel a").first).to_be_visible()


def test_a_slow_answer_to_an_older_query_is_not_shown(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.route("**/texts-*.bin", lambda route: (page.wait_for_timeout(30), route.continue_()))
    page.locator("#bcb-query").fill("vans")
    page.locator("#bcb-query").fill("prompt payment")
    assert results(page)[0].endswith("#p5-3")


def test_a_page_opened_as_a_file_says_why_search_is_off(page: Page, demonstration: Path) -> None:
    page.goto((demonstration / "search" / "index.html").as_uri() + "?q=vans")
    expect(page.locator("body")).to_contain_text("web server")
