"""The first words of her first page: welcome, welcome back, or where the course is."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from landfast.course.queries.own import OwnCourse
from landfast.course.rules.words import FOR_GOOD, Outcome
from landfast.course.rules.words import State as CourseState
from landfast.journeys.see_own_course import MyCourse
from landfast.kernel.clock import now
from landfast.kernel.text import da

BEGINS = frozenset({CourseState.REOPENED, CourseState.START})
GOES_ON = BEGINS | {CourseState.ACTIVE}
"""Not in a pause or a closing: that says more than that she is back."""
NEW_FOR = timedelta(days=21)

_WAYS: dict[CourseState, str] = {
    CourseState.DETECTED: da("Vi har fået besked om dig. Vi ringer og hører, hvad du siger."),
    CourseState.ASSESSMENT: da("Vi ser på, om et forløb er det rette for dig. Du får svar fra os."),
    CourseState.WAITING: da("Du står i kø til en koordinator. Vi ringer, når det er din tur."),
    CourseState.DECLINED: da(
        "Du fik ikke et forløb denne gang. Du kan altid ringe og spørge igen."
    ),
    CourseState.START: da("Vi er lige begyndt. Du bestemmer farten."),
    CourseState.ACTIVE: "",
    CourseState.PAUSED: da("Du holder pause. Din koordinator er her stadig."),
    CourseState.CLOSING: da("Vi er ved at slutte. Du får at vide, hvem der er der for dig."),
    CourseState.CLOSED: da("Dit forløb er slut. Døren er åben, hvis du vil tilbage."),
    CourseState.REOPENED: da("Dit forløb begynder igen. Vi finder en koordinator til dig."),
    CourseState.STOPPED: da("Du har stoppet dit forløb. Døren er åben, hvis du vil tilbage."),
}


def greeting(seen: MyCourse) -> str:
    """What the page says first; empty when the next step says enough.

    Who has been here before is no stranger: not in a course that is opened again, nor in a new one.
    """
    course = seen.course
    if course.begun_again_at and course.state in GOES_ON and _is_recent(course.begun_again_at):
        if not course.runs:
            return _("Velkommen tilbage. Vi finder en koordinator til dig.")
        if course.held.is_cover:
            return _covered(seen)
        return _("Velkommen tilbage. Vi går videre, hvor du vil. Du bestemmer farten.")
    if course.state is CourseState.START and _is_recent(course.since):
        if _has_earlier(seen):
            return _("Velkommen tilbage. Du bestemmer, hvad der er vigtigt nu.")
        return _(
            "Velkommen. Du bestemmer, hvad der er vigtigt. "
            "Du kan altid sige nej, og du kan stoppe, når du vil."
        )
    return _where_i_am(seen)


def _covered(seen: MyCourse) -> str:
    """Taken up where she stopped: who is there now, and who has been asked."""
    here = seen.course.held.holder
    if not seen.asked or here is None:
        return _("Velkommen tilbage. Du begynder, hvor du slap. Vi finder en koordinator til dig.")
    said = _("Velkommen tilbage. Du begynder, hvor du slap.")
    asked = _("Vi har spurgt %(name)s igen. %(here)s er her, til du får svar.")
    return f"{said} {asked % {'name': seen.asked, 'here': here.name}}"


def looks_back(course: OwnCourse) -> bool:
    """Opened again and at its beginning: what was agreed before stands open on the page."""
    return course.begun_again_at is not None and course.state in BEGINS


def _has_earlier(seen: MyCourse) -> bool:
    return any(one.state in {CourseState.CLOSED, CourseState.STOPPED} for one in seen.others)


def _is_recent(at: datetime) -> bool:
    return now() - at < NEW_FOR


def _where_i_am(seen: MyCourse) -> str:
    """Where the course is, in a sentence. An offer that was made is said, not weighed anew."""
    course, decision = seen.course, seen.decision
    if seen.how_ended in FOR_GOOD:
        return ""  # no door stands open
    if decision and decision.outcome is Outcome.OFFERED and course.state is CourseState.ASSESSMENT:
        return _("Du er tilbudt et forløb. Nu finder vi en koordinator til dig.")
    if looks_back(course) and course.runs:
        return _("Vi er i gang igen. Du bestemmer farten.")
    here = course.held.holder
    if course.state is CourseState.PAUSED and course.held.is_cover and here:
        return _("Du holder pause. %(name)s er her imens.") % {"name": here.name}
    return _(_WAYS[course.state]) if _WAYS[course.state] else ""
