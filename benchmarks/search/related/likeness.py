"""Which words are too alike to stand in one line: the same word, or its opposite."""

from collections.abc import Iterable

RELATED = 8

_NEGATIONS = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "de", "anti", "under", "over")


def same_word(one: str, other: str) -> bool:
    """Whether a search which cuts endings off takes two words for one."""
    return stem(one) == stem(other) or one.replace("-", "") == other.replace("-", "")


def stem(word: str) -> str:
    """A word without the endings that any search cuts off."""
    for suffix in ("ings", "ing", "ed", "es", "s", "ly"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2 and not word.endswith("ss"):
            word = word.removesuffix(suffix)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e")


def contrary(one: str, other: str, antonyms: dict[str, set[str]]) -> bool:
    """Whether two words say the opposite: legal and illegal, rise and fall."""
    if other in antonyms.get(one, ()) or one in antonyms.get(other, ()):
        return True
    return any(
        long == prefix + short for prefix in _NEGATIONS for long, short in ((one, other), (other, one))
    )


def distinct(head: str, scored: Iterable[tuple[float, str]]) -> list[tuple[float, str]]:
    """The first few of the words scored for a head, best first, without those too alike to an earlier one."""
    kept: list[tuple[float, str]] = []
    for score, name in scored:
        if any(same_word(name, other) for other in (head, *(other for _, other in kept))):
            continue
        if not (_alike(name, head) and any(_alike(other, head) for _, other in kept)):
            kept.append((score, name))
        if len(kept) == RELATED:
            break
    return kept


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike, as those do that are made of one another: burglar, burglary."""
    return one[: max(3, len(other) - 2)] == other[: max(3, len(other) - 2)]
