"""Synonyms of several words as terms of their own.

So a browser need not read the lists of each of their words, which are long.
"""

from collections.abc import Sequence

from bcbsite.search.index import Index, Term
from bcbsite.search.words import STOP, Words

JOINT = "~"
"""How the name of such a term begins; no word can have that sign."""


class Joint(dict[str, Term | None]):
    """For each text, folded words with spaces between, the passages of *index* that have all of its words.

    None where there are none, or where the text says nothing. Found when asked for, and remembered.
    """

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._terms = index.terms
        self._words = Words()

    def __missing__(self, text: str) -> Term | None:
        terms = self._terms_of(text)
        known = all(term in self._terms for term in terms)
        found = self._together(terms) if known and terms else None
        self[text] = found
        return found

    def made(self) -> dict[str, Term]:
        """Those of several words that were asked for, by the name under which they stand in the index."""
        return {
            f"{JOINT}{text}": found for text, found in self.items() if found and len(self._terms_of(text)) > 1
        }

    def _terms_of(self, text: str) -> list[str]:
        return [term for token in text.split() if token not in STOP for term in self._words[token]]

    def _together(self, terms: Sequence[str]) -> Term | None:
        """Where all of *terms* stand. They say as much of a passage as the one that says least."""
        few, *others = sorted((self._terms[term] for term in terms), key=lambda term: len(term.passages))
        found = dict(zip(few.passages, few.impacts, strict=True))
        for other in others:  # digits of impacts sort as the numbers do
            both = zip(other.passages, other.impacts, strict=True)
            found = {at: min(impact, found[at]) for at, impact in both if at in found}
        return Term(len(found), (), tuple(found), "".join(found.values())) if found else None
