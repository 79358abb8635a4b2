"""What word processors leave in a text is read as what it looks like, and no construct takes more than its own."""

import pytest

from bcbsite.exports.markdown import Markdown
from bcbsite.model.blocks import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Table,
)
from bcbsite.model.prose import MarkKind
from bcbsite.read.foreign import foreign_marks, without_marks
from bcbsite.read.markdown import read_blocks
from bcbsite.read.paste import straight
from bcbsite.read.slips import slips_in
from test_linear import within
from test_markdown import _NoLinks, meaning


def outline(blocks: tuple[Block, ...]) -> str:
    """Each block in short: `# heading`, `words`, `[entry; entry]`, `> quotation`, `|table|`, `---`."""
    return " / ".join(map(_in_short, blocks))


def _in_short(block: Block) -> str:
    match block:
        case Heading(level=level, prose=prose):
            shown = f"{'#' * level} {prose.text}"
        case Paragraph(prose=prose):
            shown = prose.text.replace("\n", " ↵ ")
        case ListBlock(entries=entries):
            shown = f"[{'; '.join(f'{e.number} ' * bool(e.number) + outline(e.blocks) for e in entries)}]"
        case Quote(blocks=inner):
            shown = f"> {outline(inner)}"
        case Footnote(label=label, blocks=inner):
            shown = f"^{label} {outline(inner)}"
        case Table(head=head, rows=rows):
            shown = "|".join(cell.text for row in (head, *rows) for cell in row)
        case Preformatted(text=text):
            shown = f"`{text}`"
        case Rule():
            shown = "---"
    return shown


SEEN = {
    # what is typed, and what it is
    "indented text is a paragraph": ("a\n\n    b\n\n\tc", "a / b / c"),
    "so is a heading or a list": ("    ## 2. B\n\n    - c\n    - d", "## 2. B / [c; d]"),
    "however far in, it ends a paragraph": ("a\n      ## 2. B\n      - c", "a / ## 2. B / [c]"),
    "an entry far in is no words of the one above": ("- a\n       - b\n- c", "[a / [b]; c]"),
    "a line below a paragraph": ("2.1 A.\n---\n\n2.2 B.\n\nC\n===", "2.1 A. / --- / 2.2 B. / C ↵ ==="),
    "a line without strokes ends a table": ("|a|b|\n|-|-|\n|c|d|\n2.2 E.\nF.", "a|b|c|d / 2.2 E. ↵ F."),
    "with an escaped one, too": ("|a|\n|-|\n|b|\nc \\| d", "a|b / c | d"),
    "rows need no outer strokes": ("a|b\n-|-\nc|d\n|e", "a|b|c|d|e|"),
    "in a list": ("- |a|\n  |-|\n  |b|\n  c", "[a|b / c]"),
    "a line without > ends a quotation": ("> a\n> b\nThe Board agreed.", "> a ↵ b / The Board agreed."),
    "what is more than is no quotation": (">50 per cent\n\n>= 5\n\n>£5m", ">50 per cent / >= 5 / >£5m"),
    "a quoted number is": ("> 2.1 A.\n\n>2.2 B.", "> 2.1 A. / > 2.2 B."),
    "nested lists keep their numbers": ("3. a\n   2. b\n   4. c\n7. d", "[3. a / [2. b; 4. c]; 7. d]"),
    "an entry that is not far in": ("- a\n - b\n  - c\n   - d\n    - e", "[a; b; c; d; e]"),
    "any number below a colon": ("These:\n2. a\n3. b\n\nin\n1986. C", "These: / [2. a; 3. b] / in ↵ 1986. C"),
    "bullets": ("• a\n• b", "[a; b]"),
    "with tabs, no space, or lines between": ("•\ta\n\n•b\n\n▪\u00a0c", "[a; b / [c]]"),
    "with a number": ("• 1.1 A.\n\n• 1.2 B.", "[1.1 A.; 1.2 B.]"),
    "a second kind is a level deeper": ("• a\no b\no c\n▪ d\n• e", "[a / [b; c / [d]]; e]"),
    "but where the first list has ended": ("• a\n\nb\n\n▪ c", "[a] / b / [c]"),
    "as far in as typed": ("• a\n   • b\n• c", "[a / [b]; c]"),
    "dashes beside each other": ("– a\n– b", "[a; b]"),
    "a dash below a colon": ("These:\n\n– a", "These: / [a]"),
    "a dash alone": ("– so it was said.\n\nb", "– so it was said. / b"),
    "a dash in the midst": ("a\n– as ever –\nb", "a ↵ – as ever – ↵ b"),
    "an o beside an o, and one alone": ("o a\no b\n\nc\n\no dear", "[a; b] / c / o dear"),
    "cells are none": ("| a | b |\n|---|---|\n| • c | – |\n– | o", "a|b|• c|–|–|o"),
    "in a quotation": ("> • a\n> • b", "> [a; b]"),
    "unseen before a number, a heading, a label": (
        "\ufeff1.1 A.\n\n\u200b## 2. B\n\n\u2060Action: C",
        "1.1 A. / ## 2. B / Action: C",
    ),
    "a fixed space behind them": ("##\u00a02. B\n\n-\u00a0c\n-\u202fd", "## 2. B / [c; d]"),
    "a fixed space before them": ("\u00a0## 2. B\n\n\u3000Action: c", "## 2. B / Action: c"),
    "marks of direction": ("\u200e2.1 A.\n\n##\u200f 3. B", "2.1 A. / ## 3. B"),
    "a line of fixed spaces is empty": ("1.1 A.\n\u00a0\u00a0\n1.2 B.\n\u200b\n1.3 C.", "1.1 A. / 1.2 B. / 1.3 C."),
    "numbers of a list": ("1.\u00a0a\n2.\u00a0b", "[1. a; 2. b]"),
    "a number alone is told of elsewhere": ("1.\u00a0A", "1.\u00a0A"),
    "a fixed space in the words stays": ("1.1 £5\u00a0m", "1.1 £5\u00a0m"),
    "soft hyphens": ("1.1 neigh\u00adbour\u00adhood", "1.1 neighbourhood"),
    "code stays": ("```\n• a\n\u00a0\n## b\n```\n• c", "`• a\n\u00a0\n## b` / [c]"),
    "footnotes end": ("[^1]: a\n\nb", "^1 a / b"),
}  # fmt: skip


@pytest.mark.parametrize("what", SEEN)
def test_it_is_read_as_it_looks(what: str) -> None:
    typed, seen = SEEN[what]
    assert outline(read_blocks(typed)) == seen


@pytest.mark.parametrize("what", SEEN)
def test_it_is_written_so_that_it_is_read_the_same(what: str) -> None:
    blocks = read_blocks(SEEN[what][0])
    assert meaning(read_blocks(Markdown(_NoLinks()).blocks(blocks))) == meaning(blocks)


@pytest.mark.parametrize("what", SEEN)
def test_lines_keep_their_places(what: str) -> None:
    typed = SEEN[what][0]
    assert straight(typed).count("\n") == typed.count("\n")
    assert straight(straight(typed)) == straight(typed)


@pytest.mark.parametrize(
    ("text", "shown", "marked"),
    [
        (
            "Moved by __, backed by __: that. Yes__, no__.",
            "Moved by __, backed by __: that. Yes__, no__.",
            [],
        ),
        ("on __/__/____ at ____", "on __/__/____ at ____", []),
        ("£__m and £__m", "£__m and £__m", []),
        ("by __ (name) and __ (post)", "by __ (name) and __ (post)", []),
        ("_a_ by __ and __b__, Yes__", "a by __ and b, Yes__", ["a", "b"]),
        ("__(a)__ and _“b”_ (_c_)", "(a) and “b” (c)", ["(a)", "“b”", "c"]),
        ("__**a**__ a_b_c *d*", "a a_b_c d", ["a", "a", "d"]),
    ],
)
def test_blanks_to_be_filled_in_stay(text: str, shown: str, marked: list[str]) -> None:
    [block] = read_blocks(text)
    assert isinstance(block, Paragraph)
    assert block.prose.text == shown
    kinds = (MarkKind.STRONG, MarkKind.EMPHASIS)
    assert [shown[mark.start : mark.end] for mark in block.prose.marks if mark.kind in kinds] == marked


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("## [2. Boats]{.underline} {#boats}", "## 2. Boats"),
        ("[[a]{.smallcaps} b]{.mark}", "a b"),
        ("::: {custom-style='Body'}", ""),
        ("3.1 <b>The Board agreed.</b>", "3.1 **The Board agreed.**"),
        ("The <i>Kestrel</i> list<br />is <u>long</u>.", "The *Kestrel* list is long."),
        ("<p class='x'>a</p><p>b</p>", "a b"),
        ("on 10^th^ May, H~2~O", "on 10th May, H2O"),
        ("a [b](https://example.org/x) {1}", "a [b](https://example.org/x) {1}"),
    ],
)
def test_the_line_to_write(line: str, written: str) -> None:
    assert without_marks(line) == written


def test_a_table_of_many_lines_is_told_of_once_and_many_places_are_counted() -> None:
    rows = "<tr>\n\n<td>a</td>\n\n</tr>\n" * 400
    [told] = foreign_marks(f"<table>\n{rows}</table>\n", ())
    assert told.line == 1
    marks = foreign_marks("a <b>c</b>\n\n" * 51, ())
    assert [mark.line for mark in marks] == list(range(1, 42, 2))
    assert marks[-1].message == "Such marks: 31 more, from this line on."


LONG = [
    "• a",
    "– a",
    "o a",
    "\u00a0\u200b",
    "##\u00a0a",
    "<b",
    "a {.b",
    "~~a",
    "[",
    "a^b",
    "+---",
    "a:\n– b",
    "> • a",
]
LONG += [
    " ",
    "\t",
    "\u00a0",
    ">",
    "#",
    "`",
    "~",
    "-",
    "=",
    "_",
    "1.",
    "•",
    "page 1",
    "- 1 -",
    "|",
    "<",
    "{",
    "a ",
]


@pytest.mark.parametrize("line", LONG)
def test_a_long_text_takes_no_longer_than_it_is(line: str) -> None:
    """On many lines, and many times on one: a way that goes back to each beginning would take minutes."""
    for between in ("\n", " ", "\n\n", ""):
        text = between.join([line] * 10_000)
        with within(3):
            straight(text)
            foreign_marks(text, ())
            assert list(slips_in(text, ())) is not None
