"""What all stories of a Word file share: its styles, lists, links and notes, and what was left out."""

import posixpath

from lxml import etree

from bcbsite.importing.document import LeftOut
from bcbsite.importing.findings import Findings
from bcbsite.importing.number_formats import roman
from bcbsite.importing.packages import Package
from bcbsite.importing.word.inline import Words
from bcbsite.importing.word.numbering import Lists
from bcbsite.importing.word.styles import Styles
from bcbsite.importing.word.xml import in_transitional_names
from bcbsite.importing.xml_parts import parse_part

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class WordFile(Findings):
    """One Word file that is being read."""

    def __init__(self, package: Package) -> None:
        super().__init__()
        self.name = package.path.name
        self._package = package
        self._relationships: dict[str, dict[str, tuple[str, str, bool]]] = {}
        self.main = next(iter(self.parts_of("", "officeDocument")), "word/document.xml")
        self.styles = Styles(self.related("styles"))
        self.lists = Lists(self.related("numbering"), self.styles)
        self.notes: dict[tuple[str, str], str] = {}
        """The keys of the notes that the text refers to, by their kinds and ids, in order."""
        self._counts: dict[str, int] = {}

    def part(self, name: str) -> bytes | None:
        """The bytes of a part in the names of the transitional schema, or None where there is none."""
        data = self._package.part(name)
        return None if data is None else in_transitional_names(data)

    def root(self, name: str) -> etree._Element | None:
        """The root of the XML of a part, or None where there is none."""
        data = self.part(name)
        return None if data is None else parse_part(data, self.name)

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part that the main one names as its *kind*, as in `styles`, or None."""
        names = self.parts_of(self.main, kind)
        return self.root(names[0]) if names else None

    def parts_of(self, part: str, kind: str) -> list[str]:
        """The names of the parts that *part* names as of that *kind*."""
        return [
            target
            for of, target, is_outside in self._related(part).values()
            if of.rpartition("/")[2] == kind and not is_outside
        ]

    def links(self, part: str) -> dict[str, str]:
        """The addresses outside of the file that a part links to, by their ids; they are never asked."""
        return {key: target for key, (_, target, is_outside) in self._related(part).items() if is_outside}

    def _related(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """The kind and target of each relationship of a part, and whether it is outside of the file."""
        if part not in self._relationships:
            folder, name = posixpath.split(part)
            data = self._package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
            found = () if data is None else parse_part(data, self.name).iter(_RELATIONSHIP)
            self._relationships[part] = {each.get("Id", ""): _relationship(each, folder) for each in found}
        return self._relationships[part]

    def note_key(self, kind: str, note_id: str) -> str:
        """The key of a foot- or endnote: these count in figures, those in Roman numerals, as Word's do."""
        if (kind, note_id) not in self.notes:
            count = self._counts[kind] = self._counts.get(kind, 0) + 1
            self.notes[kind, note_id] = roman(count) if kind == "endnote" else str(count)
        return self.notes[kind, note_id]

    def leave_out(self, words: Words) -> None:
        """Say what of a paragraph was left out and what was not understood."""
        self.omit("".join(words.deleted), LeftOut.DELETED)
        self.omit("".join(words.hidden), LeftOut.HIDDEN)
        self.omit(" ".join(words.described), LeftOut.ALTERNATIVE)
        self.is_tracked |= words.is_tracked
        text = "".join(run.text for run in words.runs)
        self.unread(words.unread, text)
        self.unread(words.lost, text, has_words=True)


def _relationship(element: etree._Element, folder: str) -> tuple[str, str, bool]:
    target = element.get("Target", "")
    is_outside = element.get("TargetMode") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return element.get("Type", ""), target, is_outside
