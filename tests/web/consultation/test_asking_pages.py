"""The pages of a question without a name."""

import pytest
from django.urls import reverse

from landfast.consultation.actions import keep_forum
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_


@pytest.fixture
def forum(town):
    town.hire("Lise Ledende", town.ward, "leader")
    with as_(town.lise):
        return keep_forum(
            actor=town.lise, unit_id=town.ward, name="Psykiatriens rådgivning",
            about="Søvn og medicin", is_open=True,
        )  # fmt: skip


def words(response):
    return response.content.decode()


def test_what_was_found_stands_there_and_what_was_typed_is_kept(town, forum, signed_in):
    bo = signed_in(town.bo)
    typed = {"forum": forum, "asked_from": town.social, "text": "En kvinde fra Aalborg sover ikke"}
    response = bo.post("/sparring/ny/", typed)
    assert response.status_code == 422
    assert "Se på det her" in words(response)
    assert "En kvinde fra Aalborg sover ikke" in words(response)
    assert 'value="proper:aalborg"' in words(response)
    sent = bo.post("/sparring/ny/", typed | {"looked_at": ["proper:aalborg"]}, follow=True)
    assert "Ingen kan se, hvem det handler om" in words(sent)


def test_from_a_course_its_name_is_refused_and_the_question_can_become_a_referral(
    town, forum, signed_in
):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen, role="home_support")
    bo = signed_in(town.bo)
    typed = {"forum": forum, "asked_from": town.social, "text": "Jytte sover ikke"}
    refused = bo.post(f"/forloeb/{lived.id}/sparring/ny/", typed)
    assert "Teksten kan pege på borgeren: “Jytte”" in words(refused)
    sent = bo.post("/sparring/ny/", typed | {"text": "Hun sover ikke"}, follow=True)
    question = sent.redirect_chain[-1][0].strip("/").split("/")[-1]
    assert "Hun sover ikke" in words(bo.get(f"/henvis/?sparring={question}"))
    assert signed_in(town.vibeke).get(f"/henvis/?sparring={question}").status_code == 404


def test_a_question_about_a_course_leads_on_to_sharing_with_whom_was_asked(town, forum, signed_in):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen, role="home_support")
    typed = {"forum": forum, "text": "Hun sover ikke"}
    way = reverse("share_with", args=[lived.id, "enhed", town.ward])
    for asker, unit, shares in (
        (town.karen, town.coordination, True),
        (town.bo, town.social, False),
    ):
        client = signed_in(asker)
        sent = client.post(
            f"/forloeb/{lived.id}/sparring/ny/", typed | {"asked_from": unit}, follow=True
        )
        assert (way in words(sent)) is shares, "who cannot share has no way there"
        assert "/henvis/?sparring" not in words(sent), "she has a course already"
        assert (client.get(way).status_code == 200) is shares
