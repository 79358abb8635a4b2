"""Small Word files for tests, written part by part."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPES = {"document": "document.main"}


def run(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", numbered: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph of words or of XML; *numbered* is the list and the level, as a paragraph states them."""
    style = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    number = (
        f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
        if numbered
        else ""
    )
    inner = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{style}{number}{properties}</w:pPr>{inner}</w:p>"


def table(*rows: Iterable[str], row_properties: Mapping[int, str] | None = None) -> str:
    """A table; each cell is the XML of its blocks, which may begin with its properties, or words."""
    cells = [
        "".join(f"<w:tc>{each if each.startswith('<') else p(each)}</w:tc>" for each in row) for row in rows
    ]
    found = row_properties or {}
    inner = "".join(f"<w:tr><w:trPr>{found.get(n, '')}</w:trPr>{row}</w:tr>" for n, row in enumerate(cells))
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inner}</w:tbl>"


def level(n: int, text: str, form: str = "decimal", more: str = "", start: int | None = 1) -> str:
    """One level of a definition of a list; *more* is XML of further properties, in their order."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{n}">{begin}<w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/></w:lvl>'
    )


def definition(n: int, *levels: str, more: str = "") -> str:
    """An abstract definition of a list."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="{n:08X}"/>{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(n: int, of: int, *overrides: str) -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{n}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def start_override(n: int, start: int) -> str:
    """That a list begins at another number."""
    return f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(
    name: str, properties: str = "", words: str = "", based_on: str = "", kind: str = "paragraph"
) -> str:
    """A style, whose id is its name without spaces."""
    base = f"<w:basedOn w:val={quoteattr(based_on)}/>" if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId={quoteattr(name.replace(" ", ""))}><w:name w:val={quoteattr(name)}/>'
        f"{base}<w:pPr>{properties}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
    )


def write_docx(
    path: Path,
    *body: str,
    styles: Iterable[str] = (),
    numbering: Iterable[str] = (),
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, str] | None = None,
) -> Path:
    """Write a Word file of the *body* to *path*.

    *parts* are further parts, such as `footnotes` and `header1`, by the names of their files; *links* are
    addresses by the ids of their relationships, and *pictures* those of pictures that are elsewhere.
    """
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    found = {
        "document": f"<w:body>{''.join(body)}<w:sectPr/></w:body>",
        "styles": f"{normal}{''.join(styles)}",
        **(parts or {}),
    }
    if numbering := "".join(numbering):
        found["numbering"] = numbering
    roots = {"document": "document", "styles": "styles", "numbering": "numbering"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(found))
        archive.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")}))
        archive.writestr("word/_rels/document.xml.rels", _of_document(found, links or {}, pictures or {}))
        for name, xml in found.items():
            root = roots.get(name) or _kind(name).replace("header", "hdr").replace("footer", "ftr")
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMESPACES}>{xml}</w:{root}>")
    return path


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _types(parts: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{_TYPES.get(name, _kind(name))}+xml"/>'
        for name in parts
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}content-types">{rels}{inner}</Types>'


def _of_document(parts: Mapping[str, str], links: Mapping[str, str], pictures: Mapping[str, str]) -> str:
    own = {f"part-{name}": (_kind(name), f"{name}.xml") for name in parts if name != "document"}
    outer = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}{kind}" Target={quoteattr(to)} TargetMode="External"/>'
        for kind, addresses in (("hyperlink", links), ("image", pictures))
        for key, to in addresses.items()
    )
    return _relations(own, outer)


def _relations(found: Mapping[str, tuple[str, str]], more: str = "") -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}{kind}" Target="{target}"/>'
        for key, (kind, target) in found.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}{more}</Relationships>'
