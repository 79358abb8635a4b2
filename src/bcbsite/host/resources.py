"""What comes with the package beside its code: theme, default configuration, the page of codes."""

import re
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel they lie in the package, in a checkout at its top.
_HOME = _PACKAGE if (_PACKAGE / "theme").is_dir() else _PACKAGE.parent.parent

THEME = _HOME / "theme"
"""The folder with the templates and stylesheets."""

CONFIG = _HOME / "mkdocs.yml"
"""The configuration that is used where a site has none of its own."""

_DOCS = _HOME if (_HOME / "diagnostics.md").is_file() else _HOME / "docs"


def section_of(code: str) -> str:
    """What the page of codes says of *code*, in Markdown: its meaning, an example, and how to mend it."""
    page = (_DOCS / "diagnostics.md").read_text("utf-8")
    sections = re.split(r"^## (?=BCB)", page, flags=re.MULTILINE)
    return next(s.partition("\n")[2].strip() for s in sections if s.startswith(f"{code} "))
