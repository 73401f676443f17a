"""The reflector writes what she heard herself; nobody else does (Åben Dialog, S001 §3.3.3)."""

import pytest
from django.db import DatabaseError, transaction

from landfast.insight.monday import monday
from landfast.insight.waiting import Waits
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Stage
from landfast.meetings.rules.preparing import Onward
from tests.factories.meetings import running_meeting
from tests.factories.town import as_

HEARD = "Jeg hørte, at nætterne er de værste"


@pytest.fixture
def met(town):
    """An open dialogue that was held, with Anna as the one who reflected."""
    met = running_meeting(town, Stage.CLOSING, "M-02")
    with as_(met.karen):
        actions.end_meeting(
            actor=met.karen, meeting_id=met.id, onward=Onward(None, True, "Vi ringes", "Bo ringer")
        )
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    return met


def write(met, who, text=HEARD):
    with as_(who):
        return actions.write_reflection(actor=who, meeting_id=met.id, text=text)


def read(met, who):
    with as_(who):
        return [row["text"] for row in queries.reflections(met.id)]


def test_she_writes_it_and_writes_it_again(met):
    write(met, met.anna, "Først")
    write(met, met.anna)
    assert read(met, met.anna) == [HEARD]


def test_the_one_who_leads_and_the_citizen_read_it_and_the_team_does_not(met):
    write(met, met.anna)
    assert read(met, met.karen) == read(met, met.lived.citizen) == [HEARD]
    assert read(met, met.bo) == []


@pytest.mark.parametrize("who", ["bo", "karen"])
def test_nobody_writes_for_her(met, who):
    with pytest.raises((NotNow, NotFound)):
        write(met, getattr(met, who))


def test_the_database_lets_nobody_change_her_words(met):
    key = write(met, met.anna)
    with as_(met.karen):
        changed = 0
        try:
            with transaction.atomic():
                changed = models.Reflection.objects.filter(id=key).update(text="Andre ord")
        except DatabaseError:
            pass
    assert not changed
    assert read(met, met.anna) == [HEARD]


def test_words_are_needed(met):
    with pytest.raises(Wrong):
        write(met, met.anna, "  ")


def test_not_before_the_meeting_was_held(town):
    met = running_meeting(town, code="M-02")
    with pytest.raises(NotNow):
        write(met, met.anna)


def test_she_is_told_on_monday_until_it_is_written_or_the_minutes_are_out(met):
    def told(who):
        with as_(who):
            return [one.due.what for one in monday(who).waits]

    assert told(met.anna) == [Waits.REFLECT]
    assert told(met.bo) == []
    assert Waits.REFLECT not in told(met.karen)
    write(met, met.anna)
    assert told(met.anna) == []
