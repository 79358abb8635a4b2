"""The rule about files that are attached to papers."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content
from bcbsite.model.paper import Attachment

ATTACHMENT_KINDS = ("csv", "docx", "jpeg", "jpg", "ods", "odt", "pdf", "png", "pptx", "txt", "xlsx")
"""Endings of the files that are published. HTML and SVG are not among them: browsers run what is in them."""


def attachments_can_be_published(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB405: an attachment is a file beside its paper, of a kind that browsers do not run."""
    for meeting in content.meetings:
        for paper in meeting.papers:
            for attachment in paper.attachments:
                if message := _why_not(attachment):
                    yield Diagnostic("BCB405", attachment.at, message)


def _why_not(attachment: Attachment) -> str | None:
    """Why the file cannot be published, in a sentence."""
    name = attachment.name
    if "/" in name or "\\" in name or name.startswith("."):
        return f"The attachment “{name}” must lie beside its paper and be written by its name alone."
    if not attachment.is_file:
        return f"There is no file “{name}” beside this paper."
    if attachment.path.suffix.lower().removeprefix(".") not in ATTACHMENT_KINDS:
        return f"Files like “{name}” are not published; these are: {', '.join(ATTACHMENT_KINDS)}."
    return None
