"""Writes a made-up archive of minutes, agendas, papers and actions as content for bcbsite.

    python benchmarks/make_archive.py --meetings 150 --out DIR

DIR/content gets eight documents a meeting.  The same number of meetings always gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from synthetic.documents import agenda_body, minutes_body
from synthetic.fronts import agenda_front, minutes_front, paper_front
from synthetic.logs import actions_yaml, board_yaml, people_yaml
from synthetic.papers import paper_body, paper_name
from synthetic.planning import plan_archive
from synthetic.records import Archive, Meeting

_HOME = """\
# Business Co-ordination Board

Minutes, agendas, papers and actions of the Business Co-ordination Board.
"""


def content_files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Every file: its path under content, and its text."""
    yield "board.yaml", board_yaml(archive)
    yield "people.yaml", people_yaml(archive)
    yield "actions.yaml", actions_yaml(archive)
    yield "pages/index.md", _HOME
    for meeting in archive.meetings:
        yield from _meeting_files(archive, meeting)


def _meeting_files(archive: Archive, meeting: Meeting) -> Iterator[tuple[str, str]]:
    folder = f"meetings/{meeting.day}"
    yield f"{folder}/agenda.md", agenda_front(meeting) + agenda_body(meeting)
    yield f"{folder}/minutes.md", minutes_front(archive, meeting) + minutes_body(archive, meeting)
    for item in meeting.reports:
        text = paper_front(archive, meeting, item) + paper_body(meeting, item)
        yield f"{folder}/papers/{paper_name(item)}.md", text


def write_files(files: Iterator[tuple[str, str]], folder: Path) -> None:
    """Writes texts, with the same line ends on every system."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def arguments(description: str) -> argparse.Namespace:
    """--meetings and --out."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--meetings", type=int, default=150, help="how many meetings (default: 150)")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    return parser.parse_args()


def main() -> None:
    """Writes DIR/content."""
    options = arguments("Writes a made-up archive as content for bcbsite.")
    write_files(content_files(plan_archive(options.meetings)), options.out / "content")


if __name__ == "__main__":
    main()
