"""Words that stand for others: acronyms that the records expand, synonyms, related words.

everyday.tsv has the words of residents for what such records say; a board adds its own in board.yaml.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from bcbsite.model.board import Board
from bcbsite.search.index import Index
from bcbsite.search.joint import Joint
from bcbsite.search.passage import Passage
from bcbsite.search.words import stem, tokens

_ACRONYM = re.compile(
    r"(?<![\w’'-])(?P<words>(?:[A-Z][\w’'-]*(?:\s+(?:and|of|the|for|to|in|&))*\s+){1,8}[A-Z][\w’'-]*)"
    r"\s*\((?:the\s+)?[“\"‘']?(?P<letters>[A-Z][A-Za-z&]{1,7}?)s?[”\"’']?\)"
)
_SMALL = frozenset(("and", "of", "the", "for", "to", "in", "&"))
MOST_RELATED = 3


def acronyms(passages: Iterable[Passage]) -> dict[str, str]:
    """Each acronym that a text explains, `Making Every Adult Matter (MEAM)`, with its words."""
    found: dict[str, str] = {}
    for passage in passages:
        if "(" in passage.text:
            for match in _ACRONYM.finditer(passage.text):
                letters = match["letters"]
                if letters.upper() == letters and (words := _spelled(match["words"], letters)):
                    found.setdefault(letters.casefold(), words)
    return dict(sorted(found.items()))


def _spelled(words: str, letters: str) -> str:
    """The last of *words* that begin with *letters*; nothing where they do not."""
    told = words.replace("-", " ").split()
    for start in range(len(told)):
        initials = "".join(word[0] for word in told[start:] if word.casefold() not in _SMALL)
        if initials.upper() == letters.upper().replace("&", ""):
            return " ".join(told[start:]).casefold()
    return ""


Found = dict[str, dict[str, None]]


def synonyms(board: Board, index: Index, joint: Joint) -> dict[str, list[str]]:
    """All that can be looked for instead, those of the board first; what no passage has is left out."""
    found: Found = {}
    for word, meant in board.synonyms:
        _add(found, word, meant)
    for said, others in _everyday():
        for word in said:
            _add(found, word, others)
    for letters, spelled in acronyms(index.passages).items():
        _add(found, letters, [spelled])
        _add(found, spelled, [letters])
    return _known(found, joint)


def _add(found: Found, said: str, meant: Iterable[str]) -> None:
    found.setdefault(_stems(said), {}).update(dict.fromkeys(map(_plain, meant)))


def _known(found: Found, joint: Joint) -> dict[str, list[str]]:
    known = {
        said: [each for each in _once(meant) if _stems(each) != said and joint[each]]
        for said, meant in found.items()
    }
    return {said: meant for said, meant in sorted(known.items()) if meant}


def _once(meant: Iterable[str]) -> Iterable[str]:
    """Of forms of the same words the first."""
    first: dict[str, str] = {}
    for each in meant:
        first.setdefault(_stems(each), each)
    return first.values()


def _everyday() -> Iterator[tuple[list[str], list[str]]]:
    """From everyday.tsv: what residents say, and what such records say for it."""
    for line in _lines("everyday.tsv"):
        if not line.startswith("#"):
            said, meant = line.split("\t")
            yield said.split(", "), meant.split(", ")


@cache
def _stems(text: str) -> str:
    return " ".join(map(stem, _plain(text).replace("'", "").split()))


@cache
def _plain(text: str) -> str:
    return " ".join(tokens(text.replace("-", " ")))


def related(index: Index) -> dict[str, list[str]]:
    """For the stem of a word that *index* lacks, stems of related words that it has (see related.md)."""
    return dict(sorted(_related(index.terms)))


def _lines(name: str) -> list[str]:
    """The lines of a table that comes with the program."""
    return files("bcbsite.search").joinpath(name).read_text("utf-8").splitlines()


def _related(terms: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    for head, *others in (line.split("\t") for line in _lines("related.tsv")):
        base = stem(head)
        stems = dict.fromkeys(stem(other) for other in others)
        if base not in terms and (kept := [other for other in stems if other in terms][:MOST_RELATED]):
            yield base, kept
