"""The course as one picture (D7): to the team, to the citizen as hers, on A3; to nobody else."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.course.actions import observing
from landfast.course.rules.words import Precision
from landfast.insight.story_line import see_story
from landfast.insight.storyline import End, Kind, Lane
from landfast.insight.storyline.lengths import A_DAY
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.network import actions as network
from landfast.network.rules import SeatAnswer
from landfast.plan.actions import add_wish
from landfast.programmes.rules import NeedArea
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, not_kept, wished, with_team
from tests.factories.town import as_
from tests.paper.test_papers import assert_accessible
from tests.paper.test_papers import words as printed

ADMITTED = timedelta(days=40)


@pytest.fixture
def lived(town):
    """A promise kept waiting and one that was not kept, an admission, and a wish."""
    lived = with_team(town, town.bo)
    with as_(town.karen):
        wished(lived)
    in_the_team(lived, town.anna, by=town.karen)
    accepted(town, lived, town.bo)
    not_kept(town, lived, town.bo, text="Kører med til banken")
    observed(town, lived, "admission", ADMITTED.days, "Kom ind om natten")
    observed(town, lived, "context", 900, "Flyttede hjemmefra", Precision.YEAR)
    return lived


def observed(town, lived, kind, days, words, precision=Precision.EXACT):
    with as_(town.karen):
        observing.record_observation(
            actor=town.karen, course_id=lived.id, kind=kind, words=words, source="Moren",
            happened_on=today() - timedelta(days=days), precision=precision,
            sectors=["psychiatry", "muni_social"],
        )  # fmt: skip


def text(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_team_sees_events_promises_phases_and_who_had_the_threads(town, lived):
    with as_(town.bo):
        story = see_story(town.bo, lived.id).story
    told = {one.code: one for one in story.events}
    assert told["admission"].lanes == (Lane.PSYCHIATRY, Lane.SOCIAL)
    assert told["wish"].lanes == (Lane.CITIZEN,)
    assert (told["joined"].kind, told["joined"].lanes) == (Kind.PERSON, (Lane.SOCIAL,))
    assert {one.end for one in story.threads} == {End.OPEN, End.BROKEN}
    assert [one.name for one in story.holders] == [town.karen.name]
    assert story.phases
    [stay] = story.stays
    assert stay.until is None


def test_page_and_list_are_in_step_and_ask_few_queries(
    town, lived, signed_in, django_assert_max_num_queries
):
    bo, where = signed_in(town.bo), reverse("story", args=[lived.id])
    with django_assert_max_num_queries(28):  # the frame, the session and the actor among them
        page = text(bo.get(where, {"tid": "hele"}))
    listed = set(re.findall(r'id="(l-\d+)"', page))
    assert listed
    assert set(re.findall(r'href="#(l-\d+)"', page)) == listed
    assert "Kom ind om natten" in page
    assert "Ikke holdt" in page
    assert reverse("story", args=[lived.id]) in text(bo.get(reverse("course", args=[lived.id])))


def test_nearer_by_links_and_only_one_kind(town, lived, signed_in):
    bo, where = signed_in(town.bo), reverse("story", args=[lived.id])
    day = today() - timedelta(days=40)
    near = text(bo.get(where, {"tid": f"{day:%Y-%m}"}))
    assert "Kom ind om natten" in near
    assert "Flyttede hjemmefra" not in near
    assert f"tid={day:%G-W%V}" in near, "a month opens its weeks"
    week = text(bo.get(where, {"tid": f"{day:%G-W%V}"}))
    assert f"tid={day:%Y-%m-%d}" in week, "a week opens its days"
    assert "Kom ind om natten" in text(bo.get(where, {"tid": f"{day:%Y-%m-%d}"}))
    assert "Kom ind om natten" not in text(bo.get(where, {"tid": f"{day + A_DAY:%Y-%m-%d}"}))
    only = text(bo.get(where, {"slags": "promise", "tid": "hele"}))
    assert "Kører med til banken" in only
    assert "Kom ind om natten" not in only
    wrong = text(bo.get(where, {"slags": "findes-ikke", "bane": "nej", "tid": "i går"}))
    assert "Kom ind om natten" in wrong
    part = bo.get(where, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="story"')


def test_she_sees_this_year_first_in_her_words_and_all_when_she_asks(town, lived, signed_in):
    assert "Flyttede hjemmefra" not in text(
        signed_in(town.bo).get(reverse("story", args=[lived.id]))
    )
    jytte, where = signed_in(lived.citizen), reverse("story", args=[lived.id])
    page = text(jytte.get(where))
    assert "Mit forløb som billede" in page
    assert "Flyttede hjemmefra" not in page
    assert "Flyttede hjemmefra" in text(jytte.get(where, {"tid": "hele"}))
    assert where in text(jytte.get(reverse("my_course")))


def test_a_seat_that_nobody_sits_in_stands_on_the_line_and_in_the_list(town, lived, signed_in):
    bo, where = signed_in(town.bo), reverse("story", args=[lived.id])
    assert "Tom plads" not in text(bo.get(where))
    with as_(lived.citizen):
        add_wish(actor=lived.citizen, course_id=lived.id, area=NeedArea.ECONOMY, words="Ro")
    assert "Tom plads, Penge: siden" in text(bo.get(where))
    with as_(lived.citizen):
        network.answer_seat(
            actor=lived.citizen, course_id=lived.id, need=NeedArea.ECONOMY,
            answer=SeatAnswer.NEVER, is_empty=True,
        )  # fmt: skip
    assert "Tom plads" not in text(bo.get(where))


def test_on_a3_with_the_list_behind_it(town, lived, signed_in):
    year = f"{today() - ADMITTED:%Y}"
    there = reverse("story_pdf", args=[lived.id])
    paper = signed_in(town.bo).get(there, {"tid": year}).content
    assert_accessible(paper, f"{lived.citizen.name}: forløbet som billede")
    said = printed(paper)
    assert "Kom ind om natten" in said
    for words in (year, "Stiplet ring: en fra os kom ikke", "pil: i gang"):
        assert words in said, "a paper says which time it shows, and what its marks mean"


def test_a_long_list_is_folded_and_the_picture_opens_it(town, lived, signed_in, monkeypatch):
    monkeypatch.setattr("landfast.web.insight.story_present.MOST", 2)
    page = text(signed_in(town.bo).get(reverse("story", args=[lived.id])))
    assert 'id="l-1"' not in page
    assert f"tid={today():%Y}" in page


def test_who_sees_the_frame_only_or_nothing_sees_no_picture(town, lived, signed_in):
    with as_(town.lars), pytest.raises((NotAllowed, NotFound)):
        see_story(town.lars, lived.id)
    assert signed_in(town.peter).get(reverse("story", args=[lived.id])).status_code == 404
