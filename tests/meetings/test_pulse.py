"""The pulse after a meeting: voluntary, one's own, and a picture for the team (C7)."""

import importlib
from uuid import uuid4

import pytest
from django.db import IntegrityError, connections, transaction

from landfast.access.looks.looking import open_record
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.meetings import actions, models
from landfast.meetings.queries.pulse import may_give_pulse, my_pulse, pulse_of
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.pulse import FACES, FEWEST, QUESTIONS, check_pulse
from landfast.web.meetings.pulse import picture
from tests.factories.meetings import held_meeting, leaves, running_meeting
from tests.factories.town import as_

BY_LINK = importlib.import_module("landfast.meetings.migrations.0094_pulse_by_link").Migration
GOOD = {"heard": 5, "useful": 4, "clear": None}
LOW = {"heard": 2, "useful": 2, "clear": 2}


def gives(met, actor, answers):
    with as_(actor):
        actions.give_pulse(actor=actor, meeting_id=met.id, answers=answers)


def seen_by(met, actor):
    with as_(actor):
        return [(one.is_citizen, one.many, one.answers["heard"]) for one in pulse_of(met.course_id)]


def test_one_face_is_enough_and_none_is_no_answer():
    held, none = MeetingState.HELD, dict.fromkeys(QUESTIONS)
    check_pulse(held, {**none, "clear": 1}, was_there=True)
    with pytest.raises(Wrong):
        check_pulse(held, none, was_there=True)
    with pytest.raises(Wrong):
        check_pulse(held, {**none, "clear": max(FACES) + 1}, was_there=True)
    with pytest.raises(NotNow, match="med"):
        check_pulse(held, GOOD, was_there=False)


def test_nobody_answers_before_it_is_over(town):
    met = running_meeting(town)
    with pytest.raises(NotNow, match="slut"):
        gives(met, met.lived.citizen, GOOD)


@pytest.mark.parametrize("how", ["stop", "death"])
def test_nobody_is_asked_when_the_course_is_over_whichever_way_they_come(town, how):
    met = held_meeting(town)
    gives(met, met.lived.citizen, GOOD)
    leaves(met, how)
    with pytest.raises(NotNow, match="Forløbet er slut"):
        gives(met, met.lived.citizen, LOW)
    with pytest.raises(NotFound):  # the team has left
        gives(met, met.karen, LOW)
    with as_(met.lived.citizen):
        assert not may_give_pulse(met.lived.citizen, met.id)
        assert my_pulse(met.lived.citizen, met.id) == GOOD, "what was answered stays"


def test_hers_is_seen_and_the_others_only_when_nobody_is_known_by_it(town):
    met = held_meeting(town)
    her = met.lived.citizen
    gives(met, her, GOOD)
    gives(met, her, {**GOOD, "heard": 4})  # a change of mind
    for actor in (met.karen, met.bo):
        gives(met, actor, LOW)
    assert FEWEST == 3
    assert seen_by(met, met.karen) == [(True, 1, 4.0)]
    gives(met, met.anna, {**LOW, "heard": 5})
    assert seen_by(met, met.bo) == [(True, 1, 4.0), (False, 3, 3.0)]
    with as_(town.dorte):
        assert pulse_of(met.course_id) == []


def test_each_reads_only_her_own_answers(town):
    met = held_meeting(town)
    gives(met, met.bo, LOW)
    gives(met, met.lived.citizen, GOOD)
    with as_(met.bo):
        assert my_pulse(met.bo, met.id) == LOW
    for actor, many in ((met.karen, 0), (met.bo, 1), (met.lived.citizen, 1), (town.dorte, 0)):
        with as_(actor):
            assert models.Pulse.objects.count() == many, actor.name


def test_who_is_not_of_the_course_is_not_asked(town):
    met = held_meeting(town)
    with pytest.raises(NotFound):
        gives(met, town.solveig, GOOD)


def test_the_database_knows_the_faces(town):
    met = held_meeting(town)
    gives(met, met.bo, LOW)
    with as_(met.bo), pytest.raises(IntegrityError, match="one_to_five"), transaction.atomic():
        models.Pulse.objects.update(heard=6)


def test_the_picture_says_in_words_what_it_draws(town):
    met = held_meeting(town)
    gives(met, met.lived.citizen, GOOD)
    with as_(met.karen):
        open_record(met.karen, met.course_id, "Puls")
        points = pulse_of(met.course_id)
        drawn = {
            name: picture(name, question, points, "Jytte") for name, question in QUESTIONS.items()
        }
    assert [(who, str(said)) for _day, who, said in drawn["heard"].lines] == [("Jytte", "Ja, helt")]
    assert drawn["heard"].dots[0].y < drawn["useful"].dots[0].y
    assert drawn["clear"].dots == []


def test_the_letters_go_on_after_the_way_back_from_asking_by_mail(own_database):
    owner = connections["owner"]
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], own_database
    with owner.cursor() as cursor:
        for sql in (getattr(one, "reverse_sql", "") for one in reversed(BY_LINK.operations)):
            cursor.execute(sql or "select 1")
        cursor.execute("alter table meetings_invite drop column pulse_asked_at")
        cursor.execute("select * from meetings_letters()")
        assert cursor.fetchall() == []
        told = "select meetings_letter_told(%s, 'ask', '', 1, now(), 60, '')"
        cursor.execute(told, [uuid4()])
        assert cursor.fetchone() == (False,)
    owner.close()
    owner.settings_dict["NAME"] = before
