"""What each page tells search engines and previews: title, description, addresses, place, what it is about."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from conftest import build, write

ROOT = "https://example.org/board/"
CONFIG = "site_name: x\ndocs_dir: content/pages\ntheme: {name: material, font: false}\nplugins: [bcbsite]\n"
CONTENT = {
    "board.yaml": "name: Business Board\narea: Kent\naliases: [BB]\ndrafts: true\n"
    "licence: {name: OGL, url: 'https://example.org/ogl'}\ncontact: {email: a@example.org, address: 'Town Hall, Kent'}\n",
    "redirects.yaml": "old/: about/\ngone/: {gone: It named somebody.}\n",
    "pages/about.md": "# About\n\n## Who\n\nThe board meets in public.\n",
    "meetings/2021-07-28/agenda.md": "---\ndate: 2021-07-28\ntime: 10:30\nlocation: Room 3\n---\n\n## 1. Welcome\n",
    "meetings/2022-01-20/minutes.md": "---\ndate: 2022-01-20\ntime: 15:00\nlocation: Room 4\nstatus: approved\n---\n\n"
    "## 1. Vans\n\n1.1 The Board approved the vans.\n\nAction: Buy </script><b>vans</b>.\n\n### 1.2 Boats\n\n## 2. End\n",
    "meetings/2022-02-10/minutes.md": "---\ndate: 2022-02-10\nstatus: draft\n---\n\n## 3. Minutes of the Board on 20 January 2022\n",
    "meetings/2022-01-20/papers/01-vans.md": "---\ntitle: Vans\nitem: '1'\nfrom: Chief\ndate: 11/01/2022\npublish: full\n---\n\n## 1. Why\n",
    "meetings/2022-01-20/papers/02-op.md": "---\ntitle: Operation\npublish: withheld\nreason: Live.\n---\n",
    "actions.yaml": "series: [{id: '2022', title: Log, starts: 2022-01-01}]\n"
    "actions:\n- {id: 2022/1, number: '1.0', raised: '2022-01-20#1.1', action: 'Buy </script><b>vans</b>.', owners: [Chief],\n"
    "   events: [{on: 2022-02-01, update: Bought., status: complete}]}\n",
    "decisions/B-1.md": "---\nreference: B-1\ntitle: Buy vans\ndate: 2022-01-21\ndecided_by: Commissioner\n---\n\nTen vans.\n",
    "section-55/night.md": "---\nreport: Night duty\ninspectorate: HMICFRS\npublished: 2022-01-04\n"
    "url: https://example.org/nights\n---\n\n## Recommendation 1\n\n> Work.\n",
}


class Head(HTMLParser):
    """What the head of a page says."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.data: list[dict[str, Any]] = []
        self._inside = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := found.get("property", found.get("name"))):
            assert name not in self.told, f"{name} is told twice"
            self.told[name] = found["content"]
        elif tag == "link" and found["rel"] == "canonical":
            self.told["canonical"] = found["href"]
        self._inside = "data" if found.get("type") == "application/ld+json" else tag

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.data += json.loads(data)["@graph"]
        elif self._inside == "title" and data.strip():
            self.told.setdefault("title", data.strip())
        self._inside = ""

    def thing(self, type_: str) -> dict[str, Any]:
        """What is of *type_*."""
        (found,) = (thing for thing in self.data if thing["@type"] == type_)
        return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("head")
    write(folder / "content", CONTENT)
    (folder / "mkdocs.yml").write_text(f"{CONFIG}site_url: {ROOT}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return build(folder / "content", folder / "site")


def head(site: Path, page: str) -> Head:
    return Head(site / page / "index.html")


@pytest.mark.parametrize(
    ("page", "title", "description"),
    [
        (
            "",
            "Business Board",
            "Minutes, agendas, papers and actions of the Business Board, Kent, 2021 to 2022: 3 meetings, 2 decisions, 1 action.",
        ),
        (
            "meetings/",
            "Meetings",
            "3 meetings of the Business Board, 2021 to 2022; the minutes of 2 are held here.",
        ),
        (
            "meetings/2021/",
            "Meetings in 2021",
            "1 meeting of the Business Board, 2021; the minutes of none are held here.",
        ),
        (
            "meetings/2022-01-20/",
            "Meeting of 20 January 2022",
            "Business Board, meeting of Thursday 20 January 2022, 3pm, Room 4: minutes, 2 papers, 1 decision, 1 action.",
        ),
        (
            "meetings/2022-02-10/",
            "Meeting of 10 February 2022",
            "Business Board, meeting of Thursday 10 February 2022: draft minutes.",
        ),
        (
            "meetings/2021-07-28/agenda/",
            "Agenda for 28 July 2021",
            "Business Board, agenda for Wednesday 28 July 2021, 10:30am, Room 3: 1 item.",
        ),
        (
            "meetings/2022-01-20/minutes/",
            "Minutes of 20 January 2022",
            "Business Board, minutes of 20 January 2022: 2 items, 1 decision, 1 action; approved.",
        ),
        (
            "meetings/2022-02-10/minutes/",
            "Draft minutes of 10 February 2022",
            "Business Board, draft minutes of 10 February 2022: 1 item.",
        ),
        (
            "meetings/2022-01-20/papers/01-vans/",
            "Vans: paper of 20 January 2022",
            "Vans: paper of 20 January 2022 for the Business Board, agenda item 1, from Chief; 1 section.",
        ),
        (
            "meetings/2022-01-20/papers/operation/",
            "Operation: paper of 20 January 2022",
            "Operation: paper of 20 January 2022 for the Business Board; withheld. Live.",
        ),
        (
            "actions/2022/1/",
            "Action 1.0: Buy </script><b>vans</b>",
            "Action of 20 January 2022 for Chief: status complete, 1 update. Buy </script><b>vans</b>.",
        ),
        (
            "actions/by-owner/",
            "Action log by owner",
            "1 action of the Business Board, by owner: 1 complete.",
        ),
        (
            "decisions/",
            "Decisions",
            "2 decisions of the Business Board, 2022, each with its words and its paragraph.",
        ),
        (
            "decisions/B-1/",
            "B-1: Buy vans",
            "Decision notice B-1, 21 January 2022, by Commissioner: Ten vans.",
        ),
        (
            "section-55/night/",
            "Night duty",
            "Report of HMICFRS, published on 4 January 2022, with 1 finding; Section 55 response: publication not on record. Night duty.",
        ),
        ("about/", "About", "The board meets in public."),
        (
            "gone/",
            "No longer published",
            "What was at this address is no longer published. It named somebody.",
        ),
    ],
)
def test_a_page_says_what_it_is(site: Path, page: str, title: str, description: str) -> None:
    told = head(site, page).told
    assert told["title"] == (f"{title} – Business Board" if page else title)
    assert told["og:title"] == title
    assert told["description"] == told["og:description"] == description


@pytest.mark.parametrize("built", ["demonstration", "real_site"])
def test_no_two_pages_say_the_same(built: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(built)
    seen: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html")):
        told = Head(path).told
        assert told["description"] != told["og:title"], path
        assert told["title"] not in seen, (path, seen[told["title"]])
        assert told["description"] not in seen, (path, seen[told["description"]])
        seen |= {told["title"]: path, told["description"]: path}
    assert len(seen) > 100


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", "website"),
        ("meetings/2022-01-20/", "website"),
        ("meetings/2022-01-20/minutes/", "article"),
        ("meetings/2022-01-20/papers/01-vans/", "article"),
    ],
)
def test_a_page_has_one_address_and_a_preview(site: Path, page: str, kind: str) -> None:
    told = head(site, page).told
    assert told["canonical"] == told["og:url"] == ROOT + page
    assert (told["og:type"], told["og:site_name"], told["og:locale"]) == (kind, "Business Board", "en_GB")


BODY = {"@type": "GovernmentOrganization", "name": "Business Board", "url": ROOT}


@pytest.mark.parametrize(
    ("page", "type_", "facts"),
    [
        (
            "meetings/2021-07-28/",
            "Event",
            {
                "name": "Business Board, 28 July 2021",
                "startDate": "2021-07-28T10:30:00+01:00",
                "location": {"@type": "Place", "name": "Room 3"},
                "eventStatus": "https://schema.org/EventScheduled",
                "organizer": BODY,
            },
        ),
        ("meetings/2022-01-20/", "Event", {"startDate": "2022-01-20T15:00:00+00:00"}),
        ("meetings/2022-02-10/", "Event", {"startDate": "2022-02-10", "location": None}),
        (
            "meetings/2022-02-10/minutes/",
            "DigitalDocument",
            {"creativeWorkStatus": "Draft", "publisher": BODY, "license": "https://example.org/ogl"},
        ),
        (
            "meetings/2022-01-20/papers/01-vans/",
            "Report",
            {"name": "Vans", "dateCreated": "2022-01-11", "inLanguage": "en-GB"},
        ),
        ("decisions/B-1/", "DigitalDocument", {"identifier": "B-1", "dateCreated": "2022-01-21"}),
        (
            "section-55/night/",
            "WebPage",
            {
                "mainEntity": {
                    "@type": "Report",
                    "name": "Night duty",
                    "author": {"@type": "Organization", "name": "HMICFRS"},
                    "datePublished": "2022-01-04",
                    "url": "https://example.org/nights",
                }
            },
        ),
        (
            "",
            "WebSite",
            {
                "publisher": BODY
                | {
                    "alternateName": ["BB"],
                    "areaServed": "Kent",
                    "email": "a@example.org",
                    "address": "Town Hall, Kent",
                }
            },
        ),
    ],
)
def test_a_page_is_about_a_thing(site: Path, page: str, type_: str, facts: Mapping[str, object]) -> None:
    thing = head(site, page).thing(type_)
    assert {name: thing.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("page", "above"),
    [
        ("meetings/", [("Home", "")]),
        (
            "meetings/2022-01-20/papers/01-vans/",
            [("Home", ""), ("Meetings", "meetings/"), ("Meeting of 20 January 2022", "meetings/2022-01-20/")],
        ),
        ("actions/2022/1/", [("Home", ""), ("Action log", "actions/")]),
        ("posts/", [("Home", ""), ("People", "people/")]),
        ("about/", [("Home", "")]),
    ],
)
def test_a_page_knows_its_place(site: Path, page: str, above: list[tuple[str, str]]) -> None:
    told = head(site, page)
    steps = told.thing("BreadcrumbList")["itemListElement"]
    assert [(step["name"], step["item"].removeprefix(ROOT)) for step in steps[:-1]] == above
    assert (steps[-1]["item"], steps[-1]["name"]) == (ROOT + page, told.told["og:title"])
    assert [step["position"] for step in steps] == list(range(1, len(above) + 2))
    html = (site / page / "index.html").read_text("utf-8")
    shown = html[html.index('aria-label="Breadcrumb"') : html.index("<h1>")]
    for title, _ in above:
        assert f">{title}</a>" in shown


@pytest.mark.parametrize("page", ["old/", "gone/", "404.html"])
def test_what_only_leads_elsewhere_is_not_listed(site: Path, page: str) -> None:
    path = site / page
    told = Head(path if path.is_file() else path / "index.html")
    assert told.told["robots"] == "noindex"
    assert "canonical" not in told.told
    assert "og:url" not in told.told
    assert told.data == []
    assert f"<loc>{ROOT}{page}</loc>" not in (site / "sitemap.xml").read_text("utf-8")


def test_crawlers_find_every_page_that_is_to_be_listed(site: Path) -> None:
    robots = (site / "robots.txt").read_text("utf-8")
    assert robots == f"User-agent: *\nDisallow:\n\nSitemap: {ROOT}sitemap.xml\n"
    listed = {element.text for element in ElementTree.parse(site / "sitemap.xml").iter() if element.text}
    pages = {path: Head(path).told for path in site.rglob("*.html")}
    assert listed == {told["canonical"] for told in pages.values() if "robots" not in told}
    assert len(listed) > 20


def test_a_site_that_does_not_know_its_address_gives_none(tmp_path: Path) -> None:
    write(tmp_path / "content", CONTENT)
    site = build(tmp_path / "content", tmp_path / "site")
    told = head(site, "meetings/2021-07-28/")
    assert told.told.keys().isdisjoint({"canonical", "og:url"})
    assert [thing["@type"] for thing in told.data] == ["Event"]
    assert "url" not in told.data[0]
    assert "url" not in told.data[0]["organizer"]
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow:\n"
    assert not (site / "sitemap.xml").exists()


def test_words_of_a_record_do_not_end_the_data(tmp_path: Path) -> None:
    nasty = "</script><script>alert(1)</script><!-- & \"'"
    written = json.dumps(nasty)
    write(
        tmp_path / "content",
        {
            "board.yaml": f"name: {written}\narea: Kent\n",
            "meetings/2022-02-10/agenda.md": f"---\ndate: 2022-02-10\nlocation: {written}\n---\n",
        },
    )
    told = head(build(tmp_path / "content", tmp_path / "site"), "meetings/2022-02-10/")
    assert told.thing("Event")["location"]["name"] == nasty
    assert told.thing("Event")["organizer"]["name"] == nasty
    assert told.told["og:site_name"] == nasty
    assert "<script>alert" not in (tmp_path / "site/meetings/2022-02-10/index.html").read_text("utf-8")


def test_the_page_has_its_own_picture(site: Path) -> None:
    html = (site / "meetings/index.html").read_text("utf-8")
    for name, begins in (("favicon.svg", b"<svg"), ("favicon.png", b"\x89PNG")):
        assert f'href="../assets/images/{name}"' in html
        assert (site / "assets/images" / name).read_bytes().startswith(begins)
