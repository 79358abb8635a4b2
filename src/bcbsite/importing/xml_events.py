"""XML gone through without building a tree: for counting words, and the first to refuse what is hostile."""

from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from bcbsite.importing.document import ImportRefusedError
from bcbsite.importing.xml_sentences import damaged, doctype_refused

MOST_ELEMENTS = 3_000_000
"""A page of text has some hundreds."""
DEEPEST = 200


class XmlEvents:
    """Calls its methods for what comes in XML. Names of elements begin as was said of their
    namespaces, or else with a colon.
    """

    def __init__(self, name: str, names: Mapping[str, str]) -> None:
        """*names* are what elements of a namespace begin with, by its address."""
        self._name = name
        self._names = names
        self._elements = 0
        self.path: list[str] = []

    def parse(self, data: bytes | None) -> None:
        """Go through a part, where there is one; raise `ImportRefusedError` where it is hostile."""
        if data is None:
            return
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(data, True)
        except ExpatError as error:
            raise ImportRefusedError(damaged(self._name)) from error

    def _refuse(self, *_: object) -> None:
        raise ImportRefusedError(doctype_refused(self._name))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self.path) > DEEPEST:
            raise ImportRefusedError(f"{self._name} is far larger or more deeply nested than any record.")
        uri, _, local = name.rpartition(" ")
        self.path.append(f"{self._names.get(uri, ':')}{local}")
        self.begin(self.path[-1], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _end(self, _: str) -> None:
        self.finish(self.path.pop())

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; the names of its attributes are without their namespaces."""

    def finish(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text comes."""

    def inside(self, *names: str) -> bool:
        """Whether the open elements end with *names*."""
        return tuple(self.path[-len(names) :]) == names
