"""redirects.yaml becomes redirects: keys are old addresses, values new ones, or why there are none."""

import re
from dataclasses import dataclass

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.redirect import Gone, Redirect
from bcbsite.read.fields import Field, Keys, TextOrKeys
from bcbsite.read.kinds import TEXT, scalar
from bcbsite.read.yaml import MappingNode, Node, Problems, compose, describe
from bcbsite.source import Source
from bcbsite.text.file_names import MAX_NAME

# A part of an address that is neither `.` nor `..`, and needs no escape.
_PART = r"(?!\.{1,2}(?:/|#|$))[A-Za-z0-9._~-]+"
ADDRESS = re.compile(rf"/?(?P<path>(?:{_PART}/)*(?:{_PART})?)(?P<anchor>#[A-Za-z0-9._-]+)?")
"""An address of this site."""
_LONGEST = 1000
"""Letters of an address; the path of a file has 4,096 at most."""


@dataclass(frozen=True)
class Address:
    """An address of this site."""

    name: str = "an address below this site, such as actions/2021/10/"

    def read(self, node: Node, problems: Problems) -> str | None:
        """The address without a slash in front."""
        if (text := scalar(node, problems, self.name)) is None:
            return None
        if any(len(part) > MAX_NAME for part in text.split("/")) or len(text) > _LONGEST:
            problems.add(
                "BCB219", node, f"This address is too long: no part of one has more than {MAX_NAME} letters."
            )
            return None
        if match := ADDRESS.fullmatch(text.strip()):
            return match["path"] + (match["anchor"] or "")
        problems.add("BCB204", node, f"“{text}” is not {self.name}.")
        return None


@dataclass(frozen=True)
class OldAddress(Address):
    """An address that had a page, a folder's or one that ends in .html; or a place on such a page."""

    name: str = "the address of a page, such as actions/2021/7/ or minutes/2019.html"

    def read(self, node: Node, problems: Problems) -> str | None:
        """The address; of other files, such as attachments, none is ever replaced."""
        old = super().read(node, problems)
        if old is None:
            return None
        *folders, last = old.partition("#")[0].split("/")
        if any("." in part for part in folders) or ("." in last and not last.endswith(".html")):
            problems.add("BCB204", node, f"“{old}” is not {self.name}.")
            return None
        return old


_NEW = TextOrKeys(
    Address(),
    Keys(
        "what became of an old address",
        {"gone": Field(TEXT, "why nothing is published in its place, and since when", required=True)},
        lambda v: Gone(v["gone"]),
    ),
)


def read_redirects(source: Source) -> tuple[tuple[Redirect, ...], list[Diagnostic]]:
    """The redirects in *source*."""
    problems = Problems(source)
    node = compose(source.text, problems, source)
    found: dict[str, Redirect] = {}
    if node is not None and not isinstance(node, MappingNode):
        message = f"redirects.yaml should be a group of old and new addresses, but it is {describe(node)}."
        problems.add("BCB204", node, message, "Write each on a line, as in actions/2021/7/: actions/2021/10/")
    for old_node, new_node in node.value if isinstance(node, MappingNode) else ():
        old, new = OldAddress().read(old_node, problems), _NEW.read(new_node, problems)
        if old in found:
            problems.add("BCB202", old_node, f"The address “{old}” appears twice.")
        elif old is not None and new is not None:
            found[old] = Redirect(old, new, problems.span(old_node))
    return tuple(found.values()), problems.found
