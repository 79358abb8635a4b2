"""Every key of every kind of file takes any value: it is told of at its line, or there is a page."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bcbsite.codes import Severity
from bcbsite.exports.files import export_files
from bcbsite.host.resources import THEME
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages
from bcbsite.pipeline import Loaded, due, load
from bcbsite.read.board import read_board
from bcbsite.read.fields import Keys, TextOrKeys, Words
from bcbsite.read.kinds import Choice, Kind, ListOf, PartOfAddress, Scalar
from bcbsite.read.schema import FILES
from bcbsite.report import as_text
from bcbsite.search.files import search_files
from bcbsite.source import Source
from conftest import write

LONGEST_NAME, LONGEST_PATH = 255, 1000
"""What file systems take: bytes of a name, and of a path below the site with room for where that lies."""

NOWS = [
    datetime(1800, 1, 1, 12, tzinfo=UTC),
    datetime(2022, 6, 1, tzinfo=UTC),
    datetime(2199, 12, 31, 12, tzinfo=UTC),
]

DAYS = [
    "0001-01-01",
    "1799-12-31",
    "1800-01-01",
    "2199-12-31",
    "2200-01-01",
    "9999-12-31",
    "10000-01-01",
    "2022-02-29",
    "2020-09-31",
    "31 September 2020",
    "1 January 0001",
    "31/12/9999",
    "٢٠٢٢-٠٢-١٠",
    "2022-02-10 24:00",
    "2022-02-10 23:59:60",
    "2022-03-27 01:30",
    "2022-10-30 01:30",
    "9999-12-31 23:59",
    "0001-01-01 00:00",
    "24:00",
    "12:60",
]
NUMBERS = ["0", "-1", "1e999", "nan", "-inf", "9" * 5000, "1." * 2000 + "1", "²", "٣"]
TEXTS = [
    "",
    " ",
    "\u00a0\u200b",
    "a" * 199,
    "a" * 255,
    "é" * 150,
    "a" * 5000,
    "a " * 20_000,
    "a-" * 5000 + "a",
    "x" * 100_000,
    "a\x00b",
    "a\x07\x1b[31mb\x7f\x85\x9b",
    "\ud800",
    "\ufffe\uffff",
    "a\u2028b\u2029c",
    "\u202etfel ot thgir\u202c",
    "👩‍👩‍👧‍👦 🏴",
    "e\u0301" * 50,
]
ADDRESSES = [
    "..",
    ".",
    "/",
    "a/../b",
    "../../etc/passwd",
    "CON",
    "index",
    "a/b",
    "a\\b",
    "by-status",
    "2022/by-status",
    "2022/" + "a" * 300,
    "https://",
    "HTTPS://EXAMPLE.ORG/A",
    "http://[",
    "https://a:99999/",
    "javascript:alert(1)",
    "//example.org",
    "2022-02-10#" + "9" * 5000,
    "2022-02-10-" + "a" * 500,
    "9999-12-31-a",
    "0001-01-01#1",
    "2020-09-31#1",
    "２０２２-02-10",
]
MARKDOWN = [
    *(
        f"[a]({kind}:{name})"
        for kind in ("meeting", "action", "person", "section-55", "decision", "paper")
        for name in (
            "2020-09-31",
            "9999-12-31#1",
            "0001-01-01",
            "#",
            "..",
            "2022-02-10#" + "9" * 5000,
            "٢٠٢٢-٠٢-١٠",
        )
    ),
    "# a\n\n## 1. a\n\n1.1 b\n\nAction: c\n",
    "```\na\n```\n\n> b\n\n- c\n  1. d\n",
    "999999999. a\n\n0. b\n",
    "| a |\n|---|\n| b |\n",
    "<b>&amp;</b> [^1]\n\n[^1]: c\n",
    "Action 9.0 of 31 September 2020, minutes of 31 December 9999, the meeting of 1 January 0001",
    "Recommendation " + "9" * 5000,
    "{{ a }} {% b %} ]]> --> </script>",
]
EXTREMES = {
    f"{n:03} {text[:20]!a}": text for n, text in enumerate([*DAYS, *NUMBERS, *TEXTS, *ADDRESSES, *MARKDOWN])
}

SHARES = 1 if os.environ.get("BCBSITE_EXTREMES") == "all" else 8
"""Each value is tried in one key of so many, and each key with one value of so many: all take ten minutes."""

SAMPLES = ("2022-02-10", "15:00", "https://example.org/", "2022/1", "yes", "a", "A")


def sample(kind: Kind) -> Any:
    """A value that *kind* takes."""
    value: Any = "2022-02-10" if "meeting" in kind.name else "a"
    match kind:
        case Keys(fields=fields):
            value = {key: sample(field.kind) for key, field in fields.items() if field.required}
        case ListOf(kind=inner):
            value = [sample(inner)]
        case Words(kind=inner):
            value = {"a": sample(inner)}
        case TextOrKeys(keys=keys):
            value = sample(keys)
        case Choice(options=options):
            value = options[0]
        case PartOfAddress(kind=inner):
            value = sample(inner)
        case Scalar(parse=parse):
            value = next(text for text in SAMPLES if parse(text) is not None)
    return value


def with_extreme(kind: Kind, value: str) -> Iterator[Any]:
    """Values of *kind* that are right but for one place, which has *value*; of every place one."""
    match kind:
        case Keys(fields=fields):
            right = sample(kind)
            for key, field in fields.items():
                for wrong in with_extreme(field.kind, value):
                    more = {} if not field.needs else {field.needs: sample(fields[field.needs].kind)}
                    yield right | more | {key: wrong}
        case ListOf(kind=inner):
            yield value
            yield from ([sample(inner), wrong] for wrong in with_extreme(inner, value))
        case Words(kind=inner):
            yield {value: sample(inner)}
            yield from ({"a": wrong} for wrong in with_extreme(inner, value))
        case TextOrKeys(text=text, keys=keys):
            yield from with_extreme(text, value)
            yield from with_extreme(keys, value)
        case _:
            yield value


MEETING = {"minutes": "minutes.md", "agenda": "agenda.md", "paper": "papers/01-a.md"}
FOLDERS = {"section-55": "section-55", "decision": "decisions", "page": "pages/p"}
BODY = "## 1. A\n\n1.1 b\n"


def _share(records: Iterable[Any], value: str) -> list[Any]:
    first = [*EXTREMES.values()].index(value) % SHARES
    return list(islice(records, first, None, SHARES))


def files(value: str) -> Iterator[tuple[str, str]]:
    """A file for each key of a Markdown record, in which it has *value*; and files with it in their texts."""
    day = 0
    for file in (*MEETING, *FOLDERS):
        records = _share(with_extreme(FILES[file], value), value)
        bodies = [json.dumps(record) for record in records]
        for n, front in enumerate([*bodies, None]):
            head, text = (front, BODY) if front else (json.dumps(sample(FILES[file])), _body(value))
            if file in MEETING:
                name = f"meetings/{2100 + day // 28}-01-{day % 28 + 1:02}/{MEETING[file]}"
                head = head.replace("2022-02-10", name[9:19]) if n == len(bodies) else head
                day += 1
            else:
                name = f"{FOLDERS[file]}/{n}.md"
                head = head.replace('"reference": "a"', f'"reference": "a{n}"')
            yield name, f"---\n{head}\n---\n\n{text}"


def _body(value: str) -> str:
    text = value.encode("utf-8", "replace").decode().replace("\0", "")
    return f"{text}\n\n## {' '.join(text.split())}\n\n1.1 {text}\n\n## Recommendation {text}\n\n{text}\n\n[a]({text})\n"


def boards(value: str) -> dict[str, Any]:
    """The keys of a board; of each the last form that a reader takes, else the right one."""
    board = {**sample(FILES["board"])}
    for record in _share(with_extreme(FILES["board"], value), value):
        text = json.dumps(record)
        read, problems = read_board(Source(Path("board.yaml"), "board.yaml", text))
        assert all(problem.span.line == 1 for problem in problems)
        if read and not problems:
            board |= {key: wrong for key, wrong in record.items() if wrong != board.get(key)}
    return board


def entries(file: str, key: str, value: str) -> str:
    """The list *key* of a file in YAML, an entry on each line, in each of which one place has *value*."""
    every = [r[key][-1] for r in with_extreme(FILES[file], value) if isinstance(r.get(key), list)]
    records = _share(every, value)
    lines = (
        json.dumps(record).replace('"2022/1"', f'"2022/{n}"').replace('"id": "a"', f'"id": "a{n}"')
        for n, record in enumerate(records)
        if isinstance(record, dict)
    )
    return "".join(f"  - {line}\n" for line in lines)


def content_of(value: str) -> dict[str, str]:
    """A content in which each key of each kind of file has *value* once."""
    series, actions = (entries("actions", key, value) for key in ("series", "actions"))
    return {
        "board.yaml": json.dumps(boards(value)),
        "people.yaml": f"people:\n{entries('people', 'people', value)}",
        "actions.yaml": f"series:\n{series}actions:\n{actions}",
        "redirects.yaml": f"{json.dumps(value)}: meetings/\nold/: {json.dumps(value)}\n",
        **dict(files(value)),
    }


def loaded_without_mistakes(folder: Path, now: datetime) -> Loaded:
    """What is read of the content in *folder* when each line, or record, that is told of is taken out."""
    for _ in range(9):
        found = load(folder, now, references=True, secrets=True)
        "".join(as_text(found.diagnostics)).encode()
        wrong = [d.span for d in found.diagnostics if d.rule.severity is Severity.ERROR]
        if not wrong:
            return found
        for name in {span.path for span in wrong}:
            lines = {span.line for span in wrong if span.path == name}
            path = Path(name)
            if path.suffix == ".yaml" and lines != {1}:
                kept = [line for n, line in enumerate(path.read_text().split("\n"), 1) if n not in lines]
                path.write_text("\n".join(kept))
            elif path.name == "board.yaml":
                path.write_text("name: A\narea: B\n")
            else:
                path.unlink()
    raise AssertionError([str(d) for d in found.diagnostics][:5])


def every_file(found: Loaded) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each file of the site, but for what MkDocs puts around pages."""
    assert found.public
    renderer = Renderer(found.public, [THEME], "https://example.org/board/")
    for page in SitePages(found.public).all:
        html, tables = renderer.render_with_tables(page)
        yield f"{page.address}index.html", f"{renderer.head(page)}{html}".encode()
        yield from ((f"{page.address}{name}", b"") for name, _ in tables)
    yield from search_files(found.public)
    yield from export_files(found.public, "https://example.org/board/")


@pytest.mark.parametrize("name", EXTREMES)
def test_any_value_of_any_key_is_told_of_or_shown(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "content", content_of(EXTREMES[name]))
    now = NOWS[int(name[:3]) % len(NOWS)]
    found = loaded_without_mistakes(folder, now)
    assert due(folder, now)[0] is not None
    addresses = [address for address, _ in every_file(found)]
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        assert len(address.encode()) <= LONGEST_PATH
        assert all(part not in ("", ".", "..") for part in address.split("/"))
        assert all(len(part.encode()) <= LONGEST_NAME for part in address.split("/"))
