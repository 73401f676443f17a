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


@pytest.mark.parametrize(
    ("hops", "believed"),
    [("", "None"), ("0", "None"), ("1", "('HTTP_X_FORWARDED_PROTO', 'https')")],
)
def test_tls_is_believed_from_a_proxy_we_know(hops, believed):
    production = {**PRODUCTION, "LANDFAST_PROXY_HOPS": hops}
    ran = subprocess.run(
        [sys.executable, "-c", ASK], env={**os.environ, **production}, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.strip() == believed
