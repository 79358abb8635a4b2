"""Who is to do an action, as minutes print it."""

import re
from collections.abc import Callable, Iterable

from bcbsite.archive.mentions.names import fold_name
from bcbsite.archive.people import Names
from bcbsite.read.action_labels import who_is_to
from bcbsite.read.owner_words import looks_like_owner
from bcbsite.text.fold import folded

_THE = re.compile(r"(?:the|The)\s+")
_SPLIT = re.compile(r"\s*(?:/|;|&|\band\b)\s*")
_COMMA = re.compile(r"\s*(?:/|;|&|,|\band\b)\s*")
_ROLE = re.compile(r"\s*\([^()]*\)$")
# “… (Treasurer).”, “… – Chief Executive”, “… Owner: JB.” at the end of what is to be done
_LAST = re.compile(r"(?:\((?P<inside>[^()]{2,80})\)|\s-\s+(?P<after>[^-()]{2,80}?))[.\s]*$")
_STATED = re.compile(
    r"(?:Owners?|Leads?|By whom|Responsible(?: officer| person)?|Action by|Assigned to)\s*:"
    r"\s*(?P<who>[^.;:\n]{2,80})"
)
_TAIL = 240
_LONGEST = 400


def _nobody(_: str) -> bool:
    return False


class KnownOwners:
    """Tells who is meant by the words for an owner."""

    def __init__(
        self, names: Names, titles: Iterable[str], are_initials: Callable[[str], bool] = _nobody
    ) -> None:
        """*names* of people, *titles* of posts, organisations and those present; whose initials are known."""
        self._names = names
        self._titles = frozenset(map(_fold, titles)) - {""}
        self._are_initials = are_initials

    def are_known(self, words: str) -> bool:
        """Whether *words* name one owner: somebody or something that is known, or has the form of one."""
        words = _THE.sub("", words, count=1) if words[:4].lower() == "the " else words
        if not words or len(words) > 120:
            return False
        return bool(
            _fold(words) in self._titles
            or self._names.find(words)
            or self._are_initials(words)
            or looks_like_owner(words)
        )

    def of(self, words: str) -> tuple[str, ...]:
        """The owners that *words*, as `folded` gives them, name and nothing else; empty where not sure."""
        words = words.strip().strip(".:").strip()
        if len(words) > _LONGEST:
            return ()
        if _fold(words) in self._titles:
            return (_plain(words),)
        if several := self._several(words):
            return several
        if self.are_known(words):
            return (_plain(words),)
        without = _ROLE.sub("", words)
        return (_plain(without),) if without != words and self.are_known(without) else ()

    def _several(self, words: str) -> tuple[str, ...]:
        """The owners that *words* list; empty where they are one, or something else."""
        for split in (_SPLIT, _COMMA):
            pieces = [piece for piece in split.split(words) if piece]
            if len(pieces) > 1 and all(map(self.are_known, pieces)):
                return tuple(dict.fromkeys(map(_plain, pieces)))
        first, _, last = words.rpartition(" and ")
        known = first and self.are_known(first) and self.are_known(last)
        return (_plain(first), _plain(last)) if known else ()

    def at_beginning(self, words: str) -> tuple[str, ...]:
        """Those who are to do something, by the beginning of *words*, as in “Treasurer to write”."""
        found = who_is_to(words)
        return self.of(found[0]) if found else ()

    def within(self, words: str) -> tuple[str, ...]:
        """The owners that *words* name at their beginning, or else at their end."""
        if found := self.at_beginning(words):
            return found
        tail = words[-_TAIL:]
        if stated := _STATED.search(tail):
            return self.of(stated["who"]) or (stated["who"].strip(),)
        last = _LAST.search(tail)
        return self.of(last["inside"] or last["after"]) if last else ()


def _fold(words: str) -> str:
    return fold_name(folded(words).replace("&", " and "))


def _plain(words: str) -> str:
    return _THE.sub("", words.strip(), count=1) if _THE.match(words.strip()) else words.strip()


def as_printed(owners: Iterable[str], typed: str) -> tuple[str, ...]:
    """*owners* with the apostrophes and hyphens that *typed*, where they stand, has."""
    return tuple(_as_typed(owner, typed) for owner in owners)


def _as_typed(owner: str, typed: str) -> str:
    if owner in typed:
        return owner
    form = re.escape(owner).replace("'", "['’‘]").replace(r"\-", "[-‐‑–]").replace(r"\ ", r"\s+")
    found = re.search(form, typed)
    return " ".join(found[0].split()) if found else owner
