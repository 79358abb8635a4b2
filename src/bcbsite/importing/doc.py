"""Files of Word before 2007 (.doc), which LibreOffice turns into .docx."""

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bcbsite.importing.document import Doubt, ImportedDocument, ImportRefusedError
from bcbsite.importing.docx import read_docx

_LONGEST = 120
"""Seconds that LibreOffice may take."""
_PROGRAMS = ("soffice", "libreoffice")
_CONVERTED = "LibreOffice turned this file of an older Word into a newer one; look at its numbers and tables."

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""No macro runs, and nothing that the file links to is fetched."""


def read_doc(path: Path) -> ImportedDocument:
    """The document in the file of an older Word at *path*, by way of LibreOffice, whose macros do not run.

    A file that is of a newer Word in spite of its name is read as such. Raise `ImportRefusedError` where
    LibreOffice is not installed or cannot read the file.
    """
    with path.open("rb") as file:
        if file.read(2) == b"PK":
            return read_docx(path)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ImportRefusedError(
            f"To import {path.name}, a file of an older Word, needs LibreOffice, which is not installed. "
            "Open it in Word and save it as .docx, or install LibreOffice."
        )
    with TemporaryDirectory(prefix="bcbsite-") as folder:
        document = read_docx(_converted(program, path, Path(folder)))
    return replace(document, doubts=(Doubt(_CONVERTED), *document.doubts))


def _converted(program: str, path: Path, folder: Path) -> Path:
    source = folder / "in" / "document.doc"
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    source.parent.mkdir()
    settings.parent.mkdir(parents=True)
    shutil.copyfile(path, source)
    settings.write_text(_SETTINGS, "utf-8")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    to = ("--convert-to", "docx", "--outdir", str(folder), str(source))
    if not _ran([program, profile, "--headless", "--norestore", *to]):
        raise ImportRefusedError(f"LibreOffice did not finish with {path.name} in {_LONGEST} seconds.")
    if not (made := folder / "document.docx").exists():
        raise ImportRefusedError(f"LibreOffice could not read {path.name}; it may be damaged or locked.")
    return made


def _ran(command: list[str]) -> bool:
    """Run LibreOffice; return whether it ended in time. If not it is ended, with what it has begun."""
    # It was found on the path; the file that it reads is a copy with a name of our own.
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(_LONGEST)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False
    return True
