"""What she reads, on the screen and on paper, when her minutes are put right or recalled."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from landfast.meetings import actions
from landfast.network.actions import end_member
from landfast.network.queries import members
from tests.factories.meetings import held_meeting, is_over, prepared_meeting
from tests.factories.town import as_
from tests.refusing import refused


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


def paper(answer):
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join("".join(one.extract_text() for one in pages).split())


@pytest.fixture
def sent(town):
    met = held_meeting(town)
    with as_(met.karen):
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
    with as_(met.lived.citizen):
        actions.see_minutes(actor=met.lived.citizen, minutes_id=minutes, note="Hver lørdag")
    with as_(met.karen):
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=[met.guests["bo"]])
    return met, minutes


def test_put_right_she_reads_why_and_her_word_stands(sent, signed_in):
    met, minutes = sent
    me, keys = signed_in(met.lived.citizen), [met.course_id, met.id]
    with as_(met.karen):
        new = actions.correct_minutes(
            actor=met.karen, minutes_id=minutes, reason="Dagen var forkert"
        )
    page = text(me.get(reverse("my_minutes", args=keys)))
    assert "Referatet bliver rettet. Du ser det nye først." in page
    with as_(met.karen):
        actions.show_minutes(actor=met.karen, minutes_id=new)
    page = text(me.get(reverse("my_minutes", args=keys)))
    assert "Dagen var forkert" in page
    assert "Hver lørdag</textarea>" in page
    with as_(met.lived.citizen):
        actions.see_minutes(actor=met.lived.citizen, minutes_id=new, note="Hver lørdag")
    with as_(met.karen):
        actions.publish_minutes(actor=met.karen, minutes_id=new, recipients=[met.guests["bo"]])
    read = paper(signed_in(met.bo).get(reverse("minutes_pdf", args=keys)))
    assert "Udgave: 2 (rettet: Dagen var forkert)" in read


def test_recalled_she_reads_why_and_the_paper_does_not_say_that_it_never_left(sent, signed_in):
    met, minutes = sent
    me, keys = signed_in(met.lived.citizen), [met.course_id, met.id]
    with as_(met.karen):
        actions.recall_minutes(actor=met.karen, minutes_id=minutes, reason="Sendt til den forkerte")
    page = text(me.get(reverse("my_minutes", args=keys)))
    assert "Det er trukket tilbage." in page
    assert "Sendt til den forkerte" in page
    read = paper(me.get(reverse("minutes_pdf", args=keys)))
    assert "Udgave: 1 (trukket tilbage: Sendt til den forkerte)" in read
    assert "ikke sendt ud" not in read


def test_minutes_are_sent_to_nobody_whom_she_has_closed_for_since(town, signed_in):
    met = held_meeting(town)
    keys, karen = [met.course_id, met.id], signed_in(town.karen)
    with as_(met.karen):
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
    page = reverse("minutes", args=keys)
    assert "Kan ikke længere læse med" not in text(karen.get(page))
    everybody = {"recipients": [met.guests[name] for name in ("bo", "anna", "sister")]}
    with as_(met.lived.citizen):
        [bo] = [one for one in members(met.course_id) if one.person_id == met.bo.person_id]
        end_member(actor=met.lived.citizen, course_id=met.course_id, member_id=bo.id)
    shown = text(karen.get(page))
    assert "Kan ikke længere læse med og får det ikke: Bo Bostøtte." in shown
    assert str(met.guests["bo"]) not in shown
    stale = karen.post(reverse("publish_minutes", args=keys), everybody)
    assert stale.status_code == 422
    assert "En af dem kan ikke længere læse med." in text(stale)
    with as_(met.karen), refused("cannot_read", "recipients"):
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, **everybody)
    others = {"recipients": [met.guests["anna"], met.guests["sister"]]}
    assert karen.post(reverse("publish_minutes", args=keys), others).status_code == 302
    hers = text(signed_in(met.lived.citizen).get(reverse("my_minutes", args=keys)))
    assert "Bo Bostøtte" not in hers.partition("Det er sendt til:")[2].partition("</p>")[0]


def test_recalled_minutes_are_not_missing_and_the_lists_say_so(sent, signed_in):
    met, minutes = sent
    karen, me = signed_in(met.karen), signed_in(met.lived.citizen)
    with as_(met.karen):
        actions.recall_minutes(actor=met.karen, minutes_id=minutes, reason="Jens vil ikke")
    assert "referatet mangler" not in text(karen.get(reverse("monday")))
    course = text(karen.get(reverse("course", args=[met.course_id])))
    assert "Referatet fra mødet mangler" not in course
    assert "Trukket tilbage" in text(karen.get(reverse("meetings", args=[met.course_id])))
    mine = text(me.get("/mit/moeder/"))
    assert reverse("my_minutes", args=[met.course_id, met.id]) in mine
    assert "Referatet er trukket tilbage." in mine


def test_who_had_them_reads_that_they_are_put_right_or_recalled(sent, signed_in):
    met, minutes = sent
    page, bo = reverse("minutes", args=[met.course_id, met.id]), signed_in(met.bo)
    anna, karen = signed_in(met.anna), signed_in(met.karen)
    with as_(met.karen):
        new = actions.correct_minutes(actor=met.karen, minutes_id=minutes, reason="Forkert dag")
    assert "Referatet bliver rettet. Borgeren ser det nye først." in text(bo.get(page))
    assert "bliver rettet" not in text(anna.get(page)), "she had none"
    with as_(met.karen):
        actions.show_minutes(actor=met.karen, minutes_id=new)
        actions.note_seen_beside(actor=met.karen, minutes_id=new)
    assert "Referatet bliver rettet." in text(bo.get(page))
    given = karen.get(page).context["publish_form"].initial["recipients"]
    assert str(met.guests["bo"]) in given
    with as_(met.karen):
        actions.publish_minutes(actor=met.karen, minutes_id=new, recipients=[met.guests["anna"]])
    assert "Der er en ny udgave, som ikke er sendt til dig." in text(bo.get(page))
    with as_(met.karen):
        actions.recall_minutes(actor=met.karen, minutes_id=new, reason="Til en forkert")
    assert "Referatet er trukket tilbage. Spørg koordinatoren." in text(bo.get(page))


def test_a_version_is_ticked_for_who_had_the_one_before_though_not_there(town, signed_in):
    met = prepared_meeting(town, call=True)
    is_over(met, met.guests["anna"])
    bo = met.guests["bo"]
    with as_(met.karen):
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=[bo])
        new = actions.correct_minutes(actor=met.karen, minutes_id=minutes, reason="Forkert dag")
        actions.show_minutes(actor=met.karen, minutes_id=new)
    shown = signed_in(met.karen).get(reverse("minutes", args=[met.course_id, met.id]))
    assert str(bo) in shown.context["publish_form"].initial["recipients"]
