"""What a file or a folder can be called so that every computer can have it, and a website too.

The records are kept on many computers: what git takes on one of them it cannot write on another. Windows has
names and characters that no file can have, and neither Windows nor a Mac tells capitals apart:
https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
"""

import re
import unicodedata

MAX_NAME = 200
"""Bytes of a name. File systems take 255, of which an export, a feed and a temporary copy need some."""
MAX_PATH = 200
"""Characters of a path below the content folder. Windows takes 260 with the folder that the copy lies in."""

_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]')
# Windows takes these for devices, whatever the capitals, and whatever stands behind a dot.
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE
)


def fault_of_path(path: str) -> str:
    """What is wrong with *path*, below the content folder and with forward slashes; empty if nothing is."""
    if found := next(filter(None, map(fault_of_name, path.split("/"))), ""):
        return found
    # Windows counts in UTF-16.
    length = len(path.encode("utf-16-le", "surrogatepass")) // 2
    return f"This path is too long: {length} characters, where {MAX_PATH} fit." if length > MAX_PATH else ""


def fault_of_name(name: str) -> str:
    """What is wrong with the name of a file or a folder, in a sentence; empty if nothing is."""
    length = len(name.encode("utf-8", "surrogatepass"))
    if not name.isprintable():
        return "This name has characters in it that cannot be seen."
    if length > MAX_NAME:
        return f"This name is too long: {length} bytes, where {MAX_NAME} fit."
    if why := _why_not_on_windows(name):
        return f"The name “{name}” cannot be on Windows, where {why}."
    if unicodedata.normalize("NFC", name) != name:
        return f"The name “{name}” has letters with accents that are written in two parts."
    return ""


def _why_not_on_windows(name: str) -> str:
    """The rule of Windows that *name* breaks, if it does."""
    device = name.partition(".")[0].rstrip(" ")
    if found := _NOT_ON_WINDOWS.search(name):
        return f"no name has the sign {found[0]} in it"
    if _DEVICES.fullmatch(device):
        return f"“{device}” is the name of a device"
    if name.endswith((".", " ")):
        return f"no name ends with {'a space' if name.endswith(' ') else 'a dot'}"
    return ""


def short_name(name: str, length: int) -> str:
    """*name*, or where it has more than *length* characters the whole words of its beginning."""
    return name if len(name) <= length else name[: length + 1].rpartition("-")[0] or name[:length]


def as_one_name(name: str) -> str:
    """The same text for all names that are one name on Windows or on a Mac: capitals make no difference."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
