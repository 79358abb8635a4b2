"""Every component of the theme with its examples, on one page: `python tests/gallery.py FOLDER`.

`tests/components/` has a file for each component: the title of an example after `===`, what a page writes, and
after `---` the HTML that comes of it.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from bcbsite.account.account import Account, NotRead
from bcbsite.archive.approval_words import ApprovalKind
from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import Clock, ClockState
from bcbsite.archive.duty import duty_of
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.host.resources import THEME
from bcbsite.model.erratum import Erratum, ErratumKind
from bcbsite.model.reference import Reference
from bcbsite.model.sitting import Declaration, Deputy, Sitting
from bcbsite.pages.accounts import Accounts
from bcbsite.pages.actions import action_lines
from bcbsite.pages.approvals import approvals_of
from bcbsite.pages.charts import Row, Series, columns
from bcbsite.pages.citations import citation_of
from bcbsite.pages.elsewhere import actions_by_line, outcomes_by_item
from bcbsite.pages.errata import corrections_of
from bcbsite.pages.html import Html
from bcbsite.pages.lists import Choice, Facet, Filter, Step
from bcbsite.pages.meeting_items import item_rows
from bcbsite.pages.meetings import meeting_lines
from bcbsite.pages.neighbours import Neighbour, Neighbours
from bcbsite.pages.render import Renderer
from bcbsite.pages.section55 import inspection_pages
from bcbsite.pages.strips import strip
from bcbsite.pages.topics import Entry, Place
from conftest import build, load_all, write
from test_golden import CONTENT

EXAMPLES = Path(__file__).parent / "components"
_EXAMPLE = re.compile(
    r"^=== (?P<title>.+)\n(?P<source>(?:.*\n)*?)--- expected\n(?P<expected>(?:(?!===).*\n)*)", re.M
)


_AT = Span("minutes.md", 4)
APPROVALS = [
    Approval(
        "2022-02-10", "2022-03-10", "meetings/2022-03-10/minutes/#p1-1", "1.1", "p1-1", signer="the Chair"
    ),
    Approval(
        "2021-12-01",
        "2022-03-10",
        "meetings/2022-03-10/minutes/#p1-1",
        "1.1",
        "p1-1",
        ApprovalKind.AMENDED,
        ("5.1 should read ten",),
        in_draft=True,
    ),
    Approval(
        "2021-11-01", "2022-03-10", "meetings/2022-03-10/minutes/#p1-1", "1.1", "p1-1", ApprovalKind.DEFERRED
    ),
    Approval(
        "2021-10-01", "2022-03-10", "meetings/2022-03-10/minutes/#p1-1", "1.1", "p1-1", ApprovalKind.REFUSED
    ),
]
ERRATA = [
    Erratum(
        date(2022, 6, 1),
        ErratumKind.CORRECTION,
        (),
        "5.1",
        "two vans",
        "ten vans",
        Reference("2022-02-10", "5.1", _AT),
        "Clerk",
        _AT,
    ),
    Erratum(date(2022, 6, 2), ErratumKind.CORRECTION, (), None, "struck", None, None, None, _AT),
    Erratum(date(2022, 6, 3), ErratumKind.TRANSCRIPTION, (), "5.2", "tow", "two", None, None, _AT),
]


@dataclass(frozen=True, slots=True)
class Example:
    """A use of a component."""

    title: str
    source: str
    """What a page's template writes."""
    expected: str


def examples(component: str) -> list[Example]:
    """Those of a component, in order."""
    text = (EXAMPLES / f"{component}.html").read_text("utf-8")
    return [Example(*found.group("title", "source", "expected")) for found in _EXAMPLE.finditer(text)]


def components() -> list[str]:
    """The names of all components that show something; a page's head does not."""
    folder = THEME / "components"
    names = (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.html"))
    return sorted(name for name in names if name != "head")


def archive_of(folder: Path) -> Archive:
    """The records that the examples show."""
    public = load_all(write(folder, CONTENT)).public
    assert public
    return public


class Gallery:
    """Renders examples with the records of *archive*."""

    def __init__(self, archive: Archive) -> None:
        self._environment = Renderer(archive, [THEME])._environment
        self._known = known(archive)

    def render(self, component: str, example: Example) -> str:
        """The HTML of *example*, without empty lines."""
        name = component.replace("/", "_").replace("-", "_")
        imported = f'{{% import "components/{component}.html" as {name} %}}'
        if "include" in example.source:
            imported = ""
        html = self._environment.from_string(imported + example.source).render(**self._known)
        return "".join(f"{line.rstrip()}\n" for line in html.splitlines() if line.strip())


def known(archive: Archive) -> Mapping[str, Any]:
    """What examples can name."""
    meeting = archive.meetings["2022-02-10"]
    report = next(report for report in archive.inspections if report.slug == "night-duty")
    last_day = date(2022, 12, 26)
    at = Span("minutes.md")
    clocks = {
        "published": Clock(ClockState.PUBLISHED, last_day, 0, 48),
        "due": Clock(ClockState.DUE, last_day, 3, closed="Boxing Day"),
        "over": Clock(ClockState.OVER, last_day, 9),
        "unknown": Clock(ClockState.UNKNOWN, last_day, 9),
    }
    return {
        "archive": archive,
        "base": "",
        "minutes": meeting.minutes,
        "lines": list(action_lines(archive)),
        "meeting_lines": meeting_lines(archive),
        "approved": approvals_of(archive, meeting),
        "approvals_found": APPROVALS,
        "html": Html(archive.links, "", None),
        "corrections": corrections_of(archive, ERRATA),
        "citation": citation_of(archive.board.name, meeting, meeting.minutes) if meeting.minutes else None,
        "report": report,
        "inspections": {
            name: {"clock": clock, "report": report, "response_day": None, "applies": duty_of(report)}
            for name, clock in clocks.items()
        },
        "clocks": clocks,
        "public": Sitting(public=True, quorate=True),
        "private": Sitting(
            public=False,
            private_ground="Operational harm",
            quorate=False,
            deputies=(Deputy("Jo Bennett", "Sam Okafor", at), Deputy("Robin Hale", None, at)),
            declarations=(
                Declaration("5", "Jo Bennett", "Owns a boat.", at),
                Declaration(None, "Robin Hale", "Left the room.", at),
            ),
        ),
        "around": Neighbours(
            Neighbour("10 February 2022", "meetings/2022-02-10/"),
            Neighbour("7 April 2022", "meetings/2022-04-07/"),
        ),
        "place_named": report.considered_at[0],
        "place_found": archive.places.find(report.considered_at[0]),
        "chart": columns(
            "vans",
            "Vans by year",
            "Most vans were bought in 2021, 4 of 8.",
            head="Year",
            series=[Series("Bought", 1), Series("Sold", 2), Series("Not known", 3), Series("Lost", 4)],
            rows=[Row("2020", (1, 0, 1, 0)), Row("2021", (3, 1, 0, 0)), Row("2022", (1, 0, 0, 1))],
        ),
        "reports": next(inspection_pages(archive)).view,
        "items_of_meeting": item_rows(
            meeting, outcomes_by_item(archive)[meeting.id], actions_by_line(archive)[meeting.id]
        ),
        "late": strip(64, "response"),
        "account": account(archive),
        "picked": Filter(
            "decisions",
            3,
            (Facet("kind", "Outcome", (Choice("agreed", "Agreed", 2), Choice("approved", "Approved", 1))),),
            ("decisions/by-year/2022/", "decisions/by-year/2021/"),
            lambda entry: {"data-day": entry.day.isoformat(), "data-kind": "agreed"},
        ),
        "entries": [
            Entry(
                "Boats",
                "meetings/2022-02-10/minutes/#item-5",
                date(2022, 2, 10),
                "minutes",
                Place("meetings/2022-02-10/minutes/#p5-1", "5.1", "… two boats …"),
                (Place("meetings/2022-02-10/minutes/#p5-2", "5.2", ""),),
                1,
                is_titled=True,
                decisions=archive.register[:2],
            ),
            Entry(
                "Budget",
                "meetings/2022-02-10/papers/05-budget/",
                date(2022, 2, 10),
                "paper",
                None,
                (),
                0,
                False,
            ),
        ],
        "steps": (Step(1, "decisions/by-kind/agreed/", False), Step(2, "decisions/by-kind/agreed/2/", True)),
        "mistake": Diagnostic("BCB206", Span("content/actions.yaml", 4, 3), "This date is no day."),
    }


def account(archive: Archive) -> Account:
    """That of minutes in which something was not understood."""
    found = Accounts(archive, []).of_page("meetings/2022-02-10/minutes/")
    assert found
    told = NotRead(
        9, "BCB313", "“6. Vans” looks like an item.", "Write “## 6. Vans”.", None, is_settled=False
    )
    waived = NotRead(12, "BCB313", "“7. Boats” looks like an item.", "", "p5-1", is_settled=True)
    first, *others = found.sums
    return replace(
        found,
        path="content/meetings/2022-02-10/minutes.md",
        sums=(replace(first, not_read=(told, waived)), *others),
    )


def page(folder: Path) -> Path:
    """Write a site with the gallery to *folder*; the gallery's file."""
    archive = archive_of(folder / "content")
    site = build(folder / "content", folder / "site")
    gallery = Gallery(archive)
    shown = "".join(
        f"<section><h2>{component}</h2>{''.join(_shown(gallery, component, e) for e in examples(component))}</section>"
        for component in components()
    )
    shell = (site / "about" / "index.html").read_text("utf-8")
    html = re.sub(
        r"(<article[^>]*>).*?(</article>)",
        lambda found: f"{found[1]}<h1>Components</h1>{shown}{found[2]}",
        shell,
        flags=re.S,
    )
    out = site / "about" / "gallery.html"
    out.write_text(html, "utf-8")
    return out


def _shown(gallery: Gallery, component: str, example: Example) -> str:
    return f'<p class="bcb-quiet">{escape(example.title)}</p>{gallery.render(component, example)}'


if __name__ == "__main__":
    print(page(Path(sys.argv[1])))
