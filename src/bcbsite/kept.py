"""Results that are kept: what is asked again with the same inputs is not worked out again.

A function is marked with `kept` where its result depends on its arguments alone, and nobody changes what it
returns. Results are kept within `keeping` only; else the function is simply called. Two arguments are the
same if they are equal and of a plain type (`_PLAIN`, `by_value`), or tuples of such, or one and the same
object. A record that is read from the same bytes is one object for as long as it is kept. So what was worked
out for a record is found by the object, and nothing large is ever compared.

What a kept function asks of the disk stands in a function that is marked with `asked_again`: before the
result is used again, so is the disk, and where its answer is another one the result is worked out anew.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property, wraps
from hashlib import sha256
from pathlib import Path, PosixPath, PurePosixPath, WindowsPath
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C", bound=type)

_PLAIN: set[type] = {str, bytes, type(None), date, Path, PosixPath, WindowsPath, PurePosixPath}
"""Types of which equal values are the same."""
_NUMBERS = (bool, int, float)


def by_value(cls: C) -> C:
    """Mark a frozen class whose equal objects are the same, as inputs: one of few and plain fields."""
    _PLAIN.add(cls)
    return cls


def digest_of(*values: object) -> str:
    """A digest of *values*, whose `repr` must say all that there is of them, the same in each process."""
    return sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()


class Lazy(Generic[R]):
    """An input that is made when it is needed, and known by *key*, on which alone it depends."""

    def __init__(self, key: object, make: Callable[[], R]) -> None:
        self.key = key
        self._make = make

    @cached_property
    def value(self) -> R:
        """The input itself."""
        return self._make()

    @cached_property
    def token(self) -> object:
        """What stands for it."""
        return (Lazy, _token(self.key))

    def bare(self) -> "Lazy[R]":
        """The same with nothing but its key."""
        return Lazy(self.key, _not_kept)

    def __reduce__(self) -> tuple[object, ...]:
        return Lazy, (self.key, _not_kept)


def _not_kept() -> Any:
    raise AssertionError("An input that was kept has its key alone.")


def _token(value: object) -> object:
    """Stands for *value*, as long as that exists."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return (tuple, *map(_token, value))  # type: ignore[call-overload]
    if kind in _NUMBERS:
        return (kind, value)
    return value.token if isinstance(value, Lazy) else id(value)


class Answer(NamedTuple):
    """What a function marked `asked_again` returned while a kept one ran."""

    ask: Callable[..., object]
    args: tuple[object, ...]
    answer: object

    @property
    def holds(self) -> bool:
        """Whether it returns the same now."""
        return bool(self.ask.__wrapped__(*self.args) == self.answer)  # type: ignore[attr-defined]


class Entry:
    """A result, with what it depends on."""

    __slots__ = ("answers", "args", "result", "used", "work")

    def __init__(
        self, work: Callable[..., Any], args: tuple[object, ...], result: Any, answers: tuple[Answer, ...]
    ) -> None:
        self.work = work
        self.args = tuple(arg.bare() if isinstance(arg, Lazy) else arg for arg in args)
        """Kept, so that no other object can come to have the identity of one of them."""
        self.result = result
        self.answers = answers
        self.used = 0
        """The round in which it was last asked for."""

    @property
    def token(self) -> tuple[object, ...]:
        """What it is found by."""
        return _asked(self.work, self.args)


def _asked(work: Callable[..., Any], args: tuple[object, ...]) -> tuple[object, ...]:
    return (work, *map(_token, args))


class Store:
    """Results, by what was asked. What was not asked for in two rounds is forgotten."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[object, Entry] = {}
        self._round = 0
        self.add(entries)  # which nobody has asked for yet
        self._round = 1
        self._answers: list[list[Answer]] = []
        """What each kept function that runs now, one in the other, has asked of the disk."""
        self._is_asking = False
        self.missed = 0
        """How many results had to be worked out."""

    def __len__(self) -> int:
        return len(self._entries)

    def begin_round(self) -> None:
        """Forget what the last round did not ask for, and nobody did since it began."""
        self._entries = {t: entry for t, entry in self._entries.items() if entry.used >= self._round - 1}
        self._round += 1

    @property
    def of_this_round(self) -> list[Entry]:
        """What was asked for since the round began."""
        return [entry for entry in self._entries.values() if entry.used == self._round]

    def add(self, entries: Iterable[Entry]) -> None:
        """Take over what another process has worked out in this round."""
        for entry in entries:
            entry.used = self._round
            self._entries[entry.token] = entry

    def ask(self, work: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What *work* returns for *args*."""
        token = _asked(work, args)
        entry = self._entries.get(token)
        if entry is None or not all(answer.holds for answer in entry.answers):
            self._answers.append([])
            try:
                result = work.__wrapped__(*args)  # type: ignore[attr-defined]
            finally:
                answers = self._answers.pop()
            entry = self._entries[token] = Entry(work, args, result, tuple(answers))
            self.missed += 1
        entry.used = self._round
        if self._answers:
            self._answers[-1] += entry.answers
        return entry.result

    def note(self, ask: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What *ask* returns, which the result of the kept function that runs now depends on."""
        within, self._is_asking = self._is_asking, True
        try:
            answer = ask.__wrapped__(*args)  # type: ignore[attr-defined]
        finally:
            self._is_asking = within
        if self._answers and not within:
            self._answers[-1].append(Answer(ask, args, answer))
        return answer


class _InUse(threading.local):
    store: Store | None = None


_IN_USE = _InUse()


@contextmanager
def keeping(store: Store | None) -> Iterator[None]:
    """Keep results in *store* while the body runs in this thread; one thread at a time may use a store."""
    before, _IN_USE.store = _IN_USE.store, store
    try:
        yield
    finally:
        _IN_USE.store = before


def in_use() -> Store | None:
    """The store of this thread, or None where nothing is kept."""
    return _IN_USE.store


def kept(work: Callable[P, R]) -> Callable[P, R]:
    """Keep what *work*, a function of a module, returns; it is called with positional arguments alone."""

    @wraps(work)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        store = _IN_USE.store
        if store is None or kwargs:
            return work(*args, **kwargs)
        result: R = store.ask(ask, args)
        return result

    return ask


def asked_again(ask: Callable[P, R]) -> Callable[P, R]:
    """Mark a function that asks something of the disk, whose answers can be compared."""

    @wraps(ask)
    def noted(*args: P.args, **kwargs: P.kwargs) -> R:
        store = _IN_USE.store
        if store is None or kwargs:
            return ask(*args, **kwargs)
        answer: R = store.note(noted, args)
        return answer

    return noted
