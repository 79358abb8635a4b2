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
    known: dict[str, _Spellings] = defaultdict(_Spellings)
    for person in content.people:
        for post in {fold(post.post) for post in person.posts}:
            known[post].add(person.name, *person.aliases)
    for listing in listings(content.meetings):
        listed = listing.listed
        holders = known.get(fold(listed.role)) if listed.role else None
        if holders and not archive.names.find(listed.name) and (name := holders.but_for_one(listed.name)):
            message = f"“{listed.name}” is not in people.yaml, but “{name}” with the same post is."
            yield Diagnostic("BCB213", listed.at, message, f"Did you mean “{name}”? {_KEEP}")


_KEEP = "If the signed document has it so, write it under “aliases” of that person in people.yaml."


class _Spellings:
    """The names of those who have a post, of which one is found that another is but for one letter."""

    LONGEST = 60
    """Letters: what is longer is no name, and takes long to look for."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[int, str]] = {}
        """As they are spelt, with their place in the order, by their folded forms."""
        self._less: dict[str, list[str]] = {}
        """The folded ones by what is left of each without one of its letters: two that are one slip apart
        have such a rest in common, or one is the other's."""

    def add(self, *names: str) -> None:
        """Add names."""
        for name in names:
            folded = fold_name(name)
            if folded not in self._names and len(folded) <= self.LONGEST:
                self._names[folded] = (len(self._names), name)
                for rest in _rests(folded):
                    self._less.setdefault(rest, []).append(folded)

    def but_for_one(self, printed: str) -> str | None:
        """The first of the names that *printed* is but for one letter more, less, other or swapped."""
        folded = fold_name(printed)
        if len(folded) > self.LONGEST + 1:
            return None
        near = {name for rest in _rests(folded) for name in self._less.get(rest, ())}
        found = (self._names[name] for name in near if _is_one_slip(folded, name))
        return min(found, default=(0, None))[1]


def _rests(name: str) -> set[str]:
    return {name, *(name[:n] + name[n + 1 :] for n in range(len(name)))}


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
