"""The agenda of a meeting."""

import datetime as dt
from dataclasses import dataclass

from bcbsite.model.document import Document


@dataclass(frozen=True)
class Agenda(Document):
    """The agenda of a meeting."""

    date: dt.date | None
    time: dt.time | None
    location: str | None
