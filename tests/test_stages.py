"""Each stage imports only from those before it, and each third-party package has its place."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from conftest import REPOSITORY

SOURCE = REPOSITORY / "src" / "bcbsite"

STAGES: dict[str, set[str]] = {
    "text": set(),
    "codes": set(),
    "kept": set(),
    "diagnostics": set(),
    "source": set(),
    "report": set(),
    "forks": set(),
    "model": set(),
    "read": {"yaml", "markdown_it", "mdit_py_plugins"},
    "archive": {"holidays"},
    "checks": set(),
    "account": set(),
    "registers": set(),
    "pages": {"jinja2", "markupsafe"},
    "search": {"snowballstemmer"},
    "exports": {"feedgenerator", "icalendar"},
    "pipeline": set(),
    "kept_on_disk": {"platformdirs"},
    "new": {"click"},
    "importing": {"lxml", "pdfplumber", "pypdfium2"},
    "host": {"mkdocs", "click", "jinja2", "markupsafe", "watchdog"},
    "pack": {"jinja2", "markupsafe", "weasyprint"},
    "publish": set(),
    "cli": {"click"},
}
"""In their order, with the packages that each may use."""

MODULES = sorted(SOURCE.rglob("*.py"))


def stage_of(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").parts[0]


@cache
def imports(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            yield str(node.module)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_imports_only_from_its_stage_and_those_before(path: Path) -> None:
    stage = stage_of(path)
    if stage == "__init__":
        return
    order = list(STAGES)
    allowed = set(order[: order.index(stage) + 1])
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "bcbsite":
            assert not rest or rest[0] in allowed, f"{stage} looks back to {name}"
        elif top not in sys.stdlib_module_names:
            assert top in STAGES[stage], f"{stage} may not use {top}"


@pytest.mark.parametrize(
    ("package", "modules"),
    [
        ("yaml", ["read/yaml.py", "read/yaml_faults.py"]),
        ("markdown_it", ["read/bounds.py", "read/grammar.py", "read/inline.py", "read/markdown.py"]),
        ("feedgenerator", ["exports/feeds/atom.py"]),
        ("watchdog", ["host/serve.py"]),
        ("platformdirs", ["kept_on_disk.py"]),
        ("icalendar", ["exports/calendars.py"]),
        (
            "lxml",
            [
                *("importing/docx.py", "importing/html.py", "importing/odt.py"),
                *(f"importing/opendocument/{name}.py" for name in ("lists", "story", "styles", "words")),
                *("importing/web/lists.py", "importing/web/page.py"),
                *(
                    f"importing/word/{name}.py"
                    for name in (
                        "fields",
                        "file",
                        "inline",
                        "notes",
                        "numbering",
                        "story",
                        "styles",
                        "tables",
                        "xml",
                    )
                ),
                "importing/xml_parts.py",
            ],
        ),
        (
            "click",
            [
                *(
                    "cli/import_archive.py",
                    "cli/importing.py",
                    "cli/main.py",
                    "cli/pack.py",
                    "cli/publish.py",
                    "cli/read.py",
                    "cli/records.py",
                    "cli/shared.py",
                ),
                *("host/mkdocs.py", "new/commands.py"),
            ],
        ),
    ],
)
def test_a_package_is_used_in_few_places(package: str, modules: list[str]) -> None:
    using = [
        path.relative_to(SOURCE).as_posix()
        for path in MODULES
        if any(name.split(".")[0] == package for name in imports(path))
    ]
    assert using == modules


def test_html_is_marked_safe_in_two_places_only() -> None:
    """The prose renderer, and names that Material prints as they stand, which are escaped first."""
    using = {path.name for path in MODULES if "Markup(" in path.read_text("utf-8")}
    assert using == {"html.py", "mkdocs.py"}
    templates = list((REPOSITORY / "theme").rglob("*.html"))
    assert len(templates) > 20
    for template in templates:
        if template.name != "main.html":  # the shell, whose environment is MkDocs' own
            assert "| safe" not in template.read_text("utf-8"), template


def test_modules_and_functions_stay_small() -> None:
    for path in MODULES:
        text = path.read_text("utf-8")
        assert text.count("\n") <= 450 or path.name == "codes.py", path  # that one is a table
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < 48, (path, node.name)


def test_public_things_say_what_they_are() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        public = [
            node
            for node in ast.walk(tree)
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_")
        ]
        nested = {
            child for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for child in node.body
        }
        private = {
            child
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef) and node.name.startswith("_")
            for child in node.body
        }
        for node in public:
            assert node in nested or node in private or ast.get_docstring(node), (path, node.name)
