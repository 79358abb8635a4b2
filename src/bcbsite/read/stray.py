"""Files of the content folder that nothing reads, and where each was probably meant to lie."""

from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from bcbsite.codes import Severity
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.read.references import is_meeting_id

TOP = (
    *("board.yaml", "people.yaml", "actions.yaml", "publication.yaml"),
    *("redirects.yaml", "permalinks.txt", "erased.txt"),
)
"""The records that lie in the content folder itself."""

_FOLDERS = ("meetings", "section-55", "decisions", "pages")
_OF_MEETING = ("agenda.md", "minutes.md")
ARRANGEMENTS = "meeting.yaml"
_MARKDOWN = (".md", ".markdown")
_OF_A_PROGRAM = (".doc", ".docx", ".odt", ".pdf", ".rtf")
_NEAR = 0.7


def stray_files(
    files: Iterable[Path], attached: Set[Path], folder: Path, problems: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """BCB107: which of *files*, all below *folder*, nothing reads, so that nobody believes them published.

    *attached* are those that papers list. Beside a paper with errors among *problems* nothing is told of:
    it may list the file.
    """
    faulty = {Path(p.span.path).parent for p in problems if p.rule.severity is Severity.ERROR}
    places = {path: PurePosixPath(path.relative_to(folder)) for path in files}
    here = set(places.values())
    for path, place in places.items():
        may_be_listed = place.match("meetings/*/papers/*") and path.parent in faulty
        if path not in attached and not _is_read(place) and not may_be_listed:
            message = f"“{place.name}” is not published."
            yield Diagnostic("BCB107", Span(path.as_posix()), message, _hint(place, here))


def _is_read(place: PurePosixPath) -> bool:
    """Whether the file is read, or a mistake in its folder's name is told of."""
    match place.parts:
        case (name,):
            return name in TOP
        case ("meetings", id_, *_) if not is_meeting_id(id_):
            return True
        case ("meetings", _, name):
            return name in (*_OF_MEETING, ARRANGEMENTS)
        case ("pages", *_, name) | ("section-55" | "decisions", name) | ("meetings", _, "papers", name):
            return name.endswith(".md")
    return False


def _hint(place: PurePosixPath, here: set[PurePosixPath]) -> str:
    """How to mend it; empty where the rule's cure says it."""
    ending, wanted = place.suffix.lower(), _wanted(place)
    if wanted and wanted in here:
        return f"“{wanted}” is there already. Compare the two, and take this one out of the folder."
    if wanted and wanted.parent == place.parent:
        return f"Did you mean “{wanted.name}”?"
    if wanted:
        return f"Did you mean “{wanted}”? Put it into that folder."
    if ending in _OF_A_PROGRAM and not place.match("meetings/*/papers/*"):
        return (
            "Only Markdown is read. Write its text into a file that ends in .md; or put it beside a paper "
            "that lists it under `attachments`; or take it out of the folder."
        )
    if ending in _MARKDOWN:
        return (
            "Put it where its kind is read (minutes in meetings/2022-02-10/, a paper in "
            "meetings/2022-02-10/papers/, an ordinary page in pages/), or take it out of the folder."
        )
    return ""


def _wanted(place: PurePosixPath) -> PurePosixPath | None:
    """Where a record with such a name probably belongs."""
    written = place.parts[:-1]
    if not written:
        near = _near(place.name, TOP)
        return PurePosixPath(near) if near else None
    folders, name = _spelled(written), f"{place.stem}.md"
    if place.suffix.lower() in (".yml", ".yaml") and folders[0] == "meetings" and len(folders) > 1:
        return PurePosixPath(*folders[:2], ARRANGEMENTS)
    if place.suffix.lower() not in _MARKDOWN:
        return PurePosixPath(*folders, place.name) if folders != written else None
    wanted: tuple[str, ...] = ()
    match folders:
        case ("meetings", id_):
            near = _near(name, _OF_MEETING)
            wanted = ("meetings", id_, near) if near else ("meetings", id_, "papers", name)
        case ("meetings", id_, *_):
            wanted = ("meetings", id_, "papers", name)
        case ("section-55" | "decisions" as kind, *_):
            wanted = (kind, name)
        case ("pages", *_):
            wanted = (*folders, name)
    return PurePosixPath(*wanted) if wanted else None


def _spelled(folders: tuple[str, ...]) -> tuple[str, ...]:
    """*folders*, below the content folder, as they are spelled where records are read."""
    if is_meeting_id(folders[0]):
        folders = ("meetings", *folders)
    first, *rest = folders
    near = _near(first, (*_FOLDERS, "papers"))
    first = near if near in _FOLDERS else first
    if first == "meetings" and len(rest) > 1:
        rest[1] = _near(rest[1], ("papers",)) or rest[1]
    return (first, *rest)


def _near(name: str, options: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(name.lower(), options, 1, _NEAR)), "")
