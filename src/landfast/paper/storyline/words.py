"""The words of the story line; to the citizen it is her own."""

from collections.abc import Mapping

from django.utils.translation import gettext

from landfast.insight.storyline import End, Kind, Lane
from landfast.insight.storyline.picture import FLAGS, HOLDERS, PHASES, PROMISES, SEATS, STAYS
from landfast.kernel.text import da

BANDS: Mapping[str, str] = {
    PHASES: da("Fase"), HOLDERS: da("Koordinator"), STAYS: da("Indlagt"),
    FLAGS: da("Værd at se på"), SEATS: da("Tomme pladser"), PROMISES: da("Aftaler"),
    Lane.COORDINATION: da("Koordinering"), Lane.CITIZEN: da("Borgeren"),
    Lane.CLOSEST: da("De nærmeste"), Lane.PSYCHIATRY: da("Psykiatri"),
    Lane.HEALTH: da("Sundhed"), Lane.SOCIAL: da("Støtte, bolig"),
    Lane.WORK: da("Job, skole"), Lane.OTHERS: da("Andre"),
}  # fmt: skip
HERS: Mapping[str, str] = {
    FLAGS: da("Det, vi ser på"), Lane.CITIZEN: da("Mig"), Lane.CLOSEST: da("Mine nærmeste"),
    Lane.COORDINATION: da("Det fælles"),
}  # fmt: skip
LANES: Mapping[Lane, str] = {
    Lane.COORDINATION: da("Koordinator og fælles møder"), Lane.CITIZEN: da("Borgeren selv"),
    Lane.CLOSEST: da("Familie, venner og andre nære"), Lane.PSYCHIATRY: da("Psykiatrien"),
    Lane.HEALTH: da("Læge, hospital og hjemmepleje"),
    Lane.SOCIAL: da("Støtte, bolig, familie og rusmidler"),
    Lane.WORK: da("Job, ydelse og uddannelse"), Lane.OTHERS: da("Andre"),
}  # fmt: skip
KINDS: Mapping[Kind, str] = {
    Kind.EVENT: da("Det, der skete"), Kind.MEETING: da("Møder"), Kind.STAY: da("Indlæggelser"),
    Kind.PERSON: da("Hvem kom og gik"), Kind.PROMISE: da("Aftaler"),
    Kind.FINDING: da("Værd at se på"),
}  # fmt: skip
ENDS: Mapping[End, str] = {
    End.KEPT: da("holdt"), End.PARTLY: da("holdt delvist"), End.BROKEN: da("ikke holdt"),
    End.OPEN: da("i gang"), End.ASKED: da("venter på et ja"), End.OVER: da("gælder ikke mere"),
}  # fmt: skip


def band_name(name: str, *, to_citizen: bool) -> str:
    """What stands beside a band."""
    return gettext(HERS[name] if to_citizen and name in HERS else BANDS[name])


def lane_name(lane: Lane, *, to_citizen: bool) -> str:
    """A lane where there is room for it."""
    if to_citizen and lane is Lane.CITIZEN:
        return gettext("Mig selv")
    return gettext(LANES[lane])


def kind_name(kind: Kind, *, to_citizen: bool) -> str:
    """A kind as one chooses it."""
    return gettext(HERS[FLAGS] if to_citizen and kind is Kind.FINDING else KINDS[kind])
