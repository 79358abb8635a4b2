"""The words that may be looked up or found, each with one vector for all its forms."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from operator import mul

from .folding import Folding
from .vectors import DIMENSIONS, Vector, cosine_of, unit, without_common_parts
from .vocabulary import SLANG_RANK, VOCABULARY_RANK
from .wordnet import Wordnet


@dataclass
class Word:
    """A word in its British base form, with all that is looked up of it."""

    name: str
    rank: int
    vector: Vector
    relevance: float = 0.0
    sense_relevance: float = 0.0
    crowd: float = 0.0


def make_words(wordnet: Wordnet, ranks: dict[str, int], vectors: dict[str, list[float]]) -> dict[str, Word]:
    """All words that may be looked up or found, each with one vector for all its forms."""
    forms = _forms(Folding(wordnet, ranks, vectors), ranks)
    kept = {
        base: own for base, own in forms.items() if ranks[own[0]] < VOCABULARY_RANK or base in wordnet.senses
    }
    raw = {base: _blend(own, ranks, vectors) for base, own in kept.items()}
    common = [base for base in raw if ranks[kept[base][0]] < VOCABULARY_RANK]
    centred = without_common_parts(raw, common)
    return {base: Word(base, ranks[kept[base][0]], vector) for base, vector in centred.items()}


def _forms(folding: Folding, ranks: dict[str, int]) -> dict[str, list[str]]:
    """The forms of each base word, commonest first."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, rank in ranks.items():
        if rank < SLANG_RANK and re.fullmatch(r"[a-z]+(-[a-z]+)?", form):
            base = folding.base(form)
            if base is not None:
                forms[base].append(form)
    return forms


def _blend(forms: Sequence[str], ranks: dict[str, int], vectors: dict[str, list[float]]) -> list[float]:
    """The mean of the vectors of the forms, commoner ones counting more."""
    used = _resembling(forms, ranks, vectors)
    weights = [(ranks[form] + 500) ** -0.4 / vectors[form][DIMENSIONS] for form in used]
    rows = [vectors[form][:DIMENSIONS] for form in used]
    return unit([fsum(map(mul, weights, column)) for column in zip(*rows, strict=True)])


def _resembling(forms: Sequence[str], ranks: dict[str, int], vectors: dict[str, list[float]]) -> list[str]:
    """The forms; one that the others do not resemble is a name ("rob"), and left out."""
    used = list(forms)
    for form in forms:
        others = [other for other in forms if other != form and ranks[other] < VOCABULARY_RANK]
        if (
            others
            and len(used) > 1
            and max(cosine_of(vectors[form], vectors[other]) for other in others) < 0.3
        ):
            used.remove(form)
    return used or list(forms)
