"""Acronyms are explained only where the records, or the board's file, spell them out."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bcbsite.archive.acronyms import acronyms_in, spelt_out
from conftest import load_all

Content = Callable[[Mapping[str, str]], Path]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Medium Term Financial Strategy (MTFS) was noted.",
            [("MTFS", "Medium Term Financial Strategy")],
        ),
        (
            "the Office of the Police and Crime Commissioner (OPCC)",
            [("OPCC", "Office of the Police and Crime Commissioner")],
        ),
        (
            "Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
            [("HMICFRS", "Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services")],
        ),
        ("A Multi-Agency Safeguarding Hub (MASH) opened.", [("MASH", "Multi-Agency Safeguarding Hub")]),
        ("the Business Co-ordination Board (BCB)", [("BCB", "Business Co-ordination Board")]),
        ("two Police Community Support Officers (PCSOs)", [("PCSO", "Police Community Support Officers")]),
        ("The MTFS (Medium Term Financial Strategy) is due.", [("MTFS", "Medium Term Financial Strategy")]),
        ("the ‘Shared Office Agreement’ (SOA)", [("SOA", "Shared Office Agreement")]),
        ("The old hub. Single Online Home (ICT) is live.", []),
        ("Neighbourhood Policing (NHP)", []),
        ("It was agreed. (AB) spoke.", []),
        ("See the report (PDF) for more.", []),
        ("the chief (CC)", []),
        ("Members thanked. Crime Commissioner (PCC)", []),
    ],
)
def test_what_is_spelt_out(text: str, found: list[tuple[str, str]]) -> None:
    assert list(spelt_out(text)) == found


def test_a_document_lists_those_that_it_uses(content: Content) -> None:
    paper = "---\ntitle: Money\n---\n\n1.1 The Medium Term Financial Plan (MTFP) is new.\n"
    body = "## 1. Money\n\n1.1 The MTFP and the OPCC's PCSOs cost more. XYZ was named.\n"
    board = "name: The Board\narea: Kent\norganisations: [{id: OPCC, name: Office of the Commissioner}]\n"
    archive = load_all(
        content(
            {
                "board.yaml": board,
                "meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\nstatus: approved\n---\n\n{body}",
                "meetings/2022-02-10/papers/money.md": paper,
            }
        )
    ).public
    assert archive
    minutes = archive.meetings["2022-02-10"].minutes
    assert minutes
    found = acronyms_in(minutes.body, archive.acronyms)
    assert [(one.letters, [m.words for m in one.meanings]) for one in found] == [
        ("MTFP", ["Medium Term Financial Plan"]),
        ("OPCC", ["Office of the Commissioner"]),
    ]
    assert found[0].meanings[0].address == "meetings/2022-02-10/papers/money/#p1-1"


def test_hostile_words_take_no_longer() -> None:
    assert not list(spelt_out("a " * 50_000 + "(AAAAAAAAAB) " * 20_000))
