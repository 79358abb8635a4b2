"""The numbers of lists in Word files, by hand and by LibreOffice, which counts them too."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bcbsite.importing.document import ImportedDocument, paragraphs_of
from bcbsite.importing.docx import read_docx
from bcbsite.importing.number_formats import formatted, letters_in_places
from bcbsite.importing.odt import read_odt
from docx_package import definition, level, num, p, run, start_override, style, table, write_docx
from office import converted, lines_shown

MINUTES = definition(1, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerRoman"))
"""Of most boards: `1.`, `1.1`, `(i)`."""
RESTARTS = "".join(start_override(n, 1) for n in range(3))


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("lowerLetter", {0: "0", 1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {2: "B", 27: "AA"}),
        ("lowerRoman", {0: "0", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 99: "xcix"}),
        ("upperRoman", {6: "VI", 1990: "MCMXC"}),
        (
            "ordinal",
            {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 21: "21st", 112: "112th"},
        ),
        ("cardinalText", {1: "One", 21: "Twenty-one", 100: "One hundred", 342: "Three hundred forty-two"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 33: "Thirty-third"}),
        ("numberInDash", {7: "- 7 -"}),
        ("hex", {26: "1A"}),
        ("chicago", {1: "*", 2: "†", 6: "††"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("a form that is not known", {3: "3"}),
        ("lowerLetter", {1_000_000_000: "1000000000"}),
    ],
)
def test_numbers_are_printed_in_the_forms_of_word(form: str, printed: dict[int, str]) -> None:
    assert {number: formatted(number, form) for number in printed} == printed


def test_letters_of_opendocument_count_on_in_places() -> None:
    assert [letters_in_places(n) for n in (1, 26, 27, 28, 703)] == ["a", "z", "aa", "ab", "aaa"]


@pytest.mark.parametrize(
    ("paragraphs", "lists", "labels"),
    [
        pytest.param(
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1)],
            [MINUTES, num(1, 1)],
            "1. 1.1 1.2 (i) (ii) 1.3 2. 2.1",
            id="levels",
        ),
        pytest.param([(1, 0), None, (0, 0), (1, 0)], [MINUTES, num(1, 1)], "1. - - 2.", id="none between"),
        pytest.param(
            [(1, 0), (1, 0), (2, 0), (1, 0), (2, 1)],
            [MINUTES, num(1, 1), num(2, 1)],
            "1. 2. 3. 4. 4.1",
            id="lists of one definition go on with each other",
        ),
        pytest.param(
            [(1, 0), (2, 0), (1, 0)],
            [MINUTES, definition(2, level(0, "%1.")), num(1, 1), num(2, 2)],
            "1. 1. 2.",
            id="lists of two definitions do not",
        ),
        pytest.param(
            [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)],
            [MINUTES, num(1, 1), num(2, 1, start_override(0, 1))],
            "1. 2. 1. 2. 3. 4.",
            id="a start that is overridden counts once",
        ),
        pytest.param(
            [(1, 0), (1, 0), (1, 1), (2, 1), (2, 1), (2, 0)],
            [MINUTES, num(1, 1), num(2, 1, RESTARTS)],
            "1. 2. 2.1 2.1 2.2 3.",
            id="a list that begins at a lower level spends the starts above",
        ),
        pytest.param(
            [(1, 0), (2, 0), (2, 0)],
            [
                MINUTES,
                num(1, 1),
                num(2, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "Item %1:", "upperLetter")}</w:lvlOverride>'),
            ],
            "1.|Item B:|Item C:",
            id="a level that is overridden",
        ),
        pytest.param(
            [(1, 0), (1, 0)], [definition(1, level(0, "%1.", start=7)), num(1, 1)], "7. 8.", id="start"
        ),
        pytest.param(
            [(1, 0), (1, 0)], [definition(1, level(0, "%1.", start=None)), num(1, 1)], "0. 1.", id="no start"
        ),
        pytest.param(
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
            [definition(1, level(0, "%1."), level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')), num(1, 1)],
            "1. 1.1 1.2 2. 2.3",
            id="a level that never begins again",
        ),
        pytest.param(
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
            [
                definition(
                    1,
                    level(0, "%1"),
                    level(1, "%1.%2"),
                    level(2, "%1.%2.%3", more='<w:lvlRestart w:val="1"/>'),
                ),
                num(1, 1),
            ],
            "1 1.1 1.1.1 1.2 1.2.2 2 2.1 2.1.1",
            id="a level that begins again after the first only",
        ),
        pytest.param(
            [(1, 0), (1, 1), (1, 2)],
            [
                definition(
                    1,
                    level(0, "Article %1.", "upperRoman"),
                    level(1, "Section %1.%2", "decimalZero", more="<w:isLgl/>"),
                    level(2, "%1.%2.%3", "lowerLetter", more="<w:isLgl/>"),
                ),
                num(1, 1),
            ],
            "Article I.|Section 1.01|1.01.1",
            id="legal numbers",
        ),
        pytest.param(
            [(1, 0), (1, 3)],
            [
                definition(
                    1, level(0, "%1."), level(1, "•", "bullet"), level(2, "%3", "none"), level(3, "%1%2%3-%4")
                ),
                num(1, 1),
            ],
            "1. 1-1",
            id="levels without a number leave nothing",
        ),
        pytest.param(
            [(1, 0), (1, 1), (2, 0), (2, 1), (1, 0)],
            [
                definition(1, level(0, "%1."), level(1, "%1.%2"), more='<w:styleLink w:val="Board"/>'),
                definition(2, more='<w:numStyleLink w:val="Board"/>'),
                num(1, 1),
                num(2, 2),
            ],
            "1. 1.1 1. 1.1 2.",
            id="levels from a style of lists",
        ),
        pytest.param(
            [(1, 0), (1, 0), (7, 0)], [definition(1, level(0, "")), num(1, 1)], "- - -", id="no text, no list"
        ),
        pytest.param(
            [(1, 0)] * 2,
            [
                definition(
                    1,
                    '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">'
                    '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
                    '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
                ),
                num(1, 1),
            ],
            "009 010",
            id="noughts before",
        ),
    ],
)
def test_numbers_are_counted_as_word_counts_them(
    tmp_path: Path, paragraphs: list[tuple[int, int] | None], lists: list[str], labels: str
) -> None:
    styles = [style("Board", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")]
    body = [p("words", numbered=numbered) for numbered in paragraphs]
    document = read_docx(write_docx(tmp_path / "a.docx", *body, numbering=lists, styles=styles))
    expected = ["" if label == "-" else label for label in labels.split("|" if "|" in labels else " ")]
    assert [paragraph.label for paragraph in paragraphs_of(document.blocks)] == expected


def test_levels_are_those_of_the_styles(tmp_path: Path) -> None:
    """By `w:pStyle` of the level, by the style's own level, and through the styles it is based on."""
    of_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = [
        style("heading 1", f'{of_list}<w:outlineLvl w:val="0"/>'),
        style("heading 2", f'{of_list}<w:outlineLvl w:val="1"/>'),
        style("Minute", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'),
        style("Minute bold", based_on="Minute"),
        style("Unnumbered", '<w:numPr><w:numId w:val="0"/></w:numPr>', based_on="Minute"),
    ]
    lists = [
        definition(
            1,
            level(0, "%1.", more='<w:pStyle w:val="heading1"/>'),
            level(1, "%1.%2", more='<w:pStyle w:val="heading2"/>'),
            level(2, "(%3)", "lowerLetter"),
        ),
        num(1, 1),
    ]
    names = [
        "heading1",
        "heading2",
        "Minute",
        "Minutebold",
        "Unnumbered",
        "Minute",
        "heading2",
        "Minute",
        "heading1",
    ]
    path = write_docx(tmp_path / "a.docx", *(p("w", style=s) for s in names), styles=styles, numbering=lists)
    found = list(paragraphs_of(read_docx(path).blocks))
    assert [one.label for one in found] == ["1.", "1.1", "(a)", "(b)", "", "(c)", "1.2", "(a)", "2."]
    assert [one.heading for one in found] == [1, 2, 0, 0, 0, 0, 2, 0, 1]


def test_a_level_that_is_passed_over_is_told(tmp_path: Path) -> None:
    body = [p("w", numbered=(1, n)) for n in (1, 1, 0)]
    document = read_docx(write_docx(tmp_path / "a.docx", *body, numbering=[MINUTES, num(1, 1)]))
    assert [one.label for one in paragraphs_of(document.blocks)] == ["1.1", "1.2", "2."]
    assert [one.sentence for one in document.doubts] == [
        "“2.” comes after numbers of a lower level that had none above them; look at it and at those after it."
    ]


FORMS = ["decimal"] * 4 + [
    "decimalZero",
    "lowerLetter",
    "upperLetter",
    "lowerRoman",
    "upperRoman",
    "ordinal",
    "ordinalText",
]
"""LibreOffice 7.4 prints the other forms in figures, and knows neither `w:isLgl` nor `w:lvlRestart`."""


KINDS = 9


class RandomDocument:
    """A document of lists that are defined, copied and mixed at random.

    Either levels are passed over, or lists restart and are left for good when another one begins: where these
    come together programs differ.
    """

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._passes_over = self._draw.random() < 0.3
        self._styled = [self._draw.random() < 0.4 for _ in range(KINDS)]
        self._depths = [self._draw.randint(1, 6) for _ in range(KINDS)]
        self._now = [-1] * KINDS
        self._starts: dict[tuple[int, int], int] = {}
        self._copy = [0] * KINDS

    def write(self, path: Path) -> Path:
        kinds = range(1, KINDS)
        lists = [definition(n, *(self._level(n, depth) for depth in range(self._depths[n]))) for n in kinds]
        copies = [num(n * 10 + copy, n, *self._restarts(n, copy)) for n in kinds for copy in range(4)]
        styles = [each for n in kinds if self._styled[n] for each in self._styles(n)]
        body = [self._paragraph(self._draw.choice(kinds), f"w{n}") for n in range(240)]
        return write_docx(path, *body, styles=styles, numbering=[*lists, *copies])

    def _level(self, n: int, depth: int) -> str:
        draw = self._draw
        if depth > 1 and draw.random() < 0.1:
            return level(depth, "•", "bullet")
        before = range(draw.choice([1, depth + 1]), depth + 1)
        places = "".join(f"%{k}{draw.choice(['.', '-', '/'])}" for k in before)
        text = draw.choice(["{}.", "{}", "({})", "{})", "Item {}:"]).format(f"{places}%{depth + 1}")
        form = draw.choice(FORMS)
        start = self._starts[n, depth] = draw.choice([1, 1, 1, 3, 0 if form == "decimal" else 2])
        return level(depth, text, form, f'<w:pStyle w:val="L{n}{depth}"/>' * self._styled[n], start)

    def _restarts(self, n: int, copy: int) -> list[str]:
        """The first two copies have none, the third as Word writes “restart”, the fourth at another number."""
        if self._passes_over or copy < 2:
            return []
        if copy == 2:
            return [
                start_override(depth, self._starts.get((n, depth), 1)) for depth in range(self._depths[n])
            ]
        return [start_override(0, 5)]

    def _styles(self, n: int) -> Iterator[str]:
        for depth in range(self._depths[n]):
            of_list = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{n * 10}"/></w:numPr>'
            yield style(f"L{n} {depth}", of_list)
            yield style(f"L{n} {depth} child", based_on=f"L{n}{depth}")

    def _paragraph(self, n: int, words: str) -> str:
        draw = self._draw
        if draw.random() < 0.1:
            return p(words, numbered=draw.choice([None, (0, 0)]))
        highest = self._depths[n] - 1 if self._passes_over else min(self._depths[n] - 1, self._now[n] + 1)
        depth = draw.randint(0, highest)
        if self._passes_over or self._copy[n] < 2:
            self._copy[n] = draw.choice([0, 0, 1])
        if draw.random() < 0.1:
            self._copy[n], depth = min(max(self._copy[n] + 1, 2), 3), 0
        copy, self._now[n] = self._copy[n], depth
        if self._styled[n] and not copy:
            return p(words, style=draw.choice([f"L{n}{depth}", f"L{n}{depth}child"]))
        numbered = p(words, numbered=(n * 10 + copy, depth))
        return table([numbered, "beside"]) if draw.random() < 0.05 else numbered


_BULLET = re.compile("^[•◦▪●○■□](?= )")


def differing(
    files: list[Path], read: Callable[[Path], ImportedDocument], folder: Path
) -> dict[str, tuple[str, str]]:
    """The first line of each file that is not what LibreOffice shows, with what it shows."""
    found = {}
    for stem, lines in lines_shown(files, folder).items():
        document = read(next(file for file in files if file.stem == stem))
        own = [
            f"{'•' if one.bullet else one.label} {one.text}".strip() for one in paragraphs_of(document.blocks)
        ]
        pairs = zip(own, (_BULLET.sub("•", line) for line in lines), strict=True)
        found[stem] = next((pair for pair in pairs if pair[0] != pair[1]), None)
    assert len(found) == len(files)
    return {stem: pair for stem, pair in found.items() if pair}


@pytest.mark.libreoffice
def test_libreoffice_prints_the_same_numbers(tmp_path: Path) -> None:
    files = [RandomDocument(seed).write(tmp_path / f"{seed}.docx") for seed in range(16)]
    assert differing(files, read_docx, tmp_path / "shown") == {}


@pytest.mark.libreoffice
def test_libreoffice_prints_the_same_numbers_of_its_own_files(tmp_path: Path) -> None:
    files = [RandomDocument(seed).write(tmp_path / f"{seed}.docx") for seed in range(5)]
    folder = converted(files, "odt", tmp_path / "odt")
    assert differing(sorted(folder.glob("*.odt")), read_odt, tmp_path / "shown") == {}


def test_bold_words_and_numbers_typed_beside(tmp_path: Path) -> None:
    """A number that is typed in a paragraph that Word numbers stays with its words: a reader sees both."""
    body = [p("2.3\tTyped", numbered=(1, 0)), p(run("2.4", "<w:b/>"), "<w:r><w:tab/></w:r>", run("Typed"))]
    document = read_docx(write_docx(tmp_path / "a.docx", *body, numbering=[MINUTES, num(1, 1)]))
    first, second = paragraphs_of(document.blocks)
    assert (first.label, first.text) == ("1.", "2.3\tTyped")
    assert (second.label, second.text) == ("2.4", "Typed")
