"""Another coordinator and empty seats, on the pages of everybody concerned."""

from datetime import timedelta

from django.urls import reverse

from landfast.course.actions import changing
from landfast.course.models import Coordinatorship
from landfast.course.rules.ending import PauseGround
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.pause_course import pause_course
from landfast.kernel.clock import today
from landfast.network import actions as network
from landfast.plan import models
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, wished
from tests.factories.referrals import referred
from tests.factories.town import as_


def test_one_touch_asks_and_everybody_is_told_kindly(town, signed_in):
    lived = started_course(town)
    jytte, dorte = signed_in(lived.citizen), signed_in(town.dorte)
    assert "Du skal ikke sige hvorfor" in jytte.get(reverse("my_people")).content.decode()
    page = jytte.post(reverse("ask_for_another", args=[lived.id]), follow=True).content.decode()
    assert "Du får svar senest" in page
    assert "Karen Koordinator ved det og hjælper dig" in page
    monday = signed_in(town.karen).get(reverse("monday")).content.decode()
    assert "borgerens ret og ikke en klage" in monday
    overview = dorte.get(reverse("overview")).content.decode()
    assert "Jytte Jensen har bedt om en anden koordinator." in overview
    url = reverse("answer_change", args=[lived.id])
    empty = dorte.post(url, {"words": ""})
    assert empty.status_code == 422
    assert "hvad I er blevet enige om" in empty.content.decode()
    dorte.post(url, {"words": "I prøver en måned mere."})
    page = jytte.get(reverse("my_people")).content.decode()
    assert "Karen Koordinator bliver din koordinator" in page
    assert "I prøver en måned mere." in page
    assert dorte.get(url).status_code == 404


def test_only_who_appoints_opens_the_answer(town, signed_in):
    lived = started_course(town)
    with as_(lived.citizen):
        changing.ask_for_another(actor=lived.citizen, course_id=lived.id)
    url = reverse("answer_change", args=[lived.id])
    assert signed_in(town.karen).get(url).status_code == 403
    assert signed_in(town.vibeke).get(url).status_code == 404


def test_an_empty_seat_is_hers_to_answer_and_the_professionals_to_read(town, signed_in):
    lived = started_course(town)
    wished(lived)
    jytte, karen = signed_in(lived.citizen), signed_in(town.karen)
    page = jytte.get(reverse("my_people")).content.decode()
    assert "Du har skrevet et ønske om det" in page
    network = reverse("network", args=[lived.id])
    assert "Ikke svaret endnu" in karen.get(network).content.decode()
    url = reverse("answer_my_seat", args=[lived.id, "housing"])
    assert jytte.post(url, {"answer": "hm"}).status_code == 422
    page = jytte.post(url, {"answer": "write"}, follow=True).content.decode()
    assert "de må skrive til dig først" in page
    assert "Lad dem skrive til mig først" in karen.get(network).content.decode()
    assert "Borgeren vil gerne have et brev først" in karen.get(reverse("monday")).content.decode()
    assert karen.post(url, {"answer": "yes"}).status_code == 403


def test_the_count_of_overdue_agreements_leads_to_its_list(town, signed_in):
    lived = started_course(town)
    in_the_team(lived, town.mads, by=town.karen)
    accepted(town, lived, town.mads)
    leader = signed_in(town.lars)
    with as_(town.karen):
        models.Agreement.objects.update(due_on=today() - timedelta(days=2))
    url = reverse("overdue_unit", args=[town.coordination])
    assert url in leader.get(reverse("overview")).content.decode()
    page = leader.get(url).content.decode()
    assert "Jytte Jensen" in page
    assert "Karen Koordinator" in page
    assert "Ringer til boligforeningen" not in page
    assert leader.get(reverse("overdue_unit", args=[town.ward])).status_code == 404
    assert signed_in(town.karen).get(url).status_code == 403


def test_a_refused_attempt_stands_beside_the_referral(town, signed_in):
    receipt = referred(town)
    url = reverse("referral", args=[receipt.id])
    assert signed_in(town.vibeke).get(url).status_code == 403
    page = signed_in(town.karen).get(url).content.decode()
    assert "Vibeke Visitator" in page
    assert "blev afvist" in page


def test_what_is_promised_stays_in_sight_after_leaving_the_team(town, signed_in):
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    accepted(town, lived, town.bo)
    with as_(town.karen):
        network.end_member(actor=town.karen, course_id=lived.id, member_id=member)
    page = signed_in(town.bo).get(reverse("my_agreements")).content.decode()
    assert "Aftaler fra team, du ikke er med i mere" in page
    assert "Ringer til boligforeningen" in page
    assert "Jensen" not in page
    monday = signed_in(town.karen).get(reverse("monday")).content.decode()
    assert "er ikke med i teamet mere: Ringer til boligforeningen" in monday


def test_on_pause_the_first_page_leads_back(town, signed_in):
    lived = started_course(town)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED,
            review_on=today() + timedelta(days=14),
        )  # fmt: skip
    client = signed_in(lived.citizen)
    assert "Tag forløbet op igen" in client.get(reverse("my_course")).content.decode()
    client.post(reverse("resume_my_course", args=[lived.id]))
    assert "Tag forløbet op igen" not in client.get(reverse("my_course")).content.decode()


def test_a_cover_past_its_days_is_the_first_thing_leaders_see(town, signed_in):
    lived = started_course(town)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
        Coordinatorship.objects.filter(ended_at=None).update(
            cover_until=today() - timedelta(days=1)
        )
    for leader in (town.lars, town.dorte):
        page = signed_in(leader).get(reverse("overview")).content.decode()
        assert "For sent: Dorte Daglig har dækket for Jytte Jensen" in page
    page = signed_in(lived.citizen).get(reverse("my_people")).content.decode()
    assert "Dorte Daglig" in page
