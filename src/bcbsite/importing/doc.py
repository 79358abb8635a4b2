"""Files of Word before 2007 (.doc), which LibreOffice turns into .docx."""

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from functools import cache
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
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetFTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetFTPProxyPort" oor:op="fuse"><value>9</value></prop>
</item>
</oor:items>
"""
"""No macro runs, and nothing that the file links to is fetched: nobody answers at the port of the proxy."""
_OLE, _RTF = b"\xd0\xcf\x11\xe0", b"{\\rtf"
_ALONE = ("unshare", "--user", "--map-root-user", "--net")
"""Where the system allows it, LibreOffice has no network at all."""


def read_doc(path: Path) -> ImportedDocument:
    """The document in the file of an older Word at *path*, by way of LibreOffice, whose macros do not run.

    A file that is of a newer Word in spite of its name is read as such. Raise `ImportRefusedError` where
    LibreOffice is not installed or cannot read the file.
    """
    with path.open("rb") as file:
        head = file.read(5)
    if head.startswith(b"PK"):
        return read_docx(path)
    if not head.startswith((_OLE, _RTF)):
        raise ImportRefusedError(
            f"{path.name} is no file of Word, whatever its name says. Open it in Word and save it as .docx."
        )
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
    if not _ran([*_without_network(), program, profile, "--headless", "--norestore", *to]):
        raise ImportRefusedError(f"LibreOffice did not finish with {path.name} in {_LONGEST} seconds.")
    if not (made := folder / "document.docx").exists():
        raise ImportRefusedError(f"LibreOffice could not read {path.name}; it may be damaged or locked.")
    return made


@cache
def _without_network() -> tuple[str, ...]:
    """What to begin a command with so that it has no network; nothing where the system allows no such."""
    if not shutil.which(_ALONE[0]):
        return ()
    tried = subprocess.run([*_ALONE, "true"], check=False, capture_output=True)  # noqa: S603
    return () if tried.returncode else _ALONE


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
