"""Right after a meeting: what is asked on Monday, and the date that was agreed."""

from django.urls import reverse

from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.meetings.rules import Attends, Stage
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.words import ThemeEnd
from landfast.web.meetings.present import attends
from landfast.web.spoken import day
from tests.factories.meetings import held_meeting, prepared_meeting, running_meeting
from tests.factories.town import as_


def text(response):
    return " ".join(response.content.decode().split())


def test_a_draft_asks_to_be_shown_and_not_to_be_written(town, signed_in):
    met = held_meeting(town)
    karen = signed_in(met.karen)
    assert "Skriv referatet" in text(karen.get(reverse("monday")))
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    seen = text(karen.get(reverse("monday")))
    assert "Referatet er et udkast" in seen
    assert "Skriv referatet" not in seen


def test_the_agreed_date_stands_until_the_next_meeting_is_prepared(town, signed_in):
    met = held_meeting(town)
    karen, page = signed_in(met.karen), reverse("meetings", args=[met.course_id])
    assert "Næste møde er aftalt" in text(karen.get(page))
    karen.post(page, {"format_code": "M-01"})
    assert "Næste møde er aftalt" not in text(karen.get(page))


def test_who_can_read_stands_once_where_a_meeting_is_prepared(town, signed_in):
    met = prepared_meeting(town)
    seen = text(signed_in(met.karen).get(reverse("prepare_meeting", args=[met.course_id, met.id])))
    assert seen.count('lf-readers"') == 1
    assert "Det, der skrives her, kan læses af" in seen


def test_the_minutes_tell_kept_from_talked_about_without_notes(town, signed_in):
    met = running_meeting(town, Stage.CLOSING)
    kept, spoken = ThemeEnd.PARKED, ThemeEnd.SPOKEN
    with as_(met.karen):
        for theme, ended in zip(queries.meeting(met.id).themes, (kept, spoken), strict=True):
            actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=ended)
        onward = Onward(None, True, "Vi ringes")
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    seen = text(signed_in(met.karen).get(reverse("minutes", args=[met.course_id, met.id])))
    assert seen.count("Gemt til næste møde.") == 1
    assert seen.count("I talte om det. Der er ikke skrevet noget.") == 1
    assert "Der er ikke skrevet noget om det" not in seen


def test_who_cannot_come_cannot_on_the_day_of_the_meeting(town, signed_in):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.NOT_TODAY
        )
        starts_at = queries.meeting(met.id).starts_at
    page = reverse("prepare_meeting", args=[met.course_id, met.id])
    seen = text(signed_in(met.karen).get(page))
    assert f"kan ikke {day(starts_at)}." in seen
    assert "kan ikke i dag" not in seen
    assert attends(Attends.NOT_TODAY, now()) == "kan ikke i dag"
