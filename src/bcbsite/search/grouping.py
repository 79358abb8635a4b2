"""What is found together: a numbered paragraph and all that belongs to it."""

from collections.abc import Iterator

from bcbsite.model.body import Body, Item
from bcbsite.model.body import Passage as Part


def together(body: Body) -> Iterator[tuple[Item | Part, list[Part]]]:
    """The passages with those that belong to them: a numbered one and its list; and items without any."""
    group: list[Part] = []
    item: Item | None = None
    for part in body.parts:
        if isinstance(part, Item):
            yield from _closed(item, group)
            item, group = part, []
        elif part.follows and group and part.follows == group[0].anchor:
            group.append(part)
        else:
            if group:
                yield group[0], group
            item, group = None, [part]
    yield from _closed(item, group)


def _closed(item: Item | None, group: list[Part]) -> Iterator[tuple[Item | Part, list[Part]]]:
    if group:
        yield group[0], group
    elif item:
        yield item, []
