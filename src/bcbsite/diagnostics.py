"""Mistakes in the content: a place in a file, and one mistake at it.

A message is one sentence for the person who wrote the file; the rule's `cure` says how to mend it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(d.rule.severity is Severity.ERROR for d in diagnostics)
    warnings = sum(d.rule.severity is Severity.WARNING for d in diagnostics)
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
