"""The command line. MkDocs, which is slow to load, is imported by the commands that need it."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bcbsite import __version__
from bcbsite.codes import RULES
from bcbsite.diagnostics import summary
from bcbsite.host.resources import section_of
from bcbsite.new.commands import content_option, new
from bcbsite.new.permalinks import keep_permalinks
from bcbsite.new.files import RefusedError
from bcbsite.new.sync import sync_log, told
from bcbsite.pipeline import Loaded, instant, load
from bcbsite.read.dates import parse_instant
from bcbsite.read.kinds import did_you_mean
from bcbsite.read.schema import FILES, schema_of
from bcbsite.report import FORMATS, as_text

MISTAKES = 1
"""The exit status where the content has mistakes; click gives 2 for wrong use."""


def _instant(_: click.Context, __: click.Parameter, value: str | None) -> datetime:
    """The moment that the words on the command line name; the present where there are none."""
    try:
        present = instant()  # also where it is not asked for: MkDocs will read the same variable
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if value is None:
        return present
    moment = parse_instant(value)
    if moment is None:
        raise click.BadParameter(f"“{value}” is no date such as 2022-02-10 or “2022-02-10 15:00”.")
    return moment


now_option = click.option(
    "--now",
    callback=_instant,
    metavar="DATE",
    help="The moment that the site is made for, in UK time; the present if nothing is said.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bcbsite")
def main() -> None:
    """Make a public website from a board's minutes, agendas, papers and actions.

    The exit status is 0 when all is well, 1 when the content has mistakes, and 2 when the command is used
    wrongly.
    """


main.add_command(new)


@main.command()
@content_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="How mistakes are printed: for a person, for a program, or as notes on a pull request.",
)
@now_option
def check(content: Path, format_: str, now: datetime) -> None:
    """Look for mistakes in the records, and say how to mend them."""
    loaded = load(content, now)
    if format_ == "text":
        _tell(loaded, err=False)
        if loaded.public:
            click.echo(f"{content} is ready to publish ({summary(loaded.diagnostics)}).")
    else:
        for line in FORMATS[format_](loaded.diagnostics):
            click.echo(line)
    if loaded.public is None:
        sys.exit(MISTAKES)


@main.group()
def actions() -> None:
    """Keep the action log in step with the minutes."""


@actions.command()
@content_option
def sync(content: Path) -> None:
    """Add to actions.yaml each action that minutes raise and that it lacks, for you to complete."""
    try:
        synced = sync_log(content)
    except RefusedError as error:
        raise click.ClickException(f"{error} Nothing was written.") from None
    if synced.mistakes:
        _tell(Loaded(None, synced.mistakes))
        click.echo("Nothing was written.", err=True)
        sys.exit(MISTAKES)
    for line in told(synced, content / "actions.yaml"):
        click.echo(line)


@main.command()
@content_option
@now_option
def permalinks(content: Path, now: datetime) -> None:
    """Note what addresses are published, so that none is lost.

    They are kept in permalinks.txt, in the folder of the records. Nothing is noted while there are mistakes.
    """
    loaded = load(content, now)
    _tell(loaded, err=False)
    if loaded.public is None:
        sys.exit(MISTAKES)
    click.echo(keep_permalinks(content / "permalinks.txt", loaded.public, loaded.permalinks))


@main.command()
@click.argument("file", type=click.Choice(tuple(FILES)))
def schema(file: str) -> None:
    """Print the keys of a kind of FILE as JSON Schema, for editors."""
    click.echo(json.dumps(schema_of(file), ensure_ascii=False, indent=2))


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a code such as BCB206 means, and how to mend it."""
    rule = RULES.get(code.upper()) or next((r for r in RULES.values() if r.name == code.lower()), None)
    if rule is None:
        raise click.UsageError(f"There is no code “{code}”. {did_you_mean(code.upper(), tuple(RULES))}")
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n\n{section_of(rule.code)}")


@main.command()
@content_option
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default="site",
    show_default=True,
    help="The folder that the website is written to.",
)
@now_option
def build(content: Path, site_dir: Path, now: datetime) -> None:
    """Make the website from the records."""
    from bcbsite.host.build import WrongUseError, build_site

    loaded = load(content, now)
    _tell(loaded)
    if loaded.public is None:
        click.echo("Nothing was built.", err=True)
        sys.exit(MISTAKES)
    try:
        pages = build_site(loaded, content, site_dir)
    except WrongUseError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{pages} pages are in {site_dir} ({summary(loaded.diagnostics)}).")


@main.command()
@content_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="The host and port that the preview is served at.",
)
def serve(content: Path, address: str) -> None:
    """Show the website while you write, made again when you save.

    Mistakes are shown here and at the top of each page. Control-C ends it.
    """
    from bcbsite.host.build import WrongUseError
    from bcbsite.host.serve import preview

    try:
        instant()
        click.echo(f"The preview is at http://{address}/ while this runs; control-C ends it.")
        preview(content, address)
    except (WrongUseError, ValueError) as error:
        raise click.UsageError(str(error)) from None


_LOOK: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "place": {"bold": True},
    "help": {"fg": "cyan"},
}


def _tell(loaded: Loaded, err: bool = True) -> None:
    """Print the mistakes, and how many there are; in colour where a person looks on."""
    for line in as_text(loaded.diagnostics, lambda text, kind: click.style(text, **_LOOK[kind])):
        click.echo(line, err=err)
    if loaded.public is None:
        click.echo(summary(loaded.diagnostics), err=err)
