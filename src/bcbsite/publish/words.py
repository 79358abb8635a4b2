"""What is said to the person who pushes, and to the one who looks after the server."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bcbsite.codes import Severity
from bcbsite.diagnostics import Diagnostic
from bcbsite.publish.manifest import Manifest
from bcbsite.publish.switch import Switch
from bcbsite.read.dates import count_of
from bcbsite.report import as_text

MANY = 30
"""Mistakes that are shown of one push; whoever has more mends these first."""
ROOM = 40_000
"""Bytes that they may take together: as much as a person reads, and no pipe is full with."""
OF_PUSHES = {"BCB703", "BCB713", "BCB714"}
"""What is doubtful about a push as a whole, whatever file it is told at."""
FEW = 5
"""New pages that are named, and such as are gone."""


def told(diagnostics: Sequence[Diagnostic], changed: set[str] | None) -> Iterator[str]:
    """The mistakes of a push, line by line: all errors, and what is doubtful in the files that it *changed*.

    All files count as changed where that is not known.
    """
    errors = [d for d in diagnostics if d.rule.severity is Severity.ERROR]
    doubts = [d for d in diagnostics if d.rule.severity is Severity.WARNING]
    own = [d for d in doubts if changed is None or d.span.path in changed or d.code in OF_PUSHES]
    shown, most = 0, ROOM
    for diagnostic in [*errors, *own][:MANY]:
        lines = list(as_text([diagnostic]))
        most -= sum(len(line.encode()) for line in lines)
        if most < 0:
            break
        yield from lines
        shown += 1
    if more := len(errors) + len(own) - shown:
        yield f"… and {more:,} more. Mend these first; “bcbsite check” shows more."
    if others := len(doubts) - len(own):
        yield f"{count_of(others, 'warning')} in files that this push does not change: see “bcbsite check”."


def published(switch: Switch) -> Iterator[str]:
    """What became of the live site."""
    if switch.after is None:
        return
    after, before = switch.after.manifest, switch.before.manifest if switch.before else None
    address = after.site_url or ""
    if not switch.happened:
        yield "The site stays as it is."
    elif before is None:
        yield f"Published: the first {count_of(len(after.pages), 'page')}. {address}".rstrip()
    else:
        yield f"Published: {_difference(before, after)}. {address}".rstrip()
        for what, pages in (("new", after.pages - before.pages), ("gone", before.pages - after.pages)):
            yield from (f"  {what}: {address}{page}" for page in sorted(pages)[:FEW])
    if waiting := read_waiting(switch.after.folder):
        yield f"  {waiting}."


def write_waiting(release: Path, count: str) -> None:
    """Note in the folder of a release how many records are not public in it, in words."""
    (release / _WAITING).write_text(count, "utf-8")


def read_waiting(release: Path) -> str:
    """What `write_waiting` noted; nothing where all is public, or where it was not noted."""
    try:
        return (release / _WAITING).read_text("utf-8")[:500]
    except (OSError, ValueError):
        return ""


_WAITING = "not-public.txt"


def _difference(before: Manifest, after: Manifest) -> str:
    new, gone = after.pages - before.pages, before.pages - after.pages
    was, now = before.outputs, after.outputs
    changed = sum(name in was and was[name] != hash_ for name, hash_ in now.items() if name.endswith(".html"))
    counted = [(len(new), "new"), (changed, "changed"), (len(gone), "gone")]
    parts = [f"{count_of(number, 'page')} {what}" for number, what in counted if number]
    return ", ".join(parts) or "no page changes"
