"""The reading of a PDF in a process of its own with bounds, and text for scans by ocrmypdf."""

import multiprocessing
import shutil
import subprocess
import tempfile
from dataclasses import replace
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path

from bcbsite.importing.document import Doubt, ImportedDocument, ImportRefusedError

# The most that the reading of one file takes, in seconds and bytes.
LONGEST = 600
MOST_MEMORY = 2 << 30
# The most that the recognition of the letters of one scan takes, in seconds.
LONGEST_SCAN = 1_800

_DAMAGED = "This PDF is damaged and cannot be read: print it to a new PDF."
_UNREADABLE = "This file cannot be opened: look whether it is there and may be read."
_TOO_LONG = f"This PDF takes longer than {LONGEST // 60} minutes to read: divide it."
_TOO_LARGE = "This PDF takes more memory than is given to one file: divide it."
_MISSING = (
    "PDF files are read with pdfplumber and pypdfium2: install them with “pip install bcbsite[import]”."
)


def read_pdf(path: Path) -> ImportedDocument:
    """The document of a PDF file. A scan is given text by ocrmypdf where that is installed. Raise
    ImportRefusedError with a sentence for what cannot be read.
    """
    if not (find_spec("pdfplumber") and find_spec("pypdfium2")):
        raise ImportRefusedError(_MISSING)
    found = _in_bounds(path, LONGEST, MOST_MEMORY)
    if isinstance(found, ImportedDocument):
        return found
    sentence, is_scan = found
    if is_scan and shutil.which("ocrmypdf"):
        return _recognised(path)
    raise ImportRefusedError(sentence)


# A document, or why there is none and whether because the file is a scan.
_Outcome = ImportedDocument | tuple[str, bool]


def _in_bounds(path: Path, seconds: float, memory: int) -> _Outcome:
    """What a process of its own makes of the file; it is ended when its time is over."""
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(path, sending, int(seconds) + 1, memory), daemon=True)
    process.start()
    sending.close()
    try:
        found: _Outcome = receiving.recv() if receiving.poll(seconds) else (_TOO_LONG, False)
    except EOFError:
        found = _DAMAGED, False
    finally:
        process.kill()
        process.join()
        receiving.close()
    return found


def _work(path: Path, sending: Connection, seconds: int, memory: int) -> None:
    """Read the file and send what came of it."""
    _limit(seconds, memory)
    sending.send(_outcome(path))


def _outcome(path: Path) -> _Outcome:
    from bcbsite.importing.pdf.reader import ScanError, read_here  # noqa: PLC0415  (the extra may be missing)

    try:
        return read_here(path)
    except ImportRefusedError as error:
        return str(error), isinstance(error, ScanError)
    except OSError:
        return _UNREADABLE, False
    except MemoryError:
        return _TOO_LARGE, False
    except Exception:  # (whatever a library raises for a file that it cannot read)
        return _DAMAGED, False


def _limit(seconds: int, memory: int) -> None:
    """Bounds that the system keeps, where it has such."""
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _recognised(path: Path) -> ImportedDocument:
    """The document of a scan to which ocrmypdf added text."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "text.pdf"
        command = [str(shutil.which("ocrmypdf")), "--skip-text", "--quiet", str(path.resolve()), str(out)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_SCAN)  # noqa: S603
        except (subprocess.SubprocessError, OSError) as error:
            raise ImportRefusedError(
                "This PDF is a scan without text, and ocrmypdf could not add any."
            ) from error
        found = _in_bounds(out, LONGEST, MOST_MEMORY)
    if not isinstance(found, ImportedDocument):
        raise ImportRefusedError(found[0])
    doubt = Doubt("The file is a scan: its words were recognised by ocrmypdf and may be wrong.")
    return replace(found, doubts=(doubt, *found.doubts))
