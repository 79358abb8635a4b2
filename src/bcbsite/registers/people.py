"""People, posts, who held which, organisations, and topics."""

from collections.abc import Iterator

from bcbsite.archive.addresses import organisation_address
from bcbsite.archive.archive import Archive
from bcbsite.read.labels import slugify
from bcbsite.registers.table import Column, Kind, Register, Row, an_id, numbered


def _people(archive: Archive) -> Iterator[Row]:
    for record in archive.people:
        yield record.address, record.person.name


PEOPLE = Register(
    "people",
    "People",
    "Those whom a published document lists.",
    (
        an_id("the person’s page"),
        Column("name", Kind.TEXT, "the name", required=True),
    ),
    _people,
)


def _posts(archive: Archive) -> Iterator[Row]:
    for record in archive.posts:
        yield record.address, record.title


POSTS = Register(
    "posts",
    "Posts",
    "The posts that the published documents show, as they print them.",
    (
        an_id("the post’s page"),
        Column("title", Kind.TEXT, "the title, as printed", required=True),
    ),
    _posts,
)


def _memberships(archive: Archive) -> Iterator[Row]:
    organisations = {
        record.organisation.id: organisation_address(slugify(record.organisation.id))
        for record in archive.organisations
    }
    found = [(record, holder) for record in archive.posts for holder in record.holders]
    ids = numbered(f"{holder.record.address};post" for _, holder in found)
    for id_, (record, holder) in zip(ids, found, strict=True):
        post = holder.post
        yield (
            id_,
            holder.record.address,
            record.address,
            organisations.get(post.organisation or ""),
            post.post,
            post.since,
            post.until,
            holder.shown_on,
        )


MEMBERSHIPS = Register(
    "memberships",
    "Who held which post",
    "The people in the posts, with the days from, to and on which it is known.",
    (
        an_id("the person’s page with `;post`, and a number"),
        Column("person", Kind.ADDRESS, "the person", required=True, of="people"),
        Column("post", Kind.ADDRESS, "the post", required=True, of="posts"),
        Column("organisation", Kind.ADDRESS, "the organisation it is in", of="organisations"),
        Column("title", Kind.TEXT, "the post’s title, as printed", required=True),
        Column("from", Kind.DATE, "the first day, where it is known"),
        Column("to", Kind.DATE, "the last day, where it is known"),
        Column("shown_on", Kind.DATE, "the days on which a document shows the person in it", several=True),
    ),
    _memberships,
)


def _organisations(archive: Archive) -> Iterator[Row]:
    for record in archive.organisations:
        yield record.address, record.organisation.id, record.organisation.name


ORGANISATIONS = Register(
    "organisations",
    "Organisations",
    "The organisations that the records name.",
    (
        an_id("the organisation’s page"),
        Column("short_name", Kind.TEXT, "how records call it for short", required=True),
        Column("name", Kind.TEXT, "its full name", required=True),
    ),
    _organisations,
)


def _topics(archive: Archive) -> Iterator[Row]:
    for record in archive.topics:
        yield record.address, record.topic.title, record.topic.terms


TOPICS = Register(
    "topics",
    "Topics",
    "The subjects that readers can follow.",
    (
        an_id("the topic’s page"),
        Column("title", Kind.TEXT, "its title", required=True),
        Column("terms", Kind.TEXT, "the words that give an item this topic", several=True),
    ),
    _topics,
)
