"""XML of a file from elsewhere: without entities, without document types, without the network."""

from typing import TypedDict

from lxml import etree

from bcbsite.importing.document import ImportRefusedError
from bcbsite.importing.xml_sentences import damaged, doctype_refused

_DOCTYPE = b"<!DOCTYPE"


class _Options(TypedDict):
    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    huge_tree: bool


SAFELY = _Options(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
"""What keeps a parser to the bytes that it is given."""


def parse_part(data: bytes, name: str) -> etree._Element:
    """The root of the XML in *data*; *name* is that of the file, for the sentence of the error."""
    if _DOCTYPE in data[:4096]:
        raise ImportRefusedError(doctype_refused(name))
    try:
        root = etree.fromstring(data, etree.XMLParser(**SAFELY))
    except etree.XMLSyntaxError as error:
        raise ImportRefusedError(damaged(name)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportRefusedError(doctype_refused(name))
    return root
