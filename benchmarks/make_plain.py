"""Lays the same made-up archive out for MkDocs with Material alone, as one would without bcbsite.

    python benchmarks/make_plain.py --meetings 150 --out DIR

DIR/plain gets a mkdocs.yml and a page for each document, one for each meeting, and one for each series of the
action log.  Front matter becomes a readable head.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from make_archive import arguments, write_files
from synthetic.days import ordinal
from synthetic.documents import agenda_body, minutes_body
from synthetic.papers import paper_body, paper_name
from synthetic.people import attendance, role
from synthetic.planning import plan_archive
from synthetic.records import Action, Archive, Item, Meeting, Person

_CONFIGURATION = """\
site_name: Business Co-ordination Board
theme:
  name: material
  font: false
  features:
    - navigation.indexes
    - navigation.prune
plugins:
  - search
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - sane_lists
  - tables
  - toc:
      permalink: true
"""


def plain_files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Every file: its path under plain, and its text."""
    yield "mkdocs.yml", _CONFIGURATION
    yield "docs/index.md", _home(archive)
    for series, actions in groupby(archive.actions, key=lambda action: action.series):
        yield f"docs/actions/{series}.md", _log(series, tuple(actions))
    for meeting in archive.meetings:
        yield from _meeting_files(archive, meeting)


def _meeting_files(archive: Archive, meeting: Meeting) -> Iterator[tuple[str, str]]:
    folder = f"docs/{_folder(meeting)}"
    yield f"{folder}/index.md", _hub(meeting)
    yield f"{folder}/agenda.md", _agenda_head(meeting) + agenda_body(meeting)
    yield f"{folder}/minutes.md", _minutes_head(archive, meeting) + minutes_body(archive, meeting)
    for item in meeting.reports:
        text = _paper_head(archive, meeting, item) + paper_body(meeting, item)
        yield f"{folder}/papers/{paper_name(item)}.md", text


def _folder(meeting: Meeting) -> str:
    return f"{meeting.day.year}/{meeting.day}"


def _home(archive: Archive) -> str:
    years = groupby(reversed(archive.meetings), key=lambda meeting: meeting.day.year)
    series = dict.fromkeys(action.series for action in archive.actions)
    blocks = ["# Business Co-ordination Board", "## Action log", _bullets(map(_log_link, series))]
    for year, meetings in years:
        links = (f"[{ordinal(meeting.day)}]({_folder(meeting)}/index.md)" for meeting in meetings)
        blocks += [f"## {year}", _bullets(links)]
    return _page(blocks)


def _log_link(series: int) -> str:
    return f"[{series} and {series + 1}](actions/{series}.md)"


def _hub(meeting: Meeting) -> str:
    papers = (f"[{item.title}](papers/{paper_name(item)}.md)" for item in meeting.reports)
    blocks = [
        f"# Meeting of {ordinal(meeting.day)}",
        _occasion(meeting),
        _bullets(("[Agenda](agenda.md)", "[Minutes](minutes.md)")),
        "## Papers",
        _bullets(papers),
    ]
    return _page(blocks)


def _agenda_head(meeting: Meeting) -> str:
    return _page([f"# Agenda, {ordinal(meeting.day)}", _occasion(meeting), ""])


def _minutes_head(archive: Archive, meeting: Meeting) -> str:
    there = attendance(archive, meeting)
    blocks = [f"# Minutes, {ordinal(meeting.day)}", _occasion(meeting)]
    for title, people in (
        ("Members", there.members),
        ("In attendance", there.attending),
        ("Apologies", there.apologies),
    ):
        blocks += [f"**{title}**", _bullets(map(_person, people))] if people else []
    return _page([*blocks, f"Signed by {there.members[0].name}, {there.members[0].post.name}", ""])


def _paper_head(archive: Archive, meeting: Meeting, item: Item) -> str:
    assert item.subject is not None
    facts = (
        f"**Item:** {item.label}",
        "**To:** Business Co-ordination Board",
        f"**From:** {item.subject.author}",
        f"**Date:** {ordinal(meeting.day)}",
        f"**Contact officer:** {_person(archive.holder(item.subject.author, meeting.day))}",
    )
    return _page([f"# {item.title}", _bullets(facts), ""])


def _occasion(meeting: Meeting) -> str:
    return f"{ordinal(meeting.day)}, {meeting.time}, {meeting.location}"


def _person(person: Person) -> str:
    return f"{person.name}, {role(person)}"


def _log(series: int, actions: tuple[Action, ...]) -> str:
    rows = "\n".join(map(_row, actions))
    head = "| No. | Raised | Action | Owner | Target | Updates | Status |\n|---|---|---|---|---|---|---|"
    return _page([f"# Action log, {series} and {series + 1}", f"{head}\n{rows}"])


def _row(action: Action) -> str:
    minutes = f"../{action.day.year}/{action.day}/minutes.md"
    updates = "<br>".join(f"{ordinal(event.day)}: {event.update}" for event in action.events)
    statuses = [event.status for event in action.events if event.status]
    cells = (
        action.printed,
        f"[{ordinal(action.day)}]({minutes}), {action.place}",
        action.text,
        ", ".join(action.owners),
        action.target,
        updates,
        statuses[-1] if statuses else "",
    )
    return f"| {' | '.join(cells)} |"


def _bullets(entries: Iterator[str] | tuple[str, ...] | map[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


def _page(blocks: list[str]) -> str:
    return "\n\n".join(blocks).rstrip("\n") + ("\n\n" if blocks[-1] == "" else "\n")


def main() -> None:
    """Writes DIR/plain."""
    options = arguments("Lays the made-up archive out for MkDocs with Material alone.")
    write_files(plain_files(plan_archive(options.meetings)), options.out / "plain")


if __name__ == "__main__":
    main()
