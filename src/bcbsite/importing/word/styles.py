"""What the styles of a Word file say of its paragraphs and words, each with the styles it is based on."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from lxml import etree

from bcbsite.importing.word.xml import W, is_on, number, value, whole

_TOGGLES = ("b", "i", "strike", "vanish")
_UNDERLINE = "u"
"""It is no switch: of two styles that of the words counts."""
_POINT = 20
"""Lengths are stated in twentieths of a point."""
_LONGEST_CHAIN = 64
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)  # “heading 2”
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Numbering:
    """What says that a paragraph is numbered: the list (`w:num`) and the level in it, from 0."""

    list_id: int | None = None
    level: int | None = None


NOT_NUMBERED = Numbering()


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, as far as it matters."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    font: str = ""
    underlined: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Indents:
    """How far text stands from the margin, in points; None where nothing is said of it."""

    left: float | None = None
    first: float | None = None
    """How much further the first line begins; below 0 where it begins before the others."""

    def over(self, other: "Indents") -> "Indents":
        """These, and what *other* says where they say nothing."""
        return Indents(
            other.left if self.left is None else self.left, other.first if self.first is None else self.first
        )


NO_INDENTS = Indents()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style says, with what it has from those it is based on."""

    id: str = ""
    name: str = ""
    outline: int | None = None
    numbering: Numbering = NOT_NUMBERED
    numbered_by: str = ""
    """The id of the style in the chain that names the list."""
    indents: Indents = NO_INDENTS
    toggles: dict[str, bool] = field(default_factory=dict)
    font: str = ""

    @property
    def heading(self) -> int:
        """The level of the heading that the style makes, 1 to 6, or 0."""
        if match := _HEADING_NAME.fullmatch(self.name):
            return min(int(match[1]), 6)
        return heading_of(self.outline)


def heading_of(outline: int | None) -> int:
    """The level of the heading, 1 to 6, that an outline level makes, or 0: they count from 0; 9 is none."""
    return 0 if outline is None or not 0 <= outline < _BODY_LEVEL else min(outline + 1, 6)


def indents_of(properties: etree._Element | None) -> Indents:
    """The indents that the properties of a paragraph or of a level state."""
    found = None if properties is None else properties.find(f"{W}ind")
    if found is None:
        return NO_INDENTS
    left, hanging, first = (
        whole(found.get(W + name))
        for name in ("start" if f"{W}start" in found.attrib else "left", "hanging", "firstLine")
    )
    line = -hanging if hanging else first
    return Indents(None if left is None else left / _POINT, None if line is None else line / _POINT)


def numbering_of(properties: etree._Element | None) -> Numbering:
    """The list and level that the properties of a paragraph state."""
    found = None if properties is None else properties.find(f"{W}numPr")
    return Numbering(number(found, "numId"), number(found, "ilvl"))


def toggles_of(properties: etree._Element | None) -> dict[str, bool]:
    """The switches that the properties of words state."""
    if properties is None:
        return {}
    stated = {name: is_on(properties, name) for name in (*_TOGGLES, _UNDERLINE)}
    return {name: on for name, on in stated.items() if on is not None}


def font_of(properties: etree._Element | None) -> str:
    """The font that the properties of words state, or ""."""
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", ""))


class Styles:
    """The styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the part `word/styles.xml`, whose *root* is None where the file has none."""
        found = () if root is None else root.findall(f"{W}style")
        self._elements = {style.get(f"{W}styleId", ""): style for style in found}
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = toggles_of(defaults)
        self.default = next(
            (
                style.get(f"{W}styleId", "")
                for style in found
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )
        self.paragraph = cache(self._paragraph)
        self.look = cache(self._look)

    def _chain(self, style_id: str) -> list[etree._Element]:
        """A style and those it is based on, itself first."""
        chain: list[etree._Element] = []
        while (style := self._elements.get(style_id)) is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style_id = value(style, "basedOn") or ""
        return chain

    def list_of_style(self, style_id: str) -> int | None:
        """The list that a style of lists names."""
        style = self._elements.get(style_id)
        return None if style is None else numbering_of(style.find(f"{W}pPr")).list_id

    def _paragraph(self, style_id: str) -> ParagraphStyle:
        style = ParagraphStyle(id=style_id, name=value(self._elements.get(style_id), "name") or "")
        for element in reversed(self._chain(style_id)):
            properties, words = element.find(f"{W}pPr"), element.find(f"{W}rPr")
            own = numbering_of(properties)
            outline = number(properties, "outlineLvl")
            style = replace(
                style,
                outline=style.outline if outline is None else outline,
                numbering=Numbering(
                    style.numbering.list_id if own.list_id is None else own.list_id,
                    style.numbering.level if own.level is None else own.level,
                ),
                numbered_by=style.numbered_by if own == NOT_NUMBERED else element.get(f"{W}styleId", ""),
                indents=indents_of(properties).over(style.indents),
                toggles={**style.toggles, **toggles_of(words)},
                font=font_of(words) or style.font,
            )
        return style

    def _of_words(self, style_id: str) -> tuple[dict[str, bool], str]:
        toggles: dict[str, bool] = {}
        font = ""
        for element in reversed(self._chain(style_id)):
            toggles.update(toggles_of(element.find(f"{W}rPr")))
            font = font_of(element.find(f"{W}rPr")) or font
        return toggles, font

    def _look(self, paragraph_style: str, character_style: str) -> dict[str, bool | str]:
        """What two styles together make of words.

        A switch that both turn on is off: the one turns over what the other did (17.7.3).
        """
        of_paragraph = self.paragraph(paragraph_style)
        of_words, font = self._of_words(character_style)
        merged: dict[str, bool | str] = {
            name: self._defaults.get(name, False)
            or of_paragraph.toggles.get(name, False) != of_words.get(name, False)
            for name in _TOGGLES
        }
        both = {**self._defaults, **of_paragraph.toggles, **of_words}
        return {**merged, _UNDERLINE: both.get(_UNDERLINE, False), "font": font or of_paragraph.font}

    def look_of(self, paragraph_style: str, properties: etree._Element | None) -> Look:
        """How words look that have *properties* in a paragraph of that style."""
        character_style = value(properties, "rStyle") or ""
        merged = {**self.look(paragraph_style, character_style), **toggles_of(properties)}
        font = font_of(properties) or str(merged["font"])
        bold, italic, struck, hidden = (bool(merged[name]) for name in _TOGGLES)
        return Look(bold, italic, struck, hidden, font, bool(merged[_UNDERLINE]))
