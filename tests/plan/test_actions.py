"""Proposing, answering and following up, through the real actions and the real database."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.queries import events
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.plan import actions, models, queries
from landfast.plan.actions import Report
from landfast.plan.rules.words import Act, AgreementKind, AgreementState, MandateState
from tests.factories.plan import (
    accepted,
    complete,
    in_days,
    join,
    not_kept,
    proposed,
    wished,
    with_team,
)
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def state_of(lived, agreement):
    with as_(lived.citizen):
        return queries.agreement(agreement, lived.id).state


def test_a_proposal_does_not_count_before_its_maker_accepts(town, lived):
    agreement = proposed(town, lived, town.bo)
    assert state_of(lived, agreement) is AgreementState.PROPOSED
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)
        row = queries.agreement(agreement, lived.id)
    assert row.state is AgreementState.ACCEPTED
    assert row.counts
    assert row.accepted_at
    assert row.maker.name == "Bo Bostøtte"


def test_nobody_accepts_for_another(town, lived):
    agreement = proposed(town, lived, town.bo)
    for other in (town.karen, town.anna):
        with as_(other), pytest.raises(NotAllowed):
            actions.accept_agreement(actor=other, agreement_id=agreement)
    with as_(lived.citizen), pytest.raises(NotAllowed):
        actions.accept_agreement(actor=lived.citizen, agreement_id=agreement)
    assert state_of(lived, agreement) is AgreementState.PROPOSED


def test_the_database_itself_takes_a_yes_from_the_maker_only(town, lived):
    agreement = proposed(town, lived, town.bo)
    with as_(town.karen), pytest.raises(DatabaseError, match="only the maker"):
        with transaction.atomic():
            models.Agreement.objects.filter(id=agreement).update(
                state="accepted", accepted_at="2026-01-01T12:00Z"
            )


def test_who_proposes_for_herself_has_promised(town, lived):
    with as_(town.bo):
        agreement = actions.propose_agreement(
            actor=town.bo, course_id=lived.id, terms=complete(town.karen), maker=town.bo.person_id
        )
    assert state_of(lived, agreement) is AgreementState.ACCEPTED


@pytest.mark.parametrize("missing", ["due_on", "follow_up_by", "follow_up_on"])
def test_a_yes_needs_a_date_and_a_follow_up(town, lived, missing):
    agreement = proposed(town, lived, town.bo, **{missing: None})
    with as_(town.bo), pytest.raises(Wrong) as refused:
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)
    assert refused.value.field == missing
    given = {
        "due_on": in_days(5),
        "follow_up_by": town.karen.person_id,
        "follow_up_on": in_days(40),
    }
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement, **given)
    assert state_of(lived, agreement) is AgreementState.ACCEPTED


@pytest.mark.parametrize(
    ("due", "code"), [(3, "due_before_start"), (4000, "far")], ids=["before its start", "too far"]
)
def test_a_day_that_the_yes_fills_in_is_asked_what_a_proposal_is_asked(town, lived, due, code):
    agreement = proposed(
        town, lived, town.bo, starts_on=in_days(7), due_on=None, follow_up_on=None
    )  # fmt: skip
    with as_(town.bo), pytest.raises(Wrong) as refused:
        actions.accept_agreement(
            actor=town.bo,
            agreement_id=agreement,
            due_on=in_days(due),
            follow_up_on=in_days(due + 1),
        )
    assert (refused.value.code, refused.value.field) == (code, "due_on")
    assert state_of(lived, agreement) is AgreementState.PROPOSED


def test_a_maker_outside_the_team_cannot_be_asked(town, lived):
    with as_(town.karen), pytest.raises(Wrong) as refused:
        proposed(town, lived, town.vibeke)
    assert refused.value.field == "maker"
    with as_(town.karen), pytest.raises(Wrong):
        proposed(town, lived, lived.citizen)


def test_without_a_mandate_the_words_say_that_it_is_asked_for(town, lived):
    agreement = proposed(
        town, lived, town.bo, text="Fem timers bostøtte", mandate=MandateState.APPLICATION,
        decided_by="Visitationen",
    )  # fmt: skip
    with as_(town.bo):
        assert queries.agreement(agreement, lived.id).text == "Søger om: Fem timers bostøtte"


def test_the_second_of_two_is_told_that_it_is_taken(town, lived):
    agreement = proposed(town, lived, None)
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)
    with as_(town.anna), pytest.raises(NotNow, match="allerede sagt ja"):
        actions.accept_agreement(actor=town.anna, agreement_id=agreement)


def test_a_makers_own_words_count_when_the_citizen_says_yes(town, lived):
    agreement = proposed(town, lived, town.bo)
    with as_(town.bo):
        other = complete(town.karen, text="Ringer til to boligforeninger", due_on=in_days(20))
        with pytest.raises(Wrong, match="før fristen"):
            actions.change_proposal(actor=town.bo, agreement_id=agreement, terms=other)
        other = replace(other, follow_up_on=in_days(20))
        actions.change_proposal(actor=town.bo, agreement_id=agreement, terms=other, note="Ferie")
    with as_(town.anna), pytest.raises(NotAllowed):
        actions.confirm_offer(actor=town.anna, agreement_id=agreement)
    with as_(town.bo), pytest.raises(NotAllowed):
        actions.confirm_offer(actor=town.bo, agreement_id=agreement)
    with as_(lived.citizen):
        actions.confirm_offer(actor=lived.citizen, agreement_id=agreement)
        row = queries.agreement(agreement, lived.id)
        changes = queries.history(agreement)
    assert (row.state, row.due_on) == (AgreementState.ACCEPTED, in_days(20))
    assert [change.act for change in changes] == [Act.PROPOSE, Act.OFFER, Act.ACCEPT]
    assert changes[1].old_text == "Ringer til boligforeningen"


def test_a_change_by_the_proposer_takes_the_makers_offer_back(town, lived):
    agreement = proposed(town, lived, town.bo)
    with as_(town.bo):
        actions.change_proposal(
            actor=town.bo, agreement_id=agreement, terms=complete(town.karen, due_on=in_days(9))
        )
    with as_(town.karen):
        actions.change_proposal(
            actor=town.karen, agreement_id=agreement, terms=complete(town.karen, due_on=in_days(2))
        )
    with as_(lived.citizen), pytest.raises(NotNow):
        actions.confirm_offer(actor=lived.citizen, agreement_id=agreement)


def test_a_stale_page_does_not_answer_words_that_were_changed(town, lived):
    agreement = proposed(town, lived, town.bo)
    with as_(town.karen):
        actions.change_proposal(
            actor=town.karen, agreement_id=agreement, terms=complete(town.karen, text="Noget andet")
        )
    with as_(town.bo), pytest.raises(NotNow, match="ændret, siden"):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement, version=1)


def test_a_no_has_a_reason(town, lived):
    agreement = proposed(town, lived, town.bo)
    with as_(town.bo), pytest.raises(Wrong) as refused:
        actions.decline_agreement(actor=town.bo, agreement_id=agreement, reason=" ")
    assert refused.value.field == "reason"
    with as_(town.bo):
        actions.decline_agreement(actor=town.bo, agreement_id=agreement, reason="Ikke mit område")
    assert state_of(lived, agreement) is AgreementState.DECLINED


def test_not_kept_a_talk_and_a_new_agreement(town, lived):
    old = not_kept(town, lived, town.bo)
    with as_(town.karen), pytest.raises(Wrong) as refused:
        actions.note_talk(actor=town.karen, agreement_id=old)
    assert refused.value.field == "citizen_said_yes"
    with as_(town.karen):
        actions.note_talk(
            actor=town.karen, agreement_id=old, said="Prøver igen", citizen_said_yes=True
        )
        new = actions.propose_agreement(
            actor=town.karen, course_id=lived.id, terms=complete(town.karen),
            maker=town.bo.person_id, replaces=old,
        )  # fmt: skip
    assert state_of(lived, old) is AgreementState.BROKEN
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=new)
    assert state_of(lived, old) is AgreementState.REPLACED


def test_one_new_agreement_at_a_time_until_it_is_declined(town, lived):
    old = not_kept(town, lived, town.bo)

    def again():
        with as_(town.karen):
            return actions.propose_agreement(
                actor=town.karen, course_id=lived.id, terms=complete(town.karen),
                maker=town.anna.person_id, replaces=old,
            )  # fmt: skip

    first = again()
    with pytest.raises(NotNow):
        again()
    with as_(town.anna):
        actions.decline_agreement(actor=town.anna, agreement_id=first, reason="Nej")
    again()


def test_what_was_not_kept_needs_its_because(town, lived):
    agreement = accepted(town, lived, town.bo)
    with as_(town.bo), pytest.raises(Wrong) as refused:
        actions.report_agreement(actor=town.bo, agreement_id=agreement, report=Report.NOT_KEPT)
    assert refused.value.field == "because"
    with as_(town.anna), pytest.raises(NotAllowed):
        actions.report_agreement(actor=town.anna, agreement_id=agreement, report=Report.KEPT)
    with as_(town.bo):
        actions.start_agreement(actor=town.bo, agreement_id=agreement)
        actions.report_agreement(actor=town.bo, agreement_id=agreement, report=Report.KEPT)
    assert state_of(lived, agreement) is AgreementState.KEPT


def test_only_the_citizens_word_ends_a_promise_made_to_her(town, lived):
    agreement = accepted(town, lived, town.bo)
    with as_(town.bo), pytest.raises(NotAllowed):
        actions.lapse_agreement(actor=town.bo, agreement_id=agreement)
    with as_(town.karen), pytest.raises(Wrong):
        actions.lapse_agreement(actor=town.karen, agreement_id=agreement)
    with as_(lived.citizen):
        actions.lapse_agreement(actor=lived.citizen, agreement_id=agreement)
    assert state_of(lived, agreement) is AgreementState.LAPSED


def test_what_was_told_from_outside_is_noted_and_never_accepted(town, lived):
    with as_(town.karen):
        noted = actions.note_agreement(
            actor=town.karen, course_id=lived.id, text="Lægen skriver attest", maker_role="gp",
            kind=AgreementKind.APPLICATION, starts_on=in_days(-20), due_on=in_days(-30),
            needs=["somatic"], reference="A12",
        )  # fmt: skip
        with pytest.raises(NotNow):
            actions.accept_agreement(actor=town.karen, agreement_id=noted)
        row = queries.agreement(noted, lived.id)
    assert (row.state, row.counts, row.is_open) == (AgreementState.NOTED, False, False)


def test_after_a_stop_the_makers_alone_read_what_is_left(town, lived):
    accepted(town, lived, town.bo, text="Følger med til lægen")
    proposed(town, lived, town.anna)
    with as_(lived.citizen):
        assert actions.hand_to_professionals(actor=lived.citizen, course_id=lived.id) == 1
        assert queries.open_agreements(lived.id) == []
        assert models.Task.objects.count() == 0
    with as_(town.karen):
        assert models.Task.objects.count() == 0
    with as_(town.bo):
        [task] = queries.tasks_of(town.bo)
        assert (task.about, task.text) == ("Jytte Jensen", "Følger med til lægen")
        actions.finish_task(actor=town.bo, task_id=task.id)
        assert queries.tasks_of(town.bo) == []
    with as_(town.anna), pytest.raises(NotFound):
        actions.finish_task(actor=town.anna, task_id=task.id)


def test_nothing_new_is_proposed_in_a_course_that_is_over(town, lived):
    with as_(town.karen):
        with connection.cursor() as cursor:
            cursor.execute(
                "update course_coordinatorship set ended_at = clock_timestamp()"
                " where course_id = %s",
                [lived.id],
            )
            cursor.execute("update course_course set state = 'AFSLUTTET' where id = %s", [lived.id])
        with pytest.raises(NotNow, match="slut"):
            proposed(town, lived, town.bo)


def test_a_wish_of_another_course_is_refused_at_its_field(town, lived):
    other = wished(with_team(town, name="Jens Hansen"))
    with pytest.raises(Wrong) as refused:
        proposed(town, lived, town.bo, wish_id=other)
    assert refused.value.field == "wish_id"


def test_who_was_to_take_over_and_accepts_takes_over_from_nobody(town):
    lived = with_team(town, town.bo)
    with as_(town.karen):
        agreement = actions.propose_agreement(
            actor=town.karen, course_id=lived.id, terms=complete(town.karen),
            maker=None, backup=town.bo.person_id,
        )  # fmt: skip
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)
        row = models.Agreement.objects.get(id=agreement)
    assert (row.maker_id, row.backup_id) == (town.bo.person_id, None)


@pytest.mark.parametrize("told", [True, False])
def test_a_proposal_to_nobody_that_is_taken_back_is_told_to_those_who_heard_of_it(town, told):
    lived = with_team(town, town.bo, town.solveig)
    with as_(town.karen):
        made = actions.propose_agreement(
            actor=town.karen, course_id=lived.id, terms=complete(town.karen), tells_team=told
        )
    join(town, lived, town.anna)  # came after it was asked: knows of no question to be taken back
    with as_(town.karen):
        assert actions.withdraw_agreement(actor=town.karen, agreement_id=made) is told
        [event] = events(lived.id, ["plan.agreement_withdraw"], about=made)
    asked = {str(one.person_id) for one in (town.karen, town.bo, town.solveig)} if told else set()
    assert set(event.facts["team"]) == asked


def test_what_who_follows_up_wrote_down_the_maker_can_correct_and_her_own_word_not(town, lived):
    agreement = accepted(town, lived, town.bo)
    with as_(town.karen):
        actions.report_agreement(
            actor=town.karen, agreement_id=agreement, report=Report.NOT_KEPT, because="Ikke nået"
        )  # fmt: skip
    with as_(town.bo):
        actions.take_back(actor=town.bo, agreement_id=agreement)
        row = queries.agreement(agreement, lived.id)
        assert (row.state, row.report) == (AgreementState.STARTED, "")
        actions.report_agreement(actor=town.bo, agreement_id=agreement, report=Report.KEPT)
        with refused("own_words"):
            actions.take_back(actor=town.bo, agreement_id=agreement)
