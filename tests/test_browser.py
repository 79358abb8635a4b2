"""What a person meets, in Chromium: pages on a real server, wide and narrow, light and dark."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import build, served

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "404.html",
    "about/",
    "actions/",
    "actions/2019/41/",
    "meetings/",
    "meetings/2019/",
    "meetings/2019-07-31/",
    "meetings/2019-09-18/",
    "meetings/2019-09-18/agenda/",
    "meetings/2019-09-18/papers/07-revenue-and-capital-month-4/",
    "meetings/2021-10-12/minutes/",
    "decisions/",
    "organisations/",
    "organisations/constabulary/",
    "people/",
    "posts/",
    "posts/chief-constable/",
    "section-55/",
    "section-55/the-poor-relation/",
    "people/nick-dean/",
)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_ask_nothing_of_others(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(address) else complaints.append(r.url))
    for name in PAGES:
        response = page.goto(address + name)
        assert response
        assert response.ok
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.locator("h1").count() == 1, name
        ground, ink = (
            page.locator("body").evaluate(f"e => getComputedStyle(e).{p}")
            for p in ("backgroundColor", "color")
        )
        assert (brightness(ground) > brightness(ink)) == (scheme == "light"), name
    assert complaints == []
    context.close()


def brightness(colour: str) -> float:
    red, green, blue = (float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3])
    return 0.2 * red + 0.7 * green + 0.1 * blue


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_an_address_leads_to_its_paragraph(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}meetings/2021-10-12/minutes/#p6-10")
    box = page.locator("#p6-10").bounding_box()
    assert box
    assert 0 < box["y"] < 450
    bar = page.locator(".bcb-contents").bounding_box()
    assert bar
    assert width > 900 or box["y"] >= bar["y"] + bar["height"], "it is not under the bar"


def test_the_contents_follow_the_reader(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}meetings/2021-10-12/minutes/#p6-10")
    now = page.locator(".bcb-contents-now")
    expect(now).to_contain_text("6 Cambridgeshire Constabulary Performance Report")
    expect(page.locator(".bcb-contents [aria-current=location]")).to_have_attribute("href", "#item-6")
    page.get_by_role("link", name="Next item").press("Enter")  # a click may scroll the page first
    expect(now).to_contain_text("7 Revenue and Capital Monitoring Report")
    page.get_by_role("link", name="Item before").press("Enter")
    expect(now).to_contain_text("6 Cambridgeshire")


def test_the_contents_are_as_open_as_they_say(page: Page, address: str) -> None:
    """Beside the text they are open from the beginning, above it only when they were asked for."""
    for width, is_open in ((1280, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}meetings/2021-10-12/minutes/")
        expect(page.locator(".bcb-contents details")).to_have_js_property("open", is_open)
        expect(page.locator(".bcb-contents li").first).to_be_visible(visible=is_open)
        page.locator(".bcb-contents summary").click()
        expect(page.locator(".bcb-contents li").first).to_be_visible(visible=not is_open)


def test_a_heading_is_called_by_its_words_alone(page: Page, address: str) -> None:
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    heading = page.get_by_role(
        "heading", name="7 Revenue and Capital Monitoring Report M5 2021/22", exact=True
    )
    expect(heading).to_have_count(1)
    assert not heading.get_by_role("link").count()
    page.get_by_role("link", name="Link to item 7", exact=True).click()
    expect(page.get_by_role("group", name="Cite item 7")).to_be_visible()


def test_the_contents_mark_where_they_led(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    for link in page.locator(".bcb-contents li a").all()[:-2]:  # those are on the last screen together
        link.click()
        expect(link).to_have_attribute("aria-current", "location")


def test_the_contents_lead_through_all_items(page: Page, address: str) -> None:
    """Also the short ones, of which a screen shows several; those of the last screenful are all on the screen."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    listed = [link.get_attribute("href") for link in page.locator(".bcb-contents li a").all()]
    here = page.locator(".bcb-contents [aria-current]")
    for item in listed:
        page.get_by_role("link", name="Next item").press("Enter")
        expect(here).to_have_attribute("href", item or "")
    for item in [*listed[-2::-1], None]:
        page.get_by_role("link", name="Item before").press("Enter")
        if item:
            expect(here).to_have_attribute("href", item)
    page.wait_for_url("**/#content")


def test_a_number_gives_what_is_to_be_cited(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    version = page.locator("section.bcb-cite").get_attribute("data-version")
    page.get_by_role("link", name="Paragraph 5.4", exact=True).click()
    panel = page.get_by_role("group", name="Cite 5.4")
    expect(panel).to_contain_text(
        "Business Co-ordination Board, minutes of 12 October 2021 (approved), 5.4, "
        f"version {version}. {address}meetings/2021-10-12/minutes/#p5-4"
    )
    panel.get_by_role("button", name="Copy address").click()
    expect(panel.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}meetings/2021-10-12/minutes/#p5-4"
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "5.4"


def test_an_action_is_followed_from_its_paragraph_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    page.locator("#p5-4-n1").get_by_role("link", name="What became of this action").click()
    assert page.url == f"{address}actions/2021/2021-10-12-5-4/"
    page.get_by_role("link", name="5.4 of its minutes").click()
    assert page.url == f"{address}meetings/2021-10-12/minutes/#p5-4"


def test_the_first_key_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to content"
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_without_javascript_all_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    assert page.locator("#p6-12").is_visible()
    page.locator("summary", has_text="Contents").click()
    page.get_by_role("link", name="9 Any Other Business", exact=True).click()
    assert page.url.endswith("#item-9")
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="People", exact=True).click()
    assert page.url == f"{address}people/"
    context.close()


@pytest.mark.parametrize(("media", "width"), [("print", 660), ("screen", 1280)])
def test_a_wide_table_is_seen_whole(
    page: Page, address: str, media: Literal["print", "screen"], width: int
) -> None:
    """On A4 between its margins, and on a screen with the list of contents beside it."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    page.goto(f"{address}meetings/2019-09-18/papers/07-revenue-and-capital-month-4/")
    tables = page.locator(".bcb-table")
    assert tables.evaluate_all("all => Math.max(...all.map(e => e.querySelectorAll('th').length))") == 8
    assert tables.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)") == [0] * tables.count()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_long_number_stands_beside_the_words_and_not_on_them(
    page: Page, content: Callable[[Mapping[str, str | bytes]], Path], tmp_path: Path, width: int
) -> None:
    minutes = "---\ndate: 2022-02-10\n---\n\n## WB-2021/139 Boats\n\nA.\n\n## WB-2021/140 Vans\n\nWB-2021/140.1 B.\n"
    site = build(content({"meetings/2022-02-10/minutes.md": minutes}), tmp_path / "site")
    page.set_viewport_size({"width": width, "height": 900})
    with served(site) as address:
        page.goto(f"{address}meetings/2022-02-10/minutes/")
        for number, words in ((".bcb-label", "Vans"), ("a.bcb-number", "B.")):
            right = page.locator(number).last.evaluate("e => e.getBoundingClientRect().right")
            left = page.evaluate(
                """words => {
                  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
                  while (texts.nextNode() && texts.currentNode.data.trim() !== words);
                  const range = document.createRange();
                  const start = texts.currentNode.data.indexOf(words);
                  range.setStart(texts.currentNode, start);
                  range.setEnd(texts.currentNode, start + words.length);
                  return range.getBoundingClientRect().left;
                }""",
                words,
            )
            assert left >= right


def test_who_asks_for_more_contrast_has_no_quiet_text(browser: Browser, address: str) -> None:
    colours = {}
    for contrast in ("no-preference", "more"):
        with browser.new_context(contrast=contrast) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(f"{address}topics/")
            quiet = page.locator("main .bcb-quiet").first
            colours[contrast] = quiet.evaluate("e => getComputedStyle(e).color")
            ink = page.locator("h1").evaluate("e => getComputedStyle(e).color")
    assert colours["more"] == ink != colours["no-preference"]
