"""The schemas that editors use: they take the real and the demonstration content, and refuse what readers do."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from bcbsite.cli.main import main
from bcbsite.read.schema import FILES, schema_of
from conftest import REAL, REPOSITORY

PLACES = {
    "board": "board.yaml",
    "people": "people.yaml",
    "actions": "actions.yaml",
    "minutes": "meetings/*/minutes.md",
    "agenda": "meetings/*/agenda.md",
    "meeting": "meetings/*/meeting.yaml",
    "paper": "meetings/*/papers/*.md",
    "section-55": "section-55/*.md",
    "publication": "publication.yaml",
}
ACTION = {"id": "2022/1", "action": "a", "raised": "2022-02-10"}


def values_in(path: Path) -> object:
    """What an editor sees of the file's YAML, but for numbers, which stay texts."""
    text = path.read_text("utf-8")
    text = text.split("\n---\n")[0].removeprefix("---\n") if path.suffix == ".md" else text
    return yaml.load(text, Loader=yaml.BaseLoader)  # PyYAML else makes `on:` a truth value, as editors do not


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("content", [REPOSITORY / "content", REAL / "content"], ids=["demonstration", "real"])
def test_content_is_as_the_schema_says(file: str, content: Path) -> None:
    if not content.is_dir():
        pytest.skip("the real records are not beside this checkout")
    validator = Draft202012Validator(schema_of(file))
    for path in content.glob(PLACES[file]):
        assert [error.message for error in validator.iter_errors(values_in(path))] == []


@pytest.mark.parametrize(
    ("file", "values"),
    [
        ("board", {"name": "B"}),
        ("board", {"name": "B", "area": "K", "nmae": "x"}),
        ("minutes", {"date": "2022-02-10", "status": "aproved"}),
        ("minutes", {"date": "2022-02-10", "members": "Jo"}),
        ("minutes", {"date": "2022-02-10", "members": [{"nmae": "Jo"}]}),
        ("actions", {"actions": [{"id": "2022/1", "action": "a"}]}),
        ("actions", {"actions": [{"id": "2022/1", "action": "a", "raised": {"item": "1"}}]}),
        ("actions", {"actions": [ACTION | {"events": [{"on": "2022-02-10", "item": "1"}]}]}),
        ("board", {"name": "B", "area": "K", "synonyms": {"cop": "officer"}}),
    ],
)
def test_what_readers_refuse_is_refused(file: str, values: object) -> None:
    assert not Draft202012Validator(schema_of(file)).is_valid(values)


@pytest.mark.parametrize("file", FILES)
def test_the_command_prints_a_schema(file: str) -> None:
    result = CliRunner().invoke(main, ["schema", file])
    assert result.exit_code == 0
    Draft202012Validator.check_schema(json.loads(result.output))
    assert json.loads(result.output) == schema_of(file)
