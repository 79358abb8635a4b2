"""People, posts, who held which, organisations, and topics."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import organisation_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.people import PersonRecord
from bcbsite.archive.posts import Holder, OrganisationRecord, PostRecord
from bcbsite.archive.topics import TopicRecord
from bcbsite.read.labels import slugify
from bcbsite.registers.table import Column, Kind, Register, an_id, numbered

PEOPLE: Register[PersonRecord] = Register(
    "people",
    "People",
    "Those whom a published document lists.",
    lambda archive: archive.people,
    (
        an_id("the person’s page", lambda record: record.address),
        Column("name", Kind.TEXT, "the name", lambda record: record.person.name, required=True),
    ),
)

POSTS: Register[PostRecord] = Register(
    "posts",
    "Posts",
    "The posts that the published documents show, as they print them.",
    lambda archive: archive.posts,
    (
        an_id("the post’s page", lambda record: record.address),
        Column("title", Kind.TEXT, "the title, as printed", lambda record: record.title, required=True),
    ),
)


@dataclass(frozen=True, slots=True)
class _Membership:
    id: str
    post: PostRecord
    holder: Holder
    organisation: str | None
    """The address of the organisation that the post is in."""


def _memberships(archive: Archive) -> Iterator[_Membership]:
    organisations = {
        record.organisation.id: organisation_address(slugify(record.organisation.id))
        for record in archive.organisations
    }
    found = [(record, holder) for record in archive.posts for holder in record.holders]
    ids = numbered(f"{holder.record.address};post" for _, holder in found)
    for id_, (record, holder) in zip(ids, found, strict=True):
        yield _Membership(id_, record, holder, organisations.get(holder.post.organisation or ""))


MEMBERSHIPS: Register[_Membership] = Register(
    "memberships",
    "Who held which post",
    "The people in the posts, with the days from, to and on which it is known.",
    _memberships,
    (
        an_id("the person’s page with `;post`, and a number", lambda row: row.id),
        Column(
            "person",
            Kind.ADDRESS,
            "the person",
            lambda row: row.holder.record.address,
            required=True,
            of="people",
        ),
        Column("post", Kind.ADDRESS, "the post", lambda row: row.post.address, required=True, of="posts"),
        Column(
            "organisation",
            Kind.ADDRESS,
            "the organisation it is in",
            lambda row: row.organisation,
            of="organisations",
        ),
        Column(
            "title",
            Kind.TEXT,
            "the post’s title, as printed",
            lambda row: row.holder.post.post,
            required=True,
        ),
        Column("from", Kind.DATE, "the first day, where it is known", lambda row: row.holder.post.since),
        Column("to", Kind.DATE, "the last day, where it is known", lambda row: row.holder.post.until),
        Column(
            "shown_on",
            Kind.DATE,
            "the days on which a document shows the person in it",
            lambda row: row.holder.shown_on,
            several=True,
        ),
    ),
)

ORGANISATIONS: Register[OrganisationRecord] = Register(
    "organisations",
    "Organisations",
    "The organisations that the records name.",
    lambda archive: archive.organisations,
    (
        an_id("the organisation’s page", lambda record: record.address),
        Column(
            "short_name",
            Kind.TEXT,
            "how records call it for short",
            lambda record: record.organisation.id,
            required=True,
        ),
        Column("name", Kind.TEXT, "its full name", lambda record: record.organisation.name, required=True),
    ),
)

TOPICS: Register[TopicRecord] = Register(
    "topics",
    "Topics",
    "The subjects that readers can follow.",
    lambda archive: archive.topics,
    (
        an_id("the topic’s page", lambda record: record.address),
        Column("title", Kind.TEXT, "its title", lambda record: record.topic.title, required=True),
        Column(
            "terms",
            Kind.TEXT,
            "the words that give an item this topic",
            lambda record: record.topic.terms,
            several=True,
        ),
    ),
)
