"""The numbers and signs of the lists of web pages."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from bcbsite.importing.number_formats import letters_in_places, roman
from bcbsite.importing.web.elements import TYPES, declarations

_LARGEST = 9999
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": "{:02}".format,
    **dict.fromkeys(("lower-alpha", "lower-latin"), letters_in_places),
    **dict.fromkeys(("upper-alpha", "upper-latin"), lambda n: letters_in_places(n).upper()),
    "lower-roman": roman,
    "upper-roman": lambda n: roman(n).upper(),
}
_SIGNS = ("disc", "circle", "square")


@dataclass(slots=True)
class OpenList:
    """A list that is being read."""

    form: str
    """As `list-style-type` has it; "none" where entries have neither number nor sign."""
    next: int = 1
    step: int = 1

    def label(self, item: etree._Element) -> tuple[str, bool]:
        """The number of its next entry, *item*, as it is printed, and whether it has a sign instead."""
        form = _form(item, self.form)
        number = self.next = _number(item.get("value"), self.next)
        self.next += self.step
        if form in _FORMS:
            return f"{_FORMS[form](number) or number}.", False
        return "", form in _SIGNS


def begin_list(element: etree._Element) -> OpenList:
    """The list that *element* begins."""
    is_ordered = element.tag == "ol"
    form = _form(element, "decimal" if is_ordered else "disc")
    if not is_ordered or "reversed" not in element.attrib:
        return OpenList(form, _number(element.get("start"), 1))
    return OpenList(form, _number(element.get("start"), len(element.findall("li"))), -1)


def _form(element: etree._Element, default: str) -> str:
    said = declarations(element.get("style"))
    words = said.get("list-style-type") or said.get("list-style") or ""
    for word in words.split():
        if word in _FORMS or word in _SIGNS or word == "none":
            return word
    stated = element.get("type", "").strip()
    return TYPES.get(stated, stated.lower() if stated.lower() in _SIGNS else default)


def _number(text: str | None, default: int) -> int:
    stripped = (text or "").strip()
    digits = stripped.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 4:
        return default
    return max(min(int(stripped), _LARGEST), -_LARGEST)
