"""The cases of reading in `tests/cases/`: their table, their content, and what the program makes of it."""

import html
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bcbsite.archive.addresses import agenda_address, inspection_address, minutes_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.codes import Severity
from bcbsite.diagnostics import Diagnostic
from bcbsite.host.resources import THEME
from bcbsite.model.agenda import Agenda
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.reference import Listed
from bcbsite.new.files import RefusedError
from bcbsite.new.sync import sync_log
from bcbsite.pages.page import Page
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from bcbsite.text.fold import folded

CASES = Path(__file__).resolve().parent / "cases"
AS_AT = datetime(2022, 6, 1, 12, 0, tzinfo=UTC)
MINUTES = "content/meetings/2022-02-10/minutes.md"
FRONT_MATTER = "---\ndate: 2022-02-10\n---\n\n"
BOARD = "name: Oversight Board\narea: Westshire\n"
LACKING = "BCB404"
"""That the log lacks an action: true of every case that raises one, and so no word about how it was read."""

Entry = Mapping[str, Any]
"""Something that was read, or should be: its values by the names that the table uses."""


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the table."""

    id: str
    keys: Mapping[str, Any]

    @property
    def is_text(self) -> bool:
        """Whether the input is the text of minutes and no folder."""
        return str(self.keys["input"]).endswith(".md")

    @property
    def added_lines(self) -> int:
        """How many lines stand above the input in its file."""
        return FRONT_MATTER.count("\n") if self.is_text else 0

    def write(self, folder: Path) -> Path:
        """Write its files below *folder*; the folder of the content."""
        made = {made["path"]: made["text"].encode() for made in self.keys.get("make", ())}
        if self.is_text:
            text = (CASES / self.keys["input"]).read_bytes()
            made |= {"content/board.yaml": BOARD.encode(), MINUTES: FRONT_MATTER.encode() + text}
        else:
            shutil.copytree(CASES / self.keys["input"], folder, dirs_exist_ok=True)
        for name, content in made.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder / "content"


def all_cases() -> list[Case]:
    """The table, in its order."""
    rows = yaml.safe_load((CASES / "cases.yaml").read_text("utf-8"))
    return [Case(row["id"], row) for row in rows]


def open_cases() -> list[str]:
    """The ids of the cases that are known not to be read rightly yet."""
    return (CASES / "open.txt").read_text("utf-8").split()


def words(text: str) -> str:
    """*text* as it looks, with single spaces."""
    return " ".join(folded(text).split())


@dataclass
class Reading:
    """What the program made of a case: what it read, what it shows, and what it told."""

    folder: Path
    """The one with `content/` in it."""
    page: str | None = None
    """The page to look at, where it is not that of the record."""
    told: list[Diagnostic] = field(init=False)
    """All warnings and errors."""
    public: Archive | None = field(init=False)

    def __post_init__(self) -> None:
        loaded = load(self.folder / "content", AS_AT)
        told = (each for each in loaded.diagnostics if each.rule.severity is not Severity.NOTE)
        self.told = [each for each in told if each.code != LACKING]
        self.public = loaded.public

    @property
    def _meeting(self) -> Meeting | None:
        return next(iter(self.public.meetings.values()), None) if self.public else None

    @property
    def document(self) -> Minutes | Agenda | None:
        """The minutes of the first meeting, or its agenda."""
        meeting = self._meeting
        return (meeting.minutes or meeting.agenda) if meeting else None

    def entries(self, key: str) -> list[Entry]:
        """What was read of the kind *key*; nothing where an error stopped it."""
        return list(getattr(self, f"_read_{key}")()) if self.document else []

    def _read_items(self) -> Iterator[Entry]:
        assert self.document
        for item in self.document.body.items:
            yield {"number": item.label, "title": item.title.text}

    def _read_paragraphs(self) -> Iterator[Entry]:
        assert self.document
        yield from ({"number": passage.label} for passage in self.document.body.passages if passage.label)

    def _read_decisions(self) -> Iterator[Entry]:
        assert self.public
        for decision in self.public.register:
            kind, text = str(decision.kind), decision.text
            yield {"at": _place(decision), "kind": kind, "by": decision.by, "text": text}

    def _read_members(self) -> Iterator[Entry]:
        return self._listed("members")

    def _read_in_attendance(self) -> Iterator[Entry]:
        return self._listed("in_attendance")

    def _read_apologies(self) -> Iterator[Entry]:
        return self._listed("apologies")

    def _listed(self, group: str) -> Iterator[Entry]:
        listed: tuple[Listed, ...] = getattr(self.document, group)
        yield from ({"name": one.name, "role": one.role} for one in listed)

    def _read_actions(self) -> Iterator[Entry]:
        """The actions of the log, after `bcbsite actions sync` on a copy."""
        copy = self.folder / "synced"
        shutil.copytree(self.folder / "content", copy)
        try:
            sync_log(copy)
        except RefusedError:
            return
        content, _ = read_content(copy)
        assert content
        assert self.document
        for action in content.log.actions:
            place = action.raised.place
            part = self.document.body.find(place) if place else None
            yield {
                "at": [place, *([part.label, getattr(part, "title", None)] if part else [])],
                "number": action.number,
                "text": "\n".join(block.prose.text for block in action.action if hasattr(block, "prose")),
                "owner": [owner.name for owner in action.owners],
                "target": action.target and action.target.printed,
            }

    def _read_outcomes(self) -> Iterator[Entry]:
        """What the page of the minutes shows right below the heading of each item."""
        assert self.document
        labels = {item.anchor: item.label for item in self.document.body.items}
        for anchor, below in re.findall(
            r'<h\d[^>]* id="(item-[^"]+)".*?</h\d>(.*?)(?=<h\d|\Z)', self.shown_html, re.S
        ):
            for outcome in re.findall(r'<p class="bcb-outcome">\s*Outcome(.*?)</p>', below, re.S):
                for look, kind in re.findall(
                    r'<span class="bcb-tag(?: bcb-tag-)?([^"]*)">([^<]+)</span>', outcome
                ):
                    yield {"item": labels[anchor], "kind": kind, "look": look}

    @property
    def address(self) -> str | None:
        """The address of the page to look at."""
        if self.page or not self.public:
            return self.page
        if self.public.inspections:
            return inspection_address(self.public.inspections[0].slug)
        assert self._meeting
        address = minutes_address if self._meeting.minutes else agenda_address
        return address(self._meeting.id)

    def page_of(self, address: str) -> str:
        """The HTML of the page at *address*; nothing where there is none."""
        if not self.public:
            return ""
        page = self._pages.get(address)
        return Renderer(self.public, [THEME]).render(page) if page else ""

    @cached_property
    def _pages(self) -> Mapping[str, Page]:
        return {page.address: page for page in SitePages(self.public).all} if self.public else {}

    @cached_property
    def shown_html(self) -> str:
        """The HTML of the page to look at."""
        return self.page_of(self.address or "")

    @cached_property
    def shown(self) -> str:
        """The words of that page, and after them the addresses that its links lead to."""
        text = html.unescape(
            re.sub(r"<[^>]*>", " ", re.sub(r"</?(a|b|em|strong|mark)\b[^>]*>", "", self.shown_html))
        )
        links = re.findall(r'href="([^"]+)"', self.shown_html)
        return " ".join([words(text), *links])

    def block(self, file: str, line: int) -> tuple[range, str]:
        """The lines of the block in *file* that has *line*, and its text; a line of front matter stands alone."""
        lines = (self.folder / file).read_text("utf-8").split("\n")
        ends = [n for n, text in enumerate(lines, 1) if text == "---"][:2]
        first = last = line
        if file.endswith(".md") and (len(ends) < 2 or line > ends[1]):
            while first > 1 and lines[first - 2].strip() and first - 1 not in ends:
                first -= 1
            while last < len(lines) and lines[last].strip():
                last += 1
        return range(first, last + 1), words("\n".join(lines[first - 1 : last]))

    def told_at(self, file: str, line: int) -> list[Diagnostic]:
        """The warnings and errors at *line* of *file*, or at another line of its block."""
        at, _ = self.block(file, line)
        path = (self.folder / file).as_posix()
        return [each for each in self.told if each.span.path == path and each.span.line in at]

    def account(self) -> str:
        """What was told, a line each, for the message of a test that fails."""
        start = f"{self.folder.as_posix()}/"
        lines = [
            f"  {str(each.span).removeprefix(start)} {each.rule.severity} {each.code}: {each.message} [{each.help}]"
            for each in self.told
        ]
        return "\n".join(["told:", *(lines or ["  nothing"])])


def _place(decision: Decision) -> str | None:
    """The number of a decision's paragraph, or of the one before it; else that of its item, or its title."""
    if decision.label or not decision.item:
        return decision.label
    return decision.item.label or decision.item.title.text
