"""bcbsite pack: the agenda and the papers of a meeting as one PDF."""

import sys
from datetime import datetime
from pathlib import Path

import click

from bcbsite.cli.shared import MISTAKES, now_option, tell
from bcbsite.new.commands import content_option, meeting_argument
from bcbsite.pipeline import load

_MISSING = (
    "WeasyPrint, which makes PDF files, or the library Pango that it needs is not installed. Run “pip "
    "install weasyprint”; on Debian also run "
    "“apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0”."
)


@click.command()
@click.argument("date", callback=meeting_argument)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; pack-DATE.pdf if not given.",
)
@now_option
@content_option
def pack(date: str, output: Path | None, now: datetime, content: Path) -> None:
    """Make one PDF of the papers of the meeting on DATE.

    It has what the public sees at the moment: no draft, nothing under embargo and nothing withheld.
    """
    from bcbsite.host.build import WrongUseError, configuration, site_address  # loads MkDocs
    from bcbsite.pack.contents import NoPackError, pack_html

    try:
        from bcbsite.pack.pdf import pdf_of
    except (ImportError, OSError):  # it is an extra, and needs a library of the system
        raise click.ClickException(_MISSING) from None
    loaded = load(content, now)
    if loaded.public is None:
        tell(loaded)
        sys.exit(MISTAKES)
    try:
        written = pdf_of(pack_html(loaded.public, date, site_address(Path(configuration()))))
    except NoPackError as error:
        raise click.ClickException(f"{error} Nothing was written.") from None
    except WrongUseError as error:
        raise click.UsageError(str(error)) from None
    file = output or Path(f"pack-{date}.pdf")
    file.write_bytes(written)
    click.echo(f"Written: {file}")
