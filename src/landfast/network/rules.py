"""Who is around the citizen, how close, and in which sphere (S001 KE1, product B1)."""

from enum import StrEnum


class Sphere(StrEnum):
    """Spheres of the network map."""

    FAMILY = "family"
    FRIENDS = "friends"
    WORK = "work"
    LEISURE = "leisure"
    SOCIAL = "social"
    HEALTH = "health"
    AUTHORITIES = "authorities"


class Closeness(StrEnum):
    """How close, as the citizen sees it."""

    CLOSE = "close"
    NEAR = "near"
    FAR = "far"


class Tie(StrEnum):
    """What the tie is like, in the citizen's eyes."""

    GIVES = "gives"
    COSTS = "costs"
    BOTH = "both"
    BROKEN = "broken"
    WISHED = "wished"
