"""permalinks.txt becomes permalinks: a line an address, with a fingerprint of what was published there."""

import re

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.permalink import Permalink
from bcbsite.read.redirects import ADDRESS
from bcbsite.source import Source

NO_FINGERPRINT = "-"
"""Stands where an address has no words of its own, or words that may change."""

_LINE = re.compile(rf"(?=\S){ADDRESS.pattern}[ \t]+(?P<fingerprint>{NO_FINGERPRINT}|[0-9a-f]{{16}})\s*")


def read_permalinks(source: Source) -> tuple[tuple[Permalink, ...], list[Diagnostic]]:
    """The permalinks in *source*; empty lines, and those that begin with #, say nothing."""
    found: dict[str, Permalink] = {}
    problems: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        span = source.span(number)
        match = _LINE.fullmatch(line)
        address = match["path"] + (match["anchor"] or "") if match else ""
        if match is None:
            problems.append(
                Diagnostic("BCB603", span, "This line is no address with a fingerprint or a hyphen.")
            )
        elif address in found:
            problems.append(Diagnostic("BCB603", span, f"“{address or '/'}” is listed twice."))
        else:
            known = match["fingerprint"]
            found[address] = Permalink(address, None if known == NO_FINGERPRINT else known, span)
    return tuple(found.values()), problems
