"""A new entry of the action log, as the lines of actions.yaml."""

import re
from dataclasses import dataclass

from bcbsite.archive.raised import Line
from bcbsite.model.blocks import Paragraph
from bcbsite.model.prose import Prose
from bcbsite.new.files import quoted
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.markdown import read_blocks
from bcbsite.read.paste import from_first_seen
from bcbsite.read.slips import slips_in
from bcbsite.text.fold import less_unseen

_WITHOUT_WORDS = ('action: "…"  # the minutes print no words after the colon', "status: draft")
_MARKUP = (re.compile(r"[\\`*_\[\]<>&!]"), re.compile(r"[!-/:-@\[-`{-~]"))
"""What gets a backslash: what can mark words, then whatever can mark anything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that the log lacks."""

    id: str
    number: str | None
    """As the line prints it."""
    meeting: str
    """The id of the meeting."""
    place: str
    """The paragraph or the item that raised it: its number, or its anchor where no number leads to it."""
    line: Line
    """Where the minutes have it."""
    words: str
    """What is to be done, as printed; empty where the line has nothing but its label."""
    owners: tuple[str, ...] = ()
    """Who is to do it, as printed, where that is certain."""
    target: str | None = None
    """When it is to be done, as printed."""
    proposed: str | None = None
    """Who may be meant, where the minutes do not say clearly who is to do it."""

    @property
    def yaml(self) -> tuple[str, ...]:
        """Its keys, a line each. An entry without words is a draft, so that nothing is public of it."""
        return (
            f"id: {self.id}",
            *([f"number: {quoted(self.number)}"] if self.number else ()),
            f"raised: {{meeting: {self.meeting}, item: {quoted(self.place)}}}",
            *([f"action: {quoted(as_markdown(self.words))}"] if self.words else _WITHOUT_WORDS),
            self._owners,
            *([f"target: {quoted(self.target)}"] if self.target else ()),
        )

    @property
    def _owners(self) -> str:
        if not self.owners:
            perhaps = f": perhaps {in_one_line(self.proposed)}" if self.proposed else ""
            return f"owners: []  # who is to do it{perhaps}"
        return f"owners: [{', '.join(map(quoted, self.owners))}]"


def in_one_line(text: str) -> str:
    """The words of a paragraph, in which the end of a line means a space; from the first that can be seen."""
    return from_first_seen(re.sub(r"[\r\n]+", " ", less_unseen(text))).strip()


def as_markdown(words: str) -> str:
    """Markdown that reads as *words*, with as few backslashes as that takes."""
    forms = [escaped(words, more) for more in LEVELS]
    forms += [f"&#{ord(form[0])};{form[1:]}" for form in forms if not form[0].isascii()]  # a bullet of Word
    return next((form for form in forms if _reads_as(words, form)), forms[-1])


LEVELS = (0, 1, 2)
"""How much is escaped: nothing, what can mark words, whatever can mark anything."""


def escaped(words: str, level: int) -> str:
    """*words* with backslashes before what is escaped at *level*."""
    return _MARKUP[level - 1].sub(r"\\\g<0>", words) if level else words


def _reads_as(words: str, form: str) -> bool:
    blocks = read_blocks(form)
    match blocks:
        case (Paragraph(prose=prose),) if prose == Prose(less_unseen(words)):
            # “n/a” would count as not written, and what looks like a table would be told of.
            return form.casefold() != "n/a" and not (
                foreign_marks(form, blocks) or any(slips_in(form, blocks))
            )
    return False
