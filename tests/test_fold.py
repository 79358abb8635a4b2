"""Text as it looks: what is folded, what is not, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcbsite.text.fold import fold, folded, less_unseen

SAME = [
    ("OFFICIAL\u2011SENSITIVE", "OFFICIAL-SENSITIVE", "a hyphen that does not break"),
    ("a\u2010b\u2012c\u2013d\u2014e\u2015f\u2212g", "a-b-c-d-e-f-g", "hyphens, dashes and the minus sign"),
    ("neigh\u00adbour\u200bhood\ufeff", "neighbourhood", "what nobody sees"),
    ("a\u202eb\u2066c", "abc", "marks of direction"),
    ("x\ufe0fy\U000e0100z", "xyz", "selectors of variants"),
    ("5.1\u00a0The\u202fBoard\u3000met\tthen", "5.1 The Board met then", "spaces of all kinds"),
    ("one\u2028two\x85three\x0bfour", "one\ntwo\nthree\nfour", "line ends of all kinds"),
    ("O\ufb03cer con\ufb01rmed", "Officer confirmed", "ligatures"),
    ("ＯＦＦＩＣＩＡＬ", "OFFICIAL", "full-width letters"),
    ("𝐎𝐅𝐅𝐈𝐂𝐈𝐀𝐋", "OFFICIAL", "letters for mathematics"),
    ("Zoe\u0308 Mu\u0308ller", "Zoë Müller", "accents in two parts"),
    ("e\u00ad\u0301", "é", "an accent after a soft hyphen"),
    ("the Chair’s “note”", 'the Chair\'s "note"', "curly quotation marks"),
    ("\u1112\u1161\u11ab", "한", "a syllable in three parts"),
    ("and so on…", "and so on...", "an ellipsis"),
]
DIFFERENT = ["5²", "½", "①", "™", "ø", "ß", "naïve", "line one\nline two"]


@pytest.mark.parametrize(("typed", "seen"), [case[:2] for case in SAME], ids=[case[2] for case in SAME])
def test_what_looks_the_same_is_the_same(typed: str, seen: str) -> None:
    assert folded(typed) == seen


@pytest.mark.parametrize("text", DIFFERENT)
def test_what_looks_different_stays_different(text: str) -> None:
    assert folded(text) == text


@pytest.mark.parametrize(
    ("typed", "seen", "back"),
    [
        ("the con\ufb01rmed plan", "confirmed", "con\ufb01rmed"),
        ("a soft\u00adly cut word", "softly", "soft\u00adly"),
        ("by Mu\u0308ller.", "Müller", "Mu\u0308ller"),
        ("plain words", "plain", "plain"),
        ("cafe\u0301 au lait", "café", "cafe\u0301"),
        ("of\ufb01ce", "of", "of"),
    ],
)
def test_the_way_back_leads_to_what_was_typed(typed: str, seen: str, back: str) -> None:
    found = fold(typed)
    start = found.text.index(seen)
    first, last = found.origin(start, start + len(seen))
    assert typed[first:last] == back


def test_what_means_nothing_is_taken_out_and_what_joins_letters_stays() -> None:
    assert less_unseen("neigh\u00adbour\u200bhood\u2060 \ufeffteam") == "neighbourhood team"
    assert less_unseen("می\u200cخواهم \u200fא") == "می\u200cخواهم \u200fא"


@given(
    st.text(
        alphabet=st.sampled_from("aZ5 -\u00ad\u2011\ufb03\u0308e\u1112\u1161\u11ab½ｆ\u2028'’\t\r"),
        max_size=30,
    )
)
def test_every_folded_character_has_an_origin(text: str) -> None:
    found = fold(text)
    places = [found.origin(index, index + 1) for index in range(len(found.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert folded(found.text) == found.text
