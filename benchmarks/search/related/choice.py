"""Choosing the related words of each word that may be looked up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from .likeness import contrary, distinct
from .relations import opposites, relations
from .vectors import nearness
from .vocabulary import ALWAYS, ELSEWHERE, STOP, TOO_COMMON, VOCABULARY_RANK
from .wordnet import Wordnet
from .words import Word

NEAREST = 40


@dataclass(frozen=True)
class Settings:
    """The thresholds; the defaults made the table that is kept."""

    head: float = 0.30  # how near the topics a common word must be to be looked up
    rare: float = 0.06  # ... and how much nearer for each time that it is e times rarer than the 3000th
    target: float = 0.33  # how near the topics a word must be to be found
    agreed: float = 0.28  # how near two words must be that WordNet relates as well
    sister: float = 0.42  # ... and that have only the word above them in common
    alone: float = 0.50  # ... and that it does not relate at all


def choose(
    words: dict[str, Word], wordnet: Wordnet, settings: Settings
) -> dict[str, list[tuple[float, str]]]:
    """For each word that may be looked up, its related words with their scores, best first."""
    antonyms = opposites(wordnet)
    heads = [word for word in words.values() if _is_head(word, settings)]
    targets = [word for word in words.values() if _is_target(word, settings)]
    nearest = {head.name: _nearest(head, targets) for head in heads}
    _judge_crowds(heads, targets, nearest)
    able = {target.name for target in targets}
    table = {}
    for head in heads:
        known = {name: weight for name, weight in relations(head.name, wordnet).items() if name in able}
        scored = _scored(head, words, nearest[head.name], known, settings)
        fitting = (pair for pair in scored if not contrary(head.name, pair[1], antonyms))
        table[head.name] = distinct(head.name, sorted(fitting, key=lambda pair: (-pair[0], pair[1])))
    return {head: related for head, related in table.items() if related}


def _is_head(word: Word, settings: Settings) -> bool:
    if word.name in STOP or word.name in ELSEWHERE or (word.rank < TOO_COMMON and word.name not in ALWAYS):
        return False
    if word.rank < VOCABULARY_RANK and word.relevance >= _asked(word, settings):
        return True
    return word.sense_relevance >= 0.5


def _asked(word: Word, settings: Settings) -> float:
    return settings.head + settings.rare * max(0.0, log((word.rank + 1) / 3000))


def _is_target(word: Word, settings: Settings) -> bool:
    if word.name in STOP or word.name in ELSEWHERE or (word.rank < TOO_COMMON and word.name not in ALWAYS):
        return False
    return word.rank < VOCABULARY_RANK * 3 // 5 and word.relevance >= settings.target


def _nearest(word: Word, others: Iterable[Word]) -> list[tuple[float, str]]:
    return nlargest(
        NEAREST, ((nearness(word.vector, other.vector), other.name) for other in others if other != word)
    )


def _judge_crowds(
    heads: Sequence[Word], targets: Sequence[Word], nearest: dict[str, list[tuple[float, str]]]
) -> None:
    """Says of each word how crowded it is among those that may be paired with it."""
    for head in heads:
        head.crowd = _crowd(nearest[head.name])
    for target in targets:
        target.crowd = target.crowd or _crowd(_nearest(target, heads))


def _crowd(nearest: Sequence[tuple[float, str]]) -> float:
    """How near a word is to its ten nearest: a word that is near to everything says little."""
    return sum(near for near, _ in nearest[:10]) / max(1, len(nearest[:10]))


def _scored(
    head: Word,
    words: dict[str, Word],
    nearest: Sequence[tuple[float, str]],
    known: dict[str, float],
    settings: Settings,
) -> Iterator[tuple[float, str]]:
    """The words near a head, or known to be related, that score above zero, with their scores."""
    candidates = {name: near for near, name in nearest}
    candidates |= {
        name: nearness(head.vector, words[name].vector) for name in known if name not in candidates
    }
    for name, near in candidates.items():
        score = _score(head, words[name], near, known.get(name, 0.0), settings)
        if score > 0:
            yield round(score, 4), name


def _score(head: Word, target: Word, near: float, known: float, settings: Settings) -> float:
    by_sense_only = head.relevance < _asked(head, settings) and known >= 0.18
    asked = settings.agreed if known > 0.1 else settings.sister if known else settings.alone
    if not by_sense_only and near < asked:
        return 0.0
    if by_sense_only:
        near = max(near, 0.4)
    general = 0.12 * max(0.0, 1 - log(1 + target.rank) / log(2000))
    rare = 0.06 * max(0.0, log((target.rank + 1) / 8000))
    return near + 1.2 * known + 0.3 * target.relevance - 0.5 * target.crowd - general - rare
