"""Another coordinator and empty seats, on the pages of everybody concerned."""

from datetime import timedelta

from django.urls import reverse

from landfast.course.actions import changing
from landfast.course.models import Coordinatorship
from landfast.course.queries.courses import offers_to
from landfast.course.rules.ending import PauseGround
from landfast.journeys.hand_over import offer_course, refuse_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.pause_course import pause_course
from landfast.kernel.clock import today
from landfast.network import actions as network
from landfast.network.rules import SEAT_ANSWERS
from landfast.plan import models
from tests.factories.courses import assessed_course, started_course
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


def test_the_lead_sees_whom_she_has_asked_and_asks_no_second_before_the_no(town, signed_in):
    lived = started_course(town)
    with as_(lived.citizen):
        changing.ask_for_another(actor=lived.citizen, course_id=lived.id)
    dorte, url = signed_in(town.dorte), reverse("answer_change", args=[lived.id])
    course, overview = reverse("course", args=[lived.id]), reverse("overview")
    assert f'href="{url}"' in dorte.get(course).content.decode()
    over, find = reverse("hand_over", args=[lived.id]), "Find en anden koordinator"
    assert find in dorte.get(url).content.decode()
    ask = {"person": town.mads.person_id, "reason": "Et nyt ansigt", "overlap_days": "14"}
    assert dorte.post(over, ask).status_code == 302
    for page in (dorte.get(url), dorte.get(over), dorte.get(course)):
        assert "<strong>Mads Makker</strong> er spurgt af Dorte Daglig" in page.content.decode()
        assert "i dag" in page.content.decode()
    assert find not in dorte.get(url).content.decode()
    assert "Til borgeren" in dorte.get(url).content.decode(), "answering her is possible all along"
    assert "Spørg den nye koordinator" not in dorte.get(over).content.decode()
    second = dorte.post(over, ask | {"person": town.nina.person_id})
    assert second.status_code == 422
    assert "En anden er allerede spurgt" in second.content.decode()
    shown = dorte.get(overview).content.decode()
    assert "Mads Makker" in shown[: shown.index("Koordinatorer</h2>")]
    assert "har bedt om en anden koordinator." not in shown, "now it waits for Mads"
    with as_(town.mads):
        [offer] = offers_to(town.mads)
        refuse_course(actor=town.mads, handover_id=offer.id, answer="Jeg har ikke plads")
    page = dorte.get(url).content.decode()
    assert "Mads Makker sagde nej: Jeg har ikke plads" in page
    assert find in page
    assert dorte.post(over, ask | {"person": town.nina.person_id}).status_code == 302
    with as_(town.nina):
        [offer] = offers_to(town.nina)
    dorte.post(reverse("withdraw_hand_over", args=[offer.id]))
    page = dorte.get(url).content.decode()
    assert "Nina Ny blev spurgt, og spørgsmålet er trukket tilbage." in page
    assert find in page


def test_whoever_was_asked_before_the_wish_is_told_too(town, signed_in):
    lived = started_course(town)
    with as_(town.karen):
        offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Barsel"
        )
    with as_(lived.citizen):
        changing.ask_for_another(actor=lived.citizen, course_id=lived.id)
    page = signed_in(town.dorte).get(reverse("answer_change", args=[lived.id])).content.decode()
    assert "<strong>Mads Makker</strong> er spurgt af Karen Koordinator" in page


def test_the_coordinator_is_not_asked_to_answer_about_herself(town, signed_in):
    lived = started_course(town)
    with as_(lived.citizen):
        changing.ask_for_another(actor=lived.citizen, course_id=lived.id)
    page = signed_in(town.karen).get(reverse("course", args=[lived.id])).content.decode()
    assert reverse("answer_change", args=[lived.id]) not in page


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
    assert karen.post(url, {"answer": "yes"}).status_code == 422, "she has not said it"


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


def test_the_hand_over_page_says_whose_reading_goes_on(town, signed_in):
    lived = started_course(town)
    over = reverse("hand_over", args=[lived.id])
    assert (
        "Hvor mange dage kan du læse bagefter?" in signed_in(town.karen).get(over).content.decode()
    )
    page = signed_in(town.dorte).get(over).content.decode()
    assert "Hvor mange dage kan Karen Koordinator læse bagefter?" in page
    assert "kan du læse" not in page


def test_a_cover_is_handed_over_without_a_word_about_reading_on(town, signed_in):
    lived = started_course(town)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    dorte, over = signed_in(town.dorte), reverse("hand_over", args=[lived.id])
    assert "læse bagefter" not in dorte.get(over).content.decode()
    said = {"person": town.mads.person_id, "reason": "Mads kender hende"}
    assert dorte.post(over, said).status_code == 302


def test_who_is_away_is_named_and_cannot_be_chosen(town, signed_in):
    lived = started_course(town)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.mads.person_id, loss=Loss.LEAVE)
    dorte, over = signed_in(town.dorte), reverse("hand_over", args=[lived.id])
    page = dorte.get(over).content.decode()
    assert f'value="{town.mads.person_id}" class="form-radio" disabled' in page
    assert f'value="{town.nina.person_id}" class="form-radio">' in page
    assert "Er væk lige nu" in page
    sent = dorte.post(over, {"person": town.mads.person_id, "reason": "Ro", "overlap_days": "14"})
    assert sent.status_code == 422
    assert "Vælg en anden. Personen er væk lige nu." in sent.content.decode()


def test_a_course_that_nobody_holds_is_not_handed_over(town, signed_in):
    waiting = assessed_course(town)
    answer = signed_in(town.dorte).get(reverse("hand_over", args=[waiting.id]))
    assert answer.status_code == 409
    assert "Ingen har forløbet endnu" in answer.content.decode()


def test_whom_to_have_beside_is_answered_in_the_same_four_words(town, signed_in):
    lived = started_course(town)
    wished(lived)
    in_the_team(lived, town.bo, by=town.karen)
    jytte, karen = signed_in(lived.citizen), signed_in(town.karen)
    page = jytte.get(reverse("my_people")).content.decode()
    assert "din udlejer" in page
    for word in SEAT_ANSWERS.values():
        assert word in page
    network = reverse("network", args=[lived.id])
    assert "Ikke svaret endnu" in karen.get(network).content.decode()
    url = reverse("answer_my_seat", args=[lived.id, "housing"])
    assert jytte.post(url, {"answer": "hm", "beside": "1"}).status_code == 422
    page = jytte.post(url, {"answer": "write", "beside": "1"}, follow=True).content.decode()
    assert "de må skrive til dig først" in page
    assert "Lad dem skrive til mig først" in karen.get(network).content.decode()
    monday = karen.get(reverse("monday")).content.decode()
    assert "En til: Bolig. Borgeren vil gerne have et brev først." in monday
    page = jytte.post(url, {"answer": "never", "beside": "1"}, follow=True).content.decode()
    assert "Vi spørger ikke igen" in page
    assert "Nej, spørg ikke igen" in karen.get(network).content.decode()
    assert "En til" not in karen.get(reverse("monday")).content.decode()
    assert karen.post(url, {"answer": "yes", "beside": "1"}).status_code == 422
