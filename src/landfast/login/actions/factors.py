"""Second steps: an app that shows codes, and recovery codes. Passkeys have a file of their own."""

from datetime import UTC, datetime
from uuid import UUID

import pyotp

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.sealed import opened
from landfast.kernel.sealed import sealed as sealed_text
from landfast.kernel.text import da
from landfast.login import models, queries, rules
from landfast.login.actions.identities import sealed, spoken
from landfast.people import queries as people
from landfast.people.passwords import seal, seal_like

WRONG_CODE = da("Koden passer ikke. Vent på den næste kode i appen, og skriv den her.")


@action(asks=False)
def start_codes(*, actor: Actor) -> None:
    """A fresh seed for an app; it counts when a code from it has been shown. Asks nobody: own row.

    One that is in use stays until it is removed. One that never counted is thrown away: somebody
    else who had the password may have seen it.
    """
    rules.check_may_add_steps(has_account=bool(people.username(actor.person_id)))
    row = models.OneTimeCode.objects.filter(person_id=actor.person_id).first()
    if row and row.last_step:
        raise NotNow("has_codes", da("Du har allerede en app. Fjern den, før du vælger en ny."))
    seed = sealed_text(pyotp.random_base32())
    models.OneTimeCode.objects.update_or_create(
        person_id=actor.person_id, defaults={"seed": seed, "created_at": now()}
    )
    record(actor, "login.codes_started")


def address_for_app(seed: str, name: str) -> str:
    """What the picture says to the app."""
    return pyotp.TOTP(seed, interval=rules.STEP).provisioning_uri(
        name=name or "Mig", issuer_name="Landfast"
    )


@action(asks=False)
def confirm_codes(*, actor: Actor, code: str) -> list[str]:
    """The app shows the right code: from now on it is asked for. Returns recovery codes, once.

    Asks nobody: own rows.
    """
    if not _code_fits(actor, code):
        raise Wrong("wrong_code", WRONG_CODE, "code")
    record(actor, "login.codes_added")
    return new_recovery_codes(actor=actor)


@action(asks=False)
def new_recovery_codes(*, actor: Actor) -> list[str]:
    """New recovery codes; the old ones are worth nothing. Asks nobody: own rows."""
    models.RecoveryCode.objects.filter(person_id=actor.person_id).delete()
    codes = [spoken() for _ in range(rules.CODES)]
    first = seal(sealed(codes[0]))
    for code in codes:
        slowly = seal_like(sealed(code), first)
        models.RecoveryCode.objects.create(person_id=actor.person_id, code=slowly)
    record(actor, "login.recovery_made")
    return codes


@action(asks=False)
def remove_codes(*, actor: Actor) -> None:
    """The app is not asked for any more. Asks nobody: own rows."""
    models.OneTimeCode.objects.filter(person_id=actor.person_id).delete()
    record(actor, "login.codes_removed")


@action(asks=False)
def remove_passkey(*, actor: Actor, passkey_id: UUID) -> None:
    """That passkey opens nothing any more. Asks nobody: own row."""
    models.Passkey.objects.filter(id=passkey_id, person_id=actor.person_id).delete()
    record(actor, "login.passkey_removed")


def has_second_step(actor: Actor) -> bool:
    """Is there more to ask of the one whose password fits?"""
    with acting(actor):
        return queries.my_factors(actor.person_id).has_second_step


def second_step(actor: Actor, code: str) -> bool:
    """Does this code, from the app or from the paper, belong to the one at the door? Used up."""
    with acting(actor):
        if code.strip().replace(" ", "").isdigit():
            return _code_fits(actor, code, confirmed=True)
        rows = models.RecoveryCode.objects.filter(person_id=actor.person_id, used_at=None)
        told = rows.values_list("code", flat=True).first()
        used = rows.filter(code=seal_like(sealed(code), told)).update(used_at=now())
        if used:
            record(actor, "login.recovery_used")
        return bool(used)


def _code_fits(actor: Actor, code: str, *, confirmed: bool = False) -> bool:
    """Compare with the codes of this half minute and its neighbours; remember which was used."""
    row = models.OneTimeCode.objects.select_for_update().filter(person_id=actor.person_id).first()
    if row is None or (confirmed and not row.last_step):
        return False
    app = pyotp.TOTP(opened(row.seed), interval=rules.STEP)
    step, shown = int(now().timestamp()) // rules.STEP, code.strip().replace(" ", "")
    fits = {
        s: pyotp.utils.strings_equal(app.at(datetime.fromtimestamp(s * rules.STEP, UTC)), shown)
        for s in (step - 1, step, step + 1)
    }
    taken = rules.accepted_step(step, row.last_step, fits)
    if taken is None:
        return False
    row.last_step = taken
    row.save(update_fields=["last_step"])
    return True
