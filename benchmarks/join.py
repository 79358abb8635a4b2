"""Times how records are joined, apart from the build: time should grow with the size, and no faster.

    python benchmarks/join.py [--sizes 150 1000]

Sizes are numbers of meetings; at 1,000 there are about 4,000 actions.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from bcbsite.archive.archive import join
from bcbsite.read.content import read_content
from make_archive import content_files, write_files
from synthetic.planning import plan_archive

_AS_AT = date(2026, 11, 1)


def main() -> None:
    """Time, and print."""
    parser = argparse.ArgumentParser(description="Time how records are joined.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[150, 1000])
    print(f"{'meetings':>9}{'actions':>9}{'mentions':>10}{'read s':>9}{'join s':>9}{'join ms/meeting':>17}")
    gc.disable()  # as the program does while it reads and joins
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_files(content_files(plan_archive(size)), Path(folder))
            began = perf_counter()
            content, _ = read_content(Path(folder))
            read = perf_counter()
        if content is None:
            raise SystemExit("The archive could not be read.")
        start = perf_counter()
        archive = join(content, _AS_AT)
        took = perf_counter() - start
        mentions = sum(map(len, archive.mentions.of.values()))
        print(
            f"{size:>9,}{len(archive.actions):>9,}{mentions:>10,}{read - began:>9.2f}{took:>9.2f}"
            f"{1000 * took / size:>17.1f}"
        )


if __name__ == "__main__":
    main()
