"""Whether this telephone has had her copy: a browser may throw it away, and tells nobody.

The mark is a cookie of this telephone, since what scripts keep goes with the copy. It says whose it
was to nobody but the installation, lasts as long as the copy may, and her script takes it away when
the copy goes by her own act.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from landfast.access.actor import Actor
from landfast.course.rules.card import COPY_LASTS

MARK = "__Host-kopi" if settings.SESSION_COOKIE_SECURE else "kopi"
SIGNS = 16


def mark(answer: HttpResponse, actor: Actor) -> None:
    """This telephone has her copy from now on."""
    answer.set_cookie(
        MARK, _sign(actor), max_age=COPY_LASTS, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def was_here(request: HttpRequest, actor: Actor) -> bool:
    """Has hers lain on this telephone, and has she not taken it away herself?"""
    return constant_time_compare(request.COOKIES.get(MARK, ""), _sign(actor))


def _sign(actor: Actor) -> str:
    return salted_hmac("landfast.copy", str(actor.person_id)).hexdigest()[:SIGNS]
