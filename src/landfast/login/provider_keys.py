"""What is fetched from a provider: its addresses and keys (kept for a while), and tokens."""

import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jwt
import urllib3

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.login.client_proof import prove
from landfast.login.realms import is_safe
from landfast.login.rules import Realm

KEPT = 3600.0
AGAIN = 30.0
"""Seconds between two fetches that an unknown key asks for: nobody makes us hammer a provider."""
SILENT = 10.0
"""Seconds in which one that did not answer is not asked again: who comes next does not wait too."""
MOST = 512 * 1024
_HTTP = urllib3.PoolManager(
    timeout=urllib3.Timeout(connect=5, read=10), retries=False, maxsize=4, cert_reqs="CERT_REQUIRED"
)


@dataclass(frozen=True)
class _Kept:
    at: float
    told: dict[str, Any]


_kept: dict[str, _Kept] = {}
_failed: dict[str, float] = {}
_locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
"""One an address: a provider that does not answer holds up nobody who comes in by another."""


def unreachable(why: Exception | None = None) -> NotNow:
    """The provider does not answer as it should."""
    refusal = NotNow(
        "provider_unreachable",
        da("Login-tjenesten svarer ikke lige nu. Vent lidt, og prøv igen fra forsiden."),
    )
    refusal.__cause__ = why
    return refusal


def forget() -> None:
    """Forget what is kept (tests turn keys)."""
    _kept.clear()
    _failed.clear()


def metadata(realm: Realm) -> dict[str, Any]:
    """The provider's own description, which must be the issuer's we were told to trust."""
    told = _fetched(f"{realm.issuer.rstrip('/')}/.well-known/openid-configuration", KEPT)
    if told.get("issuer") != realm.issuer:
        raise unreachable()
    return told


def endpoint(realm: Realm, name: str) -> str:
    """An address of the provider."""
    address = str(metadata(realm).get(name, ""))
    if not is_safe(address):
        raise unreachable()
    return address


def key(realm: Realm, head: Mapping[str, Any]) -> jwt.PyJWK:
    """The provider's key that a token names; asked for anew when it has been turned."""
    address = endpoint(realm, "jwks_uri")
    for at_most in (KEPT, AGAIN):
        for one in _fetched(address, at_most).get("keys", []):
            if one.get("use", "sig") == "sig" and head.get("kid") in (None, one.get("kid")):
                return jwt.PyJWK.from_dict(one, algorithm=str(head["alg"]))
    raise jwt.InvalidKeyError("the provider has no such key")


def signing_keys(realm: Realm) -> list[dict[str, Any]]:
    """All that the provider signs with, asked for now."""
    found = _fetched(endpoint(realm, "jwks_uri"), 0.0).get("keys", [])
    return [one for one in found if one.get("use", "sig") == "sig"]


def believes_us(realm: Realm) -> bool:
    """Does the provider take our proof? A made-up code is refused for its own sake, not ours."""
    where = endpoint(realm, "token_endpoint")
    fields, headers = prove(realm, where)
    sent = {
        "grant_type": "authorization_code", "code": secrets.token_urlsafe(16),
        "redirect_uri": realm.issuer, "code_verifier": secrets.token_urlsafe(48),
        "client_id": realm.client_id, **fields,
    }  # fmt: skip
    try:
        answer = _HTTP.request(
            "POST", where, fields=sent, encode_multipart=False, redirect=False,
            headers=headers | {"Accept": "application/json"},
        )  # fmt: skip
        told = answer.json()
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise unreachable(error) from error
    return isinstance(told, dict) and told.get("error") == "invalid_grant"


def exchange(realm: Realm, code: str, redirect_uri: str, verifier: str) -> dict[str, Any]:
    """A code becomes tokens, once."""
    sent = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri,
            "code_verifier": verifier, "client_id": realm.client_id}  # fmt: skip
    where = endpoint(realm, "token_endpoint")
    fields, headers = prove(realm, where)
    sent |= fields
    headers |= {"Accept": "application/json"}
    return _json(
        lambda: _HTTP.request(
            "POST", where, fields=sent, encode_multipart=False, headers=headers, redirect=False
        )
    )


def userinfo(realm: Realm, token: str) -> dict[str, Any]:
    """What the provider tells beside the ID token."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    where = endpoint(realm, "userinfo_endpoint")
    return _json(lambda: _HTTP.request("GET", where, headers=headers, redirect=False))


def _fetched(address: str, at_most: float) -> dict[str, Any]:
    """What stands at an address, kept for at most so many seconds."""
    with _locks[address]:
        kept = _kept.get(address)
        if kept is None or time.monotonic() - kept.at >= at_most:
            kept = _kept[address] = _Kept(time.monotonic(), _asked_now(address))
        return kept.told


def _asked_now(address: str) -> dict[str, Any]:
    if time.monotonic() - _failed.get(address, -SILENT) < SILENT:
        raise unreachable()
    try:
        return _json(lambda: _HTTP.request("GET", address, redirect=False))
    except NotNow:
        _failed[address] = time.monotonic()
        raise


def _json(send: Callable[[], urllib3.BaseHTTPResponse]) -> dict[str, Any]:
    """The answer as an object; everything else is an answer we cannot use."""
    try:
        response = send()
        told = response.json() if len(response.data) <= MOST else None
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise unreachable(error) from error
    if response.status >= 400 or not isinstance(told, dict):  # noqa: PLR2004 (HTTP)
        raise unreachable()
    return told
