"""Emergency access: what opens, who is told, what cannot be done with it, and how it ends."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access import models as access
from landfast.access.looks.looking import open_record
from landfast.access.queries import course_roles, events, readers
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.access.session import acting
from landfast.consent import actions, emergencies, models
from landfast.consent.rules import Basis, Decision
from landfast.course.actions import ending
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.messages.rules import Happened, told
from landfast.plan import actions as plan
from landfast.plan import models as plans
from landfast.programmes.rules import NeedArea
from tests.factories.emergencies import CPR, REASON, emergency_of, known_course, opens
from tests.factories.plan import wished
from tests.factories.town import as_, leaves
from tests.refusing import refused


@pytest.fixture
def lived(town):
    course = known_course(town)
    wished(course)
    town.hire("Dina Dpo", town.coordination, "dpo")
    town.hire("Rikke Regionsdpo", town.ward, "dpo")
    return course


def wishes(lived):
    return plans.Wish.objects.filter(course_id=lived.id).count()


def review(actor, one, decision=Decision.JUSTIFIED, words="Det var nødvendigt"):
    with as_(actor):
        actions.review_emergency(actor=actor, emergency_id=one, decision=decision, words=words)


def test_it_opens_the_whole_to_read_for_hours_with_look_and_event(town, lived, settings):
    with as_(town.anna):
        assert wishes(lived) == 0
    assert opens(town.anna) == lived.id
    with as_(town.anna):
        assert wishes(lived) == 1
        assert course_roles(town.anna, lived.id) == {CourseRole.EMERGENCY}
        grant = access.Grant.objects.get(person_id=town.anna.person_id)
    assert (grant.ground, grant.topic, grant.level) == (Ground.EMERGENCY, Topic.WHOLE, Level.READ)
    assert (grant.ends_at - grant.starts_at, grant.reason) == (timedelta(hours=8), REASON)
    with as_(lived.citizen):
        look = access.Look.objects.get(scope_id=lived.id, person_id=town.anna.person_id)
        [event] = events(lived.id, ["emergency.opened"])
    assert (look.ground, look.what, look.unit_id) == ("emergency", "Nødadgang", town.ward)
    assert event.facts["basis"] == "EMERGENCY"
    with clock.at(now() + timedelta(hours=8, minutes=1)), as_(town.anna):
        assert wishes(lived) == 0


@pytest.mark.parametrize(
    ("setting", "basis", "hours"),
    [(8, Basis.SUL43, 4), (2, Basis.EMERGENCY, 2), (500, Basis.SUL41, 8), (0, Basis.EMERGENCY, 1)],
)
def test_the_setting_and_the_ground_cap_the_hours(town, lived, settings, setting, basis, hours):
    settings.LANDFAST_EMERGENCY_HOURS = setting
    opens(town.anna, basis=basis)
    one = emergency_of(town.anna)
    assert one.ends_at - one.opened_at == timedelta(hours=hours)


def test_those_who_look_after_it_are_told_at_once_and_nobody_else(town, lived):
    opens(town.anna)
    with as_(lived.citizen):
        [event] = events(lived.id, ["emergency.opened"])
    happened = Happened(
        event.kind, event.at, town.anna.person_id, event.facts, lived.citizen.person_id,
        (town.karen.person_id,),
    )  # fmt: skip
    names = ("karen", "lars", "dorte", "dina", "rikke")
    everybody = {getattr(town, name).person_id for name in names} | {lived.citizen.person_id}
    assert told(happened, event.at) == everybody


def test_where_the_law_says_afterwards_she_is_told_when_it_is_over(town, lived):
    opens(town.anna, basis=Basis.SUL43)
    with as_(lived.citizen):
        [event] = events(lived.id, ["emergency.opened"])
        assert event.facts["tells"] is None
        assert emergencies.of_course(lived.id) == []
    with as_(None):
        assert actions.tell_afterwards() == 0
    with clock.at(now() + timedelta(hours=5)):
        with as_(None):
            assert [actions.tell_afterwards(), actions.tell_afterwards()] == [1, 0]
        with as_(lived.citizen):
            [row] = emergencies.of_course(lived.id)
            assert (row.unit, row.reason) == ("Afsnit P3", REASON)
            assert len(events(lived.id, ["emergency.told"])) == 1


def test_a_number_that_opens_nothing_says_nothing_and_is_written_down(town, lived):
    closed = known_course(town, "0202701234", "Bent Berg")
    with as_(closed.citizen):
        ending.stop(actor=closed.citizen, course_id=closed.id)
    answers = {cpr: opens(town.anna, cpr) for cpr in ("0303701234", "0202701234")}
    assert set(answers.values()) == {None}
    with as_(town.anna):
        rows = models.Emergency.objects.filter(course=None).values_list("grant", "words")
        assert list(rows) == [(None, "")] * 2
        assert access.Grant.objects.filter(person_id=town.anna.person_id).count() == 0
    with as_(town.rikke):
        assert emergencies.emergencies(town.rikke).tries == [("Anna Afsnit", "Afsnit P3", 2)]
    for other in (town.karen, town.lars):
        with as_(other):
            assert emergencies.emergencies(other).tries == []


def test_whoever_guesses_waits_and_the_right_number_waits_too(town, lived):
    for tried in range(5):
        assert opens(town.anna, f"040470123{tried}") is None
    with refused("too_many_numbers"):
        opens(town.anna)
    assert opens(town.bo) == lived.id, "others are not held up"
    with clock.at(now() + timedelta(minutes=61)):
        assert opens(town.anna) == lived.id


def test_only_who_works_here_now_and_does_not_read_it_already(town, lived):
    with refused("reads_already"):
        opens(town.karen)
    with refused("staff_only"):
        opens(lived.citizen)
    leaves(town.anna, clock.today() - timedelta(days=1))
    assert opens(town.anna) is None


@pytest.mark.parametrize("reason", ["", "akut", " " * 40, "x" * 301])
def test_why_is_said_in_words(town, lived, reason):
    with as_(town.anna), refused("say_why", "reason"):
        actions.open_emergency(actor=town.anna, cpr=CPR, basis=Basis.EMERGENCY, reason=reason)


def test_grounds_that_open_no_emergency_do_not(town, lived):
    with refused("no_emergency_ground", "basis"):
        opens(town.anna, basis=Basis.RPL115)


WRITES = """select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
   and exists (select from information_schema.columns i where i.table_name = c.relname
                  and i.column_name in ('course_id', 'scope_id'))"""


def test_the_database_refuses_to_write_in_any_table_of_the_course(town, lived):
    opens(town.anna)
    with as_(town.anna), connection.cursor() as cursor:
        cursor.execute(WRITES)
        tables = [name for (name,) in cursor.fetchall()]
        changed = {}
        for table in tables:
            cursor.execute(
                "select column_name from information_schema.columns where table_name = %s"
                " and column_name in ('course_id', 'scope_id')", [table],
            )  # fmt: skip
            (column,) = cursor.fetchone()
            cursor.execute(
                "select column_name from information_schema.column_privileges"
                " where table_name = %s and grantee = 'landfast_app'"
                " and privilege_type = 'UPDATE' order by 1 limit 1", [table],
            )  # fmt: skip
            if found := cursor.fetchone():
                cursor.execute(
                    f"update {table} set {found[0]} = {found[0]} where {column} = %s", [lived.id]
                )
                changed[table] = cursor.rowcount
    assert len(changed) > 15
    assert {table: n for table, n in changed.items() if n} == {}


def test_neither_a_wish_nor_a_grant_is_added(town, lived):
    opens(town.anna)
    with as_(town.anna):
        with refused("not_your_role"):
            plan.add_wish(
                actor=town.anna, course_id=lived.id, area=NeedArea.HOUSING, words="Noget andet"
            )
        rows = (
            plans.Wish(course_id=lived.id, words="x", written_by_id=town.anna.person_id),
            access.Grant(
                scope_id=lived.id, person_id=town.bo.person_id, role=CourseRole.EMERGENCY,
                ground=Ground.EMERGENCY, topic=Topic.WHOLE, level=Level.READ, starts_at=now(),
                given_by_id=town.anna.person_id, reason="x",
            ),
            models.Emergency(
                course_id=lived.id, course_unit_id=town.coordination, unit_id=town.ward,
                person_id=town.anna.person_id, basis=Basis.EMERGENCY, reason=REASON,
                opened_at=now(), ends_at=now(),
            ),
        )  # fmt: skip
        for row in rows:
            with pytest.raises(DatabaseError), transaction.atomic():
                row.save(force_insert=True)


def test_a_page_sees_of_it_what_was_logged(town, lived):
    opens(town.anna)
    with acting(town.anna, reading=True):
        assert wishes(lived) == 0
        open_record(town.anna, lived.id, "Planen")
        assert wishes(lived) == 1


def test_it_is_ended_by_its_reader_only(town, lived):
    opens(town.anna)
    one = emergency_of(town.anna)
    for other in (town.bo, town.karen):
        with as_(other), refused("not_found"):
            actions.end_emergency(actor=other, emergency_id=one.id)
    with as_(town.karen):
        ended = access.Grant.objects.filter(id=one.grant_id).update(ends_at=now())
        assert ended == 0, "whoever holds the course does not end it"
    with as_(town.anna):
        actions.end_emergency(actor=town.anna, emergency_id=one.id)
    with as_(town.anna):
        assert wishes(lived) == 0
        assert emergencies.until(town.anna, lived.id) is None
    with as_(town.anna), refused("not_found"):
        actions.end_emergency(actor=town.anna, emergency_id=one.id)


@pytest.mark.parametrize("who", ["dina", "rikke", "lars", "dorte"])
def test_it_is_reviewed_once_with_words(town, lived, who):
    opens(town.anna)
    one, reviewer = emergency_of(town.anna).id, getattr(town, who)
    with as_(reviewer):
        assert [row.id for row in emergencies.emergencies(reviewer).waiting] == [one]
        assert emergencies.looked_at(one) == [("Nødadgang", 1)]
    with refused("say_what_you_found", "words"):
        review(reviewer, one, words=" ")
    review(reviewer, one, Decision.FOLLOW_UP)
    with refused("reviewed_already"):
        review(town.dina, one)
    with as_(reviewer):
        seen = emergencies.emergencies(reviewer)
        assert (seen.waiting, [row.decision for row in seen.reviewed]) == ([], [Decision.FOLLOW_UP])
    with as_(lived.citizen):
        [row] = emergencies.of_course(lived.id)
        assert (row.decision, row.words) == (Decision.FOLLOW_UP, "Det var nødvendigt")


def test_nobody_reviews_their_own_nor_anothers_house(town, lived):
    opens(town.lars)
    mine = emergency_of(town.lars).id
    with refused("not_your_own"):
        review(town.lars, mine)
    for other in (town.karen, town.bo, lived.citizen):
        with pytest.raises(Exception, match=r"not_your_review|not_found"):
            review(other, mine)
    with as_(town.lars):
        assert emergencies.emergencies(town.lars).waiting == []
        assert emergencies.looked_at(mine) == [("Nødadgang", 1)]
        own = models.Emergency.objects.filter(id=mine)
        assert own.update(decision="justified", words="x", decided_by_id=town.lars.person_id) == 0
    with as_(town.anna):
        assert emergencies.looked_at(mine) == []
        assert not models.Emergency.objects.filter(id=mine).exists()


def test_she_reads_from_where_and_not_who(town, lived):
    opens(town.anna)
    with as_(lived.citizen):
        assert "Anna Afsnit" not in {row.name for row in readers(lived.id)}
