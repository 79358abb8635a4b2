"""The keys that say how a meeting is held."""

from bcbsite.model.sitting import Declaration, Deputy, Sitting
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.kinds import TEXT, YES_NO, ListOf

_DEPUTY = Keys(
    "a deputy",
    {
        "name": Field(TEXT, "who came, as printed", required=True),
        "for": Field(TEXT, "in whose place"),
    },
    lambda v: Deputy(v["name"], v["for"], v.span),
)
_DECLARATION = Keys(
    "a declaration of interest",
    {
        "at": Field(TEXT, "the item that it is about, as printed"),
        "who": Field(TEXT, "who declared it", required=True),
        "what": Field(TEXT, "the interest, and what followed", required=True),
    },
    lambda v: Declaration(v["at"], v["who"], v["what"], v.span),
)
ACCESS = {
    "public": Field(YES_NO, "whether the public may attend"),
    "private_ground": Field(TEXT, "why the meeting is private"),
}
"""The keys that an agenda has, too."""
SITTING = ACCESS | {
    "chair": Field(TEXT, "who chaired the meeting, as printed"),
    "quorate": Field(YES_NO, "whether there was a quorum"),
    "adjourned_to": Field(TEXT, "to when the meeting was adjourned, as printed"),
    "deputies": Field(ListOf(_DEPUTY), "who came in the place of whom"),
    "declarations": Field(ListOf(_DECLARATION), "interests that were declared"),
}


def sitting(v: Values) -> Sitting:
    """How the meeting is held, by the values of an agenda or of minutes."""
    return Sitting(**{name: v.values[name] for name in SITTING if name in v.values}, spans=v.spans)
