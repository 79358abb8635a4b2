"""What builds work out anew each time, and to the same end, is worked out once for all tests.

That is compiled templates, and the stems of the words in the tables of the search: a build of a small site takes
more time for them than for the rest. Run as a program, `python -I kept.py FOLDER MODULE [ARGUMENT …]` does the same
for a module, and so for the hooks of the tests' servers, which begin anew with each push.
"""

import atexit
import marshal
import os
import re
import runpy
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from snowballstemmer.porter_stemmer import PorterStemmer

_NAME = "BCBSITE_TEST_KEPT"
_STEMS = "stems"
_TABLES = Path(__file__).parent.parent / "src/bcbsite/search"


def shared_folder() -> Path:
    """The folder of what is kept: that of the process which began this one, or else a new one until the end."""
    if _NAME not in os.environ:
        folder = Path(tempfile.mkdtemp(prefix="bcbsite-kept-"))
        atexit.register(_take_away, folder, os.getpid())
        _write(folder / _STEMS, marshal.dumps(_stems()))
        os.environ[_NAME] = str(folder)
    return Path(os.environ[_NAME])


def _take_away(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a fork inherits what is registered
        shutil.rmtree(folder, ignore_errors=True)


def _stems() -> dict[str, str]:
    """The stems of the words in the tables."""
    tables = "".join(path.read_text("utf-8") for path in sorted(_TABLES.glob("*.tsv")))
    stemmer = PorterStemmer()
    return {word: stemmer.stemWord(word) for word in sorted(set(re.findall(r"\w+", tables.lower())))}


def use(folder: Path) -> None:
    """Have this process take what *folder* has, and keep there what it has compiled."""
    _stem_once(folder)
    _compile_once(folder)


def _stem_once(folder: Path) -> None:
    known: dict[str, str] = marshal.loads((folder / _STEMS).read_bytes())
    plain = PorterStemmer.stemWord
    PorterStemmer.stemWord = lambda self, word: known.get(word) or plain(self, word)


def _compile_once(folder: Path) -> None:
    plain = jinja2.Environment.compile
    known: dict[str, CodeType] = {}

    def compiled(self: jinja2.Environment, source: object, *names: object, **more: object) -> object:
        key = _key(self, source, *names, *sorted(more.items()))
        if key not in known:
            path = folder / key
            if not path.exists():
                _write(path, marshal.dumps(plain(self, source, *names, **more)))  # type: ignore[call-overload]
            known[key] = marshal.loads(path.read_bytes())
        return known[key]

    jinja2.Environment.compile = compiled  # type: ignore[method-assign, assignment]


def _key(environment: jinja2.Environment, *source: object) -> str:
    """What stands for all that decides what a template is compiled to."""
    settings = (
        environment.autoescape,
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.undefined.__qualname__,
        sorted(environment.extensions),
        sorted(environment.filters),
    )
    return sha256(repr((source, settings)).encode("utf-8", "surrogatepass")).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write a file of which others see nothing until it is whole."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)


if __name__ == "__main__":
    _, shared, module, *sys.argv[1:] = sys.argv
    use(Path(shared))
    runpy.run_module(module, run_name="__main__", alter_sys=True)
