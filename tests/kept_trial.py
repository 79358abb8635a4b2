"""Edits records at random for a long time: with what was kept all must be as without; see `test_kept.py`."""

import sys
import tempfile
from pathlib import Path

import known_archive
from conftest import write
from test_kept import same_after_edits


def main(seeds: int = 40, steps: int = 250) -> None:
    """Make *steps* edits for each of *seeds*; print how many states had no mistakes."""
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as folder:
            whole = same_after_edits(write(Path(folder, "content"), known_archive.FILES), seed, steps)
        print(f"seed {seed}: {steps} edits, {whole} of them without mistakes, all the same", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
