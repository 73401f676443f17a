"""The citizen's own pages, without JavaScript."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.access.actor import Actor
from landfast.course.actions import profile
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.journeys.see_own_course import LOOKS_SHOWN
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.network import queries as network
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.plan import queries as plan
from landfast.plan.actions import steps
from landfast.plan.rules.words import Standing, StepState
from tests.factories.courses import assessed_course, started_course, state_of
from tests.factories.lived import lived_course
from tests.factories.network import in_the_team
from tests.factories.plan import wished
from tests.factories.town import as_

OTHERS = (
    *("SAVEPOINT", "set_config", "current_setting", "django_session", "people_account"),
    "access_open",
)
PAGES = ["/mit/", "/mit/folk/", "/mit/kort/", "/mit/moeder/", "/mit/plan/", "/mit/valg/"]


@pytest.fixture
def lived(town):
    return started_course(town)


@pytest.fixture
def me(lived, signed_in):
    return signed_in(lived.citizen)


def body(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_new_course_opens_on_every_page(me, path):
    body(me.get(path))


@pytest.mark.parametrize("path", PAGES)
def test_a_citizen_without_a_course_meets_a_kind_word(town, signed_in, path):
    with as_(town.karen):
        alone = Actor(people.add_person(kind=PersonKind.CITIZEN), PersonKind.CITIZEN)
    assert "Du har ikke noget forløb lige nu" in body(signed_in(alone).get(path))


@pytest.mark.parametrize("path", PAGES)
def test_a_course_under_assessment_opens_too(town, signed_in, path):
    lived = assessed_course(town)
    page = body(signed_in(lived.citizen).get(path))
    if path == "/mit/":
        assert "Du har ingen koordinator endnu" in page
        assert "70\u00a010\u00a020\u00a030" in page


def test_the_first_page_says_who_is_there_and_what_is_agreed(town, signed_in):
    page = body(signed_in(lived_course(town).citizen).get("/mit/"))
    for words in (
        "Hej Jytte", "Karen Koordinator", "tel:20304050", "Du har et møde", "Hjemme hos Jytte",
        "Ringer til udlejer", "Bo Bostøtte", "Gå en tur med Balder", "eget sted at bo",
    ):  # fmt: skip
        assert words in page, words


def test_one_next_step_a_page(town, signed_in):
    page = body(signed_in(lived_course(town).citizen).get("/mit/"))
    assert page.count("lf-bridge") == 1


def test_an_employee_has_no_page_of_her_own_there(town, lived, signed_in):
    assert "Hej Jytte" not in signed_in(town.karen).get("/mit/").content.decode()
    url = f"/mit/{lived.id}/stop/"
    assert signed_in(town.bo).get(url).status_code == 404


def test_another_citizens_course_is_not_found(town, me):
    other = started_course(town, "Jens Hansen")
    assert me.get("/mit/", {"forloeb": str(other.id)}).status_code == 404
    assert me.get("/mit/", {"forloeb": "vrøvl"}).status_code == 404
    assert me.get(f"/mit/{other.id}/stop/").status_code == 404
    assert me.post(f"/mit/{other.id}/stop/").status_code == 404
    assert me.post(f"/mit/{other.id}/energi/", {"energy": "3"}).status_code == 404
    assert state_of(other) == "OPSTART"


def test_a_wish_is_written_made_a_goal_and_put_away(lived, me):
    new = {"words": "En hund til", "area": "network"}
    assert me.post(f"/mit/{lived.id}/oensker/nyt/", new).status_code == 302
    with as_(lived.citizen):
        [wish] = plan.wishes_of(lived.id)
    base = f"/mit/{lived.id}/oensker/{wish.id}/"
    for standing in Standing:
        assert me.post(base + "gem-som/", {"standing": standing}).status_code == 302
        assert "En hund til" in body(me.get("/mit/plan/"))
    changed = {"words": "To hunde", "rating": "7", "seen": "En hund til", "seen_rating": ""}
    assert me.post(base, changed).status_code == 302
    with as_(lived.citizen):
        [wish] = plan.wishes_of(lived.id)
    assert (wish.words, wish.rating, wish.standing) == ("To hunde", 7, Standing.ASIDE)


def test_a_wish_without_words_is_asked_for_at_its_field(lived, me):
    response = me.post(f"/mit/{lived.id}/oensker/nyt/", {"words": " ", "area": "network"})
    assert response.status_code == 422
    assert "id_words_error" in response.content.decode()
    assert "Her mangler et svar." in response.content.decode()


def test_a_word_that_no_button_has_is_refused(lived, me):
    wish = wished(lived)
    url = f"/mit/{lived.id}/oensker/{wish}/gem-som/"
    assert me.post(url, {"standing": "vrøvl"}).status_code == 422


def test_wishes_stand_in_my_order(lived, me):
    wished(lived, "Det første")
    second = wished(lived, "Det andet")
    assert me.post(f"/mit/{lived.id}/oensker/{second}/flyt/").status_code == 302
    with as_(lived.citizen):
        assert [row.words for row in plan.wishes_of(lived.id)] == ["Det andet", "Det første"]


def test_an_own_step_has_four_good_words_and_no_date(lived, me):
    wish = wished(lived)
    new = {"text": "Ringe til min bror", "wish_id": str(wish)}
    assert me.post(f"/mit/{lived.id}/skridt/nyt/", new).status_code == 302
    with as_(lived.citizen):
        [step] = plan.plan_of(lived.id).wishes[0].steps
    for state in StepState:
        url = f"/mit/{lived.id}/skridt/{step.id}/"
        assert me.post(url, {"state": state}).status_code == 302
    assert "Ikke nu" in body(me.get("/mit/plan/"))


def test_a_person_is_put_on_my_map_moved_and_taken_off(lived, me):
    near = {"name": "Bror Per", "sphere": "family", "closeness": "close", "phone": "22 33 44 55"}
    assert me.post(f"/mit/{lived.id}/folk/ny/", near).status_code == 302
    assert "Bror Per" in body(me.get("/mit/kort/"))
    with as_(lived.citizen):
        [row] = network.relations(lived.id)
    base = f"/mit/{lived.id}/folk/{row.id}/"
    page = me.get(base)
    assert "Bror Per" in body(page)
    seen = page.context["form"].stands
    assert me.post(base, near | {"sphere": "friends", "seen": seen}).status_code == 302
    assert me.post(base + "fjern/").status_code == 302
    assert me.post(base + "fjern/").status_code == 409
    assert "Bror Per" not in body(me.get("/mit/folk/"))


def test_what_was_typed_is_kept_when_something_is_missing(lived, me):
    response = me.post(f"/mit/{lived.id}/folk/ny/", {"name": "", "is_to_me": "Min nabo"})
    assert response.status_code == 422
    assert "Min nabo" in response.content.decode()


def test_a_helper_is_moved_on_my_map(town, lived, me):
    member = in_the_team(lived, town.bo, by=town.karen)
    url = f"/mit/{lived.id}/hold/{member}/"
    assert "Bo Bostøtte" in body(me.get(url))
    assert me.post(url, {"sphere": "friends", "closeness": "close"}).status_code == 302


def test_energy_is_said_in_one_touch(lived, me):
    assert me.post(f"/mit/{lived.id}/energi/", {"energy": "4"}).status_code == 302
    assert "Energi i dag: Meget" in body(me.get("/mit/"))
    for wrong in ("9", "", "træt"):
        assert me.post(f"/mit/{lived.id}/energi/", {"energy": wrong}).status_code == 422


def test_what_was_written_beside_her_says_so_until_she_says_it_herself(town, lived, me):
    with as_(town.karen):
        profile.say_energy(actor=town.karen, course_id=lived.id, energy=2)
        steps.add_step(actor=town.karen, course_id=lived.id, text="Ringe til min bror")
    for_her = "Det er skrevet for dig."
    beside = "Skrevet sammen med Karen Koordinator."
    assert for_her in body(me.get("/mit/"))
    assert beside in body(me.get("/mit/plan/"))
    me.post(f"/mit/{lived.id}/energi/", {"energy": "4"})
    me.post(f"/mit/{lived.id}/skridt/nyt/", {"text": "Gå en tur"})
    assert for_her not in body(me.get("/mit/"))
    assert body(me.get("/mit/plan/")).count(beside) == 1


def test_my_statement_is_kept(lived, me):
    said = {"statement": "Spørg mig først", "strengths": "", "largest_meeting": "4"}
    assert me.post(f"/mit/{lived.id}/om-mig/", said).status_code == 302
    assert "Spørg mig først" in body(me.get("/mit/valg/"))
    wrong = me.post(f"/mit/{lived.id}/om-mig/", said | {"largest_meeting": "99"})
    assert wrong.status_code == 422
    assert "Spørg mig først" in wrong.content.decode()


def test_a_consent_is_withdrawn_and_given_again_in_one_touch(town, lived, me, signed_in):
    in_the_team(lived, town.bo, by=town.karen)
    bo = signed_in(town.bo)
    theirs = f"/forloeb/{lived.id}/netvaerk/"
    assert bo.get(theirs).status_code == 200
    assert "Luk for Bo Bostøtte" in body(me.get("/mit/valg/"))
    assert me.post(f"/mit/{lived.id}/luk/{town.bo.person_id}/").status_code == 302
    assert bo.get(theirs).status_code == 404
    assert me.post(f"/mit/{lived.id}/luk/{town.bo.person_id}/").status_code == 409
    assert "Luk op for Bo Bostøtte" in body(me.get("/mit/valg/"))
    purpose = {"purpose": "Hjælper med posten"}
    again = me.post(f"/mit/{lived.id}/luk-op/{town.bo.person_id}/", purpose)
    assert again.status_code == 302
    assert bo.get(theirs).status_code == 200


def test_i_see_who_has_looked_in_plain_words(town, lived, me, signed_in):
    signed_in(town.karen).get(f"/forloeb/{lived.id}/netvaerk/")
    page = body(me.get("/mit/valg/"))
    assert "så siden »Netværket«" in page
    assert "Karen Koordinator" in page


def test_my_own_looks_never_push_the_others_out(town, lived, me, signed_in):
    signed_in(town.karen).get(f"/forloeb/{lived.id}/netvaerk/")
    for _ in range(LOOKS_SHOWN + 1):
        me.get("/mit/")
    assert "så siden »Netværket«" in body(me.get("/mit/valg/"))


def test_i_stop_in_two_touches_without_a_reason(town, lived, me, signed_in):
    in_the_team(lived, town.bo, by=town.karen)
    page = body(me.get(f"/mit/{lived.id}/stop/"))
    assert "Du skal ikke sige hvorfor" in page
    assert "textarea" not in page
    assert me.post(f"/mit/{lived.id}/stop/").status_code == 302
    assert state_of(lived) == "AFVIST_AF_BORGER"
    for actor in (town.bo, town.karen):
        assert signed_in(actor).get(f"/forloeb/{lived.id}/netvaerk/").status_code == 404
    for path in PAGES:
        body(me.get(path))
    assert "Vi vil gerne tilbyde dig et forløb" not in body(me.get("/mit/"))
    assert me.post(f"/mit/{lived.id}/stop/").status_code == 409


def test_i_come_back_when_i_want(lived, me):
    me.post(f"/mit/{lived.id}/stop/")
    assert "Begynd igen" in body(me.get("/mit/"))
    assert me.post(f"/mit/{lived.id}/tilbage/").status_code == 302
    assert state_of(lived) == "OPSTART"
    page = body(me.get("/mit/"))
    assert "Vi har spurgt Karen Koordinator igen." in page
    assert "Dækker for din koordinator" in page


def test_a_pause_has_a_day_and_ends_when_i_say(lived, me):
    url = f"/mit/{lived.id}/pause/"
    for wrong in (today(), today() + timedelta(days=100)):
        assert me.post(url, {"review_on": wrong.isoformat()}).status_code == 422
    soon = (today() + timedelta(days=14)).isoformat()
    assert me.post(url, {"review_on": soon}).status_code == 302
    assert state_of(lived) == "BERO"
    assert "Din koordinator er her stadig" in body(me.get("/mit/"))
    assert me.post(f"/mit/{lived.id}/videre/").status_code == 302
    assert state_of(lived) == "OPSTART"


def test_the_main_pages_take_few_queries(town, signed_in, django_assert_max_num_queries):
    lived = lived_course(town)
    beside = 12  # session, actor, savepoints of the test, and the look in the log
    by_day = datetime(2030, 6, 4, 8, tzinfo=UTC)  # at night the unit's lines are asked for besides
    with clock.at(by_day):
        me = signed_in(lived.citizen)
    for path, most in (("/mit/", 12), ("/mit/plan/", 8)):
        with clock.at(by_day), django_assert_max_num_queries(most + beside) as seen:
            body(me.get(path))
        ours = [
            query["sql"]
            for query in seen.captured_queries
            if not any(word in query["sql"] for word in OTHERS)
        ]
        assert len(ours) <= most, "\n".join(ours)


def test_the_second_who_covers_stands_once_beside_her_coordinator(town, lived, signed_in):
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=clock.today(), ends_on=clock.today(),
        )  # fmt: skip
    me = signed_in(lived.citizen)
    for path in ("/mit/", "/mit/folk/"):
        page = body(me.get(path))
        assert "Dækker for din koordinator lige nu" in page
        assert "Din anden kontakt. Kender dig" not in page


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (8, "Lige nu tager <strong>Karen Koordinator</strong> telefonen"),
        (20, "ingen ved telefonen"),
    ],
)
def test_who_picks_up_follows_the_clock(lived, signed_in, hour, said):
    with clock.at(datetime(2030, 6, 4, hour, tzinfo=UTC)):
        assert said in body(signed_in(lived.citizen).get("/mit/"))
