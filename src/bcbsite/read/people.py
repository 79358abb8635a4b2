"""people.yaml becomes people."""

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.people import Person, Post
from bcbsite.read.date_kinds import DATE
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.kinds import SLUG, TEXT, YES_NO, ListOf, PartOfAddress
from bcbsite.read.yaml import Problems, compose
from bcbsite.source import Source

_POST = Keys(
    "a post",
    {
        "post": Field(PartOfAddress(TEXT), "its title, as printed", required=True),
        "organisation": Field(TEXT, "the id of the organisation, from board.yaml"),
        "from": Field(DATE, "the first day in the post"),
        "to": Field(DATE, "the last day in the post"),
        "on": Field(ListOf(DATE), "days on which a document shows the person in the post"),
    },
    lambda v: Post(v["post"], v["organisation"], v["from"], v["to"], v["on"], v.at("organisation")),
)


def _person(v: Values) -> Person:
    return Person(v["id"], v["name"], v["aliases"], v["posts"], v.span, v["page"])


PERSON = Keys(
    "a person",
    {
        "id": Field(SLUG, "the last part of the page's address, such as ray-bisby", required=True),
        "name": Field(TEXT, "the name as it is written in full", required=True),
        "aliases": Field(ListOf(TEXT), "other spellings in the records"),
        "posts": Field(ListOf(_POST), "the posts held, oldest first"),
        "page": Field(YES_NO, "whether the person has a page; where absent, board.yaml decides by the posts"),
    },
    _person,
)

PEOPLE = Keys("people.yaml", {"people": Field(ListOf(PERSON), "the people whom the records name")})


def read_people(source: Source) -> tuple[tuple[Person, ...] | None, list[Diagnostic]]:
    """The people in *source*."""
    problems = Problems(source)
    node = compose(source.text, problems, source)
    people = PEOPLE.values(node, problems)["people"] if node else None
    return people, problems.found
