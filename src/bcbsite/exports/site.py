"""What the site's own address makes of the addresses of its records: links and ids."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from bcbsite.model.board import Board


@dataclass(frozen=True, slots=True)
class Site:
    """The site as feeds and calendars name it."""

    board: Board
    url: str
    """Its address with a slash at its end; nothing where it is not known."""

    @classmethod
    def of(cls, board: Board, site_url: str) -> "Site":
        """The site of *board* at *site_url*, which may be nothing."""
        return cls(board, f"{site_url.rstrip('/')}/" if site_url else "")

    def link_base(self, file: str) -> str:
        """What stands before an address in the file at *file*: the site's address, or the way to the root."""
        return self.url or "../" * file.count("/")

    def id(self, key: str) -> str:
        """A name for what *key* is the address of, that is the same in every build and in no other site.

        Where the site does not know its address, it is a UUID that comes from the board's name and the key
        (RFC 9562, version 5).
        """
        if self.url:
            return self.url + key
        name = "\n".join((self.board.name, self.board.area, key))
        return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
