"""papers/*.md become papers, with the files that are attached to them."""

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.document import Status
from bcbsite.model.paper import Paper, Publish
from bcbsite.read.attachments import FileName, read_attachments
from bcbsite.read.body import read_body
from bcbsite.read.date_kinds import PRINTED_DATE
from bcbsite.read.document import DOCUMENT_FIELDS, common, read_parts, stated_numbers, status_field
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.kinds import TEXT, Choice, ListOf
from bcbsite.read.references import LINK, PERSON
from bcbsite.source import Source

_WITHHOLD = "Write “publish: withheld”, or take the line “reason” out."

PAPER = Keys(
    "the front matter of a paper",
    {
        "item": Field(TEXT, "the number of its agenda item, as printed, in quotation marks"),
        "title": Field(TEXT, "its title", required=True),
        "to": Field(TEXT, "whom it is for"),
        "from": Field(TEXT, "whom it is from"),
        "date": Field(PRINTED_DATE, "its date, as printed"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish": Field(Choice(tuple(Publish), Publish), "full, unless it says withheld", holds_back=True),
        "reason": Field(TEXT, "why it is withheld", holds_back=True),
        "contact_officers": Field(ListOf(PERSON), "whom to ask"),
        "source_documents": Field(ListOf(LINK), "what it draws on"),
        "stands_for": Field(
            Choice(("minutes", "agenda")), "the record that the attached file stands for, where there is none"
        ),
        "attachments": Field(ListOf(FileName()), "files beside it that are published with it"),
        **DOCUMENT_FIELDS,
    },
)


def read_paper(source: Source, notes: tuple[str, ...] = ()) -> tuple[Paper | None, list[Diagnostic]]:
    """The paper in *source*; *notes* are the board's own words for an item's note."""
    parts, problems = read_parts(source, PAPER)
    if parts is None or parts.values["title"] is None:
        return None, problems
    body, more = read_body(
        source, parts.body, parts.first_line, {}, notes, stated=stated_numbers(parts.values)
    )
    v = parts.values
    if v["publish"] is Publish.WITHHELD and not v["reason"]:
        message = "A withheld paper needs a “reason”, which the public is shown."
        more.append(Diagnostic("BCB205", v.at("publish"), message))
    if v["reason"] and v["publish"] is not Publish.WITHHELD and not _is_faulty("publish", v):
        message = "A reason is given, but nothing is withheld: the paper would be published in full."
        more.append(Diagnostic("BCB502", v.at("reason"), message, _WITHHOLD))
    attachments, faults = read_attachments(source.path.parent, v["attachments"])
    paper = Paper(
        **common(source, v, body),
        slug=source.path.stem,
        title=v["title"],
        item=v["item"],
        to=v["to"],
        sender=v["from"],
        date=v["date"],
        publish=v["publish"] or Publish.FULL,
        reason=v["reason"],
        contact_officers=v["contact_officers"],
        source_documents=v["source_documents"],
        attachments=attachments,
        stands_for=v["stands_for"],
    )
    return paper, problems + more + faults


def _is_faulty(key: str, v: Values) -> bool:
    """Whether a value of *key* was given that is none, which is told of."""
    return key in v.spans and v[key] is None
