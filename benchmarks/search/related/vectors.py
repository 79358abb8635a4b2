"""Vectors of words: read from their file, compared, and rid of what all of them share."""

import json
from collections.abc import Sequence
from math import fsum, sqrt
from operator import mul
from pathlib import Path

DIMENSIONS = 100
UNIT = 1000  # the length of a vector in whole numbers

Vector = list[int]


def read_vectors(path: Path) -> tuple[dict[str, int], dict[str, list[float]]]:
    """Reads the ranks and the vectors; the words of the file are in the order of how often they are used."""
    with path.open(encoding="utf-8") as file:
        data = json.load(file)
    ranks = {word: i for i, word in enumerate(data["words"])}
    return ranks, data["vectors"]


def cosine_of(one: Sequence[float], other: Sequence[float]) -> float:
    """The cosine of two vectors as they are in the file."""
    return fsum(map(mul, one[:DIMENSIONS], other[:DIMENSIONS])) / (one[DIMENSIONS] * other[DIMENSIONS])


def nearness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of whole numbers, exact to the last digit."""
    product: int = sum(map(mul, one, other))
    return product / (UNIT * UNIT)


def unit(vector: Sequence[float]) -> list[float]:
    """A vector of the same direction, and of length one."""
    length = sqrt(fsum(x * x for x in vector)) or 1.0
    return [x / length for x in vector]


def without_common_parts(raw: dict[str, list[float]], common: Sequence[str]) -> dict[str, Vector]:
    """Takes away what all vectors share (mean and two main directions), and makes them whole numbers.

    What is shared is found in the first 6000 of the common words, which come commonest first.
    """
    sample = [raw[base] for base in common[:6000]]
    mean = [fsum(column) / len(sample) for column in zip(*sample, strict=True)]
    directions = _main_directions([[x - m for x, m in zip(row, mean, strict=True)] for row in sample])
    result = {}
    for base, row in raw.items():
        vector = [x - m for x, m in zip(row, mean, strict=True)]
        for direction in directions:
            vector = _without(vector, direction)
        result[base] = [round(x * UNIT) for x in unit(vector)]
    return result


def _main_directions(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    directions: list[list[float]] = []
    for _ in range(2):
        direction = _main_direction(rows)
        rows = [_without(row, direction) for row in rows]
        directions.append(direction)
    return directions


def _main_direction(rows: Sequence[Sequence[float]]) -> list[float]:
    direction = unit([1.0] * DIMENSIONS)
    for _ in range(12):
        weights = [fsum(map(mul, row, direction)) for row in rows]
        direction = unit([fsum(map(mul, weights, column)) for column in zip(*rows, strict=True)])
    return direction


def _without(row: Sequence[float], direction: Sequence[float]) -> list[float]:
    along = fsum(map(mul, row, direction))
    return [x - along * d for x, d in zip(row, direction, strict=True)]
