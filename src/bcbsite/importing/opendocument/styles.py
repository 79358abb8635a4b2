"""What the styles of an OpenDocument file say of its paragraphs and words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from bcbsite.importing.opendocument.xml import FO, STYLE, TEXT, points

_LONGEST_CHAIN = 64
_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; None where a style says nothing of it."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None

    def over(self, other: "Look") -> "Look":
        """This, and what *other* says where this says nothing."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.struck if self.struck is None else self.struck,
            other.hidden if self.hidden is None else self.hidden,
            other.underlined if self.underlined is None else self.underlined,
        )


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What the style of a paragraph says, with what it has from those above it."""

    name: str = ""
    """As the list of styles shows it; of a style that a paragraph alone has, that of the one above it."""
    look: Look = PLAIN
    indent: float | None = None
    list_style: str = ""


class Styles:
    """The styles of one file."""

    def __init__(self, roots: Iterable[etree._Element | None]) -> None:
        """Read the styles in *roots*, those of the parts `styles.xml` and `content.xml`; later ones win."""
        self._found: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for root in roots:
            for element in () if root is None else root.iter(f"{STYLE}style", f"{TEXT}list-style"):
                name = element.get(f"{STYLE}name", "")
                if element.tag == f"{TEXT}list-style":
                    self.lists[name] = element
                else:
                    self._found[element.get(f"{STYLE}family", ""), name] = element
            if root is not None and self.outline is None:
                self.outline = next(root.iter(f"{TEXT}outline-style"), None)
        self.paragraph = cache(self._paragraph)
        self.words = cache(self._words)

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        """A style and those above it, itself first."""
        for _ in range(_LONGEST_CHAIN):
            if (style := self._found.get((family, name))) is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name", "")

    def _paragraph(self, name: str) -> ParagraphStyle:
        look, indent, list_style, shown = PLAIN, None, "", ""
        for style in self._chain("paragraph", name):
            properties = style.find(f"{STYLE}paragraph-properties")
            look = look.over(_look(style))
            if indent is None and properties is not None:
                indent = points(properties.get(f"{FO}margin-left"))
            list_style = list_style or style.get(f"{STYLE}list-style-name", "")
            if not shown and not _is_automatic(style):
                shown = style.get(f"{STYLE}display-name", style.get(f"{STYLE}name", ""))
        return ParagraphStyle(shown, look, indent, list_style)

    def _words(self, name: str) -> Look:
        look = PLAIN
        for style in self._chain("text", name):
            look = look.over(_look(style))
        return look

    def is_hidden(self, name: str) -> bool:
        """Whether a section of that style is not shown."""
        for style in self._chain("section", name):
            properties = style.find(f"{STYLE}section-properties")
            if properties is not None and properties.get(f"{TEXT}display") == "none":
                return True
        return False


def _is_automatic(style: etree._Element) -> bool:
    parent = style.getparent()
    return parent is not None and str(parent.tag).endswith("}automatic-styles")


def _look(style: etree._Element) -> Look:
    properties = style.find(f"{STYLE}text-properties")
    if properties is None:
        return PLAIN
    weight, slant = properties.get(f"{FO}font-weight"), properties.get(f"{FO}font-style")
    under = properties.get(f"{STYLE}text-underline-style")
    line, display = properties.get(f"{STYLE}text-line-through-style"), properties.get(f"{TEXT}display")
    return Look(
        None if weight is None else weight in _BOLD,
        None if slant is None else slant in ("italic", "oblique"),
        None if line is None else line != "none",
        None if display is None else display == "none",
        None if under is None else under != "none",
    )
