"""A form that is sent when its page is closed to its writer: said plainly, and no word is lost."""

from django.urls import reverse

from landfast.journeys.stop_course import stop_course
from tests.factories.plan import accepted, wished, with_team
from tests.factories.town import as_


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


def stopped(town):
    lived = with_team(town, town.bo)
    wished(lived)
    promised = accepted(town, lived, town.bo)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived, promised


def test_what_was_typed_when_the_course_ended_is_shown_to_its_writer(town, signed_in):
    lived, promised = stopped(town)
    report = reverse("report_agreement", args=[lived.id, promised])
    bo = signed_in(town.bo)
    words = {"version": "2", "report": "not_kept", "because": "De tog aldrig telefonen."}
    answer = bo.post(report, words)
    assert answer.status_code == 404
    assert "Siden er lukket for dig nu" in text(answer)
    assert "Det, du sendte, er ikke gemt." in text(answer)
    assert "De tog aldrig telefonen." in text(answer)
    assert "not_kept" not in text(answer), "what nobody typed is not shown"


def test_who_opens_such_a_page_is_told_as_before(town, signed_in):
    lived, promised = stopped(town)
    answer = signed_in(town.bo).get(reverse("report_agreement", args=[lived.id, promised]))
    assert "Vi kan ikke finde siden" in text(answer)
    assert "Det, du sendte" not in text(answer)


def test_no_password_is_shown(town, signed_in):
    secret, bo = "en lang hemmelig sætning", signed_in(town.bo)
    for page in ("choose_password", "my_access"):
        answer = bo.post(reverse(page), {"password": secret, "again": secret})
        assert secret not in text(answer)


def test_where_only_a_form_is_sent_there_is_no_empty_page(town, signed_in):
    lived, _promised = stopped(town)
    answer = signed_in(lived.citizen).get(reverse("reopen_my_course", args=[lived.id]))
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "Vi kan ikke finde siden" in text(answer)
    assert "Gå til forsiden" in text(answer)
