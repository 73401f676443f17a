"""A question without a name: the forum learns the case and the asker, never the course."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.actor import Actor
from landfast.consultation import models, queries
from landfast.consultation.actions import close, forget, keep_forum
from landfast.consultation.rules import Kind
from landfast.journeys import ask_anonymously as journey
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.courses import started_course
from tests.factories.emergencies import known_course, opens
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import as_
from tests.web.conftest import enter

CASE = "En kvinde i 50’erne sover ikke. Hvem kan hjælpe hende?"


@pytest.fixture
def forum(town):
    town.hire("Lise Ledende", town.ward, "leader")
    with as_(town.lise):
        return keep_forum(
            actor=town.lise, unit_id=town.ward, name="Psykiatriens rådgivning",
            about="Søvn og medicin", is_open=True,
        )  # fmt: skip


@pytest.fixture
def lived(town):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen, role="home_support")
    return lived


def asked(town, forum, text=CASE, *, course=None, looked_at=()):
    with as_(town.bo):
        return journey.ask(
            actor=town.bo, forum_id=forum, text=text, asked_from=town.social,
            looked_at=looked_at, course_id=course,
        )  # fmt: skip


def seen_by(actor: Actor, question):
    with as_(actor):
        return journey.see_thread(actor, question)


def test_the_forum_reads_the_case_and_answers_and_the_asker_is_helped(town, forum):
    question = asked(town, forum)
    with as_(town.anna):
        assert [row.text for row in journey.see_board(town.anna).ours] == [CASE]
        journey.say(actor=town.anna, question_id=question, text="Ring til os.", looked_at=[])
    seen = seen_by(town.bo, question)
    assert [one.text for one in seen.question.answers] == ["Ring til os."]
    with as_(town.bo):
        close(actor=town.bo, question_id=question)
    with as_(town.anna), pytest.raises(NotNow, match="afsluttet"):
        journey.say(actor=town.anna, question_id=question, text="Og …", looked_at=[])


def test_the_team_and_the_citizen_see_that_it_was_asked_and_the_forum_does_not(town, forum, lived):
    question = asked(town, forum, course=lived.id)
    assert seen_by(town.karen, question).course_id == lived.id
    assert seen_by(town.anna, question).course_id is None
    with as_(lived.citizen):
        assert [row.text for row in queries.about(lived.id)] == [CASE]
    with as_(town.anna), connection.cursor() as cursor:
        cursor.execute("select count(*) from consultation_origin")
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from access_event where kind = 'consultation.about'")
        assert cursor.fetchone() == (0,)


def test_names_of_the_course_and_its_team_do_not_leave(town, forum, lived):
    for words in ("Jytte sover ikke", "Vi er to: Karen og jeg"):
        with pytest.raises(Wrong, match="pege på borgeren"):
            asked(town, forum, words, course=lived.id)
    question = asked(town, forum, course=lived.id)
    with as_(town.bo), pytest.raises(Wrong, match="pege på borgeren"):
        journey.say(actor=town.bo, question_id=question, text="Hun hedder Jytte", looked_at=[])


def test_begun_from_the_menu_it_still_knows_the_askers_own_citizens_and_their_people(
    town, forum, lived
):
    named_by_citizen(lived)
    for words in ("Jytte sover ikke", "Vi er to: Karen og jeg", "Det siger birthe også"):
        with pytest.raises(Wrong, match="pege på borgeren"):
            asked(town, forum, words)
        with as_(town.bo):
            found = journey.look_over(actor=town.bo, text=words, course_id=None)
        assert Kind.NAME in {one.kind for one in found}, words
    # a word for somebody is nobody's name, and neither is the asker's own
    assert asked(town, forum, "Hendes søster er der ofte. Min egen leder kender hende ikke.")
    # and who is not of the team knows no more than anybody
    with as_(town.dorte):
        assert journey.names_about(town.dorte, None).isdisjoint({"Jytte Jensen", "Birthe"})


def test_nobody_else_sees_a_question_and_nobody_outside_it_answers(town, forum, lived):
    question = asked(town, forum, course=lived.id)
    for stranger in (town.solveig, town.vibeke):
        with as_(stranger), pytest.raises(NotFound):
            journey.see_thread(stranger, question)
    with as_(town.karen), pytest.raises(NotAllowed):
        journey.say(actor=town.karen, question_id=question, text="Jeg også", looked_at=[])
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.Answer.objects.create(
            question_id=question, person_id=town.karen.person_id, text="Jeg blander mig"
        )
    with as_(lived.citizen), pytest.raises(NotAllowed):
        journey.see_asking(lived.citizen, lived.id)


def test_a_question_cannot_be_hung_on_a_course_that_one_does_not_reach(town, forum, lived):
    with as_(town.solveig), pytest.raises(NotFound):
        journey.ask(
            actor=town.solveig, forum_id=forum, text=CASE, asked_from=town.social, looked_at=[],
            course_id=lived.id,
        )  # fmt: skip
    question = asked(town, forum)
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.Origin.objects.create(question_id=question, course_id=lived.id, asked_at=now())


def test_one_asks_from_a_unit_of_ones_own_and_another_than_that(town, forum):
    with as_(town.anna), pytest.raises(Wrong, match="din egen enhed"):
        journey.ask(actor=town.anna, forum_id=forum, text=CASE, asked_from=town.ward, looked_at=[])
    with as_(town.bo), pytest.raises(NotFound):
        journey.ask(
            actor=town.bo, forum_id=forum, text=CASE, asked_from=town.coordination, looked_at=[]
        )


def test_only_a_leader_of_the_unit_keeps_its_forum(town, forum):
    for actor in (town.anna, town.lars):
        with as_(actor), pytest.raises(NotAllowed):
            keep_forum(actor=actor, unit_id=town.ward, name="X", about="Y", is_open=True)
    with as_(town.anna):
        assert models.Forum.objects.update(name="Mit eget") == 0


def test_a_question_is_forgotten_after_two_years_with_all_that_hangs_on_it(town, forum, lived):
    question = asked(town, forum, course=lived.id)
    with as_(town.anna):
        journey.say(actor=town.anna, question_id=question, text="Ring til os.", looked_at=[])
    with as_(None):
        assert forget() == 0
    with as_(town.bo):
        models.Question.objects.filter(id=question).update(
            created_at=now() - timedelta(days=2 * 366)
        )
    with as_(None):
        assert forget() == 1
    with as_(town.bo):
        assert models.Question.objects.count() == 0


def test_who_reads_in_an_emergency_asks_nobody_about_the_course(town, forum):
    course = known_course(town)
    assert opens(town.bo) == course.id
    with pytest.raises(NotAllowed):
        asked(town, forum, course=course.id)
    question = asked(town, forum)
    origin = models.Origin(question_id=question, course_id=course.id, asked_at=now())
    with as_(town.bo), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        origin.save(force_insert=True)
    page = enter(town.bo).get(f"/forloeb/{course.id}/").content.decode()
    assert "Spørg et andet sted til råds" not in page
    assert "Tag det op i et fast møde" not in page
    assert "Spørg et andet sted til råds" in enter(town.karen).get(
        f"/forloeb/{course.id}/"
    ).content.decode()  # fmt: skip
