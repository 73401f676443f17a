"""Right after a meeting: what is asked on Monday, and the date that was agreed."""

from datetime import timedelta

from django.urls import reverse

from landfast.journeys import hold_meeting
from landfast.journeys.see_minutes import look_at_minutes
from landfast.kernel.clock import now, today
from landfast.meetings import actions, queries
from landfast.meetings.rules import Attends, MeetingState, Stage, TurnKind
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.turns import Expected
from landfast.meetings.rules.words import ThemeEnd
from landfast.paper import minutes
from landfast.paper.own_record import of_whole_minutes
from landfast.plan.actions import decline_agreement
from landfast.plan.rules.promise import Terms
from landfast.web.meetings.present import attends
from landfast.web.spoken import day
from tests.factories.meetings import (
    held_meeting,
    prepared_meeting,
    running_meeting,
    say,
    settle_themes,
)
from tests.factories.town import as_
from tests.paper.test_papers import words


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


def test_only_a_promise_with_a_yes_stands_as_agreed(town, signed_in):
    met = running_meeting(town)
    due = today() + timedelta(days=10)
    made = {}
    with as_(met.karen):
        for what, maker in (("Købe te", met.karen), ("Ringe kl. 20", met.bo), ("Køre", met.anna)):
            made[what] = hold_meeting.propose(
                actor=met.karen, meeting_id=met.id, maker=maker.person_id,
                terms=_terms(what, met, due),
            )  # fmt: skip
    with as_(met.anna):
        decline_agreement(actor=met.anna, agreement_id=made["Køre"], reason="Jeg har ingen bil")
    _ends(met)
    with as_(met.karen):
        page = look_at_minutes(met.karen, met.course_id, met.id)
        pdf = words(minutes.render(page, page.minutes, today()))
        mine = of_whole_minutes(page, page.minutes)
    seen = text(signed_in(met.karen).get(reverse("minutes", args=[met.course_id, met.id])))
    waits, no = "Forslag, der venter på et ja", "Forslag, der ikke fik et ja"
    for told in (seen, pdf, mine):
        order = ["Det, vi har aftalt", "Købe te", waits, "Ringe kl. 20", no, "Køre"]
        places = [told.index(one) for one in order]
        assert places == sorted(places)


def test_minutes_without_a_yes_do_not_say_agreed(town, signed_in):
    met = running_meeting(town)
    due = today() + timedelta(days=10)
    with as_(met.karen):
        hold_meeting.propose(
            actor=met.karen, meeting_id=met.id, maker=met.bo.person_id,
            terms=_terms("Ringe", met, due),
        )  # fmt: skip
    _ends(met)
    seen = text(signed_in(met.karen).get(reverse("minutes", args=[met.course_id, met.id])))
    assert "Forslag, der venter på et ja" in seen
    assert "Det, vi har aftalt" not in seen


def _terms(what, met, due):
    by = met.karen.person_id
    return Terms(what, practical_problem="Natten", due_on=due, follow_up_by=by, follow_up_on=due)


def _ends(met):
    """Closed, with a draft of the minutes."""
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
    settle_themes(met)
    with as_(met.karen):
        hold_meeting.end(actor=met.karen, meeting_id=met.id, onward=Onward(None, True, "Vi ringes"))


def test_where_she_alone_spoke_the_minutes_say_that_her_words_stand_first(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    _ends(met)
    with as_(met.karen):
        page = look_at_minutes(met.karen, met.course_id, met.id)
        pdf = words(minutes.render(page, page.minutes, today()))
    seen = text(signed_in(met.karen).get(reverse("minutes", args=[met.course_id, met.id])))
    for told in (seen, pdf):
        assert told.count("Det, der blev sagt om det, står først i referatet.") == 1
        assert told.count("Jeg sover ikke") >= 1
        assert told.count("I talte om det. Der er ikke skrevet noget.") == 1


def test_a_day_she_cannot_is_no_day_to_begin(town, signed_in):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.NOT_TODAY
        )
    karen, here = signed_in(met.karen), [met.course_id, met.id]
    seen = text(karen.get(reverse("hold_meeting", args=here)))
    assert "Find en ny dag sammen med Jytte" in seen
    assert reverse("attend_otherwise", args=here) in seen
    assert "Begynd mødet" not in seen.replace("Mødet begynder", "")
    told = text(karen.post(reverse("start_meeting", args=here), follow=True))
    assert "Borgeren kan ikke den dag." in told
    with as_(met.karen):
        assert queries.meeting(met.id).state is MeetingState.CALLED


def test_before_its_day_the_door_asks_first(town, signed_in):
    met = prepared_meeting(town, call=True)
    seen = text(signed_in(met.karen).get(reverse("hold_meeting", args=[met.course_id, met.id])))
    assert "Er alle her allerede i dag?" in seen
    assert "Begynd mødet før tid" in seen


def test_held_without_her_only_her_points_are_taken_and_no_turn_is_hers(town, signed_in):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        yes, kept = queries.meeting(met.id).themes
        met_on = queries.meeting(met.id).starts_at
        actions.agree_points(actor=met.lived.citizen, meeting_id=met.id, points=[yes.id])
    karen, here = signed_in(met.karen), [met.course_id, met.id]
    door = text(karen.get(reverse("hold_meeting", args=here)))
    assert door.index("Jytte siger ja til at tale om") < door.index(yes.words)
    assert door.index("Gemmes til næste møde") < door.index(kept.words)
    karen.post(reverse("start_meeting", args=here), {"present": [met.guests["bo"]]})
    with as_(met.karen):
        for stage in (Stage.FOLLOW_UP, Stage.THEMES):
            actions.move_to(actor=met.karen, meeting_id=met.id, stage=stage)
        room = queries.room(met.id, met.course_id)
    assert (room.next.expected, room.next.seat) == (Expected.SPEAKER, met.guests["bo"])
    assert room.table.themes == (yes.id,)
    assert "rakte hånden op" not in text(karen.get(reverse("hold_meeting", args=here)))
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        spoken = ThemeEnd.SPOKEN
        actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=yes.id, ended=spoken)
        hold_meeting.end(actor=met.karen, meeting_id=met.id, onward=Onward(None, True, "Vi ringes"))
    seen = text(karen.get(reverse("minutes", args=here)))
    assert "Jyttes ord til mødet" in seen
    assert "Det sagde Jytte" not in seen
    assert seen.index(kept.words) < seen.index("Gemt til næste møde.")
    karen.post(reverse("show_minutes", args=here))
    hers, kindly = signed_in(met.lived.citizen), "Mødet blev holdt uden dig."
    assert kindly in text(hers.get(reverse("my_minutes", args=here)))
    listed = text(hers.get(reverse("my_meetings")))
    assert kindly in listed
    assert day(met_on) not in listed
    assert day(met_on) not in text(karen.get(reverse("meetings", args=here[:1])))


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
