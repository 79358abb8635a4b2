"""What MkDocs copies: the theme's files, and files that public records list; nothing else.

MkDocs would publish everything that lies in its docs folder. It is given only what passed the gate.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_theme_dir

from bcbsite.archive.archive import Archive
from bcbsite.archive.attached import attachments
from bcbsite.pages.page import Page


def theme_files(files: Files, config: MkDocsConfig) -> list[File]:
    """Those of *files* that come from the theme; of Material's own only what pages load: no script."""
    folders = {str(folder) for folder in config.theme.dirs}
    material = get_theme_dir(config.theme.name or "")
    return [
        file
        for file in files
        if str(file.src_dir) in folders
        and (file.src_dir != material or PurePosixPath(file.src_uri).suffix not in {".js", ".map"})
    ]


class LinkedFile(File):
    """A file of which the site gets a second name, and no copy, where the disk can do that."""

    def copy_file(self, dirty: bool = False) -> None:
        """Put it in its place."""
        place = Path(self.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.abs_src_path or "", place)
        except OSError:
            super().copy_file(dirty)


def attachment_files(archive: Archive, config: MkDocsConfig, linked: bool) -> Iterator[File]:
    """The files that public papers list, each beside its paper's page, as links or as copies."""
    kind = LinkedFile if linked else File
    for address, attachment in attachments(archive):
        yield kind.generated(config, address, abs_src_path=str(attachment.path))


def keep_crawlers_out(config: MkDocsConfig) -> File:
    """`robots.txt` of a preview: search engines may read nothing."""
    return File.generated(config, "robots.txt", content="User-agent: *\nDisallow: /\n")


def files_for_crawlers(pages: Iterable[Page], config: MkDocsConfig) -> Iterator[File]:
    """`robots.txt`, which lets search engines read all, and the sitemap where the site knows its own address.

    The sitemap says nothing of when a page changed: a record's file has no such day.
    """
    robots = "User-agent: *\nDisallow:\n"
    if config.site_url:
        root = config.site_url.rstrip("/")
        yield File.generated(config, "sitemap.xml", content=_sitemap(pages, root))
        robots += f"\nSitemap: {root}/sitemap.xml\n"
    yield File.generated(config, "robots.txt", content=robots)


def _sitemap(pages: Iterable[Page], root: str) -> bytes:
    """The addresses of those of *pages* that search engines may list (https://www.sitemaps.org/protocol.html)."""
    urls = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in pages:
        if page.is_listed:
            url = ElementTree.SubElement(urls, "url")
            ElementTree.SubElement(url, "loc").text = f"{root}/{page.address}"
    text: bytes = ElementTree.tostring(urls, encoding="utf-8", xml_declaration=True)
    return text
