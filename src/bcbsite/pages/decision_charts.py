"""The decisions of each year in a picture."""

from collections import Counter
from collections.abc import Sequence

from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.pages.charts import STYLES, Chart, Row, Series, columns


def decisions_chart(archive: Archive, decisions: Sequence[Decision]) -> Chart | None:
    """The decisions of each year by kind, where their day is known; the rarer kinds are taken together."""
    dated = [(decision.day.year, str(decision.kind)) for decision in decisions if decision.day]
    if not dated:
        return None
    kinds = [kind for kind, _ in sorted(Counter(kind for _, kind in dated).items(), key=_by_frequency)]
    names = kinds if len(kinds) <= STYLES else kinds[: STYLES - 1]
    counts = Counter((year, names.index(kind) if kind in names else STYLES - 1) for year, kind in dated)
    if names != kinds:
        names = [*names, "other kinds"]
    years = range(min(dated)[0], max(dated)[0] + 1)
    held = {meeting.day.year for meeting in archive.meetings.values() if meeting.minutes}
    rows = [
        Row(str(year), values, gap="" if any(values) or year in held else "No minutes held")
        for year in years
        for values in [tuple(counts[year, n] for n in range(len(names)))]
    ]
    return columns(
        "decisions-by-year",
        "Decisions and outcomes by year and kind",
        _finding(rows, names),
        head="Year",
        series=[Series(name.capitalize(), n) for n, name in enumerate(names, 1)],
        rows=rows,
    )


def _by_frequency(entry: tuple[str, int]) -> tuple[int, str]:
    kind, number = entry
    return -number, kind


def _finding(rows: Sequence[Row], names: Sequence[str]) -> str:
    """In which year there were most, and which kind was the most frequent."""
    total, most = sum(row.total for row in rows), max(row.total for row in rows)
    best = [row.name for row in rows if row.total == most]
    when = f"at most {most} in a year" if best[1:] else f"most in {best[0]}, with {most}"
    first = sum(row.values[0] for row in rows)
    years = f"from {rows[0].name} to {rows[-1].name}" if rows[1:] else f"in {rows[0].name}"
    return (
        f"{total} {'decisions and outcomes' if total > 1 else 'decision or outcome'} {years}, {when}; "
        f"the most frequent kind is “{names[0]}”, with {first}."
    )
