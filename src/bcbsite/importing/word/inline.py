"""The words of a paragraph of a Word file, as a reader sees them, and those that are not to be seen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from bcbsite.importing.document import Run
from bcbsite.importing.word.fields import Fields, form_value, is_counted, linked
from bcbsite.importing.word.signs import UNKNOWN, shown, sign
from bcbsite.importing.word.styles import PLAIN, Look, Styles
from bcbsite.importing.word.xml import (
    CHART,
    DESCRIPTIONS,
    DIAGRAM,
    DRAWING,
    MATHS,
    MC,
    PICTURE,
    PLACED,
    VML,
    R,
    W,
    chosen,
    elements,
    is_large,
    whole,
)

_PAGE_BREAK = "\f"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WEB = ("http://", "https://", "mailto:")
_PROPERTIES = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblGrid", "rubyPr"),
        *("sectPr", "ffData", "fldData", "tblPrEx", "trPr", "tcPr"),
    )
)


@dataclass(slots=True)
class Words:
    """What one paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """The text boxes that are anchored in it: elements that hold paragraphs."""
    is_tracked: bool = False
    """Whether changes to it were tracked."""
    unread: list[str] = field(default_factory=list)
    """What stands in it and is no text, each as it is called in a sentence."""
    lost: list[str] = field(default_factory=list)
    """The same of what has words, or may have them."""
    described: list[str] = field(default_factory=list)
    """The descriptions of pictures, which only those hear who cannot see them."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for the words at a place."""

    style: str
    look: Look = PLAIN
    deleted: bool = False
    link: str = ""


class WordsReader:
    """Reads the words of the paragraphs of one story, one after the other."""

    def __init__(self, styles: Styles, links: dict[str, str], note: Callable[[str, str], str]) -> None:
        """*links* are the web addresses of the part by their ids; *note* gives the key of a foot- or
        endnote by its kind and id.
        """
        self._styles = styles
        self._links = links
        self._note = note
        self.fields = Fields()
        self._words = Words()
        self._handlers: dict[str, Callable[[etree._Element, _Place], None]] = {
            **{W + name: self._deleted for name in ("del", "moveFrom")},
            **{W + name: self._inserted for name in ("ins", "moveTo")},
            **{W + name: self._text for name in ("t", "delText")},
            **{W + name: self._instruction for name in ("instrText", "delInstrText")},
            **{W + name: self._reference for name in ("footnoteReference", "endnoteReference")},
            **{W + name: self._sign for name in _SIGNS},
            f"{W}r": self._run,
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            f"{W}hyperlink": self._hyperlink,
            f"{W}fldChar": self._field,
            f"{W}fldSimple": self._simple_field,
            f"{W}txbxContent": self._box,
            f"{{{PLACED}}}docPr": self._description,
            f"{MC}AlternateContent": self._alternatives,
            **{f"{{{of}}}t": self._text for of in (MATHS, DRAWING)},
            f"{{{VML}}}textpath": self._textpath,
            **dict.fromkeys(_UNREAD, self._unread),
        }

    def read(self, paragraph: etree._Element, style: str, deleted: bool = False) -> Words:
        """The words of *paragraph*, which has that *style*; *deleted* where it stands in what was deleted."""
        self._words = Words()
        self._walk(paragraph, _Place(style, self._styles.look_of(style, None), deleted))
        words, self._words = self._words, Words()
        return words

    def _walk(self, parent: etree._Element, place: _Place) -> None:
        """Read the children of *parent*; of what is not known, what it holds."""
        for child in elements(parent):
            if child.tag in _PROPERTIES:
                continue
            self._handlers.get(child.tag, self._walk)(child, place)

    def _add(self, text: str, place: _Place, footnote: str = "") -> None:
        if not (text or footnote):
            return
        look = place.look
        if place.deleted:
            self._words.deleted.append(text)
        elif look.hidden or self.fields.hides:
            self._words.hidden.append(text)
        else:
            self.fields.show(text)
            for left_out in (self._words.deleted, self._words.hidden):
                if left_out and left_out[-1] != " ":
                    left_out.append(" ")
            link = self._web(place.link or self.fields.link, text)
            self._words.runs.append(
                Run(text, look.bold, look.italic, look.struck, link, footnote, look.underlined)
            )

    def _web(self, address: str, text: str) -> str:
        if not address or address.startswith("#"):
            return ""
        if address.lower().startswith(_WEB):
            return address
        self._words.unread.append(f"a link from “{text.strip()}” to what is no web address")
        return ""

    def _run(self, element: etree._Element, place: _Place) -> None:
        look = self._styles.look_of(place.style, element.find(f"{W}rPr"))
        self._walk(element, _Place(place.style, look, place.deleted, place.link))

    def _text(self, element: etree._Element, place: _Place) -> None:
        text = (element.text or "").replace("\u00ad", "").replace("\n", " ").replace("\r", "")
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t")
        seen = shown(text, place.look.font)
        if UNKNOWN in seen and UNKNOWN not in text:
            self._words.unread.append(
                f"a sign of the font {place.look.font or 'for signs'} that is not known"
            )
        self._add(seen, place)

    def _sign(self, element: etree._Element, place: _Place) -> None:
        self._add(_SIGNS[element.tag.removeprefix(W)], place)

    def _break(self, element: etree._Element, place: _Place) -> None:
        is_line = element.get(f"{W}type", "textWrapping") == "textWrapping"
        self._add("\n" if is_line else _PAGE_BREAK, place)

    def _symbol(self, element: etree._Element, place: _Place) -> None:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        try:
            seen = sign(int(code, 16), font)
        except ValueError:
            seen = UNKNOWN
        if seen == UNKNOWN:
            self._words.unread.append(f"a sign of the font {font} that is not known")
        self._add(seen, place)

    def _inserted(self, element: etree._Element, place: _Place) -> None:
        self._words.is_tracked = True
        self._walk(element, place)

    def _deleted(self, element: etree._Element, place: _Place) -> None:
        self._words.is_tracked = True
        self._walk(element, replace(place, deleted=True))

    def _hyperlink(self, element: etree._Element, place: _Place) -> None:
        self._walk(element, replace(place, link=self._links.get(element.get(f"{R}id", ""), "")))

    def _field(self, element: etree._Element, place: _Place) -> None:
        self._add(form_value(element), place)
        if self.fields.mark(element):
            self._words.lost.append(_COUNTED)

    def _simple_field(self, element: etree._Element, place: _Place) -> None:
        instruction = element.get(f"{W}instr", "")
        if is_counted(instruction) and not "".join(map(str, element.itertext())).strip():
            self._words.lost.append(_COUNTED)
        self._walk(element, replace(place, link=linked(instruction) or place.link))

    def _instruction(self, element: etree._Element, _: _Place) -> None:
        self.fields.instruct(element.text or "")

    def _reference(self, element: etree._Element, place: _Place) -> None:
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        note_id = element.get(f"{W}id", "")
        if whole(note_id) is None or self.fields.hides:
            return
        if not (place.deleted or place.look.hidden):
            self._add("", place, self._note(kind, note_id))

    def _box(self, element: etree._Element, place: _Place) -> None:
        if not place.deleted and not place.look.hidden:
            self._words.boxes.append(element)
        else:
            found = "".join(t.text or "" for t in element.iter(f"{W}t"))
            (self._words.deleted if place.deleted else self._words.hidden).append(found)

    def _alternatives(self, element: etree._Element, place: _Place) -> None:
        if (choice := chosen(element)) is not None:
            self._walk(choice, place)

    def _description(self, element: etree._Element, _: _Place) -> None:
        self._words.described += [element.get(name, "") for name in DESCRIPTIONS]

    def _textpath(self, element: etree._Element, place: _Place) -> None:
        self._add(element.get("string", "") + " ", place)

    def _unread(self, element: etree._Element, place: _Place) -> None:
        if not place.deleted and not place.look.hidden:
            what = _UNREAD[element.tag]
            is_lost = what in _WITH_WORDS or (what == _PICTURE and is_large(element))
            (self._words.lost if is_lost else self._words.unread).append(what)
        self._walk(element, place)


_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_COUNTED = "a number that Word counts by a field and does not keep in the file"
_PICTURE = "a picture"
_WITH_WORDS = (
    "a chart",
    "a diagram",
    "a drawing by hand",
    "an embedded object",
    "a part that is in another file",
)
_UNREAD = {
    f"{{{PICTURE}}}pic": _PICTURE,
    f"{{{VML}}}imagedata": _PICTURE,
    f"{{{CHART}}}chart": "a chart",
    f"{{{DIAGRAM}}}relIds": "a diagram",
    f"{W}contentPart": "a drawing by hand",
    f"{W}object": "an embedded object",
    f"{{{MATHS}}}oMath": "a formula, of which only the letters are read",
    f"{W}subDoc": "a part that is in another file",
}
