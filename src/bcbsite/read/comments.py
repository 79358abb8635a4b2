"""What YAML takes for a comment, where the writer may have meant it to be read."""

import re
from dataclasses import replace

from bcbsite.read.yaml import Node, Problems, ScalarNode

COMMENT = re.compile(r"[ \t]+(#.*)")
_AT_ONCE = re.compile(r"[ \t]+(#[^\s#].*)")
"""Behind no value at all `# words` is a note to whoever writes, and `#3` is what they wrote as the value."""


def note_comment(node: Node, problems: Problems, form: re.Pattern[str] = _AT_ONCE) -> None:
    """Note what stands after a # behind a value without quotation marks, or behind none."""
    if isinstance(node, ScalarNode) and not node.style:
        rest, at = problems.after(node)
        if found := form.match(rest):
            span = replace(at, column=at.column + found.start(1))
            problems.add(
                "BCB211", span, f"“{found[1].rstrip()}” is not read: a # after a space ends the value."
            )
