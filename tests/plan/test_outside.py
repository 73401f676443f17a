"""Somebody outside promises by a link or a code; nobody of the house promises for them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from landfast.access.actions import close_situation, open_situation
from landfast.access.rules import Situation
from landfast.kernel.clock import now
from landfast.plan import actions, queries
from landfast.plan.actions import outside
from landfast.plan.actions.outside import Said
from landfast.plan.queries.outside import asked, link_of, outside_of
from landfast.plan.queries.said import said_of
from landfast.plan.rules.outside import Reply, Whom
from landfast.plan.rules.words import AgreementState
from tests.factories.plan import accepted, complete, in_days, proposed, with_team
from tests.factories.town import as_
from tests.refusing import refused

INGE = Whom("Inge", "moster", "inge@eksempel.dk")


@pytest.fixture
def course(town):
    return with_team(town, town.bo)


def asked_outside(town, course, whom=INGE, **words):
    """The agreement and the link that Inge holds."""
    agreement = proposed(town, course, None, **words)
    with as_(town.karen):
        ask = outside.ask_outside(
            actor=town.karen, agreement_id=agreement, whom=whom, citizen_said_so=True
        )
    return agreement, ask


def says(link, reply, *, version=None, **words):
    """A stranger with the link answers what she reads."""
    with as_(None):
        row = asked(link)
        seen = version or (row.version if row else 1)
        outside.answer_outside(link=link, said=Said(reply, seen, **words), source="here")


def stands(town, course, agreement):
    with as_(town.karen):
        return queries.agreement(agreement, course.id)


def test_the_link_shows_the_words_and_who_asks_and_nothing_else(town, course):
    _agreement, link = asked_outside(town, course)
    with as_(None):
        row = asked(link_of(link.token))
    assert (row.text, row.asker, row.name) == (
        "Ringer til boligforeningen",
        "Karen Koordinator",
        "Inge",
    )
    assert "Jytte" not in str(row)


def test_a_yes_from_outside_counts_and_stands_as_hers(town, course):
    agreement, link = asked_outside(town, course)
    assert not stands(town, course, agreement).counts
    says(link, Reply.YES, note="Det gør jeg gerne")
    row = stands(town, course, agreement)
    assert (row.state, row.maker.name) == (AgreementState.ACCEPTED, "Inge")
    with as_(town.karen):
        last = queries.history(agreement)[-1]
    assert (last.actor.name, last.note, last.act) == ("Inge", "Det gør jeg gerne", "accept")


def test_an_answer_is_used_once(town, course):
    agreement, link = asked_outside(town, course)
    version = stands(town, course, agreement).version
    says(link, Reply.YES)
    with refused("agreement_moved_on"):
        says(link, Reply.YES, version=version)
    with refused("agreement_moved_on"):
        says(link, Reply.NO, note="Alligevel ikke", version=version)
    with refused("agreement_changed"):
        says(link, Reply.DONE, version=version)


def test_nobody_of_the_house_says_yes_for_her(town, course):
    agreement, _link = asked_outside(town, course)
    for actor in (town.karen, town.bo):
        with refused("not_the_maker"), as_(actor):
            actions.accept_agreement(actor=actor, agreement_id=agreement)
    with refused("no_offer"), as_(town.karen):
        actions.confirm_offer(actor=town.karen, agreement_id=agreement)


def test_the_database_takes_no_yes_and_no_offer_of_hers_from_an_employee(town, course):
    from landfast.plan import models

    agreement, _link = asked_outside(town, course)
    for change in ({"offered_at": now()}, {"accepted_at": now(), "state": "accepted"}):
        with (
            as_(town.karen), pytest.raises(IntegrityError, match="only the maker"),
            transaction.atomic(),
        ):  # fmt: skip
            models.Agreement.objects.filter(id=agreement).update(**change)


def test_other_words_wait_for_a_yes_of_those_who_asked(town, course):
    agreement, link = asked_outside(town, course)
    says(link, Reply.OTHER, text="Ringer på mandag", due_on=in_days(20))
    with refused("your_words_wait"):
        says(link, Reply.YES)
    assert not stands(town, course, agreement).counts
    with as_(town.karen):
        actions.confirm_offer(actor=town.karen, agreement_id=agreement)
    row = stands(town, course, agreement)
    assert (row.text, row.due_on, row.counts) == ("Ringer på mandag", in_days(20), True)
    says(link, Reply.NOT_DONE, note="Der var lukket")
    assert stands(town, course, agreement).state == AgreementState.BROKEN


def test_a_no_and_what_was_not_done_have_their_reason(town, course):
    _agreement, link = asked_outside(town, course)
    with refused("missing", "note"):
        says(link, Reply.NO)
    says(link, Reply.YES)
    with refused("no_because", "note"):
        says(link, Reply.NOT_DONE)


def test_words_changed_meanwhile_are_read_before_they_are_answered(town, course):
    agreement, link = asked_outside(town, course)
    seen = stands(town, course, agreement).version
    with as_(town.karen):
        actions.change_proposal(
            actor=town.karen,
            agreement_id=agreement,
            terms=complete(town.karen, text="Ringer to gange"),
        )
    with refused("agreement_changed"):
        says(link, Reply.YES, version=seen)


def test_without_a_mandate_her_words_say_that_it_is_applied_for(town, course):
    agreement, link = asked_outside(town, course, mandate="application", decided_by="Lederen")
    says(link, Reply.OTHER, text="Betaling af depositum", due_on=in_days(20))
    assert stands(town, course, agreement).text == "Søger om: Betaling af depositum"


@pytest.mark.parametrize("reply", [Reply.YES, Reply.OTHER])
def test_a_day_before_the_start_is_refused_from_outside_too(town, course, reply):
    agreement, link = asked_outside(
        town, course, starts_on=in_days(7), due_on=None, follow_up_on=None
    )  # fmt: skip
    words = {"text": "Ringer til banken"} if reply is Reply.OTHER else {}
    with refused("due_before_start"):
        says(link, reply, due_on=in_days(3), **words)
    assert not stands(town, course, agreement).accepted_at
    says(link, reply, due_on=in_days(8), **words)
    assert stands(town, course, agreement).due_on == in_days(8)


def test_a_renewed_a_closed_and_an_old_link_open_nothing(town, course):
    agreement, first = asked_outside(town, course)
    with as_(town.karen):
        second = outside.renew_link(actor=town.karen, agreement_id=agreement)
    with as_(None):
        assert asked(first) is None
        assert asked(second)
    with as_(town.karen):
        outside.close_link(actor=town.karen, agreement_id=agreement)
    with refused("link_is_closed"):
        says(second, Reply.YES)
    with as_(town.karen):
        third = outside.renew_link(actor=town.karen, agreement_id=agreement)
        from landfast.plan import models

        models.OutsideAsk.objects.update(ends_at=now() - timedelta(minutes=1))
    with refused("link_is_closed"):
        says(third, Reply.YES)
    with as_(None):
        assert asked(link_of("skrevet-selv")) is None


def test_who_said_yes_can_tell_how_it_went_until_two_weeks_after_the_date(town, course):
    agreement, link = asked_outside(town, course, due_on=in_days(60), follow_up_on=in_days(61))
    says(link, Reply.YES)
    with as_(town.karen):
        assert outside_of(agreement).ends_at > now() + timedelta(days=73)


def test_the_citizen_says_yes_before_her_words_leave_the_team(town, course):
    agreement = proposed(town, course, None)
    with refused("not_the_citizens_word"), as_(town.karen):
        outside.ask_outside(actor=town.karen, agreement_id=agreement, whom=INGE)
    with as_(course.citizen):
        outside.ask_outside(actor=course.citizen, agreement_id=agreement, whom=INGE)


def test_only_what_nobody_else_is_asked_about_goes_outside(town, course):
    agreement = proposed(town, course, town.bo)
    with refused("already_asked"), as_(town.karen):
        outside.ask_outside(
            actor=town.karen, agreement_id=agreement, whom=INGE, citizen_said_so=True
        )


def test_her_promise_comes_instead_of_another(town, course):
    old = accepted(town, course, town.bo)
    with as_(town.bo):
        actions.report_agreement(
            actor=town.bo, agreement_id=old, report=actions.Report.NOT_KEPT, because="Sygdom"
        )
    with as_(town.karen):
        new = actions.propose_agreement(
            actor=town.karen, course_id=course.id, terms=complete(town.karen), replaces=old
        )
        ask = outside.ask_outside(
            actor=town.karen, agreement_id=new, whom=INGE, citizen_said_so=True
        )
    says(ask, Reply.YES)
    assert stands(town, course, old).state == AgreementState.REPLACED


def test_a_spoken_code_opens_one_promise_once(town, course):
    agreement, _link = asked_outside(town, course, Whom("Inge"))
    with as_(town.karen):
        code = outside.say_code(actor=town.karen, agreement_id=agreement)
    with as_(None):
        link = outside.use_code(code=code.lower().replace("-", " "), source="table")
        assert asked(link).name == "Inge"
        assert outside.use_code(code=code, source="table").ask_id is None
    says(link, Reply.YES)
    assert stands(town, course, agreement).counts


def test_a_place_that_a_course_out_of_sight_has_taken_is_not_given_again(town, course, monkeypatch):
    agreement, _link = asked_outside(town, course, Whom("Inge"))
    elsewhere = with_team(town, name="Ole Olsen")
    other, _link = asked_outside(town, elsewhere, Whom("Per"))
    signs = iter("BBBCCCC" + "BBBDDDD" + "FFFGGGG")
    monkeypatch.setattr(outside.secrets, "choice", lambda _signs: next(signs))
    with as_(course.citizen):  # sees nothing of the other course
        assert outside.say_code(actor=course.citizen, agreement_id=agreement) == "BBB-CCCC"
    with as_(elsewhere.citizen):
        code = outside.say_code(actor=elsewhere.citizen, agreement_id=other)
    with as_(None):
        assert asked(outside.use_code(code=code, source="table")).name == "Per"


def test_a_code_is_guessed_at_five_times_and_lasts_two_hours(town, course):
    agreement, _link = asked_outside(town, course)
    with as_(town.karen):
        code = outside.say_code(actor=town.karen, agreement_id=agreement)
    wrong = code[:4] + ("BBBB" if code[4:] != "BBBB" else "CCCC")
    with as_(None):
        for guess in range(outside.CODE_TRIES):
            assert outside.use_code(code=wrong, source=f"place {guess}").ask_id is None
        assert outside.use_code(code=code, source="table").ask_id is None
    with as_(town.karen):
        again = outside.say_code(actor=town.karen, agreement_id=agreement)
        from landfast.plan import models

        models.OutsideAsk.objects.update(code_until=now() - timedelta(seconds=1))
    with as_(None):
        assert outside.use_code(code=again, source="table").ask_id is None


def test_a_code_said_at_a_meeting_ends_with_it_and_not_after_two_hours(town, course):
    agreement, _link = asked_outside(town, course)
    meeting = uuid4()
    with as_(town.karen):
        open_situation(town.karen, course.id, Situation.MEETING, since=now(), about=meeting)
        code = outside.say_code(actor=town.karen, agreement_id=agreement)
        from landfast.plan import models

        models.OutsideAsk.objects.update(code_until=now() - timedelta(hours=1))
    with as_(None):
        assert asked(outside.use_code(code=code, source="table")).name == "Inge"
    with as_(town.karen):
        again = outside.say_code(actor=town.karen, agreement_id=agreement)
        close_situation(town.karen, course.id, Situation.MEETING, about=meeting)
    with as_(None):
        assert outside.use_code(code=again, source="table").ask_id is None


def test_who_guesses_codes_elsewhere_closes_nobody_s_table(town, course):
    agreement, _link = asked_outside(town, course)
    with as_(town.karen):
        code = outside.say_code(actor=town.karen, agreement_id=agreement)
    with as_(None):
        for place in range(8):
            for _ in range(9):
                outside.use_code(code="BBB-BBBB", source=f"place {place}")
        assert outside.use_code(code=code, source="the table").ask_id


def test_codes_are_not_tried_many_times_from_one_place(town, course):
    with as_(None):
        for _ in range(10):
            outside.use_code(code="BBB-BBBB", source="one place")
    with refused("too_many_tries"), as_(None):
        outside.use_code(code="BBB-BBBB", source="one place")


def test_monday_does_not_take_a_promise_from_outside_for_one_without_a_maker(town, course):
    agreement, link = asked_outside(town, course)
    says(link, Reply.YES)
    with as_(town.karen):
        [watched] = queries.watched_agreements([course.id], all_of=[course.id])
        said = said_of([agreement])[agreement]
    assert (watched.has_maker, watched.is_left) == (True, False)
    assert (said.maker.name, said.last.actor.name) == ("Inge", "Inge")
