"""Two records joined, something moved, and the way back: row for row, and nobody reads too much."""

import pytest
from django.db import ProgrammingError, connection, transaction

from landfast.access.actions import To, grant
from landfast.access.apart import keep_apart
from landfast.access.roles import CourseRole
from landfast.access.rules import Apart, Topic
from landfast.consent import models as consents
from landfast.consent.actions import (
    Outside,
    Yes,
    allow,
    refuse_share,
    say_of_topic,
    share,
    withdraw,
)
from landfast.consent.rules import ConsentState, How, TopicWord
from landfast.course import models
from landfast.course.actions import mending
from landfast.course.queries import mending as reads
from landfast.course.rules.words import Ending, State
from landfast.files.fetching import fetch
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.sealed import opened
from landfast.meetings import models as meetings
from landfast.network.actions import own
from landfast.network.queries.own import own_notes, unwell
from landfast.network.rules.unwell import PARTS, SeenBy
from landfast.plan import models as plan
from landfast.plan.actions import propose_agreement
from tests.factories.courses import started_course
from tests.factories.emergencies import CPR, numbered
from tests.factories.logins import connects
from tests.factories.meetings import spoken
from tests.factories.plan import accepted, complete, in_days, wished
from tests.factories.town import as_
from tests.refusing import refused

WHY = "Hun har selv sagt det"


RECORDS = (
    "course_course", "course_citizen", "course_coordinatorship", "course_profile",
    "access_grant where role <> 'citizen'", "access_fresh_start where lifted_at is null",
    "consent_share", "consent_consent", "consent_topic", "plan_wish", "plan_own_step",
    "plan_agreement", "plan_agreement_change", "meetings_meeting", "meetings_theme",
    "meetings_participant", "meetings_minutes", "meetings_agreement", "network_relation",
    "course_observation", "course_referral", "network_seat", "network_member",
)  # fmt: skip


def everything(*readers):
    """Every row that these can read between them, as it lies."""
    found = set()
    for reader in readers:
        for table in RECORDS:
            with as_(reader), connection.cursor() as cursor:
                cursor.execute(f"select to_jsonb({table.split()[0]}) from {table}")
                found |= {(table, str(row)) for (row,) in cursor.fetchall()}
    return found


def joins(lived, member, by):
    with as_(by):
        to = To(CourseRole.PROFESSIONAL, "Borgeren har valgt det", person=member.person_id)
        grant(by, lived.id, [to])


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def shares(lived, reader):
    """She lets somebody outside the team read about her housing."""
    yes = Yes([Topic.HOUSING], "Finde en bolig", in_days(30))
    with as_(lived.citizen):
        share(actor=lived.citizen, course_id=lived.id, to=Outside(person=reader.person_id), yes=yes)


@pytest.fixture
def two(town):
    """Jytte twice: one course from her own call, one from a referral with her number."""
    return started_course(town), started_course(town, "Jytte Jensen", by=town.mads)


def joined(town, goes, stays, by=None):
    with as_(town.dorte):
        mend = mending.propose_merge(actor=town.dorte, goes=goes.id, stays=stays.id, why=WHY)
    other = by or town.lars
    with as_(other):
        mending.carry_out_merge(actor=other, mend_id=mend)
    return mend


def test_a_login_by_a_provider_alone_is_a_login(town, two):
    goes, stays = two
    connects(goes.citizen)
    with as_(town.dorte):
        assert mending.clashes(goes.id, stays.id) == ["login_goes"]
        assert mending.clashes(stays.id, goes.id) == []
    connects(stays.citizen)
    with as_(town.dorte):
        assert mending.clashes(goes.id, stays.id) == ["both_log_in"]


def test_what_stood_on_the_one_stands_on_the_other_and_the_citizen_reads_what_stayed(town, two):
    goes, stays = two
    wish = wished(goes)
    joins(goes, town.bo, by=town.karen)
    accepted(town, goes, town.bo)
    joined(town, goes, stays)
    with as_(stays.citizen):
        assert plan.Wish.objects.get(id=wish).course_id == stays.id
        shell = models.Course.objects.get(scope_id=goes.id)
        assert (shell.state, shell.ending) == (State.CLOSED, Ending.JOINED)
        assert shell.citizen_id == stays.citizen_id
        assert reads.joined_to(stays.id) == [goes.id]
        assert [one.side for one in reads.notes(stays.id)] == ["joined"]
    with as_(town.karen):
        assert not plan.Wish.objects.exists()
    with as_(town.mads):
        assert plan.Wish.objects.count() == 1
    with as_(town.bo):  # in the team of the one that went: his own promise is all he reads
        assert not models.Course.objects.filter(scope_id__in=[goes.id, stays.id]).exists()
        assert plan.Agreement.objects.count() == 1


def test_who_proposes_does_not_carry_out_and_who_reaches_one_only_does_neither(town, two):
    goes, stays = two
    with as_(town.karen), refused("not_found"):
        mending.propose_merge(actor=town.karen, goes=goes.id, stays=stays.id, why=WHY)
    with as_(town.dorte):
        mend = mending.propose_merge(actor=town.dorte, goes=goes.id, stays=stays.id, why=WHY)
        with refused("mend_two_pairs_of_eyes"):
            mending.carry_out_merge(actor=town.dorte, mend_id=mend)
    for nobody in (town.karen, town.bo, goes.citizen):
        with as_(nobody), refused("not_found"):
            mending.carry_out_merge(actor=nobody, mend_id=mend)


def test_the_application_moves_nothing_by_itself(town, two):
    goes, stays = two
    wished(goes)
    with as_(town.dorte):
        mend = mending.propose_merge(actor=town.dorte, goes=goes.id, stays=stays.id, why=WHY)
    for sql in (
        "update course_mend set state = 'done', done_by_id = access_actor()",
        "update course_mend set target_id = source_id",
        f"select course_mend_set('{mend}', 'plan_wish', '{mend}', 'course_id', 'null')",
        f"select course_join_rows('{mend}', '{goes.id}', '{stays.id}')",
        f"select course_swap_numbers('{goes.citizen_id}', '{stays.citizen_id}')",
        "select * from course_mend_row",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), as_(town.lars):
            run(sql)


def test_apart_again_gives_back_exactly_the_rows(town, two):
    goes, stays = two
    for side in (goes, stays):
        wished(side)
        joins(side, town.bo, by=town.karen if side is goes else town.mads)
        shares(side, town.solveig)
    with as_(goes.citizen):
        say_of_topic(
            actor=goes.citizen, course_id=goes.id, topic=Topic.HOUSING, word=TopicWord.CLOSED
        )
    all_of_them = (goes.citizen, stays.citizen, town.karen, town.mads, town.dorte)
    before = everything(*all_of_them)
    mend = joined(town, goes, stays)
    assert everything(*all_of_them) != before
    with as_(town.dorte):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why="Det var to borgere")
    assert everything(*all_of_them) == before
    with as_(town.karen):
        assert plan.Wish.objects.get().course_id == goes.id
    with as_(town.solveig):
        assert plan.Wish.objects.count() == 1  # she keeps housing back on the one that went
    with as_(town.dorte), refused("mend_gone"):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why=WHY)


def test_what_she_has_spoken_in_for_a_meeting_goes_along_and_back(town):
    goes, stays = spoken(town).lived, started_course(town, "Jytte Jensen", by=town.mads)
    mend = joined(town, goes, stays)
    with as_(town.mads):
        sound = meetings.Meeting.objects.get().own_sound
        assert sound.scope_id == stays.id
        assert fetch(town.mads, sound.id).data
    with as_(town.dorte):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why="Det var to borgere")
    with as_(town.karen):
        assert fetch(town.karen, sound.id).row.course_id == goes.id
    with as_(town.mads), refused("not_found"):
        fetch(town.mads, sound.id)


def test_what_was_written_on_since_keeps_them_together(town, two):
    goes, stays = two
    wish = wished(goes)
    mend = joined(town, goes, stays)
    with as_(town.mads):
        propose_agreement(
            actor=town.mads, course_id=stays.id, terms=complete(town.mads, wish_id=wish), maker=None
        )
    with as_(town.dorte), refused("mend_contradicted"):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why=WHY)
    with as_(stays.citizen):
        assert plan.Wish.objects.get(id=wish).course_id == stays.id


def test_who_she_refused_in_one_team_leaves_the_other(town, two):
    goes, stays = two
    wished(stays)
    for side in two:
        with as_(side.citizen):
            allow(
                actor=side.citizen, course_id=side.id, recipient=town.bo.person_id, how=How.SELF,
                purpose="Støtte hjemme",
            )  # fmt: skip
    with as_(goes.citizen):
        withdraw(actor=goes.citizen, course_id=goes.id, recipient=town.bo.person_id)
    with as_(town.bo):
        assert plan.Wish.objects.count() == 1
    mend = joined(town, goes, stays)
    with as_(town.bo):
        assert not plan.Wish.objects.exists()
    with as_(town.dorte):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why=WHY)
    with as_(town.bo):
        assert plan.Wish.objects.count() == 1


def test_her_page_for_bad_days_goes_along_where_the_other_has_none(town, two):
    goes, stays = two
    for lived, words in ((goes, "Jeg sover ikke"), (stays, "")):
        with as_(lived.citizen):
            own.write_note(actor=lived.citizen, course_id=lived.id, text="Kun for mig")
            if words:
                own.write_unwell(
                    actor=lived.citizen, course_id=lived.id, seen_by=SeenBy.ME,
                    words=dict.fromkeys(PARTS, words),
                )  # fmt: skip
    with as_(town.dorte):
        told = {row.place for row in reads.weighed(goes.id, stays.id)}
    assert "plan_wish" in told
    assert not told & {"network_unwell", "network_own_note"}, "that they are there is hers to know"
    mend = joined(town, goes, stays)
    with as_(stays.citizen):
        assert unwell(stays.id).words["signs"] == "Jeg sover ikke"
        assert unwell(goes.id) is None
        assert len(own_notes(stays.id)) == 2
    with as_(town.dorte):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why=WHY)
    with as_(goes.citizen):
        assert unwell(goes.id).words["signs"] == "Jeg sover ikke"


def test_two_pages_for_bad_days_stay_where_they_were_written_and_she_reads_both(town, two):
    goes, stays = two
    for lived in two:
        with as_(lived.citizen):
            own.write_unwell(
                actor=lived.citizen, course_id=lived.id, seen_by=SeenBy.ME,
                words=dict.fromkeys(PARTS, str(lived.id)),
            )  # fmt: skip
    joined(town, goes, stays)
    with as_(stays.citizen):
        for lived in two:
            assert unwell(lived.id).words["signs"] == str(lived.id)


def test_a_number_goes_over_and_the_kept_apart_win(town, two):
    goes, stays = two
    with as_(town.karen):
        numbered(goes.citizen_id)
    mend = joined(town, goes, stays)
    with as_(stays.citizen):
        her = models.Citizen.objects.get(id=stays.citizen_id)
        assert opened(her.cpr) == CPR
    with as_(town.dorte):
        mending.undo_mend(actor=town.dorte, mend_id=mend, why=WHY)
    with as_(goes.citizen):
        her = models.Citizen.objects.get(id=goes.citizen_id)
        assert opened(her.cpr) == CPR
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=goes.id, why=Apart.KNOWN, leader=town.dorte.person_id
        )
    with as_(town.dorte), refused("mend_apart_goes"):
        mending.propose_merge(actor=town.dorte, goes=goes.id, stays=stays.id, why=WHY)


def test_a_no_on_either_side_wins_and_what_was_given_on_the_one_that_goes_ends(town, two):
    goes, stays = two
    wished(stays)
    shares(goes, town.peter)
    shares(stays, town.solveig)
    with as_(goes.citizen):
        refuse_share(
            actor=goes.citizen,
            course_id=goes.id,
            to=Outside(person=town.solveig.person_id),
            how=How.SELF,
        )
    joined(town, goes, stays)
    for reader in (town.solveig, town.peter):
        with as_(reader):
            assert not plan.Wish.objects.exists()
    with as_(stays.citizen):
        said = {row.state for row in consents.Share.objects.filter(course_id=stays.id)}
        assert said == {ConsentState.WITHDRAWN, ConsentState.REFUSED}


def test_her_yes_to_both_teams_lets_each_side_join_them(town, two):
    goes, stays = two
    refused_both = pytest.raises((NotAllowed, NotFound))
    with as_(town.karen), refused_both:
        mending.propose_merge(actor=town.karen, goes=goes.id, stays=stays.id, why=WHY)
    joins(stays, town.karen, by=town.mads)
    with as_(town.karen):
        assert not mending.clashes(goes.id, stays.id)
        mend = mending.propose_merge(actor=town.karen, goes=goes.id, stays=stays.id, why=WHY)
        with refused("mend_two_pairs_of_eyes"):
            mending.carry_out_merge(actor=town.karen, mend_id=mend)
    # who holds the other side is not in the team of this one yet: they neither see nor do it
    with as_(town.mads), pytest.raises(NotFound):
        mending.carry_out_merge(actor=town.mads, mend_id=mend)
    joins(goes, town.mads, by=town.karen)
    with as_(town.mads):
        assert reads.mend(mend)
        mending.carry_out_merge(actor=town.mads, mend_id=mend)
    with as_(stays.citizen):
        assert reads.joined_to(stays.id) == [goes.id]


def test_who_is_in_both_teams_and_holds_neither_joins_nothing(town, two):
    goes, stays = two
    joins(goes, town.bo, by=town.karen)
    joins(stays, town.bo, by=town.mads)
    with as_(town.bo), pytest.raises(NotAllowed):
        mending.propose_merge(actor=town.bo, goes=goes.id, stays=stays.id, why=WHY)
    with as_(town.bo):
        assert mending.clashes(goes.id, stays.id) == ["not_yours"]


def test_the_team_of_one_course_moves_nothing_of_anothers_out_of_it(town, two):
    goes, stays = two
    wish = wished(goes)
    joins(goes, town.mads, by=town.karen)
    with as_(town.mads), pytest.raises(NotAllowed):
        mending.propose_move(
            actor=town.mads, course_id=goes.id, thing="plan_wish", row_id=wish, target=stays.id,
            why=WHY,
        )  # fmt: skip
