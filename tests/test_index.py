"""The index of a handful of passages, with every posting written out by hand.

Impacts are from the measure that `search/index.py` names: 31 w / (w + 1.2 (0.6 + 0.4 l / a)), rounded, as a digit
of base 32, where w is how often the passage has the term, l its length in words, and a their average.
"""

from bcbsite.search.index import make_index
from bcbsite.search.passage import Passage

Posting = tuple[int, str, list[int], str]
"""How many passages have the term, the word that is shown for it, which they are, and the impacts."""


def passage(
    text: str, heading: str = "", title: str = "", names: tuple[str, ...] = (), only: bool = False
) -> Passage:
    return Passage("", "Minutes", title, heading, "", text, None, names=names, only_named=only)


def postings(*passages: Passage) -> dict[str, Posting]:
    index = make_index(passages)
    assert index.passages == passages
    assert list(index.terms) == sorted(index.terms)
    return {
        term: (found.frequency, found.word, list(found.passages), found.impacts)
        for term, found in index.terms.items()
    }


def test_each_term_has_its_passages_and_what_it_says_of_them() -> None:
    """Those with a text have 3, 6, 2 and 5 words, 4 on average."""
    found = postings(
        passage("Vans cost money", names=("2022-02-10",)),  # 31 / 2.08
        passage("the vans, vans: vans of vans"),  # 4 of them in 6 words: 124 / 5.44
        passage("", heading="Vans", title="Money, money and money"),  # 0.4: 12.4 / 1.12; 0.6: 18.6 / 1.32
        passage("x x", names=("The Budget?",), only=True),  # 31 / 2.2
        passage("Dogs run run run run", heading="Dog", title="dogs"),  # 1.6: 49.6 / 2.92; 4: 124 / 5.32
    )
    assert found == {
        "=2022-02-10": (1, "", [0], "f"),
        "=budget": (1, "", [3], "e"),
        "cost": (1, "cost", [0], "f"),
        "dog": (1, "dogs", [4], "h"),
        "monei": (2, "money", [0, 2], "fe"),
        "run": (1, "run", [4], "n"),
        "van": (3, "vans", [0, 1, 2], "fnb"),
    }


def test_a_term_that_says_next_to_nothing_still_says_something() -> None:
    short = [passage("x") for _ in range(99)]
    found = postings(*short, passage("word " * 99 + "word", title="Boat"))
    assert found["boat"] == (1, "boat", [99], "1")  # 6.2 / 25 is nearer to 0


def test_without_any_text_a_title_counts_as_a_fifth_of_a_word() -> None:
    assert postings(passage("", title="Boat")) == {"boat": (1, "boat", [0], "7")}  # 6.2 / 0.92


def test_the_only_text_is_of_average_length() -> None:
    assert postings(passage("vans cost money"))["van"] == (1, "vans", [0], "e")  # 31 / 2.2


def test_a_heading_counts_more_than_a_title_wherever_else_it_is_one() -> None:
    found = postings(passage("", "Vans", "Boats"), passage("", "Boats", "Vans"))
    assert found["van"] == (2, "vans", [0, 1], "b7")  # 12.4 / 1.12 and 6.2 / 0.92
    assert found["boat"] == (2, "boats", [0, 1], "7b")


def test_nothing_makes_an_empty_index() -> None:
    assert postings() == {}


def test_of_a_term_in_very_many_passages_the_best_8000_are_kept() -> None:
    """The weakest goes first; of those that say the same the last."""
    texts = ["van"] * 8003
    texts[5] = "van with many other words that make it longer"
    [van] = [found for term, found in postings(*map(passage, texts)).items() if term == "van"]
    frequency, _, passages, impacts = van
    assert frequency == 8003
    assert passages == [n for n in range(8001) if n != 5]
    assert len(set(impacts)) == 1
    assert len(impacts) == 8000


def test_the_best_are_kept_wherever_they_stand() -> None:
    texts = ["van and some more words"] * 8001
    texts[8000] = "van"
    texts[0] = texts[1] = "van van van"
    _, _, passages, impacts = postings(*map(passage, texts))["van"]
    assert passages == [n for n in range(8001) if n != 7999]
    assert (impacts[0] > impacts[-1] > impacts[2], impacts[0] == impacts[1]) == (True, True)


def test_the_word_that_is_shown_is_the_commonest_form() -> None:
    """The one that most passages have."""
    assert postings(passage("vans van"), passage("vans"))["van"][1] == "vans"
    assert postings(passage("vans van"))["van"][1] == "van"  # as often: by the letters
    assert postings(passage("relied rely"))["reli"][1] == "relied"
    assert (
        postings(passage("organize"), passage("organise"))["organis"][1] == "organise"
    )  # as long: by the letters
    assert postings(passage("a van", title="Vans"))["van"][1] == "van"  # titles are not counted
    assert postings(passage("", title="Vans"))["van"][1] == "vans"
