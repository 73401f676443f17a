"""Courses that are over, and the clock that turns their years; by the real acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from django.db import connection

from landfast.jobs.keeping import keep
from landfast.journeys.stop_course import stop_course
from landfast.keeping import models
from landfast.keeping.rules import KeepState
from landfast.kernel import clock
from tests.factories.courses import Lived
from tests.factories.town import Town, as_


@contextmanager
def on(day: date) -> Iterator[None]:
    """At noon of a day."""
    with clock.at(datetime.combine(day, time(12), UTC)):
        yield


def over(lived: Lived) -> Lived:
    """The citizen stops the course, and its keeping begins."""
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    kept_on(clock.today())
    return lived


@contextmanager
def all_day(day: date) -> Iterator[None]:
    """At noon of a day, for the database too."""
    with on(day), connection.cursor() as cursor:
        cursor.execute("select set_config('landfast.now', %s, false)", [clock.now().isoformat()])
        try:
            yield
        finally:
            cursor.execute("select set_config('landfast.now', '', false)")


def kept_on(day: date) -> dict[str, int]:
    """The job's run of a day: what it did, without what it did not. Each act in its transaction."""
    with all_day(day):
        return {does: count for does, count in keep().items() if count}


def officers(town: Town) -> None:
    """Dina and Arne, two pairs of eyes."""
    town.hire("Dina Dpo", town.coordination, "dpo")
    town.hire("Arne Arkiv", town.social, "records_officer")


def case_of(town: Town, lived: Lived) -> models.Case:
    """The case as the officer reads it."""
    with as_(town.dina):
        return models.Case.objects.get(scope_id=lived.id)


def blocked(town: Town, lived: Lived) -> models.Case:
    """Past its years, and blocked on the day."""
    over(lived)
    case = case_of(town, lived)
    assert case.block_on
    assert kept_on(case.block_on) == {"blocked": 1}
    return case_of(town, lived)


def state_kept(town: Town, lived: Lived) -> KeepState:
    """Where it stands."""
    return KeepState(case_of(town, lived).state)
