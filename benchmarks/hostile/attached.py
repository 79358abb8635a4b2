"""Files that are attached to a paper, beside a draft whose words nobody may find in them."""

from __future__ import annotations

import json

from hostile.shape import PAGE, PAPER, Shape, content, in_body, record, repeated

_FOLDER = PAPER.rpartition("/")[0]
_SECRET = {
    "pages/kestrel.md": "---\nstatus: draft\n---\n\n# Kestrel\n\nkestrel nightjar zebrafinch osprey.\n"
}


def _text(unit: str) -> Shape:
    """A text of *unit* again and again, behind a word of the draft."""
    name = f"text of {json.dumps(unit, ensure_ascii=False)}"
    return Shape(
        name, lambda size: _beside({f"{_FOLDER}/a.txt": "kestrel " + repeated(size, lambda _: unit)})
    )


def _pdf(unit: str) -> Shape:
    name = f"PDF of {json.dumps(unit)}"
    return Shape(
        name,
        lambda size: _beside({f"{_FOLDER}/a.pdf": "%PDF-1.4 " + repeated(size, lambda _: unit) + " %%EOF"}),
    )


def _beside(attached: dict[str, str]) -> dict[str, str]:
    names = ", ".join(name.rpartition("/")[2] for name in attached)
    return content(record(PAPER, "1.1 Words.", f"attachments: [{names}]\n"), _SECRET, attached)


def _many(size: int) -> dict[str, str]:
    """As many files that have a word of the draft as it has lines."""
    lines = "".join(f"kestrel nightjar{n} zebrafinch{n}.\n\n" for n in range(size // 100))
    secret = {"pages/kestrel.md": f"---\nstatus: draft\n---\n\n# Kestrel\n\n{lines}"}
    files = {f"{_FOLDER}/a{n}.txt": "A kestrel.\n" for n in range(size // 100)}
    return _beside(files) | secret


_UNITS = ("<", "<a ", "<>", ">", "&", "&lt;", "&amp;", "&#", "&#1", "&#x", "1", "word ", "kestrel ", "kestrel nightjar ", "_", "\n", "é")  # fmt: skip
ATTACHED = (
    *map(_text, _UNITS),
    *map(_pdf, ("stream", "stream\nx\nendstream\n", "%PDF-", "PK\x01\x02", "endstream")),
    Shape("many attachments, and many lines of a draft", _many),
    in_body("links to no place", lambda n: f"[a](#x{n})\n\n", PAGE),
    in_body("links that do not end", lambda _: "[a](#x](", PAGE),
)
"""Shapes of what a push looks into."""
