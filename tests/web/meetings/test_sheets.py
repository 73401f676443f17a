"""Papers around a meeting: invitation, contact list, form for the table; with the page's words."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from landfast.journeys.print_meeting import see_meeting_paper
from landfast.paper import meeting_form
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_
from tests.paper.test_papers import NASTY, assert_accessible, words

TODAY = date(2026, 11, 22)


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def printed(client, name, *ids):
    answer = client.get(reverse(name, args=ids))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def test_the_invitation_says_when_where_what_about_with_whom_and_whom_to_ring(met, signed_in):
    for actor in (met.lived.citizen, met.bo):
        paper = printed(signed_in(actor), "invitation_pdf", met.course_id, met.id)
        assert_accessible(paper, "Møde ")
        said = words(paper)
        for expected in (
            "Hjemme hos Jytte", "60 minutter", "Pause efter en halv time", "Min søn", met.bo.name,
            "Det skal mødet handle om", "Borgeren må tage en bisidder med",
            f"Ring til {met.karen.name} på 20 30 40 50",
        ):  # fmt: skip
            assert expected in said, expected


def test_the_form_has_the_names_and_themes_and_an_empty_one_has_nobody_s(met, signed_in):
    karen = signed_in(met.karen)
    paper = printed(karen, "form_pdf", met.course_id, met.id)
    assert_accessible(paper, "Skema til mødet")
    said = words(paper)
    assert "Jytte Jensen" in said
    assert met.bo.name in said
    assert "Sagde ja?" in said
    empty = printed(karen, "empty_form_pdf")
    assert_accessible(empty, "Skema til mødet")
    assert "Jytte" not in words(empty)
    assert "Tema 3" in words(empty)


def test_what_people_write_on_a_form_is_never_markup(met):
    with as_(met.karen):
        seen = see_meeting_paper(met.karen, met.course_id, met.id, "Mødeskema (print)")
    themes = [replace(seen.meeting.themes[0], words=one) for one in NASTY]
    said = words(
        meeting_form.render(seen.whose, replace(seen.meeting, themes=themes, place="$x$"), TODAY)
    )
    for nasty in ("#set page(fill: red)", "$x^2$", "<mærke>", "$x$"):
        assert nasty in said


def test_the_contact_list_has_the_coordinator_first_and_numbers(met, signed_in):
    for actor in (met.lived.citizen, met.bo):
        paper = printed(signed_in(actor), "contacts_pdf", met.course_id)
        assert_accessible(paper, "Mine folk")
        said = words(paper)
        assert said.index("Koordinatoren") < said.index(met.karen.name)
        assert "20 30 40 50" in said


def test_nobody_else_prints_them(town, met, signed_in):
    peter = signed_in(town.peter)
    for name, ids in (
        ("invitation_pdf", (met.course_id, met.id)), ("form_pdf", (met.course_id, met.id)),
        ("contacts_pdf", (met.course_id,)),
    ):  # fmt: skip
        assert peter.get(reverse(name, args=ids)).status_code == 404
