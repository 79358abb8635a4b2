"""Each component of the theme by examples, which stand beside what comes of them (tests/components/)."""

from pathlib import Path

import pytest

from gallery import EXAMPLES, Gallery, archive_of, components, examples, page


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    return Gallery(archive_of(tmp_path_factory.mktemp("gallery")))


@pytest.mark.parametrize("component", components())
def test_a_component_shows_its_examples(
    component: str, gallery: Gallery, request: pytest.FixtureRequest
) -> None:
    path = EXAMPLES / f"{component}.html"
    assert path.is_file(), "it has no examples"
    found = examples(component)
    assert found
    if request.config.getoption("--update-golden"):
        texts = (f"=== {e.title}\n{e.source}--- expected\n{gallery.render(component, e)}" for e in found)
        path.write_text("".join(texts), "utf-8")
    for example in examples(component):
        assert gallery.render(component, example) == example.expected, example.title


def test_no_example_is_of_a_component_that_is_gone() -> None:
    written = {path.relative_to(EXAMPLES).with_suffix("").as_posix() for path in EXAMPLES.rglob("*.html")}
    assert written == set(components())


def test_the_gallery_shows_them_all(tmp_path: Path) -> None:
    html = page(tmp_path).read_text("utf-8")
    for component in components():
        assert f"<h2>{component}</h2>" in html
