"""Where a request came from, without keeping anybody's address."""

import hashlib
import hmac
import ipaddress

from django.conf import settings
from django.http import HttpRequest

from landfast.kernel.clock import today


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
