"""people.yaml with all whom minutes list; it is written only where it reads back as it should."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bcbsite.archive.archive import join
from bcbsite.archive.mentions.names import fold_name
from bcbsite.archive.people import Names, listings
from bcbsite.diagnostics import Diagnostic, has_errors, in_order
from bcbsite.model.content import Content
from bcbsite.model.people import Person
from bcbsite.model.reference import Listed
from bcbsite.new.files import RefusedError, quoted, replace_file
from bcbsite.new.yaml_list import add_to_list
from bcbsite.read.content import read_content
from bcbsite.read.labels import slugify
from bcbsite.read.names import is_name
from bcbsite.read.people import read_people
from bcbsite.source import Source

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody whom minutes list, and who has no entry."""

    id: str
    name: str
    post: str | None
    """As the first minutes that list them print it, up to the first comma."""

    @property
    def yaml(self) -> tuple[str, ...]:
        """The keys of the entry, a line each."""
        posts = (f"posts: [{{post: {quoted(self.post)}}}]",) if self.post else ()
        return (f"id: {self.id}", f"name: {quoted(self.name)}", *posts)


@dataclass(frozen=True, slots=True)
class SyncedPeople:
    """What became of people.yaml."""

    added: tuple[NewPerson, ...]
    mistakes: list[Diagnostic]
    """What has to be mended before; where there is any, nothing was written."""


def sync_people(folder: Path) -> SyncedPeople:
    """Add to people.yaml in *folder* each person whom minutes list and who has no entry.

    Raises `RefusedError` where that would not be safe; then nothing was written.
    """
    content, problems = read_content(folder)
    path = folder / "people.yaml"
    own = [one for one in problems if Path(one.span.path) == path or content is None]
    if content is None or has_errors(own):
        return SyncedPeople((), in_order(own))
    added = tuple(new_people(content))
    if added:
        _write(path, content.people, added)
    return SyncedPeople(added, [])


def new_people(content: Content) -> Iterator[NewPerson]:
    """Those whom the documents of *content* list and people.yaml does not have, in order of the meetings.

    A name that is less than a first name and a surname is passed over: it may be anybody's.
    """
    archive = join(content, date.min)
    names = Names(content.people)
    taken = {person.id for person in content.people}
    seen: set[str] = set()
    for listing in listings(archive.meetings.values()):
        listed = listing.listed
        folded = fold_name(listed.name)
        if folded in seen or names.ids.get(folded) or names.find(listed.name) or not is_name(listed.name):
            continue
        seen.add(folded)
        yield NewPerson(_id(listed, taken), " ".join(listed.name.split()), _post(listed))


def _id(listed: Listed, taken: set[str]) -> str:
    wanted = slugify(listed.name)
    id_, n = wanted, 1
    while id_ in taken:
        n += 1
        id_ = f"{wanted}-{n}"
    taken.add(id_)
    return id_


def _post(listed: Listed) -> str | None:
    return (listed.role or "").partition(",")[0].strip() or None


def _write(path: Path, before: tuple[Person, ...], added: tuple[NewPerson, ...]) -> None:
    text = path.read_bytes().decode() if path.exists() else ""
    body = text.removeprefix(_BYTE_ORDER_MARK)
    mark = text[: len(text) - len(body)]
    try:
        body = add_to_list(body, "people", [one.yaml for one in added])
    except RefusedError as error:
        raise RefusedError(f"{path}: {error}") from None
    people, problems = read_people(Source(path, path.as_posix(), body))
    known = tuple(_anywhere(person) for person in (people or ())[: len(before)])
    if has_errors(problems) or known != tuple(map(_anywhere, before)) or not _has(people or (), added):
        raise RefusedError(f"{path}: With the new entries the file would not read back; add them by hand.")
    replace_file(path, mark + body)


def _anywhere(person: Person) -> tuple[str, str, tuple[str, ...], int]:
    """*person* without the lines on which the entry stands."""
    return person.id, person.name, person.aliases, len(person.posts)


def _has(people: tuple[Person, ...], added: tuple[NewPerson, ...]) -> bool:
    return [(one.id, one.name) for one in people[-len(added) :]] == [(one.id, one.name) for one in added]
