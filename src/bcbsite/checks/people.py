"""The rules about people as documents list them."""

from collections import defaultdict
from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.archive.mentions.names import fold_name
from bcbsite.archive.people import listings
from bcbsite.archive.posts import fold
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content


def nobody_is_listed_twice(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB304: among those who came, a person is listed once.

    A member can be listed with the members and send apologies: that is how some boards print it.
    """
    for meeting in content.meetings:
        if minutes := meeting.minutes:
            for group in ((*minutes.members, *minutes.in_attendance), minutes.apologies):
                seen: dict[str, int] = {}
                for listed in group:
                    person = archive.names.find(listed.name) or fold_name(listed.name)
                    if person in seen:
                        message = f"“{listed.name}” is listed twice; the first is on line {seen[person]}."
                        yield Diagnostic("BCB304", listed.at, message)
                    seen.setdefault(person, listed.at.line)


def names_are_no_roles(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB212: nobody is called as a post of people.yaml is, as in `[Sam Okafor, Chief Constable]`."""
    posts = {fold(post.post) for person in content.people for post in person.posts}
    for listing in listings(content.meetings):
        listed = listing.listed
        if not listed.role and fold(listed.name) in posts:
            message = f"“{listed.name}” is a post in people.yaml, and is read as a name here."
            hint = f"If it belongs to the name before it, put both in quotation marks: “Name, {listed.name}”."
            yield Diagnostic("BCB212", listed.at, message, hint)


def names_are_spelt_as_known(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB213: nobody has the post of a person in people.yaml, and their name but for one letter."""
    known: dict[str, list[str]] = defaultdict(list)
    for person in content.people:
        for post in {fold(post.post) for post in person.posts}:
            known[post] += (person.name, *person.aliases)
    for listing in listings(content.meetings):
        listed = listing.listed
        holders = known.get(fold(listed.role), ()) if listed.role else ()
        if holders and not archive.names.find(listed.name):
            for name in holders:
                if _is_one_slip(fold_name(listed.name), fold_name(name)):
                    message = f"“{listed.name}” is not in people.yaml, but “{name}” with the same post is."
                    yield Diagnostic("BCB213", listed.at, message, f"Did you mean “{name}”? {_KEEP}")
                    break


_KEEP = "If the signed document has it so, write it under “aliases” of that person in people.yaml."


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two that are swapped, make *one* of *other*."""
    start = _same_letters(one, other)
    one, other = one[start:], other[start:]
    end = _same_letters(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    return one != other and (max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1]))


def _same_letters(one: str, other: str) -> int:
    """How many letters the two begin with that are the same."""
    differ = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))
