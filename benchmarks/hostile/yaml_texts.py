"""YAML that a parser could be long about, in each file that is YAML and in front matter."""

from __future__ import annotations

from hostile.shape import BOARD, LOG, MINUTES, PAGE, PEOPLE, Shape, content, record, repeated

_LINES = {
    "unknown keys": lambda n: f"key{n}: value\n",
    "one key again and again": lambda n: "name: value\n",
    "near keys": lambda n: f"seriess{n}: value\n",
    "open brackets": lambda n: "[" if n else "a: ",
    "open braces": lambda n: "{a: " if n else "a: ",
    "deep lists": lambda n: "- " * 25 + "a\n",
    "a deep list": lambda n: "- ",
    "ever deeper keys": lambda n: f"{' ' * n}a:\n",
    "deep flows": lambda n: "[" * 25 + "]" * 25 + ", " if n else "a: [",
    "a long flow": lambda n: "a, " if n else "a: [",
    "a long flow of keys": lambda n: f"k{n}: v, " if n else "a: {",
    "aliases": lambda n: "  - *a\n" if n else "a:\n  - &a b\n",
    "anchors": lambda n: f"  - &a{n} b\n" if n else "a:\n",
    "a long plain text": lambda n: "word " if n else "a: ",
    "a plain text of many lines": lambda n: "  word\n" if n else "a:\n",
    "a quoted text of many lines": lambda n: '  word\n' if n else 'a: "\n',
    "escapes": lambda n: "\\u0041" if n else 'a: "',
    "an open quotation": lambda n: "it''s " if n else "a: '",
    "a block text": lambda n: "  word\n" if n else "a: |\n",
    "a folded text": lambda n: "  word\n\n" if n else "a: >\n",
    "comments": lambda n: "# word\n",
    "a comment in a value": lambda n: f"k{n}: word #word\n",
    "tags": lambda n: f"k{n}: !!python/name:os.system a\n",
    "merges": lambda n: "<<: {a: b}\n",
    "tabs": lambda n: "\ta: b\n",
    "odd spaces": lambda n: f"a{n}:\u00a0b\n",
    "unseen characters": lambda n: f"\u200bk{n}: b\n",
    "bullets": lambda n: "• word\n",
    "dashes": lambda n: "– word\n",
    "colons": lambda n: "a: b: c: d\n",
    "documents": lambda n: "--- a\n",
    "question marks": lambda n: "? a\n",
    "question marks in a row": lambda n: "? ",
    "colons in a row": lambda n: ": ",
    "percent signs": lambda n: "%A b\n",
    "ampersands": lambda n: "&",
    "asterisks": lambda n: "*",
    "exclamation marks": lambda n: "!",
    "backslashes": lambda n: "\\",
    "hyphens": lambda n: "-",
    "no-break spaces": lambda n: "\u00a0",
    "spaces": lambda n: " ",
    "word joiners": lambda n: "\u2060",
}  # fmt: skip


def _shape(name: str) -> Shape:
    """The text in actions.yaml, people.yaml, board.yaml, redirects.yaml and the front matter of minutes."""
    line = _LINES[name]

    def files(size: int) -> dict[str, str]:
        text = repeated(size, line)
        return content(
            {LOG: text, PEOPLE: text, "redirects.yaml": text},
            record(MINUTES, "1.1 word", text),
            {PAGE: f"---\ntitle: a\n{text}\n---\n"},
            board=text if name not in ("hyphens",) else "",
        )

    return Shape(f"YAML: {name}", files)


YAML_TEXTS = tuple(_shape(name) for name in _LINES)
"""Shapes of YAML."""
_ = BOARD
