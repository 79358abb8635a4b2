"""The agenda of a meeting."""

import datetime as dt
from dataclasses import dataclass

from bcbsite.model.document import Document
from bcbsite.model.sitting import Sitting


@dataclass(frozen=True)
class Agenda(Document):
    """The agenda of a meeting."""

    date: dt.date | None
    time: dt.time | None
    location: str | None
    sitting: Sitting
