"""What is done in the room from two screens: done once, never lost, never silently merged (C5)."""

from dataclasses import replace
from uuid import uuid4

import pytest

from landfast.journeys import hold_meeting
from landfast.journeys.act_in_room import HOW, settle, take
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.queries import acting
from landfast.meetings.rules import Answers, Stage, TurnKind
from landfast.meetings.rules.acts import Act
from landfast.meetings.rules.merging import ActKind, Choice, Clash
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.turns import Expected
from landfast.plan import queries as plan
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementState
from tests.factories.meetings import held_meeting, running_meeting, say
from tests.factories.plan import accepted
from tests.factories.town import as_


def room_of(met):
    with as_(met.karen):
        return queries.room(met.id, met.course_id)


def saying(met, text, **more):
    """A note as Karen's screen would send it now."""
    room = room_of(met)
    theme = room.next.theme or room.meeting.themes[0].id
    return replace(Act(uuid4(), ActKind.SAY, str(room.seq - 1), theme=theme, text=text), **more)


def does(met, act, actor=None):
    actor = actor or met.karen
    with as_(actor):
        return take(actor=actor, meeting_id=met.id, act=act)


def waits(met):
    with as_(met.karen):
        return acting.held_acts(met.id)


def chooses(met, choice, actor=None):
    actor, held = actor or met.karen, waits(met)[0]
    with as_(actor):
        return settle(actor=actor, course_id=met.course_id, act_id=held.id, choice=choice)


def notes(met):
    return [entry.line.text for entry in room_of(met).log]


def test_an_act_that_is_sent_twice_is_done_once(town):
    met = running_meeting(town)
    act = saying(met, "Jeg sover ikke")
    assert does(met, act) == does(met, act)
    assert notes(met) == ["Jeg sover ikke"]
    with as_(met.karen):
        assert models.RoomAct.objects.get(id=act.id).words == {}


def test_a_note_finds_out_by_itself_what_it_is(town):
    met = running_meeting(town)
    bo, anna = met.guests["bo"], met.guests["anna"]
    for text, seat in (
        ("Jeg vil sove", None),
        ("Te", bo),
        ("Ikke te", None),
        ("", anna),
    ):
        does(met, saying(met, text, seat=seat))
    assert [entry.line.kind for entry in room_of(met).log] == [
        TurnKind.INPUT, TurnKind.INPUT, TurnKind.CITIZEN_RESPONSE, TurnKind.PASS,
    ]  # fmt: skip


def test_the_turn_was_given_away_meanwhile_and_both_are_shown(town):
    met = running_meeting(town)
    does(met, saying(met, "Jeg vil sove"))
    late = saying(met, "Bo: jeg ringer", seat=met.guests["bo"])
    does(met, saying(met, "", how="given", seat=met.guests["anna"]))
    assert room_of(met).next.seat == met.guests["anna"]
    assert does(met, late).clash == Clash.TURN
    assert "Bo: jeg ringer" not in notes(met)
    (held,) = waits(met)
    assert (held.act.text, [line.kind for line in held.meanwhile]) == ("Bo: jeg ringer", ["given"])
    chooses(met, "late")
    assert "Bo: jeg ringer" in notes(met)
    assert waits(met) == []


def test_the_same_note_changed_on_both_is_kept_as_the_leader_chooses(town):
    for choice, text in (("stands", "A"), ("late", "B"), ("both", "A\nB")):
        met = running_meeting(town)
        say(met, TurnKind.INPUT, "Ord")
        (entry,) = room_of(met).log
        one, other = (
            Act(uuid4(), ActKind.NOTE, str(entry.version), about=entry.id, text=words)
            for words in ("A", "B")
        )
        assert does(met, one).now_saw == "2"
        assert does(met, other).clash == Clash.NOTE
        assert (notes(met), waits(met)[0].note) == (["A"], "A")
        chooses(met, choice)
        assert notes(met) == [text]


def test_a_promise_that_was_withdrawn_meanwhile_is_asked_for_anew_and_nobody_says_yes_for_bo(town):
    met = running_meeting(town)
    with as_(met.karen):
        first = hold_meeting.propose(
            actor=met.karen, meeting_id=met.id, maker=met.bo.person_id,
            terms=Terms("Ringer hver aften", practical_problem="Søvn", due_on=today(),
                        follow_up_by=met.karen.person_id, follow_up_on=today()),
        )  # fmt: skip
    yes, back = (
        Act(uuid4(), kind, "1", about=first) for kind in (ActKind.ACCEPT, ActKind.WITHDRAW)
    )
    assert does(met, back).clash == ""
    assert does(met, yes, met.bo).clash == Clash.PROMISE
    chooses(met, "late")
    with as_(met.karen):
        old, new = (plan.agreement(one, met.course_id) for one in queries.agreement_ids(met.id))
    assert (old.state, new.state) == (AgreementState.LAPSED, AgreementState.PROPOSED)
    assert (new.text, new.maker.id) == ("Ringer hver aften", met.bo.person_id)


def test_bos_yes_counts_when_the_proposal_still_stands(town):
    met = running_meeting(town)
    with as_(met.karen):
        first = hold_meeting.propose(
            actor=met.karen, meeting_id=met.id, maker=met.bo.person_id,
            terms=Terms("Ringer", practical_problem="Søvn", due_on=today(),
                        follow_up_by=met.karen.person_id, follow_up_on=today()),
        )  # fmt: skip
    act = Act(uuid4(), ActKind.ACCEPT, "1", about=first)
    with pytest.raises(NotAllowed):
        does(met, act)
    does(met, act, met.bo)
    with as_(met.karen):
        assert plan.agreement(first, met.course_id).state is AgreementState.ACCEPTED


def test_the_citizens_raised_hand_gives_her_the_word_after_the_one_who_speaks(town):
    met = running_meeting(town)
    her = met.lived.citizen
    does(met, Act(uuid4(), ActKind.ANSWERS, how="by_hand"), her)
    does(met, saying(met, "Jeg vil sove"))
    does(met, saying(met, "Te", seat=met.guests["bo"]))
    assert room_of(met).next.expected is Expected.SPEAKER
    does(met, Act(uuid4(), ActKind.HAND, how="up"), her)
    assert room_of(met).next.seat == met.guests["anna"], "who has the word ends first"
    does(met, saying(met, "Ro", seat=met.guests["anna"]))
    assert room_of(met).next.expected is Expected.CITIZEN_ANSWERS
    does(met, saying(met, "Ikke te"))
    assert room_of(met).meeting.hand_up is False
    assert room_of(met).meeting.answers is Answers.BY_HAND


def test_a_hand_raised_about_a_theme_that_is_left_is_told_and_not_raised(town):
    met = running_meeting(town)
    left = room_of(met).next.theme
    does(met, Act(uuid4(), ActKind.THEME, theme=left, how="parked"))
    with pytest.raises(NotNow, match="hand_too_late"):
        does(met, Act(uuid4(), ActKind.HAND, theme=left, how="up"), met.lived.citizen)
    assert room_of(met).meeting.hand_up is False


@pytest.mark.parametrize("how", ["given", "closed"])
def test_words_beside_a_press_that_takes_none_are_kept_as_theirs_who_said_them(town, how):
    met = running_meeting(town)
    does(met, saying(met, "Jeg vil sove"))
    act = replace(saying(met, "Te", seat=met.guests["bo"]), how=how)
    assert does(met, act).clash == Clash.RULE
    with as_(met.karen):
        settle(actor=met.karen, course_id=met.course_id, act_id=act.id, choice="late")
    assert [entry.line.speaker for entry in room_of(met).log if entry.line.text == "Te"] == [
        "Bo Bostøtte"
    ]


def test_a_theme_is_parked_and_taken_up_again_and_the_label_is_said_aloud(town):
    met = running_meeting(town)
    first, second = (theme.id for theme in room_of(met).meeting.themes)
    does(met, Act(uuid4(), ActKind.THEME, "", theme=first, how="parked"))
    does(met, Act(uuid4(), ActKind.DECIDES, "", theme=second, how="leader"))
    room = room_of(met)
    assert room.next.theme == second
    assert [(one.ended, one.decides) for one in room.meeting.themes] == [
        ("parked", ""), ("", "leader")
    ]  # fmt: skip
    assert does(met, Act(uuid4(), ActKind.DECIDES, "", theme=second, how="here")).clash == "choice"
    does(met, Act(uuid4(), ActKind.THEME, "parked", theme=first, how=""))
    assert room_of(met).next.theme == first


def test_no_theme_passes_in_silence_at_the_closing(town):
    met = running_meeting(town)
    onward = Onward(None, True, "Vi ringes ved")
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
    with as_(met.karen), pytest.raises(NotNow, match="ingen har sagt noget"):
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)
    for theme, ended in zip(room_of(met).meeting.themes, ("parked", "spoken"), strict=True):
        does(met, Act(uuid4(), ActKind.THEME, "", theme=theme.id, how=ended))
    with as_(met.karen):
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)


def test_words_that_come_after_the_end_are_kept_for_the_leader_to_see(town):
    met = held_meeting(town)
    assert does(met, saying(met, "Det sidste ord")).clash == Clash.OVER
    with pytest.raises(Wrong):
        chooses(met, "late")
    assert chooses(met, "stands") is Choice.STANDS
    with pytest.raises(IndexError):
        chooses(met, "stands")


def test_a_refusal_without_words_is_told_at_once_and_one_with_words_loses_none(town):
    met = running_meeting(town)
    with pytest.raises(NotNow):
        does(met, saying(met, "", how="no_answer"))
    assert waits(met) == []
    assert does(met, saying(met, "Først mig", how="input", seat=met.guests["bo"])).clash == "rule"
    assert [held.act.text for held in waits(met)] == ["Først mig"]


def test_what_waits_is_its_writers_the_citizens_and_the_leaders(town):
    met = running_meeting(town)
    does(met, saying(met, "Jeg vil sove"))
    late = saying(met, "Kun for bordet", seat=met.guests["bo"])
    say(met, TurnKind.PASS, seat=met.guests["bo"])
    does(met, late)
    for actor, many in ((met.karen, 1), (met.lived.citizen, 1), (met.bo, 0), (town.dorte, 0)):
        with as_(actor):
            assert models.RoomAct.objects.filter(id=late.id).count() == many, actor.name
    with pytest.raises(NotAllowed):
        chooses(met, "late", met.lived.citizen)


def test_who_is_not_of_the_course_does_nothing_and_hears_of_no_change(town):
    met = running_meeting(town)
    with as_(town.dorte), pytest.raises(NotFound):
        take(actor=town.dorte, meeting_id=met.id, act=Act(uuid4(), ActKind.HAND, how="up"))
    with as_(town.dorte), pytest.raises(NotFound):
        acting.room_mark(met.id)


def test_the_mark_changes_when_the_room_does(town):
    met = running_meeting(town)
    with as_(met.lived.citizen):
        before = acting.room_mark(met.id)
        assert acting.room_mark(met.id) == before
    does(met, Act(uuid4(), ActKind.HAND, how="up"), met.lived.citizen)
    with as_(met.bo):
        assert acting.room_mark(met.id) != before


def test_what_is_done_and_settled_goes_with_the_notes(town):
    met = held_meeting(town)
    does(met, saying(met, "For sent"))
    her = met.lived.citizen
    with as_(met.karen):
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
    with as_(her):
        actions.see_minutes(actor=her, minutes_id=minutes)
    with as_(met.karen):
        seats = list(met.guests.values())
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=seats)
        assert [row.clash for row in models.RoomAct.objects.all()] == ["over"]
    chooses(met, "stands")
    with as_(met.karen):
        assert models.RoomAct.objects.get().words == {}


def telling(met, promise, how, text="", saw=None):
    with as_(met.karen):
        version = plan.agreement(promise, met.course_id).version
    return Act(
        uuid4(), ActKind.TELL, str(version if saw is None else saw), about=promise, how=how,
        text=text,
    )  # fmt: skip


def mark(met):
    with as_(met.karen):
        return acting.room_mark(met.id)


def state_of(met, promise):
    with as_(met.karen):
        return plan.agreement(promise, met.course_id).state


def test_how_a_promise_went_is_told_from_a_phone_without_a_net(town):
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, met.bo)
    before = mark(met)
    act = telling(met, promise, "not_kept", "Bilen gik i stykker")
    for _ in range(2):  # twice is once
        assert does(met, act).clash == ""
    assert state_of(met, promise) is AgreementState.BROKEN
    assert mark(met) != before, "the other screens look anew"
    # another phone that says just that agrees, and nothing waits
    assert does(met, telling(met, promise, "not_kept", saw=0)).clash == ""
    # what another phone says of it is kept beside it: the maker alone takes a word back
    late = does(met, telling(met, promise, "kept", "Han nåede det", saw=act.saw))
    assert late.clash == Clash.TOLD
    assert state_of(met, promise) is AgreementState.BROKEN
    assert [one.act.text for one in waits(met)] == ["Han nåede det"]
    with pytest.raises(Wrong):
        chooses(met, "late")
    assert chooses(met, "stands") is Choice.STANDS


def test_a_promise_that_was_changed_meanwhile_is_told_about_when_the_leader_says_so(town):
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, met.bo)
    act = telling(met, promise, "kept", saw=0)
    assert does(met, act).clash == Clash.PROMISE
    assert chooses(met, "late") is Choice.LATE
    assert state_of(met, promise) is AgreementState.KEPT


def test_nobody_tells_for_who_is_not_there_nor_without_a_reason(town):
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, met.bo)
    with pytest.raises(Wrong):
        does(met, telling(met, promise, "not_kept"))
    with pytest.raises(Wrong, match="ikke hel"):
        does(met, telling(met, promise, "dance"))
    with pytest.raises(NotAllowed):
        does(met, telling(met, promise, "kept"), met.anna)
    with as_(met.karen):
        actions.note_present(actor=met.karen, meeting_id=met.id, present={met.guests["anna"]})
    with pytest.raises(NotAllowed):
        does(met, telling(met, promise, "kept"))


@pytest.mark.parametrize(
    ("kind", "how"),
    [(kind, "x") for kind in ActKind if kind in HOW]
    + [(ActKind.TELL, ""), (ActKind.STAGE, ""), (ActKind.ANSWERS, "")],
)
def test_a_choice_that_there_is_not_is_told_at_once_and_waits_for_nobody(town, kind, how):
    met = running_meeting(town)
    theme = room_of(met).meeting.themes[0].id
    promise = accepted(town, met.lived, met.bo) if kind is ActKind.TELL else None
    with pytest.raises(Wrong, match="ikke hel"):
        does(met, Act(uuid4(), kind, "99", theme=theme, about=promise, how=how, text="Ord"))
    assert waits(met) == []
