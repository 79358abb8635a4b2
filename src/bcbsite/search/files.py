"""The index as files: a manifest, terms and texts in pieces of a few kilobytes, and what filters need."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import chain
from operator import sub
from typing import Any

from bcbsite.archive.addresses import SEARCH
from bcbsite.archive.archive import Archive
from bcbsite.search.expansions import own_synonyms, related, synonyms
from bcbsite.search.index import Index, Term, make_index
from bcbsite.search.joint import Joint
from bcbsite.search.passage import Passage
from bcbsite.search.passages import passages_of

Piece = tuple[str, list[str]]
FORMAT = 3
TEXTS = 16
"""Passages in a file of texts."""
PIECE = 3_000
"""Bytes of a file of terms before it is compressed, at most, but for one that a single term fills."""
_EPOCH = date(1970, 1, 1)
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def search_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each file of the index of *archive*."""
    index = make_index(passages_of(archive))
    joint = Joint(index)
    own, others = own_synonyms(archive.board, joint), synonyms(archive.board, index, joint)
    pieces = list(_pieces(dict(sorted({**index.terms, **joint.made()}.items()))))
    tables = {"filters": _filters(index.passages), "synonyms": _grouped(others), "related": related(index)}
    files = [(name, _packed(text)) for name, text in _contents(index, pieces, tables)]
    build = _build(data for _, data in files)
    for name, data in files:
        yield f"{SEARCH}{build}/{name}.bin", data
    manifest = {
        "format": FORMAT,
        "build": build,
        "passages": len(index.passages),
        "texts": TEXTS,
        "terms": [first for first, _ in pieces],
        "synonyms": _grouped(own),
    }
    yield f"{SEARCH}index.bin", _packed(_json(manifest))


def _contents(index: Index, pieces: Sequence[Piece], tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The name and the text of each file but the manifest."""
    for number, (_, lines) in enumerate(pieces):
        yield f"terms-{number}", "\n".join(lines)
    for number, first in enumerate(range(0, len(index.passages), TEXTS)):
        group = index.passages[first : first + TEXTS]
        yield f"texts-{number}", _json([_shown(passage) for passage in group])
    for name, table in tables.items():
        yield name, _json(table)


def _build(files: Iterable[bytes]) -> str:
    """A name for a build: other files, another name."""
    found = sha256()
    for data in files:
        found.update(data)
    return found.hexdigest()[:16]


def _pieces(terms: Mapping[str, Term]) -> Iterator[Piece]:
    """The terms in pieces: how the first term of each begins, and its lines."""
    first, last, lines, size = "", "", list[str](), 0
    for term, found in terms.items():
        line = _line(term, found)
        if lines and size + len(line) > PIECE:
            yield first, lines
            lines, size = [], 0
        first = first if lines else _apart(last, term)
        last = term
        lines.append(line)
        size += len(line)
    if lines:
        yield first, lines


def _apart(last: str, first: str) -> str:
    """As little of *first* as comes after *last*: enough to tell which file has a term."""
    return next(first[:length] for length in range(1, len(first) + 1) if first[:length] > last)


def _line(term: str, found: Term) -> str:
    """A term, its frequency and word, the impacts, then for each passage the step from the one before."""
    word = "" if found.word == term else found.word
    steps = list(map(sub, found.passages, (0, *found.passages)))
    numbers = str(steps)[1:-1].replace(" ", "")
    return f'[{_json(term)},{found.frequency},{_json(word)},"{found.impacts}",{numbers}]'


def _grouped(synonyms: Mapping[str, Sequence[str]]) -> list[tuple[list[str], tuple[str, ...]]]:
    """What has the same synonyms together, before them."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for said, meant in synonyms.items():
        groups.setdefault(tuple(meant), []).append(said)
    return [(said, meant) for meant, said in groups.items()]


def _shown(passage: Passage) -> list[str]:
    day = passage.day.isoformat() if passage.day else ""
    return [
        passage.address,
        passage.kind,
        passage.title,
        passage.heading,
        passage.label,
        day,
        ", ".join(passage.statuses),
        " ".join((passage.text or passage.about).split()),
    ]


def _filters(passages: Sequence[Passage]) -> dict[str, Any]:
    """For each filter its values, and for each passage the numbers of those it has; and the days."""
    several: dict[str, Callable[[Passage], tuple[str, ...]]] = {
        "kind": lambda passage: (passage.kind,),
        "year": lambda passage: (str(passage.day.year),) if passage.day else (),
        "topic": lambda passage: passage.topics,
        "owner": lambda passage: passage.owners,
        "status": lambda passage: passage.statuses,
    }
    found: dict[str, Any] = {
        "day": [(passage.day - _EPOCH).days if passage.day else 0 for passage in passages]
    }
    for name, values_of in several.items():
        has = [values_of(passage) for passage in passages]
        values = sorted(set(chain.from_iterable(has)))
        place = {value: number for number, value in enumerate(values)}
        places = {each: [place[value] for value in each] for each in set(has)}
        found[name] = {"values": values, "of": [places[each] for each in has]}
    return found


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 5, mtime=0)
