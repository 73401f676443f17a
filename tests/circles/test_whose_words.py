"""Who reads a case writes only what is theirs in it: her word and her no are hers."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from landfast.circles import models
from landfast.circles.actions import hers
from landfast.circles.queries import cases
from landfast.circles.rules.cases import CaseState, Ground
from landfast.journeys import raise_case as journey
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound
from tests.factories.circles import circle, raised, talked_about
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_

HER_WORD = {"her_words": "Mine ord", "written_for_her": False}
FOR_HER = {"her_words": "Hendes ord", "written_for_her": True}
NO, BACK = {"state": CaseState.REFUSED}, {"state": CaseState.WITHDRAWN}
ADVICE, SUMMARY = {"state": CaseState.HANDLED}, {"summary": {"advice": "Mit råd"}}
TOLD = {"told_words": "De sagde", "told_after": "talked", "told_after_on": today}
CAME = {"came_of_it": "Det gik godt"}

MAY = {
    "waiting": {
        "citizen": (HER_WORD, NO), "karen": (FOR_HER, BACK), "mads": (FOR_HER,),
        "anna": (), "bo": (), "peter": (),
    },
    "at the table": {
        "citizen": (), "karen": (SUMMARY, TOLD, CAME), "mads": (TOLD, CAME), "anna": (SUMMARY,),
        "bo": (), "peter": (),
    },
}  # fmt: skip
"""What each may change. Karen raised it and coordinates, Mads is her second, Anna sits there."""
ALL = (HER_WORD, FOR_HER, NO, BACK, ADVICE, SUMMARY, TOLD, CAME)


@pytest.fixture
def world(town):
    from landfast.course.actions import coordinator

    lived = started_course(town)
    with as_(town.karen):
        coordinator.name_second(
            actor=town.karen, course_id=lived.id, person_id=town.mads.person_id
        )  # fmt: skip
    in_the_team(lived, town.bo, by=town.karen, role="home_support")
    return town, lived, circle(town)


def may_change(case, said):
    """Does the row of a case take this from the one who acts? It is taken back again."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                on_the_day = {name: it() if callable(it) else it for name, it in said.items()}
                done = models.Case.objects.filter(id=case).update(**on_the_day) == 1
        except DatabaseError:
            done = False
        transaction.set_rollback(True)
    return done


@pytest.mark.parametrize("when", list(MAY))
def test_the_database_lets_each_change_only_what_is_theirs(world, when):
    town, lived, forum = world
    case = raised(forum, lived) if when == "waiting" else talked_about(forum, lived)[0]
    later = now() + timedelta(days=3, hours=2) if when == "at the table" else now()
    for name, own in MAY[when].items():
        who = lived.citizen if name == "citizen" else getattr(town, name)
        with clock.at(later), as_(who):
            changed = [said for said in ALL if said != ADVICE or when == "waiting"]
            assert [said for said in changed if may_change(case, said)] == list(own), name


def test_in_the_database_her_own_sentence_is_written_over_by_nobody(world):
    town, lived, forum = world
    case = raised(forum, lived)
    with as_(lived.citizen):
        journey.say_for_her(actor=lived.citizen, case_id=case, text="Jeg vil bo, hvor jeg bor.")
    for who in (town.karen, town.mads):
        with as_(who):
            changed = (FOR_HER, HER_WORD, {"her_words": ""}, {"comes": "no"})
            assert [may_change(case, said) for said in changed] == [False, False, False, True]
    with as_(lived.citizen):
        assert may_change(case, HER_WORD)


def test_in_the_database_her_no_stops_at_a_law_and_a_case_begins_unheard(world):
    town, lived, forum = world
    case = raised(forum, lived, ground=Ground.LAW, ground_words="Serviceloven")
    with as_(lived.citizen):
        assert not may_change(case, NO)
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.Case.objects.bulk_create(
            [models.Case(circle_id=forum.id, raised_by_id=town.karen.person_id, text="x",
                         raised_from_id=town.coordination, presenter_id=town.karen.person_id,
                         question="x", why="x", told="talked", told_on=today(), her_words="Ja")]
        )  # fmt: skip


def test_nobody_says_no_for_her(world):
    town, lived, forum = world
    case = raised(forum, lived)
    for who in (town.karen, town.mads, town.bo):
        with as_(who), pytest.raises(NotAllowed):
            hers.refuse(actor=who, course_id=lived.id, case_id=case)
    with as_(town.anna), pytest.raises(NotFound):
        hers.refuse(actor=town.anna, course_id=lived.id, case_id=case)
    other = started_course(town, "Bent Berg")
    with as_(lived.citizen):
        with pytest.raises(NotFound):  # not under another course's address
            hers.refuse(actor=lived.citizen, course_id=other.id, case_id=case)
        hers.refuse(actor=lived.citizen, course_id=lived.id, case_id=case)
        assert journey.see_mine(lived.citizen, lived.id, case).case.state is CaseState.REFUSED
    with as_(town.anna):
        assert cases.waiting_cases(forum.id) == []
