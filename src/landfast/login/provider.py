"""Talking to an OpenID provider: code flow with PKCE, and what is believed of the answer.

Signatures are PyJWT's; which answer belongs to which question, and which claims count, is ours.
"""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

import jwt
from cryptography.fernet import InvalidToken

from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.sealed import opened, sealed
from landfast.kernel.text import da
from landfast.login import provider_keys as keys
from landfast.login.rules import Realm

SKEW = 60
"""Seconds that two clocks may differ."""
FLOW_LASTS = 15 * 60
LOGOUT_TYPES = frozenset({"logout+jwt", "application/logout+jwt"})
LOGOUT = "http://schemas.openid.net/event/backchannel-logout"


@dataclass(frozen=True)
class Flow:
    """A question that waits for its answer. Kept in the session on the server, used once."""

    realm: str
    state: str
    nonce: str
    verifier: str
    redirect_uri: str
    asked_at: int
    purpose: str
    onward: str

    def kept(self) -> dict[str, Any]:
        """As the session keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class Answer:
    """What the provider has proved: whose login, and everything it says of them."""

    issuer: str
    subject: str
    sid: str
    id_token: str
    claims: Mapping[str, Any]


def refused(code: str) -> NotAllowed:
    """An answer that is not believed; the code says why, to those who keep the log."""
    sentence = da("Det lykkedes ikke at logge dig ind. Gå til forsiden, og prøv igen.")
    return NotAllowed(code, sentence)


def ask(realm: Realm, *, redirect_uri: str, purpose: str, onward: str) -> tuple[Flow, str]:
    """A new question, and the address where it is put."""
    flow = Flow(
        realm.name, secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48),
        redirect_uri, int(now().timestamp()), purpose, onward,
    )  # fmt: skip
    digest = hashlib.sha256(flow.verifier.encode()).digest()
    asked = {
        "response_type": "code", "client_id": realm.client_id, "redirect_uri": redirect_uri,
        "scope": " ".join(realm.scopes), "state": flow.state, "nonce": flow.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256", **realm.extra,
    }  # fmt: skip
    if purpose == "step_up":
        asked |= {"prompt": "login", "max_age": "0", **realm.step_up_extra}
    return flow, f"{keys.endpoint(realm, 'authorization_endpoint')}?{urlencode(asked)}"


def answered(realm: Realm, flow: Flow, query: Mapping[str, str]) -> Answer:
    """The answer to this very question, verified. Anything else is refused."""
    if not secrets.compare_digest(query.get("state", "").encode(), flow.state.encode()):
        raise refused("wrong_state")
    if not 0 <= now().timestamp() - flow.asked_at <= FLOW_LASTS:
        raise refused("too_late")
    says_issuer = keys.metadata(realm).get("authorization_response_iss_parameter_supported")
    if (says_issuer or "iss" in query) and query.get("iss") != realm.issuer:  # RFC 9207: mix-up
        raise refused("wrong_issuer")
    if "error" in query:
        raise refused("provider_said_no")
    tokens = keys.exchange(realm, query.get("code", ""), flow.redirect_uri, flow.verifier)
    claims = id_claims(realm, str(tokens.get("id_token", "")), flow)
    if realm.userinfo:
        more = keys.userinfo(realm, str(tokens.get("access_token", "")))
        if more.get("sub") != claims["sub"]:
            raise refused("wrong_subject")
        signed = {realm.level_claim, realm.identity_claim}  # believed from the signed token only
        claims = {k: v for k, v in more.items() if k not in signed} | claims
    sid = str(claims.get("sid", ""))
    return Answer(realm.issuer, claims["sub"], sid, str(tokens["id_token"]), claims)


def id_claims(realm: Realm, token: str, flow: Flow) -> dict[str, Any]:
    """The claims of an ID token made for this question (OpenID Connect Core §3.1.3.7)."""
    claims = _verified(realm, token, ["iss", "sub", "aud", "exp", "iat", "nonce"])
    if not secrets.compare_digest(str(claims["nonce"]).encode(), flow.nonce.encode()):
        raise refused("wrong_nonce")
    if claims["iat"] < flow.asked_at - SKEW:
        raise refused("too_old")
    if flow.purpose == "step_up" and claims.get("auth_time", 0) < flow.asked_at - SKEW:
        raise refused("not_asked_again")
    return claims


def logout_claims(realm: Realm, token: str) -> dict[str, Any]:
    """The claims of a logout token (OpenID Connect Back-Channel Logout §2.6)."""
    if realm.logout_typed and kind_of(token) not in LOGOUT_TYPES:
        raise refused("not_a_logout_token")
    claims = _verified(realm, token, ["iss", "aud", "iat", "exp", "jti"])
    events = claims.get("events")
    if not isinstance(events, dict) or not isinstance(events.get(LOGOUT), dict):
        raise refused("no_logout_event")
    if "nonce" in claims or not (claims.get("sid") or claims.get("sub")):
        raise refused("not_a_logout_token")
    if claims["iat"] < now().timestamp() - FLOW_LASTS:
        raise refused("too_old")
    return claims


def kind_of(token: str) -> str:
    """What a token says that it is; signed with the rest, so believed once that is verified."""
    try:
        return str(jwt.get_unverified_header(token).get("typ", "")).lower()
    except jwt.PyJWTError:
        return ""


def _verified(realm: Realm, token: str, needed: list[str]) -> dict[str, Any]:
    """Signature, issuer, audience and times; by an algorithm of the realm's own list."""
    try:
        head = jwt.get_unverified_header(token)
        if head.get("alg") not in realm.algorithms:
            raise refused("wrong_algorithm")
        claims: dict[str, Any] = jwt.decode(
            token, keys.key(realm, head), algorithms=list(realm.algorithms), leeway=SKEW,
            audience=realm.client_id, issuer=realm.issuer,
            options={"require": needed, "verify_exp": True},
        )  # fmt: skip
    except jwt.PyJWTError as error:
        raise refused("token_not_believed") from error
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != realm.client_id:
        raise refused("wrong_party")
    return claims


def logout_hint(realm: Realm, id_token: str) -> str:
    """What the session keeps of the ID token: it all, sealed, where a logout needs it; or nothing.

    Providers take the very token that they signed as the hint and nothing less (OpenID Connect
    RP-Initiated Logout §2); it may name a person, so the database must not be able to read it.
    """
    return sealed(id_token) if keys.metadata(realm).get("end_session_endpoint") else ""


def token_of(hint: str) -> str:
    """The ID token again; nothing when its sealing key has been taken away since."""
    try:
        return opened(hint)
    except InvalidToken:
        return ""


def sign_out_address(realm: Realm, hint: str, back: str) -> str | None:
    """Where the provider ends its own session (RP-initiated logout); None when it cannot."""
    where, id_token = keys.metadata(realm).get("end_session_endpoint"), token_of(hint)
    if not where or not id_token:
        return None
    asked = {"id_token_hint": id_token, "client_id": realm.client_id,
             "post_logout_redirect_uri": back}  # fmt: skip
    return f"{where}?{urlencode(asked)}"
