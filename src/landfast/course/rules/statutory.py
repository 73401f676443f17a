"""Statutory roles continue; precedence (forrang) covers listed functions only (domain 0.7)."""

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

ROLES = (
    da("Behandlingsansvarlig læge"),
    da("Patientansvarlig læge"),
    da("Koordinerende sagsbehandler i ressourceforløb"),
    da("Overlæge med ansvar for udskrivningsaftale (§ 13 a)"),
    da("Overlæge med ansvar for koordinationsplan (§ 13 b)"),
    da("Behandlingsansvarlig i OPUS"),
    da("Tilsynsførende i kriminalforsorgen"),
    da("Værge"),
)
"""Roles that the law places elsewhere, to choose from; others can be written."""

LIMITS = {"role": 80, "holder": 120, "does": 300}


def check_statutory(role: str, holder: str, does: str) -> None:
    """A statutory role has a name, a holder, and one line on who does what (domain 0.7)."""
    for name, words in (("role", role), ("holder", holder), ("does", does)):
        if not words.strip():
            raise Wrong("statutory_role_incomplete", da("Skriv det, før vi kan gemme."), name)
        if len(words) > LIMITS[name]:
            raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), name)
