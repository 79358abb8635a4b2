"""Mistakes in the content: a place in a file, and one mistake at it.

A message is one sentence for the person who wrote the file; the rule's `cure` says how to mend it.
However much a file holds, a message is short: what it quotes is cut.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bcbsite.codes import RULES, Rule, Severity

QUOTED = 80
"""Characters of a value that a message quotes, at most."""
COPIED = 300
"""The same of an address, which has to be copied whole."""
SENTENCE = 600
"""Characters of a message, at most."""

_QUOTE = re.compile(f"“([^“”]{{{QUOTED + 1},}})”")
_ADDRESS = re.compile(r"[\w.~%-]*(?:/[\w.~%-]*)+(?:#[\w.-]*)?:?")


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

    def __post_init__(self) -> None:
        """Cut what they quote."""
        object.__setattr__(self, "message", bounded(self.message))
        object.__setattr__(self, "hint", bounded(self.hint))

    @property
    def rule(self) -> Rule:
        """The rule that was broken."""
        return RULES[self.code]

    @property
    def help(self) -> str:
        """How to mend this one."""
        return self.hint or self.rule.cure


def bounded(text: str) -> str:
    """*text* with what stands in “…” cut after `QUOTED` characters, and all of it to `SENTENCE` characters.

    Of a longer one the beginning and the end are left. An address is quoted whole, up to `COPIED` characters.
    """
    if len(text) <= QUOTED:
        return text
    text = _QUOTE.sub(lambda quote: f"“{_cut(quote[1])}”", text)
    last = SENTENCE // 4
    return text if len(text) <= SENTENCE else f"{text[: SENTENCE - last - 1]}…{text[-last:]}"


def _cut(value: str) -> str:
    if len(value) <= COPIED and _ADDRESS.fullmatch(value):
        return value
    return f"{value[: QUOTED - 1]}…"


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and place, each said once."""
    return sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message))


def foremost(diagnostics: Sequence[Diagnostic], most: int) -> Sequence[Diagnostic]:
    """All of *diagnostics*, or the *most* urgent where there are more: errors, then warnings, then notes."""
    if len(diagnostics) <= most:
        return diagnostics
    order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return sorted(diagnostics, key=lambda d: order.index(d.rule.severity))[:most]


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
