"""How mistakes are shown: as text for a person, as JSON for a program, as notes on lines for GitHub."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from bcbsite.codes import Severity
from bcbsite.diagnostics import Diagnostic, Span, foremost
from bcbsite.source import MAX_BYTES

SHOWN = 200
"""Mistakes that are printed for a person; whoever has more mends these first."""

Style = Callable[[str, str], str]
"""Gives a text the look of `error`, `warning`, `note`, `place` or `help`."""


def _plain(text: str, _: str) -> str:
    return text


def as_text(diagnostics: Sequence[Diagnostic], style: Style = _plain) -> Iterator[str]:
    """Each mistake as a few lines for a terminal: place, code and message, the line itself, help."""
    lines_of = lru_cache(1)(_lines_of)  # they come file by file
    for diagnostic in diagnostics:
        span, severity = diagnostic.span, diagnostic.rule.severity
        mark = style(f"{severity}[{diagnostic.code}]", severity)
        yield f"{style(str(span), 'place')}: {mark} {printable(diagnostic.message)}"
        lines = lines_of(span.path)
        if span.line <= len(lines):
            yield from _excerpt(lines[span.line - 1], span)
        first, *more = diagnostic.help.split("\n")
        yield f"    {style('help:', 'help')} {printable(first)}"
        yield from (f"          {printable(line)}".rstrip() for line in more)
        yield ""


def in_brief(diagnostics: Sequence[Diagnostic], style: Style = _plain) -> Iterator[str]:
    """The same of the `SHOWN` most urgent ones, and how many more there are."""
    shown = foremost(diagnostics, SHOWN)
    yield from as_text(shown, style)
    if more := len(diagnostics) - len(shown):
        yield f"… and {more:,} more. Mend these first; “bcbsite check --format json” prints all."


def printable(text: str) -> str:
    """*text* without what could steer a terminal: it quotes what a file holds."""
    return "".join(c if c.isprintable() else " " for c in text)


def _lines_of(path: str) -> list[str]:
    """The lines of a file; none where it is no text, is too large for a record, or cannot be read."""
    file = Path(path)
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return []
    if b"\0" in data:
        return []
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _excerpt(line: str, span: Span) -> Iterator[str]:
    """The line with a mark under the column; of a long line only what lies about it."""
    start = max(0, span.column - 41)
    shown = printable(line[start : start + 80])
    if shown.strip():
        yield f"    {span.line:>4} | {shown}"
        yield f"         | {' ' * (span.column - 1 - start)}^"


def as_json(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """All mistakes as one JSON array of objects."""
    yield json.dumps([_fields(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2)


def _fields(diagnostic: Diagnostic) -> Mapping[str, str | int]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.rule.severity,
        "path": diagnostic.span.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "message": diagnostic.message,
        "help": diagnostic.help,
    }


def as_github(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Each mistake as a command that makes GitHub show it beside its line.

    The form is that of GitHub's documentation of workflow commands, with its escapes.
    """
    for diagnostic in diagnostics:
        span = diagnostic.span
        place = f"file={_property(span.path)},line={span.line},col={span.column}"
        title = _property(f"{diagnostic.code} {diagnostic.rule.name}")
        message = f"{diagnostic.message} {diagnostic.help}"
        command = "notice" if diagnostic.rule.severity is Severity.NOTE else diagnostic.rule.severity
        yield f"::{command} {place},title={title}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Diagnostic]], Iterator[str]]] = {
    "text": in_brief,
    "json": as_json,
    "github": as_github,
}
"""The forms that `check` can print."""
