"""Which actions of lists and tables are those that stand elsewhere already."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from bcbsite.archive.mentions.names import fold_name
from bcbsite.archive.raising.raised import Raised, unread
from bcbsite.model.body import fold_label
from bcbsite.model.reading import Unread
from bcbsite.read.action_labels import who_is_to
from bcbsite.text.fold import folded

_WORDS = re.compile(r"[a-z0-9]{3,}")
# Words that many actions have.
_COMMON_WORDS = """
the and for with from that this will shall would have been are was were has had their its not next all any
bring paper report reports provide send update board meeting members write prepare submit present
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_WORD = re.compile(r"\w+")
_IS_TO = re.compile(r"^((?:The\s+)?[A-Z][\w ]{1,60}?) (?:is|are) to ")
_BY = re.compile(r",?\s*\(?by\s+[^.()]{0,30}\d{4}\)?[.\s]*$")
_LAST_OWNER = re.compile(r"(?:\s-\s+|\s*\()(?P<who>[^()-]{2,80})\)?[.\s]*$")
_TAIL = 120
_BARE = re.compile(r"\d{1,3}\.?")
_FEW = 4
"""How many words at least tell one action from another."""
_FEW_WITH_NUMBER = 2
"""How many do so where the numbers are the same, too."""
_SAME, _MAYBE = 0.75, 0.5
"""Which share of their words makes two actions one, or perhaps one."""
_MOST = 50
"""Of how many actions with a word at most it is asked whether they are the same."""


def key_of(text: str, owners: Iterable[str] = ()) -> str:
    """What stays of the words of an action, however they are printed: less owner and day."""
    text = " ".join(folded(text).split()).lstrip("\"'")
    text = _IS_TO.sub(r"\1 to ", _BY.sub("", text), count=1)
    if found := who_is_to(text):
        text = text[found[1] :].lstrip(" :,-")
    last = _LAST_OWNER.search(text[-_TAIL:])
    if last and set(_WORD.findall(last["who"].casefold())) <= {
        "and",
        *_WORD.findall(" ".join(owners).casefold()),
    }:
        text = text[: len(text) - len(last[0])]
    words = re.findall(r"\w+", text.casefold())
    return " ".join(words[1:] if words[:1] in (["to"], ["will"], ["shall"]) else words)


@dataclass
class Earlier:
    """The actions that earlier meetings raised."""

    _keys: set[str] = field(default_factory=set)
    _numbers: dict[str, set[str]] = field(default_factory=dict)
    _bare: dict[str, set[str]] = field(default_factory=dict)
    """The same of whole numbers, which may begin anew at each meeting: the words must begin alike, too."""

    def add(self, text: str, number: str | None, owners: Iterable[str]) -> None:
        """Add one."""
        key = key_of(text, owners)
        self._keys.add(key)
        if number:
            numbers = self._bare if _BARE.fullmatch(number) else self._numbers
            numbers.setdefault(_number(number), set()).add(key)

    def has(self, raised: Raised) -> bool:
        """Whether *raised* is one of them, and not raised anew."""
        number, key = _number(raised.number), key_of(raised.text, raised.owners)
        of_number = self._numbers.get(number, ()) if number else ()
        if number and any(_begin_alike(key, other, _FEW_WITH_NUMBER) for other in self._bare.get(number, ())):
            return True
        if not raised.is_summary:
            return any(_begin_alike(key, other) for other in of_number)
        return bool(of_number) or key in self._keys


def _begin_alike(one: str, other: str, few: int = _FEW) -> bool:
    """Whether one has all words of the other, from the first on, and maybe more: “… Complete.”"""
    short, long = sorted((one, other), key=len)
    return one == other or (short.count(" ") >= few - 1 and long.startswith(f"{short} "))


def once_each(found: Sequence[Raised | Unread], earlier: Earlier) -> Iterator[Raised | Unread]:
    """*found* in one document, less what repeats another of them or one that was raised *earlier*."""
    actions = [one for one in found if isinstance(one, Raised)]
    summaries = [one for one in actions if one.is_summary and not earlier.has(one)]
    here = _Here([one for one in actions if not one.is_summary and not earlier.has(one)])
    told = list({one.line: one for one in reversed(found) if isinstance(one, Unread)}.values())  # one a line
    for _, of_one in groupby(summaries, key=lambda one: one.passage.anchor):
        new = []
        for one in [one for one in of_one if not here.takes(one)]:
            if doubt := one.doubt or here.doubt_of(one):
                told.append(unread(one.text, one.line, one.passage.anchor, doubt, one.text))
            else:
                new.append(one)
        here.add(new)  # the rows of one table do not repeat one another
    everything: list[Raised | Unread] = [*here.whole, *told]
    yield from sorted(everything, key=_line)


def _line(one: Raised | Unread) -> int:
    return one.line


class _Here:
    """The actions of one document, each once."""

    def __init__(self, actions: Iterable[Raised]) -> None:
        self.whole: list[Raised] = []
        self._repeated: set[int] = set()
        self._by_number: dict[str, int] = {}
        self._by_key: dict[str, deque[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        self._by_owners: dict[frozenset[str], list[int]] = {}
        self.add(actions)

    def add(self, actions: Iterable[Raised]) -> None:
        """Take *actions*, which repeat none."""
        for one in actions:
            n = len(self.whole)
            self.whole.append(one)
            if one.number:
                self._by_number.setdefault(_number(one.number), n)
            self._by_key.setdefault(_key(one), deque()).append(n)
            if one.owners and len(of_them := self._by_owners.setdefault(_all_owners(one), [])) < _MOST:
                of_them.append(n)
            for stem in _stems(one):
                with_it = self._by_stem.setdefault(stem, [])
                if len(with_it) < _MOST:
                    with_it.append(n)

    def takes(self, one: Raised) -> bool:
        """Whether *one* repeats an action that is here, which then has what only the repetition says."""
        same = self._with_number(one)
        same = self._with_words(one) if same is None else same
        if same is None:
            best = max(self._like(one), default=None)
            same = -best[1] if best and best[0] >= _SAME and best[2] > 1 else None
        if same is None:
            return False
        self._repeated.add(same)
        self.whole[same] = _merged(self.whole[same], one)
        return True

    def doubt_of(self, one: Raised) -> str:
        """Why *one* may repeat an action that is here; empty where nothing speaks for it."""
        for share, n, _ in self._like(one):
            other = self.whole[-n]
            if share > _MAYBE and _owners(one) & _owners(other):
                return _may_repeat(other)
        of_the_same = self._by_owners.get(_all_owners(one), ())
        apart = next((self.whole[n] for n in of_the_same if self._is_apart(one, n)), None)
        return _may_repeat(apart) if apart else ""

    def _is_apart(self, one: Raised, n: int) -> bool:
        """Whether the action with the place *n* stands under another item, and is not repeated yet."""
        other = self.whole[n]
        is_free = n not in self._repeated and not other.is_summary and not _differ(one, other)
        return is_free and other.passage.item != one.passage.item and not (one.number and not other.number)

    def _with_number(self, one: Raised) -> int | None:
        return self._by_number.get(_number(one.number)) if one.number else None

    def _with_words(self, one: Raised) -> int | None:
        """The first action in the same words that nothing has repeated."""
        waiting = self._by_key.get(_key(one), deque())
        while waiting and waiting[0] in self._repeated:
            waiting.popleft()
        return waiting[0] if waiting and not _differ(one, self.whole[waiting[0]]) else None

    def _like(self, one: Raised) -> Iterator[tuple[float, int, int]]:
        """Of each action with words in common: their share of the shorter's, minus its place, that count."""
        stems = _stems(one)
        shared = Counter(n for stem in stems for n in self._by_stem.get(stem, ()))
        for n, count in sorted(shared.items()):
            other = self.whole[n]
            if n not in self._repeated and not _differ(one, other) and _can_be_one(one, other):
                least = min(len(stems), len(_stems(other)))
                yield count / least, -n, least


def _may_repeat(other: Raised) -> str:
    return f"may be the one of line {other.line}, “{' '.join(other.text.split())[:60]}”"


def _all_owners(raised: Raised) -> frozenset[str]:
    return frozenset(_owners(raised))


def _differ(one: Raised, other: Raised) -> bool:
    """Whether both have numbers, and not the same."""
    return bool(one.number and other.number) and _number(one.number) != _number(other.number)


def _can_be_one(one: Raised, other: Raised) -> bool:
    """Whether one owner can be of both."""
    return not one.owners or not other.owners or bool(_owners(one) & _owners(other))


def _owners(raised: Raised) -> set[str]:
    return set(map(fold_name, raised.owners))


def _key(raised: Raised) -> str:
    return key_of(raised.text, raised.owners)


def _stems(raised: Raised) -> set[str]:
    words = (word for word in _WORDS.findall(_key(raised)) if word not in _COMMON)
    return {_ENDING.sub("", word)[:5] for word in words}


def _number(number: str | None) -> str:
    return fold_label((number or "").casefold().replace(" ", ""))


def _merged(first: Raised, repeat: Raised) -> Raised:
    """*first* with what only its repetition says."""
    return replace(
        first,
        number=first.number or repeat.number,
        owners=first.owners or repeat.owners,
        target=first.target or repeat.target,
    )
