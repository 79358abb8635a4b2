"""What the elements of web pages do to their text (HTML Living Standard, 15.3, Rendering)."""

import re

NOT_SHOWN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "svg", "object", "iframe", "audio", "video"),
        *("canvas", "select", "textarea", "datalist", "title", "noframes", "map"),
    )
)
"""What has no text that a reader sees; `head` and `title` are not in the page."""
BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
        ),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol"),
        *("p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        "ul",
    )
)
"""What begins and ends a paragraph."""
HEADINGS = {f"h{n}": n for n in range(1, 7)}
LISTS = frozenset(("ol", "ul", "menu", "dir"))
BOLD = frozenset(("b", "strong", "th"))
ITALIC = frozenset(("i", "em", "cite", "dfn", "var"))
UNDERLINED = frozenset(("u", "ins"))
STRUCK = frozenset(("s", "strike"))

TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
"""What the attribute `type` of a list means in the words of `list-style-type`."""

_DECLARATION = re.compile(r"([a-z-]{1,40})\s*:\s*([^;]{0,200})")  # “display: none; font-weight:bold”


def declarations(style: str | None) -> dict[str, str]:
    """What the attribute `style` of an element says."""
    found = _DECLARATION.findall((style or "")[:4000].lower())
    return {name: value.split("!")[0].strip() for name, value in found}
