"""Mistakes in the content: a place, one mistake, and how mistakes are shown.

A message is one sentence for the person who wrote the file; the rule's `cure` says how to mend it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcbsite.codes import RULES, Rule, Severity


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file."""

    path: str
    """The file, as messages name it."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place."""

    code: str
    span: Span
    message: str
    """One sentence, plain."""
    hint: str = ""
    """What was probably meant; where empty, the rule's cure is shown."""

    @property
    def rule(self) -> Rule:
        """The rule that was broken."""
        return RULES[self.code]

    @property
    def help(self) -> str:
        """How to mend this one."""
        return self.hint or self.rule.cure


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and place, each said once."""
    return sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything among *diagnostics* stops publication."""
    return any(d.rule.severity is Severity.ERROR for d in diagnostics)


def as_text(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Each mistake as a few lines for a terminal: place, code and message, the line itself, help."""
    lines: dict[str, list[str]] = {}
    for diagnostic in diagnostics:
        span = diagnostic.span
        yield f"{span}: {diagnostic.rule.severity}[{diagnostic.code}] {diagnostic.message}"
        if span.path not in lines:
            lines[span.path] = _lines_of(span.path)
        if span.line <= len(lines[span.path]):
            yield from _excerpt(lines[span.path][span.line - 1], span)
        yield f"    help: {diagnostic.help}"
        yield ""


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(d.rule.severity is Severity.ERROR for d in diagnostics)
    warnings = len(diagnostics) - errors
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lines_of(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8", "replace").split("\n")
    except OSError:
        return []


def _excerpt(line: str, span: Span) -> Iterator[str]:
    """The line with a mark under the column; of a long line only what lies about it."""
    start = max(0, span.column - 41)
    # What a file holds must not steer the terminal.
    shown = "".join(c if c.isprintable() else " " for c in line[start : start + 80])
    if shown.strip():
        yield f"    {span.line:>4} | {shown}"
        yield f"         | {' ' * (span.column - 1 - start)}^"
