"""A file becomes a document, by the reader of its kind."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from bcbsite.importing.document import ImportedDocument, ImportRefusedError

_READERS: Mapping[str, tuple[str, str]] = {
    ".txt": ("text", "read_text"),
    ".md": ("text", "read_text"),
    ".docx": ("docx", "read_docx"),
    ".odt": ("odt", "read_odt"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".doc": ("doc", "read_doc"),
    ".pdf": ("pdf.bounds", "read_pdf"),
}
"""Of each ending the module and the function. A module is imported when it is needed: most use an extra."""

ENDINGS = tuple(_READERS)


def read_file(path: Path) -> ImportedDocument:
    """The document in *path*.

    Raises `ImportRefusedError` where it cannot be read, or a package that reads it is missing.
    """
    return _reader(path)(path)


def _reader(path: Path) -> Callable[[Path], ImportedDocument]:
    ending = path.suffix.lower()
    if ending not in _READERS:
        known = ", ".join(ENDINGS)
        raise ImportRefusedError(f"Files like {path.name} are not imported; these are: {known}.")
    module, function = _READERS[ending]
    try:
        found: Callable[[Path], ImportedDocument] = getattr(
            import_module(f"bcbsite.importing.{module}"), function
        )
    except ModuleNotFoundError as error:
        raise ImportRefusedError(
            f"To import {ending} files needs the package {error.name}: run pip install 'bcbsite[import]'."
        ) from None
    return found
