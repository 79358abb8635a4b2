"""The command that imports files of other programs."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import click

from bcbsite.account.account import Account, account_of
from bcbsite.account.as_json import as_json
from bcbsite.account.record import ByFile, records
from bcbsite.cli.import_archive import import_folder
from bcbsite.cli.shared import MISTAKES, now_option, tell
from bcbsite.diagnostics import Diagnostic, has_errors
from bcbsite.importing.account import import_as_json
from bcbsite.importing.as_text import import_as_text
from bcbsite.importing.document import ImportRefusedError
from bcbsite.importing.drafts import Kind
from bcbsite.importing.imports import Imported, Wanted, import_document, refuse_approved
from bcbsite.model.board import Board
from bcbsite.new.commands import content_option, day_option
from bcbsite.new.files import ExistsError, replace_file, write_new
from bcbsite.pipeline import Loaded, everything
from bcbsite.read.content import read_content


@dataclass(frozen=True, slots=True)
class _Written:
    """A file that was imported, and what the site makes of its records."""

    imported: Imported
    paths: tuple[Path, ...]


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="What the file is; guessed if nothing is said.",
)
@day_option(
    "--date", "The day of the meeting; taken from the text, or the name of the file, if nothing is said."
)
@click.option(
    "--into", metavar="FOLDER", help="Where the record is to lie, as in meetings/2022-02-10-extraordinary."
)
@click.option("--replace", is_flag=True, help="Write over records that are there already.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the accounts to this file, as JSON.",
)
@click.option(
    "--archive",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Import all files of this folder that were not imported yet.",
)
@now_option
def import_(  # noqa: PLR0917
    files: tuple[Path, ...],
    content: Path,
    kind: str | None,
    day: date | None,
    into: str | None,
    replace: bool,
    report: Path | None,
    archive: Path | None,
    now: datetime,
) -> None:
    """Make records of FILES: Word, PDF, OpenDocument, HTML or text.

    Each record is a draft. What became of every word of a file is printed, and what was guessed. The exit
    status is 1 where a file was refused, or a record has mistakes.
    """
    board = _board(content)
    wanted = Wanted(Kind(kind) if kind else None, day, _folder(into))
    if archive is not None:
        if files or wanted != Wanted() or replace:
            raise click.UsageError("--archive takes no files, and guesses everything: leave out the rest.")
        _write_report(report, import_folder(archive, content, board))
        return
    if not files:
        raise click.UsageError("Name the files to import, or a folder of them with --archive.")
    written = list(_import_each(files, content, board, wanted, replace))
    found = _check(written, content, now)
    for line in found.lines():
        click.echo(line)
    _write_report(report, found.as_json())
    if len(written) < len(files) or has_errors(found.diagnostics):
        sys.exit(MISTAKES)


def _import_each(
    files: Sequence[Path], content: Path, board: Board, wanted: Wanted, replace: bool
) -> Iterator[_Written]:
    """Those of *files* that were imported; of the others it is said why not."""
    for path in files:
        try:
            imported = import_document(path, content, board, wanted)
            if replace:
                refuse_approved(imported.files(content))
            paths = write_new(imported.files(content), replace)
        except (ImportRefusedError, ExistsError) as error:
            hint = " Add --replace to write over it." if isinstance(error, ExistsError) else ""
            click.echo(f"{path}: {error}{hint}", err=True)
        else:
            yield _Written(imported, tuple(paths))


def _write_report(path: Path | None, accounts: list[dict[str, Any]]) -> None:
    if path:
        replace_file(path, json.dumps(accounts, ensure_ascii=False, indent=2) + "\n")


def _board(content: Path) -> Board:
    read, problems = read_content(content)
    if read is None:
        tell(Loaded(None, problems))
        raise click.UsageError(
            f"{content}/board.yaml has to be there, and right, before anything is imported."
        )
    return read.board


def _folder(into: str | None) -> PurePosixPath | None:
    if into is None:
        return None
    folder = PurePosixPath(into.replace("\\", "/"))
    if folder.is_absolute() or ".." in folder.parts or not folder.parts:
        raise click.BadParameter(f"“{into}” is no folder below that of the records.", param_hint="--into")
    return folder


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was written, with the accounts of the records and their mistakes."""

    written: Sequence[_Written]
    accounts: dict[str, Account]
    diagnostics: list[Diagnostic]

    def lines(self) -> Iterator[str]:
        """What is printed."""
        for one in self.written:
            yield from import_as_text(one.imported.account, one.paths)
            for path in one.paths:
                if account := self.accounts.get(path.as_posix()):
                    yield f"  {path.name}: {account.summary}"
            yield ""
        if self.diagnostics:
            yield "What bcbsite check says of these records:"
            yield ""
            for diagnostic in self.diagnostics:
                yield f"  {diagnostic.span}: {diagnostic.message} {diagnostic.help}"
            yield ""
        if self.written:
            yield from _next(self.written, self.accounts)

    def as_json(self) -> list[dict[str, Any]]:
        """The same for a program."""
        return [
            {
                **import_as_json(one.imported.account),
                "read": [
                    as_json(self.accounts[p.as_posix()]) for p in one.paths if p.as_posix() in self.accounts
                ],
            }
            for one in self.written
        ]


def _next(written: Sequence[_Written], accounts: dict[str, Account]) -> Iterator[str]:
    """What is to be done now."""
    yield "Compare each record with its file. Nothing of it is public while it says “status: draft”."
    own = [accounts[path.as_posix()] for one in written for path in one.paths if path.as_posix() in accounts]
    if any(s.entries for account in own for s in account.sums if s.sort.noun == "actions"):
        yield "The minutes raise actions: run bcbsite actions sync to add them to the action log."
    if any(s.entries for account in own for s in account.sums if s.sort.noun == "people"):
        yield "They list people: run bcbsite people sync to add those who are new to people.yaml."


def _check(written: Sequence[_Written], content: Path, now: datetime) -> _Checked:
    paths = {path.as_posix() for one in written for path in one.paths}
    if not paths:
        return _Checked(written, {}, [])
    archive, people, diagnostics = everything(content, now)
    own = [found for found in diagnostics if found.span.path in paths]
    if archive is None:
        return _Checked(written, {}, own)
    found = records(ByFile(archive, diagnostics), people)
    accounts = {record.path: account_of(record) for record in found if record.path in paths}
    return _Checked(written, accounts, own)
