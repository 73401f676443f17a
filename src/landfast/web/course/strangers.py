"""What one sending of the public form tells about itself, without a third party."""

import hashlib
import hmac
import ipaddress

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from landfast.course.rules.callback import Sign, signs
from landfast.kernel.clock import now, today

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


def source_of(request: HttpRequest) -> str:
    """Where it came from, as a hash that holds for today: no address is stored."""
    told = f"{today().isoformat()} {_network(_address(request))}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), told, hashlib.sha256).hexdigest()[:32]


def _address(request: HttpRequest) -> str:
    """The visitor's address: the one our own proxies saw, never what the visitor claims."""
    hops = settings.LANDFAST_PROXY_HOPS
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if hops and len(seen) >= hops and seen[-hops]:
        return seen[-hops]
    return str(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    """A home has a whole /64 of IPv6 addresses: they count as one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    return str(ipaddress.ip_network(f"{ip}/64", strict=False)) if ip.version == 6 else str(ip)  # noqa: PLR2004
