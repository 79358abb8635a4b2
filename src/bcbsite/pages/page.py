"""A page before it is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass

from bcbsite.model.redirect import Redirect

NOT_FOUND = "404.html"
"""The address of the page that is shown where there is none."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a page's list of contents."""

    anchor: str
    title: str
    level: int
    """1 for an item, 2 for a sub-item …"""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page that another lies below."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, and where."""

    address: str
    """Below the site, without a slash in front; a page that ends in a slash is a folder's `index.html`."""
    title: str
    template: str
    """The file name of its template in `theme/pages/`."""
    view: object
    """All that the template shows; its type belongs to the template."""
    section: str = ""
    """The address of the page in the navigation that it belongs to."""
    contents: tuple[ContentsEntry, ...] = ()
    description: str = ""
    """One sentence for search engines and previews, made from what the page shows."""
    about: Mapping[str, object] | None = None
    """What it is about, in the terms of schema.org, where search engines have any for it."""
    trail: tuple[Crumb, ...] = ()
    """The pages that it lies below, the home page first."""

    source: str | None = None
    """The file below `pages/` whose text it shows, from which that text's links begin."""
    moved_to: str | None = None
    """The address, below the site, that readers are led on to at once."""
    former: bool = False
    """Whether it only says what became of an address, and so is nothing for lists of what is published."""
    changed: tuple[Redirect, ...] = ()
    """What became of places that it had once."""

    @property
    def is_listed(self) -> bool:
        """Whether search engines may list it, and the sitemap does."""
        return not (self.former or self.address == NOT_FOUND)

    @property
    def file(self) -> str:
        """The file that holds it, below the site."""
        return f"{self.address}index.html" if self.address.endswith("/") or not self.address else self.address

    @property
    def base(self) -> str:
        """What leads from the page to the site's root: nothing, or `../` once for each folder."""
        return "../" * self.address.count("/")
