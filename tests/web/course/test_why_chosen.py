"""Why somebody holds a course, for those who were told that they can read it."""

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.course.actions import handover
from landfast.course.rules.coordinator import TeamFacts
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel.refusals import NotNow, Wrong
from landfast.programmes.models import Programme
from tests.factories import courses
from tests.factories.courses import started_course
from tests.factories.town import as_


def shown(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.fixture
def lived(town):
    return started_course(town)


def decides(lived, who):
    return {
        "course_id": lived.id, "taker": who.person_id, "reason": "Kender hende bedst",
        "facts": TeamFacts(decide_here=frozenset({who.person_id})),
    }  # fmt: skip


def test_who_decides_about_her_may_hold_it_where_the_programme_says_so_and_all_read_why(
    town, lived, signed_in, monkeypatch
):
    with as_(town.karen), pytest.raises(NotNow, match="træffer afgørelser"):
        handover.offer(
            actor=town.karen, override="Hun vil kun have Mads", **decides(lived, town.mads)
        )
    with as_(SYSTEM):
        allows = Programme.objects.create(
            code="act", name="ACT", coordination_model="case_worker", caseload_cap=10,
            caseload_cap_new=5, meeting_formats=[],
        ).id  # fmt: skip
    monkeypatch.setattr(courses, "some_programme", lambda: allows)
    lived = started_course(town, "Bent Berg")
    offer = decides(lived, town.mads)
    with as_(town.karen):
        with pytest.raises(Wrong, match="også træffer afgørelser"):
            handover.offer(actor=town.karen, **offer)
        asked = handover.offer(actor=town.karen, override="Hun vil kun have Mads", **offer)
    with as_(town.mads):
        handover.accept(actor=town.mads, handover_id=asked)
    for reader in (town.dorte, town.mads):
        read = shown(signed_in(reader).get(reverse("course", args=[lived.id])))
        assert "Valgt, fordi:" not in read  # why it was handed on says nothing of who took it
        assert "<q>Hun vil kun have Mads</q>" in read
    read = shown(signed_in(lived.citizen).get("/mit/"))
    assert "Grunden er: <q>Kender hende bedst</q>" in read
    assert "<q>Hun vil kun have Mads</q>" in read


def test_a_course_that_has_a_coordinator_is_not_begun_once_more(town, lived, signed_in):
    dorte = signed_in(town.dorte)
    read = shown(dorte.get(reverse("start_course", args=[lived.id])))
    assert "Karen Koordinator er koordinator nu" in read
    assert "Hvorfor netop denne?" not in read
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    read = shown(dorte.get(reverse("start_course", args=[lived.id])))
    assert "Dorte Daglig dækker lige nu" in read


def test_the_field_says_what_it_is_for(town, lived, signed_in):
    read = shown(signed_in(town.karen).get(reverse("hand_over", args=[lived.id])))
    assert "Hvis noget taler imod: hvorfor alligevel?" in read
    assert "Hvis der ikke er plads" not in read
