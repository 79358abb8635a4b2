"""Mistakes in the content: the table of rules, one mistake, and how mistakes are shown.

A message is one sentence for the person who wrote the file; the rule's `cure` says how to mend it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How much a mistake matters: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for."""

    code: str
    """The stable code, `BCB` and three digits."""
    name: str
    """The short name, which `waive:` uses."""
    severity: Severity
    meaning: str
    """What is wrong, in general."""
    cure: str
    """How to mend it."""


def _error(code: str, name: str, meaning: str, cure: str) -> Rule:
    return Rule(code, name, Severity.ERROR, meaning, cure)


def _warning(code: str, name: str, meaning: str, cure: str) -> Rule:
    return Rule(code, name, Severity.WARNING, meaning, cure)


RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        _error(
            "BCB101",
            "no-board",
            "The content folder has no board.yaml.",
            "Write board.yaml with at least a name and an area; `--content` says which folder is read.",
        ),
        _error(
            "BCB102",
            "encoding",
            "A file is not UTF-8 text.",
            "Save the file again as UTF-8; a Word file must be saved as plain text first.",
        ),
        _error("BCB103", "empty", "A file has nothing in it.", "Write the record, or delete the file."),
        _error("BCB104", "too-large", "A file is too large to be a record.", "Split it, or attach it as a PDF."),
        _error(
            "BCB105",
            "symlink",
            "A symbolic link stands in the content folder.",
            "Put a copy of the file in its place: links are never followed.",
        ),
        _error(
            "BCB106",
            "front-matter",
            "A document does not begin with front matter between two lines of three dashes.",
            "Begin the file with a line ---, then the keys, then another line ---.",
        ),
        _warning(
            "BCB107",
            "unknown-file",
            "A file lies where nothing is read, so it is not published.",
            "Rename it, list it under `attachments` of its paper, or take it out of the folder.",
        ),
        _error(
            "BCB108",
            "folder-name",
            "A meeting's folder is not named by its date.",
            "Name it by the date, year first: 2022-02-10, or 2022-02-10-extraordinary for a second one.",
        ),
        _error(
            "BCB109",
            "file-name",
            "A file's name cannot become an address.",
            "Use small letters, digits and hyphens: 05-performance.md.",
        ),
        _error(
            "BCB201",
            "yaml-syntax",
            "The YAML cannot be read.",
            'Look at this line and the one above: is a colon, a quotation mark or a space missing? Put text with a colon in "…".',
        ),
        _error(
            "BCB202",
            "duplicate-key",
            "A key appears twice.",
            "Keep one of the two; if it has several values, write them as a list under one key.",
        ),
        _error(
            "BCB203",
            "unknown-key",
            "A key is not one that this kind of file has.",
            "Correct its spelling, or take it out.",
        ),
        _error("BCB204", "wrong-type", "A value is not of the kind that its key takes.", "Write it in the form shown."),
        _error("BCB205", "missing-key", "A key that is needed is missing.", "Add it."),
        _error(
            "BCB206",
            "date",
            "A date cannot be understood, or does not exist.",
            "Write it as 2022-02-10, 10/02/2022 or 10 February 2022.",
        ),
        _error("BCB207", "time", "A time cannot be understood.", "Write it with 24 hours, as 15:00."),
        _error("BCB208", "choice", "A value is not one of those allowed.", "Use one of the words in the list."),
        _error(
            "BCB209",
            "yaml-feature",
            "The YAML uses tags, or more aliases than a record needs.",
            "Write the values out.",
        ),
        _error(
            "BCB301",
            "date-folder",
            "A document's date is not that of its folder.",
            "Correct the date, or rename the folder.",
        ),
        _warning(
            "BCB302",
            "repeated-label",
            "A number is printed twice in one document.",
            "If the signed document has it so, leave it: the second gets an address of its own.",
        ),
        _error(
            "BCB303",
            "nesting",
            "Lists or quotations are nested too deeply to be read.",
            "Nest them less deeply: a record needs two or three levels.",
        ),
        _error(
            "BCB401",
            "unknown-reference",
            "A reference points to a place that the record does not have.",
            "Correct the number to one that is printed there.",
        ),
        _error("BCB402", "repeated-id", "Two records have the same id.", "Give one of them another id."),
        _warning(
            "BCB403",
            "unknown-owner",
            "An action's owner is no person, post or organisation known to the site.",
            "Correct the spelling, or add the post to people.yaml or the organisation to board.yaml.",
        ),
        _warning(
            "BCB404",
            "unlogged-action",
            "The minutes raise an action that the action log does not have.",
            "Add it to actions.yaml with the meeting and the paragraph under `raised`.",
        ),
        _error(
            "BCB405",
            "attachment",
            "An attachment is missing, lies outside its paper's folder, or is of a kind that is not published.",
            "Put the file beside the paper and write its name only, as in 05-appendix.pdf.",
        ),
        _error(
            "BCB406",
            "broken-link",
            "A link leads to a record that does not exist.",
            "Correct the address in the brackets, or take the link out.",
        ),
        _warning(
            "BCB407",
            "paper-item",
            "A paper's item is not on the agenda.",
            "Correct `item` to the number printed on the agenda.",
        ),
        _error(
            "BCB501",
            "classification",
            "A document that would be published is marked as too sensitive to publish.",
            "Set `publish: withheld` with a reason, or waive the rule `classification` with a reason.",
        ),
    )
}
"""Every rule by its code. Codes are never used again for something else."""


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
