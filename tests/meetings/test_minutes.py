"""Minutes: hers first (product C6)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from landfast.access.models import Event
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import MinutesState, Stage, TurnKind
from landfast.meetings.rules.minutes import Line, check_publish, compose, free_from
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.turns import Said
from tests.factories.meetings import at, held_meeting, running_meeting, talk_through
from tests.factories.town import as_
from tests.refusing import refused

FRIDAY = date(2026, 11, 20)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def drafted(met):
    with as_(met.karen):
        return actions.make_minutes(actor=met.karen, meeting_id=met.id)


def shown(met):
    minutes = drafted(met)
    with as_(met.karen):
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
    return minutes


def published(met, *names):
    minutes = shown(met)
    with as_(met.lived.citizen):
        actions.see_minutes(actor=met.lived.citizen, minutes_id=minutes, note="Jeg sagde tre timer")
    with as_(met.karen):
        actions.publish_minutes(
            actor=met.karen, minutes_id=minutes, recipients=[met.guests[name] for name in names]
        )
    return minutes


def test_the_log_becomes_minutes_with_the_citizens_words_apart():
    theme = uuid4()
    lines = [
        Line(theme, TurnKind.INPUT, "Jeg sover ikke"),
        Line(theme, TurnKind.INPUT, "Vi kan prøve om aftenen", "Bo"),
        Line(theme, TurnKind.CORRECTION, "Nej, om natten"),
        Line(theme, TurnKind.PASS, "", "Anna"),
        Line(theme, TurnKind.SOLUTION, "Bo ringer kl. 22"),
        Line(theme, TurnKind.PARKED, "Boligen"),
    ]
    (text,) = compose([(theme, "Søvn")], lines)
    assert text.citizen == "Jeg sover ikke\nEfter Bo: Nej, om natten"
    assert text.said == "Bo: Vi kan prøve om aftenen"
    assert (text.solution, text.parked) == ("Bo ringer kl. 22", "Boligen")


def test_two_business_days_are_hers():
    assert free_from(FRIDAY) == TUESDAY
    with pytest.raises(NotNow, match="to hverdage"):
        check_publish(MinutesState.SHOWN, FRIDAY, MONDAY, "ringet", 1)
    with pytest.raises(Wrong, match="tilbudt"):
        check_publish(MinutesState.SHOWN, FRIDAY, TUESDAY, " ", 1)
    check_publish(MinutesState.SHOWN, FRIDAY, TUESDAY, "Ringet to gange", 1)


def test_never_out_before_it_was_shown():
    with pytest.raises(NotNow, match="Vis referatet"):
        check_publish(MinutesState.DRAFT, None, TUESDAY, "x", 1)


def test_only_she_and_the_leader_read_it_before_it_is_out(town):
    met = held_meeting(town)
    shown(met)
    for actor, count in ((met.lived.citizen, 1), (met.karen, 1), (met.bo, 0), (town.dorte, 0)):
        with as_(actor):
            assert len(queries.minutes_of(met.id)) == count, actor.name


def test_her_note_stands_in_the_minutes_and_the_notes_of_turns_are_gone(town):
    met = held_meeting(town)
    published(met, "bo")
    with as_(met.lived.citizen):
        minutes = queries.newest(met.id)
        assert minutes.citizen_note == "Jeg sagde tre timer"
        assert models.Turn.objects.count() == 0


def test_all_she_said_stands_in_the_minutes_of_a_long_meeting(town):
    met = running_meeting(town)
    words = [f"{number} {'ord ' * 800}slut" for number in range(4)]
    with as_(met.karen):
        theme = queries.room(met.id, met.course_id).next.theme
        for text in words:
            said = Said(theme, TurnKind.INPUT, None)
            actions.write_in(actor=met.karen, meeting_id=met.id, said=said, text=text)
    talk_through(met)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        onward = Onward(now() + timedelta(days=42), False, "")
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)
    minutes = shown(met)
    with as_(met.karen):
        said = queries.newest(met.id).citizen_said
        assert [one for one in words if one not in said] == []
        actions.edit_minutes(
            actor=met.karen, minutes_id=minutes, citizen_said=said + "\nOg mere", themes={}
        )
        assert queries.newest(met.id).citizen_said.endswith("Og mere")


def test_what_she_wrote_herself_is_not_written_over_from_an_older_page(town):
    met = held_meeting(town)
    minutes = shown(met)
    with as_(met.lived.citizen):
        actions.see_minutes(actor=met.lived.citizen, minutes_id=minutes, note="Hver lørdag")
    for note in ("", "Hun var tilfreds"):
        with as_(met.karen), pytest.raises(NotNow, match="selv set referatet"):
            actions.note_seen_beside(actor=met.karen, minutes_id=minutes, note=note)
    with as_(met.karen):
        row = queries.newest(met.id)
    assert (row.citizen_note, row.seen_beside) == ("Hver lørdag", False)


def test_what_stood_of_her_words_stays_when_they_read_it_together_again(town):
    met = held_meeting(town)
    minutes = shown(met)
    for note in ("Hver lørdag", "", "Og hver anden søndag"):
        with as_(met.karen):
            actions.note_seen_beside(actor=met.karen, minutes_id=minutes, note=note)
    with as_(met.karen):
        assert queries.newest(met.id).citizen_note == "Hver lørdag\nOg hver anden søndag"


def test_it_goes_to_those_confirmed_and_to_nobody_else(town):
    met = held_meeting(town)
    published(met, "bo", "sister")
    with as_(met.bo):
        assert queries.newest(met.id).state is MinutesState.PUBLISHED
    with as_(met.anna), pytest.raises(NotFound, match="ikke klar"):
        queries.newest(met.id)


def test_somebody_must_get_it(town):
    met = held_meeting(town)
    minutes = shown(met)
    with as_(met.karen):
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
        with pytest.raises(Wrong, match="mindst én"):
            actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=[uuid4()])


def test_without_her_look_only_after_two_business_days_and_with_a_word(town):
    with clock.at(at(2026, 11, 20)):
        met = held_meeting(town)
        minutes = shown(met)
    to = [met.guests["bo"]]
    with clock.at(at(2026, 11, 23)), as_(met.karen), pytest.raises(NotNow):
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=to, note="Ringet")
    with clock.at(at(2026, 11, 24)), as_(met.karen):
        actions.publish_minutes(
            actor=met.karen, minutes_id=minutes, recipients=to, note="Ringet to gange"
        )
        assert queries.newest(met.id).offered == "Ringet to gange"


def test_an_edit_after_she_saw_it_is_hers_to_see_again(town):
    met = held_meeting(town)
    minutes = shown(met)
    with as_(met.lived.citizen):
        actions.see_minutes(actor=met.lived.citizen, minutes_id=minutes)
    with as_(met.karen):
        theme = queries.newest(met.id).content["themes"][0]["theme"]
        actions.edit_minutes(
            actor=met.karen, minutes_id=minutes, citizen_said="Kort",
            themes={theme: {"said": "Bo: nyt"}},
        )  # fmt: skip
        row = queries.newest(met.id)
    assert row.state is MinutesState.SHOWN
    assert row.content["themes"][0]["said"] == "Bo: nyt"


def test_words_put_right_are_hers_for_two_business_days_from_then_on(town):
    with clock.at(at(2026, 11, 20)):
        met = held_meeting(town)
        minutes = shown(met)
    sent = {"recipients": [met.guests["bo"]], "note": "Ringet to gange"}
    with clock.at(at(2026, 11, 24)), as_(met.karen):
        said = queries.newest(met.id).citizen_said
        for words in (said, f"{said}\nOg noget nyt"):
            actions.edit_minutes(actor=met.karen, minutes_id=minutes, citizen_said=words, themes={})
        with refused("wait_for_her"):
            actions.publish_minutes(actor=met.karen, minutes_id=minutes, **sent)
    with clock.at(at(2026, 11, 26)), as_(met.karen):
        again = said.replace("\n", "\r\n") + "\r\nOg noget nyt"
        actions.edit_minutes(actor=met.karen, minutes_id=minutes, citizen_said=again, themes={})
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, **sent)
        assert queries.newest(met.id).state is MinutesState.PUBLISHED


def test_she_is_told_when_what_she_has_seen_is_put_right_and_not_when_it_is_saved_as_it_was(town):
    met = held_meeting(town)
    minutes = shown(met)
    with as_(met.lived.citizen):
        actions.see_minutes(actor=met.lived.citizen, minutes_id=minutes)
    told = Event.objects.filter(kind="minutes.shown", object_id=minutes)
    for words, state, times in (
        ("", MinutesState.SEEN, 1), ("\nOg mere", MinutesState.SHOWN, 2),
        ("\nOg endnu mere", MinutesState.SHOWN, 2),
    ):  # fmt: skip
        with as_(met.karen):
            said = queries.newest(met.id).citizen_said
            actions.edit_minutes(
                actor=met.karen, minutes_id=minutes, citizen_said=said + words, themes={}
            )
            assert (queries.newest(met.id).state, told.count()) == (state, times)


def test_a_correction_is_a_new_version_and_she_sees_it_first(town):
    met = held_meeting(town)
    minutes = published(met, "bo")
    with as_(met.karen):
        with pytest.raises(Wrong, match="hvorfor"):
            actions.correct_minutes(actor=met.karen, minutes_id=minutes, reason=" ")
        actions.correct_minutes(actor=met.karen, minutes_id=minutes, reason="Forkert dato")
        new, old = queries.minutes_of(met.id)
    assert (new.version, new.state, old.state) == (2, MinutesState.DRAFT, MinutesState.SUPERSEDED)
    assert new.citizen_note == "Jeg sagde tre timer", "her word goes along"
    with as_(met.bo), pytest.raises(NotFound):
        queries.newest(met.id)


def test_what_was_recalled_is_read_by_nobody_but_her_and_the_leader(town):
    met = held_meeting(town)
    minutes = published(met, "bo")
    with as_(met.karen):
        actions.recall_minutes(actor=met.karen, minutes_id=minutes, reason="Sendt til den forkerte")
    with as_(met.bo), pytest.raises(NotFound):
        queries.newest(met.id)
    with as_(met.lived.citizen):
        assert queries.newest(met.id).reason == "Sendt til den forkerte"
        [told] = Event.objects.filter(kind="minutes.recalled")
    assert told.facts["to"] == [str(met.bo.person_id)], "who has it in hand is told"


def test_two_who_publish_in_the_same_second(town):
    met = held_meeting(town)
    minutes = published(met, "bo")
    with as_(met.karen), pytest.raises(NotNow, match="allerede"):
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=[met.guests["bo"]])


def test_only_she_answers_as_herself(town):
    met = held_meeting(town)
    minutes = shown(met)
    with as_(met.karen), pytest.raises(NotAllowed):
        actions.see_minutes(actor=met.karen, minutes_id=minutes)


def test_one_current_version(town):
    met = held_meeting(town)
    drafted(met)
    with as_(met.karen), pytest.raises(NotNow, match="allerede"):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)


def test_a_draft_is_its_writers_in_the_database_too(town):
    """Everything about her is what the database shows her: a draft is not among it."""
    met = held_meeting(town)
    minutes = drafted(met)
    for actor, count in ((met.lived.citizen, 0), (met.karen, 1)):
        with as_(actor):
            assert len(queries.minutes_of(met.id)) == count, actor.name
    with as_(met.karen):
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
    with as_(met.lived.citizen):
        assert len(queries.minutes_of(met.id)) == 1
