"""People, posts, organisations and memberships as Popolo has them: https://www.popoloproject.com/specs/."""

import json
from collections.abc import Mapping

from bcbsite.exports.extract import Extract, Plain


def popolo_of(extracts: Mapping[str, Extract]) -> bytes:
    """The four classes of Popolo as one JSON object; what is not known is left out."""
    data = {
        "persons": _objects(extracts["people"], id="id", name="name"),
        "organizations": _objects(extracts["organisations"], id="id", name="name"),
        "posts": _objects(extracts["posts"], id="id", label="title"),
        "memberships": _objects(
            extracts["memberships"],
            id="id",
            role="title",
            person_id="person",
            post_id="post",
            organization_id="organisation",
            start_date="from",
            end_date="to",
        ),
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _objects(extract: Extract, **names: str) -> list[dict[str, Plain]]:
    """The rows as objects; *names* are Popolo's, with the columns that they come from."""
    place = {column.name: number for number, column in enumerate(extract.register.columns)}
    return [
        {theirs: row[place[ours]] for theirs, ours in names.items() if row[place[ours]] is not None}
        for row in extract.rows
    ]
