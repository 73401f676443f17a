"""What somebody is in a course, in words: to those who work in it, and to the citizen."""

from django.utils.translation import gettext as _

from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.kernel.text import da

ROLE_WORDS: dict[CourseRole, str] = {
    CourseRole.COORDINATOR: da("din koordinator"),
    CourseRole.COVER: da("dækker for din koordinator"),
    CourseRole.DEPUTY: da("dækker for din koordinator"),
    CourseRole.SECOND: da("din anden kontakt"),
    CourseRole.FORMER_COORDINATOR: da("var din koordinator før"),
    CourseRole.TAKER: da("er spurgt, om de vil være din koordinator"),
    CourseRole.PROFESSIONAL: da("er med, fordi du har sagt ja"),
    CourseRole.INTAKE: da("ser på, om et forløb er noget for dig"),
    CourseRole.LEAD: da("leder"),
    CourseRole.RECIPIENT: da("må læse om noget, du har delt"),
    CourseRole.EMERGENCY: da("i en nødsituation"),
    CourseRole.PROXY: da("må læse for dig"),
    CourseRole.GUEST: da("gæst på et møde"),
    CourseRole.DECIDER: da("er bedt om at afgøre én ting"),
}


def role_in_words(role: CourseRole, *, to_citizen: bool) -> str:
    """The role behind a name, in small letters; to her as it stands on her own pages."""
    if role is CourseRole.RECIPIENT and not to_citizen:  # only where they read what stands there
        return _("uden for teamet, borgeren har delt det")
    return _(ROLE_WORDS[role]) if to_citizen else _(COURSE_ROLES[role].name).lower()
