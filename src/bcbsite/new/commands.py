"""The commands that write new records."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from bcbsite.archive.archive import Archive, join
from bcbsite.new.files import ExistsError, write_new
from bcbsite.new.meeting import meeting_files
from bcbsite.new.records import decision_file, paper_file, response_file, taken_reference, taken_report
from bcbsite.read.content import read_content
from bcbsite.read.dates import parse_date
from bcbsite.read.kinds import is_address_part
from bcbsite.read.references import is_meeting_id

F = TypeVar("F", bound=Callable[..., Any])

content_option = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="content",
    show_default=True,
    help="The folder with board.yaml and the records.",
)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    day = parse_date(value) if value else None
    if value and day is None:
        raise click.BadParameter(f"“{value}” is no date such as 2022-03-10.")
    return day


def day_option(name: str, says: str) -> Callable[[F], F]:
    """The option *name*, which takes a day and hands it on as `day`."""
    return click.option(name, "day", callback=_day, metavar="DATE", help=says)


@click.group()
def new() -> None:
    """Write the file of a new record, for you to complete."""


def _meeting(_: click.Context, __: click.Parameter, value: str) -> str:
    if is_meeting_id(value):
        return value
    if day := parse_date(value):
        return day.isoformat()
    raise click.BadParameter(
        f"“{value}” is no date such as 2022-03-10 or 10 March 2022, nor one with a suffix such as "
        "2022-03-10-extraordinary."
    )


def _reference(_: click.Context, __: click.Parameter, value: str) -> str:
    if not is_address_part(value):
        raise click.BadParameter(f"“{value}” is no reference such as CPCC-2022-003.")
    return value


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
@click.argument("date", callback=_meeting)
@content_option
def meeting(date: str, content: Path) -> None:
    """Write the agenda and draft minutes of the meeting on DATE.

    The standing items, and from the last minutes the members, time and place, are filled in; the action log
    has each action that has not ended.
    """
    archive = _archive(content)
    then = "Put the agenda's items in their order, and replace each … in the minutes; then run bcbsite check."
    if archive.board.drafts:
        then += " Draft minutes are public on this site, marked so: keep them elsewhere until they may be."
    _write(meeting_files(archive, content, date), then, hidden=not archive.board.drafts)


@new.command()
@click.argument("meeting", callback=_meeting)
@click.argument("item", callback=_words)
@click.argument("title", callback=_words)
@content_option
def paper(meeting: str, item: str, title: str, content: Path) -> None:
    """Write a paper with TITLE for the agenda ITEM of MEETING."""
    files = paper_file(_archive(content).board, content, meeting, item, title)
    _write(files, "Replace each …, and list attached files by their names; then run bcbsite check.")


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
@click.argument("reference", callback=_reference)
@click.argument("title", callback=_words)
@day_option("--date", "The day of the decision.")
@content_option
def decision(reference: str, title: str, day: date | None, content: Path) -> None:
    """Write the decision notice with REFERENCE and TITLE."""
    _refuse_taken(f"the reference {reference}", taken_reference(content, reference))
    _write(decision_file(content, reference, title, day), "Write the notice in place of the ….")
