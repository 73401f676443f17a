"""Passkeys (adgangsnøgler): made and shown by the browser, checked by py_webauthn."""

import json
from dataclasses import dataclass
from typing import Any

import webauthn
from webauthn.helpers import base64url_to_bytes, options_to_json
from webauthn.helpers import exceptions as wrong
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel.clock import now
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.login import models, queries, rules
from landfast.people import queries as people

SPOILT = (wrong.WebAuthnException, ValueError, KeyError, TypeError, RecursionError)
REFUSED = da("Adgangsnøglen passer ikke. Prøv igen, eller log ind på en anden måde.")


@dataclass(frozen=True)
class Site:
    """The site that passkeys are made for: nothing made for another is accepted."""

    host: str
    origin: str


def to_make(actor: Actor, site: Site) -> tuple[str, str]:
    """What a browser needs to make a passkey, as JSON, and the challenge to keep."""
    rules.check_may_add_steps(has_account=bool(people.username(actor.person_id)))
    options = webauthn.generate_registration_options(
        rp_id=site.host, rp_name="Landfast", user_id=actor.person_id.bytes,
        user_name=actor.name or "Landfast", user_display_name=actor.name or "Landfast",
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=one) for one in queries.credentials(actor.person_id)
        ],
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
    )  # fmt: skip
    return options_to_json(options), options.challenge.hex()


@action(asks=False)
def add(*, actor: Actor, site: Site, challenge: str, credential: str, name: str) -> None:
    """A passkey of mine, made for this site and this question. Asks nobody: own row."""
    try:
        made = webauthn.verify_registration_response(
            credential=credential, expected_challenge=bytes.fromhex(challenge),
            expected_rp_id=site.host, expected_origin=site.origin, require_user_verification=True,
        )  # fmt: skip
    except SPOILT as error:
        raise Wrong("passkey_refused", REFUSED, "name") from error
    row = models.Passkey.objects.create(
        person_id=actor.person_id, name=name, credential=made.credential_id,
        public_key=made.credential_public_key, sign_count=made.sign_count, created_at=now(),
    )  # fmt: skip
    record(actor, "login.passkey_added", row)


def to_show(site: Site) -> tuple[str, str]:
    """What a browser needs to show a passkey, as JSON, and the challenge to keep."""
    options = webauthn.generate_authentication_options(
        rp_id=site.host, user_verification=UserVerificationRequirement.REQUIRED
    )
    return options_to_json(options), options.challenge.hex()


def shown(credential: str, *, site: Site, challenge: str) -> Actor | None:
    """Whose passkey was shown, when it fits this site and this question; None when it does not.

    The device has asked for a finger or a code: two steps in one.
    """
    try:
        told: dict[str, Any] = json.loads(credential)
        raw = base64url_to_bytes(told["rawId"])
        owner = queries.owner_of_passkey(raw)
        person = people.person(owner) if owner else None
        if person is None:
            return None
        actor = Actor(person.id, person.kind, person.name)
        with acting(actor):
            return actor if _fits(actor, raw, told, site, challenge) else None
    except SPOILT:
        return None


def _fits(actor: Actor, raw: bytes, told: dict[str, Any], site: Site, challenge: str) -> bool:
    row = models.Passkey.objects.select_for_update().get(person_id=actor.person_id, credential=raw)
    seen = webauthn.verify_authentication_response(
        credential=told, expected_challenge=bytes.fromhex(challenge), expected_rp_id=site.host,
        expected_origin=site.origin, credential_public_key=bytes(row.public_key),
        credential_current_sign_count=row.sign_count, require_user_verification=True,
    )  # fmt: skip
    row.sign_count, row.used_at = seen.new_sign_count, now()
    row.save(update_fields=["sign_count", "used_at"])
    return True
