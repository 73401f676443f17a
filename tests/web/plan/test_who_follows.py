"""Who follows up on a promise, when the one who was to has handed the course over or left."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from landfast.course.actions import handover
from landfast.course.actions.cover import name_deputy
from landfast.course.queries.lately import mine_lately
from landfast.journeys.hand_over import accept_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.see_minutes import look_at_plan_sheet
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.refusals import Wrong
from landfast.paper import plan_sheet
from landfast.plan import actions, queries
from landfast.plan.queries.watched import watched_agreements
from landfast.plan.rules.words import AgreementState
from tests.factories.plan import accepted, proposed, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


def handed_over(town, lived):
    with as_(town.dorte):
        asked = handover.offer(
            actor=town.dorte, course_id=lived.id, taker=town.mads.person_id, reason="Skift"
        )
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=asked)


def lost(town, lived):
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)


def chosen(response, name):
    """The value that is chosen beforehand in a list of the page."""
    field = re.search(rf'<select[^>]*name="{name}".*?</select>', response.content.decode(), re.S)
    found = re.search(r'value="([^"]*)"\s+selected', field.group() if field else "")
    return found.group(1) if found else ""


def sheet_of(lived):
    """The words of the sheet on paper, in one line."""
    pdf = plan_sheet.render(look_at_plan_sheet(lived.citizen, lived.id), today())
    return " ".join(" ".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(("gone", "now"), [(handed_over, "mads"), (lost, "dorte")])
def test_a_yes_is_possible_when_who_was_to_follow_up_has_left(town, lived, signed_in, gone, now):
    agreement = proposed(town, lived, town.bo)
    gone(town, lived)
    bo, url = signed_in(town.bo), reverse("accept_agreement", args=[lived.id, agreement])
    page = bo.get(reverse("agreement", args=[lived.id, agreement]))
    assert f'href="{url}"' in page.content.decode()  # something is asked first
    asked = bo.get(url)
    assert chosen(asked, "follow_up_by") == str(getattr(town, now).person_id)
    given = {"version": 1, "follow_up_by": str(getattr(town, now).person_id)}
    assert bo.post(url, given).status_code in {302, 303}
    with as_(town.bo):
        row = queries.agreement(agreement, lived.id)
    assert row.state is AgreementState.ACCEPTED
    assert row.follow_up_by.id == getattr(town, now).person_id


def test_without_a_word_of_who_follows_up_a_yes_asks_for_it(town, lived):
    agreement = proposed(town, lived, town.bo)
    handed_over(town, lived)
    with as_(town.bo), pytest.raises(Wrong, match="no_follow_up"):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)


def test_who_has_the_course_now_is_proposed_and_not_who_came_first(town, lived, signed_in):
    handed_over(town, lived)
    page = signed_in(town.bo).get(reverse("propose_agreement", args=[lived.id]))
    assert chosen(page, "follow_up_by") == str(town.mads.person_id)


@pytest.mark.parametrize(("gone", "now"), [(handed_over, "Mads Makker"), (lost, "Dorte Daglig")])
def test_a_running_promise_names_who_follows_up_now_on_the_page_and_on_paper(
    town, lived, signed_in, gone, now
):
    agreement = accepted(town, lived, town.bo)
    with as_(lived.citizen):
        before = sheet_of(lived)
    gone(town, lived)
    said = f"{now} i stedet for Karen Koordinator"
    for reader in (lived.citizen, town.bo):
        page = signed_in(reader).get(reverse("agreement", args=[lived.id, agreement]))
        assert f"<dd>{said}, " in page.content.decode()
    with as_(lived.citizen):
        assert said in sheet_of(lived)
    assert "i stedet for" not in before


def test_who_follows_up_now_is_called_you(town, lived, signed_in):
    agreement = accepted(town, lived, town.bo)
    handed_over(town, lived)
    page = signed_in(town.mads).get(reverse("agreement", args=[lived.id, agreement]))
    assert "<dd>Dig i stedet for Karen Koordinator, " in page.content.decode()


def test_what_waits_for_a_yes_keeps_its_names_until_then(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo)
    handed_over(town, lived)
    page = signed_in(town.bo).get(reverse("agreement", args=[lived.id, agreement]))
    assert "<dd>Karen Koordinator, " in page.content.decode()


@pytest.mark.parametrize(
    ("gone", "now", "others"), [(handed_over, "mads", ["dorte"]), (lost, "dorte", ["mads"])]
)
def test_on_the_day_it_is_on_the_mandag_of_who_follows_up_now(town, lived, gone, now, others):
    agreement = accepted(
        town, lived, town.bo, due_on=today() + timedelta(days=2),
        follow_up_on=today() + timedelta(days=2),
    )  # fmt: skip
    gone(town, lived)
    with clock.at(clock.now() + timedelta(days=2)):
        assert [row.i_follow_up for row in watched_by(getattr(town, now), agreement)] == [True]
        assert not any(watched_by(getattr(town, other), agreement) for other in others)


def test_while_who_was_to_follow_up_is_there_it_is_theirs_alone(town, lived):
    """Mads covers beside Karen, who is at work and said that she would."""
    agreement = accepted(town, lived, town.bo, follow_up_on=today() + timedelta(days=14))
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=today(), ends_on=today() + timedelta(days=20),
        )  # fmt: skip
    with clock.at(clock.now() + timedelta(days=14)):
        assert [row.i_follow_up for row in watched_by(town.karen, agreement)] == [True]
        assert not any(row.i_follow_up for row in watched_by(town.mads, agreement))


def watched_by(who, agreement):
    with as_(who):
        held = [key for key, one in mine_lately().items() if one.is_held]
        return [row for row in watched_agreements(held) if row.id == agreement]
