"""What every Markdown record has: front matter between two lines of three dashes, then the body."""

from dataclasses import dataclass

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.document import Status
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.kinds import INSTANT, TEXT, Choice, ListOf
from bcbsite.read.references import WAIVER
from bcbsite.read.yaml import Problems, compose
from bcbsite.source import Source

FENCE = "---"

# A Markdown record and a YAML one can both be held back.
PUBLISH_AT = Field(INSTANT, "nothing of it is public before this date, or date and time, in the UK")

DOCUMENT_FIELDS = {
    "publish_at": PUBLISH_AT,
    "classification": Field(TEXT, "the marking as printed, such as OFFICIAL"),
    "waive": Field(ListOf(WAIVER), "rules that are not applied at one place, with the reason"),
}


def status_field(*options: Status) -> Field:
    """The key `status`, which takes one of *options*."""
    return Field(Choice(options, Status), "how far the document has come")


@dataclass(frozen=True)
class Parts:
    """A Markdown record taken apart."""

    values: Values
    body: str
    first_line: int
    """The line of the file on which the body begins."""


def read_parts(source: Source, keys: Keys) -> tuple[Parts | None, list[Diagnostic]]:
    """The front matter of *source*, read as *keys*, and the text after it."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, [Diagnostic("BCB106", source.span(), "This file does not begin with a line ---.")]
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == FENCE), None)
    if end is None:
        message = "The front matter that begins here is not closed by a second line ---."
        return None, [Diagnostic("BCB106", source.span(), message)]
    problems = Problems(source, first_line=2)
    node = compose("\n".join(lines[1:end]) or "{}", problems, source, first_line=2)
    if node is None:
        return None, problems.found
    values = keys.values(node, problems)
    return Parts(values, "\n".join(lines[end + 1 :]), end + 2), problems.found
