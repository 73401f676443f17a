"""Referring a citizen: her yes, her no, and the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.access import models as access_models
from landfast.course import models
from landfast.course.actions import referral
from landfast.course.queries import referrals
from landfast.course.rules.referral import Whom
from landfast.course.rules.words import ReferralState, Says, Urgency
from landfast.journeys.take_referral import take_referral
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.ids import new_id
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.referrals import citizen_of, referred, some_citizen, taken, unasked
from tests.factories.shipped import load_shipped
from tests.factories.town import as_, leaves


def seen_by(actor) -> int:
    with as_(actor):
        return models.Referral.objects.count()


def test_an_employee_gets_a_receipt_at_once_and_five_business_days_run(town):
    with clock.at(datetime(2026, 11, 20, 12, tzinfo=UTC)):  # a Friday
        receipt = referred(town)
    assert receipt.code[3] == "-"
    assert receipt.state is ReferralState.NEW
    assert str(receipt.answer_by) == "2026-11-27"


def test_referrer_and_intake_see_a_referral_others_nothing(town):
    referred(town)
    assert [seen_by(a) for a in (town.bo, town.karen, town.dorte)] == [1, 1, 1]
    assert [seen_by(a) for a in (town.anna, town.lars, town.vibeke, some_citizen())] == [0] * 4


def test_a_citizen_who_says_no_leaves_no_row_anywhere(town):
    with pytest.raises(Wrong) as refusal:
        referred(town, says=Says.NO)
    assert refusal.value.field == "says"
    assert seen_by(town.bo) == 0
    with as_(town.bo):
        assert access_models.Event.objects.count() == 0


def test_a_citizen_cannot_refer_others(town):
    with pytest.raises(NotAllowed):
        referred(town, by=some_citizen())


def test_not_asked_waits_apart_and_makes_no_citizen_and_no_course(town):
    load_shipped()
    receipt = unasked(town)
    assert receipt.state is ReferralState.WAITS_FOR_YES
    with as_(town.mads):
        with pytest.raises(NotNow, match="sagt ja"):
            take_referral(actor=town.mads, referral_id=receipt.id)
        assert models.Course.objects.count() == models.Citizen.objects.count() == 0


def test_somebody_must_be_named_who_asks(town):
    with pytest.raises(Wrong) as refusal:
        referred(town, says=Says.NOT_ASKED)
    assert refusal.value.field == "who_asks"


def test_the_one_who_asks_sees_it_until_it_is_answered(town):
    receipt = referred(town, says=Says.NOT_ASKED, who_asks=town.solveig.person_id)
    with as_(town.solveig):
        assert [row.id for row in referrals.mine(town.solveig).to_ask] == [receipt.id]
        referral.note_yes(actor=town.solveig, referral_id=receipt.id, words="Ja, ring bare")
        with pytest.raises(NotNow):
            referral.note_yes(actor=town.solveig, referral_id=receipt.id)
    with as_(town.karen):
        row = models.Referral.objects.get()
    assert (row.state, row.says, row.expires_on) == ("new", "yes", None)


def test_a_no_that_is_brought_deletes_the_referral(town):
    receipt = unasked(town)
    with as_(town.bo):
        referral.note_no(actor=town.bo, referral_id=receipt.id)
    assert [seen_by(a) for a in (town.bo, town.dorte)] == [0, 0]


def test_a_referral_with_a_yes_cannot_be_deleted(town):
    receipt = referred(town)
    with as_(town.bo):
        assert models.Referral.objects.filter(id=receipt.id).delete()[0] == 0


def test_a_stranger_to_the_referral_cannot_answer_for_the_citizen(town):
    receipt = unasked(town)
    for stranger in (town.anna, town.vibeke):
        with as_(stranger), pytest.raises(NotFound):
            referral.note_yes(actor=stranger, referral_id=receipt.id)


def test_without_a_yes_it_is_emptied_after_thirty_days(town):
    unasked(town)
    for days, emptied in ((29, 0), (30, 1)):
        with clock.at(clock.now() + timedelta(days=days)), as_(None):
            assert referral.expire() == emptied
    with as_(town.bo):
        row = models.Referral.objects.get()
        assert row.state == "expired"
        assert row.citizen_name == row.seen == row.citizen_phone == ""
        assert referrals.mine(town.bo).to_ask == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"whom": Whom(" ", "22334455")}, "name"),
        ({"whom": Whom("Jytte", "12 34")}, "phone"),
        ({"whom": Whom("Jytte", "22334455", "310299-1234")}, "cpr"),
        ({"whom": Whom("Jytte", "22334455", "123")}, "cpr"),
        ({"seen": "  "}, "seen"),
    ],
)
def test_what_is_missing_or_impossible_is_said_at_its_field(town, changes, field):
    with pytest.raises(Wrong) as refusal:
        referred(town, **changes)
    assert refusal.value.field == field
    assert seen_by(town.bo) == 0


def test_a_form_sent_twice_is_one_referral(town):
    key = new_id()
    first, second = (referred(town, referral_id=key) for _ in range(2))
    assert first == second
    assert seen_by(town.bo) == 1


def test_the_citizen_refers_herself_once(town):
    jytte = some_citizen()
    told = {
        "unit_id": town.coordination, "name": "Jytte Jensen", "phone": "22334455", "wants": "",
        "needs": ["economy"], "urgency": Urgency.THIS_WEEK,
    }  # fmt: skip
    with as_(jytte):
        receipt = referral.refer_self(actor=jytte, **told)
        with pytest.raises(NotNow, match="fået din henvendelse"):
            referral.refer_self(actor=jytte, **told)
    load_shipped()
    with as_(town.karen):
        opened = take_referral(actor=town.karen, referral_id=receipt.id)
    with as_(jytte):
        assert models.Course.objects.get().id == opened.course_id
        assert models.Citizen.objects.get().person_id == jytte.person_id
        with pytest.raises(NotNow, match="allerede et forløb"):
            referral.refer_self(actor=jytte, **told)


def test_the_citizen_reads_the_referral_once_a_course_exists(town):
    course_id = taken(town)
    jytte = citizen_of(town, course_id)
    with as_(jytte):
        assert models.Referral.objects.get().course_id == course_id


def test_only_one_of_two_takes_a_referral(town):
    load_shipped()
    receipt = referred(town)
    with as_(town.mads):
        take_referral(actor=town.mads, referral_id=receipt.id)
    with as_(town.karen), pytest.raises(NotNow, match="Mads Makker har allerede taget"):
        take_referral(actor=town.karen, referral_id=receipt.id)


def test_the_ward_cannot_take_a_referral_it_sent(town):
    load_shipped()
    receipt = referred(town, by=town.anna)
    with as_(town.anna), pytest.raises(NotAllowed):
        take_referral(actor=town.anna, referral_id=receipt.id)


def test_a_citizen_known_by_cpr_is_met_again_and_her_coordinator_gets_the_referral(town):
    whom = Whom("Jytte Jensen", "22334455", "610170-9999")
    first = taken(town, whom=whom)
    receipt = referred(town, by=town.anna, whom=whom)
    with as_(town.mads):
        opened = take_referral(actor=town.mads, referral_id=receipt.id)
    assert (opened.course_id, opened.had_one) == (first, True)
    with as_(citizen_of(town, first)):
        assert models.Citizen.objects.count() == models.Course.objects.count() == 1
        assert models.Referral.objects.filter(course_id=first).count() == 2


def test_who_has_left_no_longer_reads_whom_they_referred(town):
    referred(town)
    unasked(town)
    with as_(town.bo):
        assert models.Referral.objects.count() == 2
    leaves(town.bo, today() - timedelta(days=1))
    with as_(town.bo):
        assert not models.Referral.objects.exists()
        assert not models.Referral.objects.update(seen="")
