"""What a request claims is believed only from proxies of our own."""

import os
import subprocess
import sys

import pytest

PRODUCTION = {
    "LANDFAST_ENV": "production", "LANDFAST_ACTOR_KEY": "a" * 60,
    "LANDFAST_SECRET_KEY": "k" * 60, "LANDFAST_SEALING_KEYS": "s" * 60,
    "LANDFAST_HOSTS": "x.dk",
    "DATABASE_URL": "postgres://app@localhost/landfast",
    "LANDFAST_PUBLIC_URL": "https://x.dk", "LANDFAST_MAIL_URL": "smtps://localhost",
    "LANDFAST_MAIL_FROM": "landfast@x.dk",
}  # fmt: skip
ASK = "from landfast.config import settings; print(settings.SECURE_PROXY_SSL_HEADER)"
IS_SECURE = """
import django
django.setup()
from django.test import RequestFactory
from landfast.web.source import _address
said = {"HTTP_HOST": "x.dk", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "9.9.9.9"}
request = RequestFactory().get("/", **said)
print(request.is_secure(), request.build_absolute_uri("/"), _address(request))
"""


def in_production(hops, ask, of="stdout"):
    """What a process of a production with this many proxies prints."""
    production = {
        **PRODUCTION, "LANDFAST_PROXY_HOPS": hops,
        "DJANGO_SETTINGS_MODULE": "landfast.config.settings",
    }  # fmt: skip
    ran = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, **production}, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    return getattr(ran, of).strip()


@pytest.mark.parametrize(
    ("hops", "believed"),
    [("", "None"), ("0", "None"), ("1", "('HTTP_X_FORWARDED_PROTO', 'https')")],
)
def test_tls_is_believed_from_a_proxy_we_know(hops, believed):
    assert in_production(hops, ASK) == believed


@pytest.mark.parametrize(
    ("hops", "told"),
    [("", "False http://x.dk/ 127.0.0.1"), ("1", "True https://x.dk/ 9.9.9.9")],
)
def test_without_a_proxy_a_request_is_what_it_is_not_what_it_says(hops, told):
    assert in_production(hops, IS_SECURE) == told
