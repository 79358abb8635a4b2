"""The words of a paragraph of an OpenDocument file, as a reader sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from bcbsite.importing.document import Run
from bcbsite.importing.opendocument.styles import PLAIN, Look, Styles
from bcbsite.importing.opendocument.xml import DRAW, LIBRE, OFFICE, SVG, TABLE, TEXT, XLINK, points, whole

_SPACES = re.compile(r"[ \t\r\n]+")
_WEB = ("http://", "https://", "mailto:")
_MOST_SPACES = 1000
_LARGE = 25 * 72.0**2
"""Square points of a picture that are more than a badge or a signature."""
_UNREAD = {
    f"{DRAW}image": "a picture",
    f"{DRAW}object": "an embedded object or a chart",
    f"{DRAW}object-ole": "an embedded object",
}
_BOXED = frozenset((f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table", f"{TEXT}section"))


@dataclass(slots=True)
class Words:
    """What one paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    comments: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """Paragraphs, lists and tables of the frames and shapes that are anchored in it."""
    unread: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """The same of what may have words."""
    described: list[str] = field(default_factory=list)
    """The descriptions of pictures, which only those hear who cannot see them."""


@dataclass(frozen=True, slots=True)
class _Place:
    look: Look = PLAIN
    link: str = ""


class WordsReader:
    """Reads the words of paragraphs."""

    def __init__(self, styles: Styles, note: Callable[[etree._Element], str]) -> None:
        """*note* takes a foot- or endnote and returns its key."""
        self._styles = styles
        self._note = note
        self._words = Words()
        self._handlers: dict[str, Callable[[etree._Element, _Place], None]] = {
            f"{TEXT}span": self._span,
            f"{TEXT}a": self._link,
            f"{TEXT}s": self._spaces,
            f"{TEXT}tab": self._sign,
            f"{TEXT}line-break": self._sign,
            f"{TEXT}note": self._footnote,
            f"{TEXT}hidden-text": self._hidden,
            f"{TEXT}hidden-paragraph": self._nothing,
            f"{TEXT}ruby-text": self._ruby,
            f"{OFFICE}annotation": self._comment,
            f"{OFFICE}annotation-end": self._nothing,
            f"{OFFICE}event-listeners": self._nothing,
            f"{LIBRE}desc": self._nothing,
            f"{SVG}title": self._description,
            f"{SVG}desc": self._description,
            **dict.fromkeys(_BOXED, self._box),
            **dict.fromkeys(_UNREAD, self._unread),
        }

    def read(self, paragraph: etree._Element, look: Look) -> Words:
        """The words of *paragraph*, which look so where nothing else is said."""
        self._words = Words()
        hiding = next(paragraph.iter(f"{TEXT}hidden-paragraph"), None)
        if hiding is not None and hiding.get(f"{TEXT}is-hidden") != "false":
            look = replace(look, hidden=True)
        self._walk(paragraph, _Place(look))
        words, self._words = self._words, Words()
        return words

    def _walk(self, parent: etree._Element, place: _Place) -> None:
        self._add(parent.text, place)
        for child in parent:
            if isinstance(child.tag, str):
                self._handlers.get(child.tag, self._walk)(child, place)
            self._add(child.tail, place)

    def _add(self, text: str | None, place: _Place, footnote: str = "") -> None:
        squeezed = _SPACES.sub(" ", (text or "").replace("\u00ad", ""))
        if squeezed or footnote:
            self._put(squeezed, place, footnote)

    def _put(self, text: str, place: _Place, footnote: str = "") -> None:
        look = place.look
        if look.hidden:
            self._words.hidden.append(text)
        else:
            runs = self._words.runs
            if self._words.hidden:
                self._words.hidden.append(" ")
            if text.startswith(" ") and runs and runs[-1].text.endswith(" ") and text == " ":
                return
            is_bold, is_italic, is_struck, is_underlined = map(
                bool, (look.bold, look.italic, look.struck, look.underlined)
            )
            runs.append(Run(text, is_bold, is_italic, is_struck, place.link, footnote, is_underlined))

    def _span(self, element: etree._Element, place: _Place) -> None:
        look = self._styles.words(element.get(f"{TEXT}style-name", ""))
        self._walk(element, replace(place, look=look.over(place.look)))

    def _link(self, element: etree._Element, place: _Place) -> None:
        address = element.get(f"{XLINK}href", "")
        is_web = address.lower().startswith(_WEB)
        if address and not is_web and not address.startswith("#"):
            self._words.unread.append("a link to what is no web address")
        self._walk(element, replace(place, link=address if is_web else ""))

    def _spaces(self, element: etree._Element, place: _Place) -> None:
        self._put(" " * min(whole(element.get(f"{TEXT}c"), 1), _MOST_SPACES), place)

    def _sign(self, element: etree._Element, place: _Place) -> None:
        self._put("\t" if element.tag == f"{TEXT}tab" else "\n", place)

    def _footnote(self, element: etree._Element, place: _Place) -> None:
        if not place.look.hidden:
            self._put("", place, self._note(element))

    def _hidden(self, element: etree._Element, place: _Place) -> None:
        hidden = replace(place, look=replace(place.look, hidden=True))
        self._put(element.get(f"{TEXT}string-value", ""), hidden)

    def _comment(self, element: etree._Element, _: _Place) -> None:
        self._words.comments.append(element)

    def _description(self, element: etree._Element, _: _Place) -> None:
        self._words.described.append(element.text or "")

    def _ruby(self, element: etree._Element, place: _Place) -> None:
        """What stands above a word follows it."""
        self._put(" ", place)
        self._walk(element, place)

    def _nothing(self, element: etree._Element, place: _Place) -> None:
        """What shows nothing."""

    def _box(self, element: etree._Element, _: _Place) -> None:
        self._words.boxes.append(element)

    def _unread(self, element: etree._Element, _: _Place) -> None:
        is_picture = element.tag == f"{DRAW}image"
        is_lost = not is_picture or _is_large(element)
        (self._words.lost if is_lost else self._words.unread).append(_UNREAD[element.tag])


def _is_large(picture: etree._Element) -> bool:
    """Whether a picture is so large that it may be one of a page."""
    frame = picture.getparent()
    sides = [
        0.0 if frame is None else points(frame.get(f"{SVG}{side}")) or 0.0 for side in ("width", "height")
    ]
    return sides[0] * sides[1] > _LARGE
