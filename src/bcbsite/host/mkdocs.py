"""The MkDocs plugin: MkDocs asks, and the archive answers."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
import jinja2
from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from bcbsite.archive.addresses import ACTIONS, DATA, DECISIONS, HOME, MEETINGS, PEOPLE, SECTION_55, TOPICS
from bcbsite.archive.archive import Archive
from bcbsite.archive.not_public import count_in_words
from bcbsite.diagnostics import Diagnostic, foremost, summary
from bcbsite.exports.files import export_files
from bcbsite.host.files import attachment_files, files_for_crawlers, keep_crawlers_out, theme_files
from bcbsite.host.frame import MaterialFrame
from bcbsite.host.resources import THEME
from bcbsite.host.write import beside, write_files, write_pages
from bcbsite.pages.accounts import Accounts
from bcbsite.pages.compiled import Compiled
from bcbsite.pages.page import Page
from bcbsite.pages.preview import Preview, preview_of
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages
from bcbsite.pipeline import Loaded, instant, load, no_pages
from bcbsite.report import SHOWN, in_brief
from bcbsite.search.files import search_files

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

SECTIONS = {
    HOME: "Home",
    MEETINGS: "Meetings",
    ACTIONS: "Actions",
    DECISIONS: "Decisions",
    SECTION_55: "Inspections",
    TOPICS: "Topics",
    PEOPLE: "People",
}
"""The navigation, before the ordinary pages: the address of each section's page, and its name."""

_COMPILED = Compiled()


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what it needs stands in mkdocs.yml and content/board.yaml."""


class BcbsitePlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the pages of the archive in place of the files of its docs folder."""

    loaded: Loaded | None = None
    """The content, where it has been read before MkDocs asks for it."""
    linked: bool = False
    """Whether attachments become links to the same files, and no copies."""
    like: Path | None = None
    """A site to whose files nobody writes: what is the same in it is not written again."""
    drafts: bool = False
    """Whether a preview is made, with records that are not public; no configuration can ask for it."""

    is_live: bool = False
    """Whether pages and other files are made when they are asked for, and none of them by a build."""

    frame: MaterialFrame
    """Puts the shell around the pages of what was read last."""

    def __init__(self) -> None:
        self._serving = False
        self._public: SitePages | None = None
        self._mistakes: list[Diagnostic] = []
        self._accounts: Accounts | None = None
        self._preview: Preview | None = None
        self._navigation = Navigation([], [])
        self._environment = jinja2.Environment(autoescape=True)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Learn whether a person is looking on, for whom the last good site is kept."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content before MkDocs empties the site's folder, so that mistakes leave it as it is."""
        loaded, self.loaded = self.loaded, None
        if loaded is None:
            loaded = load(content_folder(config), instant(), drafts=self.drafts)
            self.tell(loaded)
        if loaded.public is None and not self._serving:
            raise Abort(f"Nothing was built: {summary(loaded.diagnostics)}.")
        return self._configure(config, self.take(loaded).archive)

    def take(self, loaded: Loaded) -> SitePages:
        """The pages that are shown after *loaded* was read: those before it where it has mistakes."""
        self._public = loaded.pages or self._public or no_pages()
        self._mistakes = [] if loaded.public else loaded.diagnostics
        if loaded.public or not self.drafts:
            self._preview = preview_of(self._public.archive, loaded.not_public) if self.drafts else None
        if self._serving and loaded.public:
            self._accounts = Accounts(loaded.public, loaded.diagnostics)
        return self._public

    def tell(self, loaded: Loaded) -> None:
        """Tell a person of mistakes, that they are mended, and of what is not shown."""
        for line in in_brief(loaded.diagnostics):
            click.echo(line, err=True)
        if self._mistakes and loaded.public:
            click.echo("The mistakes are mended, and the pages are made again.", err=True)
        if self._serving and loaded.not_public and loaded.public:
            click.echo(told_of(loaded), err=True)

    def _configure(self, config: MkDocsConfig, archive: Archive) -> MkDocsConfig:
        # Material prints the name as it stands; as markup it is escaped once and no more.
        config.site_name = Markup(escape(archive.board.name))  # noqa: S704
        config.use_directory_urls = True
        config.nav = [
            {Markup(escape(title)): f"{address}index.md"}  # noqa: S704
            for address, title in sections_of(archive).items()
        ]
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(THEME))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the theme's files, and a stand-in for each page of the navigation."""
        assert config.nav
        stand_ins = [
            File.generated(config, address, content="") for entry in config.nav for address in entry.values()
        ]
        return Files([*theme_files(files, config), *stand_ins])

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Keep the navigation, which the shells show."""
        self._navigation = nav
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Take away the stand-ins, whose pages are written when MkDocs has done its own part."""
        config.theme.static_templates.clear()  # the page for errors and the sitemap are ours
        for stand_in in files.documentation_pages():
            files.remove(stand_in)
        env.bytecode_cache = _COMPILED
        self._environment = env
        self.make_frame(config)
        if not self.is_live:
            for file in (*attachment_files(self._archive, config, self.linked), *self.for_crawlers(config)):
                files.append(file)
        return env

    def make_frame(self, config: MkDocsConfig) -> None:
        """Make the frame of what is shown now; *config* and the navigation are those of the last build."""
        theme = [Path(folder) for folder in config.theme.dirs]
        renderer = Renderer(self._archive, theme, config.site_url or "", self._preview)
        self.frame = MaterialFrame(
            renderer,
            self._archive.board,
            self._environment,
            self._navigation,
            config,
            banner=renderer.mistakes(foremost(self._mistakes, SHOWN)),
            accounts=self._accounts,
            is_preview=self._preview is not None,
        )

    def for_crawlers(self, config: MkDocsConfig) -> Iterable[File]:
        """The files that tell search engines what they may read."""
        return [keep_crawlers_out(config)] if self.drafts else files_for_crawlers(self.pages, config)

    def exports(self, config: MkDocsConfig) -> Iterable[tuple[str, bytes]]:
        """The files of the open data, feeds and calendars: a preview with drafts has none."""
        return () if self.drafts else export_files(self._archive, config.site_url or "")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, the search index and the exports."""
        if self.is_live:
            return
        site, archive = Path(config.site_dir), self._archive
        with (
            beside(lambda: write_files(search_files(archive), site, self.like)),
            beside(lambda: write_files(self.exports(config), site, self.like)),
        ):
            write_pages(self.pages, self.frame, site, os.cpu_count() or 1, self.like)

    @property
    def pages(self) -> Sequence[Page]:
        """The pages that are written: a preview has no data to take home."""
        assert self._public
        return [page for page in self._public.all if not (self.drafts and page.address == DATA)]

    @property
    def _archive(self) -> Archive:
        assert self._public
        return self._public.archive

    def on_serve(
        self,
        server: "LiveReloadServer",
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002
    ) -> "LiveReloadServer":
        """Build again when a record or a template changes; give the address once it is there."""
        activate = server.server_activate

        def activate_and_tell() -> None:
            activate()
            click.echo(f"The preview is at {server.url} while this runs; control-C ends it.")

        server.server_activate = activate_and_tell  # type: ignore[method-assign]
        server.watch(str(content_folder(config)))
        server.watch(str(THEME))
        return server


def sections_of(archive: Archive) -> dict[str, str]:
    """The navigation: the address of each section's page, and its name."""
    return SECTIONS | {page.address: page.title for page in archive.pages if page.address.count("/") == 1}


def told_of(loaded: Loaded) -> str:
    """How many records are not public, and how to see them where they are not shown."""
    more = "They are shown here." if loaded.drafts else "With --drafts they are shown."
    return f"{count_in_words(loaded.not_public)}. {more}"


def content_folder(config: MkDocsConfig) -> Path:
    """The folder of the records: the one that the docs folder, `pages`, lies in.

    It is named from the present folder where that is possible, as a person would.
    """
    folder = Path(config.docs_dir).parent
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
