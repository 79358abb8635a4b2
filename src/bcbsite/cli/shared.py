"""What the commands have in common: options, exit statuses, and how mistakes are told."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bcbsite.diagnostics import bounded, summary
from bcbsite.kept_on_disk import kept_on_disk, place_of
from bcbsite.pipeline import Loaded, instant
from bcbsite.publish.manifest import program
from bcbsite.read.dates import clocks_change, no_such_day, parse_instant
from bcbsite.report import in_brief

MISTAKES = 1
"""The exit status where the content has mistakes; click gives 2 for wrong use."""


class Commands(click.Group):
    """A group of commands; where the disk fails one of them, a sentence says so."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that the words on the command line name."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read what is printed has enough
                raise
            name = f"{error.filename}: " if error.filename else ""
            what = f"{name}{error.strerror or error}."
            raise click.ClickException(bounded(f"A file cannot be read or written. {what}")) from None


def present() -> datetime:
    """The present, or the one that SOURCE_DATE_EPOCH fixes, in whole seconds."""
    try:
        return instant().replace(microsecond=0)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _instant(_: click.Context, __: click.Parameter, value: str | None) -> datetime:
    """The moment that the words on the command line name; the present where there are none."""
    now = present()  # also where it is not asked for: MkDocs will read the same variable
    if value is None:
        return now
    moment = parse_instant(value)
    if moment is None:
        why = no_such_day(value)
        says = why[0] if why else "is no date such as 2022-02-10 or “2022-02-10 15:00”."
        raise click.BadParameter(f"“{value}” {says}")
    if change := clocks_change(moment):
        raise click.BadParameter(f"“{value}” {change}")
    return moment


now_option = click.option(
    "--now",
    callback=_instant,
    metavar="DATE",
    help="The moment that the site is made for, in UK time; the present if nothing is said.",
)


@contextmanager
def keeping_for(content: Path) -> Iterator[None]:
    """Use what was kept of the folder *content* when it was read last, and keep what is read now."""
    with kept_on_disk(place_of(content), program(), lambda told: click.echo(told, err=True)):
        yield


_LOOK: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "place": {"bold": True},
    "note": {"fg": "blue", "bold": True},
    "help": {"fg": "cyan"},
}


def tell(loaded: Loaded, err: bool = True) -> None:
    """Print the mistakes, or the first of many, and how many there are; in colour where a person looks on."""
    for line in in_brief(loaded.diagnostics, lambda text, kind: click.style(text, **_LOOK[kind])):
        click.echo(line, err=err)
    if loaded.public is None:
        click.echo(summary(loaded.diagnostics), err=err)
