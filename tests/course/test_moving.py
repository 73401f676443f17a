"""What was written on the wrong citizen goes to the right one, and who saw it is known."""

import pytest
from django.db import connection

from landfast.access.looks.looking import open_record
from landfast.course import models
from landfast.course.actions import mending, observing
from landfast.course.actions.coordinator import name_second
from landfast.course.queries import mending as reads
from landfast.course.rules.mending import MendState
from landfast.files.fetching import fetch
from landfast.kernel.clock import now, today
from landfast.meetings import models as meetings
from landfast.meetings.actions import make_minutes, note_proposal
from landfast.meetings.queries import room
from landfast.plan import models as plan
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting, running_meeting, spoken
from tests.factories.plan import join, proposed, wished
from tests.factories.town import as_
from tests.refusing import refused

WHY = "Det var den anden Jytte, der ringede"


@pytest.fixture
def wrong(town):
    """Karen has both, and wrote on the wrong one."""
    return started_course(town), started_course(town, "Yrsa Yde")


def observed(town, lived, by=None):
    with as_(by or town.karen):
        return observing.record_observation(
            actor=by or town.karen, course_id=lived.id, kind="admission", happened_on=today(),
            source="Datter",
        )  # fmt: skip


def moved(town, thing, row, source, target, by=None):
    actor = by or town.karen
    with as_(actor):
        mend = mending.propose_move(
            actor=actor, course_id=source.id, thing=thing, row_id=row, target=target.id, why=WHY
        )
        mending.carry_out_move(actor=actor, mend_id=mend)
    return mend


def test_an_observation_goes_and_who_saw_it_is_known(town, wrong):
    source, target = wrong
    row = observed(town, source)
    for reader in (town.karen, source.citizen, town.dorte):
        with as_(reader):
            open_record(reader, source.id, "Det, der er sket")
    moved(town, "course_observation", row, source, target)
    with as_(source.citizen):
        assert not models.Observation.objects.exists()
        assert [one.side for one in reads.notes(source.id)] == ["left"]
        assert reads.saw(source.id) == []
    with as_(target.citizen):
        assert models.Observation.objects.count() == 1
        note = reads.notes(target.id)[0]
        assert (note.side, note.by_other_citizen) == ("came", True)
        assert [one["role"] for one in note.read_by] == ["coordinator"]
        assert reads.saw() == []
        assert reads.mends() == []  # nothing that says who the other is
    with as_(town.karen):
        seen = {one.name: one.role for one in reads.saw(target.id)}
        assert seen == {"Karen Koordinator": "coordinator", "": "citizen"}
        [other] = [one for one in reads.saw(target.id) if not one.told_at]
        assert other.role == "citizen"  # Karen moved it, and knows
        mending.mark_told(actor=town.karen, course_id=target.id, reader_id=other.id)
        assert all(one.told_at for one in reads.saw(target.id))


def test_a_wish_takes_its_promises_along_and_comes_back_with_them(town, wrong):
    source, target = wrong
    wish = wished(source)
    promise = proposed(town, source, None, wish_id=wish)
    mend = moved(town, "plan_wish", wish, source, target)
    with as_(target.citizen):
        assert plan.Wish.objects.get().course_id == target.id
        assert plan.Agreement.objects.get().course_id == target.id
    with as_(town.karen):
        mending.undo_mend(actor=town.karen, mend_id=mend, why="Det var rigtigt nok")
    with as_(source.citizen):
        row = plan.Agreement.objects.get()
        assert (row.id, row.course_id, row.wish_id) == (promise, source.id, wish)
        assert reads.notes(source.id)[0].is_undone
    moved(town, "plan_agreement", promise, source, target)
    with as_(target.citizen):
        assert plan.Agreement.objects.get().wish_id is None  # the wish stays with whose it is
        assert not plan.Wish.objects.exists()


def test_a_task_goes_along_and_says_the_name_of_whom_it_is_about(town, wrong):
    source, target = wrong
    promise = proposed(town, source, None)
    with as_(town.karen):
        task = plan.Task(
            course_id=source.id, maker_id=town.karen.person_id, agreement_id=promise,
            about="Jytte Jensen", text="Ringer hver aften", created_at=now(),
        )  # fmt: skip
        plan.Task.objects.bulk_create([task])
    mend = moved(town, "plan_agreement", promise, source, target)
    with as_(town.karen):
        assert plan.Agreement.objects.get(id=promise).course_id == target.id
        row = plan.Task.objects.get()
        assert (row.course_id, row.about) == (target.id, "Yrsa Yde")
        mending.undo_mend(actor=town.karen, mend_id=mend, why="Det var rigtigt nok")
        row = plan.Task.objects.get()
        assert (row.course_id, row.about) == (source.id, "Jytte Jensen")


def test_wishes_go_with_what_a_meeting_that_stays_made_of_them(town):
    met = running_meeting(town)
    source, target = met.lived, started_course(town, "Yrsa Yde")
    wishes = [wished(source), wished(source, "Ro om natten")]
    promises = [proposed(town, source, None, wish_id=one) for one in wishes]
    with as_(town.karen):
        for promise in promises:
            note_proposal(actor=town.karen, meeting_id=met.id, agreement_id=promise)
    first = moved(town, "plan_wish", wishes[0], source, target)
    with as_(town.karen):
        assert room(met.id, source.id).agreement_ids == promises[1:]
    moved(town, "plan_wish", wishes[1], source, target)
    with as_(target.citizen):
        assert set(plan.Agreement.objects.values_list("id", "wish_id")) == set(
            zip(promises, wishes, strict=True)
        )
    with as_(town.karen):
        mending.undo_mend(actor=town.karen, mend_id=first, why="Det var rigtigt nok")
        assert room(met.id, source.id).agreement_ids == promises[:1]


def test_a_whole_meeting_goes_but_not_with_somebody_from_anothers_family(town):
    met = held_meeting(town)
    target = started_course(town, "Yrsa Yde")
    with as_(town.karen):
        make_minutes(actor=town.karen, meeting_id=met.id)
        mend = mending.propose_move(
            actor=town.karen, course_id=met.lived.id, thing="meetings_meeting", row_id=met.id,
            target=target.id, why=WHY,
        )  # fmt: skip
        with refused("mend_hangs_together"):
            mending.carry_out_move(actor=town.karen, mend_id=mend)
        mending.drop_mend(actor=town.karen, mend_id=mend)
        sister = meetings.Participant.objects.get(relation__isnull=False)
        mend = mending.propose_move(
            actor=town.karen, course_id=met.lived.id, thing="network_relation",
            row_id=sister.relation_id, target=target.id, why=WHY,
        )  # fmt: skip
        with refused("mend_hangs_together"):
            mending.carry_out_move(actor=town.karen, mend_id=mend)
    with as_(met.lived.citizen):
        assert meetings.Meeting.objects.get().course_id == met.lived.id


def test_a_meeting_among_professionals_goes_with_all_that_belongs_to_it(town):
    met = held_meeting(town)
    target = started_course(town, "Yrsa Yde")
    with as_(town.karen):
        make_minutes(actor=town.karen, meeting_id=met.id)
        meetings.Participant.objects.filter(relation__isnull=False).update(
            person_id=town.solveig.person_id, relation=None
        )
    moved(town, "meetings_meeting", met.id, met.lived, target)
    with as_(town.karen), connection.cursor() as cursor:
        for table in ("meeting", "theme", "participant", "turn", "minutes"):
            cursor.execute(f"select array_agg(distinct course_id) from meetings_{table}")
            assert cursor.fetchone() == ([target.id],), table


def test_what_she_has_spoken_in_stays_with_her_when_a_meeting_goes_to_another(town):
    met, target = spoken(town), started_course(town, "Yrsa Yde")
    with as_(town.karen):
        meetings.Participant.objects.filter(relation__isnull=False).delete()
        sound = meetings.Meeting.objects.get().own_sound_id
    moved(town, "meetings_meeting", met.id, met.lived, target)
    with as_(target.citizen):
        assert meetings.Meeting.objects.get().own_sound_id == sound
        with refused("not_found"):
            fetch(target.citizen, sound)
    with as_(met.lived.citizen):
        assert fetch(met.lived.citizen, sound).row.course_id == met.lived.id


def test_without_the_right_citizen_it_is_handed_to_the_leader_who_chooses(town):
    source, target = started_course(town), started_course(town, "Yrsa Yde", by=town.mads)
    row = observed(town, source)
    with as_(town.karen):
        mend = mending.propose_move(
            actor=town.karen, course_id=source.id, thing="course_observation", row_id=row,
            target=None, why=WHY, hint="Yrsa i Havnegade",
        )  # fmt: skip
        with refused("mend_not_yours"):
            mending.carry_out_move(actor=town.karen, mend_id=mend, target=target.id)
    for nobody in (source.citizen, target.citizen, town.mads):
        with as_(nobody):
            assert reads.mends() == []
    with as_(town.dorte):
        [waits] = reads.mends()
        assert (waits.state, waits.hint) == (MendState.HANDED, "Yrsa i Havnegade")
        mending.carry_out_move(actor=town.dorte, mend_id=mend, target=target.id)
        assert not models.Observation.objects.exists()  # she chose, and read nothing
    with as_(town.mads):
        assert models.Observation.objects.get().course_id == target.id
        assert [one.name for one in reads.saw(target.id)] == []


def test_who_wrote_it_moves_it_where_both_are_theirs_and_others_do_not(town, wrong):
    source, target = wrong
    for lived in wrong:
        for member in (town.bo, town.solveig):
            join(town, lived, member)
    row = observed(town, source, by=town.bo)
    with as_(town.solveig), refused("not_yours_to_move"):
        mending.propose_move(
            actor=town.solveig, course_id=source.id, thing="course_observation", row_id=row,
            target=target.id, why=WHY,
        )  # fmt: skip
    moved(town, "course_observation", row, source, target, by=town.bo)
    with as_(target.citizen):
        assert models.Observation.objects.count() == 1


def test_a_citizen_and_a_stranger_propose_nothing(town, wrong):
    source, target = wrong
    row = observed(town, source)
    for nobody, code in ((source.citizen, "not_your_role"), (town.peter, "not_found")):
        with as_(nobody), refused(code):
            mending.propose_move(
                actor=nobody, course_id=source.id, thing="course_observation", row_id=row,
                target=target.id, why=WHY,
            )  # fmt: skip


def test_the_officer_sees_who_saw_it_and_whether_they_were_told(town, wrong):
    town.hire("Dina Dpo", town.coordination, "dpo")
    source, target = wrong
    row = observed(town, source)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=source.id, person_id=town.mads.person_id)
    with as_(town.mads):
        open_record(town.mads, source.id, "Det, der er sket")
    moved(town, "course_observation", row, source, target)
    with as_(town.dina):
        [one] = reads.saw()
        assert (one.name, one.told_at) == ("Mads Makker", None)
        mending.mark_told_as_officer(actor=town.dina, reader_id=one.id)
        assert reads.saw()[0].told_at
    with as_(town.lars):
        assert reads.saw() == []
