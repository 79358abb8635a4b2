"""Tables of money and of performance."""

from __future__ import annotations

from random import Random

_HEADS = (
    "Police officer pay and allowances",
    "Police officer overtime",
    "Police staff pay",
    "PCSO pay",
    "Pensions and injury awards",
    "Premises",
    "Transport and fleet",
    "Supplies and services",
    "Forensic services",
    "Information and communications technology",
    "Collaborated units",
    "Training",
    "Insurance",
    "Grants and commissioning",
    "Office of the Police and Crime Commissioner",
    "Income from fees and charges",
    "Income from secondments",
    "Capital financing",
)

_MEASURES = (
    "Calls to 999",
    "Calls to 101",
    "Immediate incidents",
    "Priority incidents",
    "All recorded crime",
    "Burglary dwelling",
    "Violence with injury",
    "Possession of weapons",
    "Vehicle crime",
    "Hate crime",
    "Domestic abuse",
    "Anti-social behaviour",
    "Missing people",
    "Concern for welfare",
    "Road traffic collisions",
    "Online reports",
)


def finance_table(rng: Random) -> str:
    """Budget, actual, forecast and variance, with a total that adds up."""
    heads = sorted(rng.sample(_HEADS, rng.randint(9, len(_HEADS))), key=_HEADS.index)
    rows = [(head, _figures(rng)) for head in heads]
    total = tuple(sum(figures[column] for _, figures in rows) for column in range(4))
    lines = [
        "| £’000 | Annual budget | Actual to date | Forecast outturn | Variance |",
        "|---|---:|---:|---:|---:|",
        *(_row(head, [f"{figure:,}" for figure in figures]) for head, figures in rows),
        _row("**Total**", [f"**{figure:,}**" for figure in total]),
    ]
    return "\n".join(lines)


def performance_table(rng: Random, year: str, before: str) -> str:
    """Volumes of two years, and the change between them."""
    lines = [f"| Volume | {before} | {year} | Change |", "|---|---:|---:|---:|"]
    for measure in rng.sample(_MEASURES, rng.randint(6, 12)):
        old = rng.randint(180, 24000)
        new = round(old * rng.uniform(0.8, 1.25))
        lines.append(_row(measure, [f"{old:,}", f"{new:,}", f"{(new - old) / old:+.1%}"]))
    return "\n".join(lines)


def _figures(rng: Random) -> tuple[int, int, int, int]:
    budget = rng.randint(120, 48000)
    forecast = round(budget * rng.uniform(0.94, 1.07))
    return budget, round(budget * rng.uniform(0.3, 0.7)), forecast, forecast - budget


def _row(head: str, cells: list[str]) -> str:
    return f"| {head} | {' | '.join(cells)} |"
