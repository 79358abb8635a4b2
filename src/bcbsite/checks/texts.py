"""Rules about the words of the records: what looks misprinted, or should not be public."""

import re
from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.archive.texts import Text
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.kept import kept
from bcbsite.model.blocks import Footnote
from bcbsite.model.content import Content

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+\w")
_POSTCODE_END = re.compile(r" \d[A-Z]{2}\b")  # is looked for first: it is rare, and quickly found missing
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
# A number that begins with 0 or +44 and has ten digits or more, as telephone numbers in the UK do.
_PHONE = re.compile(r"(?:\+44|0(?<![\d,.]0)\d)(?:[ -]?\(?\d\)?){8,10}(?!\d)")
# Six figures or more before a k, or commas that do not part thousands.
_AMOUNT = re.compile(r"£(?:\d{3,}(?:,\d{3})+k\b|\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?!\d|,\d))")

_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,99}\]")

_KINDS = "an e-mail address, telephone or postcode"


def no_personal_data(_: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB307: no e-mail address, telephone number or postcode stands in a record."""
    for texts in archive.texts_by_file:
        yield from _personal_data_in(texts)


@kept
def _personal_data_in(texts: tuple[Text, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic("BCB307", text.at, f"“{found}” looks like personal data: {_KINDS}.")
        for text in texts
        for prose in text.prose
        for found in dict.fromkeys(_personal_data(prose.text))
    )


def _personal_data(words: str) -> Iterator[str]:
    if "@" in words:
        yield from _EMAIL.findall(words)
    if _POSTCODE_END.search(words):
        yield from _POSTCODE.findall(words)
    if "0" in words:
        yield from _PHONE.findall(words)


def amounts_look_right(_: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB308: an amount is printed in a form that can be meant."""
    for texts in archive.texts_by_file:
        yield from _odd_amounts_in(texts)


@kept
def _odd_amounts_in(texts: tuple[Text, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic("BCB308", text.at, f"“{found}” looks misprinted.")
        for text in texts
        for prose in text.prose
        if "£" in prose.text
        for found in dict.fromkeys(_AMOUNT.findall(prose.text))
    )


def footnotes_are_written(_: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB309: each mark has its note; without it the mark is shown as it was typed."""
    for texts in archive.texts_by_file:
        yield from _marks_alone_in(texts)


@kept
def _marks_alone_in(texts: tuple[Text, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic("BCB309", text.at, f"There is no footnote for “{mark}”.")
        for text in texts
        for prose in text.prose
        if "[^" in prose.text
        for mark in dict.fromkeys(_FOOTNOTE_MARK.findall(prose.text))
    )


def footnotes_are_written_once(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB309: no two footnotes of a document have the same mark, which leads to the first."""
    for meeting in content.meetings:
        for document in meeting.documents:
            blocks = (block for passage in document.body.passages for block in passage.blocks)
            first: dict[str, int] = {}
            for note in blocks:
                if isinstance(note, Footnote) and first.setdefault(note.label, note.line) != note.line:
                    message = (
                        f"Footnote {note.label} is written twice; the first is on line {first[note.label]}."
                    )
                    yield Diagnostic("BCB309", Span(document.at.path, note.line), message)
