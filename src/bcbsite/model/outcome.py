"""What can become of an item of a meeting."""

from enum import StrEnum


class OutcomeKind(StrEnum):
    """What was done with an item: the minutes' own verb, or the nearest of these."""

    APPROVED = "approved"
    AGREED = "agreed"
    ADOPTED = "adopted"
    ACCEPTED = "accepted"
    ENDORSED = "endorsed"
    RATIFIED = "ratified"
    NOT_APPROVED = "not approved"
    NOT_AGREED = "not agreed"
    DECIDED = "decided"
    """Where the words do not say which way."""
    NOTED = "noted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"
    """Of a motion."""
    LOST = "lost"
    """Of a motion."""
