"""What courses ask of who holds them or is to hold them, as lines of the Monday page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.insight.asks import Ask, Asks
from landfast.programmes.rules import NEED_NAMES
from landfast.web.insight.monday_present import WaitingLine
from landfast.web.parts.shapes import Act


def ask_lines(found: list[Ask]) -> list[WaitingLine]:
    """One line for each; what has waited too long says so first."""
    return [WaitingLine(_sentence(one), one.name, one.when, _act(one)) for one in found]


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
    if one.what is Asks.OFFER:
        return _("%(name)s spørger, om du vil tage forløbet.") % {"name": one.words}
    need = _(NEED_NAMES[one.need]) if one.need else ""
    if one.writes_first:
        return _("Tom plads: %(need)s. Borgeren vil gerne have et brev først.") % {"need": need}
    return _("Tom plads: %(need)s. Borgeren har sagt ja til, at du finder en.") % {"need": need}


def _act(one: Ask) -> Act:
    course = one.course_id
    if one.what is Asks.OFFER:
        return Act(_("Svar på spørgsmålet"), reverse("answer_hand_over", args=[one.about]))
    if one.what is Asks.COVER_PAST:
        return Act(_("Find en ny koordinator"), reverse("hand_over", args=[course]))
    if one.what is Asks.ANOTHER:
        return Act(_("Åbn forløbet"), reverse("course", args=[course]))
    if one.what is Asks.ANEW:
        url = reverse("propose_agreement", args=[course])
        return Act(_("Aftal det på ny"), url + "?" + urlencode({"i_stedet": str(one.about)}))
    return Act(_("Find en til pladsen"), reverse("find_member", args=[course]))
