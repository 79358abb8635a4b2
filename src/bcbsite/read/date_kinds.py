"""What a date or a time in YAML can be."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bcbsite.model.reference import PrintedDate
from bcbsite.read.dates import days_of_month, parse_date, parse_instant, parse_time, wrong_weekday
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
        if days_of_month(text):
            return f"“{text}” is not a date that exists."
        return f"“{text}” cannot be read as {self.name}."

    def hint(self, text: str) -> str:
        """How long the month is, where that is what is wrong; else the form."""
        days = days_of_month(text)
        return f"That month has {days} days. Look up the true date." if days else self.form


def _note_wrong_weekday(node: Node, value: date | None, problems: Problems) -> None:
    if value and (right := wrong_weekday(node.value, value)):
        problems.add("BCB210", node, f"“{node.value}” is a {right}.")


class PrintedDateText:
    """A date, or words where a date is printed."""

    name = "a date or words"

    def read(self, node: Node, problems: Problems) -> PrintedDate | None:
        """The words, and the day that they name."""
        if not (text := words(node, problems, self.name)):
            return None
        day = parse_date(text)
        _note_wrong_weekday(node, day, problems)
        return PrintedDate(text.strip(), day, problems.span(node))


DATE = DateText("a date", parse_date, "BCB206")
TIME = Scalar("a time such as 15:00", parse_time, "BCB207")
INSTANT = DateText(
    "a date, or a date and time",
    parse_instant,
    "BCB206",
    "Write it as 2022-02-17, or with a time of 24 hours as 2022-02-17 17:00.",
)
PRINTED_DATE = PrintedDateText()
