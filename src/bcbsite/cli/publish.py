"""The commands for whoever looks after the server that publishes.

What only a server needs is imported by the commands that need it: it is slow to load, and wants Unix.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bcbsite.cli.shared import MISTAKES, present
from bcbsite.diagnostics import Diagnostic, bounded
from bcbsite.publish.git import GitError
from bcbsite.publish.settings import (
    BUILD_LIMIT,
    KEEP,
    MAX_FILE,
    MAX_PUSH,
    PREVIEW_DAYS,
    PublishError,
    Settings,
    read_settings,
)


class _Group(click.Group):
    """Tells what is wrong with the server in a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (PublishError, GitError) as error:
            raise click.ClickException(bounded(str(error))) from None
        except OSError as error:
            raise click.ClickException(f"A file cannot be read or written: {error}") from None


@click.group(cls=_Group)
def publish() -> None:
    """Publish by “git push”, on a server of one's own."""


def _settings(_: click.Context, __: click.Parameter, value: Path) -> Settings:
    return read_settings(value)


repository_option = click.option(
    "--repo",
    "settings",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    callback=_settings,
    help="The bare repository that is pushed to; the present folder if nothing is said.",
)


@publish.command()
@click.option(
    "--repo",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The bare repository to make, or to set up anew.",
)
@click.option(
    "--releases",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the releases; the web server serves current/site in it.",
)
@click.option("--keep", type=click.IntRange(2), help=f"How many commits keep a release; {KEEP} at first.")
@click.option(
    "--max-push", type=click.IntRange(1), help=f"How many megabytes one push may have; {MAX_PUSH} at first."
)
@click.option(
    "--max-file",
    type=click.IntRange(1),
    help=f"How many megabytes one file may have, unpacked; {MAX_FILE} at first.",
)
@click.option(
    "--build-limit",
    type=click.IntRange(1),
    help=f"How many seconds the site may take to make; {BUILD_LIMIT} at first.",
)
@click.option(
    "--previews",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for previews of what is pushed to branches such as preview/chair; else none are made.",
)
@click.option(
    "--preview-days",
    type=click.IntRange(1),
    help=f"How many days a preview stays; {PREVIEW_DAYS} at first.",
)
@click.option("--site-url", metavar="URL", help="The address of the site, as in https://example.org/.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A mkdocs.yml of this server's own.",
)
def init(repo: Path, releases: Path, **chosen: Any) -> None:
    """Make a repository that publishes what is pushed to its branch main."""
    from bcbsite.publish.install import install

    settings = install(repo, releases, chosen)
    click.echo(f"Push to:  {settings.repository.folder}  (branch main)")
    click.echo(f"Serve:    {settings.releases / 'current' / 'site'}")
    if settings.previews:
        click.echo(f"Previews: {settings.previews}  (branches preview/…)")
    click.echo("Every few minutes, for embargoes and to mend what was interrupted:")
    click.echo(f"          bcbsite publish refresh --repo {settings.repository.folder}")


@publish.command()
@repository_option
def status(settings: Settings) -> None:
    """Say what is live. The exit status is 1 where that is not what should be, and nobody chose so."""
    from bcbsite.publish.standing import standing

    lines, well = standing(settings, present())
    for line in lines:
        click.echo(line)
    if not well:
        sys.exit(MISTAKES)


@publish.command()
@repository_option
def releases(settings: Settings) -> None:
    """List the releases that are kept, newest first."""
    from bcbsite.publish.standing import releases_told

    for line in releases_told(settings):
        click.echo(line)


@publish.command()
@click.argument("release", required=False)
@click.option("--republish", is_flag=True, help="Also where it shows what is not public now.")
@repository_option
def rollback(settings: Settings, release: str | None, republish: bool) -> None:
    """Make an earlier RELEASE live until the next push; the one before if none is named.

    It is refused where that shows what was taken back, changed or put under embargo since.
    """
    from bcbsite.publish.rollback import roll_back

    switch = roll_back(settings, release, present(), republish)
    assert switch.after
    click.echo(f"Live: {switch.after.name}")


@contextmanager
def _told_afterwards() -> Iterator[Callable[[Sequence[Diagnostic]], None]]:
    """Notes what is wrong, and prints it in the end: nobody waits for whoever reads what is printed."""
    from bcbsite.publish.words import told

    lines: list[str] = []
    try:
        yield lambda problems: lines.extend(told(problems, set()))
    finally:
        for line in lines:
            click.echo(line, err=True)


@publish.command(name="refresh")
@repository_option
def _refresh(settings: Settings) -> None:
    """Bring the site up to date: embargoes that ended, days that passed, publications that broke off."""
    from bcbsite.publish.publication import refresh
    from bcbsite.publish.words import published

    with _told_afterwards() as tell:
        switch = refresh(settings, present(), tell)
    if switch is None:
        click.echo("The site stays as it was.", err=True)
        sys.exit(MISTAKES)
    for line in published(switch) if switch.happened else ():
        click.echo(line)


@publish.command(name="purge")
@repository_option
def _purge(settings: Settings) -> None:
    """Take away every release but the live one, so that nothing taken back can be read in them."""
    from bcbsite.publish.publication import purge

    with _told_afterwards() as tell:
        gone = purge(settings, present(), tell)
    if gone is None:
        click.echo("Nothing was taken away.", err=True)
        sys.exit(MISTAKES)
    click.echo(
        f"Releases taken away: {gone}. What was committed is still in git’s history, for all who can read"
    )
    click.echo("the repository; docs/publishing.md says what can be done about that.")


@publish.command(name="verify")
@click.argument("release", required=False)
@click.option("--rebuild", is_flag=True, help="Make it again from its commit, and compare.")
@repository_option
def _verify(settings: Settings, release: str | None, rebuild: bool) -> None:
    """Compare a RELEASE with its manifest, file by file; the live one if none is named."""
    from bcbsite.publish.verify import verify

    differences = verify(settings, release, rebuild)
    for line in differences:
        click.echo(line)
    if differences:
        sys.exit(MISTAKES)
    click.echo("Every file is as the manifest says.")
