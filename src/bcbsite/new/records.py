"""A new paper, inspection report or decision notice."""

from datetime import date
from pathlib import Path

from bcbsite.model.board import Board
from bcbsite.model.reference import day_of
from bcbsite.new.files import front_matter, quoted
from bcbsite.pages.words import day_in_words
from bcbsite.read.content import read_content
from bcbsite.read.labels import slugify
from bcbsite.read.section55 import slug_of
from bcbsite.text.file_names import short_name

_LONGEST = 100
"""Characters of a new file's name, without its ending. Some file systems take 143 bytes, and a name is
longer while the file is written; and people read it in an address."""


def board_file(content: Path, name: str, area: str) -> dict[Path, str]:
    """The board itself, a welcome for the home page, and what git passes over, where that is not told yet."""
    keys = f"name: {quoted(name)}\narea: {quoted(area)}\n"
    later = "# There can be more, such as aliases, organisations and topics: see “bcbsite schema board”.\n"
    welcome = f"# {name}\n\nThese are the records of the {name}, {area}.\n"
    files = {content / "board.yaml": keys + later, content / "pages" / "index.md": welcome}
    ignored = content.parent / ".gitignore"
    return files if ignored.exists() else {**files, ignored: _NOT_RECORDS}


_NOT_RECORDS = "# What is made from the records, and is none.\n/site/\n/preview/\n/venv/\n/pack-*.pdf\n"


def paper_file(board: Board, content: Path, meeting: str, item: str, title: str) -> dict[Path, str]:
    """A paper for the agenda item *item* of *meeting*."""
    first, dot, rest = item.partition(".")
    name = short_name(slugify(f"{first.zfill(2)}{dot}{rest} {title}"), _LONGEST)
    path = content / "meetings" / meeting / "papers" / f"{name}.md"
    front = front_matter(
        item=quoted(item),
        title=quoted(title),
        to=quoted(board.name),
        **{"from": None},
        date=day_in_words(day_of(meeting)),
        status="draft",
        publish="full",
        contact_officers=None,
        source_documents=None,
        attachments=None,
    )
    headings = ("Purpose", "Recommendation", "Background")
    body = "".join(f"\n## {n}. {heading}\n\n{n}.1 …\n" for n, heading in enumerate(headings, 1))
    return {path: front + body}


OPEN_RESPONSE = "{published: , url: , sent_to_home_secretary: , sent_to_inspectorate: }"
"""The keys of a response, to be filled in: from then on its clock is watched."""


def response_file(content: Path, title: str, published: date | None) -> dict[Path, str]:
    """An inspection report with room for the response to it."""
    dated = f"{published}-" if published else ""
    front = front_matter(
        report=quoted(title),
        inspectorate="HMICFRS",
        published=str(published) if published else None,
        url=None,
        scope=None,
        kind=None,
        duty=None,
        chief_constable="{invited: , comments_by: , received: }",
        response=OPEN_RESPONSE,
        considered_at=None,
        status="draft",
    )
    comments = ("Commissioner’s comments", "Chief Constable’s comments")
    body = "".join(f"\n## {heading}\n\n…\n" for heading in comments)
    labels = ("Addressed to", "Deadline", "Chief Constable", "Commissioner")
    finding = "\n## Recommendation 1\n\n> …\n" + "".join(f"\n{label}: …\n" for label in labels)
    name = short_name(slugify(title), _LONGEST) or "report"
    return {content / "section-55" / f"{dated}{name}.md": front + body + finding}


def taken_report(file: Path) -> str | None:
    """The file beside *file* whose report has the same address, since dates before the name do not count."""
    others = (path for path in sorted(file.parent.glob("*.md")) if path != file)
    return next((path.as_posix() for path in others if slug_of(path) == slug_of(file)), None)


def taken_reference(content: Path, reference: str) -> str | None:
    """The file below *content* of the notice with *reference*; letter case is not minded, as in a check."""
    read, _problems = read_content(content)
    wanted = reference.casefold()
    notices = read.decisions if read else ()
    return next((notice.at.path for notice in notices if notice.reference.casefold() == wanted), None)


def known_references(content: Path) -> list[str]:
    """The references of the notices below *content*, the newest last."""
    read, _problems = read_content(content)
    notices = sorted(
        read.decisions if read else (), key=lambda notice: (notice.date or date.min, notice.reference)
    )
    return [notice.reference for notice in notices]


def decision_file(content: Path, reference: str, title: str, day: date | None) -> dict[Path, str]:
    """A decision notice."""
    front = front_matter(
        reference=quoted(reference),
        title=quoted(title),
        date=str(day) if day else None,
        decided_by=None,
        meeting=None,
        significant_public_interest=None,
        amount=None,
        status="draft",
    )
    return {content / "decisions" / f"{reference}.md": f"{front}\n…\n"}
