"""The faults that are planted to try the tests: which there are, and that the trial knows its modules."""

import pytest

from conftest import REPOSITORY
from mutants import EQUIVALENT, PACKAGE, TESTS, chosen, equivalent
from mutations import mutants_of

# A line of a function, and what stands in its place in turns.
FAULTS: list[tuple[str, list[str]]] = [
    ("return a < b", ["return None", "return a <= b"]),
    ("return a is b", ["return None", "return a is not b"]),
    ("return a in (b, c)", ["return None", "return a not in (b, c)", "return a in (c,)", "return a in (b,)"]),
    ("return a and b", ["return None", "return a or b", "return b", "return a"]),
    ("return not a", ["return None", "return a"]),
    ("return -a", ["return None", "return a"]),
    ("return a + b", ["return None", "return a - b"]),
    ("return a[1:]", ["return None", "return a[:]", "return a[2:]", "return a[0:]"]),
    ("return a.strip()", ["return None", "return a"]),
    ("return f(a, b)", ["return None", "return f(b, a)"]),
    ("return f(a, b=c)", ["return None", "return f(a)"]),
    ("return min(a, b)", ["return None", "return max(a, b)"]),
    ("return (a, b)", ["return None", "return (b, a)"]),
    ("return a if b else c", ["return None", "return c if b else a"]),
    ("return [x for x in a if x]", ["return None", "return [x for x in a]"]),
    ("return True", ["return None", "return False"]),
    ("return 'x'", ["return None", "return 'XXx'"]),
    ("return None", []),
    ("a.append(b)", ["pass"]),
    ("a += 1", ["pass", "a += 2", "a += 0"]),
    ("raise a", ["pass"]),
    ("assert a < b", []),
    ("return zip(a, b, strict=True)", ["return None", "return zip(b, a, strict=True)"]),
]


@pytest.mark.parametrize(("line", "faults"), FAULTS)
def test_each_fault_is_planted_by_itself(line: str, faults: list[str]) -> None:
    found = list(mutants_of(f"def f(a, b, c):\n    {line}"))
    assert [mutant.source for mutant in found] == [f"def f(a, b, c):\n    {fault}" for fault in faults]
    assert all(mutant.line == 2 and mutant.where == "f" for mutant in found)


def test_a_fault_has_a_name_without_its_line() -> None:
    source = 'class A:\n    """Words."""\n    def f(self, a):\n        if a == 1:\n            return 2\n'
    assert [(mutant.line, mutant.name) for mutant in mutants_of(source)] == [
        (4, "A.f: if a == 1: → if not a == 1:"),
        (4, "A.f: a == 1 → a != 1"),
        (4, "A.f: a == 1 → a == 2"),
        (4, "A.f: a == 1 → a == 0"),
        (5, "A.f: return 2 → return None"),
        (5, "A.f: return 2 → return 3"),
        (5, "A.f: return 2 → return 1"),
    ]


def test_the_trial_knows_its_modules_and_tests() -> None:
    for module, tests in TESTS.items():
        assert (REPOSITORY / PACKAGE / module).is_file(), module
        for test in tests:
            file, _, name = test.partition("::")
            text = (REPOSITORY / "tests" / file).read_text("utf-8")
            assert f"def {name}(" in text if name else text, test


def test_a_choice_is_the_same_each_time_and_leaves_out_what_makes_no_difference() -> None:
    module = "search/index.py"
    names = [mutant.name for mutant in chosen(module, 20, 1)]
    assert names == [mutant.name for mutant in chosen(module, 20, 1)]
    assert names != [mutant.name for mutant in chosen(module, 20, 2)]
    assert len(names) == 20
    every = {mutant.name for mutant in chosen(module, 10_000, 1)}
    left_out = {name for of, name in equivalent() if of == module}
    assert not every & left_out


def test_each_fault_that_makes_no_difference_has_a_reason() -> None:
    before = ""
    for line in EQUIVALENT.read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "[", " ")):
            assert not before.startswith(("[", "#"))
            assert before, line
        before = line
