"""Small PDF files for tests: text at places, rules, boxes and pictures, written by hand."""

import textwrap
import zlib
from dataclasses import dataclass, field
from pathlib import Path

FONTS = {
    "regular": "Helvetica",
    "bold": "Helvetica-Bold",
    "italic": "Helvetica-Oblique",
    "fixed": "Courier",
}
# A4 in points.
WIDTH, HEIGHT = 595, 842
PITCH = 14


@dataclass
class Sheet:
    """One page, drawn from its top left corner. A step down the page is `PITCH` points."""

    parts: list[str] = field(default_factory=list)
    rotate: int = 0
    picture: bool = False

    def text(
        self, x: float, y: float, words: str, font: str = "regular", *, size: float = 11, extra: str = ""
    ) -> "Sheet":
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        name = f"F{list(FONTS).index(font)}"
        self.parts.append(f"q {extra} BT /{name} {size} Tf {x} {HEIGHT - y} Td ({escaped}) Tj ET Q")
        return self

    def lines(self, x: float, y: float, *lines: str, font: str = "regular", size: float = 11) -> "Sheet":
        """Lines one beneath the other; "" leaves one free."""
        for number, words in enumerate(lines):
            if words:
                self.text(x, y + number * PITCH, words, font, size=size)
        return self

    def prose(self, x: float, y: float, words: str, width: int = 60, font: str = "fixed") -> "Sheet":
        """Words broken into full lines of at most `width` letters, all as wide as each other."""
        return self.lines(x, y, *textwrap.wrap(words, width, break_on_hyphens=True), font=font, size=10)

    def columns(self, xs: list[float], y: float, *rows: tuple[str, ...], font: str = "regular") -> "Sheet":
        """Rows of words, each cell at its x."""
        for number, row in enumerate(rows):
            for x, words in zip(xs, row, strict=True):
                if words:
                    self.text(x, y + number * PITCH, words, font)
        return self

    def turned(self, x: float, y: float, words: str) -> "Sheet":
        self.parts.append(f"BT /F0 40 Tf 0 1 -1 0 {x} {HEIGHT - y} Tm ({words}) Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        self.parts.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> "Sheet":
        self.parts.append(f"q {grey} g {x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f Q")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> "Sheet":
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def scan(self, x0: float = 0, y0: float = 0, x1: float = WIDTH, y1: float = HEIGHT) -> "Sheet":
        """A picture of a page."""
        self.picture = True
        self.parts.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {HEIGHT - y1} cm /I0 Do Q")
        return self


def pdf(path: Path, *sheets: Sheet) -> Path:
    """Write a PDF of the sheets."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    fonts = " ".join(
        f"/F{number} {add(b'<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/' + name.encode() + b'>>')} 0 R"
        for number, name in enumerate(FONTS.values())
    )
    dot = zlib.compress(b"\x80")
    image = add(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(dot), dot)
    )
    resources = f"<</Font<<{fonts}>>/XObject<</I0 {image} 0 R>>>>"
    tree = len(objects) + 2 * len(sheets) + 1
    pages = []
    for sheet in sheets:
        data = zlib.compress("\n".join(sheet.parts).encode("cp1252"))
        content = add(b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(data), data))
        page = (
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {sheet.rotate}"
            f"/Resources {resources}/Contents {content} 0 R>>"
        )
        pages.append(add(page.encode()))
    kids = " ".join(f"{page} 0 R" for page in pages)
    add(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode())
    path.write_bytes(written(objects, add(f"<</Type/Catalog/Pages {tree} 0 R>>".encode())))
    return path


def written(objects: list[bytes], root: int) -> bytes:
    """A file of objects, numbered from 1."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        len(out),
    )
    return out + head + table + trailer
