"""Each page in its shell: the HTML that is written."""

import re
from collections.abc import Iterator
from html import escape

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from bcbsite.archive.addresses import HOME, SEARCH
from bcbsite.exports.spreadsheet import csv_of_table
from bcbsite.host.shell import Gap, Shell
from bcbsite.model.board import Board
from bcbsite.pages.accounts import Accounts
from bcbsite.pages.page import NOT_FOUND, Page
from bcbsite.pages.render import Renderer

_TOGGLES = re.compile(r'<input class="md-toggle".*?<label class="md-overlay"[^>]*></label>', re.DOTALL)
"""What Material's own menu and search hang on. Nothing here uses it, and it is not valid HTML."""
_SEARCHING = (HOME, SEARCH)
"""The pages with a search box in them, and so none in the header."""


GENERATOR = "bcbsite"
"""What a page of a public site says made it."""
GENERATOR_OF_PREVIEWS = "bcbsite, preview with records that are not public"
"""The same of a page of a preview with drafts."""


class MaterialFrame:
    """Puts Material's shell around pages; a shell is rendered once for a section, a depth and a first folder.

    A page that has a search box itself has a shell without one.
    """

    def __init__(
        self,
        renderer: Renderer,
        board: Board,
        environment: jinja2.Environment,
        navigation: Navigation,
        config: MkDocsConfig,
        *,
        banner: str,
        accounts: Accounts | None,
        is_preview: bool = False,
    ) -> None:
        """*environment* is MkDocs' own, with Material's templates and the theme's over them.

        *banner* is HTML that stands at the top of each page, and *accounts* stand on those of the records,
        while a person looks on. *is_preview* says that records are shown that are not public.
        """
        self._is_preview = is_preview
        self._banner = banner
        self._accounts = accounts
        self._renderer = renderer
        self._board = board
        self._template = environment.get_template("main.html")
        self._navigation = navigation
        self._config = config
        self._shells: dict[tuple[str, str, bool, str], Shell] = {}

    def __call__(self, page: Page) -> Iterator[tuple[str, bytes]]:
        """The file of *page* with its whole HTML, and the files of its tables beside it."""
        shown, tables = self._renderer.render_with_tables(page)
        yield page.file, self._html(page, shown).encode()
        for name, table in tables:
            yield f"{page.address}{name}", csv_of_table(table)

    def _html(self, page: Page, shown: str) -> str:
        base = NOT_FOUND if page.address == NOT_FOUND else page.base
        # Links to the navigation are relative, and so depend on the first folder, which may be no section's.
        key = (page.section, base, page.address in _SEARCHING, page.address.partition("/")[0])
        if key not in self._shells:
            self._shells[key] = self._shell(page)
        name = self._board.name
        title = page.title if page.title == name else f"{page.title} – {name}"
        return self._shells[key].fill(
            {
                Gap.TITLE: escape(title),
                Gap.HEAD: self._renderer.head(page),
                Gap.CONTENTS: self._renderer.contents(page),
                Gap.CONTENT: self._renderer.preview_banner(page) + self._banner + self._account(page) + shown,
            }
        )

    def _account(self, page: Page) -> str:
        account = self._accounts.of_page(page.address) if self._accounts else None
        return self._renderer.account(account) if account else ""

    def _shell(self, page: Page) -> Shell:
        """The shell of *page*, which is one at its depth in its section and first folder."""
        config = self._config
        lost = page.address == NOT_FOUND
        items = () if lost else self._navigation.pages
        here = next((item for item in items if item.url.lstrip("./") == page.section), None)
        if lost:
            # It is shown at any address, so that all its links begin at the root.
            context = get_context(self._navigation, Files([]), config, base_url=self._renderer.root)
        else:
            file = File.generated(config, f"{page.address}index.md", content="")
            context = get_context(
                self._navigation, Files([]), config, MkDocsPage(Gap.TITLE.mark, file, config)
            )
        gaps = {gap.value: gap.mark for gap in Gap}
        if here:
            here.active = True
        own_search = page.address in _SEARCHING
        html = self._template.render(
            context,
            gaps=gaps,
            board=self._board,
            own_search=own_search,
            has_publication=self._renderer.has_publication,
            preview=self._is_preview,
            generator=GENERATOR_OF_PREVIEWS if self._is_preview else GENERATOR,
        )
        if here:
            here.active = False
        return Shell.cut(_TOGGLES.sub("", html))
