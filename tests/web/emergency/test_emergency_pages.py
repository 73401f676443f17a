"""Emergency access in the browser's words: open, the red frame, end, review; what she reads."""

import pytest
from django.urls import reverse

from landfast.consent import models
from landfast.consent.rules import DECISION_NAMES, LEGAL_BASES, Basis, emergency_bases
from landfast.kernel.danish import lix
from tests.factories.emergencies import REASON, known_course
from tests.factories.plan import join, wished
from tests.factories.town import as_

EASY = 35
FRAME = 'class="lf-emergency"'
SAID = {"cpr": "010170-1234", "basis": "EMERGENCY", "reason": REASON}
NEW = "/noedadgang/ny/"


@pytest.fixture
def lived(town):
    course = known_course(town)
    wished(course, "Jeg vil have et sted at bo")
    return course


def page_of(client, url, **said):
    return client.get(url, **said).content.decode()


def test_open_read_with_the_red_frame_and_close(town, lived, signed_in):
    anna = signed_in(town.anna)
    assert "Nødadgang" in page_of(anna, "/delt/")
    answer = anna.post(NEW, SAID)
    assert answer["Location"] == reverse("course", args=[lived.id])
    for name in ("course", "plan", "network"):
        page = page_of(anna, reverse(name, args=[lived.id]))
        assert FRAME in page, name
        assert "ikke skrive" in page
    for elsewhere in ("/noedadgang/", "/mine-aftaler/", "/was/"):
        page = page_of(anna, elsewhere)
        assert FRAME in page, elsewhere
        assert "Du har et forløb åbent til" in page
        assert reverse("course", args=[lived.id]) in page
    one = models.Emergency
    with as_(town.anna):
        key = one.objects.get().id
    assert "Luk nødadgangen nu" in page_of(anna, "/noedadgang/")
    answer = anna.post(f"/noedadgang/{key}/slut/", follow=True)
    assert "Nødadgangen er lukket" in answer.content.decode()
    assert FRAME not in answer.content.decode()
    assert anna.get(reverse("course", args=[lived.id])).status_code == 404


def test_the_team_has_no_frame(town, lived, signed_in):
    signed_in(town.anna).post(NEW, SAID)
    assert FRAME not in page_of(signed_in(town.karen), reverse("course", args=[lived.id]))


def test_what_opens_nothing_is_answered_on_the_page_and_alike(town, lived, signed_in):
    anna = signed_in(town.anna)
    for cpr in ("0303701234", "0404701234"):
        answer = anna.post(NEW, SAID | {"cpr": cpr})
        assert answer.status_code == 422
        assert "Det nummer åbner ikke noget her" in answer.content.decode()
    with as_(town.anna):
        assert models.Emergency.objects.filter(course=None).count() == 2, "the tries are kept"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cpr": "123"}, "ti tal"),
        ({"cpr": ""}, "Her mangler"),
        ({"basis": "RPL115"}, ""),
        ({"basis": ""}, ""),
        ({"reason": "akut"}, "mindst 15"),
    ],
)
def test_what_is_missing_is_said_at_its_field(town, lived, signed_in, change, sentence):
    answer = signed_in(town.anna).post(NEW, SAID | change)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with as_(town.anna):
        assert not models.Emergency.objects.exists()


def test_who_one_is_is_asked_again(town, lived, signed_in, settings):
    settings.LANDFAST_STEP_UP_MINUTES = 0
    anna = signed_in(town.anna)
    for answer in (anna.get(NEW), anna.post(NEW, SAID)):
        assert answer["Location"].startswith(reverse("prove_again"))
    with as_(town.anna):
        assert not models.Emergency.objects.exists()


def test_a_citizen_opens_nothing(town, lived, signed_in):
    me = signed_in(lived.citizen)
    assert [me.get(NEW).status_code, me.post(NEW, SAID).status_code] == [403, 403]
    assert me.get("/noedadgang/").status_code == 403
    assert "noedadgang" not in page_of(me, "/mit/")


def test_the_officer_reviews_and_she_reads_the_answer(town, lived, signed_in):
    dina = signed_in(town.hire("Dina Dpo", town.coordination, "dpo"))
    signed_in(town.anna).post(NEW, SAID)
    with as_(town.anna):
        key = models.Emergency.objects.get().id
    me = signed_in(lived.citizen)
    page = page_of(me, "/mit/")
    for words in ("En fra <strong>Afsnit P3</strong>", REASON, "Fare for liv", "Du får svar her"):
        assert words in page
    assert "Anna Afsnit" not in page
    assert "Anna Afsnit" in page_of(dina, "/noedadgang/")
    url = f"/noedadgang/{key}/"
    assert "Nødadgang" in page_of(dina, url)
    assert dina.post(url, {"decision": "justified", "words": ""}).status_code == 422
    answer = dina.post(url, {"decision": "justified", "words": "Det hastede"}, follow=True)
    assert "Din afgørelse er skrevet ned" in answer.content.decode()
    assert "Det var i orden: Det hastede" in page_of(me, "/mit/")
    assert "Gem afgørelsen" not in page_of(dina, url)
    for other in (town.karen, town.bo):
        assert signed_in(other).get(url).status_code == 404


def test_who_holds_the_course_reads_it_at_once_and_what_was_decided(town, lived, signed_in):
    dina = signed_in(town.hire("Dina Dpo", town.coordination, "dpo"))
    join(town, lived, town.bo)
    karen, course = signed_in(town.karen), reverse("course", args=[lived.id])
    assert "Læst i en nødsituation" not in page_of(karen, "/mandag/") + page_of(karen, course)
    signed_in(town.anna).post(NEW, SAID)
    for url in ("/mandag/", course):
        page = page_of(karen, url)
        for words in ("Læst i en nødsituation", "Anna Afsnit, Afsnit P3", REASON, "Kan læse til"):
            assert words in page, url
    helper = signed_in(town.bo)
    assert "Læst i en nødsituation" not in page_of(helper, course), "a look is not for the team"
    with as_(town.anna):
        key = models.Emergency.objects.get().id
    dina.post(f"/noedadgang/{key}/", {"decision": "not_justified", "words": "Det kunne vente"})
    for url in ("/mandag/", course):
        assert "Det var ikke i orden: Det kunne vente (Dina Dpo)" in page_of(karen, url)


def test_who_answers_for_it_is_told_where_they_begin_till_it_is_looked_at(town, lived, signed_in):
    dina = signed_in(town.hire("Dina Dpo", town.coordination, "dpo"))
    begin = ((dina, "/indblik/"), (signed_in(town.dorte), "/overblik/"))
    waits = "1 forløb er læst i en nødsituation."
    for client, url in begin:
        assert "nødsituation" not in page_of(client, url)
    signed_in(town.anna).post(NEW, SAID)
    for client, url in begin:
        assert waits in page_of(client, url), url
    with as_(town.anna):
        key = models.Emergency.objects.get().id
    dina.post(f"/noedadgang/{key}/", {"decision": "justified", "words": "Det hastede"})
    for client, url in begin:
        assert waits not in page_of(client, url), url
    # another leader's overview says nothing of it, and a number that opened nothing is none
    assert waits not in page_of(signed_in(town.lars), "/overblik/")


def test_she_sees_it_in_the_look_log_and_in_everything_about_her(town, lived, signed_in):
    signed_in(town.anna).post(NEW, SAID)
    me = signed_in(lived.citizen)
    assert "Afsnit P3 (i en nødsituation)" in page_of(me, "/mit/valg/")
    page = page_of(me, reverse("my_record", args=[lived.id]))
    assert "Læst i en nødsituation" in page
    assert "Fare for liv eller helbred lige nu" in page
    assert "Anna Afsnit" not in page


@pytest.mark.parametrize("basis", Basis)
def test_the_grounds_are_plain_danish(basis):
    one = LEGAL_BASES[basis]
    assert lix(f"{one.name}.") <= 60, "a heading may name things"
    assert lix(one.text) <= 45
    assert one.law
    assert one.longest.total_seconds() > 0


def test_what_she_reads_is_easy():
    words = [
        "Vi har set på det.", "Vi ser på, om det var i orden. Du får svar her.",
        "En fra Afsnit P3 læste dit forløb i en nødsituation, fordi hun faldt om.",
        *DECISION_NAMES.values(),
    ]  # fmt: skip
    assert lix(" ".join(f"{one.rstrip('.')}." for one in words)) <= EASY


def test_an_emergency_lasts_hours_and_has_no_consent():
    found = emergency_bases()
    assert next(iter(found)) is Basis.EMERGENCY
    assert all(0 < one.emergency_hours <= 8 and not one.needs_consent for one in found.values())
