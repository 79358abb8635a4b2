"""What was made of a case of reading, compared with what is right of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bcbsite.codes import Severity
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import ListBlock, every_block
from bcbsite.model.section55 import SectionKind
from case_reading import MINUTES, Case, Entry, Reading, words

NAMED_BY = {
    "items": "title",
    "paragraphs": "number",
    "decisions": "text",
    "actions": "text",
    "members": "name",
    "in_attendance": "name",
    "apologies": "name",
}
"""The value by which an entry of each list is found in the text of its document."""
LISTS = (*NAMED_BY, "outcomes")
PAGES = ("shows", "shows_not")
MESSAGES = ("warns", "errors")
CHECKED = {*LISTS, *PAGES, *MESSAGES, "or_told", "at_most", "quiet"}
"""The keys that `Judge` compares."""

PART_OF = ("text",)
"""Values that may have more around them."""
WITHOUT_ARTICLE = ("by",)
GOOD_LOOKS = ("good", "done")
UNDONE = ("rejected", "refused", "not approved", "withdrawn", "deferred", "lost")
"""Kinds that are not to have the colour of what was agreed."""


def all_of(value: Any) -> list[Any]:
    """The values that are right where *value* stands."""
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, eq=False)
class _Thing:
    """Something that is right, or that was made out."""

    what: Any
    names: Sequence[Any]
    """The words by which it is found in the text of its document."""


@dataclass(frozen=True)
class Judge:
    """Compares *reading* with what is right of *case*."""

    case: Case
    reading: Reading

    def faults(self, key: str) -> Iterable[str]:
        """What is wrong under *key* of the case, in words."""
        value = self.case.keys[key]
        if key in LISTS:
            return self._of_list(key, value)
        if key in PAGES:
            return self._of_page(key, value)
        return self._of_messages(key) if key in MESSAGES else getattr(self, f"_of_{key}")(value)

    # ---------------------------------------------------------------------------------------- what was read

    def _of_list(self, key: str, value: Sequence[Any]) -> Iterator[str]:
        expected = [entry if isinstance(entry, dict) else {"number": entry} for entry in value]
        actual = self.reading.entries(key)
        missing, extra = unmatched(expected, actual)
        missing = [entry for entry in missing if not entry.get("optional")]
        if missing or extra:
            name = NAMED_BY.get(key, "")
            right, more = (
                [_Thing(entry, all_of(entry.get(name))) for entry in of] for of in (expected, extra)
            )
            lost = [thing for thing in right if any(thing.what is entry for entry in missing)]
            yield from self._unless_told(key, right, [*lost, *more], f"read as {actual}")
        if key == "decisions" and any(entry["kind"] != "noted" for entry in expected):
            yield from self._of_none_decided()

    def _of_none_decided(self) -> Iterator[str]:
        """Whether the site says that nothing was decided, where something was."""
        if "No decisions have been published" in words(self.reading.page_of("decisions/")):
            yield "decisions: their page says that none have been published"

    def _of_page(self, key: str, value: Sequence[str]) -> Iterator[str]:
        shown, wanted = self.reading.shown, key == "shows"
        things = [_Thing(text, [text]) for text in value]
        wrong = [thing for thing in things if not shown or (words(thing.what) in shown) is not wanted]
        if wrong:
            yield from self._unless_told(key, things, wrong, f"shown: {shown or 'nothing'}")

    def _unless_told(
        self, key: str, right: Sequence[_Thing], wrong: Sequence[_Thing], what: str
    ) -> Iterator[str]:
        """What is neither right nor told of.

        *right* is all that should have been made out, and *wrong* what of it was not, or is there besides. Where
        a warning does as well, it must be at the line where what is wrong stands. What stands at no such line
        needs a warning at each of those at which nothing stands.
        """
        lines = [line for line in self.case.keys.get("or_told", ()) if key in all_of(line["for"])]
        at = self._placed(right, lines) or (
            lambda thing: [line for line in lines if self._stands(thing, line)]
        )
        used = [line for thing in right for line in at(thing)]
        free = [line for line in lines if line not in used]
        due = [line for thing in wrong for line in at(thing) or free]
        silent = [line for line in lines if line in due and not self._told(line)]
        for line in silent:
            yield f"{key}: neither right nor told at {self._where(line)}{_with_help(line)}"
        if silent or any(not (at(thing) or free) for thing in wrong):
            yield f"{key}: {what}, which is not {[thing.what for thing in right]}"

    def _placed(
        self, right: Sequence[_Thing], lines: Sequence[Entry]
    ) -> Callable[[_Thing], list[Entry]] | None:
        """Which line is for which thing, where none stands at any and there are as many of each: in their order."""
        if len(right) != len(lines) or any(self._stands(thing, line) for thing in right for line in lines):
            return None
        pairs = list(zip(right, lines, strict=True))
        return lambda wrong: [line for thing, line in pairs if thing is wrong]

    def _stands(self, thing: _Thing, line: Entry) -> bool:
        """Whether the words of *thing* stand in the block at *line*."""
        texts = [self.reading.block(f, n)[1] for f in self._files(line) for n in self._lines(line)]
        return any(_as_a_whole(name).search(text) for name in thing.names for text in texts)

    # ---------------------------------------------------------------------------------------- what was told

    def _of_messages(self, key: str) -> Iterator[str]:
        """What must be told of and was not. Two things of one name at one place are two messages."""
        errors, warns = (self.case.keys.get(each, ()) for each in ("errors", "warns"))
        rivals = errors if key == "errors" else [*errors, *warns]
        for line in self.case.keys[key]:
            if line.get("or_quiet") and not self.reading.told:
                continue
            told = [each for each in self._told(line) if key == "warns" or is_error(each)]
            names = names_in(line["about"])
            same = sum(self._where(r) == self._where(line) and names_in(r["about"]) == names for r in rivals)
            counts = [sum(name in said(each) for each in told) for name in names]
            if not told or (names and min(counts) < same):
                yield f"{key}: nothing is told at {self._where(line)} about “{line['about']}”"

    def _of_or_told(self, value: Sequence[Entry]) -> Iterator[str]:
        """What is right and has no key of its own; the rest is judged with its key."""
        for line in value:
            for name in all_of(line["for"]):
                if name in self.case.keys:
                    continue
                if not self._told(line) and not OTHERWISE[name](self.reading):
                    yield f"{name}: neither right nor told at {self._where(line)}{_with_help(line)}"

    def _of_at_most(self, value: int) -> Iterator[str]:
        if len(self.reading.told) > value:
            yield f"at_most: {len(self.reading.told)} messages, and not {value}"

    def _of_quiet(self, value: bool) -> Iterator[str]:
        if value and self.reading.told:
            yield "quiet: something is told"

    def _told(self, line: Entry) -> list[Diagnostic]:
        """What is told at *line*, and helps as it should."""
        wanted = _folded(line.get("help", ""))
        return [
            each
            for file in self._files(line)
            for number in self._lines(line)
            for each in self.reading.told_at(file, number)
            if wanted in _folded(each.help)
        ]

    def _files(self, line: Entry) -> list[str]:
        return all_of(line.get("file", MINUTES))

    def _lines(self, line: Entry) -> list[int]:
        return [number + self.case.added_lines for number in all_of(line["line"])]

    def _where(self, line: Entry) -> str:
        return f"{' or '.join(self._files(line))}:{' or '.join(map(str, self._lines(line)))}"


def is_error(told: Diagnostic) -> bool:
    """Whether *told* stops publication."""
    return told.rule.severity is Severity.ERROR


def said(told: Diagnostic) -> str:
    """All the words of *told*."""
    return f"{words(told.message)} {words(told.help)}"


def names_in(about: str) -> list[str]:
    """What of *about* any message has to have: names of files, postcodes, numbers."""
    return re.findall(r"[\w:-]+\.(?:pdf|md)\b|[A-Z]+\d \d[A-Z]+|\d[\d ]*\d|\d+", about)


def _as_a_whole(name: Any) -> re.Pattern[str]:
    """*name* where it is no part of a longer word or number."""
    text = words(str(name))
    before, after = (r"(?<![\w.])" if text[:1].isalnum() else "", r"(?!\w)" if text[-1:].isalnum() else "")
    return re.compile(f"{before}{re.escape(text)}{after}") if name else re.compile(r"(?!)")


def _with_help(line: Entry) -> str:
    return f" with “{line['help']}”" if "help" in line else ""


def _folded(text: str) -> str:
    return words(text).casefold()


def unmatched(expected: Sequence[Entry], actual: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What of *expected* is not among *actual* in its order, and what of *actual* is more than that."""

    @cache
    def pairs(e: int, a: int) -> tuple[tuple[int, int], ...]:
        """As many as can be of those from the places *e* and *a* on."""
        if e == len(expected) or a == len(actual):
            return ()
        ways = [pairs(e + 1, a), pairs(e, a + 1)]
        if fits(expected[e], actual[a]):
            ways.insert(0, ((e, a), *pairs(e + 1, a + 1)))
        return max(ways, key=len)

    found = pairs(0, 0)
    matched, taken = {e for e, _ in found}, {a for _, a in found}
    missing = [entry for e, entry in enumerate(expected) if e not in matched]
    return missing, [entry for a, entry in enumerate(actual) if a not in taken]


def fits(expected: Entry, actual: Entry) -> bool:
    """Whether *actual* is what *expected* says; what it does not say may be anything."""
    if expected.get("without") and words(expected["without"]) in words(actual["text"] or ""):
        return False
    if actual.get("kind") in UNDONE and actual.get("look") in GOOD_LOOKS:
        return False
    said_of = {key: value for key, value in expected.items() if key not in ("without", "optional")}
    return all(_same(key, all_of(value), all_of(actual[key])) for key, value in said_of.items())


def _same(key: str, right: Iterable[Any], read: Iterable[Any]) -> bool:
    """Whether one of the values that were *read* is one of those that are *right*."""
    return any(_is(key, one, other) for one in right for other in read)


def _is(key: str, right: Any, read: Any) -> bool:
    if right is None or read is None:
        return right is None and read is None
    one, other = words(str(right)), words(str(read))
    if key in WITHOUT_ARTICLE:
        return re.sub("(?i)^the ", "", one).casefold() == re.sub("(?i)^the ", "", other).casefold()
    return one in other if key in PART_OF else one == other


def _chief_constable_has_a_part(reading: Reading) -> bool:
    reports = reading.public.inspections if reading.public else ()
    return any(
        section.kind is SectionKind.CHIEF_CONSTABLE for report in reports for section in report.sections
    )


def _a_list_has_two_entries(reading: Reading) -> bool:
    body = reading.document.body if reading.document else None
    blocks = (block for passage in body.passages for block in every_block(passage.blocks)) if body else ()
    return any(isinstance(block, ListBlock) and len(block.entries) == 2 for block in blocks)


def _nobody_is_in_attendance(reading: Reading) -> bool:
    return not reading.entries("in_attendance")


OTHERWISE: dict[str, Callable[[Reading], bool]] = {
    "the part of the Chief Constable": _chief_constable_has_a_part,
    "the list of two entries": _a_list_has_two_entries,
    "in_attendance": _nobody_is_in_attendance,
}
"""What is right in place of a warning, where no key of the table says it."""
