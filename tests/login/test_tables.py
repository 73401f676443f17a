"""What the door keeps is seen by its person only, and by nobody before somebody acts."""

import pytest
from django.db import DatabaseError, transaction

from landfast.access.session import acting
from landfast.login import models
from landfast.login.actions import identities, sittings
from landfast.login.actions.factors import new_recovery_codes, start_codes
from landfast.login.actions.way_out import choose_way_out
from landfast.login.rules import Way
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from tests.factories.town import as_

MINE = ("Identity", "Invitation", "Passkey", "OneTimeCode", "RecoveryCode", "Sitting", "WayOut")


@pytest.fixture
def kept(town):
    """Karen has one of each."""
    karen = town.karen
    identities.invite(by=None, person_id=karen.person_id)
    sittings.begin(karen, Way.PASSWORD)
    with as_(karen):
        people.open_account(person_id=karen.person_id, username="karen", password=None)
        start_codes(actor=karen)
        new_recovery_codes(actor=karen)
        choose_way_out(actor=karen, wanted=True)
        models.Passkey.objects.create(
            person_id=karen.person_id, name="x", credential=b"1", public_key=b"2"
        )
        models.Identity.objects.create(
            person_id=karen.person_id, realm="r", issuer="i", subject="s"
        )
    return town


@pytest.mark.parametrize("table", MINE)
def test_only_its_person_sees_and_changes_it(kept, table):
    rows = getattr(models, table).objects
    with as_(kept.karen):
        assert rows.exists()
    for other in (kept.bo, kept.lars, None):
        with acting(other):
            assert not rows.exists()
            assert rows.update(id=None) == 0


@pytest.mark.parametrize("table", MINE)
def test_nobody_adds_to_anothers(kept, table):
    with as_(kept.karen):
        row = getattr(models, table).objects.order_by("id").first()
    row.pk = None
    with acting(kept.bo), pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)


def test_nobody_reads_which_messages_were_heard(kept):
    with as_(kept.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.UsedToken.objects.count()


def test_a_login_is_one_persons(kept):
    from landfast.kernel.refusals import NotNow
    from landfast.login.provider import Answer
    from landfast.login.realms import realm_of

    known = realm_of("r", {"kind": "staff", "label": "l", "issuer": "https://i", "client_id": "c"})
    assert known.kind is PersonKind.STAFF
    with as_(kept.bo), pytest.raises(NotNow):
        identities.connect(actor=kept.bo, realm=known, answer=Answer("i", "s", "", "", {}))
