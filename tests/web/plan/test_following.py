"""Monday: a promise that was not kept is taken up in one touch; what leaders said waits there."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.access.queries import events
from landfast.course.queries.names import whose
from landfast.insight.asks import Asks
from landfast.insight.monday import Ask
from landfast.insight.monday import monday as read_monday
from landfast.insight.monday_sent import sent_of
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import actions
from landfast.plan.models import Agreement, DecisionAsk
from landfast.plan.rules.deadlines import new_date
from landfast.plan.rules.deciding import Appeal, DecisionAnswer
from landfast.web.spoken import day
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


def said_by(page, url):
    """What the button with this address says, and the fields it sends."""
    form = re.search(rf'<form[^>]*action="{re.escape(url)}".*?</form>', page, re.DOTALL).group()
    fields = dict(re.findall(r'name="(whom|day|next)" value="([^"]*)"', form))
    return re.sub(r"<[^>]+>", "", form.partition('type="submit"')[2].partition(">")[2]), fields


def pressed(browser, name, lived, promise):
    """Mandag as it is after one press on what it offers."""
    url = reverse(name, args=[lived.id, promise])
    label, fields = said_by(monday(browser), url)
    return label, browser.post(url, fields, follow=True).content.decode()


def test_a_new_date_is_asked_of_the_same_person_in_one_touch(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    karen = signed_in(town.karen)
    label, page = pressed(karen, "new_date", lived, promise)
    when = day(new_date(today()))
    assert f"Spørg Bo Bostøtte, om {when} passer" in label
    assert f"Bo Bostøtte er spurgt om {when}." in page
    assert "Spørg Bo Bostøtte, om" not in page, "what is handled is not called about"
    row = newest(town)
    assert (row.replaces_id, row.maker_id) == (promise, town.bo.person_id)
    assert (row.state, row.due_on) == ("proposed", new_date(today()))


def test_the_whole_team_is_asked_when_nobody_is_named_to_take_over(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    label, page = pressed(signed_in(town.karen), "new_owner", lived, promise)
    assert "Spørg hele teamet" in label
    assert "Hele teamet er spurgt" in page
    assert newest(town).maker_id is None
    with as_(lived.citizen):
        [told] = events(lived.id, ["plan.agreement_propose"], 1)
    assert str(town.solveig.person_id) in told.facts["team"]


def test_the_nearest_leader_is_asked_in_one_touch_and_reads_that_alone(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    url = reverse("to_leader", args=[lived.id, promise])
    karen = signed_in(town.karen)
    label, page = pressed(karen, "to_leader", lived, promise)
    assert "Spørg lederen, Sanne Social" in label
    assert "Sanne Social er spurgt" in page
    assert "Spørg lederen" not in monday(karen), "what is in hand is not called about"
    with as_(town.sanne):
        [row] = DecisionAsk.objects.all()
        assert row.about == "promise"
        assert not Agreement.objects.exists()
    assert signed_in(town.bo).post(url).status_code == 403


def test_only_who_asked_a_leader_may_take_it_back_and_an_old_address_shows_mandag(
    town, lived, signed_in
):
    promise = not_kept(town, lived, town.bo)
    karen = signed_in(town.karen)
    pressed(karen, "to_leader", lived, promise)
    asked = (lived.id, promise)
    with as_(town.karen):
        names = whose([lived.id])
        assert sent_of(town.karen, names, asked).decision.decider == "Sanne Social"
        assert sent_of(town.bo, names, asked) is None
        assert sent_of(town.karen, names, (lived.id, uuid4())) is None
    old = {"forloeb": str(lived.id), "spurgt": str(uuid4())}
    assert karen.get(reverse("monday"), old).status_code == 200


@pytest.mark.parametrize("name", ["new_date", "new_owner", "to_leader"])
def test_what_was_asked_is_taken_back_from_the_card_and_who_was_told_is_told(
    town, lived, signed_in, name
):
    promise = not_kept(town, lived, town.bo)
    karen = signed_in(town.karen)
    _label, page = pressed(karen, name, lived, promise)
    assert "Fortryd" in page
    url = re.search(r'action="([^"]*(?:fortryd|traek)/)"', page).group(1)
    after = karen.post(url, said_by(page, url)[1], follow=True)
    assert after.redirect_chain[-1][0] == reverse("monday")
    text = after.content.decode()
    assert "får besked" in text
    assert "Aftalen blev ikke holdt" in text, "it is called about again"
    with as_(lived.citizen):
        [done] = events(lived.id, ["plan.agreement_withdraw", "plan.decision_withdrawn"], 1)
    facts = done.facts
    told = {facts.get("maker"), facts.get("decider"), *facts.get("team", [])} - {None}
    asked = {"new_date": town.bo, "new_owner": town.solveig, "to_leader": town.sanne}[name]
    assert str(asked.person_id) in told


def test_nothing_is_sent_that_the_button_did_not_say(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    karen = signed_in(town.karen)
    for name, fields in (
        ("new_date", {"whom": str(town.bo.person_id), "day": in_days(40).isoformat()}),
        ("new_owner", {"whom": str(town.solveig.person_id), "day": ""}),
        ("to_leader", {"whom": str(town.dorte.person_id)}),
        ("to_leader", {"whom": "x"}),
    ):
        answer = karen.post(reverse(name, args=[lived.id, promise]), fields)
        assert answer.status_code == 409, name
        assert "Det har ændret sig" in answer.content.decode()
    assert newest(town).id == promise


def test_a_refused_act_leads_back_to_the_page_it_was_sent_from_and_to_no_other(
    town, lived, signed_in
):
    promise = not_kept(town, lived, town.bo)
    karen, here = signed_in(town.karen), "http://testserver/mandag/"
    url = reverse("to_leader", args=[lived.id, promise])
    for whence, leads in ((here, True), ("https://evil.example/mandag/", False), ("", False)):
        page = karen.post(url, {"whom": "x"}, headers={"referer": whence}).content.decode()
        assert ("Åbn siden igen" in page) is leads, whence
        assert "evil" not in page


def test_what_is_answered_is_not_taken_back_any_more(town, lived, signed_in):
    promise = not_kept(town, lived, town.bo)
    karen = signed_in(town.karen)
    pressed(karen, "new_date", lived, promise)
    made = newest(town)
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=made.id)
    page = karen.get(
        reverse("monday"), {"forloeb": str(lived.id), "spurgt": str(made.id)}
    ).content.decode()
    assert "Fortryd" not in page
    url = reverse("withdraw_agreement", args=[lived.id, made.id])
    assert karen.post(url).status_code == 409
    assert signed_in(town.bo).post(url).status_code == 403


def test_what_a_leader_refused_or_has_not_answered_waits_on_monday(town, lived, signed_in):
    decision = asked_to_decide(town, lived, town.sanne)
    karen = signed_in(town.karen)
    with clock.at(clock.now() + timedelta(days=10)), as_(town.karen):  # Christmas may lie between
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
