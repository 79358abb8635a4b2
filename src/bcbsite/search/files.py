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
from bcbsite.search.expansions import related, synonyms
from bcbsite.search.index import Term, make_index
from bcbsite.search.joint import Joint
from bcbsite.search.named import NAMED
from bcbsite.search.passage import Passage
from bcbsite.search.passages import passages_of
from bcbsite.search.words import bare

FORMAT = 4
TEXTS = 16
"""Passages in a file of texts."""
PIECE = 3_000
"""Bytes of a file of terms before it is compressed, at most, but for one that a single term fills."""
PAIRS = 12_000
"""The same of a file of pairs of words."""
SPELLINGS = 8_000
"""Words among which those are looked for that somebody may have meant, at most."""
_EPOCH = date(1970, 1, 1)
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def search_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each file of the index of *archive*."""
    index = make_index(passages_of(archive))
    joint = Joint(index)
    others = synonyms(archive.board, index, joint)
    terms = dict(sorted({**index.terms, **joint.made()}.items()))
    first_terms, first_pairs = list[str](), list[str]()
    contents = chain(
        _pieces("terms", ((term, _line(term, found)) for term, found in terms.items()), PIECE, first_terms),
        _pieces("pairs", index.pairs.lines(), PAIRS, first_pairs),
        _texts(index.passages),
        _tables(
            {"filters": _filters(index.passages), "synonyms": _grouped(others), "related": related(index)}
        ),
        _tables({"pairs": first_pairs, "spellings": _spellings(index.terms.values())}),
    )
    files = [(name, _packed(text)) for name, text in contents]
    build = _build(data for _, data in files)
    for name, data in files:
        yield f"{SEARCH}{build}/{name}.bin", data
    manifest = {
        "format": FORMAT,
        "build": build,
        "passages": len(index.passages),
        "texts": TEXTS,
        "terms": first_terms,
        "names": _names(index.passages),
    }
    yield f"{SEARCH}index.bin", _packed(_json(manifest))


def _texts(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """What is shown of passages, some to a file."""
    for number, first in enumerate(range(0, len(passages), TEXTS)):
        yield f"texts-{number}", _json([_shown(passage) for passage in passages[first : first + TEXTS]])


def _tables(tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, table in tables.items():
        yield name, _json(table)


def _names(passages: Iterable[Passage]) -> list[str]:
    """The names of several words that people, posts, organisations and topics have."""
    kept = {bare(name) for passage in passages if passage.kind in NAMED for name in passage.names}
    return sorted(name for name in kept if " " in name)


def _spellings(terms: Iterable[Term]) -> list[str]:
    """The words of the records for which another may be a misspelling, the most frequent first."""
    found = {
        form: term.frequency for term in terms for form in term.forms if len(form) > 3 and form.isalpha()
    }
    return sorted(found, key=lambda form: (-found[form], form))[:SPELLINGS]


def _build(files: Iterable[bytes]) -> str:
    """A name for a build: other files, another name."""
    found = sha256()
    for data in files:
        found.update(data)
    return found.hexdigest()[:16]


def _pieces(
    name: str, entries: Iterable[tuple[str, str]], most: int, firsts: list[str]
) -> Iterator[tuple[str, str]]:
    """Keys in order with their lines, *most* characters to a file; *firsts* gets how each file begins."""
    last, lines, size = "", list[str](), 0
    for key, line in entries:
        if lines and size + len(line) > most:
            yield f"{name}-{len(firsts) - 1}", "\n".join(lines)
            lines, size = [], 0
        if not lines:
            firsts.append(_apart(last, key))
        last = key
        lines.append(line)
        size += len(line)
    if lines:
        yield f"{name}-{len(firsts) - 1}", "\n".join(lines)


def _apart(last: str, first: str) -> str:
    """As little of *first* as comes after *last*: enough to tell which file has a term."""
    return next(first[:length] for length in range(1, len(first) + 1) if first[:length] > last)


def _line(term: str, found: Term) -> str:
    """A term, its frequency and forms, impacts, forms of each passage, then the steps between passages."""
    forms = [] if list(found.forms) == [term] else found.forms
    steps = str(list(map(sub, found.passages, (0, *found.passages))))[1:-1].replace(" ", "")
    return f'[{_json(term)},{found.frequency},{_json(forms)},"{found.impacts}","{found.masks}",{steps}]'


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
