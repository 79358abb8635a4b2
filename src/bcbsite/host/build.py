"""A build from the command line: MkDocs writes the site beside its place, and it is put there when whole."""

import logging
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from bcbsite.host.frame import GENERATOR
from bcbsite.host.mkdocs import BcbsitePlugin
from bcbsite.host.resources import CONFIG, THEME
from bcbsite.pipeline import Loaded

_GENERATOR = re.compile(r'<meta name="generator" content="([^"]*)">')


class WrongUseError(Exception):
    """What was asked for cannot be done, in a sentence: the content is not at fault."""


def build_site(
    loaded: Loaded,
    content: Path,
    site: Path,
    config: Path | None = None,
    *,
    linked: bool = False,
    like: Path | None = None,
    **keys: str,
) -> int:
    """Write the site of *loaded*, which was read from *content*, to the folder *site*; the number of pages.

    The configuration is *config*, or else `mkdocs.yml` in the present folder, or else the one that comes with
    the package; *keys* stand for what it says of the same. Attachments are *linked* where nobody will ever
    write to them, and else copied. Nor may anybody write to the site *like*, whose files become files of the
    new one where they are the same.
    Raises `WrongUseError` where *site* has something else in it, which would be lost, where it is a public
    site and *loaded* has drafts, where it lies in *content* or the other way round, or where the
    configuration is at fault.
    """
    _refuse_one_in_the_other(content, site)
    if loaded.drafts and _made_by(site) == GENERATOR:
        raise WrongUseError(
            f"{site} holds the public site. Write a preview with drafts to another folder, by --site-dir."
        )
    if site.exists() and not _may_be_replaced(site):
        raise WrongUseError(f"{site} is not empty and holds no site that this command made.")
    site = site.resolve()  # MkDocs takes a relative one from its configuration's folder
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bcbsite-", dir=site.parent) as folder:
        new = Path(folder, "site")
        pages = (content / "pages").resolve()
        if not pages.is_dir():  # MkDocs wants some folder all the same
            pages = Path(folder, "no-pages")
            pages.mkdir()
        keys |= {"docs_dir": str(pages), "site_dir": str(new)}
        _run_mkdocs(loaded, str(config or configuration()), keys, linked, like)
        new.chmod(0o755)
        if site.exists():
            site.rename(Path(folder, "old"))
        new.rename(site)
    return sum(1 for _ in site.rglob("*.html"))


def configuration() -> str:
    """The configuration of the present folder, or else the one that comes with the package."""
    own = Path("mkdocs.yml")
    return str(own if own.is_file() else CONFIG)


def site_address(config: Path) -> str:
    """What the configuration says of the site's address, or nothing.

    Raises `WrongUseError` where it cannot be used.
    """
    keys = {"docs_dir": str(THEME)}  # MkDocs wants some folder
    return load_configuration(str(config), keys).site_url or ""


def plugin_of(config: MkDocsConfig) -> BcbsitePlugin:
    """The plugin in *config*; raises `WrongUseError` where it is not listed there."""
    plugin = config.plugins.get("bcbsite")
    if not isinstance(plugin, BcbsitePlugin):
        raise WrongUseError("mkdocs.yml does not list the plugin bcbsite.")
    return plugin


def load_configuration(config_file: str, keys: Mapping[str, str]) -> MkDocsConfig:
    """What a file says, but for *keys*, which stand for what it says of the same.

    Raises `WrongUseError` where it cannot be used.
    """
    try:
        return load_config(config_file, **keys)
    except MkDocsException as error:
        raise WrongUseError(f"mkdocs.yml cannot be used: {error}") from None


def _run_mkdocs(
    loaded: Loaded, config_file: str, keys: Mapping[str, str], linked: bool, like: Path | None
) -> None:
    """Let MkDocs write the site; *keys* come before what the configuration says."""
    config = load_configuration(config_file, keys)
    plugin = plugin_of(config)
    plugin.loaded, plugin.drafts, plugin.is_live = loaded, loaded.drafts, False
    plugin.linked, plugin.like = linked, like
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    build(config)


def _refuse_one_in_the_other(content: Path, site: Path) -> None:
    """The next build would read what this one wrote, or this one would take the records away."""
    records, pages = content.resolve(), site.resolve()
    if pages == records or records in pages.parents:
        where = "is" if pages == records else "lies in"
        raise WrongUseError(
            f"{site} {where} the folder with the records. Write the site to a folder beside it."
        )
    if pages in records.parents:
        raise WrongUseError(
            f"The folder with the records, {content}, lies in {site}, which is replaced as a whole. "
            "Write the site to a folder beside the records."
        )


def _may_be_replaced(site: Path) -> bool:
    if not site.is_dir():
        return False
    if not any(site.iterdir()):
        return True
    return (_made_by(site) or "").startswith(GENERATOR)


def _made_by(site: Path) -> str | None:
    """The program that the home page of *site* says made it."""
    home = site / "index.html"
    found = _GENERATOR.search(home.read_text("utf-8", "replace")) if home.is_file() else None
    return found[1] if found else None
