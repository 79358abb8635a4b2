"""What earlier meetings hand on to a new one: the members, the time and place, the minutes to approve."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.reference import Listed
from bcbsite.pages.words import day_in_words

TO_WRITE = "…"
"""What stands for words that are still to be written."""


@dataclass(frozen=True, slots=True)
class Before:
    """The meetings before a new one."""

    written: Sequence[Meeting]
    """Those whose minutes are held and have words of their own, oldest first."""
    to_approve: Sequence[Meeting]
    """Those whose minutes the new meeting has to approve, oldest first: the last, and drafts right before."""
    unwritten: Sequence[Meeting]
    """Those after the last with minutes of which nothing is written yet: they may not have taken place."""

    @property
    def last(self) -> Minutes | None:
        """The last minutes that are written."""
        return self.written[-1].minutes if self.written else None

    @property
    def item_about_minutes(self) -> str:
        """The title of the standing item."""
        days = list(dict.fromkeys(day_in_words(meeting.day) for meeting in self.to_approve))
        if not days:
            return "Minutes of the last meeting"
        *most, last = days
        held = f"{', '.join(most)} and {last}" if most else last
        return f"Minutes of the {'meetings' if most else 'meeting'} held on {held}"

    @property
    def absent(self) -> Iterator[Listed]:
        """Those who sent apologies for the last meeting; they may be members or not."""
        yield from self.last.apologies if self.last else ()

    @property
    def notes(self) -> Iterator[str]:
        """What only a person can tell of them."""
        for meeting in self.unwritten:
            yield (
                f"No minutes of {day_in_words(meeting.day)} are written yet. If that meeting took place, "
                "name it in the item about minutes."
            )


def before(archive: Archive, meeting: str) -> Before:
    """What comes before *meeting*, by its id, in *archive*, which has all records, drafts too."""
    earlier = [each for each in archive.meetings.values() if each.id < meeting]
    written = [each for each in earlier if each.minutes and is_written(each.minutes)]
    waiting = list(takewhile(lambda each: _waits(archive, each), reversed(written)))[::-1]
    last = written[-1].id if written else ""
    return Before(written, waiting or written[-1:], [each for each in earlier if each.id > last])


def is_written(minutes: Minutes) -> bool:
    """Whether *minutes* have more than what `bcbsite new` wrote: a paragraph without “…”."""
    if minutes.status is not Status.DRAFT:
        return True
    return any(
        passage.blocks and TO_WRITE not in plain_text(passage.blocks) for passage in minutes.body.passages
    )


def _waits(archive: Archive, meeting: Meeting) -> bool:
    """Whether its minutes are a draft, and no meeting is known to have approved them."""
    draft = meeting.minutes and meeting.minutes.status is Status.DRAFT
    return bool(draft) and all(approval.deferred for approval in archive.approvals.of(meeting.id))
