"""Tables about an action in which the keys stand in the first column, and not in the head."""

import re

from bcbsite.model.blocks import Table
from bcbsite.text.fold import folded

_NAMES = r"actions?|(?:action\s+)?(?:no|number|ref(?:erence)?|id|#)\.?|description"
_SAYS = r"(?:latest\s+|progress\s+)?updates?|progress|position|outcome|(?:current\s+)?status"
_OTHER = r"owners?|lead|by\s+whom|due(?:\s+date)?|target(?:\s+date)?|by\s+when|deadline|(?:date\s+)?raised"
_ACTION = re.compile(_NAMES, re.IGNORECASE)
_STANDING = re.compile(_SAYS, re.IGNORECASE)
_KEY = re.compile(rf"{_NAMES}|{_SAYS}|{_OTHER}", re.IGNORECASE)


def with_keys_as_head(table: Table) -> Table:
    """*table*, turned where its first column has the keys: “Action | 10.0”, and below it “Update | Complete”.

    A row of the turned table is a column of *table*. Others are given back as they are.
    """
    lines = [table.head, *table.rows]
    keys = [folded(line[0].text).strip(" :") for line in lines]
    is_upright = (
        len(lines) > 1
        and len(table.head) > 1
        and all(map(_KEY.fullmatch, keys))
        and any(map(_ACTION.fullmatch, keys))
        and any(map(_STANDING.fullmatch, keys))
        and not any(_KEY.fullmatch(folded(cell.text).strip(" :")) for cell in table.head[1:])
    )
    if not is_upright:
        return table
    turned = tuple(zip(*lines, strict=True))
    return Table(turned[0], turned[1:], ("",) * len(lines), table.line)
