"""How a field of the record is said: codes in plain words, numbers as Danes write them.

A field that is not here stands as it was written.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from landfast.access.roles import COURSE_ROLES
from landfast.access.rules import APART_NAMES, TOPIC_NAMES
from landfast.consent.rules import DECISION_NAMES, LEGAL_BASES, ConsentState
from landfast.course.rules.changing import ChangeState
from landfast.course.rules.contact import masked
from landfast.course.rules.correcting import CorrectionState
from landfast.course.rules.intake import ANSWER_NAMES
from landfast.course.rules.languages import LANGUAGES
from landfast.course.rules.observation import KINDS
from landfast.course.rules.signal import SIGNAL_NAMES
from landfast.course.rules.signal_ground import SEEN_AS_NAMES
from landfast.course.rules.told import HOW_NAMES as HEARD_HOW
from landfast.course.rules.words import HandoverState, Outcome, State
from landfast.directory.rules.mandates import SERVICE_NAMES
from landfast.files.rules import KIND_NAMES, READER_NAMES
from landfast.journeys.mend_mistake import THINGS
from landfast.keeping.rules import HOLD_NAMES, STATE_NAMES, TOLD_NAMES
from landfast.kernel import danish
from landfast.kernel.text import da
from landfast.meetings.rules import Reply
from landfast.network.rules import CLOSENESS_NAMES, SEAT_ANSWERS, SPHERE_NAMES, TIE_NAMES
from landfast.network.rules import KIND_NAMES as MAP_KINDS
from landfast.network.rules.helped import HELPED_NAMES
from landfast.network.rules.unwell import SEEN_BY_NAMES
from landfast.people.rules import role_name
from landfast.plan.rules.elsewhere import DEMAND_NAMES
from landfast.plan.rules.elsewhere import KIND_NAMES as PLAN_NAMES
from landfast.plan.rules.words import STEP_NAMES, WENT_NAMES
from landfast.programmes.rules import NEED_NAMES
from landfast.redthread.rules.catalogue import rule_of
from landfast.web.mine.plan_present import STANDING
from landfast.web.mine.present import AGREED
from landfast.web.mine.record_events import HAPPENED, SOMETHING
from landfast.web.mine.seat_words import HER_ROLES
from landfast.web.spoken import named

Says = Callable[[str], str]

STATES: dict[State, str] = {
    State.DETECTED: da("Vi har fået besked om dig"),
    State.ASSESSMENT: da("Vi ser på, om et forløb er det rette for dig"),
    State.DECLINED: da("Ikke et forløb denne gang"),
    State.WAITING: da("Du står i kø til en koordinator"),
    State.START: da("Lige begyndt"),
    State.ACTIVE: da("I gang"),
    State.PAUSED: da("På pause"),
    State.CLOSING: da("Ved at slutte"),
    State.CLOSED: da("Slut"),
    State.REOPENED: da("Begynder igen"),
    State.STOPPED: da("Du har stoppet det"),
}
OUTCOMES: dict[Outcome, str] = {
    Outcome.OFFERED: da("Ja, et forløb"),
    Outcome.WAITING: da("Ja, men der er kø"),
    Outcome.DECLINED: da("Nej"),
}
OFFERS: dict[HandoverState, str] = {
    HandoverState.OFFERED: da("Venter på svar"),
    HandoverState.ACCEPTED: da("Ja"),
    HandoverState.REFUSED: da("Nej"),
    HandoverState.WITHDRAWN: da("Taget tilbage"),
}
CHANGES: dict[ChangeState, str] = {
    ChangeState.ASKED: da("Venter på svar"),
    ChangeState.CHANGED: da("Du fik en anden"),
    ChangeState.KEPT: da("Det blev den samme"),
    ChangeState.TAKEN_BACK: da("Du tog det tilbage"),
}
CORRECTED: dict[CorrectionState, str] = {
    CorrectionState.ASKED: da("Venter på svar"),
    CorrectionState.CORRECTED: da("Det er rettet"),
    CorrectionState.STANDS: da("Det bliver stående"),
}
YES_AND_NO: dict[ConsentState, str] = {
    ConsentState.GIVEN: da("Ja"),
    ConsentState.REFUSED: da("Nej"),
    ConsentState.WITHDRAWN: da("Ja, og så lukket igen"),
    ConsentState.ENDED: da("Slut"),
    ConsentState.EXPIRED: da("Løbet ud"),
    ConsentState.REPLACED: da("Skrevet om"),
}
REPLIES: dict[Reply, str] = {
    Reply.ASKED: da("Ikke endnu"),
    Reply.COMES: da("Kommer"),
    Reply.BY_PHONE: da("På telefon"),
    Reply.WRITES: da("Skriver i stedet"),
    Reply.DECLINED: da("Kan ikke"),
    Reply.MAYBE: da("Måske"),
}


def _one_of(names: Mapping[Any, str], prefix: str = "", other: str = "") -> Says:
    """The word of a code; a code that is gone is shown as it is, never hidden."""
    return lambda code: _(names.get(f"{prefix}{code}") or other or code)


def _role(code: str) -> str:
    return named(role_name(code))


_ROLE_IN_COURSE = {role: text.name for role, text in COURSE_ROLES.items()}


_NEED = _one_of(NEED_NAMES)
_GROUND = _one_of({code: one.name for code, one in LEGAL_BASES.items()})

MASKED: dict[tuple[str, str], Says] = {
    ("course_citizen", "cpr"): masked,
    ("course_referral", "citizen_cpr"): masked,
}
"""On a screen a number stands whole only when it is asked for; in her book and file it does."""

SAID: dict[tuple[str, str], Says] = {
    ("access_apart", "why"): _one_of(APART_NAMES),
    ("course_referral", "apart"): _one_of(APART_NAMES),
    ("access_event", "kind"): _one_of(HAPPENED, other=SOMETHING),
    ("access_grant", "reason"): named,
    ("access_look", "role"): _one_of(_ROLE_IN_COURSE),
    ("consent_consent", "state"): _one_of(YES_AND_NO),
    ("consent_by_law", "basis"): _GROUND,
    ("consent_by_law", "topics"): _one_of(TOPIC_NAMES),
    ("consent_emergency", "basis"): _GROUND,
    ("consent_emergency", "decision"): _one_of(DECISION_NAMES),
    ("consent_share", "state"): _one_of(YES_AND_NO),
    ("consent_share", "topics"): _one_of(TOPIC_NAMES),
    ("course_assessment", "answer"): _one_of(ANSWER_NAMES),
    ("course_change_wish", "state"): _one_of(CHANGES),
    ("course_citizen", "cpr"): danish.cpr,
    ("course_citizen", "phone"): danish.phone,
    ("course_correction", "state"): _one_of(CORRECTED),
    ("course_course", "state"): _one_of(STATES),
    ("course_decision", "outcome"): _one_of(OUTCOMES),
    ("course_handover", "state"): _one_of(OFFERS),
    ("course_profile", "language"): _one_of(LANGUAGES),
    ("course_mend_note", "thing"): _one_of(THINGS),
    ("course_mend_reader", "role"): _one_of(_ROLE_IN_COURSE),
    ("course_observation", "kind"): _one_of(KINDS),
    ("course_signal", "kind"): _one_of(SIGNAL_NAMES),
    ("course_signal", "seen_as"): _one_of(SEEN_AS_NAMES),
    ("course_referral", "citizen_cpr"): danish.cpr,
    ("course_referral", "citizen_phone"): danish.phone,
    ("course_referral", "needs"): _NEED,
    ("course_state_change", "after"): _one_of(STATES),
    ("course_state_change", "reason"): named,
    ("files_file", "kind"): _one_of(KIND_NAMES),
    ("files_file", "readers"): _one_of(READER_NAMES),
    ("files_file", "topic"): _one_of(TOPIC_NAMES),
    ("keeping_case", "state"): _one_of(STATE_NAMES),
    ("course_decision", "told_how"): _one_of(HEARD_HOW),
    ("keeping_case", "told_how"): _one_of(TOLD_NAMES),
    ("keeping_change", "after"): _one_of(STATE_NAMES),
    ("keeping_hold", "kind"): _one_of(HOLD_NAMES),
    ("meetings_meeting", "cancelled_reason"): named,
    ("meetings_meeting", "interpreter"): _one_of(LANGUAGES),
    ("meetings_participant", "reply"): _one_of(REPLIES),
    ("meetings_participant", "role"): _role,
    ("meetings_theme", "need"): _NEED,
    ("network_member", "role"): _role,
    ("network_relation", "phone"): danish.phone,
    ("network_relation", "kind"): _one_of(MAP_KINDS),
    ("network_unwell", "seen_by"): _one_of(SEEN_BY_NAMES),
    ("network_unwell", "helped_how"): _one_of(HELPED_NAMES),
    ("network_member", "helped_how"): _one_of(HELPED_NAMES),
    ("network_relation", "helped_how"): _one_of(HELPED_NAMES),
    ("network_standing", "sphere"): _one_of(SPHERE_NAMES),
    ("network_standing", "closeness"): _one_of(CLOSENESS_NAMES),
    ("network_standing", "tie"): _one_of(TIE_NAMES),
    ("network_seat", "answer"): _one_of(SEAT_ANSWERS),
    ("network_seat", "need"): _NEED,
    ("network_seat", "beside"): _one_of(HER_ROLES),
    ("redthread_finding", "rule"): lambda code: _(rule_of(code).to_citizen),
    ("plan_cost", "service"): _one_of(SERVICE_NAMES),
    ("plan_agreement", "maker_role"): _role,
    ("plan_agreement", "state"): _one_of({state: word for state, (_kind, word) in AGREED.items()}),
    ("plan_agreement", "hers"): _one_of(WENT_NAMES),
    ("plan_agreement_change", "act"): _one_of(HAPPENED, "plan.agreement_", SOMETHING),
    ("plan_demand", "kind"): _one_of(DEMAND_NAMES),
    ("plan_other_plan", "kind"): _one_of(PLAN_NAMES),
    ("plan_own_step", "state"): _one_of(STEP_NAMES),
    ("plan_wish", "area"): _NEED,
    ("plan_wish", "standing"): _one_of(STANDING),
}
