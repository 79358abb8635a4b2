"""Web pages (.html) as documents that a reader sees."""

import re
from pathlib import Path

from lxml import etree

from bcbsite.importing.document import ImportedDocument, ImportRefusedError
from bcbsite.importing.findings import Findings
from bcbsite.importing.furniture import less_furniture
from bcbsite.importing.typed_numbers import take_typed_numbers
from bcbsite.importing.web.counted import count_words
from bcbsite.importing.web.hiding import Hiding, hiding_of
from bcbsite.importing.web.page import PageReader

MAX_BYTES = 20_000_000
"""A page of so many bytes is no document of a meeting."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_TOO_DEEP = "ERR_NAME_TOO_LONG", "ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR"


def read_html(path: Path) -> ImportedDocument:
    """The document in the web page at *path*.

    Nothing that it links to is fetched, and no script is run. What its elements hide is an omission, and
    so is what is to navigate by and what is marked as deleted. Style sheets within the page are read for what
    they hide; that there are others is told. `counted` are all words, those of the
    omissions too, and the numbers of lists. Raise `ImportRefusedError` where it cannot be read.
    """
    page = _decoded(path)
    findings = Findings()
    root = _root(page, path.name)
    body = None if root is None else root.find("body")
    sheets = () if root is None else root.iter("style")
    hiding = hiding_of("".join(map(str, sheet.itertext())) for sheet in sheets)
    _tell_of_styles(root, hiding, findings)
    blocks = () if body is None else PageReader(path.name, findings, hiding).read(body)
    if not blocks and not findings.omissions:
        raise ImportRefusedError(f"{path.name} has no words.")
    kept, furniture = less_furniture(blocks)
    return ImportedDocument(
        take_typed_numbers(kept),
        {},
        (*findings.omissions, *furniture),
        findings.doubts,
        (*count_words(page), *findings.labels),
    )


def _decoded(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise ImportRefusedError(f"{path.name} is larger than {MAX_BYTES // 10**6} MB; divide it.")
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").replace("\0", "")
    named = _CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", named[1].decode() if named else "cp1252"):
        try:
            return data.decode(encoding).replace("\0", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace").replace("\0", "")


def _root(page: str, name: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ImportRefusedError(f"{name} has no words.") from error
    if any(entry.type_name in _TOO_DEEP or "depth" in entry.message for entry in parser.error_log):
        raise ImportRefusedError(f"{name} nests its elements far deeper than any document.")
    return root


def _tell_of_styles(root: etree._Element | None, hiding: Hiding, findings: Findings) -> None:
    """Say which style sheets may hide words that were imported."""
    links = () if root is None else root.iter("link")
    if any("stylesheet" in (link.get("rel") or "").lower() for link in links):
        findings.doubt(
            "! The page has a style sheet elsewhere, which was not read: look for words that it hides."
        )
    for selector in hiding.others:
        findings.doubt(
            f"! The style sheet hides “{selector[:80]}”, which was imported: take it out of the record."
        )
