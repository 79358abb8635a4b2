"""What has a name and a page of its own, as passages: people, posts, organisations, topics."""

from collections.abc import Iterable, Iterator

from bcbsite.archive.archive import Archive
from bcbsite.archive.people import PersonRecord
from bcbsite.archive.posts import Holder
from bcbsite.search.passage import Passage

NAMED = ("Person", "Post", "Organisation", "Topic")


def named_passages(archive: Archive) -> Iterator[Passage]:
    """One for each; whoever asks for exactly its name is led to it first."""
    for record in archive.people:
        person = record.person
        names = (person.name, *person.aliases)
        yield _named(record.address, "Person", names, [post.post for post in person.posts])
    for post in archive.posts:
        yield _named(post.address, "Post", [post.title], _holders(post.holders), _initials(post.title))
    for body in archive.organisations:
        organisation = body.organisation
        names = (organisation.name, *organisation.aliases)
        short = (organisation.id.replace("-", " "), *_initials(organisation.name))
        yield _named(body.address, "Organisation", names, _holders(body.holders), short)
    for topic in archive.topics:
        yield _named(topic.address, "Topic", [topic.topic.title], topic.topic.terms)


def _named(
    address: str, kind: str, names: Iterable[str], others: Iterable[str], short: Iterable[str] = ()
) -> Passage:
    """What has *names*, the first its title; its other names are shown, *short* ones only lead to it."""
    title, *aliases = names
    about = ", ".join(dict.fromkeys((*aliases, *others)))
    return Passage(address, kind, title, "", "", "", None, names=(title, *aliases, *short), about=about)


def _initials(title: str) -> tuple[str, ...]:
    """What people say for a title of several words: PCC, OPCC, DCC."""
    initials = "".join(word[0] for word in title.split() if word[0].isupper())
    return (initials,) if len(initials) > 1 else ()


def _holders(holders: Iterable[Holder]) -> list[str]:
    records: list[PersonRecord] = [holder.record for holder in holders]
    return [record.person.name for record in records]
