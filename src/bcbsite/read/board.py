"""board.yaml becomes the board."""

import re
from itertools import pairwise

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.board import Board, Contact, Licence, Links, Organisation, Party, Recipients, Topic
from bcbsite.read.accessibility import ACCESSIBILITY
from bcbsite.read.date_kinds import DATE
from bcbsite.read.fields import Field, Keys, Words
from bcbsite.read.kinds import (
    SLUG,
    TEXT,
    WEB_ADDRESS,
    YES_NO,
    ListOf,
    PartOfAddress,
    Scalar,
    Text,
)
from bcbsite.read.labels import slugify
from bcbsite.read.yaml import Problems, compose
from bcbsite.source import Source

# Its letters and digits become its address.
_ORGANISATION_ID = PartOfAddress(
    Text("a short name with letters or digits, such as OPCC", lambda text: text if slugify(text) else None)
)

_ORGANISATION = Keys(
    "an organisation",
    {
        "id": Field(_ORGANISATION_ID, "a short name without spaces, such as OPCC", required=True),
        "name": Field(TEXT, "its full name", required=True),
        "aliases": Field(ListOf(TEXT), "other names in the records"),
    },
    lambda v: Organisation(v["id"], v["name"], v["aliases"], v.span),
)

_PARTY = Keys(
    "a party",
    {
        "name": Field(TEXT, "its name in full", required=True),
        "short": Field(TEXT, "its name in a sentence, such as the Commissioner"),
        "from": Field(DATE, "the first day on which it had this name"),
        "to": Field(DATE, "the last day on which it had this name"),
    },
    lambda v: Party(v["name"], v["short"] or v["name"], v["from"], v["to"], v.span),
)

_TOPIC = Keys(
    "a topic",
    {
        "id": Field(SLUG, "the last part of its address, such as budget", required=True),
        "title": Field(TEXT, "its title", required=True),
        "terms": Field(ListOf(TEXT), "words that give an item this topic"),
    },
    lambda v: Topic(v["id"], v["title"], v["terms"], v.span),
)

_LICENCE = Keys(
    "a licence",
    {
        "name": Field(TEXT, "its name", required=True),
        "url": Field(WEB_ADDRESS, "its address"),
        "attribution": Field(TEXT, "what whoever uses it again is asked to write"),
        "exceptions": Field(ListOf(TEXT), "what it does not cover"),
    },
    lambda v: Licence(v["name"], v["url"], v["attribution"], v["exceptions"]),
)

_LINKS = Keys(
    "the links",
    {
        "privacy": Field(WEB_ADDRESS, "the privacy notice"),
        "foi": Field(WEB_ADDRESS, "how to ask for information under the Freedom of Information Act"),
        "re_use": Field(WEB_ADDRESS, "how to ask for re-use"),
        "complaints": Field(WEB_ADDRESS, "how to complain"),
    },
    lambda v: Links(v["privacy"], v["foi"], v["re_use"], v["complaints"]),
)

_CONTACT = Keys(
    "a contact",
    {"email": Field(TEXT, "an e-mail address"), "address": Field(TEXT, "a postal address")},
    lambda v: Contact(v["email"], v["address"]),
)

_RECIPIENTS = Keys(
    "the recipients",
    {
        "home_secretary": Field(TEXT, "where the Home Secretary's copy goes"),
        "inspectorate": Field(TEXT, "where the inspectorate's copy goes"),
    },
    lambda v: Recipients(v["home_secretary"], v["inspectorate"]),
)


def _days(text: str) -> int | None:
    """`5`; nothing where it is no number, or more than anybody gives notice."""
    return int(text) if re.fullmatch(r"[0-9]{1,2}", text) else None


BOARD = Keys(
    "board.yaml",
    {
        "name": Field(TEXT, "the board's name", required=True),
        "area": Field(TEXT, "the police area", required=True),
        "aliases": Field(ListOf(TEXT), "other names of the board in the records"),
        "organisations": Field(ListOf(_ORGANISATION), "the organisations that the records name"),
        "commissioner": Field(SLUG, "the id of the person who is commissioner now"),
        "local_policing_body": Field(
            ListOf(_PARTY), "the names of the commissioner or other body, oldest first"
        ),
        "chief_officer": Field(ListOf(_PARTY), "the names of the chief officer of police, oldest first"),
        "licence": Field(_LICENCE, "on what terms the text may be used again"),
        "contact": Field(_CONTACT, "how the public reaches the body"),
        "links": Field(_LINKS, "where the public learns what it can ask of the body"),
        "recipients": Field(_RECIPIENTS, "to whom copies of Section 55 responses go"),
        "item_notes": Field(ListOf(TEXT), "further words that begin an item's note in brackets"),
        "posts_without_page": Field(
            ListOf(TEXT), "words of posts, such as Assistant, whose holders have no page of their own"
        ),
        "topics": Field(ListOf(_TOPIC), "subjects that readers follow"),
        "synonyms": Field(Words(ListOf(TEXT)), "a resident's word: the record's words for it"),
        "notice": Field(TEXT, "what stands on every page and in the data, as on a demonstration"),
        "drafts": Field(YES_NO, "whether draft minutes are published, marked as drafts"),
        "markdown": Field(YES_NO, "whether public documents can be had as Markdown, beside their pages"),
        "public_meetings": Field(YES_NO, "whether the public may attend"),
        "agenda_days": Field(
            Scalar("a number of days, such as 5", _days),
            "how many days before a meeting its agenda and papers are to be public",
        ),
        "accessibility": Field(ACCESSIBILITY, "what the accessibility statement says"),
    },
)


def read_board(source: Source) -> tuple[Board | None, list[Diagnostic]]:
    """The board in *source*."""
    problems = Problems(source)
    node = compose(source.text, problems, source)
    v = BOARD.values(node, problems) if node else None
    if v is None or v["name"] is None or v["area"] is None:
        return None, problems.found
    board = Board(
        name=v["name"],
        area=v["area"],
        aliases=v["aliases"],
        organisations=v["organisations"],
        commissioner=v["commissioner"],
        commissioner_at=v.at("commissioner"),
        licence=v["licence"],
        contact=v["contact"],
        links=v["links"],
        recipients=v["recipients"],
        item_notes=v["item_notes"],
        posts_without_page=v["posts_without_page"],
        topics=v["topics"],
        synonyms=v["synonyms"] or (),
        notice=v["notice"],
        drafts=bool(v["drafts"]),
        markdown=bool(v["markdown"]),
        public_meetings=v["public_meetings"],
        agenda_days=v["agenda_days"],
        accessibility=v["accessibility"],
        local_policing_body=_in_order(v["local_policing_body"], problems),
        chief_officer=_in_order(v["chief_officer"], problems),
        at=source.span(),
        spans=v.spans,
    )
    return board, problems.found


def _in_order(parties: tuple[Party, ...], problems: Problems) -> tuple[Party, ...]:
    """*parties* as they are; told of where one does not begin after the one before has ended."""
    for before, party in pairwise(parties):
        last, first = before.end, party.start
        if first is None or last is None or not last < first:
            problems.found.append(
                Diagnostic(
                    "BCB720",
                    party.at,
                    f"“{party.name}” does not begin after “{before.name}” has ended.",
                    "Put the oldest first, and give each name the days from and to which it was in use.",
                )
            )
    return parties
