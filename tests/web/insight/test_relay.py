"""The relay log (stafetlog, D6): made from acts, on the screen and on paper."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from landfast.course.actions import handover
from landfast.course.queries.baton import Held
from landfast.insight import relay as rules
from landfast.insight.relay_log import see_relay
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.paper.relay import acts
from landfast.plan import actions as plan
from landfast.plan.actions import Asking, Interim
from landfast.plan.queries import AgreementRow, ChangeRow, Who
from landfast.plan.rules import life
from landfast.plan.rules.words import Act, AgreementKind, AgreementState, MandateState
from landfast.web.plan import words as history
from tests.factories.plan import accepted, proposed, wished, with_team
from tests.factories.town import as_
from tests.paper.test_papers import assert_accessible
from tests.paper.test_papers import words as printed

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
KAREN, BO = (Who(PersonId(uuid4()), name, "", "", False) for name in ("Karen", "Bo"))


def line(key: UUID, hours: int, act: Act, after: AgreementState, who: Who = BO) -> ChangeRow:
    return ChangeRow(key, START + timedelta(hours=hours), who, act, None, after, "", "", None)


def promise(*lines: ChangeRow, maker: Who = BO) -> rules.Promise:
    key = lines[0].agreement_id
    row = AgreementRow(
        id=key, course_id=uuid4(), wish_id=None, wish="", practical_problem="", needs=(),
        text="Ringer til banken", kind=AgreementKind.SUPPORT, maker=maker, maker_role="",
        backup=None, proposed_by=KAREN, proposed_at=START, state=lines[-1].after,
        accepted_at=START, offered_at=None, version=1, starts_on=None, due_on=None,
        mandate=MandateState.CLEAR, decided_by="", interim_support="", follow_up_by=None,
        follow_up_on=None, follow_up_how="", report="", reported_at=None, talked_on=None,
        replaces_id=None, reference="",
    )  # fmt: skip
    return rules.Promise(row, lines, ())


def kept(key: UUID) -> rules.Promise:
    """Proposed, said yes to after two hours, kept after ten."""
    return promise(
        line(key, 0, Act.PROPOSE, AgreementState.PROPOSED, KAREN),
        line(key, 2, Act.ACCEPT, AgreementState.ACCEPTED),
        line(key, 10, Act.KEEP, AgreementState.KEPT),
    )


def held(who: Who, since: int, until: int | None = None, *, cover: bool = False) -> Held:
    end = START + timedelta(hours=until) if until is not None else None
    return Held(who.id, who.name, cover, START + timedelta(hours=since), end, "")


@given(st.integers(-5, 20))
def test_what_was_open_at_a_moment_is_what_its_history_says(hours):
    one = kept(uuid4())
    past = [row for row in one.history if row.at <= START + timedelta(hours=hours)]
    found = list(rules.open_at([one], START + timedelta(hours=hours)))
    assert bool(found) == (bool(past) and life.is_open(past[-1].after))
    assert all(row.state is past[-1].after for row in found)


def test_a_stretch_tells_what_was_open_and_who_acted_next():
    log = rules.relay(rules.Baton([held(KAREN, 0, 5), held(BO, 5)]), [kept(uuid4())], [])
    now, before = log.legs
    assert [row.what for row in now.still_open] == ["Ringer til banken"]
    assert now.next is not None
    assert (now.next.who, now.next.act) == ("Bo", Act.KEEP)
    assert before.is_first
    assert before.next is None


def test_of_a_promise_taken_over_later_it_was_the_first_maker_s():
    key = uuid4()
    one = promise(
        line(key, 0, Act.PROPOSE, AgreementState.PROPOSED, KAREN),
        line(key, 1, Act.ACCEPT, AgreementState.ACCEPTED, KAREN),
        line(key, 8, Act.TAKE_OVER, AgreementState.ACCEPTED, BO),
    )
    assert rules.maker_at(one, START + timedelta(hours=3)) == "Karen"
    assert rules.maker_at(one, START + timedelta(hours=9)) == "Bo"
    [gone] = rules.passed([one])
    assert (gone.giver, gone.taker) == ("Karen", "Bo")


@pytest.fixture
def lived(town):
    """Karen had the threads, Mads took over while Bo's promise waited; Bo kept another."""
    lived = with_team(town, town.bo)
    with as_(town.karen):
        wish = wished(lived)
    accepted(town, lived, town.bo, wish_id=wish, practical_problem="")
    return lived


def give_on(town, lived):
    with as_(town.karen):
        key = handover.offer(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id,
            reason="Mads kender Jytte fra før",
        )  # fmt: skip
    with as_(town.mads):
        handover.accept(actor=town.mads, handover_id=key)


def text(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_team_reads_what_was_open_at_the_hand_over(
    town, lived, signed_in, django_assert_max_num_queries
):
    give_on(town, lived)
    bo = signed_in(town.bo)
    with django_assert_max_num_queries(21):  # the frame, the session and the actor among them
        page = text(bo.get(reverse("relay", args=[lived.id])))
    assert f"Fik trådene af {town.karen.name}." in page
    assert "Mads kender Jytte fra før" in page
    assert "Ringer til boligforeningen (" in page
    assert f"{town.bo.name} sagde ja til »Ringer til boligforeningen«." in page
    assert "Bolig" in page


def test_the_citizen_reads_it_in_her_own_words_and_on_paper(town, lived, signed_in):
    give_on(town, lived)
    jytte = signed_in(lived.citizen)
    page = text(jytte.get(reverse("relay", args=[lived.id])))
    assert "hvem der har hjulpet dig" in page
    assert "Stafetlog" not in page
    assert reverse("relay", args=[lived.id]) in text(jytte.get(reverse("my_people")))
    paper = jytte.get(reverse("relay_pdf", args=[lived.id])).content
    assert_accessible(paper, "Hvem har haft trådene")
    assert f"Fik trådene af {town.karen.name}." in printed(paper)
    assert "Ringer til boligforeningen" in printed(paper)


def test_one_part_of_life_only_and_an_unknown_one_shows_all(town, lived, signed_in):
    bo = signed_in(town.bo)
    where = reverse("relay", args=[lived.id])
    accepted(town, lived, town.bo, text="Skriver til banken")
    assert "Skriver til banken" in text(bo.get(where))
    assert "Skriver til banken" not in text(bo.get(where, {"emne": "housing"}))
    assert "Skriver til banken" in text(bo.get(where, {"emne": "findes-ikke"}))


def test_who_sees_the_frame_only_or_nothing_reads_no_log(town, lived, signed_in):
    with as_(town.lars), pytest.raises((NotAllowed, NotFound)):
        see_relay(town.lars, lived.id)
    assert signed_in(town.peter).get(reverse("relay", args=[lived.id])).status_code == 404


def test_a_promise_nobody_answers_is_open_without_a_maker_s_yes(town, lived):
    proposed(town, lived, town.bo)
    give_on(town, lived)
    with as_(town.bo):
        log = see_relay(town.bo, lived.id).relay
    assert AgreementState.PROPOSED in {one.state for one in log.legs[0].still_open}


def test_what_held_while_a_leader_decided_ends_in_the_log_too(town, lived, signed_in):
    town.hire("Sanne Social", town.social, "leader")
    asking = Asking("Må vi?", "Det er over", interim=Interim("Bo ringer", town.bo.person_id))
    with as_(town.karen):
        decision = plan.ask_decision(
            actor=town.karen, agreement_id=proposed(town, lived, town.bo), question="Må vi?",
            decider=town.sanne.person_id, reason="Det er over", asking=asking,
        )  # fmt: skip
        plan.withdraw_decision(actor=town.karen, decision_id=decision)
    page = text(signed_in(town.bo).get(reverse("relay", args=[lived.id])))
    assert f"{town.karen.name} afsluttede spørgsmålet til en leder. Så sluttede »Bo ringer«" in page


@pytest.mark.parametrize("words", [acts.ACTS, history.ACTS])
def test_every_act_can_be_read(words):
    """One without words takes the whole page down, on the screen and on paper."""
    assert set(words) == set(Act)
