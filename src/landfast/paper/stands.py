"""How a promise stands, in the words that the plan's pages and its sheet on paper share."""

from datetime import date

from django.utils.translation import gettext

from landfast.kernel.text import da
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.deadlines import Nearness
from landfast.plan.rules.words import AgreementState

STATES: dict[AgreementState, str] = {
    AgreementState.NOTED: da("Fortalt udefra"),
    AgreementState.PROPOSED: da("Venter på et ja"),
    AgreementState.ACCEPTED: da("Aftalt"),
    AgreementState.STARTED: da("I gang"),
    AgreementState.KEPT: da("Holdt"),
    AgreementState.PARTLY: da("Delvist holdt"),
    AgreementState.BROKEN: da("Aftalen blev ikke holdt"),
    AgreementState.REPLACED: da("Ny aftale i stedet"),
    AgreementState.DECLINED: da("Sagt nej"),
    AgreementState.LAPSED: da("Ikke længere ønsket"),
}
NEAR: dict[Nearness, str] = {
    Nearness.SOON: da("Snart"),
    Nearness.TODAY: da("Skal være gjort i dag"),
    Nearness.LATE: da("Fristen er gået"),
    Nearness.STATUS_MISSING: da("Vi mangler at høre, hvordan det gik"),
    Nearness.LEADER: da("Fristen er gået for længe siden"),
}


def stands(row: AgreementRow, today: date) -> str:
    """How an agreement stands today. Only what somebody has accepted can be late."""
    if row.state is AgreementState.PROPOSED and row.offered_at:
        return gettext("Andre ord – venter på svar")
    if row.is_refused:
        return gettext("En leder har sagt nej")
    if row.asks_leader:
        return gettext("En leder er spurgt")
    if row.is_interim and row.state is AgreementState.LAPSED:
        return gettext("Gjaldt, mens en leder var spurgt")
    return gettext(NEAR.get(row.nearness(today), STATES[row.state]))
