"""The demonstration at a small scale: real acts in past time, and nothing that wounds."""

import re
from random import Random

import pytest

from landfast.access.session import acting
from landfast.circles.queries import cases, points, standing
from landfast.course import models as course
from landfast.course.rules.words import State
from landfast.jobs.demo import load, stories
from landfast.jobs.demo.circles import circles
from landfast.jobs.demo.scenes import Scenes, tomorrow
from landfast.jobs.demo.town import build_town, drawn
from landfast.jobs.demo.words import Words, bank
from landfast.journeys.decide_one import my_decisions
from landfast.journeys.replay_case import invented_citizen
from landfast.journeys.see_plan import see_other_plans
from landfast.kernel import clock
from landfast.meetings import models as meetings
from landfast.meetings.queries.pulse import pulse_of
from landfast.people.rules import roles
from landfast.plan import models as plan
from landfast.plan.rules.elsewhere import Clash
from landfast.programmes.queries import precedence
from landfast.programmes.rules import NeedArea
from tests.own import KEPT

SIX = [
    stories.active, stories.starting, stories.assessed, stories.waiting, stories.stopped,
    stories.new_referral,
]  # fmt: skip
HURTS = re.compile(
    r"misbruger|narkoman|sindssyg|psykopat|klient|uden for pædagogisk|umotiveret|belastet", re.I
)


def texts(value):
    """Every text of the bank."""
    if isinstance(value, str):
        return [value]
    rows = value.values() if isinstance(value, dict) else value
    return [text for row in rows for text in texts(row)]


def test_the_bank_is_large_enough_and_speaks_of_every_area():
    assert set(bank()["wishes"]) == set(NeedArea) == set(bank()["themes"]) == set(bank()["seen"])
    assert len(texts(bank()["wishes"])) >= 60
    assert sum(len(rows) for rows in bank()["agreements"].values()) >= 80
    assert set(bank()["agreements"]) <= set(roles())
    assert set(bank()["problems"]) == set(NeedArea)
    areas = {need for rows in bank()["agreements"].values() for need, _ in rows}
    assert areas <= set(NeedArea)


def test_the_bank_wounds_nobody():
    assert [text for text in texts(bank()) if HURTS.search(text)] == []


def test_words_are_not_said_again_before_all_were_said():
    words, many = Words(Random(1)), len(bank()["steps"])
    assert len({words.say("steps") for _ in range(many)}) == many


def test_the_town_has_sixty_people_in_fourteen_units():
    assert len(drawn()["units"]) == 14
    assert 58 <= len(drawn()["staff"]) <= 65
    assert {row[2] for row in drawn()["staff"]} <= set(roles())


def test_there_will_be_eighty_citizens_and_twelve_long_histories():
    assert load.steps() == 80
    assert dict(load.COUNTS)[stories.long_history] + len(("jeanette", "jens")) == 12


def test_invented_citizens_have_test_numbers_and_come_again_with_their_seed():
    first = [invented_citizen(Random(n), 20 + n, clock.today()) for n in range(60)]
    assert first == [invented_citizen(Random(n), 20 + n, clock.today()) for n in range(60)]
    assert all(61 <= int(who.cpr[:2]) <= 91 and len(who.cpr) == 10 for who in first)


@pytest.fixture
def lived(own_database):
    """Six citizens, by the same generator as the whole municipality."""
    return KEPT.stood("six citizens", six_citizens)


def six_citizens():
    town, made = build_town(), load.Made()
    holders = [town.staff[key] for key in load.HOLDERS]
    names = list(load.live(town, made, SIX, holders))
    assert len(names) == len(set(names)) == len(SIX)
    return made


def test_two_dialogues_are_held_and_a_list_of_precedence_stands(db):
    town, made = build_town(), load.Made()
    told = [stories.in_open_dialogue, stories.in_network_talk]
    list(load.live(town, made, told, [town.staff[key] for key in load.HOLDERS]))
    for story, code in zip(told, ("M-02", "M-03"), strict=True):
        (life,) = made.of(story)
        with acting(life.coordinator):
            (met,) = meetings.Meeting.objects.filter(course_id=life.course).select_related("format")
            assert (met.format.code, met.state) == (code, "held")
            written = meetings.Reflection.objects.filter(meeting=met).count()
            assert written == (1 if code == "M-02" else 0)
    with acting(town.staff["henrik"]):
        assert len(precedence(town.team)) == len(drawn()["precedence"])


def test_six_citizens_live_through_the_real_acts(lived):
    states = {}
    for life in (lives[0] for story, lives in lived.lives.items() if story != "new_referral"):
        with acting(life.citizen):
            [row] = course.Course.objects.order_by("scope_id")
            states[row.state] = course.Coordinatorship.objects.filter(ended_at=None).count()
    assert states == {
        State.ACTIVE: 1, State.START: 1, State.ASSESSMENT: 0, State.WAITING: 0, State.STOPPED: 0,
    }  # fmt: skip


def test_a_meeting_was_held_in_past_time_and_its_minutes_are_out(lived):
    [life] = lived.of(stories.active)
    with acting(life.citizen):
        [meeting] = meetings.Meeting.objects.order_by("id")
        [minutes] = meetings.Minutes.objects.order_by("id")
        promised = plan.Agreement.objects.exclude(state="proposed").count()
    assert (meeting.state, minutes.state) == ("held", "published")
    assert meeting.held_at < clock.now()
    assert promised >= 2


def test_a_case_is_raised_without_a_name_and_units_have_agreed(db):
    town, made = build_town(), load.Made()
    list(load.live(town, made, [stories.active], [town.staff[key] for key in load.HOLDERS]))
    circles(town, made.of(stories.active))
    with acting(town.staff["pia"]):
        forum, board = sorted(standing.circles(standing.reach().mine), key=lambda row: row.name)
        assert [row.her_words for row in cases.waiting_cases(forum.id)] != [""]
        assert {row.owner_unit for row in points.carried_over(board.id)} == {
            "Koordinatorteamet", "OPUS og distriktspsykiatri"
        }  # fmt: skip


def test_a_plan_in_use_has_numbers_faces_plans_of_others_and_a_question(db):
    life = tomorrow(Scenes(build_town()))
    lis = life.town.staff["lis"]
    with acting(life.coordinator):
        others = see_other_plans(actor=life.coordinator, course_id=life.course).others
        assert [clash for clash, _one, _other in others.clashes] == [Clash.REST_AND_COME]
        assert len(others.running) == 3
        figures = [one.answers["heard"] for one in pulse_of(life.course) if one.is_citizen]
        assert figures == [3.0, 5.0]
        assert plan.WishRating.objects.filter(course_id=life.course).count() == 9
    lis = life.town.staff["lis"]
    with acting(lis):
        assert len(my_decisions(lis)) == 1
