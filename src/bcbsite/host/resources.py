"""The theme and the default configuration that come with the package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel they lie in the package, in a checkout at its top.
_HOME = _PACKAGE if (_PACKAGE / "theme").is_dir() else _PACKAGE.parent.parent

THEME = _HOME / "theme"
"""The folder with the templates and stylesheets."""

CONFIG = _HOME / "mkdocs.yml"
"""The configuration that is used where a site has none of its own."""
