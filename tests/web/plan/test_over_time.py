"""The plan over time on its pages: her own numbers as a picture, and two days in words."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import today
from landfast.plan import actions, models
from landfast.plan.rules.words import StepState
from tests.factories.plan import accepted, in_days, wished, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


def words(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def rates(lived, wish, *numbers):
    with as_(lived.citizen):
        for number in numbers:
            actions.rate_wish(actor=lived.citizen, wish_id=wish, rating=number)
            models.WishRating.objects.filter(wish=wish, said_on=today()).update(
                said_on=today() - timedelta(days=10 * number)
            )


def test_her_numbers_are_a_line_and_the_same_in_words(
    town, lived, signed_in, django_assert_max_num_queries
):
    wish = wished(lived)
    rates(lived, wish, 5, 3)
    kept = accepted(town, lived, town.bo, wish_id=wish, practical_problem="")
    with as_(town.bo):
        actions.report_agreement(
            actor=town.bo, agreement_id=kept, report=actions.Report.KEPT, because=""
        )
    jytte = signed_in(lived.citizen)
    with django_assert_max_num_queries(15):  # the signed actor and leaving among them
        page = words(jytte.get(reverse("plan_progress", args=[lived.id])))
    assert re.search(r'<polyline points="44,85 \d+,111"', page)
    assert "5 af 10" in page
    assert "holdt: Ringer til boligforeningen" in page
    assert len(re.findall("<rect", page)) == 1


def test_a_wish_without_a_number_draws_nothing(town, lived, signed_in):
    wished(lived)
    assert "ingen tal endnu" in words(
        signed_in(town.karen).get(reverse("plan_progress", args=[lived.id]))
    )


def test_a_number_taken_away_stays_in_her_picture_and_none_is_written(town, lived):
    wish = wished(lived)
    with as_(lived.citizen):
        actions.rate_wish(actor=lived.citizen, wish_id=wish, rating=7)
        actions.rate_wish(actor=lived.citizen, wish_id=wish, rating=None)
        assert models.WishRating.objects.get(wish=wish).rating == 7


def test_two_days_are_compared_in_words_and_who_has_read_stands_beside(
    town, lived, signed_in, django_assert_max_num_queries
):
    agreement = accepted(town, lived, town.bo)
    bo = signed_in(town.bo)
    bo.get(reverse("plan", args=[lived.id]))
    before = today() - timedelta(days=3)
    with django_assert_max_num_queries(18):
        page = words(bo.get(reverse("plan_versions", args=[lived.id]), {"fra": before.isoformat()}))
    assert "»Ringer til boligforeningen« er aftalt.<" in page
    assert "Ringer til boligforeningen, senest" in page
    assert f"{town.bo.name}, " in page.split("Har åbnet planen")[1]
    backwards = {"fra": in_days(0).isoformat(), "til": before.isoformat()}
    assert "»Ringer til boligforeningen« er aftalt.<" in words(
        bo.get(reverse("plan_versions", args=[lived.id]), backwards)
    ), "two days, whichever was written first"
    same = words(bo.get(reverse("plan_versions", args=[lived.id]), {"til": before.isoformat()}))
    assert "Ingen aftaler gjaldt den dag" in same
    assert str(agreement) not in same
    assert "Intet er ændret" in words(
        bo.get(reverse("plan_versions", args=[lived.id]), {"fra": in_days(0).isoformat()})
    )


def test_nobody_without_a_ground_sees_them(town, lived, signed_in):
    peter = signed_in(town.peter)
    for name in ("plan_progress", "plan_versions"):
        assert peter.get(reverse(name, args=[lived.id])).status_code == 404


def does(lived, step, state=StepState.DONE):
    with as_(lived.citizen):
        actions.set_step(actor=lived.citizen, step_id=step, state=state)


def test_her_own_share_stands_in_the_picture_and_goes_when_she_takes_it_back(
    town, lived, signed_in
):
    wish = wished(lived)
    with as_(lived.citizen):
        tea, walk = (
            actions.add_step(actor=lived.citizen, course_id=lived.id, text=text, wish_id=of)
            for text, of in (("Drikke te med naboen", wish), ("Gå en tur", None))
        )
    does(lived, tea)
    does(lived, walk)
    jytte, karen = signed_in(lived.citizen), signed_in(town.karen)
    where = reverse("plan_progress", args=[lived.id])
    hers, theirs = words(jytte.get(where)), words(karen.get(where))
    assert "det gjorde du selv: Drikke te med naboen" in hers
    assert "det gjorde borgeren selv: Drikke te med naboen" in theirs
    assert "Gå en tur" in hers.split("Det har du også gjort selv")[1]
    assert "»Gå en tur«" in words(karen.get(reverse("plan_versions", args=[lived.id])))
    does(lived, tea, StepState.TRIED)
    assert "Drikke te med naboen" not in words(jytte.get(where))


def test_before_and_now_begins_with_what_changed_last(town, lived, signed_in):
    wished(lived, words="En dør, der kan låses")
    accepted(town, lived, town.bo)
    page = words(signed_in(town.karen).get(reverse("plan_versions", args=[lived.id])))
    assert "Intet er ændret" not in page
    assert "Nyt ønske: »En dør, der kan låses«." in page
    assert "»Ringer til boligforeningen« er aftalt.<" in page


def test_the_plan_has_a_way_to_each_of_its_pages_and_to_paper(town, lived, signed_in):
    pages = ("plan_progress", "plan_versions", "other_plans", "plan_pdf")
    for who, plan in (
        (signed_in(lived.citizen), reverse("my_plan")),
        (signed_in(town.karen), reverse("plan", args=[lived.id])),
    ):
        found = words(who.get(plan))
        for name in pages:
            assert f'href="{reverse(name, args=[lived.id])}"' in found
            assert who.get(reverse(name, args=[lived.id])).status_code == 200


@pytest.mark.parametrize(
    "days",
    [{"til": "9999-12-31"}, {"fra": "0001-01-01"}, {"fra": "9999-12-31", "til": "0001-01-01"}],
)
def test_a_day_in_which_no_plan_stood_is_told_at_its_field(days, town, lived, signed_in):
    page = signed_in(town.karen).get(reverse("plan_versions", args=[lived.id]), days)
    assert page.status_code == 422
    assert "Det kan vi ikke vise endnu" in page.content.decode(), "nothing was to be saved"
    assert "ligger for langt væk" in page.content.decode()


def test_she_proposes_from_her_plan_and_comes_back_to_it(town, lived, signed_in):
    agreement = accepted(town, lived, town.bo)
    jytte, mine = signed_in(lived.citizen), f"{reverse('my_plan')}?forloeb={lived.id}"
    assert f'href="{reverse("propose_agreement", args=[lived.id])}"' in words(jytte.get(mine))
    for page in ("agreement", "propose_agreement"):
        args = [lived.id, agreement] if page == "agreement" else [lived.id]
        assert f'href="{mine}"' in words(jytte.get(reverse(page, args=args)))


def test_the_day_of_a_step_is_that_of_the_first_time_it_was_done(lived):
    with as_(lived.citizen):
        step = actions.add_step(actor=lived.citizen, course_id=lived.id, text="Gå en tur")
        actions.set_step(actor=lived.citizen, step_id=step, state=StepState.DONE)
        models.OwnStep.objects.filter(id=step).update(done_on=in_days(-9))
        actions.set_step(actor=lived.citizen, step_id=step, state=StepState.DONE)
        assert models.OwnStep.objects.get(id=step).done_on == in_days(-9)
        actions.set_step(actor=lived.citizen, step_id=step, state=StepState.WANT)
        assert models.OwnStep.objects.get(id=step).done_on is None
