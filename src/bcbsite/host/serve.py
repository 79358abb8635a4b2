"""A preview: MkDocs' server for a site that is read again whenever a record is saved."""

import posixpath
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from bcbsite.host.build import WrongUseError, configuration, load_configuration, plugin_of
from bcbsite.host.live import LiveSite

_SAVED = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""What happens to a file that somebody saves; the system also tells of files that are only read."""
_POLL = 1.0
"""Seconds between two looks at the files where the system does not tell of them."""


def preview(content: Path, address: str, drafts: bool = False) -> None:
    """Serve the site of *content* at *address*, host and port, until the process is interrupted.

    With *drafts* it shows what is not public, too. Mistakes are told of in the terminal and at the top of
    each page, over the last site without any. Raises `WrongUseError` where the configuration is at fault or
    the address is taken.
    """
    pages = (content / "pages").resolve()
    pages.mkdir(exist_ok=True)  # MkDocs watches it
    with tempfile.TemporaryDirectory(prefix="bcbsite-") as folder:
        keys = {"docs_dir": str(pages), "dev_addr": address, "site_dir": folder}
        try:
            _serve(content, Path(folder), partial(_configured, keys), drafts)
        except (MkDocsException, OSError) as error:
            raise WrongUseError(f"The preview cannot be served: {error}") from None


def _configured(keys: Mapping[str, str]) -> MkDocsConfig:
    """The configuration, for which *keys* stand first, with the address at which the preview is."""
    config = load_configuration(configuration(), keys)
    config.site_url = f"http://{config.dev_addr}{_root(config)}"
    return config


def _root(config: MkDocsConfig) -> str:
    """The path of the site's root, with a slash at both ends."""
    return f"/{urlsplit(config.site_url or '').path.strip('/')}/".replace("//", "/")


def _serve(content: Path, folder: Path, configure: Callable[[], MkDocsConfig], drafts: bool) -> None:
    """Serve until the process is interrupted."""
    config = configure()
    plugin = plugin_of(config)  # MkDocs keeps it when it reads the configuration again
    plugin.drafts, plugin.is_live = drafts, True
    config.plugins.on_startup(command="serve", dirty=False)
    site = LiveSite(content, folder, configure, plugin)
    host, port = config.dev_addr
    server = LiveReloadServer(site.read, host, port, str(folder), _root(config))
    server.observer = _observer(content)  # type: ignore[assignment]
    server.error_handler = partial(_error_page, site, folder)
    server.set_app(partial(_answer, site, server))
    server.watch(config.config_file_path)
    config.plugins.on_serve(server, config=config, builder=site.read)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        config.plugins.on_shutdown()


def _answer(
    site: LiveSite, server: LiveReloadServer, environ: dict[str, Any], start_response: Callable[..., object]
) -> Iterable[bytes]:
    """Answer a request: *server* does, when *site* has made what is asked for.

    Where the records were read meanwhile it is made again: a page of before would never be loaded anew.
    """
    path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
    if path.startswith("/livereload/"):
        return server.serve_request(environ, start_response)
    below = posixpath.normpath("/" + path.removeprefix(server.mount_path)).lstrip("/")
    while True:
        number = site.make(below, f"{below}/index.html".lstrip("/"))
        answers: list[tuple[Any, ...]] = []
        body = server.serve_request(environ, lambda *answer: answers.append(answer))  # noqa: B023 - called at once
        if number == site.number:
            start_response(*answers[-1])
            return body


def _error_page(site: LiveSite, folder: Path, code: int) -> bytes | None:
    """The page for an error, where there is one."""
    site.make(f"{code}.html")
    file = folder / f"{code}.html"
    return file.read_bytes() if file.is_file() else None


def _observer(content: Path) -> BaseObserver:
    """Sees what is saved: told by the system, or by looking again and again where it cannot tell."""
    observer: BaseObserver = Observer()
    observer.schedule(FileSystemEventHandler(), str(content), recursive=True)
    try:
        observer.start()
    except OSError:  # the system has no more to give: https://man7.org/linux/man-pages/man7/inotify.7.html
        return PollingObserver(timeout=_POLL)
    observer.stop()
    observer = Observer()
    observer.schedule = partial(observer.schedule, event_filter=_SAVED)  # type: ignore[method-assign]
    return observer
