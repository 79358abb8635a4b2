"""Times how the open data, feeds and calendars of a content folder are made, kind by kind.

    python benchmarks/exports.py CONTENT [--of 11.9]

--of is the processor time of a whole build, to tell the share of it.
"""

from __future__ import annotations

import argparse
import gc
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from bcbsite.exports.files import export_files
from bcbsite.pipeline import load

_NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def _kind(address: str) -> str:
    """What kind of file lies at *address*."""
    name = address.rpartition("/")[2]
    return name if name.startswith(("records.", "index.", "feed.", "calendar.")) else Path(name).suffix


def main() -> None:
    """Time, and print."""
    parser = argparse.ArgumentParser(description="Time how exports are made.")
    parser.add_argument("content", type=Path, help="a content folder without mistakes")
    parser.add_argument("--of", type=float, help="processor seconds of a whole build")
    options = parser.parse_args()
    archive = load(options.content, _NOW).public
    if archive is None:
        raise SystemExit("The content has mistakes.")
    gc.disable()  # as in the process that writes them
    sizes: dict[str, int] = defaultdict(int)
    seconds: dict[str, float] = defaultdict(float)
    began = last = process_time()
    for address, content in export_files(archive, "https://example.org/"):
        now, kind = process_time(), _kind(address)
        seconds[kind] += now - last
        sizes[kind] += len(content)
        last = now
    print(
        "".join(f"{kind:<16}{sizes[kind] / 1e6:>8.1f} MB{seconds[kind]:>8.2f} s\n" for kind in sizes), end=""
    )
    took = last - began
    share = f", {took / options.of:.0%} of a build's" if options.of else ""
    print(f"exports: {took:.2f} s of processor time{share}; {sum(sizes.values()) / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
