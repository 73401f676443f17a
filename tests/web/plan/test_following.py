"""Monday: a promise that was not kept is taken up in one touch; what leaders said waits there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.insight.asks import Asks
from landfast.insight.monday import Ask
from landfast.insight.monday import monday as read_monday
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import actions
from landfast.plan.models import Agreement, DecisionAsk
from landfast.plan.rules.deadlines import new_date
from landfast.plan.rules.deciding import Appeal, DecisionAnswer
from tests.factories.parts import asked_to_decide
from tests.factories.plan import accepted, in_days, not_kept, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo, town.solveig)


def monday(person):
    return person.get(reverse("monday")).content.decode()


def newest(town):
    with as_(town.karen):
        return Agreement.objects.order_by("-created_at", "-id").first()


def test_a_new_date_is_asked_of_the_same_person_in_one_touch(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    karen = signed_in(town.karen)
    assert "Spørg om en ny dato" in monday(karen)
    url = reverse("new_date", args=[lived.id, promise])
    page = karen.post(url, {"next": reverse("monday")}, follow=True).content.decode()
    assert "Bo Bostøtte er spurgt om en ny dato" in page
    assert "Spørg om en ny dato" not in page, "what is handled is not called about"
    row = newest(town)
    assert (row.replaces_id, row.maker_id) == (promise, town.bo.person_id)
    assert (row.state, row.due_on) == ("proposed", new_date(today()))


def test_the_whole_team_is_asked_when_nobody_is_named_to_take_over(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    url = reverse("new_owner", args=[lived.id, promise])
    page = signed_in(town.karen).post(url, follow=True).content.decode()
    assert "Hele teamet er spurgt" in page
    assert newest(town).maker_id is None


def test_the_nearest_leader_is_asked_in_one_touch_and_reads_that_alone(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    url = reverse("to_leader", args=[lived.id, promise])
    karen = signed_in(town.karen)
    assert "Spørg lederen" in monday(karen)
    assert "Sanne Social er spurgt" in karen.post(url, follow=True).content.decode()
    assert "Spørg lederen" not in monday(karen), "what is in hand is not called about"
    with as_(town.sanne):
        [row] = DecisionAsk.objects.all()
        assert row.about == "promise"
        assert not Agreement.objects.exists()
    assert signed_in(town.bo).post(url).status_code == 403


def test_what_a_leader_refused_or_has_not_answered_waits_on_monday(town, lived, signed_in):
    decision = asked_to_decide(town, lived, town.sanne)
    karen = signed_in(town.karen)
    with clock.at(clock.now() + timedelta(days=5)), as_(town.karen):
        assert Asks.UNDECIDED in {
            one.asked.what for one in read_monday(town.karen).waits if isinstance(one, Ask)
        }
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=DecisionAnswer.NO,
            because="Rammen er brugt", appeal=Appeal.MUNICIPALITY,
        )  # fmt: skip
    assert "Tal med borgeren om en anden vej" in monday(karen)
    with as_(town.karen):
        agreement = DecisionAsk.objects.get(id=decision).agreement_id
        actions.note_talk(actor=town.karen, agreement_id=agreement, citizen_said_yes=True)
    assert "Tal med borgeren om en anden vej" not in monday(karen)


def test_a_maker_on_leave_and_a_plan_that_stands_still_are_seen(town, lived, signed_in):
    accepted(town, lived, town.bo, due_on=in_days(9), follow_up_on=in_days(10))
    karen = signed_in(town.karen)
    assert "er væk, når det skal være gjort" not in monday(karen)
    with as_(SYSTEM):
        people.note_leave(
            person_id=town.bo.person_id, starts_on=today(), ends_on=None, kind=LeaveKind.SUDDEN
        )
    page = monday(karen)
    assert "Bo Bostøtte er væk, når det skal være gjort" in page
    assert "Planen har ikke flyttet sig" not in page
