"""Which topics a text has, by their titles."""

from collections.abc import Iterable

from bcbsite.archive.topics import Terms
from bcbsite.model.board import Topic


class Subjects:
    """Finds the topics of texts."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """*topics* as the board names them."""
        kept = tuple(topics)
        self._titles = {topic.id: topic.title for topic in kept}
        self._terms = Terms(kept)

    def of(self, words: str) -> tuple[str, ...]:
        """The titles of the topics of *words*, sorted."""
        return self._sorted(self._terms, words)

    def of_each(self, texts: Iterable[str]) -> list[tuple[str, ...]]:
        """The same for each of *texts*, which are parts of one document."""
        kept = list(texts)
        here = self._terms.those_in("\n".join(kept))
        return [self._sorted(here, words) for words in kept]

    def _sorted(self, terms: Terms, words: str) -> tuple[str, ...]:
        return tuple(sorted(self._titles[topic] for topic in terms.topics_of(words)))
