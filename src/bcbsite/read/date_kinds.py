"""What a date or a time in YAML can be."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bcbsite.model.reference import PrintedDate
from bcbsite.read.dates import (
    clocks_change,
    no_such_day,
    parse_date,
    parse_instant,
    parse_time,
    wrong_weekday,
)
from bcbsite.read.kinds import Scalar, words
from bcbsite.read.yaml import Node, Problems


@dataclass(frozen=True)
class DateText(Scalar):
    """A date, or an instant; where its weekday is written too, that must be right."""

    form: str = ""
    """How to write it, where that is not as a date."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The day, or the instant."""
        value = super().read(node, problems)
        _note_wrong_weekday(node, value, problems)
        return value

    def wrong(self, text: str) -> str:
        """That a day does not exist is no matter of how it is written."""
        why = no_such_day(text)
        return f"“{text}” {why[0]}" if why else f"“{text}” cannot be read as {self.name}."

    def hint(self, text: str) -> str:
        """How long the month is, where that is what is wrong; else the form."""
        why = no_such_day(text)
        return why[1] if why else self.form


class InstantText(DateText):
    """A date, or a moment that is on the clock once."""

    def read(self, node: Node, problems: Problems) -> datetime | None:
        """The instant."""
        moment: datetime | None = super().read(node, problems)
        if moment and (why := clocks_change(moment)):
            problems.add("BCB218", node, f"“{node.value}” {why}")
            return None
        return moment


def _note_wrong_weekday(node: Node, value: date | None, problems: Problems) -> None:
    if value and (right := wrong_weekday(node.value, value)):
        problems.add("BCB210", node, f"“{node.value}” is a {right}.")


_AS_PRINTED = "If the signed document has it so, leave it: it is shown as words."


class PrintedDateText:
    """A date, or words where a date is printed."""

    name = "a date or words"

    def read(self, node: Node, problems: Problems) -> PrintedDate | None:
        """The words, and the day that they name."""
        if not (text := words(node, problems, self.name)):
            return None
        day = parse_date(text)
        _note_wrong_weekday(node, day, problems)
        if why := no_such_day(text):
            short = "two figures" in why[0]
            problems.add("BCB217", node, f"“{text}” {why[0]}", f"{why[1]} {_AS_PRINTED}" if short else "")
        return PrintedDate(text.strip(), day, problems.span(node))


DATE = DateText("a date", parse_date, "BCB206")
TIME = Scalar("a time such as 15:00", parse_time, "BCB207")
INSTANT = InstantText(
    "a date, or a date and time",
    parse_instant,
    "BCB206",
    "Write it as 2022-02-17, or with a time of 24 hours as 2022-02-17 17:00.",
)
PRINTED_DATE = PrintedDateText()
