"""The command that shows the account of a file."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from bcbsite.account.account import account_of
from bcbsite.account.as_json import as_json
from bcbsite.account.as_text import as_text
from bcbsite.account.record import ByFile, records
from bcbsite.cli.shared import MISTAKES, now_option, tell
from bcbsite.diagnostics import Diagnostic, has_errors
from bcbsite.new.commands import content_option
from bcbsite.pipeline import Loaded, everything

_NO_ACCOUNT = {
    "board.yaml": "It holds settings, and “bcbsite check” says what is wrong with it.",
    "redirects.yaml": "It holds addresses, and “bcbsite check” says what is wrong with it.",
    "permalinks.txt": "It holds addresses, and “bcbsite check” says what is wrong with it.",
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@content_option
@click.option("--all", "all_", is_flag=True, help="List each thing that was read, with its line.")
@click.option("--json", "json_", is_flag=True, help="For a program: all of it as JSON.")
@now_option
def read(file: Path, content: Path, all_: bool, json_: bool, now: datetime) -> None:
    """Show what was understood of FILE, and what was not.

    FILE is a record in the folder of the records: minutes, an agenda, a paper, a response to an inspection, a
    decision notice, a page, actions.yaml or people.yaml. The exit status is 1 where the file has errors.
    """
    path = _below(file, content)
    archive, people, diagnostics = everything(content, now)
    own = [found for found in diagnostics if found.span.path == path]
    if archive is None:
        _refuse(diagnostics)
    by_file = ByFile(archive, diagnostics)
    record = next((one for one in records(by_file, people) if one.path == path), None)
    if record is None:
        if own:
            _refuse(own)
        raise click.UsageError(f"{file} is no record. {_why_none(path, content)}")
    account = account_of(record)
    if json_:
        click.echo(json.dumps(as_json(account), ensure_ascii=False, indent=2))
    else:
        for line in as_text(account, all_):
            click.echo(line)
    if has_errors(own):
        sys.exit(MISTAKES)


def _below(file: Path, content: Path) -> str:
    """How messages name *file*: as it lies in the folder *content*."""
    if file.is_dir():
        raise click.UsageError(f"{file} is a folder. Name one of the files in it.")
    if not file.exists():
        raise click.UsageError(f"There is no file {file}.")
    folder = Path(os.path.realpath(content))
    whole = Path(os.path.realpath(file.parent), file.name)  # a link is told of, and not followed
    if not whole.is_relative_to(folder):
        raise click.UsageError(
            f"{file} lies outside of {content}, the folder of the records. Name yours with --content."
        )
    return (content / whole.relative_to(folder)).as_posix()


def _refuse(diagnostics: list[Diagnostic]) -> NoReturn:
    """Say what is wrong with what could not be read."""
    tell(Loaded(None, diagnostics))
    click.echo("There is no account of this file until that is mended.", err=True)
    sys.exit(MISTAKES)


def _why_none(path: str, content: Path) -> str:
    name = Path(path).name
    if path == (content / name).as_posix() and name in _NO_ACCOUNT:
        return _NO_ACCOUNT[name]
    return "Minutes, agendas, papers, responses, notices, pages, actions.yaml and people.yaml are."
