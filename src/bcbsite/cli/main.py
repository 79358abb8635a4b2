"""The command line."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from bcbsite import __version__
from bcbsite.cli.importing import import_
from bcbsite.cli.pack import pack
from bcbsite.cli.publish import publish
from bcbsite.cli.read import read
from bcbsite.cli.records import actions, approve, erase, people, permalinks, status
from bcbsite.cli.shared import MISTAKES, Commands, keeping_for, now_option, tell
from bcbsite.codes import RULES
from bcbsite.diagnostics import summary
from bcbsite.host.resources import page_of
from bcbsite.new.commands import content_option, new
from bcbsite.pipeline import instant, load
from bcbsite.read.kinds import did_you_mean
from bcbsite.read.schema import FILES, schema_of
from bcbsite.report import FORMATS


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bcbsite")
def main() -> None:
    """Make a public website from a board's minutes, agendas, papers and actions.

    The exit status is 0 when all is well, 1 when the content has mistakes, and 2 when the command is used
    wrongly.
    """


main.add_command(new)
main.add_command(import_)
main.add_command(actions)
main.add_command(approve)
main.add_command(erase)
main.add_command(pack)
main.add_command(people)
main.add_command(permalinks)
main.add_command(publish)
main.add_command(read)
main.add_command(status)


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
@click.option("--references", is_flag=True, help="Name also what looks like a mention and is no link.")
@now_option
def check(content: Path, format_: str, references: bool, now: datetime) -> None:
    """Look for mistakes in the records, and say how to mend them."""
    with keeping_for(content):
        loaded = load(content, now, references=references)
        if format_ == "text":
            tell(loaded, err=False)
            if loaded.public:
                click.echo(f"{content} is ready to publish ({summary(loaded.diagnostics)}).")
        else:
            for line in FORMATS[format_](loaded.diagnostics):
                click.echo(line)
    if loaded.public is None:
        sys.exit(MISTAKES)


@main.command()
@click.argument("file", type=click.Choice(tuple(FILES)))
def schema(file: str) -> None:
    """Print the keys of a kind of FILE as JSON Schema, for editors."""
    click.echo(json.dumps(schema_of(file), ensure_ascii=False, indent=2))


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a code such as BCB206 means, and how to mend it."""
    by_name = next((rule for rule in RULES.values() if rule.name == code.lower()), None)
    rule = RULES.get(code.upper()) or RULES.get(f"BCB{code}") or by_name
    if rule is None:
        raise click.UsageError(
            f"There is no code “{code}”. {did_you_mean(code.upper(), tuple(sorted(RULES)))}"
        )
    click.echo(page_of(rule.code).rstrip())


drafts_option = click.option(
    "--drafts",
    is_flag=True,
    help="Show also what is not public: drafts, embargoes, what is withheld. A banner on each page says so.",
)


@main.command()
@content_option
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that the website is written to: “site”, or “preview” with drafts, if nothing is said.",
)
@drafts_option
@now_option
def build(content: Path, site_dir: Path | None, drafts: bool, now: datetime) -> None:
    """Make the website from the records."""
    from bcbsite.host.build import WrongUseError, build_site
    from bcbsite.host.mkdocs import told_of

    with keeping_for(content):
        loaded = load(content, now, drafts=drafts)
    site_dir = site_dir or Path("preview" if drafts else "site")
    tell(loaded)
    if loaded.public is None:
        click.echo("Nothing was built.", err=True)
        sys.exit(MISTAKES)
    try:
        pages = build_site(loaded, content, site_dir)
    except WrongUseError as error:
        raise click.UsageError(str(error)) from None
    if loaded.not_public:
        click.echo(told_of(loaded), err=True)
    what = "pages of a preview that may not be published" if drafts else "pages"
    click.echo(f"{pages} {what} are in {site_dir} ({summary(loaded.diagnostics)}).")


@main.command()
@content_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="The host and port that the preview is served at.",
)
@drafts_option
def serve(content: Path, address: str, drafts: bool) -> None:
    """Show the website while you write, made again when you save.

    Mistakes are shown here and at the top of each page. Control-C ends it.
    """
    from bcbsite.host.build import WrongUseError
    from bcbsite.host.serve import preview

    try:
        instant()
        with keeping_for(content):
            preview(content, address, drafts)
    except (WrongUseError, ValueError) as error:
        raise click.UsageError(str(error)) from None
