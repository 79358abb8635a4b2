"""The address of every record, below the site and without a slash in front.

An address once published stays, so these are the contract's, and no address contains the body's name.
"""

import re

HOME = ""
MEETINGS = "meetings/"
ACTIONS = "actions/"
PEOPLE = "people/"
POSTS = "posts/"
ORGANISATIONS = "organisations/"
SECTION_55 = "section-55/"
DECISIONS = "decisions/"

DECISIONS_BY_YEAR = f"{DECISIONS}by-year/"
DECISIONS_BY_KIND = f"{DECISIONS}by-kind/"
NOTINGS = f"{DECISIONS}noted/"
"""What the board only noted, kept apart from its decisions."""
TOPICS = "topics/"
GLOSSARY = "glossary/"
DUE = "due/"
"""What is due, not held, withheld or corrected."""
SEARCH = "search/"
ACCESSIBILITY = "accessibility/"
DATA = "data/"
PUBLICATION = "publication/"

SECTIONS = (MEETINGS, ACTIONS, DECISIONS, SECTION_55, PEOPLE, POSTS, ORGANISATIONS, TOPICS)
"""The lists of records."""


NO_DATE = "no-date"
"""In the place of a year: what has no day."""


def decisions_of_year_address(year: int | None) -> str:
    """The decisions of a year, or those without a day."""
    return f"{DECISIONS_BY_YEAR}{year or NO_DATE}/"


def decisions_of_kind_address(kind: str) -> str:
    """The decisions of a kind, such as those that say *approved*; *kind* is its slug."""
    return f"{DECISIONS_BY_KIND}{kind}/"


def notings_of_year_address(year: int | None) -> str:
    """What was only noted in a year, or without a day."""
    return f"{NOTINGS}{year or NO_DATE}/"


def actions_by_address(way: str) -> str:
    """The action log in an order: by `status`, `owner`, `year` …"""
    return f"{ACTIONS}by-{way}/"


def actions_of_group_address(way: str, group: str) -> str:
    """The actions of one status, year or the like; *group* is its slug."""
    return f"{actions_by_address(way)}{group}/"


# “decisions/by-year/2022/”, “decisions/noted/2022/”, “actions/by-status/open/2/”, “topics/budget/2022/”
_PART_OF_LIST = re.compile(
    rf"(?:(?:{DECISIONS}by-[a-z]+|{NOTINGS[:-1]}|{ACTIONS}by-[a-z]+)/[^/]+|{TOPICS}[^/]+/\d{{4}}|{DUE}[^/]+"
    rf"|(?:{TOPICS}|{PEOPLE}|{POSTS}|{ORGANISATIONS})[^/]+/actions)/(?:\d+/)?"
)


def is_part_of_list(address: str) -> bool:
    """Whether a page has a part of a list that another has, and goes with the last entry of that part."""
    return _PART_OF_LIST.fullmatch(address) is not None


def year_address(year: int) -> str:
    """The meetings of a year."""
    return f"{MEETINGS}{year}/"


def meeting_address(meeting: str) -> str:
    """A meeting: the page that leads to its documents, or says that none is held."""
    return f"{MEETINGS}{meeting}/"


def agenda_address(meeting: str) -> str:
    """A meeting's agenda."""
    return f"{meeting_address(meeting)}agenda/"


def minutes_address(meeting: str) -> str:
    """A meeting's minutes."""
    return f"{meeting_address(meeting)}minutes/"


def paper_address(meeting: str, slug: str) -> str:
    """A paper of a meeting."""
    return f"{meeting_address(meeting)}papers/{slug}/"


def action_address(action: str) -> str:
    """An action, by its id."""
    return f"{ACTIONS}{action}/"


def post_address(slug: str) -> str:
    """A post, by its title as a slug."""
    return f"{POSTS}{slug}/"


def organisation_address(slug: str) -> str:
    """An organisation, by its id as a slug."""
    return f"{ORGANISATIONS}{slug}/"


def inspection_address(slug: str) -> str:
    """An inspection report and the response to it."""
    return f"{SECTION_55}{slug}/"


def decision_address(reference: str) -> str:
    """A decision notice."""
    return f"{DECISIONS}{reference}/"


def topic_address(topic: str) -> str:
    """A topic, by its id."""
    return f"{TOPICS}{topic}/"


def topic_of_year_address(topic: str, year: int) -> str:
    """What a topic has of a year."""
    return f"{topic_address(topic)}{year}/"


def actions_address(of: str) -> str:
    """All actions of the topic, person, post or organisation with the address *of*, where they are many."""
    return f"{of}actions/"


def due_actions_address(part: str) -> str:
    """All actions of a part of what is due, where they are many."""
    return f"{DUE}{part}/"


def person_address(person: str) -> str:
    """A person, by id."""
    return f"{PEOPLE}{person}/"


# `meetings/2022-02-10/papers/05-plan/table.csv`, `meetings/2022-02-10/minutes/signed.pdf`
_ATTACHED = re.compile(r"meetings/[^/]+/(?:papers/[^/]+|minutes)/(?!index\.(?:html|json|md)$)[^/]+")


def is_attached(address: str) -> bool:
    """Whether *address* is of a file beside a paper, or of the original of minutes; no file that is made."""
    return _ATTACHED.fullmatch(address) is not None
