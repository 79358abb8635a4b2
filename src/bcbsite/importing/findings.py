"""What a reader left out of a file, did not understand, and counted."""

from collections.abc import Iterable

from bcbsite.importing.document import Doubt, LeftOut, Omission

_MOST_DOUBTS = 200
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

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What was not understood, each once."""
        told = [*self._doubts][:_MOST_DOUBTS]
        if len(self._doubts) > _MOST_DOUBTS:
            told.append(f"{len(self._doubts) - _MOST_DOUBTS} more of the file was not understood.")
        return tuple(map(Doubt, [*told, *([_TRACKED] if self.is_tracked else [])]))

    def omit(self, text: str, kind: LeftOut) -> None:
        """Say that words were left out."""
        if squeezed := " ".join(text.split()):
            self.omissions.append(Omission(squeezed, kind))

    def doubt(self, sentence: str) -> None:
        """Say that something was not understood."""
        self._doubts[sentence] = None

    def unread(self, what: Iterable[str], text: str) -> None:
        """Say what a paragraph of that *text* has that is no text, each as it is called in a sentence."""
        beginning = " ".join(text.split()[:8])
        where = (
            f"In the paragraph “{beginning} …” there is"
            if beginning
            else "In a paragraph without words there is"
        )
        for each in what:
            self.doubt(f"{where} {each}; look at the original.")
