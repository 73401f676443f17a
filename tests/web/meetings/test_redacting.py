"""Something in minutes that are out is covered in the browser, and the paper follows."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from landfast.access.looks import looking
from landfast.meetings import models, queries
from tests.factories.meetings import held_meeting
from tests.factories.town import as_
from tests.meetings.test_minutes import published
from tests.paper.test_papers import words as printed

SECRET = "Hendes søster drikker"


@pytest.fixture
def met(town):
    met = held_meeting(town)
    minutes = published(met, "bo")
    with as_(met.karen):
        models.Minutes.objects.filter(id=minutes).update(citizen_said=f"{SECRET}\nOg mere")
    return met


def text(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def at(name, met, *more):
    return reverse(name, args=[met.course_id, met.id, *more])


def test_the_leader_covers_a_line_and_others_read_the_mark_on_screen_and_paper(met, signed_in):
    karen, bo = signed_in(met.karen), signed_in(met.bo)
    assert "Dæk noget, eller tag det ud" in text(karen.get(at("minutes", met)))
    assert SECRET in text(bo.get(at("minutes", met)))
    given = {"line": "s-0", "kind": "covered", "words": "", "reason": ""}
    again = text(karen.post(at("redact_minutes", met), given), 422)
    assert "Skriv hvorfor." in again
    assert re.search(r'value="s-0" class="[^"]*" checked', again)
    given["reason"] = "Det handler om en anden"
    part = text(karen.post(at("redact_minutes", met), {**given, "words": "øste"}), 422)
    assert "Vælg hele ord." in part
    assert 'value="øste"' in part
    done = text(karen.post(at("redact_minutes", met), given, follow=True))
    assert f"{SECRET} [udeladt for andre, 1]" in done
    assert met.bo.name in done.split("mens det stod der")[1]
    page = text(bo.get(at("minutes", met)))
    assert SECRET not in page
    assert "[udeladt 1]" in page
    assert "Grunden: Det handler om en anden" in page
    paper = printed(bo.get(at("minutes_pdf", met)).content)
    assert SECRET not in paper
    assert "Udeladt i referatet" in paper
    hers = text(signed_in(met.lived.citizen).get(at("my_minutes", met)))
    assert "Det handler om en anden" in hers
    with as_(met.karen):
        passage = models.Passage.objects.get().id
    karen.post(at("show_passage_again", met, passage), {"reason": "Hun siger ja"})
    assert SECRET in text(bo.get(at("minutes", met)))


def test_a_line_of_another_citizen_leads_on_to_being_moved(met, signed_in):
    karen = signed_in(met.karen)
    given = {"line": "s-0", "kind": "astray", "reason": "Det er en anden"}
    page = text(karen.post(at("redact_minutes", met), given, follow=True))
    assert SECRET not in page
    [link] = re.findall(r'href="([^"]+/linje/[^"]+)"', page)
    assert SECRET in text(karen.get(link))


def test_who_reads_by_topic_reads_why_something_is_left_out(town, met, signed_in):
    karen = signed_in(met.karen)
    given = {"line": "s-0", "kind": "taken", "reason": "Det er ikke hendes eget"}
    karen.post(at("redact_minutes", met), given)
    shown = render_to_string("parts/left_out.html", {"covers": covers(met)})
    assert "Udeladt 1: Det er ikke hendes eget" in shown


def covers(met):
    with as_(met.bo):
        looking.open_record(met.bo, met.course_id, "Referat")
        return queries.newest(met.id).covers


def test_nobody_but_who_leads_has_the_page(met, signed_in):
    assert signed_in(met.bo).get(at("redact_minutes", met)).status_code == 403
    assert signed_in(met.lived.citizen).get(at("redact_minutes", met)).status_code == 403
