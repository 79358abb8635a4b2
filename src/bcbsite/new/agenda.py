"""The agenda of a new meeting: the standing items, and what the last minutes say of time and place."""

import datetime as dt
from collections.abc import Mapping

from bcbsite.model.arrangements import Arrangements
from bcbsite.model.reference import day_of
from bcbsite.new.before import Before
from bcbsite.new.files import front_matter, quoted


def agenda_text(before: Before, meeting: str, arranged: Arrangements | None = None) -> str:
    """The file of the agenda of *meeting*, by its id, of which meeting.yaml says what is *arranged*."""
    titles = (
        "Welcome and apologies",
        "Declarations of interest",
        before.item_about_minutes,
        "Action log",
        "Any other business",
    )
    headings = "".join(f"\n## {n}. {title}\n" for n, title in enumerate(titles, 1))
    last = before.last
    facts = time_and_place(last.time if last else None, last.location if last else None, arranged)
    return front_matter(date=str(day_of(meeting)), **facts, status="draft") + headings


def time_and_place(
    clock: dt.time | None, location: str | None, arranged: Arrangements | None
) -> Mapping[str, str | None]:
    """The lines of front matter for both, but for what meeting.yaml says already."""
    lines = {
        "time": f"{clock:%H:%M}" if clock else None,
        "location": quoted(location) if location else None,
    }
    there = arranged.spans if arranged else {}
    return {key: value for key, value in lines.items() if key not in there}
