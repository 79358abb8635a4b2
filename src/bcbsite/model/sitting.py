"""How a meeting is held: in public or private, who chaired it, whether it was quorate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcbsite.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Deputy:
    """That somebody came in the place of another."""

    name: str
    deputises_for: str | None
    at: Span


@dataclass(frozen=True, slots=True)
class Declaration:
    """That somebody declared an interest."""

    place: str | None
    """The item that it is about, as printed."""
    who: str
    what: str
    """The interest, and what followed, such as that they left the room."""
    at: Span


@dataclass(frozen=True, slots=True)
class Sitting:
    """How a meeting is held."""

    public: bool | None = None
    """Whether the public may attend; absent where not stated."""
    private_ground: str | None = None
    """Why it is private."""
    chair: str | None = None
    """Who chaired it, as printed."""
    quorate: bool | None = None
    """Whether there was a quorum; absent where not stated."""
    adjourned_to: str | None = None
    """The day or the meeting to which it was adjourned, as printed."""
    deputies: tuple[Deputy, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the value of each key stands."""

    @property
    def access(self) -> str | None:
        """`public` or `private`; nothing where it is not stated."""
        return None if self.public is None else "public" if self.public else "private"
