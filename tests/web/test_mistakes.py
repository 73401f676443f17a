"""Mistakes on the pages: side by side, by two, moved, told; and what no page says."""

import re
from functools import cache

import pytest
from django.urls import reverse

from landfast.access.actions import To, grant
from landfast.access.looks.looking import open_record
from landfast.access.roles import CourseRole
from landfast.course import models
from landfast.course.actions import observing
from landfast.kernel.clock import today
from landfast.kernel.danish import lix
from landfast.plan import models as plan
from tests.factories.courses import assessed_course, started_course
from tests.factories.emergencies import CPR, numbered
from tests.factories.plan import wished
from tests.factories.town import as_
from tests.web.mine.reading import visible_text as words_of

WHY = "Hun har selv sagt det"


@pytest.fixture
def client_of(signed_in):
    """Each person's one client."""
    return cache(signed_in)


def visible_text(answer):
    return words_of(answer.content.decode())


def text(client, name, *args):
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200, name
    return visible_text(answer)


def test_one_who_stands_here_twice_is_found_seen_beside_and_joined_by_two(town, client_of):
    goes, stays = started_course(town), started_course(town, by=town.mads)
    wished(goes, "Jeg vil bo ved vandet")
    dorte, lars = client_of(town.dorte), client_of(town.lars)
    assert "Samme navn, og telefon" in text(dorte, "find_same", stays.id)
    page = text(dorte, "propose_joining", stays.id, goes.id)
    assert "Kan læse mere end nu: Mads Makker" in page
    assert "Mister adgangen: Karen Koordinator" in page
    assert "vandet" not in page
    told = {"stays": str(stays.id), "why": WHY}
    answer = dorte.post(reverse("propose_joining", args=[stays.id, goes.id]), told)
    assert answer.status_code == 302
    with as_(town.dorte):
        mend = models.Mend.objects.get().id
    assert "En anden skal se på det" in text(dorte, "mend", mend)
    assert dorte.post(reverse("carry_out_mend", args=[mend])).status_code == 409
    assert "Før dem sammen" in text(lars, "mend", mend)
    assert lars.post(reverse("carry_out_mend", args=[mend])).status_code == 302
    assert "To sider om Jytte Jensen er ført sammen" in text(lars, "mends")
    citizen = client_of(stays.citizen)
    page = text(citizen, "my_course")
    assert "Du stod her to gange" in page
    assert lix(page) <= 35
    assert "Jeg vil bo ved vandet" in text(citizen, "my_plan")
    assert "Kom hertil, da vi rettede en fejl." in text(citizen, "my_plan")
    seen = text(client_of(town.mads), "wishes", stays.id)
    assert "kom hertil, da en fejl blev rettet" in seen.lower()
    assert "Er ført sammen" not in text(client_of(town.mads), "course", stays.id)
    undo = reverse("undo_mend", args=[mend])
    assert lars.post(undo, {"why": "Det var to"}).status_code == 302
    assert "Nu er det, som det var før" in text(citizen, "my_course")
    with as_(goes.citizen):
        assert plan.Wish.objects.get().course_id == goes.id


def test_who_has_no_coordinator_is_told_whom_to_ask_instead(town, client_of):
    goes, stays = started_course(town), started_course(town, by=town.mads)
    told = {"stays": str(stays.id), "why": WHY}
    client_of(town.dorte).post(reverse("propose_joining", args=[stays.id, goes.id]), told)
    with as_(town.dorte):
        mend = models.Mend.objects.get().id
    client_of(town.lars).post(reverse("carry_out_mend", args=[mend]))
    me = client_of(stays.citizen)
    assert "Er det forkert, så sig det til din koordinator." in text(me, "my_course")
    me.post(reverse("stop_my_course", args=[stays.id]))
    page = text(me, "my_course")
    assert "sig det til Koordinatorteamet" in page
    assert "din koordinator" not in page
    refused = me.get(reverse("mends"))
    assert refused.status_code == 403
    assert "din koordinator" not in visible_text(refused)
    assert "Ring til Koordinatorteamet" in refused.content.decode(), "below the page"


def test_a_wish_that_came_home_is_hers_when_she_says_so(town, client_of):
    goes, stays = started_course(town), started_course(town, by=town.mads)
    words = "Jeg vil bo ved vandet"
    wished(goes, words)
    dorte, lars, citizen = client_of(town.dorte), client_of(town.lars), client_of(stays.citizen)
    told = {"stays": str(stays.id), "why": WHY}
    dorte.post(reverse("propose_joining", args=[stays.id, goes.id]), told)
    with as_(town.dorte):
        mend = models.Mend.objects.get().id
    lars.post(reverse("carry_out_mend", args=[mend]))
    with as_(stays.citizen):
        wish = plan.Wish.objects.get().id
    take = citizen.post(reverse("take_my_wish", args=[stays.id, wish]), {"seen": words})
    assert take.status_code == 302
    page = text(citizen, "my_plan")
    assert words in page
    assert "Kom hertil" not in page


def test_looks_of_both_are_told_to_her(town, client_of):
    goes, stays = started_course(town), started_course(town, by=town.mads)
    with as_(town.karen):
        open_record(town.karen, goes.id, "Planen")
    dorte, lars = client_of(town.dorte), client_of(town.lars)
    dorte.post(
        reverse("propose_joining", args=[stays.id, goes.id]), {"stays": stays.id, "why": WHY}
    )
    with as_(town.dorte):
        mend = models.Mend.objects.get().id
    assert "Karen" not in text(client_of(stays.citizen), "my_say")
    lars.post(reverse("carry_out_mend", args=[mend]))
    assert "Karen Koordinator" in text(client_of(stays.citizen), "my_say")


def test_a_number_finds_only_among_those_one_reaches(town, client_of):
    here, there = started_course(town), started_course(town, "Yrsa Yde", by=town.mads)
    with as_(town.mads):
        numbered(there.citizen_id)
    address = reverse("find_same", args=[here.id])
    dorte, karen = client_of(town.dorte), client_of(town.karen)
    assert "Yrsa Yde" in visible_text(dorte.post(address, {"q": CPR}))
    found = visible_text(karen.post(address, {"q": CPR}))
    nobody = visible_text(karen.post(address, {"q": "0101900000"}))
    assert found == nobody


def test_two_numbers_are_two_people(town, client_of):
    one, other = (
        assessed_course(town, cpr="0101900001"), assessed_course(town, cpr="0202900002"),
    )  # fmt: skip
    dorte = client_of(town.dorte)
    address = reverse("propose_joining", args=[one.id, other.id])
    shown = text(dorte, "propose_joining", one.id, other.id)
    assert "hvert sit CPR-nummer" in shown
    assert "Foreslå at føre dem sammen" not in shown
    answer = dorte.post(address, {"stays": str(one.id), "why": WHY})
    assert answer.status_code == 422
    with as_(town.dorte):
        assert not models.Mend.objects.exists()


def moved(town, client_of):
    source, target = started_course(town, "Xenia Xo"), started_course(town, "Yrsa Yde")
    with as_(town.karen):
        row = observing.record_observation(
            actor=town.karen, course_id=source.id, kind="admission", happened_on=today(),
            source="Datter", words="Kom på gaden i nat",
        )  # fmt: skip
    karen = client_of(town.karen)
    text(client_of(source.citizen), "my_course")
    assert "Kom på gaden" in text(karen, "mistakes", source.id)
    address = reverse("propose_move", args=[source.id, "haendelse", row])
    answer = karen.post(address, {"target": str(target.id), "hint": "", "why": WHY})
    assert "Kan læse det bagefter: Karen Koordinator" in visible_text(karen.get(answer["Location"]))
    assert karen.post(answer["Location"] + "goer/").status_code == 302
    return source, target, karen


def test_what_stood_wrong_is_moved_and_both_citizens_are_told_without_the_others_name(
    town, client_of
):
    source, target, karen = moved(town, client_of)
    page = text(karen, "mistakes", source.id)
    assert "flyttet, skrevet på forkert borger" in page
    assert "Kom på gaden" not in page
    wronged = text(client_of(target.citizen), "my_course")
    other = text(client_of(source.citizen), "my_course")
    for told, name in ((wronged, "Xenia"), (other, "Yrsa")):
        assert "Vi har rettet en fejl" in told
        assert name not in told
        assert lix(told) <= 35
    assert "De her kan have læst det: en fra Koordinatorteamet." in wronged
    assert "Den anden borger kan også have læst det" in wronged
    assert "Kom på gaden" not in other
    for client, course in (
        (client_of(target.citizen), target),
        (client_of(source.citizen), source),
    ):
        record = client.get(reverse("my_record", args=[course.id])).content.decode()
        assert ("Xenia" in record, "Yrsa" in record) == (course is source, course is target)


def test_those_who_saw_it_are_told_one_by_one_and_the_officer_sees_who_is_left(town, client_of):
    town.hire("Dina Dpo", town.coordination, "dpo")
    _source, target, karen = moved(town, client_of)
    with as_(town.karen):
        readers = list(models.MendReader.objects.order_by("role").values_list("id", "role"))
    assert [role for _id, role in readers] == ["citizen", "coordinator"]
    page = text(karen, "mistakes", target.id)
    assert "En anden borger" in page
    assert "Xenia" not in page.split("Rettes eller er rettet")[0]
    dina = client_of(town.dina)
    page = text(dina, "officer_mistakes")
    assert "om Yrsa Yde" in page
    assert page.count("Fik det at vide") == 1  # Karen, who moved it
    told = reverse("officer_reader_told", args=[readers[0][0]])
    assert dina.post(told).status_code == 302
    assert text(dina, "officer_mistakes").count("Fik det at vide") == 2
    again = karen.post(reverse("reader_told", args=[target.id, readers[0][0]]))
    assert again.status_code == 404
    assert client_of(town.lars).get(reverse("officer_mistakes")).status_code == 403


def test_the_leader_chooses_for_one_who_reaches_one_citizen_only(town, client_of):
    source, target = started_course(town), started_course(town, "Yrsa Yde", by=town.mads)
    wish = wished(source, "Jeg vil bo ved vandet")
    karen, dorte = client_of(town.karen), client_of(town.dorte)
    address = reverse("propose_move", args=[source.id, "oenske", wish])
    assert karen.post(address, {"target": "ingen", "hint": "", "why": WHY}).status_code == 422
    assert karen.post(address, {"target": "ingen", "hint": "Yrsa", "why": WHY}).status_code == 302
    with as_(town.dorte):
        mend = models.Mend.objects.get().id
    address = reverse("mend", args=[mend])
    assert "Handler måske om" in visible_text(dorte.get(address))
    assert "Vælg Yrsa Yde" in visible_text(dorte.get(address, {"q": "Yrsa"}))
    page = visible_text(dorte.get(address, {"q": "Yrsa", "til": str(target.id)}))
    assert "Kan læse det bagefter: Mads Makker" in page
    assert "vandet" not in page
    go = reverse("carry_out_mend", args=[mend])
    assert dorte.post(go, {"target": str(target.id)}).status_code == 302
    assert "Jeg vil bo ved vandet" in text(client_of(target.citizen), "my_plan")
    assert client_of(source.citizen).get(reverse("mends")).status_code == 403


def test_the_coordinators_of_two_units_join_them_in_each_others_team(town, signed_in):
    goes, stays = started_course(town), started_course(town, "Jytte Jensen", by=town.mads)
    karen, mads = signed_in(town.karen), signed_in(town.mads)
    find = reverse("find_same", args=[goes.id])
    two = reverse("propose_joining", args=[goes.id, stays.id])
    page = karen.get(find).content.decode()
    assert "om I må komme i hinandens team" in page
    assert two not in page
    assert karen.get(two).status_code in {403, 404}
    for lived, member, by in ((stays, town.karen, town.mads), (goes, town.mads, town.karen)):
        with as_(by):
            to = To(CourseRole.PROFESSIONAL, "Borgeren har valgt det", person=member.person_id)
            grant(by, lived.id, [to])
    assert two in karen.get(find).content.decode()
    assert "ved siden af" in karen.get(two).content.decode()
    sent = karen.post(two, {"stays": str(stays.id), "why": "Hun siger det selv"})
    assert sent.status_code == 302, sent.content.decode()
    listed = mads.get(reverse("mends")).content.decode()
    [waiting] = re.findall(r'/fejl/[0-9a-f-]{36}/(?=")', listed)
    assert "Før dem sammen" in mads.get(waiting).content.decode()
    assert mads.post(f"{waiting}goer/").status_code == 302
