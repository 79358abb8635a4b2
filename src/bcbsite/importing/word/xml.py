"""The names of WordprocessingML (ISO/IEC 29500-1), and how its properties state their values."""

from collections.abc import Iterator

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
VML = "urn:schemas-microsoft-com:vml"
NEWER_WORD = "http://schemas.microsoft.com/office/word/2010/wordml"

W = f"{{{WORD}}}"
R = f"{{{RELATIONS}}}"
MC = f"{{{COMPATIBILITY}}}"

VALUE = f"{W}val"
DESCRIPTIONS = ("title", "descr")
"""The attributes of a picture that describe it."""

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATHS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", DRAWING.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PICTURE.encode()),
)
_HEAD = 16_384


def in_transitional_names(data: bytes) -> bytes:
    """A part in the names of the transitional schema, which all but the strict form of files use."""
    if b"http://purl.oclc.org/ooxml/" in data[:_HEAD]:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    return data


def value(parent: etree._Element | None, name: str) -> str | None:
    """The value of the property *name* of *parent*, or None where it has none."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VALUE)


def number(parent: etree._Element | None, name: str) -> int | None:
    """The value of the property *name* as a whole number, or None where it has none."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """A whole number as attributes state it, or None where *text* is none or unreasonably long."""
    if text is None or len(text) > 12 or not text.strip().removeprefix("-").isdecimal():
        return None
    return int(text)


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """Whether the switch *name* is on: a switch without a value is; None where there is no such switch."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VALUE, "true") not in ("0", "false", "off", "none")


# Of a page of A4 so much, in square inches, is more than a badge or a signature.
_LARGE = 25.0
_EMU = 914_400


def is_large(picture: etree._Element) -> bool:
    """Whether a picture is so large that it may be one of a page; where its size is not stated, it is."""
    for above in picture.iterancestors(
        f"{{{PLACED}}}inline", f"{{{PLACED}}}anchor", f"{W}pict", f"{W}object"
    ):
        extent = above.find(f"{{{PLACED}}}extent")
        if extent is not None:
            sides = [whole(extent.get(side)) or 0 for side in ("cx", "cy")]
            return sides[0] * sides[1] > _LARGE * _EMU**2
        return False
    return False


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The children that are elements: no comments, no processing instructions."""
    for child in parent:
        if isinstance(child.tag, str):
            yield child


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """That of several forms of the same content which a reader shows: the first choice, else the fallback."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")
