"""A guest who was named writes the draft, or her reflection; nothing else of the course (F2)."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.looks.looking import Part, open_part
from landfast.access.queries import events
from landfast.access.roles import CourseRole
from landfast.journeys import hold_meeting
from landfast.journeys.visit_meeting import visit
from landfast.journeys.write_after import my_writing
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.meetings import actions, models, queries
from landfast.meetings.actions import guest_draft
from landfast.meetings.actions.guest_draft import make_draft_as_guest
from landfast.meetings.rules import MinutesState, ThemeEnd
from landfast.plan.actions import report_agreement
from landfast.plan.rules.answering import Report
from tests.factories.meetings import held_meeting, running_meeting, talk_through
from tests.factories.parts import visits
from tests.factories.plan import accepted
from tests.factories.town import as_

HEARD = "Jeg hørte, at nætterne er de værste"


def met_with(town, part):
    """A meeting that was held, with Solveig from outside the team in a part; a draft is there."""
    met = held_meeting(town)
    with as_(met.karen):
        models.Participant.objects.create(
            course_id=met.course_id, meeting_id=met.id, person_id=town.solveig.person_id,
            is_guest=True, was_there=True, part=part, role="case_worker", position=9,
        )  # fmt: skip
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    visits(met, town.solveig)
    return met


@pytest.fixture
def taken(town):
    return met_with(town, "minute_taker")


@pytest.fixture
def reflected(town):
    return met_with(town, "reflector")


def goes_out(met):
    """Karen and Jytte have looked at it together, and it is sent to Anna."""
    with as_(met.karen):
        row = queries.newest(met.id)
        if row.state is MinutesState.DRAFT:
            actions.show_minutes(actor=met.karen, minutes_id=row.id)
        actions.note_seen_beside(actor=met.karen, minutes_id=row.id)
        actions.publish_minutes(
            actor=met.karen, minutes_id=row.id, recipients=[met.guests["anna"]]
        )  # fmt: skip


def writing(met, who):
    with as_(who):
        return visit(who, met.course_id, met.id).writing


def changed(who, met, sql):
    """How many rows the database lets her change; it is taken back."""
    with as_(who), transaction.atomic(), connection.cursor() as cursor:
        open_part(who, Part(met.course_id, CourseRole.GUEST, met.id), "Mødet (gæst)")
        try:
            with transaction.atomic():
                cursor.execute(sql)
                done = cursor.rowcount
        except DatabaseError:
            done = 0
        transaction.set_rollback(True)
    return done


def test_the_guest_who_takes_minutes_puts_the_draft_right_and_shows_her(taken, town):
    draft = writing(taken, town.solveig).draft
    with as_(town.solveig):
        assert [(row.what, row.is_guest) for row in my_writing(town.solveig)] == [("writes", True)]
        actions.edit_minutes(
            actor=town.solveig, minutes_id=draft.id, citizen_said="Jeg vil sove", themes={}
        )
        actions.show_minutes(actor=town.solveig, minutes_id=draft.id)
        assert my_writing(town.solveig) == []
    with as_(taken.lived.citizen):
        assert queries.newest(taken.id).citizen_said == "Jeg vil sove"


@contextmanager
def nobody_ends(town, alone=""):
    """Everybody went home, and nobody ended it; Solveig was asked in to take the minutes."""
    met = running_meeting(town)
    talk_through(met)
    promise = accepted(town, met.lived, met.bo, text="Ringer hver aften")
    with as_(met.karen):
        hold_meeting.tell(
            actor=met.karen, meeting_id=met.id, agreement_id=promise, report=Report.NOT_KEPT,
            because="Nummeret var skiftet",
        )  # fmt: skip
        models.Participant.objects.create(
            course_id=met.course_id, meeting_id=met.id, person_id=town.solveig.person_id,
            is_guest=True, was_there=True, part="minute_taker", role="case_worker", position=9,
        )  # fmt: skip
        last = queries.meeting(met.id).themes[-1].id
        actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=last, ended=ThemeEnd.PARKED)
    if alone:  # Bo writes it on his own phone, and says nothing
        other = accepted(town, met.lived, met.bo, text=alone)
        with as_(met.bo):
            report_agreement(actor=met.bo, agreement_id=other, report=Report.KEPT)
    with clock.at(now() + timedelta(days=1, hours=5)):
        with as_(None):
            assert actions.close_left_open() == 1
        visits(met, town.solveig)
        yield met


@pytest.fixture
def left_open(town):
    with nobody_ends(town) as met:
        yield met


def test_the_guest_makes_the_draft_that_who_leads_would_have_made(left_open, town):
    with as_(left_open.karen), transaction.atomic():
        hold_meeting.write_minutes(actor=left_open.karen, meeting_id=left_open.id)
        wanted = queries.newest(left_open.id)
        transaction.set_rollback(True)
    seen = writing(left_open, town.solveig)
    assert (seen.may_make, seen.waits_for_draft, seen.draft) == (True, False, None)
    asked = {"course_id": left_open.course_id, "meeting_id": left_open.id}
    with as_(town.solveig):
        assert [row.what for row in my_writing(town.solveig)] == ["writes"]
        make_draft_as_guest(actor=town.solveig, **asked)
        with pytest.raises(NotNow):
            make_draft_as_guest(actor=town.solveig, **asked)
        assert not models.Turn.objects.exists()
    draft = writing(left_open, town.solveig).draft
    assert (draft.citizen_said, draft.content) == (wanted.citizen_said, wanted.content)
    assert [theme["ended"] for theme in draft.content["themes"]] == ["", "parked"]
    [told] = draft.content["since_last"]
    assert (told["who"], told["what"]) == ("Bo Bostøtte", "Ringer hver aften")
    assert (told["state"], told["because"]) == ("broken", "Nummeret var skiftet")
    with as_(town.solveig):
        actions.show_minutes(actor=town.solveig, minutes_id=draft.id)
    with as_(left_open.lived.citizen):
        assert queries.newest(left_open.id).id == draft.id


def test_what_somebody_wrote_for_themselves_is_not_in_the_guests_draft(town):
    with nobody_ends(town, alone="Følger med i banken") as met:
        asked = {"course_id": met.course_id, "meeting_id": met.id}
        with as_(town.solveig):
            make_draft_as_guest(actor=town.solveig, **asked)
        told = writing(met, town.solveig).draft.content["since_last"]
        assert [one["what"] for one in told] == ["Ringer hver aften"]


def test_a_draft_that_was_made_meanwhile_is_not_made_again(left_open, town, monkeypatch):
    asked = {"course_id": left_open.course_id, "meeting_id": left_open.id}
    with as_(town.solveig):
        log = guest_draft.log_for_guest(left_open.id)
    monkeypatch.setattr(guest_draft, "log_for_guest", lambda _meeting: log)
    with as_(left_open.karen):
        actions.make_minutes(actor=left_open.karen, meeting_id=left_open.id)
        before = len(events(left_open.course_id, ["minutes.made"]))
    with as_(town.solveig), pytest.raises(NotNow, match="already_made"):
        make_draft_as_guest(actor=town.solveig, **asked)
    with as_(left_open.karen):
        assert len(events(left_open.course_id, ["minutes.made"])) == before == 1


def test_nobody_else_makes_it_and_none_of_a_meeting_that_was_ended(left_open, town):
    for who in (town.anna, town.mads, town.bo):
        with as_(who), connection.cursor() as cursor:
            cursor.execute("select meetings_log_for_guest(%s)", [left_open.id])
            assert cursor.fetchone() == (None,)
            cursor.execute("select meetings_guest_makes_draft(%s, '', '{}')", [left_open.id])
            assert cursor.fetchone() == (None,)


def test_it_ends_when_the_minutes_are_out_though_she_did_not_get_them(taken, town):
    draft = writing(taken, town.solveig).draft
    goes_out(taken)
    seen = writing(taken, town.solveig)
    assert (seen.draft, seen.waits_for_draft) == (None, False)
    with as_(town.solveig), pytest.raises(NotFound):
        actions.edit_minutes(
            actor=town.solveig, minutes_id=draft.id, citizen_said="Andet", themes={}
        )
    with as_(taken.karen):
        actions.correct_minutes(actor=taken.karen, minutes_id=draft.id, reason="Forkert dag")
    seen = writing(taken, town.solveig)
    assert (seen.draft, seen.waits_for_draft) == (None, False)


def test_she_makes_no_draft_sends_nothing_out_and_sees_no_notes(taken, town):
    draft = writing(taken, town.solveig).draft
    with as_(town.solveig):
        for act, more in (
            (actions.make_minutes, {"meeting_id": taken.id}),
            (actions.publish_minutes, {"minutes_id": draft.id, "recipients": []}),
            (actions.note_seen_beside, {"minutes_id": draft.id}),
        ):
            with pytest.raises(NotAllowed):
                act(actor=town.solveig, **more)
        assert not models.Turn.objects.exists()
        assert not models.Reflection.objects.exists()
        assert models.Participant.objects.count() == 1


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("update meetings_minutes set citizen_said = 'x'", 1),
        ("update meetings_minutes set citizen_note = 'x'", 0),
        ("update meetings_minutes set state = 'seen', seen_at = now()", 0),
        ("update meetings_minutes set state = 'published', recipients = '[]'", 0),
        ("update meetings_participant set written_word = 'x'", 1),
        ("update meetings_participant set part = 'reflector'", 0),
        ("update meetings_meeting set closing_words = 'x'", 0),
        ("update meetings_theme set words = 'x'", 0),
        ("delete from meetings_turn", 0),
    ],
)
def test_the_database_lets_her_change_the_words_of_the_draft_alone(taken, town, sql, rows):
    assert changed(town.solveig, taken, sql) == rows


def test_a_guest_without_a_part_reads_no_draft(town):
    met = met_with(town, "")
    seen = writing(met, town.solveig)
    assert (seen.draft, seen.waits_for_draft, seen.may_reflect) == (None, False, False)
    assert changed(town.solveig, met, "update meetings_minutes set citizen_said = 'x'") == 0
    assert changed(town.solveig, met, "update meetings_participant set part = 'minute_taker'") == 0


def test_the_guest_who_reflected_writes_her_own_words_until_the_minutes_are_out(reflected, town):
    with as_(town.solveig):
        assert [row.what for row in my_writing(town.solveig)] == ["reflects"]
        actions.write_reflection(actor=town.solveig, meeting_id=reflected.id, text="Først")
        actions.write_reflection(actor=town.solveig, meeting_id=reflected.id, text=HEARD)
        assert my_writing(town.solveig) == []
    assert writing(reflected, town.solveig).reflection == HEARD
    assert writing(reflected, town.solveig).draft is None
    with as_(reflected.karen):
        assert [row["text"] for row in queries.reflections(reflected.id)] == [HEARD]
    goes_out(reflected)
    assert not writing(reflected, town.solveig).may_reflect
    with as_(town.solveig), pytest.raises(NotNow):
        actions.write_reflection(actor=town.solveig, meeting_id=reflected.id, text="Mere")
    sql = "update meetings_reflection set text = 'x'"
    assert changed(town.solveig, reflected, sql) == 0
