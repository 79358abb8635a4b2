"""Text for new files, and writing them without touching what is there, or all at once in its place."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

_NOT_AS_IT_IS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes for a line's end, or does not allow."""


class ExistsError(Exception):
    """A file that was to be written is there already; nothing was written."""


class RefusedError(Exception):
    """A file cannot be added to; nothing was written. The message is one sentence, and says what to do."""


def write_new(files: Mapping[Path, str], replace: bool = False) -> list[Path]:
    """Write *files*, or none of them; where others are there, only if told to *replace* them.

    Raises `ExistsError` where one is there already, and `OSError` where the disk fails.
    """
    before = {path: path.read_text("utf-8") for path in files if path.exists()}
    for path in before:
        if not replace:
            raise ExistsError(f"{path} is there already, so nothing was written.")
    written: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text)
            written.append(path)
    except OSError:
        for path in written:
            if path in before:
                replace_file(path, before[path])
            else:
                path.unlink()
        raise
    return written


def replace_file(path: Path, text: str) -> None:
    """Write *text* to *path* in one step: whoever looks finds the old file or the new one, and no half."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def quoted(text: str) -> str:
    """*text* as YAML reads it back, whatever is in it: JSON's strings are YAML's, but for some characters."""
    return _NOT_AS_IT_IS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def front_matter(**values: str | None) -> str:
    """Front matter with a line for each of *values*; one without a value is left open for the writer.

    The values are YAML already; a list begins with the end of a line.
    """
    lines = (f"{key}: {value or ''}".replace(": \n", ":\n", 1).rstrip() for key, value in values.items())
    return "\n".join(["---", *lines, "---", ""])
