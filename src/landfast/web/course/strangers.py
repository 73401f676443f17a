"""What one sending of the public form tells about itself, without a third party."""

from django.core import signing
from django.http import HttpRequest

from landfast.course.rules.callback import Sign, signs
from landfast.kernel.clock import now

SALT = "landfast.callback"


def stamp() -> str:
    """The signed time at which the form was shown."""
    return signing.dumps(now().timestamp(), salt=SALT)


def age(text: str) -> float | None:
    """Seconds since the form was shown; None when the stamp is missing or not ours."""
    try:
        return now().timestamp() - float(signing.loads(text, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def signs_of(request: HttpRequest, *, trap: str, stamped: str) -> frozenset[Sign]:
    """The signs of junk in this sending."""
    return signs(trap=trap, age_seconds=age(stamped), from_elsewhere=_from_elsewhere(request))


def _from_elsewhere(request: HttpRequest) -> bool:
    """Was the form sent from another site's page?"""
    origin = request.headers.get("Origin", "")
    return bool(origin) and origin.rsplit("//", maxsplit=1)[-1] != request.get_host()
