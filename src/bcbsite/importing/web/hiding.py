"""What the style sheet within a web page hides."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bcbsite.importing.web.elements import declarations

_LONGEST = 200_000
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_TOKEN = re.compile(r"[^{};]+|[{};]")
# “p”, “.note”, “p.note”, “#draft”, “*”
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_OTHER_MEDIA = re.compile(
    r"@(?:media\s+(?:only\s+)?(?:print|speech)\b|font-face|page|keyframes)", re.IGNORECASE
)


@dataclass
class Hiding:
    """The selectors of what is not shown."""

    simple: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    """The name of an element or "", and its classes and ids with their signs."""
    others: list[str] = field(default_factory=list)
    """Selectors of other forms, which are not understood."""

    def hides(self, element: str, attributes: Mapping[str, str]) -> bool:
        """Whether the style sheet hides an element of that name, with its *attributes*, itself."""
        if not self.simple:
            return False
        own = {f".{name}" for name in attributes.get("class", "").split()} | {f"#{attributes.get('id')}"}
        return any(tag in ("", element) and names <= own for tag, names in self.simple)


def hiding_of(sheets: Iterable[str]) -> Hiding:
    """What the style *sheets* of a page hide, on a screen."""
    found = Hiding()
    for sheet in sheets:
        for selectors, style in _rules(_COMMENT.sub(" ", sheet)[:_LONGEST]):
            if is_hidden(declarations(style)):
                for selector in selectors.split(","):
                    _add(found, selector.strip())
    return found


def is_hidden(said: dict[str, str]) -> bool:
    """Whether declarations of style hide what they are said of."""
    return said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse")


def _add(found: Hiding, selector: str) -> None:
    match = _SIMPLE.fullmatch(selector)
    if not match or not selector:
        found.others.append(selector)
        return
    tag = (match["tag"] or "").lower().replace("*", "")
    found.simple.append((tag, frozenset(re.findall(r"[.#][\w-]+", match["rest"]))))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each rule, less those for paper."""
    before: list[str] = [""]
    style: list[str] = []
    for piece in _TOKEN.findall(sheet):
        if piece == "{":
            before.append("")
            style = []
        elif piece == "}":
            if len(before) > 1:
                before.pop()
                if style and not any(_OTHER_MEDIA.match(each) for each in before):
                    yield before[-1], ";".join(style)
            style = []
            before[-1] = ""
        elif piece == ";":
            before[-1] = ""
        else:
            before[-1] = piece.strip()
            style.append(piece)
