"""Pages become HTML: the only module that knows the template engine."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bcbsite.account.account import Account
from bcbsite.archive.addresses import meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Table
from bcbsite.model.reference import day_of
from bcbsite.pages.alternates import Alternate, alternates_of
from bcbsite.pages.compiled import Compiled
from bcbsite.pages.html import Html
from bcbsite.pages.linked_data import DOCUMENTS, linked_data
from bcbsite.pages.page import NOT_FOUND, Page
from bcbsite.pages.preview import Preview
from bcbsite.pages.words import day_in_words, source_in_words, time_in_words, weekday_in_words
from bcbsite.read.dates import count_of

_COMPILED = Compiled()


class Renderer:
    """Renders pages with the templates of a theme."""

    def __init__(
        self, archive: Archive, theme: Iterable[Path], site: str = "", preview: Preview | None = None
    ) -> None:
        """*theme* are the folders in which `pages/` and `components/` are looked for, first one first.

        *site* is the address of the site's root, where it is known. The page for addresses that do not exist
        is shown anywhere, and so cannot use relative links. In a *preview* each page says so, and none leads
        to feeds, calendars or data, which a preview does not have.
        """
        self._preview = preview
        self._archive = archive
        self._lists: dict[tuple[Alternate, ...], str] = {}
        self._site = site.rstrip("/") + "/" if site else ""
        self.has_publication = bool(archive.publication)
        """Whether there is a page of what must be published."""
        self.root = urlsplit(site).path.rstrip("/") + "/"
        """The path of the site's root on its server."""
        # A template that names what its view lacks is a bug, and must not pass in silence.
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in theme]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._environment.filters |= {
            "day": day_in_words,
            "weekday": weekday_in_words,
            "clock": time_in_words,
            "meeting": meeting_address,
            "meeting_day": day_of,
            "count": count_of,
            "source": source_in_words,
        }
        self._environment.globals |= {
            "board": archive.board,
            "as_at": archive.as_at,
            "site": self._site,
            "preview": preview,
        }

    def render(self, page: Page) -> str:
        """The HTML of what *page* shows, without the shell around it."""
        return self.render_with_tables(page)[0]

    def render_with_tables(self, page: Page) -> tuple[str, list[tuple[str, Table]]]:
        """The same, and the tables of its texts, each with the name of its file beside the page."""
        template = self._environment.get_template(f"pages/{page.template}")
        base = self.root if page.address == NOT_FOUND else page.base
        html = Html(self._archive.links, base, page.source)
        shown = template.render(page=page, view=page.view, base=base, html=html)
        return self._trail(page, base) + shown + self._alternates(page) + self._changed(
            page, base
        ), html.tables

    def _alternates(self, page: Page) -> str:
        alternates = self._other_forms(page)
        if alternates not in self._lists:
            template = self._environment.get_template("components/alternates.html")
            self._lists[alternates] = template.render(alternates=alternates) if alternates else ""
        return self._lists[alternates]

    def head(self, page: Page) -> str:
        """The HTML of its head that is its own: what it tells search engines, and where it leads on.

        Where the site's address is not known, what needs whole addresses is left out.
        """
        root = None if self._preview else self._site or None
        data = None if self._preview else linked_data(page, root)
        article = page.about is not None and page.about["@type"] in DOCUMENTS
        template = self._environment.get_template("components/head.html")
        kind = "article" if article else "website"
        alternates = self._other_forms(page)
        return template.render(page=page, root=root, data=data, kind=kind, alternates=alternates)

    def _other_forms(self, page: Page) -> tuple[Alternate, ...]:
        return () if self._preview else tuple(alternates_of(page, self._archive.board))

    def preview_banner(self, page: Page) -> str:
        """The HTML that says that the site is a preview, and why the page is not public; else nothing."""
        if self._preview is None:
            return ""
        template = self._environment.get_template("components/preview.html")
        return template.render(why=self._preview.of.get(page.address, "")) + "\n"

    def _trail(self, page: Page, base: str) -> str:
        if not page.trail:
            return ""
        template = self._environment.get_template("components/breadcrumbs.html")
        return template.render(trail=page.trail, base=base) + "\n"

    def _changed(self, page: Page, base: str) -> str:
        if not page.changed:
            return ""
        template = self._environment.get_template("components/changed.html")
        return template.render(changed=page.changed, base=base)

    def mistakes(self, diagnostics: Sequence[Diagnostic]) -> str:
        """The HTML that tells of mistakes while a person looks on; nothing where there are none."""
        if not diagnostics:
            return ""
        return self._environment.get_template("components/mistakes.html").render(diagnostics=diagnostics)

    def account(self, account: Account) -> str:
        """The HTML that shows the account of a record to the person who writes it."""
        return self._environment.get_template("components/account.html").render(account=account)

    def contents(self, page: Page) -> str:
        """The HTML of its list of contents; nothing for a page that has none."""
        if not page.contents:
            return ""
        return self._environment.get_template("components/contents.html").render(entries=page.contents)
