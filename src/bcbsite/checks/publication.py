"""The rule about the list of what must be published."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content


def what_is_published_has_a_place(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB757: an entry says where it is, or how else to get it."""
    for entry in content.publication:
        if not (entry.where or entry.note):
            yield Diagnostic("BCB757", entry.at, f"Where “{entry.what}” is published is not stated.")
