"""Folding the forms of a word, and American spellings, into one base word."""

from .spelling import IRREGULAR, bases, british
from .vectors import cosine_of
from .vocabulary import SLANG_RANK
from .wordnet import Wordnet


class Folding:
    """Which form belongs to which base word."""

    def __init__(self, wordnet: Wordnet, ranks: dict[str, int], vectors: dict[str, list[float]]) -> None:
        self.wordnet = wordnet
        self.ranks = ranks
        self.vectors = vectors

    def base(self, form: str) -> str | None:
        """The British base word of a form, or nothing where WordNet does not have it."""
        lemma = self._lemma(form)
        if lemma is None:
            return None
        folded = british(lemma, self.ranks, self.vectors)
        return folded if folded.replace("-", "").isalpha() and folded.isascii() and len(folded) > 2 else None

    def _lemma(self, form: str) -> str | None:
        known = form in self.wordnet.senses
        for base in bases(form):
            if base != form and self._inflects(form, base) and not (known and self._stands_alone(form, base)):
                return base
        return form if known else None

    def _inflects(self, form: str, base: str) -> bool:
        parts = self.wordnet.parts.get(base, set())
        if form.endswith("s") or form in IRREGULAR:
            return bool(parts & {"n", "v"})
        if form.endswith(("er", "est")):
            return "a" in parts and "n" not in self.wordnet.parts.get(form, set())
        return "v" in parts

    def _stands_alone(self, form: str, base: str) -> bool:
        """Whether a form is a word of its own ("policing", "housing"), and not only a form of the other."""
        if form in IRREGULAR:
            return False
        if form.endswith("s"):
            return self.ranks[form] * 8 < self.ranks.get(base, SLANG_RANK)
        if "n" not in self.wordnet.parts[form] and "a" not in self.wordnet.parts[form]:
            return False
        if base not in self.ranks or self.ranks[form] < 1.5 * self.ranks[base]:
            return True
        return cosine_of(self.vectors[form], self.vectors[base]) < 0.6
