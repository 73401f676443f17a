"""How Landfast shows a provider that it is Landfast: by a shared secret, or by a key of its own.

With a key (`private_key_jwt`, OpenID Connect Core §9) nothing secret leaves the house: the provider
has the public half, and each question is signed anew. Signatures are PyJWT's.
"""

import secrets
from enum import StrEnum
from urllib.parse import quote

import jwt
import urllib3

from landfast.kernel.clock import now
from landfast.login.client_keys import algorithm_of, key_of, public_key
from landfast.login.rules import Realm

BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LASTS = 60


class Proof(StrEnum):
    """The ways, by the names that providers use for them."""

    KEY = "private_key_jwt"
    SECRET = "client_secret_basic"  # noqa: S105 (a way, not a secret)
    SECRET_IN_BODY = "client_secret_post"  # noqa: S105
    NONE = "none"


def way_of(realm: Realm) -> Proof:
    """Which way the realm is set to."""
    if realm.private_key:
        return Proof.KEY
    if not realm.client_secret:
        return Proof.NONE
    return Proof.SECRET_IN_BODY if realm.secret_in_body else Proof.SECRET


def prove(realm: Realm, token_endpoint: str) -> tuple[dict[str, str], dict[str, str]]:
    """What is sent along: fields of the form, and headers."""
    match way_of(realm):
        case Proof.KEY:
            said = _assertion(realm, realm.assertion_audience or token_endpoint)
            return {"client_assertion_type": BEARER, "client_assertion": said}, {}
        case Proof.SECRET_IN_BODY:
            return {"client_secret": realm.client_secret}, {}
        case Proof.SECRET:
            pair = f"{quote(realm.client_id, safe='')}:{quote(realm.client_secret, safe='')}"
            return {}, dict(urllib3.make_headers(basic_auth=pair))
        case Proof.NONE:
            return {}, {}


def is_key(realm: Realm) -> bool:
    """Can the realm's key sign? Asked when the settings are read."""
    try:
        return bool(_assertion(realm, "x"))
    except (ValueError, TypeError, jwt.PyJWTError):
        return False


def _assertion(realm: Realm, audience: str) -> str:
    at = int(now().timestamp())
    claims = {
        "iss": realm.client_id, "sub": realm.client_id, "aud": audience, "iat": at,
        "exp": at + LASTS, "jti": secrets.token_urlsafe(24),
    }  # fmt: skip
    kid = public_key(realm)["kid"]
    return jwt.encode(claims, key_of(realm), algorithm=algorithm_of(realm), headers={"kid": kid})
