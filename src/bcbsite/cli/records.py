"""The commands that keep the records: what is due, the action log, the published addresses."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date as date_
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeVar

import click

from bcbsite.archive.archive import join
from bcbsite.archive.due import Due
from bcbsite.cli.shared import MISTAKES, now_option, tell
from bcbsite.diagnostics import Diagnostic
from bcbsite.importing.ledger import Entry, remaining
from bcbsite.new.approve import approve as mark_approved
from bcbsite.new.commands import content_option, meeting_argument
from bcbsite.new.erase import erase as erase_address
from bcbsite.new.files import RefusedError
from bcbsite.new.people import sync_people
from bcbsite.new.permalinks import keep_permalinks
from bcbsite.new.sync import sync_log, told
from bcbsite.pages.words import day_in_words
from bcbsite.pipeline import Loaded, due, load
from bcbsite.read.content import read_content
from bcbsite.read.dates import LONDON

LATE = 3
"""The exit status where something is late, or soon will be."""


@click.command()
@content_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For a person, or for a program.",
)
@now_option
def status(content: Path, format_: str, now: datetime) -> None:
    """Say what is due, and which duties are not met.

    The exit status, for scheduled jobs, is 3 where something is late, where a response is due within 14
    days, or where minutes were approved and are not marked so.
    """
    found, problems = due(content, now)
    if found is None:
        tell(Loaded(None, problems))
        sys.exit(MISTAKES)
    files = list(remaining(content))
    for line in _as_json(found, files) if format_ == "json" else _as_text(found, files, now):
        click.echo(line)
    if any(entry.urgent for entry in found):
        sys.exit(LATE)


def _as_text(found: Sequence[Due], files: Sequence[Entry], now: datetime) -> Iterator[str]:
    yield f"As at {day_in_words(now.astimezone(LONDON).date())}:"
    if not found and not files:
        yield "Nothing is due."
    for kind, of_kind in groupby(found, key=lambda entry: entry.kind):
        yield ""
        yield kind.plural
        for entry in of_kind:
            mark = "!" if entry.urgent else " "
            yield f"{mark} {entry.what}: {entry.says}"
            yield f"      {entry.at}"
    if files:
        yield ""
        yield "Imported files that are no records yet"
    for file in files:
        yield f"  {file.file}: {file.outcome}; {file.why}"


def _as_json(found: Sequence[Due], files: Sequence[Entry]) -> Iterator[str]:
    fields = (
        {
            "kind": entry.kind,
            "what": entry.what,
            "says": entry.says,
            "day": entry.day.isoformat() if entry.day else None,
            "urgent": entry.urgent,
            "path": entry.at.path,
            "line": entry.at.line,
        }
        for entry in found
    )
    imported = (
        {
            "kind": "imported file",
            "what": file.file,
            "says": f"{file.outcome}; {file.why}",
            "day": None,
            "urgent": False,
            "path": file.records[0] if file.records else None,
            "line": None,
        }
        for file in files
    )
    yield json.dumps([*fields, *imported], ensure_ascii=False, indent=2)


class _Synced(Protocol):
    """What a sync of the log or of the people gives back."""

    @property
    def mistakes(self) -> list[Diagnostic]: ...


S = TypeVar("S", bound=_Synced)


def _synced(sync: Callable[[Path], S], content: Path) -> S:
    """What *sync* added to a file of *content*; an error, and nothing written, where it could not."""
    try:
        synced = sync(content)
    except RefusedError as error:
        raise click.ClickException(f"{error} Nothing was written.") from None
    if synced.mistakes:
        tell(Loaded(None, synced.mistakes))
        click.echo("Nothing was written.", err=True)
        sys.exit(MISTAKES)
    return synced


@click.group()
def actions() -> None:
    """Keep the action log in step with the minutes."""


@actions.command()
@content_option
def sync(content: Path) -> None:
    """Add to actions.yaml each action that minutes raise and that it lacks, for you to complete."""
    synced = _synced(sync_log, content)
    for line in told(synced, content / "actions.yaml"):
        click.echo(line)


@click.group()
def people() -> None:
    """Keep the list of people in step with the minutes."""


@people.command("sync")
@content_option
def sync_names(content: Path) -> None:
    """Add to people.yaml each person whom a document lists and whom it lacks, for you to complete."""
    synced = _synced(sync_people, content)
    if not synced.added:
        click.echo("Everybody whom the documents list is in people.yaml already.")
    for one in synced.added:
        click.echo(f"Added to {content / 'people.yaml'}: {one.name}{f', {one.post}' if one.post else ''}.")
    if synced.added:
        click.echo("See whether somebody is there twice, under two spellings; then run bcbsite check.")


@click.command()
@click.argument("date", callback=meeting_argument)
@click.option(
    "--at", metavar="PLACE", help="Where they were approved, as in 2022-05-26#3.1, if no minutes say."
)
@content_option
def approve(date: str, at: str | None, content: Path) -> None:
    """Mark minutes of DATE as approved, if later ones approve them."""
    read, problems = read_content(content)
    if read is None:
        tell(Loaded(None, problems))
        sys.exit(MISTAKES)
    try:
        click.echo(mark_approved(join(read, date_.min), date, at))
    except RefusedError as error:
        raise click.ClickException(f"{error} Nothing was written.") from None


@click.command()
@click.argument("address")
@content_option
def erase(address: str, content: Path) -> None:
    """Erase an ADDRESS that has somebody's name.

    It leaves permalinks.txt, and erased.txt has its digest alone, so that nobody can read it there. Then the
    lines of records are listed that still have the name.
    """
    try:
        for line in erase_address(content, address):
            click.echo(line)
    except RefusedError as error:
        raise click.ClickException(f"{error} Nothing was written.") from None


@click.command()
@content_option
@now_option
def permalinks(content: Path, now: datetime) -> None:
    """Note what addresses are published, so that none is lost.

    They are kept in permalinks.txt, in the folder of the records. Nothing is noted while there are mistakes.
    """
    loaded = load(content, now)
    tell(loaded, err=False)
    if loaded.pages is None:
        sys.exit(MISTAKES)
    click.echo(keep_permalinks(content / "permalinks.txt", loaded.pages, loaded.permalinks))
