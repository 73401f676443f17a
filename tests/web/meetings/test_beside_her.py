"""Pages of the preparation: own line, interpreter, companion, the points she agreed to."""

from django.urls import reverse

from landfast.meetings import actions, queries
from landfast.meetings.rules import Attends
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_


def text(response):
    return response.content.decode()


def test_bo_writes_his_line_and_the_coordinator_reads_it(town, signed_in):
    met = prepared_meeting(town, call=True)
    bo, page = signed_in(met.bo), reverse("write_own_line", args=[met.guests["bo"]])
    assert page in text(bo.get(reverse("invitations")))
    assert "Skriv, hvad din opgave er her." in text(bo.post(page, {"own_task": ""}))
    sent = bo.post(page, {"own_task": "Nætterne", "own_limit": "Ikke medicin", "can_promise": "Ro"})
    assert sent.status_code == 302
    seen = text(signed_in(met.karen).get(reverse("prepare_meeting", args=[met.course_id, met.id])))
    assert all(word in seen for word in ("Nætterne", "Ikke medicin", "Min grænse"))
    others = bo.get(reverse("write_own_line", args=[met.guests["anna"]]))
    assert others.status_code == 404


def test_the_interpreter_stands_on_the_meeting_until_it_is_booked(town, signed_in):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        wants = frame(interpreter="greenlandic", companion="Moster Inger", avoid_places="Rådhuset")
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=wants)
    karen, page = signed_in(met.karen), reverse("prepare_meeting", args=[met.course_id, met.id])
    seen = text(karen.get(page))
    assert all(
        word in seen for word in ("Grønlandsk", "ikke bestilt endnu", "Moster Inger", "Rådhuset")
    )
    book = reverse("book_interpreter", args=[met.course_id, met.id])
    assert "Skriv, hvor tolken er bestilt." in text(karen.post(book, {"interpreter_who": ""}))
    karen.post(book, {"interpreter_who": "Tolkebureauet"})
    assert "bestilt: Tolkebureauet" in text(karen.get(page))


def test_she_lets_them_talk_about_one_point_without_her(town, signed_in):
    met = prepared_meeting(town, call=True)
    jytte, page = (
        signed_in(met.lived.citizen),
        reverse("agree_points", args=[met.course_id, met.id]),
    )
    assert "Hvem ringer jeg til?" in text(jytte.get(page))
    assert jytte.post(page, {"csrfmiddlewaretoken": "x"}).status_code == 422
    with as_(met.lived.citizen):
        _first, second = queries.meeting(met.id).themes
    assert jytte.post(page, {"points": [str(second.id)]}).status_code == 302
    with as_(met.karen):
        seen = queries.meeting(met.id)
    assert (seen.attends, [one.is_agreed for one in seen.themes]) == (Attends.POINTS, [False, True])
    beside = text(signed_in(met.karen).get(page))
    assert "uden borgeren" in beside


def test_her_language_stands_on_her_card_and_in_the_next_meeting(town, signed_in):
    met = prepared_meeting(town)
    jytte = signed_in(met.lived.citizen)
    assert "brug for tolk" not in text(jytte.get(reverse("my_card")))
    wrong = jytte.post(reverse("write_my_statement", args=[met.course_id]), {"language": "klingon"})
    assert wrong.status_code == 422
    jytte.post(reverse("write_my_statement", args=[met.course_id]), {"language": "greenlandic"})
    assert "Jeg har brug for tolk: Grønlandsk" in text(jytte.get(reverse("my_card")))
    begun = jytte.post(reverse("meetings", args=[met.course_id]), {"format_code": "M-01"})
    assert "Grønlandsk" in text(jytte.get(begun.url))
