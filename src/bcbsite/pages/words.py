"""Dates, times, numbers and places in words, and words as a few digits."""

from datetime import date, time
from hashlib import sha256
from pathlib import Path

from bcbsite.archive.mentions.source import Source
from bcbsite.model.arrangements import Arrangements
from bcbsite.model.key import RecordKind
from bcbsite.model.reference import day_of
from bcbsite.read.dates import WEEKDAYS, day_in_words
from bcbsite.text.file_names import short_name
from bcbsite.text.fold import less_unseen

_BEGINNING = 90
_LONGEST = 150
"""Letters of a name, at most; the longest name that file systems take has 255 bytes."""

__all__ = [
    "beginning",
    "bounded_name",
    "day_in_words",
    "fingerprint",
    "going_ahead",
    "source_in_words",
    "time_in_words",
    "weekday_in_words",
]


def weekday_in_words(day: date) -> str:
    """`Tuesday 29 September 2020`."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def time_in_words(clock: time) -> str:
    """`3pm`, `11:45am`, as GOV.UK writes times."""
    hour = clock.hour % 12 or 12
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{hour}{minutes}{'am' if clock.hour < 12 else 'pm'}"


def going_ahead(arranged: Arrangements) -> str:
    """`Cancelled on 3 March 2022: …`, `Moved to 17 March 2022.`; nothing where a meeting goes ahead."""
    if not arranged.is_off or not arranged.state:
        return ""
    day = f" to {day_in_words(day_of(arranged.moved_to.meeting))}" if arranged.moved_to else ""
    since = f" on {day_in_words(arranged.changed)}" if arranged.changed else ""
    separator = "," if day and since else ""
    why = f": {arranged.reason}" if arranged.reason else "."
    return f"{arranged.state.capitalize()}{day}{separator}{since}{why}"


def source_in_words(source: Source) -> str:
    """Where a text stands, as it is cited: `Minutes of 29 September 2020, 4.1`."""
    day = day_in_words(source.day) if source.day else ""
    match source.record.kind:
        case RecordKind.MINUTES | RecordKind.AGENDA as kind:
            title = f"{kind.capitalize()} of {day}"
        case RecordKind.PAPER:
            title = f"{source.title} (paper of {day})"
        case RecordKind.ACTION:
            title = f"Action log, {source.title}"
        case _:
            title = source.title
    return f"{title}, {source.label}" if source.label else title


def file_in_words(path: Path, pages: str | None = None) -> str:
    """What a file is and how large: `PDF, 2 pages, 120 kB`."""
    size = path.stat().st_size
    large = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
    of_pages = [f"{pages} page{'' if pages == '1' else 's'}"] if pages else []
    return ", ".join([path.suffix.removeprefix(".").upper(), *of_pages, large])


def fingerprint(text: str) -> str:
    """16 digits that stand for the words of *text*, wherever its lines are broken or its words could be."""
    return sha256(" ".join(less_unseen(text).split()).encode()).hexdigest()[:16]


def bounded_name(name: str) -> str:
    """*name* for a file or folder; one that is too long is shortened, and told apart by its fingerprint."""
    return name if len(name) <= _LONGEST else f"{short_name(name, _LONGEST)}-{fingerprint(name)}"


def beginning(text: str, length: int = _BEGINNING) -> str:
    """The first words of *text*, at most *length* characters, with an ellipsis where there are more."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words.rstrip(".")
    return words[:length].rpartition(" ")[0].rstrip(",;") + " …"
