"""The shell: what Material puts around a page. It is the same for all pages of a section at one depth.

It costs more to render than the page does, so it is rendered once with gaps, and the gaps are filled.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Gap(StrEnum):
    """What differs between the pages that share a shell."""

    TITLE = "title"
    HEAD = "head"
    CONTENTS = "contents"
    CONTENT = "content"

    @property
    def mark(self) -> str:
        """What stands for it while the shell is rendered; no text has these private characters."""
        return f"\ue000{self.value}\ue001"


_MARK = re.compile("\ue000(\\w+)\ue001")


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, cut at its gaps."""

    pieces: tuple[str, ...]
    """Text and gap by turns, beginning and ending with text."""

    @classmethod
    def cut(cls, html: str) -> "Shell":
        """The shell *html*, in which each gap's mark stands wherever it is to be filled."""
        return cls(tuple(_MARK.split(html)))

    def fill(self, gaps: Mapping[Gap, str]) -> str:
        """The page with the HTML of each gap."""
        filled = (gaps[Gap(piece)] if n % 2 else piece for n, piece in enumerate(self.pieces))
        return "".join(filled)
