"""What readers of a PDF draw over its pages: notes, and marks that cover its text."""

import ctypes
import re
from collections.abc import Iterator

from pypdfium2 import raw  # type: ignore[import-untyped]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_MOST = 5_000
_FILLS = re.compile(r"(?:^|\s)(?:f|F|f\*|B|B\*|b|b\*)(?:\s|$)")  # “10 10 80 12 re f”
_DARK = 200
"""The sum of red, green and blue below which nothing black is seen through a colour."""
_SHAPES = (raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_CIRCLE)


def covers(page: raw.FPDF_PAGE) -> Iterator[Box]:
    """The boxes of the marks that cover what is below them."""
    for annotation in _annotations(page):
        if _is_cover(annotation):
            found = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, found)
            yield found.left, found.bottom, found.right, found.top


def notes(page: raw.FPDF_PAGE) -> Iterator[str]:
    """The words of the notes that people put on a page."""
    for annotation in _annotations(page):
        words = _string(annotation, b"Contents")
        if words and raw.FPDFAnnot_GetSubtype(annotation) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET):
            yield words


def _annotations(page: raw.FPDF_PAGE) -> Iterator[raw.FPDF_ANNOTATION]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation:
            yield annotation
            raw.FPDFPage_CloseAnnot(annotation)


def _is_cover(annotation: raw.FPDF_ANNOTATION) -> bool:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_REDACT:
        return True
    if kind in _SHAPES:
        inner = _colour(annotation, raw.FPDFANNOT_COLORTYPE_InteriorColor)
        return bool(inner and inner[3]) or bool(_FILLS.search(_appearance(annotation)))
    if kind == raw.FPDF_ANNOT_HIGHLIGHT:
        colour = _colour(annotation, raw.FPDFANNOT_COLORTYPE_Color)
        return bool(colour) and sum(colour[:3]) < _DARK
    return False


def _colour(annotation: raw.FPDF_ANNOTATION, which: int) -> tuple[int, ...]:
    """Red, green, blue and opacity; nothing where it has an appearance of its own, or no such colour."""
    parts = [ctypes.c_uint() for _ in range(4)]
    is_known = raw.FPDFAnnot_HasKey(annotation, b"IC" if which else b"C") and raw.FPDFAnnot_GetColor(
        annotation, which, *parts
    )
    return tuple(part.value for part in parts) if is_known else ()


def _appearance(annotation: raw.FPDF_ANNOTATION) -> str:
    length = raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    if not 2 < length < 1 << 20:
        return ""
    buffer = ctypes.create_string_buffer(length)
    into = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, into, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _string(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length < 1 << 20:
        return ""
    buffer = ctypes.create_string_buffer(length)
    into = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(annotation, key, into, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()
