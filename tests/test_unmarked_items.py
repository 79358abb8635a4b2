"""Items that are not written as headings: each is told of where the numbers show that it is one."""

import pytest

from bcbsite.model.reading import Sought
from test_body import read

# A text; then the lines that are told of, by the headings to write.
CASES: dict[str, list[str]] = {
    "1. Apologies\n\nNone.\n\n2. Minutes\n\n4.1 The Chair read them.\n\n3. Policies\n\nA – approved": [
        *("1. Apologies", "2. Minutes", "3. Policies"),
    ],
    "1 PRESENT: Cllrs Ash and Fenn\n\n2 APOLOGIES: Cllr Bee\n\n3 CEMETERY\n\n3.1 The wall is down.": [
        *("1. PRESENT: Cllrs Ash and Fenn", "2. APOLOGIES: Cllr Bee", "3. CEMETERY"),
    ],
    "1.0 Welcome\n\n1.1 The Chair began.\n\n2.0 Vetting\n\n2.1 It grew.": ["1.0 Welcome", "2.0 Vetting"],
    "1 – OPENING\nThe Chair began.\n2 – LEASES\nThe Board noted it.": ["1. OPENING", "2. LEASES"],
    "7   Minutes of 14 January\n\nThey were read.\n\n8   Forward plan\n\nIt was read.": [
        *("7. Minutes of 14 January", "8. Forward plan"),
    ],
    # One line with a number can be anything, but not above its first paragraph.
    "5. Policies\n\nThey were read.": [],
    "5. Policies\n\n5.1 They were read.": ["5. Policies"],
    # Numbers that do not rise, quantities, days, and sentences are no items.
    "2 Officers came.\n\n2 Officers went.": [],
    "10 March was wet.\n\n11 April was dry.": [],
    "3 bids came\n\n4 bids went": [],
    "1. The Chair read the minutes.\n\nThey were long.\n\n2. The Board noted them.": [],
    # Where headings have numbers, they are the items.
    "## 1. Welcome\n\nThe Board heard:\n\n2 Boats Limited\n\n3 Oars Limited": [],
}


@pytest.mark.parametrize("text", CASES)
def test_items_that_are_no_headings_are_told_of(text: str) -> None:
    unread = read(text).unread
    assert [u.cure.split("“## ")[1].split("”")[0] for u in unread if u.sought is Sought.ITEM] == CASES[text]
