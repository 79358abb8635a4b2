"""The commands that write new records."""

from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

import click

from bcbsite.archive.archive import Archive, join
from bcbsite.new.files import ExistsError, RefusedError, write_new
from bcbsite.new.meeting import NewFiles, agenda_file, dates_files, meeting_files, minutes_file
from bcbsite.new.person import add_people
from bcbsite.new.records import (
    board_file,
    decision_file,
    known_references,
    paper_file,
    response_file,
    taken_reference,
    taken_report,
)
from bcbsite.read.content import read_content
from bcbsite.read.dates import forms_of, no_such_day, parse_date, parse_time
from bcbsite.read.kinds import is_address_part
from bcbsite.read.references import is_meeting_id

F = TypeVar("F", bound=Callable[..., Any])


def _there(_: click.Context, __: click.Parameter, value: Path) -> Path:
    if not value.is_dir():
        raise click.BadParameter(
            f"There is no folder {value} here. “bcbsite new board” makes one; --content names another."
        )
    return value


content_option = click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    callback=_there,
    default="content",
    show_default=True,
    help="The folder with board.yaml and the records.",
)


def _words_or_none(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return None if value is None else _words(context, parameter, value)


@click.group()
def new() -> None:
    """Write the file of a new record, for you to complete."""


def meeting_argument(_: click.Context, __: click.Parameter, value: str) -> str:
    """The id of the meeting that *value* names: a day as people write it, or with a suffix."""
    if is_meeting_id(value):
        return value
    if day := parse_date(value):
        return day.isoformat()
    raise click.BadParameter(
        f"{_no_date(value)} A second meeting of a day has a suffix, as in 2022-03-10-extraordinary."
    )


def _meetings(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(meeting_argument(context, parameter, value) for value in values)


def _clock(_: click.Context, __: click.Parameter, value: str | None) -> time | None:
    clock = parse_time(value) if value else None
    if value and clock is None:
        raise click.BadParameter(f"“{value}” is no time. Write it as 15:00.")
    return clock


def _no_date(value: str) -> str:
    """Why *value* is none, and how to write one."""
    if why := no_such_day(value):
        return f"“{value}” {why[0]} {why[1]}"
    return f"“{value}” is no date. Write it as {forms_of(_EXAMPLE)}."


_EXAMPLE = date(2022, 3, 10)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    day = parse_date(value) if value else None
    if value and day is None:
        raise click.BadParameter(_no_date(value))
    return day


def day_option(name: str, says: str) -> Callable[[F], F]:
    """The option *name*, which takes a day and hands it on as `day`."""
    return click.option(name, "day", callback=_day, metavar="DATE", help=says)


def _words(_: click.Context, __: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("There are no words between the quotation marks.")
    return value


def _archive(content: Path) -> Archive:
    """All records, drafts too: what is written next builds on them."""
    read, _problems = read_content(content)
    if read is None:
        raise click.UsageError(f"{content}/board.yaml is missing or has mistakes; bcbsite check tells more.")
    return join(read, date.min)  # nothing here depends on the day


def _write(files: Mapping[Path, str], then: str, hidden: bool = True) -> None:
    try:
        written = write_new(files)
    except ExistsError as error:
        raise click.UsageError(str(error)) from None
    for path in written:
        click.echo(f"Written: {path}")
    click.echo(f"{then} Nothing of it is public while it says “status: draft”." if hidden else then)


def _refuse_taken(what: str, *taken: str | None) -> None:
    for there in filter(None, taken):
        raise click.UsageError(f"There is {what} already: {there}. Nothing was written.")


@new.command()
@click.option("--name", prompt="Name of the board", callback=_words, help="The name of the board.")
@click.option("--area", prompt="Police area", callback=_words, help="The police area, as in Westshire.")
@click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    default="content",
    show_default=True,
    help="The folder for the records.",
)
def board(name: str, area: str, content: Path) -> None:
    """Begin the records of a board: the folder for them, with board.yaml in it."""
    _write(
        board_file(content, name, area),
        "Next: “bcbsite new agenda” with a date, then “bcbsite serve --drafts” to look at it.",
        hidden=False,
    )


@new.command()
@click.argument("date", callback=meeting_argument)
@content_option
def agenda(date: str, content: Path) -> None:
    """Write the agenda of the meeting on DATE.

    It has the items of every meeting; one names the minutes to approve. Time and place are those of the last
    minutes.
    """
    _write_meeting(agenda_file, date, content, "Put the items in their order; then run bcbsite check.")


@new.command()
@click.argument("dates", nargs=-1, required=True, callback=_meetings, metavar="DATE…")
@click.option("--time", "clock", callback=_clock, metavar="TIME", help="When they begin, as in 15:00.")
@click.option("--location", callback=_words_or_none, help="Where they are held.")
@content_option
def dates(dates: tuple[str, ...], clock: time | None, location: str | None, content: Path) -> None:
    """Announce the meetings on each DATE, such as those of a year.

    Each gets a file meeting.yaml. Time and place are those of the last minutes where they are not given.
    """
    made = dates_files(_archive(content), content, dates, clock, location)
    _write(made.texts, "These dates are public with the next publication.", hidden=False)


@new.command()
@click.argument("date", callback=meeting_argument)
@content_option
def minutes(date: str, content: Path) -> None:
    """Write draft minutes of the meeting on DATE from its agenda.

    The items, their numbers, the papers and who presents them come along, the members from the last minutes,
    and each action that has not ended from the action log, for an update.
    """
    _write_meeting(minutes_file, date, content, _COMPLETE_MINUTES)


@new.command()
@click.argument("date", callback=meeting_argument)
@content_option
def meeting(date: str, content: Path) -> None:
    """Write the agenda and draft minutes of the meeting on DATE at once."""
    _write_meeting(
        meeting_files, date, content, f"Put the agenda's items in their order. {_COMPLETE_MINUTES}"
    )


_COMPLETE_MINUTES = "Replace each … in the minutes; then run bcbsite check."


def _write_meeting(
    make: Callable[[Archive, Path, str], NewFiles], id_: str, content: Path, then: str
) -> None:
    archive = _archive(content)
    try:
        made = make(archive, content, id_)
    except RefusedError as error:
        raise click.UsageError(f"{error} Nothing was written.") from None
    drafts = archive.board.drafts and any(path.name == "minutes.md" for path in made.texts)
    if drafts:
        then += " Draft minutes are public on this site, marked so: keep them elsewhere until they may be."
    _write(made.texts, then, hidden=not drafts)
    for note in made.notes:
        click.echo(f"Note: {note}")


@new.command()
@click.argument("meeting", callback=meeting_argument)
@click.argument("item", callback=_words)
@click.argument("title", callback=_words)
@content_option
def paper(meeting: str, item: str, title: str, content: Path) -> None:
    """Write a paper with TITLE for the agenda ITEM of MEETING."""
    files = paper_file(_archive(content).board, content, meeting, item, title)
    _write(files, "Replace each …, and list attached files by their names; then run bcbsite check.")


@new.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@content_option
def person(names: tuple[str, ...], content: Path) -> None:
    """Add people to people.yaml, each with the posts that minutes and papers print beside NAME."""
    read, _problems = read_content(content)
    archive, path = _archive(content), content / "people.yaml"
    if read is None or "people.yaml" in read.unread:
        raise click.UsageError(f"{path} has mistakes; bcbsite check tells more. Nothing was written.")
    try:
        ids = add_people(archive, read.people, path, names)
    except RefusedError as error:
        raise click.UsageError(f"{error} Nothing was written.") from None
    for id_ in ids:
        click.echo(f"Added to {path}: {id_}")
    click.echo("See whether the posts are right, add the days on which they began, and run bcbsite check.")


@new.command()
@click.argument("title", callback=_words)
@click.option("--published", callback=_day, metavar="DATE", help="The day the report was published.")
@content_option
def response(title: str, published: date | None, content: Path) -> None:
    """Write the file of an inspection report with TITLE, and of the response to it."""
    files = response_file(content, title, published)
    _refuse_taken("such a report", *(taken_report(file) for file in files))
    _write(files, "Copy each finding as a quotation under a heading of its own, and the comments.")


@new.command()
@click.argument("reference")
@click.argument("title", callback=_words)
@day_option("--date", "The day of the decision.")
@content_option
def decision(reference: str, title: str, day: date | None, content: Path) -> None:
    """Write the decision notice with REFERENCE and TITLE."""
    if not is_address_part(reference):
        known = known_references(content)
        example = known[-1] if known else "PCC-2022-003"
        raise click.UsageError(
            f"“{reference}” is no reference: it has letters, digits and hyphens, as in {example}."
        )
    _refuse_taken(f"the reference {reference}", taken_reference(content, reference))
    _write(decision_file(content, reference, title, day), "Write the notice in place of the ….")
