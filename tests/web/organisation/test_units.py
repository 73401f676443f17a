"""Where units lie, when they close, who answers for them, and what stands about organisations."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from landfast.access import models as access
from landfast.access.actor import SYSTEM
from landfast.course.actions import callback
from landfast.directory import models as directory_models
from landfast.directory import queries as directory
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import today
from landfast.people import actions as people_actions
from landfast.people import keeping
from landfast.people import queries as people
from landfast.people.rules import as_seen
from tests.factories.courses import started_course
from tests.factories.referrals import referred
from tests.factories.town import as_, leaves


@pytest.fixture
def tove(town, signed_in):
    """Tove keeps the coordinating unit and what lies under it."""
    return signed_in(town.hire("Tove Administrator", town.coordination, "org_admin"))


@pytest.fixture
def night(town):
    """A unit under the coordinating one, with nothing in it."""
    return a_unit(town, "Natholdet")


def a_unit(town, name):
    """A unit under the coordinating one."""
    with as_(SYSTEM):
        return people_actions.add_unit(
            organisation_id=town.municipality, parent_id=town.coordination, name=name,
            coordinates_courses=True,
        )  # fmt: skip


def at(name, *ids):
    return reverse(name, args=ids)


def test_a_unit_moves_under_another_that_she_keeps(town, tove, night):
    day = a_unit(town, "Dagholdet")
    page = tove.get(at("move_unit", night)).content.decode()
    assert "Dagholdet" in page
    assert f'value="{night}"' not in page, "not under itself"
    assert str(town.social) not in page, "nor under what others keep"
    assert tove.post(at("move_unit", night), {"parent": day}).status_code == 302
    assert people.unit(night).parent_id == day
    with as_(town.tove):
        [row] = access.Event.objects.filter(kind="people.unit_moved")
    assert row.facts == {"unit": str(night), "to": str(day), "before": str(town.coordination)}
    for wrong in (night, town.social, town.ward, "", "x"):
        assert tove.post(at("move_unit", day), {"parent": wrong}).status_code == 422
    assert f'value="{night}"' not in tove.get(at("move_unit", day)).content.decode()


def test_a_unit_that_holds_something_does_not_close_and_says_what_comes_first(town, tove, night):
    page = tove.get(at("close_unit", town.coordination)).content.decode()
    for said in ("Flyt eller luk enheden herunder", "Karen Koordinator", "Dorte Daglig"):
        assert said in page
    assert "Der er forløb" not in page
    started_course(town)
    page = tove.get(at("close_unit", town.coordination)).content.decode()
    assert "Der er forløb eller henvendelser i enheden" in page
    assert "Jytte" not in page
    assert 'class="button button-primary"' not in page
    assert tove.post(at("close_unit", town.coordination)).status_code == 409
    assert people.unit(town.coordination).closed_on is None


def test_a_referral_or_a_number_to_ring_is_in_the_way_as_well(town, tove, night):
    for fill in (_a_call, _a_referral):
        assert "Der er forløb" not in tove.get(at("close_unit", night)).content.decode()
        undo = fill(town, night)
        page = tove.get(at("close_unit", night)).content.decode()
        assert "Der er forløb eller henvendelser" in page
        assert tove.post(at("close_unit", night)).status_code == 409
        undo()


def _a_call(town, unit):
    with as_(None):
        callback.leave(unit_id=unit, source="x", phone="20304050", area="housing",
                       about_self=True, name="Ole")  # fmt: skip

    def undo():
        from landfast.course.models import Callback

        with as_(town.karen):
            Callback.objects.update(expires_on=today())

    return undo


def _a_referral(town, unit):
    from landfast.course.models import Referral

    receipt = referred(town)
    with as_(town.karen):
        Referral.objects.filter(id=receipt.id).update(unit_id=unit)
    return lambda: None


def test_an_empty_unit_closes_and_nobody_chooses_it_any_more(town, tove, night):
    assert "Enheden er tom" in tove.get(at("close_unit", night)).content.decode()
    page = tove.post(at("close_unit", night), follow=True).content.decode()
    assert "Enheden er lukket" in page
    assert "Ansæt en medarbejder" not in page
    assert people.unit(night).closed_on == today()
    assert night not in {row.id for row in people.units()}
    hire = {"name": "Signe", "phone": "", "role": "mentor", "starts_on": today(), "ends_on": ""}
    for name, said in (("hire", hire), ("add_unit", {"name": "Ny"})):
        refused = tove.post(at(name, night), said)
        assert refused.status_code == 422
        assert "Åbn den først igen" in refused.content.decode()
    assert tove.post(at("close_unit", night)).status_code == 409
    assert "lukket" in tove.get(reverse("organisation")).content.decode()
    tove.post(at("reopen_unit", night))
    assert people.unit(night).closed_on is None


def test_nobody_else_arranges_units(town, tove, night, signed_in):
    for actor in (town.karen, town.dorte, town.lars):
        somebody = signed_in(actor)
        for name in ("move_unit", "close_unit", "answer_lines"):
            assert somebody.get(at(name, night)).status_code == 403
        for name in ("close_unit", "reopen_unit"):
            assert somebody.post(at(name, night)).status_code == 403
        assert somebody.get(reverse("organisations")).status_code == 403
    for name in ("move_unit", "close_unit", "answer_lines"):
        assert tove.get(at(name, town.ward)).status_code == 403


DUTY = {"name": "Social vagt", "phone": "70707070", "always": "on", "opens": "", "closes": ""}
OFFICE = {"name": "Kontoret", "phone": "70102030", "weekdays": ["0", "1", "2", "3", "4"],
          "opens": "08:00", "closes": "15:30"}  # fmt: skip


def seen_of(client, url):
    page = client.get(url).content.decode()
    part = page.split('name="seen" ')[1]
    from html import unescape

    return unescape(part.split('value="')[1].split('"')[0]) if 'value="' in part[:9] else ""


def add(client, unit, whose, said):
    url = at("add_line", unit, whose)
    return client.post(url, said | {"seen": seen_of(client, url)})


def test_who_answers_when_is_written_in_the_order_in_which_it_is_tried(town, tove):
    unit = town.coordination
    assert "Ingen numre endnu" in tove.get(at("answer_lines", unit)).content.decode()
    for said in (DUTY, OFFICE):
        assert add(tove, unit, "enhed", said).status_code == 302
    assert add(tove, unit, "organisation", DUTY | {"name": "Kommunens vagt"}).status_code == 302
    names = [line.name for line in directory.answer_lines(unit)]
    assert names == ["Social vagt", "Kontoret", "Kommunens vagt"]
    page = tove.get(at("answer_lines", unit)).content.decode()
    assert "mandag til fredag kl. 8 til 15.30" in page
    seen = seen_of(tove, at("answer_lines", unit))
    tove.post(at("move_line", unit, "enhed", 1), {"hvordan": "op", "seen": seen})
    assert [line.name for line in directory.own_lines(unit)] == ["Kontoret", "Social vagt"]
    url = at("change_line", unit, "enhed", 0)
    assert 'value="Kontoret"' in tove.get(url).content.decode()
    said = OFFICE | {"closes": "16:00", "seen": seen_of(tove, url)}
    assert tove.post(url, said).status_code == 302
    assert directory.own_lines(unit)[0].closes.hour == 16
    seen = seen_of(tove, at("answer_lines", unit))
    tove.post(at("move_line", unit, "enhed", 1), {"hvordan": "vaek", "seen": seen})
    assert [line.name for line in directory.own_lines(unit)] == ["Kontoret"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Skriv, hvem der svarer"), ({"phone": "ring"}, "Skriv et nummer"),
        ({"opens": ""}, "Skriv, hvornår der svares"),
        ({"weekdays": []}, "Skriv, hvornår der svares"),
        ({"closes": "07:00"}, "Skriv, hvornår der svares"),
        ({"weekdays": ["9"]}, "9"),
    ],
)  # fmt: skip
def test_a_number_without_a_time_is_no_answer(town, tove, wrong, sentence):
    page = add(tove, town.coordination, "enhed", OFFICE | wrong)
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert directory.own_lines(town.coordination) == []


def test_the_second_of_two_who_write_numbers_is_told(town, tove):
    url = at("add_line", town.coordination, "enhed")
    before = seen_of(tove, url)
    assert tove.post(url, OFFICE | {"seen": before}).status_code == 302
    again = tove.post(url, DUTY | {"seen": before})
    assert again.status_code == 422
    assert "En anden har rettet det imens" in again.content.decode()
    assert [line.name for line in directory.own_lines(town.coordination)] == ["Kontoret"]
    gone = tove.post(at("move_line", town.coordination, "enhed", 0), {"hvordan": "vaek"})
    assert gone.status_code == 409
    assert tove.get(at("change_line", town.coordination, "enhed", 7)).status_code == 404
    assert tove.get(at("add_line", town.coordination, "andre")).status_code == 404


def test_the_numbers_of_all_are_kept_by_who_keeps_the_top(town, signed_in, night):
    nora = signed_in(town.hire("Nora Nat", night, "org_admin"))
    assert add(nora, night, "enhed", OFFICE).status_code == 302
    assert add(nora, night, "organisation", DUTY).status_code == 403
    assert nora.get(at("change_organisation", town.municipality)).status_code == 403
    page = nora.get(reverse("organisations")).content.decode()
    assert "Strandby Kommune" in page
    assert at("change_organisation", town.municipality) not in page


STRANDBY = {"name": "Strandby Kommune", "kind": "municipality", "cvr": "", "phone": "",
            "answers": ""}  # fmt: skip


def test_what_stands_about_the_organisation_is_mended_by_who_keeps_it(town, tove):
    listed = tove.get(reverse("organisations")).content.decode()
    url = at("change_organisation", town.municipality)
    assert url in listed
    assert at("change_organisation", town.region) not in listed
    assert tove.get(at("change_organisation", town.region)).status_code == 403
    seen = seen_of(tove, url)
    said = {"name": "Strandby Kommune", "kind": "municipality", "cvr": "29 18 90 21",
            "phone": "70 10 10 10", "answers": town.dorte.person_id, "seen": seen}  # fmt: skip
    assert tove.post(url, said).status_code == 302
    [row] = [row for row in keeping.organisations() if row.id == town.municipality]
    assert (row.cvr, row.answers) == ("29189021", "Dorte Daglig")
    page = tove.get(reverse("organisations")).content.decode()
    assert "29189021" in page
    assert "Dorte Daglig" in page
    late = tove.post(url, said)
    assert late.status_code == 422
    assert "En anden har rettet det imens" in late.content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Skriv, hvad organisationen hedder"), ({"cvr": "29189022"}, "CVR-nummeret"),
        ({"cvr": "2918902"}, "CVR-nummeret"), ({"cvr": "abcdefgh"}, "CVR-nummeret"),
        ({"kind": "empire"}, "Det kan ikke vælges"), ({"phone": "ring"}, "Skriv et nummer"),
    ],
)  # fmt: skip
def test_what_cannot_stand_about_an_organisation(town, tove, wrong, sentence):
    url = at("change_organisation", town.municipality)
    page = tove.post(url, STRANDBY | {"seen": seen_of(tove, url)} | wrong)
    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_a_stranger_answers_for_no_organisation_and_a_cvr_is_ones_own(town, tove):
    url = at("change_organisation", town.municipality)
    seen = seen_of(tove, url)
    for other in (town.anna.person_id, "x"):
        assert tove.post(url, STRANDBY | {"seen": seen, "answers": other}).status_code == 422
    with as_(town.hire("Rikke Region", town.ward, "org_admin")):
        people_actions.models.Organisation.objects.filter(id=town.region).update(cvr="29190623")
    taken = tove.post(url, STRANDBY | {"seen": seen, "cvr": "29190623"})
    assert taken.status_code == 422
    assert "En anden organisation har det CVR-nummer" in taken.content.decode()


def test_the_last_day_has_to_pass_before_a_unit_closes(town, tove, night):
    leaves(town.hire("Signe Sygeplejerske", night, "home_nurse"), today() - timedelta(days=1))
    assert "Enheden er tom" in tove.get(at("close_unit", night)).content.decode()


def test_the_database_asks_again_who_keeps_the_units(town, tove, night):
    day = a_unit(town, "Dagholdet")
    units, houses = people_actions.models.Unit.objects, people_actions.models.Organisation.objects
    moves = [
        lambda: units.filter(id=night).update(parent_id=town.social),
        lambda: units.filter(id=town.coordination).update(parent_id=night),
        lambda: units.filter(id=night).update(parent_id=town.ward),
        lambda: units.filter(id=night).update(parent_id=None),
    ]
    for act in moves:
        with as_(town.tove), pytest.raises(DatabaseError), transaction.atomic():
            act()
    for actor in (town.karen, town.dorte, None):
        with as_(actor):
            assert units.filter(id=night).update(parent_id=day) == 0
            assert units.filter(id=night).update(closed_on=today()) == 0
            assert houses.filter(id=town.municipality).update(name="Min kommune") == 0
    with as_(town.tove):
        assert houses.filter(id=town.region).update(name="Min region") == 0
    nora = town.hire("Nora Nat", night, "org_admin")
    with as_(nora):
        assert houses.filter(id=town.municipality).update(name="Min kommune") == 0
        line = directory_models.AnswerLine(
            organisation_id=town.municipality, name="Min", phone="1813", position=0,
            opens=time(0), closes=time(0), always=True,
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            line.save(force_insert=True)


def test_each_of_the_two_numbers_says_what_it_is_for(town, tove, night):
    stopped = "En borger uden koordinator, fx når et forløb er stoppet, får enhedens eget nummer"
    lines = tove.get(at("answer_lines", night)).content.decode()
    assert f"{stopped}. Det mangler." in lines
    assert at("change_unit", night) in lines
    assert "<strong>mangler</strong>" in tove.get(at("kept_unit", night)).content.decode()
    assert "ringer her, fx når" in tove.get(at("change_unit", night)).content.decode()
    lines = tove.get(at("answer_lines", town.coordination)).content.decode()
    assert f"{stopped}: 70\u00a010\u00a020\u00a030." in lines


def test_no_number_is_promised_that_is_not_there(town, tove, signed_in):
    lived = started_course(town)
    seen = as_seen("Koordinatorteamet", "70 10 20 30")
    there = {"name": "Koordinatorteamet", "phone": "", "seen": seen}
    assert tove.post(at("change_unit", town.coordination), there).status_code == 302
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    page = signed_in(lived.citizen).get(at("my_course")).content.decode()
    assert "De ved, hvem du er." in page
    assert " på ." not in page
