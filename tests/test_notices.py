"""Decision notices that are fit to be the record: reasons, options, delegation, interests, what is exempt."""

import json
from pathlib import Path

import pytest

from bcbsite.archive.deciding.capacity import Capacity
from conftest import build, write
from test_joined import joined

NOTICE = """---
reference: WS-4
title: Grant to the night shelter
date: 2022-02-16
published: 2022-02-18
decided_by: Robin Hale
delegated_by: the Commissioner, under the scheme of May 2021
power: section 9 of the Crime and Disorder Act 1998
out_of_meeting: yes
urgent: It would have closed.
reasons: It is the *only* one.
options: A loan was considered.
interests: None were declared.
exempt:
  - {what: Its accounts, ground: Commercial interests}
  - {ground: Legal advice}
documents: [{title: Equality assessment, url: "https://example.org/eia"}, Letter of the shelter]
---

A grant is approved.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notices")
    return build(write(folder / "content", {"decisions/WS-4.md": NOTICE}), folder / "site")


@pytest.mark.parametrize(
    "words",
    [
        "the Commissioner, under the scheme of May 2021",
        "section 9 of the Crime and Disorder Act 1998",
        "out of a meeting",
        "It would have closed.",
        "18 February 2022",
        "It is the <em>only</em> one.",
        "A loan was considered.",
        "None were declared.",
        "Its accounts is not public. Ground: Commercial interests",
        "A part of this decision is not public. Ground: Legal advice",
        '<a href="https://example.org/eia">Equality assessment</a>',
        "Letter of the shelter",
    ],
)
def test_the_page_of_a_notice_has_all_that_is_the_record(site: Path, words: str) -> None:
    assert words in (site / "decisions/WS-4/index.html").read_text(encoding="utf-8")


def test_the_data_has_it_too(site: Path) -> None:
    [row] = json.loads((site / "data/notices.json").read_text(encoding="utf-8"))
    assert (row["published"], row["out_of_meeting"], row["reasons"]) == (
        "2022-02-18",
        True,
        "It is the only one.",
    )
    assert row["exempt_grounds"] == ["Commercial interests", "Legal advice"]
    assert row["documents"] == ["Equality assessment", "Letter of the shelter"]


def test_what_was_delegated_is_a_decision_by_delegation(tmp_path: Path) -> None:
    [decision] = joined(tmp_path, {"decisions/WS-4.md": NOTICE}).register
    assert (decision.by, decision.capacity) == ("Robin Hale", Capacity.DELEGATED)
    assert decision.power == "section 9 of the Crime and Disorder Act 1998"
    plain = NOTICE.replace("power: section 9 of the Crime and Disorder Act 1998\n", "")
    [decision] = joined(tmp_path, {"decisions/WS-4.md": plain}).register
    assert decision.power == "delegated by the Commissioner, under the scheme of May 2021"
