"""board.yaml, people.yaml and actions.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .people import ORGANISATIONS
from .phrases import COUNTY
from .records import Action, Archive, Event, Person
from .yaml_text import flow_list, flow_mapping, scalar

_ORGANISATION_ALIASES = {
    "OPCC": ("Office of the Police & Crime Commissioner",),
    "Constabulary": ("the Constabulary",),
    "fire-authority": ("the Fire Authority",),
    "police-and-crime-panel": ("the Police and Crime Panel",),
}

_TOPICS = (
    ("police-and-crime-plan", "Police and Crime Plan", ("Police and Crime Plan",)),
    ("budget", "Budget", ("budget", "precept", "underspend", "overspend", "reserves")),
    ("performance", "Performance", ("Corporate Performance", "call handling", "response time")),
    ("estates", "Estates", ("Estates Strategy", "Southern Policing Hub", "enquiry office")),
    ("inspection", "Inspection", ("Inspection Findings", "HMICFRS", "areas for improvement")),
    ("roads", "Roads", ("Road Safety", "speed enforcement", "drink and drug driving")),
    ("rural-crime", "Rural crime", ("Rural Crime", "hare coursing", "fly-tipping")),
    ("victims", "Victims", ("victim", "victims", "Victim and Witness Hub")),
    ("workforce", "Workforce", ("Workforce", "recruitment", "sickness absence")),
    ("domestic-abuse", "Domestic abuse", ("Domestic Abuse", "stalking", "coercive")),
)


def board_yaml(archive: Archive) -> str:
    """The board, its organisations and its topics."""
    last = archive.meetings[-1].day
    return "\n".join(
        (
            "name: Business Co-ordination Board",
            "aliases:",
            "  - Business Coordination Board",
            "  - BCB",
            f"area: {COUNTY}",
            "organisations:",
            *(line for key, name in ORGANISATIONS.items() for line in _organisation(key, name)),
            f"commissioner: {archive.holder('Police and Crime Commissioner', last).slug}",
            "topics:",
            *(
                f"  - {{id: {key}, title: {title}, terms: {flow_list(terms)}}}"
                for key, title, terms in _TOPICS
            ),
            "",
        )
    )


def _organisation(key: str, name: str) -> Iterator[str]:
    yield f"  - id: {key}"
    yield f"    name: {scalar(name)}"
    yield f"    aliases: {flow_list(_ORGANISATION_ALIASES.get(key, ()))}"


def people_yaml(archive: Archive) -> str:
    """Everybody with the post held, from when to when."""
    return "people:\n" + "\n".join(line for person in archive.people for line in _person(person)) + "\n"


def _person(person: Person) -> Iterator[str]:
    post = {
        "post": person.post.name,
        "organisation": person.post.organisation,
        "from": person.start.isoformat(),
        "to": person.end.isoformat() if person.end else "",
    }
    yield f"  - id: {person.slug}"
    yield f"    name: {scalar(person.name)}"
    yield "    aliases: []"
    yield "    posts:"
    yield f"      - {flow_mapping(post)}"


def actions_yaml(archive: Archive) -> str:
    """The log: its series, and every action with its events."""
    lines = ["series:"]
    for series, _ in groupby(archive.actions, key=lambda action: action.series):
        lines += [
            f'  - id: "{series}"',
            f"    title: Action log, {series} and {series + 1}",
            f"    starts: {series}-01-01",
        ]
    lines += ["", "actions:", *(line for action in archive.actions for line in _action(action))]
    return "\n".join(lines)


def _action(action: Action) -> Iterator[str]:
    yield f"  - id: {action.series}/{action.number}"
    yield f'    number: "{action.printed}"'
    yield f'    raised: {{meeting: {action.day}, item: "{action.place}"}}'
    yield f"    title: {scalar(action.item.title)}"
    yield f"    action: {scalar(action.text, allow=',')}"
    yield f"    owners: {flow_list(action.owners)}"
    if action.target:
        yield f"    target: {scalar(action.target)}"
    yield "    events:" if action.events else "    events: []"
    yield from (f"      - {_event(event)}" for event in action.events)
    yield ""


def _event(event: Event) -> str:
    day = event.day.isoformat()
    return flow_mapping(
        {"on": day, "meeting": day, "item": event.place, "update": event.update, "status": event.status}
    )
