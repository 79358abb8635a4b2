"""What MkDocs writes: finished pages, attachments, the theme's files, and nothing else.

MkDocs would publish everything that lies in its docs folder. It is given only what passed the gate.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from bcbsite.archive.addresses import paper_address
from bcbsite.archive.archive import Archive
from bcbsite.pages.page import NOT_FOUND, Page


class PageFile(File):
    """A page that is made when it is written, so that the pages are never all in memory at once."""

    def __init__(self, config: MkDocsConfig, page: Page, make: Callable[[Page], str]) -> None:
        """*make* gives the whole HTML of *page*."""
        super().__init__(page.file, None, config.site_dir, use_directory_urls=True)
        self.abs_src_path = None
        self._made_from = (page, make)

    @property
    def content_bytes(self) -> bytes:
        """The page as it is sent."""
        page, make = self._made_from
        return make(page).encode()

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - MkDocs' signature
        """Write the page."""
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content_bytes)


def theme_files(files: Files, config: MkDocsConfig) -> list[File]:
    """Those of *files* that come from the theme."""
    folders = {str(folder) for folder in config.theme.dirs}
    return [file for file in files if file.src_dir and str(file.src_dir) in folders]


def attachment_files(archive: Archive, config: MkDocsConfig) -> Iterator[File]:
    """The files that public papers list, each beside its paper's page."""
    for meeting in archive.meetings.values():
        for paper in meeting.papers:
            for attachment in paper.attachments:
                address = f"{paper_address(meeting.id, paper.slug)}{attachment.name}"
                yield File.generated(config, address, abs_src_path=str(attachment.path))


def sitemap_file(pages: list[Page], config: MkDocsConfig) -> File | None:
    """The list of all addresses for search engines; nothing where the site does not know its own."""
    if not config.site_url:
        return None
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in pages:
        if page.address != NOT_FOUND:
            url = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(url, "loc").text = f"{config.site_url.rstrip('/')}/{page.address}"
    text = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return File.generated(config, "sitemap.xml", content=text)
