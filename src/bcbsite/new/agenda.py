"""The agenda of a new meeting: the standing items, and what the last minutes say of time and place."""

from bcbsite.model.reference import day_of
from bcbsite.new.before import Before
from bcbsite.new.files import front_matter, quoted


def agenda_text(before: Before, meeting: str) -> str:
    """The file of the agenda of *meeting*, by its id."""
    titles = (
        "Welcome and apologies",
        "Declarations of interest",
        before.item_about_minutes,
        "Action log",
        "Any other business",
    )
    headings = "".join(f"\n## {n}. {title}\n" for n, title in enumerate(titles, 1))
    clock = before.last.time if before.last else None
    location = before.last.location if before.last else None
    front = front_matter(
        date=str(day_of(meeting)),
        time=f"{clock:%H:%M}" if clock else None,
        location=quoted(location) if location else None,
        status="draft",
    )
    return front + headings
