"""A case in a circle: a ground, a notice before, her own word, advice, and told afterwards."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from landfast.circles import models
from landfast.circles.actions import hers, standing
from landfast.circles.actions.raising import Telling
from landfast.circles.queries import cases
from landfast.circles.queries import standing as reads
from landfast.circles.rules.cases import CaseState, Comes, Ground, Told
from landfast.circles.rules.kinds import Kind
from landfast.journeys import raise_case as journey
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.circles import ASKED, CASE, WHY, circle, raised, talked_about
from tests.factories.courses import started_course
from tests.factories.emergencies import known_course, opens
from tests.factories.network import in_the_team
from tests.factories.town import as_, leaves


@pytest.fixture
def forum(town):
    return circle(town)


@pytest.fixture
def lived(town):
    return started_course(town)


def test_who_sits_there_hears_the_case_and_not_whose_it_is(town, forum, lived):
    case = raised(forum, lived)
    with as_(town.anna):
        seen = journey.see_case(town.anna, case)
        assert (seen.case.text, seen.whose, seen.course_id) == (CASE, None, None)
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from circles_origin")
            assert cursor.fetchone() == (0,)
            cursor.execute("select count(*) from access_event where kind = 'circle.case_told'")
            assert cursor.fetchone() == (0,)
    with as_(town.karen):
        assert journey.see_case(town.karen, case).course_id == lived.id
    with as_(lived.citizen):
        assert journey.see_mine(lived.citizen, lived.id, case).case.question


def test_nobody_outside_the_circle_reads_it(town, forum, lived):
    case = raised(forum, lived)
    for stranger in (town.vibeke, town.bo, town.peter, town.dorte):
        with as_(stranger), pytest.raises(NotFound):
            journey.see_case(stranger, case)
    other = started_course(town, "Bent Berg")
    with as_(other.citizen), pytest.raises(NotFound):
        journey.see_case(other.citizen, case)
    with as_(lived.citizen), pytest.raises(NotFound):  # not under another course's address
        journey.see_mine(lived.citizen, other.id, case)


def test_a_seat_that_ended_and_a_job_that_ended_see_nothing_more(town, forum, lived):
    case = raised(forum, lived)
    with as_(town.solveig):
        seat = next(row for row in reads.seats(forum.id) if row.person == "Solveig Sagsbehandler")
        standing.unseat(actor=town.solveig, circle_id=forum.id, seat_id=seat.id)
    leaves(town.anna, today() - timedelta(days=1))
    for gone in (town.solveig, town.anna):
        with as_(gone), pytest.raises(NotFound):
            journey.see_case(gone, case)


def test_no_case_without_a_notice_before(town, forum, lived):
    for more in (
        {"told": None}, {"told_on": None}, {"told_on": today() + timedelta(days=1)},
        {"told": Told.LANDFAST},
    ):  # fmt: skip
        with pytest.raises(Wrong):
            raised(forum, lived, **more)
    with as_(town.karen), pytest.raises(IntegrityError), transaction.atomic():
        models.Case.objects.bulk_create(
            [models.Case(circle_id=forum.id, raised_by_id=town.karen.person_id,
                         raised_from_id=town.coordination, presenter_id=town.karen.person_id,
                         text="x", question="x", why="x", told="", told_on=today())]
        )  # fmt: skip
    case = raised(forum, lived)
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.Case.objects.filter(id=case).update(told_on=today() - timedelta(days=9))


def test_names_do_not_leave_and_what_may_point_is_looked_at(town, forum, lived):
    with pytest.raises(Wrong, match="pege på borgeren"):
        raised(forum, lived, text="Jytte mister sin bolig")
    with pytest.raises(Wrong, match="Se på det her") as refused:
        raised(forum, lived, why="Hun bor i Nordbyen")
    assert refused.value.field == "why"
    with pytest.raises(Wrong, match="pege på borgeren"):
        raised(forum, lived, ground=Ground.CONSENT, ground_words="Jytte sagde ja i går")


def test_each_case_has_a_ground_and_a_yes_or_a_law_is_written_down(forum, lived):
    with pytest.raises(Wrong, match="hvilken lov"):
        raised(forum, lived, ground=Ground.LAW)
    assert raised(forum, lived, ground=Ground.LAW, ground_words="Serviceloven, SSD")


def test_a_board_takes_no_case(town):
    board = circle(town, Kind.BOARD)
    with pytest.raises(NotNow, match="sagsforum"):
        raised(board)


def test_only_units_that_sit_there_raise(town, forum):
    town.hire("Ulla Udenfor", town.intake_elsewhere(), "coordinator")
    ulla = town.ulla
    with as_(ulla), pytest.raises((NotAllowed, NotFound)):
        journey.raise_case(
            actor=ulla, circle_id=forum.id, raised_from=town.coordination, telling=None,  # type: ignore[arg-type]
        )  # fmt: skip


def test_she_sends_a_sentence_herself_or_it_is_written_for_her_and_marked(town, forum, lived):
    case = raised(forum, lived)
    with as_(lived.citizen):
        journey.say_for_her(actor=lived.citizen, case_id=case, text="Jeg vil beholde min bolig.")
    with as_(town.anna):
        seen = journey.see_case(town.anna, case).case
        assert (seen.her_words, seen.written_for_her) == ("Jeg vil beholde min bolig.", False)
        with pytest.raises(NotFound):
            hers.say(actor=town.anna, case_id=case, text="Mine ord", names=[])
    with as_(town.karen):
        with pytest.raises(NotNow):  # her own stands; what is written for her does not replace it
            journey.say_for_her(actor=town.karen, case_id=case, text="Jeg vil bo, hvor jeg bor.")
        hers.note_comes(actor=town.karen, case_id=case, comes=Comes.NO)
        seen = journey.see_case(town.karen, case).case
        assert (seen.her_words, seen.comes) == ("Jeg vil beholde min bolig.", Comes.NO)
    case = raised(forum, lived)
    with as_(town.karen):
        journey.say_for_her(actor=town.karen, case_id=case, text="Jeg vil bo, hvor jeg bor.")
    with as_(lived.citizen):
        assert journey.see_mine(lived.citizen, lived.id, case).case.written_for_her
        with pytest.raises(Wrong, match="pege på borgeren"):
            journey.say_for_her(actor=lived.citizen, case_id=case, text="Jeg hedder Jytte")


def test_her_no_takes_it_off_the_list_at_once_unless_a_law_is_the_ground(town, forum, lived):
    case, by_law = raised(forum, lived), raised(
        forum, lived, ground=Ground.LAW, ground_words="Serviceloven"
    )  # fmt: skip
    with as_(lived.citizen):
        hers.refuse(actor=lived.citizen, course_id=lived.id, case_id=case)
        with pytest.raises(NotNow, match="lov"):
            hers.refuse(actor=lived.citizen, course_id=lived.id, case_id=by_law)
    with as_(town.anna):
        assert [row.id for row in cases.waiting_cases(forum.id)] == [by_law]


def test_what_she_heard_of_today_is_not_talked_about_today(town, forum, lived):
    case, sitting = raised(forum, lived), forum.plans(now() + timedelta(minutes=1))
    said = {"advice": "Ring til boligselskabet."}
    late = clock.at(now() + timedelta(minutes=2))
    with late, as_(town.anna), pytest.raises(NotNow, match="næste møde"):
        journey.sum_up(actor=town.anna, sitting_id=sitting, case_id=case, said=said)


def test_a_summary_follows_the_headings_and_is_advice(town, forum, lived):
    case, sitting = raised(forum, lived), forum.plans()
    with as_(town.anna), pytest.raises(NotNow, match="ikke begyndt"):
        journey.sum_up(actor=town.anna, sitting_id=sitting, case_id=case, said={"advice": "Vent"})
    with clock.at(now() + timedelta(days=4)), as_(town.anna):
        with pytest.raises(Wrong) as refused:
            journey.sum_up(
                actor=town.anna, sitting_id=sitting, case_id=case, said={"heard": "En bolig."}
            )
        assert refused.value.field == "advice"
        journey.sum_up(
            actor=town.anna, sitting_id=sitting, case_id=case,
            said={"advice": "Søg om en pause i lejen.", "mine": "uden for skemaet"},
        )  # fmt: skip
        seen = journey.see_case(town.anna, case).case
        assert (seen.state, seen.summary) == (
            CaseState.HANDLED, {"advice": "Søg om en pause i lejen."}
        )  # fmt: skip
    with as_(town.vibeke), pytest.raises((NotAllowed, NotFound)):
        journey.sum_up(
            actor=town.vibeke, sitting_id=sitting, case_id=case, said={"advice": "Mit råd"}
        )


def test_she_is_told_afterwards_and_what_came_of_it_is_written_later(town, forum, lived):
    case, _ = talked_about(forum, lived)
    with as_(town.karen):
        assert [row.id for row in journey.open_ends(town.karen)] == [case]
        tell = {"told": Told.TALKED, "told_on": today(), "follow_up_on": today() + timedelta(7)}
        with pytest.raises(Wrong, match="pege på borgeren"):
            journey.tell_her(actor=town.karen, case_id=case, text="Kære Jytte", **tell)
        journey.tell_her(actor=town.karen, case_id=case, text="De foreslår en pause.", **tell)
        assert journey.open_ends(town.karen) == []
    with as_(town.anna), pytest.raises(NotAllowed):
        journey.note_what_came(actor=town.anna, case_id=case, text="Det gik godt")
    with clock.at(now() + timedelta(days=8)), as_(town.karen):
        assert [row.id for row in journey.open_ends(town.karen)] == [case]
        journey.note_what_came(actor=town.karen, case_id=case, text="Hun beholdt boligen.")
        assert journey.open_ends(town.karen) == []
    with as_(lived.citizen):
        seen = journey.see_mine(lived.citizen, lived.id, case).case
        assert (seen.told_words, seen.came_of_it) == (
            "De foreslår en pause.", "Hun beholdt boligen."
        )  # fmt: skip


def test_to_an_analysis_she_is_invited_and_says_whether_she_comes(town, lived):
    committee = circle(town, Kind.ANALYSIS)
    case = raised(committee, lived, why="Fire indlæggelser på et år")
    with as_(lived.citizen):
        journey.say_for_her(actor=lived.citizen, case_id=case, text="", comes=Comes.YES)
    with as_(town.anna):
        assert journey.see_case(town.anna, case).case.comes is Comes.YES


def test_a_team_member_reads_it_and_does_not_speak_for_her(town, forum, lived):
    in_the_team(lived, town.bo, by=town.karen, role="home_support")
    case = raised(forum, lived)
    with as_(town.bo):
        seen = journey.see_case(town.bo, case)
        assert seen.course_id == lived.id
        assert not seen.may_write_for_her
        with pytest.raises(NotAllowed):
            journey.say_for_her(actor=town.bo, case_id=case, text="Hun siger ja")


def test_who_reads_a_course_in_an_emergency_raises_no_case_about_it(town, forum):
    course = known_course(town)
    telling = Telling(text=CASE, question=ASKED, why=WHY, told=Told.TALKED, told_on=today())
    assert opens(town.anna) == course.id
    said = {"actor": town.anna, "circle_id": forum.id, "raised_from": town.ward, "telling": telling}
    with as_(town.anna), pytest.raises(NotAllowed):
        journey.raise_case(**said, course_id=course.id)
    with as_(town.anna):
        case = journey.raise_case(**said)
    origin = models.Origin(case_id=case, course_id=course.id, raised_at=now())
    with as_(town.anna), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        origin.save(force_insert=True)
