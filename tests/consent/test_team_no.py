"""A no to somebody in the team: asked again once at most, and not at all when she says so (0.6)."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from landfast.consent import actions, models, queries
from landfast.consent.rules import ConsentState, How, StandingNo
from landfast.kernel.refusals import NotNow, Wrong
from tests.factories.courses import started_course
from tests.factories.town import as_
from tests.web.conftest import enter


@pytest.fixture
def lived(town):
    return started_course(town)


def says_no(lived, by, to, how=How.ORALLY, **more):
    with as_(by):
        return actions.refuse(actor=by, course_id=lived.id, recipient=to.person_id, how=how, **more)


def says_yes(lived, by, to, how=How.ORALLY, purpose="Finde en bolig", **more):
    with as_(by):
        return actions.allow(
            actor=by, course_id=lived.id, recipient=to.person_id, purpose=purpose, how=how, **more
        )


def standing(lived, to):
    with as_(lived.citizen):
        return queries.team_no(lived.id, to.person_id)


def test_asked_again_once_when_something_has_changed(town, lived):
    says_no(lived, town.karen, town.bo)
    assert standing(lived, town.bo) == StandingNo(1)
    for says in (says_no, says_yes):
        with pytest.raises(Wrong, match="nothing_has_changed"):
            says(lived, town.karen, town.bo, changed="  ")
    says_no(lived, town.karen, town.bo, how=How.ON_PAPER, changed="Hun er flyttet")
    assert standing(lived, town.bo) == StandingNo(2)
    for says in (says_no, says_yes):
        with pytest.raises(NotNow, match="not_to_be_asked_again"):
            says(lived, town.karen, town.bo, changed="Og igen")
    with as_(lived.citizen):
        assert [row.how for row in queries.consents(lived.id)] == [How.ON_PAPER, How.ORALLY]
    says_yes(lived, lived.citizen, town.bo, how=How.SELF)
    assert standing(lived, town.bo) is None


def test_the_last_word_is_hers_and_a_yes_on_paper_counts(town, lived):
    says_no(lived, lived.citizen, town.bo, how=How.SELF)
    with as_(lived.citizen):
        actions.ask_no_more(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
        with pytest.raises(NotNow, match="nothing_to_ask"):
            actions.ask_no_more(
                actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id
            )
    with pytest.raises(NotNow, match="not_to_be_asked_again"):
        says_yes(lived, town.karen, town.bo, changed="Noget")
    says_yes(lived, town.karen, town.bo, how=How.ON_PAPER)
    with as_(lived.citizen):
        assert queries.allowed(lived.id) == {town.bo.person_id}


def test_a_yes_again_is_to_what_it_was_before(town, lived):
    with pytest.raises(Wrong, match="no_purpose"):
        says_yes(lived, lived.citizen, town.bo, how=How.SELF, purpose=" ")
    says_yes(lived, lived.citizen, town.bo, how=How.SELF)
    with as_(lived.citizen):
        actions.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
    says_yes(lived, lived.citizen, town.bo, how=How.SELF, purpose="")
    with as_(lived.citizen):
        assert {row.purpose for row in queries.consents(lived.id)} == {"Finde en bolig"}


@pytest.mark.parametrize(
    ("by", "how", "changed"),
    [("karen", "self", "x"), ("karen", "orally", ""), ("karen", "on_paper", "")],
)
def test_the_database_holds_to_it(town, lived, by, how, changed):
    says_no(lived, town.karen, town.bo)
    with as_(town.karen):
        models.Consent.objects.filter(recipient_id=town.bo.person_id).update(
            ended_at="2026-01-01T00:00Z"
        )
        row = models.Consent(
            course_id=lived.id, recipient_id=town.bo.person_id, state=ConsentState.REFUSED,
            how=how, purpose="", said_at="2026-01-02T00:00Z", round=2, changed=changed,
            recorded_by_id=town.karen.person_id,
        )  # fmt: skip
        with pytest.raises(DatabaseError, match="landfast"), transaction.atomic():
            row.save(force_insert=True)
    assert connection.is_usable()


def test_it_is_written_down_in_the_browser_and_she_adds_the_last_word(town, lived):
    karen, citizen = enter(town.karen), enter(lived.citizen)
    page = reverse("add_member", args=[lived.id, town.bo.person_id])
    assert "Hvad er ændret" not in karen.get(page).content.decode()
    assert karen.post(page, {"answer": "no_on_paper"}).status_code == 302
    shown = karen.get(page).content.decode()
    assert "Hvad er ændret, siden borgeren sagde nej?" in shown
    assert karen.post(page, {"answer": "no_orally"}).status_code == 422
    with as_(lived.citizen):
        [row] = queries.consents(lived.id)
    assert (row.how, row.no) == (How.ON_PAPER, StandingNo(1))
    mine = citizen.get(reverse("my_say")).content.decode()
    assert "Spørg mig ikke igen om Bo Bostøtte" in mine
    assert citizen.post(
        reverse("ask_no_more", args=[lived.id, town.bo.person_id])
    ).status_code == 302  # fmt: skip
    mine = citizen.get(reverse("my_say")).content.decode()
    assert "Spørg mig ikke igen om" not in mine
    assert "du har sagt nej, og ingen spørger igen" in mine
    answer = karen.post(page, {"answer": "no_orally", "changed": "Noget"})
    assert "skal ikke spørges igen" in answer.content.decode()
    assert answer.status_code == 422
