"""Pages of who holds a course: chosen, handed over, covered."""

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.course.queries.holding import holders
from landfast.journeys.hand_over import offer_course
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.factories.courses import assessed_course, started_course, state_of
from tests.factories.town import as_

HER_NUMBER = "22\u00a033\u00a044\u00a055"


def at(name, lived):
    return reverse(name, args=[lived.id])


def with_second(town):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    return lived


def test_the_daily_lead_chooses_coordinator_and_second_on_one_page(town, browse):
    lived = assessed_course(town)
    client = browse(town.dorte)
    text = client.get(at("start_course", lived)).content.decode()
    assert "Har 0 forløb ud af 15" in text
    assert "Disse roller står i loven" not in text, "no role by law is on the list"
    assert text.count("træffer afgørelser om borgeren") == 1
    sent = client.post(
        at("start_course", lived),
        {
            "person": town.karen.person_id, "reason": "Jytte kender hende",
            "second": town.mads.person_id, "override": "", "said_yes": "on",
        },
    )  # fmt: skip
    assert sent.status_code == 302
    with as_(lived.citizen):
        held = holders(lived.id)
    assert (held.holder.name, held.second.name) == ("Karen Koordinator", "Mads Makker")


def test_what_was_typed_is_kept_when_something_lacks(town, browse):
    lived = assessed_course(town)
    sent = browse(town.dorte).post(
        at("start_course", lived), {"person": "", "reason": "Jytte kender hende", "second": ""}
    )
    assert sent.status_code == 422
    assert "Jytte kender hende" in sent.content.decode()
    assert "Vælg en person" in sent.content.decode()


def test_nobody_is_given_a_course_without_a_yes(town, browse):
    lived = assessed_course(town)
    dorte = browse(town.dorte)
    page, said = at("start_course", lived), {"person": town.karen.person_id, "reason": "Har plads"}
    refused = dorte.post(page, said)
    assert refused.status_code == 422
    assert "Spørg den, du vælger, og sæt så kryds." in refused.content.decode()
    assert "Har plads" in refused.content.decode()
    assert state_of(lived) == "VISITATION"
    assert dorte.post(page, said | {"said_yes": "on"}).status_code == 302


def test_somebody_outside_the_list_cannot_be_chosen(town, browse):
    lived = assessed_course(town)
    sent = browse(town.dorte).post(
        at("start_course", lived), {"person": town.solveig.person_id, "reason": "x", "second": ""}
    )
    assert sent.status_code == 422
    assert state_of(lived) == "VISITATION"


def test_a_stale_page_is_told_that_another_was_first(town, browse):
    lived = started_course(town)
    sent = browse(town.dorte).post(
        at("start_course", lived),
        {
            "person": town.mads.person_id,
            "reason": "Bor tæt på",
            "second": "",
            "said_yes": "on",
        },
    )
    assert sent.status_code == 422
    assert "gået videre i mellemtiden" in sent.content.decode()


def test_hand_over_by_page_and_a_yes(town, browse):
    lived = started_course(town)
    sent = browse(town.karen).post(
        at("hand_over", lived),
        {"person": town.mads.person_id, "reason": "Bor tættere på", "overlap_days": 14},
    )
    assert sent.status_code == 302
    taker = browse(town.mads)
    mine = taker.get(reverse("my_citizens")).content.decode()
    assert "Karen Koordinator spørger dig" in mine
    answer = mine.split('href="/overdragelse/')[1].split('"')[0]
    assert "Vil du være koordinator" in taker.get(f"/overdragelse/{answer}").content.decode()
    said = taker.post(f"/overdragelse/{answer}", {"svar": "ja", "answer": ""}, follow=True)
    assert "Du er nu koordinator for Jytte Jensen." in said.content.decode()
    assert taker.get(f"/overdragelse/{answer}").status_code == 404


def test_a_no_without_a_reason_is_asked_for_one(town, browse):
    lived = started_course(town)
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Flytter"
        )
    client = browse(town.mads)
    url = reverse("answer_hand_over", args=[offer])
    assert client.post(url, {"svar": "nej", "answer": ""}).status_code == 422
    assert client.post(url, {"svar": "nej", "answer": "Har for mange"}).status_code == 302
    told = browse(town.karen).get(reverse("my_citizens")).content.decode()
    assert "Mads Makker sagde nej til Jytte Jensen: Har for mange" in told


def test_an_offer_can_be_taken_back(town, browse):
    lived = started_course(town)
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Flytter"
        )
    url = reverse("withdraw_hand_over", args=[offer])
    assert browse(town.karen).post(url).status_code == 302
    assert browse(town.mads).get(reverse("answer_hand_over", args=[offer])).status_code == 404


def test_karen_is_sick_and_her_second_covers_all_in_two_touches(town, browse):
    lived = with_second(town)
    client = browse(town.mads)
    mine = client.get(reverse("my_citizens")).content.decode()
    link = reverse("cover_absence", args=[town.karen.person_id])
    assert "Er Karen Koordinator væk? Dæk alle forløbene" in mine
    assert link in mine
    assert "Dæk alle forløbene i dag" in client.get(link).content.decode()
    sent = client.post(link, {"until": today().isoformat()}, follow=True)
    assert "Det hører op af sig selv." in sent.content.decode()
    with as_(lived.citizen):
        assert holders(lived.id).deputy.name == "Mads Makker"
    karen = browse(town.karen)
    assert (
        "Mads Makker dækker for dig lige nu." in karen.get(reverse("my_citizens")).content.decode()
    )
    back = karen.post(reverse("come_back"), follow=True).content.decode()
    assert "Velkommen tilbage." in back
    assert "dækker for dig" not in back


def test_who_has_it_covered_by_the_second_is_not_told_to_cover(town, browse):
    lived = with_second(town)
    link = reverse("cover_absence", args=[town.karen.person_id])
    sent = browse(town.dorte).post(link, {"until": today().isoformat()}, follow=True)
    assert "1 forløb er dækket. Det hører op af sig selv." in sent.content.decode()
    with as_(lived.citizen):
        assert holders(lived.id).deputy.name == "Mads Makker"


@pytest.mark.parametrize("is_ill", [False, True])
def test_the_second_is_asked_to_cover_when_who_covers_is_away_too(town, browse, is_ill):
    lived = with_second(town)
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.dorte.person_id,
            starts_on=today(), ends_on=today(),
        )  # fmt: skip
    if is_ill:
        with as_(SYSTEM):
            people.note_leave(
                person_id=town.dorte.person_id, starts_on=today(), ends_on=None,
                kind=LeaveKind.SUDDEN,
            )  # fmt: skip
    mine = browse(town.mads).get(reverse("my_citizens")).content.decode()
    assert ("Er Karen Koordinator væk? Dæk alle forløbene" in mine) is is_ill
