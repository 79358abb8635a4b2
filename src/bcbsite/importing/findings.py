"""What a reader left out of a file, did not understand, and counted."""

import re
from collections.abc import Iterable

from bcbsite.importing.document import Doubt, LeftOut, Omission

_MOST_DOUBTS = 200
_SPACES = re.compile(r"[^\S\t\n]+")
_TRACKED = (
    "The file has tracked changes. They were read as accepted: inserted words are in, deleted words are out. "
    "Where the meeting agreed another text, accept or reject them and import the file again."
)


class Findings:
    """What is said of one file, beside its text."""

    def __init__(self) -> None:
        self.omissions: list[Omission] = []
        self.labels: list[str] = []
        """The numbers that the program counts which wrote the file, as they are printed, in words."""
        self.is_tracked = False
        """Whether changes to the file were tracked."""
        self._doubts: dict[str, None] = {}
        self._unread: dict[str, None] = {}

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What was not understood, each once."""
        told = [*self._doubts][:_MOST_DOUBTS]
        if len(self._doubts) > _MOST_DOUBTS:
            told.append(f"{len(self._doubts) - _MOST_DOUBTS} more of the file was not understood.")
        unread = (Doubt(sentence, unread=True) for sentence in self._unread)
        return (*unread, *map(Doubt, [*told, *([_TRACKED] if self.is_tracked else [])]))

    def omit(self, text: str, kind: LeftOut) -> None:
        """Say that words were left out; tabs and the ends of lines between them are kept."""
        if squeezed := _SPACES.sub(" ", text).strip():
            self.omissions.append(Omission(squeezed, kind))

    def doubt(self, sentence: str) -> None:
        """Say that something was not understood."""
        self._doubts[sentence] = None

    def lost(self, sentence: str) -> None:
        """Say that something was not read in which there are, or may be, words."""
        if len(self._unread) < _MOST_DOUBTS:
            self._unread[sentence] = None

    def unread(self, what: Iterable[str], text: str, has_words: bool = False) -> None:
        """Say what a paragraph of that *text* has that is no text, each as it is called in a sentence;
        whether it *has_words*, so that words are lost with it.
        """
        beginning = " ".join(text.split()[:8])
        where = (
            f"In the paragraph “{beginning} …” there is"
            if beginning
            else "In a paragraph without words there is"
        )
        for each in what:
            (self.lost if has_words else self.doubt)(f"{where} {each}; look at the original.")
