"""What comes with the package beside its code: theme, default configuration, the pages of codes."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel they lie in the package, in a checkout at its top.
_HOME = PACKAGE if (PACKAGE / "theme").is_dir() else PACKAGE.parent.parent

THEME = _HOME / "theme"
"""The folder with the templates and stylesheets."""

CONFIG = _HOME / "mkdocs.yml"
"""The configuration that is used where a site has none of its own."""

_PAGES = _HOME / "explained" if (_HOME / "explained").is_dir() else _HOME / "docs" / "diagnostics"


def page_of(code: str) -> str:
    """What the documentation says of *code*, in Markdown: its meaning, an example, and how to mend it."""
    return (_PAGES / f"{code}.md").read_text("utf-8")
