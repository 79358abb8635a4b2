"""The site of a preview: after a save the records are read again, and a file is made when it is asked for."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from bcbsite.archive.addresses import SEARCH
from bcbsite.archive.archive import Archive
from bcbsite.archive.attached import attachments
from bcbsite.host.mkdocs import BcbsitePlugin, sections_of
from bcbsite.host.resources import THEME
from bcbsite.host.write import write_files
from bcbsite.kept import Store, in_use, keeping
from bcbsite.pages.page import Page
from bcbsite.pipeline import Loaded, instant, load, no_pages
from bcbsite.search.files import search_files

_EXPORTED = (".csv", ".ics", ".json", ".md", ".sqlite", ".xml", ".zip")
"""How the names of exports end."""

Stamp = frozenset[tuple[str, int, int, int]]
"""Files by their paths, with when each was written, its size and its number: a save changes it."""


@dataclass
class _Shown:
    """What is shown until the next save, and which of its files were made."""

    archive: Archive
    pages: Mapping[str, Page]
    """By the files that hold them."""
    attached: Mapping[str, Path]
    """The files that records list, by their addresses."""
    written: set[str] = field(default_factory=set)
    """The addresses of files that were asked for."""
    has_search: bool = False
    has_exports: bool = False


class LiveSite:
    """The site of a preview, in a folder that a server serves. Several threads may ask it for files."""

    def __init__(
        self, content: Path, folder: Path, configure: Callable[[], MkDocsConfig], plugin: BcbsitePlugin
    ) -> None:
        """The site of *content*, in *folder*; *configure* reads the configuration, which lists *plugin*."""
        self._content = content
        self._folder = folder
        self._configure = configure
        self._plugin = plugin
        self._store = Store() if (kept := in_use()) is None else kept
        self._lock, self._lock_of_many = Lock(), Lock()
        self._config = configure()
        self._built: object = None
        """What the last build of the frame was made with."""
        self._stamp: Stamp = frozenset()
        self._shown = _Shown(no_pages().archive, {}, {})
        self.number = 0
        """How often the records were read."""
        self.read()

    def read(self) -> None:
        """Read what was saved."""
        with self._lock:
            self._read()

    def make(self, *addresses: str) -> int:
        """Write those of the files at *addresses* that the site has; return how often the records were read.

        What was saved is read before, also where nobody told of it.
        """
        with self._lock:
            if any(address.endswith(".html") for address in addresses) and self._stamp != self._on_disk():
                self._read()
            number, shown = self.number, self._shown
            missing = [address for address in addresses if address not in shown.written]
            with keeping(self._store):
                for address in missing:
                    self._write(shown, self._one(shown, address))
        if any(address.startswith(SEARCH) for address in missing) and not shown.has_search:
            self._make_many(shown, lambda: search_files(shown.archive))
            shown.has_search = True
        elif any(address.endswith(_EXPORTED) for address in missing) and not shown.has_exports:
            self._make_many(shown, lambda: self._plugin.exports(self._config))
            shown.has_exports = True
        return number

    def _read(self) -> None:
        self._stamp = self._on_disk()
        self._store.begin_round()
        with keeping(self._store):
            loaded = load(self._content, instant(), drafts=self._plugin.drafts)
            self._plugin.tell(loaded)
            archive = self._plugin.take(loaded).archive
            self._make_frame(loaded, archive)
            pages = {page.file: page for page in self._plugin.pages}
        for address in self._shown.written:
            (self._folder / address).unlink(missing_ok=True)
        self._shown = _Shown(archive, pages, {address: file.path for address, file in attachments(archive)})
        self.number += 1

    def _make_frame(self, loaded: Loaded, archive: Archive) -> None:
        """Make the frame, by a build of MkDocs where the theme or the navigation changed."""
        built = (archive.board.name, sections_of(archive), _stamp_of(self._of_theme()))
        if built == self._built:
            self._plugin.make_frame(self._config)
            return
        self._config = self._configure()
        self._plugin.loaded = loaded
        build(self._config)
        self._built = built

    def _on_disk(self) -> Stamp:
        return _stamp_of([self._content, *self._of_theme()])

    def _of_theme(self) -> list[Path]:
        """The files and folders of the site that are no records."""
        named = (self._config.config_file_path, self._config.theme.custom_dir)
        return [THEME, *(Path(name) for name in named if name)]

    def _one(self, shown: _Shown, address: str) -> Iterator[tuple[str, bytes]]:
        """The file at *address*, and what is made together with it."""
        beside = f"{address.rpartition('/')[0]}/index.html".lstrip("/")  # the page that a table stands on
        if address in shown.attached:
            yield address, shown.attached[address].read_bytes()
        elif page := shown.pages.get(address) or (shown.pages.get(beside) if ".csv" in address else None):
            yield from self._plugin.frame(page)
        elif address in ("robots.txt", "sitemap.xml"):
            for file in self._plugin.for_crawlers(self._config):
                yield file.dest_uri, file.content_bytes

    def _make_many(self, shown: _Shown, make: Callable[[], Iterable[tuple[str, bytes]]]) -> None:
        """Write files that are made all at once, which takes long, so that pages are made meanwhile."""
        with self._lock_of_many:
            files = list(make())
        with self._lock:
            if shown is self._shown:
                self._write(shown, files)

    def _write(self, shown: _Shown, files: Iterable[tuple[str, bytes]]) -> None:
        files = list(files)
        write_files(files, self._folder)
        shown.written.update(address for address, _ in files)


def _stamp_of(places: Iterable[Path]) -> Stamp:
    """The stamp of files, and of those in folders."""
    return frozenset(found for place in places for found in _files_of(place))


def _files_of(place: Path) -> Iterator[tuple[str, int, int, int]]:
    if place.is_file():
        about = place.stat()
        yield str(place), about.st_mtime_ns, about.st_size, about.st_ino
        return
    for folder, _, names in os.walk(place):
        for name in names:
            path = os.path.join(folder, name)  # noqa: PTH118 - a thousand times for each page
            try:
                about = os.stat(path)  # noqa: PTH116
            except OSError:
                continue  # it has just gone, or is a link that leads nowhere
            yield path, about.st_mtime_ns, about.st_size, about.st_ino
