"""What is covered in minutes stays covered in the next ones, and its number is its own (C6)."""

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.course.actions.coordinator import name_second
from landfast.journeys import mend_mistake
from landfast.journeys.see_minutes import look_at_minutes
from landfast.kernel.refusals import Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Stage
from landfast.meetings.rules.passages import Cover
from landfast.meetings.rules.preparing import Onward
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting, running_meeting
from tests.factories.town import as_
from tests.meetings.test_minutes import published

SECRET = "Hendes søster drikker"


def redact(met, line, kind, who=None, words=""):
    who = who or met.karen
    with as_(who):
        return actions.redact_minutes(
            actor=who, minutes_id=queries.newest(met.id).id, line=line, kind=kind, words=words,
            reason="Det er ikke hendes eget",
        )  # fmt: skip


def reads(met, who):
    with as_(who):
        seen = look_at_minutes(who, met.course_id, met.id)
    return f"{seen.minutes and seen.minutes.content} {seen.reflections}"


def leads(met, act, **more):
    with as_(met.karen):
        now = queries.newest(met.id).id
        return getattr(actions, act)(actor=met.karen, minutes_id=now, **more)


def send_anew(met):
    """To her first, seen together, and out to Bo."""
    leads(met, "show_minutes")
    leads(met, "note_seen_beside")
    leads(met, "publish_minutes", recipients=[met.guests["bo"]])


@pytest.fixture
def told(town):
    """An open dialogue whose minutes are out, with what Anna wrote as the one who reflected."""
    met = running_meeting(town, Stage.CLOSING, "M-02")
    with as_(met.karen):
        actions.end_meeting(
            actor=met.karen, meeting_id=met.id, onward=Onward(None, True, "Vi ringes", "Bo ringer")
        )
    with as_(met.anna):
        actions.write_reflection(actor=met.anna, meeting_id=met.id, text=f"{SECRET}\nHun er træt")
    published(met, "bo")
    return met


@pytest.mark.parametrize("kind", [Cover.COVERED, Cover.TAKEN])
def test_what_was_covered_in_a_reflection_is_not_sent_out_again(told, kind):
    redact(told, "r0-0", kind)
    leads(told, "correct_minutes", reason="En fejl")
    send_anew(told)
    assert SECRET not in reads(told, told.bo)
    assert "[udeladt 1]" in reads(told, told.bo)
    assert "Hun er træt" in reads(told, told.bo)


def test_nor_after_a_recall_and_its_note_goes_along(told):
    redact(told, "r0-0", Cover.TAKEN)
    leads(told, "recall_minutes", reason="Forkert")
    for who in (told.karen, told.lived.citizen, told.anna):
        assert SECRET not in reads(told, who), who.name
    with as_(told.karen):
        actions.make_minutes(actor=told.karen, meeting_id=told.id)
        assert [one.number for one in queries.newest(told.id).covers] == [1]
    send_anew(told)
    assert SECRET not in reads(told, told.bo)


def test_shown_again_it_stands_in_the_reflection_too(told):
    redact(told, "r0-0", Cover.COVERED)
    with as_(told.karen):
        passage = models.Passage.objects.get().id
        actions.show_again(actor=told.karen, passage_id=passage, reason="Hun siger ja")
        assert queries.reflections(told.id)[0]["text"] == f"{SECRET}\nHun er træt"


def test_her_own_word_to_the_meeting_is_covered_with_the_minutes_made_of_it(told):
    with as_(told.lived.citizen):
        models.Meeting.objects.filter(id=told.id).update(own_word=SECRET)
    redact(told, "r0-0", Cover.TAKEN)
    with as_(told.karen):
        assert queries.meeting(told.id).own_word == "[udeladt 1]"


def test_who_reflected_writes_on_and_keeps_the_mark(told):
    redact(told, "r0-0", Cover.TAKEN)
    leads(told, "correct_minutes", reason="En fejl")
    with as_(told.anna):
        with pytest.raises(Wrong) as refused:
            actions.write_reflection(actor=told.anna, meeting_id=told.id, text="Hun er træt")
        assert refused.value.field == "text"
        actions.write_reflection(actor=told.anna, meeting_id=told.id, text="[udeladt 1]\nMat")


@pytest.mark.parametrize(
    ("who", "text"), [("karen", "[udeladt 1]\nHun er glad"), ("bo", f"{SECRET}\nHun er træt")]
)
def test_the_database_puts_a_mark_in_a_reflection_and_nothing_else(told, who, text):
    redact(told, "r0-0", Cover.COVERED)
    with as_(told.karen):
        ids = [models.Reflection.objects.get().id, models.Passage.objects.get().id]
    actor = getattr(told, who)
    with as_(actor), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("select meetings_mark_reflection(%s, %s, %s)", [*ids, text])


@pytest.fixture
def out(town):
    """Minutes that Bo has, with three lines."""
    met = held_meeting(town)
    minutes = published(met, "bo")
    with as_(met.karen):
        models.Minutes.objects.filter(id=minutes).update(citizen_said=f"{SECRET}\nOg mere\nOg Bo")
    return met


def numbers(met):
    with as_(met.karen):
        return [one.number for one in queries.newest(met.id).covers]


def test_two_leaders_take_something_out_each_under_a_number_of_its_own(town, out):
    with as_(out.karen):
        name_second(actor=out.karen, course_id=out.course_id, person_id=town.mads.person_id)
    redact(out, "s-0", Cover.TAKEN)
    redact(out, "s-1", Cover.TAKEN, who=town.mads)
    assert numbers(out) == [1, 2]


def test_the_number_of_a_line_that_was_moved_is_not_used_again(town, out):
    other = started_course(town, "Bent Berg")
    redact(out, "s-0", Cover.ASTRAY)
    with as_(out.karen):
        mend = mend_mistake.propose_moving(
            actor=out.karen, course_id=out.course_id, thing="meetings_passage",
            row_id=models.Passage.objects.get().id, target=other.id, why="Det er Bents", hint="",
        )  # fmt: skip
        mend_mistake.carry_out(actor=out.karen, mend_id=mend)
    redact(out, "s-1", Cover.COVERED)
    assert numbers(out) == [1, 2]
    with as_(out.karen):
        assert queries.newest(out.id).citizen_said.startswith("[udeladt 1]\nOg mere [udeladt")


def test_part_of_a_word_is_refused_and_nothing_changes(out):
    with pytest.raises(Wrong, match="hele ord"):
        redact(out, "s-0", Cover.TAKEN, words="øste")
    assert numbers(out) == []
