"""The data protection officer reads the log of the organisation's own area, and is logged."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access import models
from landfast.access.actions import record
from landfast.access.looks import overseeing
from landfast.access.looks.looking import log_refused, open_record
from landfast.access.looks.overseeing import Finding
from landfast.access.looks.oversight import (
    Asked,
    days_of_looks,
    named_by,
    oversee,
    questions,
    verdicts,
)
from landfast.access.looks.told import looks
from landfast.access.retention import expire_looks
from landfast.access.rules import (
    BROWSED_A_DAY,
    MANY_A_DAY,
    DayOfLooks,
    Named,
    Unusual,
    Verdict,
    share_a_surname,
    shows_name,
    unusual_looks,
)
from landfast.course.queries.courses import offer_to, offers_to
from landfast.course.queries.logged_names import find_citizen, names_of
from landfast.journeys.decide_one import see_decision
from landfast.journeys.hand_over import offer_course
from landfast.journeys.oversee_looks import see_unusual
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed, NotFound, Wrong
from landfast.plan import models as plan
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.parts import asked_to_decide
from tests.factories.plan import wished
from tests.factories.town import as_

DAY = date(2026, 3, 2)


def all_of_it(**changes):
    return Asked(clock.now() - timedelta(days=1), clock.now() + timedelta(days=1), **changes)


@pytest.fixture
def looked(town):
    """Karen has looked, Vibeke was refused; each organisation has an officer."""
    town.hire("Didde Databeskytter", town.social, "dpo")
    town.hire("Rune Regionsråd", town.ward, "dpo")
    lived = started_course(town)
    wished(lived)
    with as_(town.karen):
        open_record(town.karen, lived.id, "Planen")
    with as_(town.vibeke):
        log_refused(lived.id, "GET /forloeb/")
    return town, lived


def test_the_officer_reads_the_log_of_her_own_organisation(looked):
    town, lived = looked
    with as_(town.didde):
        rows = oversee(town.didde, all_of_it(course=lived.id), "Søgning")
        assert {(row.person, row.allowed) for row in rows} >= {
            (town.karen.person_id, True), (town.vibeke.person_id, False),
        }  # fmt: skip
        assert names_of([lived.id]) == {lived.id: "Jytte Jensen"}
        assert find_citizen("jytte") == {lived.id: "Jytte Jensen"}


def test_another_organisations_officer_finds_nothing(looked):
    town, lived = looked
    with as_(town.rune):
        assert oversee(town.rune, all_of_it(), "Søgning") == [] or all(
            row.person == town.rune.person_id for row in oversee(town.rune, all_of_it(), "Søgning")
        )
        assert oversee(town.rune, all_of_it(course=lived.id), "Søgning") == []
        assert names_of([lived.id]) == {}
        assert find_citizen("jytte") == {}


def test_the_officer_reads_no_record(looked):
    town, lived = looked
    with as_(town.didde):
        oversee(town.didde, all_of_it(course=lived.id), "Søgning")
        assert not plan.Wish.objects.exists()
        assert not models.Look.objects.exists()
        with pytest.raises(NotFound):
            open_record(town.didde, lived.id, "Planen")


@pytest.mark.parametrize("who", ["karen", "lars", "bo"])
def test_nobody_else_reads_it(looked, who):
    town, _ = looked
    actor = getattr(town, who)
    with as_(actor):
        with pytest.raises(NotAllowed):
            oversee(actor, all_of_it(), "Søgning")
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from access_oversight(now() - interval '1 day', now(),"
                " null, null, 9, false, 'x', 'search')"
            )
            assert cursor.fetchone() == (0,)
        assert find_citizen("jytte") == {}


def test_what_the_officer_reads_is_in_the_log_and_the_citizen_sees_it(looked):
    town, lived = looked
    with as_(town.didde):
        oversee(town.didde, all_of_it(course=lived.id), "Søgning i loggen")
    with as_(lived.citizen):
        row = models.Look.objects.get(what="Søgning i loggen")
    assert (row.person_id, row.ground, row.scope_id) == (
        town.didde.person_id, "oversight", lived.id,
    )  # fmt: skip


def test_a_sample_is_of_the_area_and_as_large_as_asked(looked):
    town, _ = looked
    with as_(town.didde):
        assert len(oversee(town.didde, all_of_it(most=2, mixed=True), "Stikprøve")) == 2


def test_a_verdict_is_kept_with_its_words_and_can_be_changed(looked):
    town, lived = looked
    finding = Finding(town.karen.person_id, DAY, lived.id, Unusual.NIGHT)
    key = (finding.looker, finding.day, finding.course, finding.reason)
    with as_(town.didde):
        with pytest.raises(Wrong):
            overseeing.judge(
                actor=town.didde, finding=finding, verdict=Verdict.FOLLOW_UP, words=" "
            )
        for verdict, words in ((Verdict.FOLLOW_UP, "Spørg Karen"), (Verdict.FINE, "Nattevagt")):
            overseeing.judge(actor=town.didde, finding=finding, verdict=verdict, words=words)
        since = clock.now() - timedelta(days=3650)
        assert (verdicts(since)[key].verdict, verdicts(since)[key].words) == (
            Verdict.FINE, "Nattevagt",
        )  # fmt: skip
    with as_(town.rune):
        assert verdicts(since) == {}
    with as_(town.karen), pytest.raises(NotAllowed):
        overseeing.judge(actor=town.karen, finding=finding, verdict=Verdict.FINE, words="")


def the_look(lived, what="Planen"):
    with as_(lived.citizen):
        return models.Look.objects.get(scope_id=lived.id, what=what).id


def test_a_citizen_asks_for_a_name_and_gets_an_answer(looked):
    town, lived = looked
    look = the_look(lived)
    with as_(lived.citizen):
        for _twice in range(2):
            overseeing.ask_name(actor=lived.citizen, course_id=lived.id, look_id=look)
    with as_(town.didde):
        [asked] = questions(waiting=True)
        with pytest.raises(Wrong):
            overseeing.answer_name(actor=town.didde, question_id=asked.id, gives=False, words="")
        overseeing.answer_name(actor=town.didde, question_id=asked.id, gives=True, words="")
        assert questions(waiting=True) == []
    with as_(lived.citizen):
        [answered] = questions(course=lived.id)
    assert (answered.look, answered.name) == (look, "Karen Koordinator")


@pytest.mark.parametrize("has_officer", [True, False])
def test_where_the_lookers_house_has_no_officer_her_own_answers(town, has_officer):
    """A practice, a prison service: nobody there would ever read the question."""
    town.hire("Didde Databeskytter", town.social, "dpo")
    lived = started_course(town)
    in_the_team(lived, town.anna, by=town.karen, role="ward_staff")
    with as_(town.anna):
        open_record(town.anna, lived.id, "Planen")
    if has_officer:
        town.hire("Rune Regionsråd", town.ward, "dpo")
    look = the_look(lived)
    with as_(lived.citizen):
        overseeing.ask_name(actor=lived.citizen, course_id=lived.id, look_id=look)
    with as_(town.didde):
        assert bool(questions(waiting=True)) is not has_officer
    if has_officer:
        with as_(town.rune):
            assert len(questions(waiting=True)) == 1


def test_nobody_asks_about_anothers_course_or_answers_for_the_controller(looked):
    town, lived = looked
    other = started_course(town, "Bent Berg")
    look = the_look(lived)
    with as_(other.citizen), pytest.raises(NotFound):
        overseeing.ask_name(actor=other.citizen, course_id=other.id, look_id=look)
    with as_(lived.citizen):
        overseeing.ask_name(actor=lived.citizen, course_id=lived.id, look_id=look)
        [asked] = questions(course=lived.id)
    for somebody in (town.rune, town.karen, lived.citizen):
        with as_(somebody), pytest.raises((NotAllowed, NotFound)):
            overseeing.answer_name(actor=somebody, question_id=asked.id, gives=True, words="")
    with as_(lived.citizen), pytest.raises(DatabaseError), transaction.atomic():
        models.NameAsk.objects.create(
            scope_id=lived.id, look=uuid4(), looker_id=town.bo.person_id,
            organisation_id=town.municipality, asked_by_id=lived.citizen.person_id, what="x",
            looked_at=clock.now(),
        )  # fmt: skip
    with as_(town.karen):
        assert questions(course=lived.id) == []


def test_an_organisation_sets_whose_names_are_shown(looked):
    town, _ = looked
    both = [town.municipality, town.region]
    with as_(town.didde):
        overseeing.show_names(actor=town.didde, named=Named.ALL)
    with as_(town.karen):
        assert named_by(both) == {town.municipality: Named.ALL, town.region: Named.NETWORK}
        with pytest.raises(NotAllowed):
            overseeing.show_names(actor=town.karen, named=Named.ALL)


def test_verdicts_and_questions_go_when_their_looks_do(looked):
    town, lived = looked
    finding = Finding(town.karen.person_id, DAY, lived.id, Unusual.NIGHT)
    look = the_look(lived)
    with as_(lived.citizen):
        overseeing.ask_name(actor=lived.citizen, course_id=lived.id, look_id=look)
    with as_(town.didde):
        overseeing.judge(actor=town.didde, finding=finding, verdict=Verdict.FINE, words="")
    with clock.at(clock.now() + timedelta(days=62 * 31)):
        with as_(None):
            expire_looks()
        with as_(lived.citizen):
            assert questions(course=lived.id) == []
            assert looks(lived.id) == []


def test_a_line_knows_every_look_it_tells_of(looked):
    town, lived = looked
    with as_(town.karen):
        open_record(town.karen, lived.id, "Planen")
    with as_(lived.citizen):
        [row] = looks(lived.id)
        assert row.times == len(row.ids) == 2
        assert row.organisation == town.municipality


def test_unusual_looks_are_found_in_the_log(looked):
    town, lived = looked
    for helper in (town.bo, town.solveig):
        in_the_team(lived, helper, by=town.karen)
        with as_(helper):
            open_record(helper, lived.id, "Planen")
            open_record(helper, lived.id, "Planen")
    with as_(town.bo):
        record(town.bo, "test.done", course=lived.id)
    with as_(town.didde):
        until = clock.now() + timedelta(days=1)
        days = days_of_looks(town.didde, until - timedelta(days=2), until, "Tilsyn")
        works = {row.person: (row.times, row.works) for row in days if row.course == lived.id}
        assert works == {
            town.karen.person_id: (1, True), town.bo.person_id: (2, True),
            town.solveig.person_id: (2, False),
        }  # fmt: skip
        found = [one for one in see_unusual(town.didde) if one.look.reason is Unusual.NO_WORK]
        assert [(one.person, one.citizen) for one in found] == [
            ("Solveig Sagsbehandler", "Jytte Jensen")
        ]


def test_who_is_let_in_for_a_task_reads_because_of_it(looked):
    town, lived = looked
    birgit = town.hire("Birgit Bevilger", town.social, "leader")
    with as_(town.karen):
        key = asked_to_decide(town, lived, birgit)
        offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Flytter"
        )
    with as_(birgit):
        see_decision(birgit, lived.id, key)
    with as_(town.mads):
        [offer] = offers_to(town.mads)
        offer_to(town.mads, offer.id)
    in_the_team(lived, town.solveig, by=town.karen)
    with as_(town.solveig):
        open_record(town.solveig, lived.id, "Planen")
    with as_(town.didde):
        until = clock.now() + timedelta(days=1)
        days = days_of_looks(town.didde, until - timedelta(days=2), until, "Tilsyn")
        works = {row.person: row.works for row in days if row.course == lived.id}
    assert works[birgit.person_id]
    assert works[town.mads.person_id]
    assert not works[town.solveig.person_id]


def day(person=1, course=2, *, times=1, at_night=0, works=True, is_referral=False):
    return DayOfLooks(UUID(int=person), DAY, UUID(int=course), times, at_night, works, is_referral)


def reasons(*days, **names):
    known = {UUID(int=int(key[1:])): name for key, name in names.items()}
    return [(one.reason, one.figure) for one in unusual_looks(days, known)]


def test_ordinary_work_is_not_unusual():
    assert reasons(day(), p1="Karen Koordinator", p2="Jytte Jensen") == []


def test_each_reason_is_told_with_its_figure():
    assert reasons(day(times=3, works=False)) == [(Unusual.NO_WORK, 3)]
    assert reasons(day(at_night=2)) == [(Unusual.NIGHT, 2)]
    assert reasons(day(times=4), p1="Karen Jensen", p2="Jytte Jensen") == [(Unusual.SAME_NAME, 4)]


@pytest.mark.parametrize(("citizens", "found"), [(MANY_A_DAY, []), (MANY_A_DAY + 1, [26])])
def test_many_citizens_in_a_day(citizens, found):
    seen = unusual_looks([day(course=n + 2) for n in range(citizens)], {})
    assert [one.figure for one in seen if one.reason is Unusual.MANY] == found
    assert all(one.course is None for one in seen)


@pytest.mark.parametrize(
    ("referrals", "found"), [(BROWSED_A_DAY, []), (BROWSED_A_DAY + 1, [(Unusual.BROWSED, 6)])]
)
def test_referrals_are_intakes_to_read_and_nobodys_to_browse(referrals, found):
    read = [day(course=n + 2, times=3, works=False, is_referral=True) for n in range(referrals)]
    acted_on = [day(course=n + 100, is_referral=True) for n in range(9)]
    assert reasons(*read, *acted_on) == found


def test_night_and_surname_at_referrals_stand_for_the_day():
    seen = unusual_looks(
        [day(course=n, at_night=2, is_referral=True) for n in (2, 3)],
        {UUID(int=1): "Karen Jensen", UUID(int=3): "Jytte Jensen"},
    )
    assert [(one.course, one.reason, one.figure) for one in seen] == [
        (None, Unusual.SAME_NAME, 1), (None, Unusual.NIGHT, 4)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Karen Jensen", "jytte JENSEN", True), ("Karen Jensen", "Jytte Hansen", False),
        ("Jensen", "Jytte Jensen", False), ("", "", False),
    ],
)  # fmt: skip
def test_a_shared_surname(one, other, same):
    assert share_a_surname(one, other) is same


def test_names_are_shown_as_the_organisation_says():
    shown = [
        (shows_name(named, in_network=True), shows_name(named, in_network=False)) for named in Named
    ]
    assert shown == [(True, False), (True, True), (False, False)]
