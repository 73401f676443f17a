"""What benefits may and may not see (moment 10): in the database, whatever page asks."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access.actions import record
from landfast.access.actor import SYSTEM
from landfast.access.looks.looking import open_record
from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.course.actions.observing import record_observation
from landfast.course.actions.profile import say_energy
from landfast.course.queries.history import history
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import AUTHORITY_ROLES, INCOME_ROLES, employed_as
from tests.factories.courses import started_course
from tests.factories.plan import join, with_team
from tests.factories.signs import grounded, saw
from tests.factories.town import LONG_AGO, WORKDAYS, as_

KEPT_BACK = ("contact_lost", "no_show", "screening", "signal")
TOLD_BY_KIND = (
    "looks.name_asked", "finding.contested", "finding.dismissed", "finding.snoozed",
    "finding.taken_up", "meeting.citizen_attends", "meeting.eased",
)  # fmt: skip
HEALTH = ("admission", "discharge", "medication_stop", "substance_use")


def happened(who, lived, *kinds, needs=("economy",)):
    with as_(who):
        for kind in kinds:
            record_observation(
                actor=who, course_id=lived.id, kind=kind, happened_on=today(), source="Telefon",
                needs=list(needs),
            )  # fmt: skip


def seen(who, table, lived, column="kind"):
    by = "course_id" if table.startswith("course") else "scope_id"
    with as_(who), connection.cursor() as cursor:
        cursor.execute(f"select {column} from {table} where {by} = %s", [lived.id])
        return {value for (value,) in cursor.fetchall()}


@pytest.fixture
def around(town):
    """Yrsa pays her income, Bo helps at home; both are of her team, and things have happened."""
    yrsa = town.hire("Yrsa Ydelse", town.social, "benefits_officer")
    lived = with_team(town, yrsa, town.bo)
    grounded(town)
    saw(town.karen, lived.id)
    happened(town.karen, lived, *KEPT_BACK, *HEALTH, "benefit_change")
    with as_(lived.citizen):
        say_energy(actor=lived.citizen, course_id=lived.id, energy=2)
    with as_(town.bo):
        open_record(town.bo, lived.id, "Forløb")
    return town, lived, yrsa


def test_who_pays_her_income_sees_no_absence_no_sign_no_energy_and_no_look_of_others(around):
    town, lived, yrsa = around
    assert seen(yrsa, "course_observation", lived) == {*HEALTH, "benefit_change"}
    assert seen(town.karen, "course_observation", lived) >= {*KEPT_BACK, *HEALTH}
    assert seen(town.bo, "course_signal", lived) == {"medication_stop"}
    assert seen(yrsa, "course_signal", lived) == set()
    assert seen(town.bo, "access_look", lived, "what")
    assert seen(yrsa, "access_look", lived, "what") == set()
    assert seen(town.bo, "course_energy", lived, "energy") == {2}
    assert seen(yrsa, "course_energy", lived, "energy") == set()
    told = {"signal.recorded", "profile.energy_said"}
    assert told <= seen(town.bo, "access_event", lived)
    assert not told & seen(yrsa, "access_event", lived)
    with as_(yrsa):
        open_record(yrsa, lived.id, "Forløb")
    assert seen(yrsa, "access_look", lived, "what") == {"Forløb"}


def test_what_happened_in_the_course_she_reads_like_the_rest_of_the_team(around):
    """Most events tell of no observation at all, and are not kept back for it."""
    town, lived, yrsa = around
    with as_(town.karen):
        for kind in TOLD_BY_KIND:
            record(town.karen, kind, course=lived.id)
    hers, theirs = (seen(who, "access_event", lived) for who in (yrsa, town.bo))
    assert theirs - hers == {*TOLD_BY_KIND, "signal.recorded", "profile.energy_said"}
    assert "course.moved.start" in hers
    with as_(town.bo):
        whole = history(lived.id)
    with as_(yrsa):
        assert history(lived.id) == whole
    assert "Opstarten begyndte" in {line.sentence for line in whole}
    observed = seen(yrsa, "access_event", lived, "facts->>'observed'")
    assert observed == {None, *HEALTH, "benefit_change"}


def test_what_she_writes_herself_she_reads(around):
    _, lived, yrsa = around
    happened(yrsa, lived, "no_show")
    assert "no_show" in seen(yrsa, "course_observation", lived)


def test_an_absence_with_one_is_not_shown_to_another(around):
    town, lived, _ = around
    happened(town.bo, lived, "no_show")
    nora = town.hire("Nora Nærved", town.social, "home_support")
    join(town, lived, nora)
    assert "no_show" not in seen(nora, "course_observation", lived)
    assert "no_show" not in seen(nora, "access_event", lived, "facts->>'observed'")
    for who in (town.bo, town.karen, lived.citizen):
        assert "no_show" in seen(who, "course_observation", lived), who.name
        assert "no_show" in seen(who, "access_event", lived, "facts->>'observed'"), who.name


def test_who_holds_the_threads_sees_it_wherever_else_they_work(town):
    """A coordinator may come from the benefits office (S004 §6.1)."""
    with as_(SYSTEM):
        people.employ(
            person_id=town.karen.person_id, unit_id=town.social, role="benefits_officer",
            starts_on=LONG_AGO, hours=WORKDAYS,
        )  # fmt: skip
    lived = started_course(town)
    happened(town.karen, lived, *KEPT_BACK)
    assert seen(town.karen, "course_observation", lived) >= set(KEPT_BACK)


def test_who_reads_about_money_sees_no_admission_though_it_was_told_about_money(town):
    jon = town.hire("Jon Jobcenter", town.social, "jobcenter_worker")
    lived = started_course(town)
    happened(town.karen, lived, *KEPT_BACK, *HEALTH, "benefit_change")
    with as_(lived.citizen):
        for to in (jon, town.solveig):
            consent.share(
                actor=lived.citizen, course_id=lived.id, to=Outside(person=to.person_id),
                yes=Yes([Topic.ECONOMY], "Før et brev", today() + timedelta(days=30)),
            )  # fmt: skip
    for reader in (jon, town.solveig):
        assert seen(reader, "course_observation", lived) == {"benefit_change"}, reader.name


def test_the_roles_are_employed_and_decide_authority_matters():
    assert set(employed_as()) >= INCOME_ROLES
    assert INCOME_ROLES <= AUTHORITY_ROLES
