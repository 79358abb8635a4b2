"""Templates are compiled once, and again where their source is another one."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from bcbsite.pages.compiled import Compiled


def test_what_was_compiled_is_used_until_the_source_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, kept = list[str](), Compiled()
    compile_ = Environment.compile
    monkeypatch.setattr(
        Environment,
        "compile",
        lambda self, source, *more: compiled.append(source) or compile_(self, source, *more),
    )
    for text in ("a", "a", "b", "a"):
        (tmp_path / "x.html").write_text(text)
        environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=True, bytecode_cache=kept)
        assert environment.get_template("x.html").render() == text
    assert compiled == ["a", "b", "a"]
