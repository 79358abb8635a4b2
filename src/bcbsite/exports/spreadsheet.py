"""CSV as spreadsheets take it: RFC 4180 in UTF-8, with a mark by which Excel knows the encoding."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from bcbsite.exports.extract import Extract, Plain
from bcbsite.model.blocks import Table
from bcbsite.registers.table import AnyColumn, Kind

SEPARATOR = "\n"
"""Between several values of a cell; no value of a column with several has it."""

# What a spreadsheet would run as a formula; a plain number with a sign is none.
# See https://owasp.org/www-community/attacks/CSV_Injection.
_SUSPECT = frozenset("=+-@'\t\r")
_NUMBER = re.compile(r"[+-]£?\d[\d,]*(?:\.\d+)?%?\Z")


def csv_of(extract: Extract) -> bytes:
    """The register as CSV, its first line the names of the columns."""
    columns = extract.register.columns
    written = (
        _written(column, values)
        for column, values in zip(columns, zip(*extract.rows, strict=True), strict=False)
    )
    return csv_bytes([column.name for column in columns], zip(*written, strict=True))


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Plain]]) -> bytes:
    """A table as CSV, with *rows* that need no guard any more."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def csv_of_table(table: Table) -> bytes:
    """A table of a document as CSV, its cells as printed."""
    head, *rows = ([guarded(cell.text) for cell in row] for row in (table.head, *table.rows))
    return csv_bytes(head, rows)


def _written(column: AnyColumn, values: Sequence[Plain]) -> Sequence[Plain]:
    """The cells of a column, as they are written; those without a value are empty."""
    if column.several:
        return [guarded(SEPARATOR.join(several)) for several in values]  # type: ignore[arg-type]
    if column.kind is Kind.YES_NO:
        return [None if value is None else str(value).lower() for value in values]
    if column.kind is Kind.TEXT:
        return [text and guarded(text) for text in values]  # type: ignore[arg-type]
    return values


def guarded(text: str) -> str:
    """*text* with an apostrophe before it where a spreadsheet would take it for a formula.

    So that it can be taken away again, what begins with an apostrophe gets one too.
    """
    return f"'{text}" if text and text[0] in _SUSPECT and not _NUMBER.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text.removeprefix("'")
