"""The words of a Word file by another reading, which the first is held against.

It shares nothing with the other but the bytes of the parts and the table of signs: another parser, no
tree, nothing of styles but which of them hide. It is the first to see the XML, and refuses what is hostile.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from bcbsite.importing.document import ImportRefusedError
from bcbsite.importing.packages import Package
from bcbsite.importing.word.signs import sign
from bcbsite.importing.xml_parts import damaged, doctype_refused

MOST_ELEMENTS = 6_000_000
"""About as many as 64 MB of such XML hold; a page of text has some hundreds."""
DEEPEST = 200

_WORD = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
_OFF = ("0", "false", "off", "none")
_SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def count_words(package: Package, main: str) -> tuple[str, ...]:
    """The visible words of the body, the part *main*, and of the notes it refers to; refuses hostile XML."""
    folder = posixpath.dirname(main)
    hidden = _Hidden(package.path.name)
    hidden.parse(package.part(posixpath.join(folder, "styles.xml")))
    body = _Count(package.path.name, hidden.styles())
    body.parse(package.part(main))
    words = body.words()
    for kind in ("footnote", "endnote"):
        if ids := body.notes[kind]:
            notes = _Count(package.path.name, hidden.styles(), (kind, ids))
            notes.parse(package.part(posixpath.join(folder, f"{kind}s.xml")))
            words += notes.words()
    return tuple(words)


class _Parser:
    """Goes through XML without building a tree."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._elements = 0
        self.path: list[str] = []

    def parse(self, data: bytes | None) -> None:
        if data is None:
            return
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(data, True)
        except ExpatError as error:
            raise ImportRefusedError(damaged(self._name)) from error

    def _refuse(self, *_: object) -> None:
        raise ImportRefusedError(doctype_refused(self._name))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self.path) > DEEPEST:
            raise ImportRefusedError(f"{self._name} is far larger or more deeply nested than any record.")
        uri, _, local = name.rpartition(" ")
        self.path.append(local if uri in _WORD else f":{local}")
        self.begin(self.path[-1], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _end(self, _: str) -> None:
        self.finish(self.path.pop())

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; names that are not Word's begin with a colon."""

    def finish(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text comes."""

    def inside(self, *names: str) -> bool:
        """Whether the open elements end with *names*."""
        return tuple(self.path[-len(names) :]) == names


class _Hidden(_Parser):
    """Which styles hide their words."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._style = ""
        self._based_on: dict[str, str] = {}
        self._stated: dict[str, bool] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("styleId", "")
        elif name == "basedOn":
            self._based_on[self._style] = attributes.get("val", "")
        elif name == "vanish" and self.inside("style", "rPr", "vanish"):
            self._stated[self._style] = attributes.get("val") not in _OFF

    def styles(self) -> frozenset[str]:
        return frozenset(style for style in {*self._based_on, *self._stated} if self._hides(style))

    def _hides(self, style: str) -> bool:
        for _ in range(64):
            if style in self._stated:
                return self._stated[style]
            if style not in self._based_on:
                return False
            style = self._based_on[style]
        return False


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    runs_on: bool = False
    """Whether its end was deleted, so that the next one goes on with it."""
    held: list[str] = field(default_factory=list)
    """What the next paragraph within this one goes on with."""
    run_style: str = ""
    vanishes: bool | None = None


class _Count(_Parser):
    """The visible words of one part."""

    def __init__(
        self, name: str, hiding: Iterable[str], wanted: tuple[str, Iterable[str]] | None = None
    ) -> None:
        super().__init__(name)
        self._hiding = frozenset(hiding)
        self._wanted = (wanted[0], frozenset(wanted[1])) if wanted else None
        self.notes: dict[str, dict[str, None]] = {"footnote": {}, "endnote": {}}
        self._texts: list[str] = []
        self._open: list[_Paragraph] = [_Paragraph()]
        self._skipped_at: list[int] = []
        """How deep the elements begin of which nothing is visible."""
        self._fields: list[bool] = []
        self._instructions = 0
        self._chosen: list[bool] = []
        self._is_text = False
        self._keeps_space = False

    def words(self) -> list[str]:
        self._let_go()
        return " ".join(self._texts).split()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        depth = len(self.path)
        if self._is_skipped(name, attributes):
            self._skipped_at.append(depth)
        value = attributes.get("val", "")
        if name == "p":
            held, self._open[-1].held = self._open[-1].held, []
            self._open.append(_Paragraph(held))
        elif name == "pStyle":
            self._open[-1].style = value
        elif name == "r":
            self._open[-1].run_style, self._open[-1].vanishes = "", None
        elif name == "rStyle":
            self._open[-1].run_style = value
        elif name == "vanish" and self.inside("r", "rPr", "vanish"):
            self._open[-1].vanishes = value not in _OFF
        elif name in ("t", ":t"):
            self._is_text, self._keeps_space = True, attributes.get("space") == "preserve"
        else:
            self._other(name, attributes)

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        if name in _SPACES and not self.inside("tabs", "tab"):
            self._say(_SPACES[name])
        elif name == "sym":
            code = attributes.get("char", "")
            self._say(
                sign(int(code, 16), attributes.get("font", "")) if code.isalnum() and len(code) < 7 else ""
            )
        elif name == ":textpath":
            self._say(attributes.get("string", "") + " ")
        elif name == "fldChar":
            self._field(attributes.get("fldCharType"))
        elif name in ("footnoteReference", "endnoteReference") and self._is_seen():
            self.notes[name.removesuffix("Reference")][attributes.get("id", "")] = None
        elif name in ("del", "moveFrom"):
            self._mark_deleted()

    def _mark_deleted(self) -> None:
        """What is said to be deleted by its properties: the end of a paragraph, a row, a cell."""
        if self.path[-3:-1] == ["pPr", "rPr"]:
            self._open[-1].runs_on = True
        elif self.path[-2] == "trPr":
            self._skipped_at.insert(-1, len(self.path) - 2)

    def _is_skipped(self, name: str, attributes: dict[str, str]) -> bool:
        if name == ":AlternateContent":
            self._chosen.append(False)
        elif name in (":Choice", ":Fallback") and self._chosen:
            taken, self._chosen[-1] = self._chosen[-1], True
            return taken
        elif name in ("footnote", "endnote") and self._wanted:
            return self._wanted != (name, self._wanted[1]) or attributes.get("id") not in self._wanted[1]
        return name in ("del", "moveFrom", "pPrChange", "rPrChange")

    def finish(self, name: str) -> None:
        depth = len(self.path) + 1
        while self._skipped_at and self._skipped_at[-1] >= depth:
            self._skipped_at.pop()
        if name == "p":
            self._let_go()
            ended = self._open.pop()
            if ended.runs_on:
                self._open[-1].held = ended.pieces
            else:
                self._texts.append("".join(ended.pieces))
        elif name == "tc":
            self._let_go()
        elif name in ("t", ":t"):
            self._is_text = False
        elif name == ":AlternateContent":
            self._chosen.pop()

    def _let_go(self) -> None:
        """End a paragraph whose end was deleted and that none goes on with."""
        self._texts.append("".join(self._open[-1].held))
        self._open[-1].held = []

    def text(self, text: str) -> None:
        if self._is_text:
            self._say(text.replace("\u00ad", "") if self._keeps_space else text.replace("\u00ad", "").strip())

    def _is_seen(self) -> bool:
        paragraph = self._open[-1]
        hides = (paragraph.run_style in self._hiding) != (paragraph.style in self._hiding)
        hides = hides if paragraph.vanishes is None else paragraph.vanishes
        return not (hides or self._skipped_at or self._instructions)

    def _say(self, text: str) -> None:
        if self._is_seen():
            self._open[-1].pieces.append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
            self._instructions += 1
        elif kind == "separate" and self._fields and self._fields[-1]:
            self._fields[-1] = False
            self._instructions -= 1
        elif kind == "end" and self._fields:
            self._instructions -= self._fields.pop()
