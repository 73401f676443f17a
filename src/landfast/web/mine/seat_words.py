"""Who is good to have beside those who help already, and why, in her words and in the house's."""

from django.utils.translation import gettext as _

from landfast.kernel.text import da
from landfast.network.rules.beside import Beside
from landfast.people.rules import role_name
from landfast.programmes.rules import NEED_NAMES
from landfast.web.spoken import named

HER_ROLES: dict[str, str] = {
    "landlord": da("din udlejer"),
    "visitator": da("en fra kommunen, der kan sige ja til støtte"),
    "study_counsellor": da("en, der kan tale med dig om uddannelse"),
    "mentor": da("en mentor"),
    "employer": da("din chef"),
    "gp": da("din egen læge"),
    "psych_outpatient": da("en, der behandler dig i psykiatrien"),
    "opus_clinician": da("en, der behandler dig i psykiatrien"),
    "peer": da("en, der selv har prøvet det"),
    "home_care": da("en, der hjælper i hjemmet"),
    "relative": da("en i din familie"),
    "school": da("dine børns skole"),
    "police": da("politiet"),
    "case_worker": da("din sagsbehandler"),
    "activity_offer": da("et sted, hvor man laver noget sammen"),
}
"""The roles to think of, as she would say them; each of `should` has its words (tested)."""


def roles_beside(one: Beside, *, to_her: bool) -> str:
    """Who it could be, each once."""
    return ", ".join(sorted({_role(role, to_her) for role in one.roles}))


def _role(role: str, to_her: bool) -> str:
    return _(HER_ROLES[role]) if to_her else named(role_name(role))


def why(one: Beside) -> str:
    """A fact, and nobody's fault."""
    if one.meets is None:
        return _("De kan tit hjælpe med netop det.")
    other = _(NEED_NAMES[one.meets])
    return _("Det hænger sammen med »%(other)s«. Så er det godt at tale sammen.") % {"other": other}
