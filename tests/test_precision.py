"""Sentences that are decisions or actions, and such as only look like them: what is read of them.

`benchmarks/precision.py` prints the figures, and what stands behind them.
"""

import pytest

from conftest import REPOSITORY

FIXTURES = REPOSITORY / "tests" / "fixtures"
MISSED = 1
"""Of how many sentences something is missed in silence: none would be right, and none may come to it."""


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The sentences, by how they were read."""
    monkeypatch.syspath_prepend(REPOSITORY / "benchmarks")
    from precision import judge_all, sentences

    found: dict[str, list[str]] = {}
    for one in judge_all(list(sentences())):
        found.setdefault(one.verdict, []).append(one.sentence.text)
    return found


def test_what_is_not_there_is_not_read(judged: dict[str, list[str]]) -> None:
    """But for the sentences of `misread.txt`: whoever mends one takes its line out."""
    assert judged.get("wrong", []) == (FIXTURES / "misread.txt").read_text("utf-8").splitlines()
    assert len(judged.get("silent", [])) <= MISSED, "more is missed than before"
