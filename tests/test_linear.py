"""Time grows with what there is to read and no faster: far more of it than a slow way could get through in time."""

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from types import FrameType

import pytest

from bcbsite.archive.mentions.names import NoticeReferences
from bcbsite.archive.named_actions import ActionFinder
from bcbsite.model.actions import ActionLog
from bcbsite.model.blocks import Paragraph
from bcbsite.model.body import Body, Item, NamedPlaces
from bcbsite.model.prose import Mark, MarkKind, Prose, Room
from bcbsite.pages.html_prose import ProseHtml
from bcbsite.pipeline import load, no_pages
from bcbsite.publish.republished import republished
from bcbsite.read.kinds import Nearest
from bcbsite.read.labels import Anchors, take_note
from bcbsite.read.markdown import read_blocks, read_sound_blocks
from conftest import NOW, REPOSITORY, write

sys.path.insert(0, str(REPOSITORY / "benchmarks"))
from hostile.shapes import SHAPES
from hostile.stages import published
from scaling import Growth

MANY = 20_000
SHAPE = {shape.name: shape for shape in SHAPES}


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where the body takes more *seconds* of the processor, as soon as it does."""

    def fail(_: int, __: FrameType | None) -> None:
        pytest.fail(f"This took more than {seconds} seconds of the processor.")

    before = signal.signal(signal.SIGPROF, fail)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def test_that_a_slow_way_is_noticed() -> None:
    with pytest.raises(pytest.fail.Exception):
        be_busy(5)


def be_busy(seconds: float) -> None:
    with within(0.05):
        began = process_time()
        while process_time() < began + seconds:
            pass


# The sizes are such that a way that compares each with each took 15 seconds or more, or had no end.
CONTENT = [
    ("equal headings", 25_000),
    ("equal numbers", 25_000),
    ("waivers, and as many numbers", 75_000),
    ("actions and as many lines", 100_000),
    ("actions at no place", 50_000),
    ("unknown owners", 100_000),
    ("people of near names", 50_000),
    ("broken links", 50_000),
    ("approvals in one item", 50_000),
    ("notices of one paragraph", 30_000),
    ("withheld papers of one title", 50_000),
    ("redirects of places", 30_000),
    ("permalinks that have changed", 50_000),
    ("series of the log, and mentions", 50_000),
    ('run of "[^"', 10_000),
    ('run of "["', 10_000),
    ('run of "[]("', 10_000),
    ('run of "!["', 10_000),
    ('run of "Actions 1.0, 2.0, "', 10_000),
    ('run of "1 May 2021, "', 10_000),
]


@pytest.mark.parametrize(("name", "size"), CONTENT, ids=[name for name, _ in CONTENT])
def test_hostile_content_is_read_and_checked(tmp_path: Path, name: str, size: int) -> None:
    write(tmp_path, SHAPE[name].files(size))
    with within(8):
        load(tmp_path, NOW)


@pytest.mark.parametrize(("name", "size"), [("links to no place", 200_000), ("redirects", 36_000)])
def test_what_is_wrong_with_a_site_is_found(tmp_path: Path, name: str, size: int) -> None:
    """Also where all of it is: each link is dead, or as many pages are gone as there are redirects."""
    archive = load(write(tmp_path, SHAPE[name].files(size)), NOW).public
    assert archive
    with within(8):
        found = [work() for _, work in published(archive, tmp_path)]
    assert any(found)


def test_an_earlier_site_is_compared(tmp_path: Path) -> None:
    """Also where every field of a long page was another one."""
    numbers = range(MANY)
    for name in ("old", "new"):
        shown = "".join(f"<p>The Board noted {n} of it</p>" for n in numbers)
        rows = [{"id": "a/#x", "said": f"The {name} Board noted {n}"} for n in numbers]
        page = f"<article>{shown}</article>"
        write(tmp_path / name, {"a/index.html": page, "data/a.json": json.dumps(rows)})
    with within(8):
        [line] = republished(tmp_path / "old", tmp_path / "new")
    assert line == "a/: 20,000 passages such as “The old Board noted 0”"


def places(count: int) -> tuple[Item, ...]:
    return tuple(
        Item(f"item-{n}", f"{n // 900 + 1}.{n % 900 + 1}", Prose("Item"), None, 1, None, n)
        for n in range(count)
    )


def find_all(count: int) -> None:
    body = Body(places(count))
    assert all(body.find(part.label or "") is part for part in body.parts)
    assert body.find("nowhere") is None


def name_all(count: int) -> None:
    parts = places(count)
    named = NamedPlaces(part.anchor for part in parts[::2])
    assert [part in named for part in parts[:4]] == [True, False, True, False]
    assert sum(part in named for part in parts) == count // 2


def give_all(count: int) -> None:
    anchors = Anchors()
    assert [anchors.give("x") for _ in range(count)][-1] == f"x-r{count}"


def take_all(count: int) -> None:
    prose = Prose("word " * count, tuple(Mark(5 * n, 5 * n + 4, MarkKind.STRONG) for n in range(count)))
    room = Room(prose)
    for n in range(count):
        assert room.takes(5 * n, 5 * n + 4)
        room.fill(5 * n, 5 * n + 4)
        assert not room.takes(5 * n + 1, 5 * n + 3)


def hint_all(count: int) -> None:
    nearest = Nearest(f"name {n}" for n in range(count // 4))
    hints = [nearest.hint(f"nam {n}") for n in range(count)]
    assert hints[0] == "Did you mean “name 0”?"
    assert hints[-1] == ""


def bracket_all(count: int) -> None:
    for text in ("[" * count, "[^" * count, "![" * count, "[" * count + "](a)", "[a](" * count):
        assert "".join(block.prose.text for block in read_blocks(text)) != ""  # type: ignore[union-attr]


def note_all(count: int) -> None:
    title = Prose(f"Item{' ' * count}x{'(' * count}")
    assert take_note(title, ("verbal",)) == (title, None)


def look_for_all(count: int) -> None:
    """References and ids in one long word that has none."""
    word = "9" * 10 * count
    assert list(NoticeReferences(["9-1"]).find(word)) == []
    assert ActionFinder(ActionLog()).in_text(Prose(word), NOW.date()) is None


WORKS = [find_all, name_all, give_all, take_all, bracket_all, note_all, hint_all, look_for_all]


@pytest.mark.parametrize("work", WORKS)
def test_each_part_of_it(work: Callable[[int], None]) -> None:
    with within(15):
        work(MANY)


@pytest.mark.parametrize(
    "wanted", [["x", "x-r2", "x", "x", "x-r2"], ["x", "x", "x-r2", "x-r2", "x", "content"]]
)
def test_addresses_are_those_that_counting_from_one_gives(wanted: list[str]) -> None:
    given = {"content", "progress"}
    anchors = Anchors()
    for name in wanted:
        names = (name, *(f"{name}-r{n}" for n in range(2, 9)))
        expected = next(each for each in names if each not in given)
        given.add(expected)
        assert anchors.give(name) == expected


@pytest.mark.parametrize("line", ["- word\n", "> - - - - word\n", "| a | b |\n"])
def test_what_would_fill_the_memory_is_told(line: str) -> None:
    head = "| a | b |\n|---|---|\n" if line.startswith("|") else ""
    blocks, fault = read_sound_blocks(head + line * 120_000)
    assert blocks == ()
    assert fault is not None
    assert fault[1] == "This text has more paragraphs, entries or cells than can be read."


@pytest.mark.parametrize(
    ("times", "is_bad"),
    [
        ((0.1, 0.2, 0.4), False),
        ((0.1, 0.4, 1.6), True),
        ((0.2, 0.22, 0.7), True),
        ((0.001, 0.004, 0.016), False),
    ],
)
def test_the_benchmark_tells_linear_from_quadratic(times: tuple[float, ...], is_bad: bool) -> None:
    assert Growth("shape", "stage", times).is_bad is is_bad


def test_emphasis_in_emphasis_without_end_breaks_nothing() -> None:
    deep = "*a " * 8_000 + "b*" * 8_000
    [block] = read_blocks(deep)
    assert isinstance(block, Paragraph)
    assert block.prose.text.startswith("a a a")
    assert ProseHtml(no_pages().archive.links, "", None, "")(block.prose).count("<em>") == 20
