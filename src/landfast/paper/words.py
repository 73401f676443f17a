"""Words that stand on paper: dates as Danes read them, states without colour."""

from datetime import date, datetime

from landfast.kernel import danish
from landfast.kernel.clock import DENMARK
from landfast.kernel.text import da
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.words import AgreementState, Standing

STATES: dict[AgreementState, str] = {
    AgreementState.NOTED: da("noteret udefra"),
    AgreementState.PROPOSED: da("venter på et ja"),
    AgreementState.ACCEPTED: da("aftalt"),
    AgreementState.STARTED: da("i gang"),
    AgreementState.KEPT: da("holdt"),
    AgreementState.PARTLY: da("holdt delvist"),
    AgreementState.BROKEN: da("ikke holdt"),
    AgreementState.REPLACED: da("erstattet af en ny"),
    AgreementState.DECLINED: da("ikke sagt ja til"),
    AgreementState.LAPSED: da("ikke længere ønsket"),
}
STANDINGS: dict[Standing, str] = {
    Standing.WISH: da("mit ønske"),
    Standing.GOAL: da("mit mål"),
    Standing.ASIDE: da("lagt væk"),
}


def day(value: date | None) -> str:
    """A date, or nothing."""
    return danish.short_day(value) if value else ""


def moment(value: datetime | None) -> str:
    """A day and the time of it in Denmark, or nothing."""
    if value is None:
        return ""
    local = value.astimezone(DENMARK)
    return f"{danish.day(local)} {danish.clock(local)}"


def promise(row: AgreementRow) -> dict[str, str]:
    """One line of the table of agreements."""
    who = row.maker.name if row.maker else "ingen endnu"
    return {"what": row.text, "who": who, "due": day(row.due_on), "state": STATES[row.state]}
