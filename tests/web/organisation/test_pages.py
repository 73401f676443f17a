"""The organisation's administrator at work: units and staff, and no citizen in sight."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.course import models as courses
from landfast.kernel.clock import today
from landfast.people import queries as people
from landfast.people.rules import as_seen
from tests.factories.courses import started_course
from tests.factories.plan import with_team
from tests.factories.town import as_


def tomorrow():
    return today() + timedelta(days=1)


@pytest.fixture
def tove(town, signed_in):
    """Tove keeps the coordinating unit and what lies under it."""
    return signed_in(town.hire("Tove Administrator", town.coordination, "org_admin"))


def desk_of(town, actor, unit=None):
    return next(
        one for one in people.desks([unit or town.coordination])
        if one.row.person.id == actor.person_id
    )  # fmt: skip


def unit_named(name):
    return next((row for row in people.units() if row.name == name), None)


def test_she_opens_a_unit_and_employs_somebody(town, tove):
    page = tove.get("/organisation/").content.decode()
    assert "Koordinatorteamet" in page
    assert "Afsnit P3" not in page, "another organisation's unit is not hers"
    base = f"/organisation/enhed/{town.coordination}"
    assert tove.post(f"{base}/ny/", {"name": "Natholdet", "phone": "1813"}).status_code == 302
    night = unit_named("Natholdet")
    signe = {"name": "Signe Sygeplejerske", "phone": "20304050", "role": "home_nurse",
             "starts_on": today().isoformat(), "ends_on": ""}  # fmt: skip
    hire = f"/organisation/enhed/{night.id}/ansaet/"
    desk = tove.post(hire, signe, follow=True).content.decode()
    assert "Signe Sygeplejerske" in desk
    assert "Log ud alle steder" not in desk, "she has no login"
    again = tove.post(hire, signe)
    assert (again.status_code, "er allerede ansat her" in again.content.decode()) == (422, True)
    [signe] = people.desks([night.id])
    week = f"/organisation/ansat/{signe.id}/tider/"
    assert "Ugen er tom." in tove.post(week, {"opens_0": ""}, follow=True).content.decode()
    times = {"opens_0": "22:00", "closes_0": "23:30"}
    assert tove.post(f"/organisation/ansat/{signe.id}/tider/", times).status_code == 302
    assert people.desk(signe.id).hours[0].weekday == 0


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Skriv medarbejderens navn"),
        ({"name": "x" * 200}, "120"),
        ({"phone": "ring"}, "Skriv et nummer"),
        ({"role": "citizen"}, "Vælg en rolle på listen"),
        ({"starts_on": str(today() + timedelta(days=400))}, "Vælg en dag inden for et år"),
        ({"starts_on": "i går"}, "dato"),
        ({"starts_on": "1920-01-01"}, "Dagen er for længe siden"),
        ({"ends_on": "2020-01-01"}, "Ansættelsen slutter, før den begynder"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(town, tove, wrong, sentence):
    said = {"name": "Signe", "phone": "", "role": "home_nurse", "starts_on": today().isoformat(),
            "ends_on": ""} | wrong  # fmt: skip
    answer = tove.post(f"/organisation/enhed/{town.coordination}/ansaet/", said)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert all(one.row.person.name != "Signe" for one in people.desks([town.coordination]))


def test_others_do_not_come_in(town, tove, signed_in):
    base = f"/organisation/enhed/{town.coordination}/"
    for actor in (town.karen, town.dorte, town.lars, town.anna):
        somebody = signed_in(actor)
        assert somebody.get(base).status_code == 403
        assert somebody.post(f"{base}ny/", {"name": "Min"}).status_code == 403
    assert tove.get(f"/organisation/enhed/{town.ward}/").status_code == 403
    karen = people.desks([town.ward])[0]
    assert tove.get(f"/organisation/ansat/{karen.id}/").status_code == 403


def test_she_sees_no_citizen(town, tove):
    lived = started_course(town)
    admin = next(a for n, a in town.staff.items() if n == "tove")
    with as_(admin):
        assert not courses.Course.objects.exists()
        assert not courses.Citizen.objects.exists()
    assert tove.get(f"/forloeb/{lived.id}/").status_code == 404


def test_a_coordinator_with_courses_is_not_ended_from_here(town, tove):
    started_course(town)
    desk = desk_of(town, town.karen)
    page = tove.post(f"/organisation/ansat/{desk.id}/slut/", {"last_day": tomorrow().isoformat()})
    assert page.status_code == 422
    assert "Bed daglig leder overdrage dem først" in page.content.decode()
    assert people.desk(desk.id).ends_on is None


def test_an_employment_ends_and_the_access_with_it(town, tove, signed_in):
    desk = desk_of(town, town.nina)
    said = {"last_day": tomorrow().isoformat()}
    assert tove.post(f"/organisation/ansat/{desk.id}/slut/", said).status_code == 302
    assert people.desk(desk.id).ends_on == tomorrow()


def test_an_employment_that_ends_now_ends_all_access_the_same_second(town, tove, signed_in):
    lived = with_team(town, town.nina)
    nina, plan = signed_in(town.nina), reverse("plan", args=[lived.id])
    assert nina.get(plan).status_code == 200
    desk = desk_of(town, town.nina)
    page = tove.post(f"/organisation/ansat/{desk.id}/slut/", {"last_day": ""})
    assert "Vælg den sidste dag, eller luk adgangen nu." in page.content.decode()
    assert "frivillig" not in page.content.decode(), "each button asks for what it needs"
    said = {"at_once": "on"}
    assert tove.post(f"/organisation/ansat/{desk.id}/slut/", said).status_code == 302
    assert nina.get(plan).status_code in {302, 404}
    with as_(town.nina):
        assert not courses.Course.objects.exists()


def test_she_does_not_change_her_own_employment(town, tove):
    admin = next(a for n, a in town.staff.items() if n == "tove")
    desk = desk_of(town, admin)
    page = tove.post(f"/organisation/ansat/{desk.id}/slut/", {"last_day": tomorrow().isoformat()})
    assert "Du kan ikke ændre din egen ansættelse" in page.content.decode()


def test_the_second_of_two_is_told_and_loses_nothing(town, tove):
    known = people.unit(town.coordination)
    base = f"/organisation/enhed/{town.coordination}/ret/"
    seen = as_seen(known.name, known.phone)
    assert tove.post(base, {"name": "Teamet", "phone": "", "seen": seen}).status_code == 302
    page = tove.post(base, {"name": "Holdet", "phone": "", "seen": seen})
    assert page.status_code == 422
    assert "En anden har rettet det imens" in page.content.decode()
    assert 'value="Holdet"' in page.content.decode()
    assert people.unit(town.coordination).name == "Teamet"


def test_after_hiring_the_next_step_is_the_working_hours(town, tove):
    answer = tove.post(
        f"/organisation/enhed/{town.coordination}/ansaet/",
        {"name": "Signe Sygeplejerske", "phone": "", "role": "home_nurse",
         "starts_on": today().isoformat(), "ends_on": ""}, follow=True,
    )  # fmt: skip
    page = answer.content.decode()
    signe = next(
        one for one in people.desks([town.coordination]) if one.row.person.name.startswith("Signe")
    )
    assert f'href="/organisation/ansat/{signe.id}/tider/"' in page
    assert "Skriv, hvornår Signe Sygeplejerske arbejder" in page
    assert "Signe Sygeplejerske har ikke noget brugernavn endnu" in page
    times = {"opens_0": "08:00", "closes_0": "15:00"}
    page = tove.post(f"/organisation/ansat/{signe.id}/tider/", times, follow=True).content.decode()
    assert "Giv Signe Sygeplejerske en vej ind" in page
    assert f'href="/organisation/ansat/{signe.id}/login/"' in page


def test_the_same_time_every_day_is_filled_in_and_saved_with_the_table(town, tove):
    desk = desk_of(town, town.nina)
    url = f"/organisation/ansat/{desk.id}/tider/"
    page = tove.get(url).content.decode()
    assert page.count('type="time"') == 2 + 14
    page = tove.get(url, {"opens": "09:00", "closes": "14:15", "days": "5"}).content.decode()
    assert page.count('value="09:00"') == 6, "the short way itself, and five days"
    assert people.desk(desk.id).hours[0].opens.hour == 8, "nothing is saved yet"
    page = tove.get(url, {"opens": "09:00", "closes": "14:15", "days": "7"}).content.decode()
    assert page.count('value="09:00"') == 8
    for wrong in ({"opens": "09:00", "closes": ""}, {"opens": "x", "closes": "14:00"}):
        page = tove.get(url, wrong | {"days": "5"}).content.decode()
        assert "form-error-message" in page
        assert page.count('value="08:00"') == 5
    assert tove.get(url, {"opens": "09:00", "closes": "14:00", "days": "99"}).status_code == 200


def test_half_a_day_is_asked_about(town, tove):
    desk = desk_of(town, town.nina)
    page = tove.post(f"/organisation/ansat/{desk.id}/tider/", {"opens_1": "08:00"})
    assert "Skriv begge tider" in page.content.decode()
    page = tove.post(f"/organisation/ansat/{desk.id}/tider/", {"opens_1": "16:00", "closes_1": "8"})
    assert page.status_code == 422
    assert len(people.desk(desk.id).hours) == 5


def test_days_away_are_noted_without_a_reason(town, tove):
    desk = desk_of(town, town.nina)
    base = f"/organisation/ansat/{desk.id}/fravaer/"
    early = {"starts_on": tomorrow().isoformat(), "ends_on": today().isoformat()}
    assert "slutter, før det begynder" in tove.post(base, early).content.decode()
    fine = {"starts_on": tomorrow().isoformat(), "ends_on": ""}
    assert tove.post(base, fine).status_code == 302
    assert people.desk(desk.id).away[0].first == tomorrow()


def test_she_writes_what_the_unit_does_and_the_second_is_told(town, tove):
    base = f"/organisation/enhed/{town.coordination}/om/"
    empty = {"does": "", "law": "", "can_decide": "", "cannot_decide": "", "for_relatives": "",
             "seen": "\r\n" * 4}  # fmt: skip
    page = tove.post(base, empty | {"law": "Serviceloven"})
    assert page.status_code == 422
    assert "Skriv, hvad enheden gør" in page.content.decode()
    assert 'value="Serviceloven"' in page.content.decode()
    assert tove.post(base, empty | {"does": "Holder trådene"}).status_code == 302
    assert "Holder trådene" in tove.get(f"/enheder/{town.coordination}/").content.decode()
    page = tove.post(base, empty | {"does": "Noget andet"})
    assert page.status_code == 422
    assert "En anden har rettet det imens" in page.content.decode()
    again = {"does": "Noget andet", "seen": "Holder trådene" + "\r\n" * 4}
    assert tove.post(base, empty | again).status_code == 302, "as a browser sends line breaks"
    assert tove.get(f"/organisation/enhed/{town.ward}/om/").status_code == 403
