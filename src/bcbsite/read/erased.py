"""erased.txt becomes erasures: a line each, with the digest of an address that is published no longer."""

import re

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.erasure import Erasure
from bcbsite.source import Source

_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_erased(source: Source) -> tuple[tuple[Erasure, ...], list[Diagnostic]]:
    """The erasures in *source*; empty lines, and those that begin with #, say nothing."""
    found: list[Erasure] = []
    problems: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if _DIGEST.fullmatch(line.strip()):
            found.append(Erasure(line.strip(), source.span(number)))
        else:
            message = "This line is not what “bcbsite erase” writes."
            problems.append(Diagnostic("BCB754", source.span(number), message))
    return tuple(found), problems
