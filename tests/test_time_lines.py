"""A person has one time line, with a role where it is new; an office has one over its titles."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bcbsite.pages.people import PersonView, people_pages
from bcbsite.pages.posts import HoldersView, office_of, post_pages
from conftest import load_all

Content = Callable[[Mapping[str, str]], Path]

PEOPLE = """people:
  - id: jo-bloggs
    name: Jo Bloggs
    posts: [{post: Acting Chief Constable}, {post: Chief Constable}]
  - id: al-doe
    name: Al Doe
    posts: [{post: Chief Constable, from: 2019-01-01, to: 2020-01-01}]
"""


def minutes(day: str, role: str, body: str) -> dict[str, str]:
    head = f"---\ndate: {day}\nstatus: approved\nmembers: [{{name: Jo Bloggs, role: {role}}}]\n---\n\n"
    return {f"meetings/{day}/minutes.md": f"{head}## 1. Welcome\n\n1.1 {body}\n"}


FILES = {
    "people.yaml": PEOPLE,
    **minutes("2021-01-10", "Acting Chief Constable", "All were welcome."),
    **minutes("2021-02-10", "Acting Chief Constable", "Jo Bloggs said that vans are slow."),
    **minutes("2022-01-10", "Chief Constable", "Al Doe sent apologies. All agreed."),
    "meetings/2022-01-10/papers/vans.md": "---\ntitle: Vans\ncontact_officers: [{name: Jo Bloggs}]\n---\n\n1.1 Slow.\n",
}


def test_a_person_has_an_entry_for_each_meeting(content: Content) -> None:
    archive = load_all(content(FILES)).public
    assert archive
    view = next(page.view for page in people_pages(archive) if page.address == "people/jo-bloggs/")
    assert isinstance(view, PersonView)
    assert [(year, [entry.day.isoformat() for entry in entries]) for year, entries in view.years] == [
        (2022, ["2022-01-10"]),
        (2021, ["2021-02-10", "2021-01-10"]),
    ]
    entries = [entry for _, of_year in view.years for entry in of_year]
    assert [entry.role for entry in entries] == ["Chief Constable", None, "Acting Chief Constable"]
    assert [entry.papers for entry in entries] == [[("Vans", "meetings/2022-01-10/papers/vans/")], [], []]
    assert [[said.words for said in entry.said] for entry in entries] == [
        [],
        ["Jo Bloggs said that vans are slow."],
        [],
    ]


def test_an_office_has_one_time_line_over_its_titles(content: Content) -> None:
    archive = load_all(content(FILES)).public
    assert archive
    pages = {page.address: page.view for page in post_pages(archive)}
    for address in ("posts/chief-constable/", "posts/acting-chief-constable/"):
        view = pages[address]
        assert isinstance(view, HoldersView)
        assert [
            (span.years, span.holder.record.person.name, span.holder.post.post) for span in view.office
        ] == [
            ("2021", "Jo Bloggs", "Acting Chief Constable"),
            ("2022", "Jo Bloggs", "Chief Constable"),
        ]


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Chief Constable", "chief constable"),
        ("Temporary Chief Constable", "chief constable"),
        ("Commissioner for Kent", "commissioner"),
        ("Assistant Chief Constable", "assistant chief constable"),
        ("Head of Policy for Fire", "head of policy for fire"),
        ("Chief Finance Officer, Kent Police", "chief finance officer, kent police"),
    ],
)
def test_which_titles_are_of_one_office(title: str, office: str) -> None:
    assert office_of(title, "Kent") == office
