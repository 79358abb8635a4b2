"""How near a word is to the topics."""

from collections.abc import Sequence
from heapq import nlargest
from itertools import chain

from .vectors import Vector, nearness
from .vocabulary import TOPICS
from .wordnet import Wordnet
from .words import Word


def judge_relevance(words: dict[str, Word], wordnet: Wordnet) -> None:
    """Says of each word how near it is to the topics, by its own vector and by its best sense of WordNet."""
    topics = []
    for text in TOPICS.values():
        topics.append([words[seed].vector for seed in sorted(set(text.split()) & set(words))])
    for word in words.values():
        word.relevance = max(_topic_nearness(word.vector, seeds) for seeds in topics)
    for word in words.values():
        senses = wordnet.senses.get(word.name, [])
        word.sense_relevance = max(
            (_sense_relevance(key, word.name, words, wordnet) for key, place in senses if place < 2),
            default=0.0,
        )


def _topic_nearness(vector: Vector, seeds: Sequence[Vector]) -> float:
    best = nlargest(4, (nearness(vector, seed) for seed in seeds))
    return sum(best[:4]) / 4


def _sense_relevance(key: str, name: str, words: dict[str, Word], wordnet: Wordnet) -> float:
    synset = wordnet.synsets[key]
    above = [target for symbol, target, _, _ in synset.pointers if symbol in ("@", "&", "+")]
    near = chain(synset.words, *(wordnet.synsets[target].words for target in above))
    values = [words[word].relevance for word in set(near) - {name} if word in words]
    return max(values, default=0.0)
