"""papers/*.md become papers, with the files that are attached to them."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.document import Status
from bcbsite.model.paper import Attachment, Paper, Publish
from bcbsite.read.body import read_body
from bcbsite.read.document import DOCUMENT_FIELDS, read_parts, status_field
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import PRINTED_DATE, TEXT, Choice, ListOf, Scalar
from bcbsite.read.references import LINK, PERSON
from bcbsite.source import Source

ATTACHMENT_KINDS = {
    ".csv",
    ".docx",
    ".jpeg",
    ".jpg",
    ".ods",
    ".odt",
    ".pdf",
    ".png",
    ".pptx",
    ".txt",
    ".xlsx",
}
"""Endings of the files that are published. HTML and SVG are not among them: browsers run what is in them."""

PAPER = Keys(
    "the front matter of a paper",
    {
        "item": Field(TEXT, "the number of its agenda item, as printed, in quotation marks"),
        "title": Field(TEXT, "its title", required=True),
        "to": Field(TEXT, "whom it is for"),
        "from": Field(TEXT, "whom it is from"),
        "date": Field(PRINTED_DATE, "its date, as printed"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish": Field(Choice(tuple(Publish), Publish), "full, unless it says withheld"),
        "reason": Field(TEXT, "why it is withheld"),
        "contact_officers": Field(ListOf(PERSON), "whom to ask"),
        "source_documents": Field(ListOf(LINK), "what it draws on"),
        "attachments": Field(
            # The text comes back with nothing done to it, so that its place can be kept.
            ListOf(Scalar("the name of a file beside the paper", lambda text: text or None)),
            "files beside it that are published with it",
        ),
        **DOCUMENT_FIELDS,
    },
)


def read_paper(source: Source, notes: tuple[str, ...] = ()) -> tuple[Paper | None, list[Diagnostic]]:
    """The paper in *source*; *notes* are the board's own words for an item's note."""
    parts, problems = read_parts(source, PAPER)
    if parts is None or parts.values["title"] is None:
        return None, problems
    body, more = read_body(source, parts.body, parts.first_line, {}, notes)
    v = parts.values
    attachments, missing = _attachments(source.path.parent, v["attachments"], v.at("attachments"))
    if v["publish"] is Publish.WITHHELD and not v["reason"]:
        message = "A withheld paper needs a “reason”, which the public is shown."
        more.append(Diagnostic("BCB205", v.at("publish"), message))
    paper = Paper(
        at=source.span(),
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        classification=v["classification"],
        waive=v["waive"],
        body=body,
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
    )
    return paper, problems + more + missing


def _attachments(
    folder: Path, names: Iterable[str], at: Span
) -> tuple[tuple[Attachment, ...], list[Diagnostic]]:
    found: list[Attachment] = []
    problems: list[Diagnostic] = []
    for name in names:
        path = folder / name
        if message := _why_not(name, path):
            problems.append(Diagnostic("BCB405", at, message))
        else:
            found.append(Attachment(name, path, at))
    return tuple(found), problems


def _why_not(name: str, path: Path) -> str | None:
    """Why the file cannot be attached, in a sentence."""
    if PurePosixPath(name).name != name or "\\" in name or name.startswith("."):
        return f"The attachment “{name}” must lie beside its paper and be written by its name alone."
    if not path.is_file() or path.is_symlink():
        return f"There is no file “{name}” beside this paper."
    if path.suffix.lower() not in ATTACHMENT_KINDS:
        kinds = ", ".join(sorted(kind[1:] for kind in ATTACHMENT_KINDS))
        return f"Files like “{name}” are not published; these are: {kinds}."
    return None
