"""What courses ask of their holder, as lines of the Monday page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.course.queries.names import WhoseCourse
from landfast.insight.asks import Ask, Asks
from landfast.insight.monday import Monday
from landfast.programmes.rules import NEED_NAMES
from landfast.web.insight.monday_present import WaitingLine
from landfast.web.parts.shapes import Act


def held(seen: Monday) -> list[WhoseCourse]:
    """The courses whose threads the reader holds."""
    return [one.course for one in seen.courses if not one.as_second]


def ask_lines(found: list[Ask]) -> list[WaitingLine]:
    """One line for each; what has waited too long says so first."""
    return [WaitingLine(_sentence(one), one.course.name, one.when, _act(one)) for one in found]


def _sentence(one: Ask) -> str:
    if one.what is Asks.COVER_PAST:
        return _("For sent: dækningen skulle være slut. Borgeren mangler en koordinator.")
    if one.what is Asks.ANOTHER:
        return _(
            "Vil gerne tale om en anden koordinator. Det er borgerens ret og ikke en klage. "
            "Daglig leder svarer."
        )
    if one.what is Asks.ANEW:
        return _("Den, der lovede det, er ikke med i teamet mere: %(what)s") % {"what": one.words}
    need = _(NEED_NAMES[one.need]) if one.need else ""
    if one.writes_first:
        return _("Tom plads: %(need)s. Borgeren vil gerne have et brev først.") % {"need": need}
    return _("Tom plads: %(need)s. Borgeren har sagt ja til, at du finder en.") % {"need": need}


def _act(one: Ask) -> Act:
    course = one.course.course_id
    if one.what is Asks.COVER_PAST:
        return Act(_("Find en ny koordinator"), reverse("hand_over", args=[course]))
    if one.what is Asks.ANOTHER:
        return Act(_("Åbn forløbet"), reverse("course", args=[course]))
    if one.what is Asks.ANEW:
        url = reverse("propose_agreement", args=[course])
        return Act(_("Aftal det på ny"), url + "?" + urlencode({"i_stedet": str(one.agreement_id)}))
    return Act(_("Find en til pladsen"), reverse("find_member", args=[course]))
