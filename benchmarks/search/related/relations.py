"""What WordNet says of two words: that they belong together, or are opposites."""

from collections import defaultdict
from collections.abc import Iterator

from .wordnet import Wordnet

_WEIGHTS = {
    "~": 0.2,
    "@": 0.2,
    "&": 0.2,
    "+": 0.28,
    "^": 0.15,
    "*": 0.15,
    ">": 0.15,
    "$": 0.15,
    "\\": 0.2,
    "=": 0.1,
}


def relations(name: str, wordnet: Wordnet) -> dict[str, float]:
    """The words that WordNet relates to a word, with a weight: more for a near and common sense."""
    found: dict[str, float] = {}
    for key, place in wordnet.senses.get(name, []):
        fade = 1 / (1 + 0.35 * place)
        for word, weight in _related_in(key, name, wordnet):
            found[word] = max(found.get(word, 0.0), weight * fade)
    return found


def _related_in(key: str, name: str, wordnet: Wordnet) -> Iterator[tuple[str, float]]:
    synset = wordnet.synsets[key]
    for word in synset.words:
        yield word, 0.32
    for symbol, target, source_word, target_word in synset.pointers:
        words = wordnet.synsets[target].words
        if symbol == "+" and target_word:
            own = source_word and synset.words[source_word - 1] == name
            yield words[target_word - 1], 0.28 if own else 0.2
        elif symbol in _WEIGHTS:
            yield from ((word, _WEIGHTS[symbol]) for word in words)
        if symbol == "@":
            yield from _sisters(target, wordnet)


def _sisters(key: str, wordnet: Wordnet) -> Iterator[tuple[str, float]]:
    below = [target for symbol, target, _, _ in wordnet.synsets[key].pointers if symbol == "~"]
    if len(below) <= 40:
        for target in below:
            yield from ((word, 0.08) for word in wordnet.synsets[target].words)


def opposites(wordnet: Wordnet) -> dict[str, set[str]]:
    """The antonyms of each word, and those of the words of the same sense."""
    found: dict[str, set[str]] = defaultdict(set)
    for synset in wordnet.synsets.values():
        for symbol, target, _, _ in synset.pointers:
            if symbol == "!":
                other = wordnet.synsets[target].words
                for word in synset.words:
                    found[word].update(other)
    return found
