"""What every Markdown record has: front matter between two lines of three dashes, then the body."""

from dataclasses import dataclass
from typing import Any

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block
from bcbsite.model.body import Body
from bcbsite.model.document import Status
from bcbsite.read.date_kinds import INSTANT
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.front_matter import FENCE, false_front_matter, has_front_matter
from bcbsite.read.kinds import TEXT, Choice, ListOf
from bcbsite.read.markdown import read_sound_blocks
from bcbsite.read.numbers.scheme import Stated
from bcbsite.read.references import WAIVER, WAIVER_BY_WORDS, WITHHELD
from bcbsite.read.slips import slips_in
from bcbsite.read.yaml import Problems, compose
from bcbsite.source import Source

# A Markdown record and a YAML one can both be held back.
PUBLISH_AT = Field(
    INSTANT, "nothing of it is public before this date, or date and time, in the UK", holds_back=True
)

WAIVE = Field(ListOf(WAIVER_BY_WORDS), "markings that are no bar, with the reason")

UNBALANCED = Field(
    ListOf(TEXT),
    "what the account of the import of this record misses; nothing of it is public while this key is there",
    holds_back=True,
)

DOCUMENT_FIELDS = {
    "publish_at": PUBLISH_AT,
    "classification": Field(TEXT, "the marking as printed, such as OFFICIAL"),
    "numbers": Field(ListOf(TEXT), "beginnings of headings and paragraphs that are their numbers"),
    "not_numbers": Field(ListOf(TEXT), "beginnings of headings and paragraphs that are no numbers"),
    "withhold": Field(ListOf(WITHHELD), "parts that are not public, with the reason", holds_back=True),
    "unbalanced": UNBALANCED,
    "waive": Field(ListOf(WAIVER), "rules that are not applied at one place, with the reason"),
}


def status_field(*options: Status) -> Field:
    """The key `status`, which takes one of *options*."""
    return Field(Choice(options, Status), "how far the document has come", holds_back=True)


def blocks_of(
    source: Source, text: str, first_line: int, may_have_code: bool = False
) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The blocks of *text*, which begins at *first_line* of *source*; none where it cannot be read whole."""
    blocks, faults = blocks_with_marks(source, text, first_line)
    marks = foreign_marks(text, blocks, first_line, may_have_code)
    return blocks, faults + [Diagnostic("BCB340", source.span(m.line), m.message, m.cure) for m in marks]


def blocks_with_marks(
    source: Source, text: str, first_line: int
) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The same, where marks that mean nothing are told of elsewhere."""
    blocks, fault = read_sound_blocks(text, first_line, as_in_file=True)
    if fault:
        line, message = fault
        return (), [Diagnostic("BCB303", source.span(line), message)]
    slips = slips_in(text, blocks, first_line)
    faults = [Diagnostic(s.code, source.span(s.line, s.column), s.message, s.hint) for s in slips]
    keys = false_front_matter(text, blocks)
    return blocks, faults + [Diagnostic("BCB503", source.span(line), message) for line, message in keys]


@dataclass(frozen=True)
class Parts:
    """A Markdown record taken apart."""

    values: Values
    body: str
    first_line: int
    """The line of the file on which the body begins."""


def common(source: Source, v: Values, body: Body) -> dict[str, Any]:
    """What minutes, agendas and papers have in common, as their classes take it."""
    return {
        "at": source.span(),
        "status": v["status"] or Status.FINAL,
        "publish_at": v["publish_at"],
        "classification": v["classification"],
        "spans": v.spans,
        "waive": v["waive"],
        "withhold": v["withhold"] or (),
        "body": body,
    }


def stated_numbers(v: Values) -> Stated:
    """What front matter says of numbers."""
    return Stated(tuple(v["numbers"] or ()), tuple(v["not_numbers"] or ()), v.spans)


def without_text(source: Source, parts: Parts, what: str) -> list[Diagnostic]:
    """A warning where there is nothing after the front matter, and it is no draft; *what* has no text."""
    if parts.body.strip() or parts.values["status"] is Status.DRAFT:
        return []
    return [Diagnostic("BCB315", source.span(parts.first_line - 1), f"{what} no text after this line.")]


def read_parts(source: Source, keys: Keys) -> tuple[Parts | None, list[Diagnostic]]:
    """The front matter of *source*, read as *keys*, and the text after it."""
    lines = source.text.split("\n")
    fences = [n for n, line in enumerate(lines) if line.rstrip() == FENCE][:2]
    if not has_front_matter(source.text):
        return None, [Diagnostic("BCB106", source.span(), "This file does not begin with a line ---.")]
    if len(fences) == 1:
        message = "The front matter that begins here is not closed by a second line ---."
        return None, [Diagnostic("BCB106", source.span(fences[0] + 1), message)]
    start, end = fences
    problems = Problems(source, first_line=start + 2)
    node = compose("\n".join(lines[start + 1 : end]), problems, source, first_line=start + 2)
    if node is None:
        return None, problems.found
    values = keys.values(node, problems)
    if not values.spans and "".join(lines[start + 1 : end]).strip() and not problems.found:
        message = (
            f"There is no key between this line {FENCE} and the next, so nothing there is read or shown."
        )
        problems.add("BCB503", source.span(start + 1), message)
    return Parts(values, "\n".join(lines[end + 1 :]), end + 2), problems.found
