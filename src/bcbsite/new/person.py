"""Entries of people.yaml for people whom documents list, with the posts that those print."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bcbsite.archive.archive import Archive
from bcbsite.archive.people import Names, listings
from bcbsite.archive.posts import fold
from bcbsite.diagnostics import Span, has_errors
from bcbsite.model.board import Organisation
from bcbsite.model.people import Person
from bcbsite.new.files import RefusedError, quoted, replace_file
from bcbsite.new.yaml_list import add_to_list
from bcbsite.read.labels import slugify
from bcbsite.read.people import read_people
from bcbsite.source import Source


def add_people(archive: Archive, people: Sequence[Person], path: Path, names: Sequence[str]) -> list[str]:
    """Add an entry to the file *path*, which has *people*, for each of *names*; their ids.

    Raises `RefusedError` where one is there already, or where the file cannot be added to safely; then
    nothing was written.
    """
    taken = {person.id for person in people}
    entries: dict[str, tuple[str, ...]] = {}
    for name in names:
        if known := archive.names.find(name):
            raise RefusedError(f"{path} has {name} already, as {known}.")
        id_ = _free(slugify(name) or "person", taken | entries.keys())
        entries[id_] = tuple(_entry(archive, id_, " ".join(name.split())))
    text = path.read_bytes().decode() if path.exists() else ""
    new = add_to_list(text, "people", list(entries.values()))
    read, problems = read_people(Source(path, path.as_posix(), new.replace("\r\n", "\n")))
    if has_errors(problems) or read is None or [p.id for p in read] != [*(p.id for p in people), *entries]:
        raise RefusedError(f"{path} cannot be added to safely; write the entry by hand.")
    replace_file(path, new)
    return list(entries)


def _free(wanted: str, taken: set[str]) -> str:
    id_, number = wanted, 2
    while id_ in taken:
        id_, number = f"{wanted}-{number}", number + 1
    return id_


def _entry(archive: Archive, id_: str, name: str) -> Iterator[str]:
    yield f"id: {id_}"
    yield f"name: {quoted(name)}"
    posts = list(_posts(archive, name))
    if not posts:
        yield "posts: []  # no document held here lists them with a post"
        return
    yield "posts:"
    for post, organisation in posts:
        within = f", organisation: {quoted(organisation)}" if organisation else ""
        yield f"  - {{post: {quoted(post)}{within}}}"


def _posts(archive: Archive, name: str) -> Iterator[tuple[str, str | None]]:
    """The posts that documents print beside *name*, oldest first, each with its organisation's id."""
    own = Names([Person("", name, (), (), Span(""))])
    seen: set[str] = set()
    for listing in listings(archive.meetings.values()):
        post, _, rest = (listing.listed.role or "").partition(",")
        if post.strip() and fold(post) not in seen and own.find(listing.listed.name) is not None:
            seen.add(fold(post))
            yield post.strip(), _organisation(archive.board.organisations, rest)


def _organisation(organisations: Sequence[Organisation], words: str) -> str | None:
    """The id of the organisation that *words* name."""
    wanted = fold(words.strip())
    for one in organisations:
        if wanted in {fold(name) for name in (one.id, one.name, *one.aliases)}:
            return one.id
    return None
