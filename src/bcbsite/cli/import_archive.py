"""What `bcbsite import --archive` prints while it works, and at its end."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bcbsite.importing.account import import_as_json
from bcbsite.importing.archives import Filed, files_to_import, import_archive
from bcbsite.importing.ledger import Outcome
from bcbsite.model.board import Board
from bcbsite.read.dates import count_of

_SAYS = {
    Outcome.RECORD: "became records, whose words are all accounted for",
    Outcome.UNBALANCED: "became records that are to be compared, since their accounts do not balance",
    Outcome.FILE_ONLY: "are attached to a paper as they are, since their accounts do not balance",
    Outcome.WAITING: "wait for you",
}
_MOST = 20
"""How many of the files that wait are named at the end."""


def import_folder(folder: Path, content: Path, board: Board) -> list[dict[str, Any]]:
    """Import what is new in *folder*, and give the accounts as they are written to a file."""
    paths, known = files_to_import(folder, content)
    if known:
        click.echo(f"{count_of(known, 'file')} of {folder} were imported before, or are there twice.")
    filed: list[Filed] = []
    for one in _with_progress(import_archive(paths, folder, content, board), len(paths)):
        filed.append(one)
    for line in _summary(filed):
        click.echo(line)
    return [
        {"outcome": one.entry.outcome, "why": one.entry.why, **import_as_json(one.account)}
        for one in filed
        if one.account
    ]


def _with_progress(filed: Iterator[Filed], length: int) -> Iterator[Filed]:
    """*filed*, with a bar on a terminal and a line for each elsewhere."""
    if sys.stdout.isatty():
        with click.progressbar(filed, length=length, label="Importing") as bar:
            yield from bar
        return
    for one in filed:
        why = f": {one.entry.why}" if one.entry.why else ""
        click.echo(f"{one.entry.file}: {one.entry.outcome}{why}")
        for sentence in one.account.said if one.account else ():
            click.echo(f"    {sentence}")
        yield one


def _summary(filed: list[Filed]) -> Iterator[str]:
    if not filed:
        yield "There is nothing new to import."
        return
    counted = Counter(one.entry.outcome for one in filed)
    yield ""
    yield f"Of {count_of(filed, 'file')}:"
    for outcome, says in _SAYS.items():
        if counted[outcome]:
            yield f"  {counted[outcome]:>5,}  {says}"
    waiting = [one.entry for one in filed if one.entry.outcome is Outcome.WAITING]
    for entry in waiting[:_MOST]:
        yield f"         {entry.file}: {entry.why}"
    if len(waiting) > _MOST:
        yield f"         and {len(waiting) - _MOST} more; bcbsite status names them all."
    yield "Everything is a draft: compare each record with its file, and run bcbsite check."
