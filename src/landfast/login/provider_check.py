"""Does a realm work? The provider is asked as at a login, up to where somebody must act."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from landfast.kernel.refusals import Refusal
from landfast.kernel.text import da
from landfast.login import client_proof
from landfast.login import provider_keys as keys
from landfast.login.client_proof import Proof
from landfast.login.rules import Realm


@dataclass(frozen=True)
class Finding:
    """One thing that was asked, whether it is as it should be, and what else could be done."""

    what: str
    is_well: bool
    help: str


def check(realm: Realm) -> list[Finding]:
    """What was found, in the order in which it was asked; it ends where the provider is silent."""
    keys.forget()
    try:
        told = keys.metadata(realm)
    except Refusal:
        return [_found(ANSWERS, is_well=False)]
    asked: list[tuple[tuple[str, str], Callable[[], bool]]] = [
        (PKCE, lambda: "S256" in told.get("code_challenge_methods_supported", ["S256"])),
        (SIGNS, lambda: _shares(told, "id_token_signing_alg_values_supported", realm.algorithms)),
        (KEYS, lambda: bool(keys.signing_keys(realm))),
        (PROOF, lambda: _takes(told, client_proof.way_of(realm))),
        (BELIEVES, lambda: keys.believes_us(realm)),
        (LOGS_OUT, lambda: bool(told.get("backchannel_logout_supported"))),
    ]
    return [_found(ANSWERS, is_well=True), *(_asked(words, ask) for words, ask in asked)]


def _asked(words: tuple[str, str], ask: Callable[[], bool]) -> Finding:
    try:
        return _found(words, is_well=ask())
    except Refusal:
        return _found(words, is_well=False)


def _found(words: tuple[str, str], *, is_well: bool) -> Finding:
    what, help_text = words
    return Finding(what, is_well, "" if is_well else help_text)


def _shares(told: dict[str, Any], name: str, ours: Iterable[str]) -> bool:
    return bool(set(told.get(name, ["RS256"])) & set(ours))


def _takes(told: dict[str, Any], way: Proof) -> bool:
    return way.value in told.get("token_endpoint_auth_methods_supported", [Proof.SECRET.value])


ANSWERS = (
    da("Udbyderen svarer, og svaret er hans eget"),
    da("Se efter, om issuer står, præcis som udbyderen skriver det, og om netværket når derud."),
)
PKCE = (da("Udbyderen kan PKCE (S256)"), da("Bed udbyderen om at slå PKCE med S256 til."))
SIGNS = (
    da("Udbyderen underskriver på en måde, vi tager imod"),
    da("Ret algorithms til en, som udbyderen bruger."),
)
KEYS = (da("Udbyderens nøgler kan hentes"), da("Se efter, om netværket når udbyderens nøgler."))
PROOF = (
    da("Udbyderen tager imod vores måde at vise, hvem vi er"),
    da("Vælg en anden måde: hemmelighed, hemmelighed i formularen eller egen nøgle."),
)
BELIEVES = (
    da("Udbyderen tror på, at vi er Landfast"),
    da("Se client_id og hemmeligheden efter. Ved egen nøgle: registrér den offentlige halvdel."),
)
LOGS_OUT = (
    da("Udbyderen siger til, når nogen logger ud hos ham"),
    da("Ellers slutter en session her først af sig selv. Bed om back-channel logout."),
)
