"""The words of a Word file by another reading, which the first is held against.

It shares nothing with the other but the bytes of the parts and the table of signs: another parser, no
tree, nothing of styles but which of them hide. It is the first to see the XML, and refuses what is hostile.
"""

import posixpath
import re
from dataclasses import dataclass, field
from string import hexdigits

from bcbsite.importing.packages import Package
from bcbsite.importing.word.signs import shown, sign
from bcbsite.importing.xml_events import XmlEvents

_WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
}
_OFF = ("0", "false", "off", "none")
_SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


# “word/header2.xml”, “word/comments.xml”: the parts beside the main one that hold words.
_BESIDE = re.compile(r"(?:header|footer)\d*\.xml|(?:footnotes|endnotes|comments)\.xml")


def count_words(package: Package, main: str) -> tuple[str, ...]:
    """All words of the part *main*, of its notes, comments, headers and footers, deleted and hidden ones too;
    refuses hostile XML.
    """
    folder = posixpath.dirname(main)
    hidden = _Hidden(package.path.name)
    hidden.parse(package.part(posixpath.join(folder, "styles.xml")))
    hiding = hidden.styles()
    beside = (
        name
        for name in sorted(package.names)
        if posixpath.dirname(name) == folder and _BESIDE.fullmatch(posixpath.basename(name))
    )
    words: list[str] = []
    for part in (main, *beside):
        counting = _Count(package.path.name, hiding)
        counting.parse(package.part(part))
        words += counting.words()
    return tuple(words)


class _Hidden(XmlEvents):
    """Which styles hide their words."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _WORD)
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
    seen: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    style: str = ""
    runs_on: bool = False
    """Whether its end was deleted, so that the next one goes on with it."""
    held: list[str] = field(default_factory=list)
    """What the next paragraph within this one goes on with."""
    run_style: str = ""
    vanishes: bool | None = None


class _Count(XmlEvents):
    """The words of one part. Those that are not seen are kept apart, so that they split no word that is."""

    def __init__(self, name: str, hiding: frozenset[str]) -> None:
        super().__init__(name, _WORD)
        self._hiding = hiding
        self._texts: list[str] = []
        self._open: list[_Paragraph] = [_Paragraph()]
        self._deleted = 0
        self._fields: list[bool] = []
        self._instructions = 0
        self._alternatives: list[bool] = []
        self._others_at: list[int] = []
        """How deep those forms of a content begin that are not the first."""
        self._is_text = False
        self._keeps_space = False
        self._choices: list[str] = []
        self._choice = 0

    def words(self) -> list[str]:
        self._let_go()
        return " ".join(self._texts).split()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
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
        elif name in ("t", "delText", ":t"):
            self._is_text, self._keeps_space = True, attributes.get("space") == "preserve"
        elif name in ("del", "moveFrom"):
            self._deleted += 1
            self._open[-1].runs_on |= self.path[-3:-1] == ["pPr", "rPr"]
        else:
            self._sign(name, attributes)

    def _sign(self, name: str, attributes: dict[str, str]) -> None:
        if name in _SPACES and not self.inside("tabs", "tab"):
            self._say(_SPACES[name])
        elif name == "sym":
            code = attributes.get("char", "")
            is_code = len(code) < 7 and all(figure in hexdigits for figure in code)
            self._say(sign(int(code or "0", 16), attributes.get("font", "")) if is_code else "")
        elif name == ":textpath":
            self._say(attributes.get("string", "") + " ")
        elif name == ":docPr" and not self._others_at:
            self._texts += [attributes.get("title", ""), attributes.get("descr", "")]
        elif name == "fldChar":
            self._field(attributes.get("fldCharType"))
        else:
            self._alternative(name, attributes)

    def _alternative(self, name: str, attributes: dict[str, str]) -> None:
        if name == ":AlternateContent":
            self._alternatives.append(False)
        elif name in (":Choice", ":Fallback") and self._alternatives:
            if self._alternatives[-1]:
                self._others_at.append(len(self.path))
            self._alternatives[-1] = True
        elif name == "ddList":
            self._choices, self._choice = [], 0
        elif name == "listEntry":
            self._choices.append(attributes.get("val", ""))
        elif name == "result" and attributes.get("val", "").isdecimal():
            self._choice = int(attributes["val"])

    def finish(self, name: str) -> None:
        if self._others_at and self._others_at[-1] == len(self.path) + 1:
            self._others_at.pop()
        if name == "p":
            self._end_paragraph()
        elif name == "tc":
            self._let_go()
        elif name in ("t", "delText", ":t"):
            self._is_text = False
        elif name in ("del", "moveFrom"):
            self._deleted -= 1
        elif name == ":AlternateContent":
            self._alternatives.pop()
        elif name == "ddList":
            self._say("".join(self._choices[self._choice : self._choice + 1]))

    def _end_paragraph(self) -> None:
        self._let_go()
        ended = self._open.pop()
        self._texts.append("".join(ended.unseen))
        if ended.runs_on:
            self._open[-1].held = ended.seen
        else:
            self._texts.append("".join(ended.seen))

    def _let_go(self) -> None:
        """End a paragraph whose end was deleted and that none goes on with."""
        self._texts.append("".join(self._open[-1].held))
        self._open[-1].held = []

    def text(self, text: str) -> None:
        if self._is_text:
            words = shown(text.replace("\u00ad", ""), "")
            self._say(words if self._keeps_space else words.strip())

    def _say(self, text: str) -> None:
        if self._others_at:
            return
        paragraph = self._open[-1]
        hides = (paragraph.run_style in self._hiding) != (paragraph.style in self._hiding)
        hides = hides if paragraph.vanishes is None else paragraph.vanishes
        if hides or self._deleted or self._instructions:
            paragraph.unseen.append(text)
        else:
            if paragraph.unseen:
                paragraph.unseen.append(" ")
            paragraph.seen.append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
            self._instructions += 1
        elif kind == "separate" and self._fields and self._fields[-1]:
            self._fields[-1] = False
            self._instructions -= 1
        elif kind == "end" and self._fields:
            self._instructions -= self._fields.pop()
