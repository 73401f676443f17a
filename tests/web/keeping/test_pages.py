"""Pages of those who keep the records; what leaders see of it; what the citizen is told."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.keeping import actions, models
from landfast.keeping.queries import CaseRow
from landfast.keeping.rules import HoldKind, KeepState, Kind
from landfast.kernel import clock
from landfast.people import actions as people
from landfast.web.keeping.present import told
from landfast.web.templatetags.landfast import day
from tests.factories.courses import started_course
from tests.factories.keeping import blocked, case_of, officers, on, over
from tests.factories.logins import connects
from tests.factories.plan import wished
from tests.factories.town import as_


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.fixture
def case(town):
    officers(town)
    return case_of(town, over(started_course(town)))


def near(case):
    """So that its day is within the report's."""
    return on(case.block_on - timedelta(days=30))


def test_the_officer_sees_names_of_what_is_near_and_a_leader_numbers_only(town, case, signed_in):
    with near(case):
        page = text_of(signed_in(town.dina).get(reverse("keeping")))
        assert "Jytte Jensen" in page
        assert f"Blokeres {day(case.block_on)}" in page
        seen = signed_in(town.lars).get(reverse("keeping"))
        assert seen.status_code == 200
        assert "Jytte" not in text_of(seen)
        assert "Afsluttet" in text_of(seen)
        assert signed_in(town.peter).get(reverse("keeping")).status_code == 403
    far = text_of(signed_in(town.arne).get(reverse("keeping")))
    assert "Jytte" not in far


def test_one_case_is_the_officers_and_is_held_and_let_go(town, case, signed_in):
    client = signed_in(town.dina)
    url = reverse("kept_case", args=[case.id])
    assert "Du ser ikke, hvad der står i forløbet" in text_of(client.get(url))
    assert signed_in(town.lars).get(url).status_code == 403
    hold = reverse("hold_case", args=[case.id])
    assert "Hvad skal der ventes på?" in text_of(client.get(hold))
    answer = client.post(hold, {"kind": "complaint", "why": "Klage 12", "until": ""}, follow=True)
    assert "En klage er i gang. Klage 12" in text_of(answer)
    with as_(town.dina):
        one = models.Hold.objects.get()
    lift = reverse("lift_case", args=[case.id, one.id])
    assert client.get(lift).status_code == 405
    assert "Klage 12" not in text_of(client.post(lift, follow=True))


def test_postponed_and_taken_back_by_a_day_and_a_reason(town, case, signed_in):
    later = case.block_on + timedelta(days=30)
    postpone = reverse("postpone_case", args=[case.id])
    with near(case):
        client = signed_in(town.dina)
        asked = client.post(postpone, {"why": "", "until": later.isoformat()})
        assert asked.status_code == 422
        done = client.post(postpone, {"why": "Tilsyn", "until": later.isoformat()}, follow=True)
    assert "Blokeringen er udsat" in text_of(done)
    assert "Tilsyn (Dina Dpo)" in text_of(done)
    with as_(town.dina):
        assert models.Case.objects.get().block_on == later


def test_what_is_blocked_is_taken_back_till_a_day(town, signed_in):
    officers(town)
    case = blocked(town, started_course(town))
    with on(case.block_on):
        client = signed_in(town.arne)
        back = reverse("take_case_back", args=[case.id])
        assert "Blokeret" in text_of(client.get(reverse("kept_case", args=[case.id])))
        assert "Til hvilken dag?" in text_of(client.get(back))
        said = {"why": "Ny sag", "until": (case.block_on + timedelta(days=9)).isoformat()}
        assert "Det er taget tilbage" in text_of(client.post(back, said, follow=True))
        with as_(town.dina):
            assert models.Case.objects.get().state == KeepState.CLOSED


def test_a_receipt_wants_two_pairs_of_eyes(town, signed_in):
    officers(town)
    course = started_course(town)
    case = blocked(town, course)
    with as_(course.citizen):
        people.open_account(
            person_id=course.citizen.person_id, username="j", password="en lang sten"
        )
    packed(case)
    with on(case.block_on):
        dina, arne = signed_in(town.dina), signed_in(town.arne)
        note, confirm = (reverse(name, args=[case.id])
                         for name in ("note_receipt", "confirm_receipt"))  # fmt: skip
        assert "Skriv arkivets kvittering" in text_of(
            dina.get(reverse("kept_case", args=[case.id]))
        )
        dina.post(note, {"receipt": "AVID 1"})
        same = dina.post(confirm, {"receipt": "AVID 1"})
        assert same.status_code == 422
        assert "En anden end den" in text_of(same)
        assert arne.post(confirm, {"receipt": "AVID 2"}).status_code == 422
        done = arne.post(confirm, {"receipt": "AVID 1"}, follow=True)
        assert "Slettes" in text_of(done)
        assert "Fortæl borgeren dagen" not in text_of(done)  # she reads it on her own page


def test_who_has_no_login_is_told_the_day_by_a_letter_or_a_person(town, signed_in):
    officers(town)
    course = started_course(town)
    case = blocked(town, course)
    packed(case)
    with on(case.block_on):
        dina, arne = signed_in(town.dina), signed_in(town.arne)
        dina.post(reverse("note_receipt", args=[case.id]), {"receipt": "AVID 1"})
        arne.post(reverse("confirm_receipt", args=[case.id]), {"receipt": "AVID 1"})
        listed = text_of(dina.get(reverse("keeping")))
        assert "Fortæl dem, der ikke har et login" in listed
        tell = reverse("note_told", args=[case.id])
        assert "en kopi først" in text_of(dina.get(tell))
        ahead = clock.today() + timedelta(days=1)
        refused = dina.post(tell, {"how": "letter", "on": ahead.isoformat()})
        assert refused.status_code == 422
        assert "Vælg i dag eller en dag, der har været." in text_of(refused)
        done = dina.post(tell, {"how": "letter", "on": clock.today().isoformat()}, follow=True)
        assert "Det er skrevet ned, at borgeren ved det." in text_of(done)
        assert "Fortæl borgeren dagen" not in text_of(done)
        assert "Fortæl dem" not in text_of(dina.get(reverse("keeping")))
        assert dina.get(tell).status_code == 409
        kept = case_of(town, course)
        assert (kept.told_how, kept.told_of) == ("letter", kept.delete_on)


def test_who_comes_in_by_a_provider_alone_reads_the_day_herself(town, signed_in):
    officers(town)
    course = started_course(town)
    connects(course.citizen)
    case = blocked(town, course)
    packed(case)
    with on(case.block_on):
        dina, arne = signed_in(town.dina), signed_in(town.arne)
        dina.post(reverse("note_receipt", args=[case.id]), {"receipt": "AVID 1"})
        arne.post(reverse("confirm_receipt", args=[case.id]), {"receipt": "AVID 1"})
        assert "Fortæl dem, der ikke har et login" not in text_of(dina.get(reverse("keeping")))
        assert dina.get(reverse("note_told", args=[case.id])).status_code == 409


def packed(case):
    from landfast.access.actor import SYSTEM

    with as_(SYSTEM):
        actions.end_packing(case_id=case.id, checksum="a" * 64)


def test_the_years_are_shown_with_their_source_and_changed_with_another(town, case, signed_in):
    client = signed_in(town.dina)
    page = text_of(client.get(reverse("keeping_years")))
    assert "arkivloven" in page
    url = reverse("set_keeping_years", args=[town.municipality, "course"])
    said = {"years": "8", "delivers": "yes", "wait_days": "100", "source": "Plan af 2027"}
    assert client.post(url, said | {"years": "0"}).status_code == 422
    assert "Plan af 2027" in text_of(client.post(url, said, follow=True))
    assert client.get(reverse("set_keeping_years", args=[town.region, "course"])).status_code == 404
    assert signed_in(town.lars).get(reverse("keeping_years")).status_code == 403


def test_the_citizen_reads_how_long_and_has_a_copy_at_hand(town, signed_in):
    officers(town)
    course = over(started_course(town))
    client = signed_in(course.citizen)
    page = client.get(reverse("my_course"))
    case = case_of(town, course)
    assert f"Andre kan se det til {day(case.block_on)}." in text_of(page)
    assert reverse("my_record", args=[course.id]) in page.content.decode()
    book = text_of(client.get(reverse("my_record", args=[course.id])))
    assert "Hvor længe det gemmes" in book
    with as_(town.dina):
        actions.hold(
            actor=town.dina, case_id=case.id, kind=HoldKind.INSIGHT,
            why="Hun har bedt om det", until=None,
        )  # fmt: skip
    assert "Hun har bedt om det" in text_of(client.get(reverse("my_record", args=[course.id])))
    # while something holds it the day is the first one possible, and no more is said
    held = text_of(client.get(reverse("my_course")))
    assert f"Andre kan se det mindst til {day(case.block_on)}." in held
    assert "Venter. Se, hvad der holder det" in text_of(
        signed_in(town.dina).get(reverse("kept_case", args=[case.id]))
    )


def test_she_reads_no_day_of_deletion_while_something_holds_it(case):
    row = CaseRow(
        case.id, Kind.COURSE, KeepState.DELIVERED, clock.now(), case.block_on, case.block_on,
        case.block_on, False, "", "", None, "Fjordby Kommune", 90, is_held=True,
    )  # fmt: skip
    assert told(row) == [
        "Dine oplysninger slettes ikke endnu. Noget skal gøres færdigt først.",
        "Du kan se dagen her, når vi kender den.",
    ]


def test_a_blocked_course_still_opens_for_its_citizen_and_says_so(town, signed_in):
    officers(town)
    course = started_course(town)
    case = blocked(town, course)
    with on(case.block_on):
        client = signed_in(course.citizen)
        page = text_of(client.get(reverse("my_course")))
        assert "Nu er det kun dig, der kan læse det" in page
        assert "Først får et arkiv en kopi. Det siger loven." in page
        assert "Efter det går der mindst 90 dage. Så bliver det slettet her." in page
        assert client.get(reverse("my_record", args=[course.id])).status_code == 200
        assert client.get(reverse("my_record_paper", args=[course.id])).status_code == 200
        assert clock.today() == case.block_on


def test_what_she_would_write_in_a_blocked_course_is_refused_in_words(town, signed_in):
    officers(town)
    course = started_course(town)
    wish = wished(course)
    case = blocked(town, course)
    with on(case.block_on):
        client = signed_in(course.citizen)
        ask = reverse("ask_correction", args=[course.id, f"plan_wish-{wish}"])
        answer = client.post(ask, {"words": "Det passer ikke"})
        assert answer.status_code in {409, 422}
        assert "Du kan læse det, men ikke ændre det mere" in text_of(answer)


def test_who_has_a_copy_afterwards_is_told_from_the_first_day_to_the_last(case):
    day_of = case.block_on
    row = CaseRow(
        case.id, Kind.COURSE, KeepState.CLOSED, clock.now(), day_of, day_of, None, True, "", "",
        None, "Fjordby Kommune", 120, is_held=False,
    )  # fmt: skip
    assert told(row)[-1] == "Før det bliver slettet, får et arkiv en kopi. Det siger loven."
    assert "mindst 120 dage" in " ".join(told(replace(row, state=KeepState.BLOCKED)))
    delivered = replace(row, state=KeepState.DELIVERED, delete_on=day_of)
    assert told(delivered)[1:] == ["Et arkiv har en kopi. Det siger loven."]
    # a private house delivers nothing: nobody is told of an archive
    for state in (KeepState.CLOSED, KeepState.BLOCKED, KeepState.DELIVERED):
        own = replace(delivered, state=state, delivers=False)
        assert told(own)
        assert "arkiv" not in " ".join(told(own))
