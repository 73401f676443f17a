"""Copies and workshops in the database: whose they are, by which code, and until when."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from landfast.access.session import acting
from landfast.insight.story_copy import lines_of, names_in, story_from
from landfast.insight.story_line import see_story
from landfast.insight.storyline import End, Kind
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.learning.actions import boards, studies
from landfast.learning.queries import boards as there
from landfast.learning.queries import studies as kept
from landfast.learning.rules.workshop import KEPT_DAYS, Colour
from landfast.learning.rules.workshop import Kind as Held
from tests.factories.plan import accepted, not_kept, with_team
from tests.factories.town import as_

LINE = {
    "on": "2024-03-01", "kind": "event", "code": "context", "lanes": ["citizen"],
    "precision": "month", "words": "Flyttede hjemmefra", "present": ["Borger"], "missing": [],
}  # fmt: skip


@pytest.fixture
def begun(town):
    """Karen's copy of two lines, with an audit on it."""
    with as_(town.karen):
        study = studies.copy_file(
            actor=town.karen, title="En ung", lines=[LINE, LINE], is_read=True
        )
        key = studies.begin(actor=town.karen, study_id=study, kind=Held.AUDIT)
        return kept.gathered(town.karen, key).workshop


def join(begun, name="Bord 1"):
    with acting(None):
        return boards.join(code=begun.code.lower(), name=name, source=f"s{name}")


def test_a_group_marks_takes_back_and_says_and_the_leader_sees_it_gathered(town, begun):
    token = join(begun)
    with acting(None):
        boards.put_mark(token=token, line=2, colour=Colour.RED, words="Ingen kom")
        boards.put_mark(token=token, line=2, colour=Colour.GREEN, words="")
        green = there.board(token).marks[1]
        boards.take_mark(token=token, mark_id=green.id)
        boards.say(
            token=token, themes="Overgange\nTavshed", challenge="Ingen holdt i trådene",
            meets_it="Én koordinator", answers={"one_holds": "no", "ukendt": "yes"},
        )  # fmt: skip
        for line in (0, 3):
            with pytest.raises(NotFound):
                boards.put_mark(token=token, line=line, colour=Colour.RED, words="")
    with as_(town.karen):
        found = kept.gathered(town.karen, begun.id)
    [group] = found.groups
    assert group.themes == ("Overgange", "Tavshed")
    assert group.answers == {"one_holds": "no"}
    assert dict(found.count(Colour.RED)) == {2: 1}
    assert not found.count(Colour.GREEN)


def test_a_name_is_one_group_a_wrong_code_none_and_a_forged_link_opens_nothing(begun):
    assert there.group_of(join(begun)) == there.group_of(join(begun))
    with acting(None):
        assert boards.join(code="BBBBBBBB", name="Bord 2", source="other") is None
        with pytest.raises(Wrong):
            boards.join(code=begun.code, name="  ", source="other")
        assert there.board("forged") is None
        with pytest.raises(NotFound):
            boards.put_mark(token="forged", line=1, colour=Colour.RED, words="")


def test_no_other_employee_sees_it_and_a_closed_one_takes_no_more(town, begun):
    token = join(begun)
    with as_(town.bo):
        assert kept.studies(town.bo) == []
        with pytest.raises(NotFound):
            kept.gathered(town.bo, begun.id)
        with pytest.raises(NotFound):
            studies.close(actor=town.bo, workshop_id=begun.id)
        with connection.cursor() as cursor:
            for table in ("study", "workshop", "group", "mark"):
                cursor.execute(f"select count(*) from learning_{table}")
                assert cursor.fetchone() == (0,)
    with as_(town.karen):
        studies.close(actor=town.karen, workshop_id=begun.id)
        with pytest.raises(NotNow):
            studies.close(actor=town.karen, workshop_id=begun.id)
    with acting(None):
        assert there.board(token).is_closed
        with pytest.raises(NotNow):
            boards.put_mark(token=token, line=1, colour=Colour.RED, words="")
        assert boards.join(code=begun.code, name="Sent", source="s") is None


def test_a_year_later_it_is_forgotten_with_its_marks(town, begun):
    token = join(begun)
    with acting(None):
        boards.put_mark(token=token, line=1, colour=Colour.RED, words="")
    with as_(None):
        assert studies.forget() == 0
    with clock.at(now() + timedelta(days=KEPT_DAYS + 1)), as_(None):
        assert studies.forget() == 1
    with acting(None):
        assert there.board(token) is None


def test_a_course_becomes_lines_without_a_name_a_key_or_a_day_of_its_own(town):
    lived = with_team(town, town.bo)
    accepted(town, lived, town.bo)
    not_kept(town, lived, town.bo, text="Kører med til banken")
    with as_(town.karen):
        seen = see_story(town.karen, lived.id)
    lines = lines_of(seen.story, timedelta(weeks=30))
    assert {town.bo.name, town.karen.name} <= names_in(seen.story)
    assert "Bo" not in str(lines)
    assert str(lived.id) not in str(lines)
    again = story_from(lines)
    assert {one.end for one in again.threads} == {End.OPEN, End.BROKEN}
    assert again.threads[0].since == seen.story.threads[0].since - timedelta(weeks=30)
    assert all(one.kind is Kind.PROMISE for one in again.threads)


def test_a_copy_of_a_course_needs_her_yes_and_who_leads_her_meetings(town):
    lived = with_team(town, town.bo)
    given = {"course_id": lived.id, "title": "En ung", "lines": [LINE], "is_read": True}
    with as_(town.karen):
        with pytest.raises(Wrong):
            studies.copy_course(actor=town.karen, said_yes=False, **given)
        assert studies.copy_course(actor=town.karen, said_yes=True, **given)
    with as_(town.bo), pytest.raises((NotAllowed, NotFound)):
        studies.copy_course(actor=town.bo, said_yes=True, **given)
    with as_(town.bo), pytest.raises(NotFound):
        studies.begin(actor=town.bo, study_id=uuid4(), kind=Held.WORKSHOP)
