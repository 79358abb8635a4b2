"""The sentences of law in templates, docs and code, and the table of them in docs/law.md, which says what they are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parents[1]
TABLE = REPOSITORY / "docs" / "law.md"
SAYS_SOMETHING = 5
"""Words that a sentence has at least; what has fewer is a title."""

# “Police Act 1996”, “SI 2017/399”, “s.55(5A)”, “Section 55”, “regulation 4”, “in law”, “statutory”, “56 days”
_OF_LAW = re.compile(
    r"\bAct\s+\d{4}\b|\bSI\s+\d{4}/\d+|\bs\.\s?\d+|\b[Ss]ection\s+\d+[A-Z]*\b|\b[Rr]egulations?\s+\d+|\b[Ll]aws?\b(?!\.md)"
    r"|\blegal(?:ly)?\b|\bstatut\w+|\b56(?:\s|\s?-\s?)days?\b|\bRegulations\b|\bUK\s+GDPR\b"
)
_SAID_TO_THE_PUBLIC = re.compile(rf"{_OF_LAW.pattern}|\bmust\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“*\[])|\s*\n\s*\n\s*|\s+\|\s+")
_CODE = re.compile(r"^(?P<fence>```+)[^\n]*\n.*?^(?P=fence)[^\n]*$|^    [^\n]*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}|\{%.*?%\}|<style.*?</style>", re.DOTALL)
_TAG_OF_A_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|h\d|td|th|tr|caption|div|section|thead|tbody|dt|dd|a)\b[^>]*>"
)


class Sentence(NamedTuple):
    """A sentence of law."""

    where: str
    """The file, from the repository on."""
    words: str


class Statement(NamedTuple):
    """A row of the table."""

    theme: str
    words: str
    """Words of the sentence, as they stand there; between “…” whatever stands there."""
    where: str
    source: str
    test: str

    def is_of(self, sentence: Sentence) -> bool:
        """Whether the row is that of *sentence*."""
        parts = map(re.escape, map(str.strip, self.words.split("…")))
        return self.where == sentence.where and re.search(".*".join(parts), sentence.words) is not None


def sentences_of_law() -> Iterator[Sentence]:
    """All of them, in templates, docs and code; those of the pages of diagnostics among the docs."""
    for path in sorted((REPOSITORY / "theme").rglob("*.html")):
        text = _COMMENT.sub("", path.read_text("utf-8"))
        text = _TAG_OF_A_BLOCK.sub("\n\n", re.sub(r"\{\{.*?\}\}", "…", text, flags=re.DOTALL))
        yield from _of_law(path, re.sub(r"<[^>]*>", "", text), _SAID_TO_THE_PUBLIC)
    for path in sorted((REPOSITORY / "docs").rglob("*.md")):
        if path != TABLE:
            text = _CODE.sub("\n\n", path.read_text("utf-8"))
            yield from _of_law(
                path, re.sub(r"^(?:#+|[-*]|\d+\.)\s", "\n\n", text, flags=re.MULTILINE), _OF_LAW
            )
    yield from _in_code()


def _in_code() -> Iterator[Sentence]:
    """Those that modules write: on pages, in data, in calendars and in messages. Docstrings are for developers."""
    for stage in ("archive", "checks", "exports", "pages", "registers"):
        for path in sorted((REPOSITORY / "src" / "bcbsite" / stage).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            within = {id(part) for node in ast.walk(tree) for part in _parts_without_words_of_their_own(node)}
            for node in ast.walk(tree):
                if id(node) not in within and (words := _words_of(node)):
                    yield from _of_law(path, words, _OF_LAW)


def _parts_without_words_of_their_own(node: ast.AST) -> list[ast.expr]:
    """The docstring that *node* is, or the pieces of the text with gaps that it is."""
    if isinstance(node, ast.Expr):
        return [node.value]
    return node.values if isinstance(node, ast.JoinedStr) else []


def _words_of(node: ast.AST) -> str:
    """The text that *node* is, with … for each gap; nothing where it is none, or a regular expression."""
    if isinstance(node, ast.JoinedStr):
        words = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    else:
        words = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return "" if "(?:" in words or r"\b" in words else words


def is_of_law(words: str, form: re.Pattern[str] = _OF_LAW) -> bool:
    """Whether *words* are a sentence of law, by *form*."""
    return form.search(words) is not None and len(words.split()) >= SAYS_SOMETHING


def _of_law(path: Path, text: str, form: re.Pattern[str]) -> Iterator[Sentence]:
    for words in _SENTENCE_END.split(text):
        said = " ".join(words.split()).strip("| ")
        # The words of a link, not the address
        said = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", said)
        if is_of_law(said, form):
            yield Sentence(path.relative_to(REPOSITORY).as_posix(), said)


def statements() -> list[Statement]:
    """The rows of the table."""
    rows = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
    return [Statement(*(cell.strip() for cell in row.strip("|").split(" | "))) for row in rows]
