"""Every two words that stand beside one another, with their places, so that phrases are found exactly."""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import add, sub

_BITS = 20
"""Of a posting, for the place in its passage; the rest is the number of the passage."""
_PLACE = (1 << _BITS) - 1
_LAST = "0123456789abcdefghijklmnopqrstuv"
"""The last digits of places in base 32,"""
_BEFORE = "ABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_"
"""and those before, which are others: so places stand in a row, and each ends where it ends."""


class Pairs:
    """Where each two words stand beside one another. Words have a space after them, and so has a pair."""

    def __init__(self) -> None:
        self._found: dict[str, array[int]] = defaultdict(lambda: array("Q"))

    def add(self, passage: int, texts: Iterable[Sequence[str]]) -> None:
        """Count what stands in *passage*: the words of each of its *texts*, in order."""
        place = passage << _BITS
        for words in texts:
            pairs = map(add, words, islice(words, 1, None))
            # For each pair: found[pair].append(place). Written so, no line of Python runs for it.
            places = iter(range(place, place + len(words)))
            deque(map(array.append, map(self._found.__getitem__, pairs), places), maxlen=0)
            place += len(words) + 1

    def lines(self) -> Iterator[tuple[str, str]]:
        """Each pair, in order, and its line: the pair, its places, and the steps from passage to passage."""
        written = _Written()
        for key in sorted(self._found):
            found = self._found[key]
            pair = key[:-1]
            if len(found) == 1:
                yield pair, f'["{pair}","{written[found[0] & _PLACE]}",{found[0] >> _BITS}]'
                continue
            passages = [place >> _BITS for place in found]
            places = "".join([written[place & _PLACE] for place in found])
            steps = str(list(map(sub, passages, (0, *passages))))[1:-1].replace(" ", "")
            yield pair, f'["{pair}","{places}",{steps}]'


class _Written(dict[int, str]):
    """Places in base 32, each made once."""

    def __missing__(self, place: int) -> str:
        before, last = divmod(place, 32)
        digits = _LAST[last]
        while before:
            before, digit = divmod(before, 32)
            digits = _BEFORE[digit] + digits
        self[place] = digits
        return digits
