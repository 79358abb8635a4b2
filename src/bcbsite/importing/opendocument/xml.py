"""The names of OpenDocument (ISO/IEC 26300)."""

import re

_URN = "urn:oasis:names:tc:opendocument:xmlns:"

OFFICE = f"{{{_URN}office:1.0}}"
TEXT = f"{{{_URN}text:1.0}}"
STYLE = f"{{{_URN}style:1.0}}"
TABLE = f"{{{_URN}table:1.0}}"
DRAW = f"{{{_URN}drawing:1.0}}"
META = f"{{{_URN}meta:1.0}}"
FO = f"{{{_URN}xsl-fo-compatible:1.0}}"
SVG = f"{{{_URN}svg-compatible:1.0}}"
LIBRE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DC = "{http://purl.org/dc/elements/1.1/}"

# “0.25in”, “1.27cm”, “-18pt”
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(in|cm|mm|pt|px)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "px": 0.75}


def points(length: str | None) -> float | None:
    """A length in points, or None where none is stated."""
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[match[2]] if match else None


def whole(text: str | None, default: int) -> int:
    """A whole number as attributes state it; *default* where *text* is none or unreasonably long."""
    return int(text) if text and len(text) < 8 and text.isdecimal() else default
