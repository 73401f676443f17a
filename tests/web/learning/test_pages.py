"""Pages of learning from a case: a course is read without names before it is kept (J6)."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landfast.course.actions.observing import record_observation
from landfast.kernel.clock import today
from landfast.learning.actions import boards, studies
from landfast.learning.queries import studies as kept
from landfast.learning.rules.workshop import Colour, Kind
from tests.factories.plan import not_kept, with_team
from tests.factories.town import as_
from tests.paper.test_papers import assert_accessible
from tests.paper.test_papers import words as printed


@pytest.fixture
def lived(town):
    lived = with_team(town, town.bo)
    not_kept(town, lived, town.bo, text="Jytte køres til banken af Birthe den 3. maj")
    return lived


def text(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def typed(page, **more):
    """What the form holds when nobody has changed anything."""
    copy = re.search(r'name="copy" value="([^"]+)"', page)
    words = re.findall(r'name="(w\d+)"[^>]*>([^<]*)<', page)
    return {"copy": copy[1], **{name: said.strip() for name, said in words}, **more}


def test_a_course_is_read_line_by_line_and_kept_with_her_yes(town, lived, signed_in):
    karen, where = signed_in(town.karen), reverse("copy_course", args=[lived.id])
    assert where in text(karen.get(reverse("story", args=[lived.id])))
    page = text(karen.get(where))
    assert "[navn] køres til banken af Birthe den [dag]" in page
    assert "»Birthe«: Måske et navn" in page
    assert town.bo.name not in page
    # nothing is kept before it is read, nor without her yes; what was typed stands
    sent = typed(page, title="En på 50", w1="Køres til banken")
    refused = text(karen.post(where, sent), 422)
    assert "Spørg borgeren først" in refused
    assert "Køres til banken" in refused
    assert "Læs det hele" in text(karen.post(where, sent | {"said_yes": "on"}), 422)
    assert karen.post(where, sent | {"said_yes": "on", "is_read": "on"}).status_code == 302
    assert "En på 50" in text(karen.get(reverse("studies")))
    with as_(town.karen):
        [study] = kept.studies(town.karen)
    assert "Birthe" not in str(study.lines)
    assert str(lived.id) not in str(study.lines)


def test_a_name_written_after_the_reading_is_not_kept(town, lived, signed_in):
    karen, where = signed_in(town.karen), reverse("copy_course", args=[lived.id])
    sent = typed(text(karen.get(where)), title="En på 50", said_yes="on", is_read="on")
    named = town.bo.name
    for wrong in ({"title": f"Om {named}"}, {"w1": f"Ring til {named}"}, {"w1": "Ring 12345678"}):
        refused = text(karen.post(where, sent | wrong), 422)
        assert "Skriv det uden navne og numre" in refused
        assert next(iter(wrong.values())) in refused, "nothing typed is lost"
    with as_(town.karen):
        assert kept.studies(town.karen) == []
    # a line that is taken out may say what it likes
    out = karen.post(where, sent | {"w1": named, "x1": "on"})
    assert "Skriv det uden navne og numre" not in out.content.decode()


def test_a_long_course_is_copied_a_time_at_a_time(town, lived, signed_in, monkeypatch):
    karen, where = signed_in(town.karen), reverse("copy_course", args=[lived.id])
    monkeypatch.setattr("landfast.web.learning.period.LINES_MOST", 1)
    for days in (3, 800):
        observe(town, lived, days)
    page = text(karen.get(where))
    assert "Vælg en kortere tid" in page
    far = today() - timedelta(days=800)
    assert f"fra={far:%Y}-01-01" in page
    assert 'name="w1"' in text(karen.get(where, {"fra": f"{far}", "til": f"{far}"}))
    for wrong, said in (
        ({"fra": f"{today()}", "til": f"{far}"}, "kommer efter den første"),
        ({"til": "1990-01-01"}, "ikke noget i den tid"), ({"fra": "i går"}, "error"),
    ):  # fmt: skip
        assert said in text(karen.get(where, wrong))


def observe(town, lived, days):
    with as_(town.karen):
        record_observation(
            actor=town.karen, course_id=lived.id, kind="context", words="Flyttede",
            happened_on=today() - timedelta(days=days), source="Moren",
        )  # fmt: skip


def test_two_audits_stand_side_by_side_and_she_sees_that_a_copy_was_kept(town, lived, signed_in):
    karen, where = signed_in(town.karen), reverse("copy_course", args=[lived.id])
    sent = typed(text(karen.get(where)), title="En på 50", said_yes="on", is_read="on")
    assert karen.post(where, sent).status_code == 302
    compare = reverse("compare_audits")
    assert "når du har holdt to" in text(karen.get(compare))
    with as_(town.karen):
        [study] = kept.studies(town.karen)
    for answer in ("no", "yes"):
        with as_(town.karen):
            key = studies.begin(actor=town.karen, study_id=study.id, kind=Kind.AUDIT)
            code = kept.gathered(town.karen, key).workshop.code
        with as_(None):
            token = boards.join(code=code, name="Bord 1", source="her")
            boards.say(token=token, themes="", challenge="Jens slap den", meets_it="",
                       answers={"one_holds": answer})  # fmt: skip
    assert compare in text(karen.get(reverse("studies")))
    page = text(karen.get(compare))
    assert page.index("Nej: 1") < page.index("Ja: 1"), "the oldest first"
    assert signed_in(town.bo).get(compare, {"den": str(key), "anden": str(key)}).status_code == 200
    with as_(town.karen):
        assert kept.gathered(town.karen, key).groups[0].challenge == "[navn] slap den"
    hers = text(signed_in(lived.citizen).get(reverse("my_say")))
    assert "Vi gemte en kopi af dit forløb" in hers


def test_who_does_not_lead_her_meetings_copies_nothing(town, lived, signed_in):
    where = reverse("copy_course", args=[lived.id])
    bo, karen = signed_in(town.bo), signed_in(town.karen)
    assert where not in text(bo.get(reverse("story", args=[lived.id])))
    assert signed_in(town.peter).get(where).status_code == 404
    sent = typed(text(karen.get(where)), title="T", said_yes="on", is_read="on")
    assert bo.post(where, sent).status_code in {403, 404}
    assert karen.post(where, sent | {"copy": "forged"}).status_code in {409, 422}


def test_a_file_that_is_none_is_told_at_the_field(town, signed_in):
    karen, where = signed_in(town.karen), reverse("copy_file")
    for content in (b"{}", b"\xff\xfe", b""):
        sent = SimpleUploadedFile("sag.json", content, "application/json")
        assert "error" in text(karen.post(where, {"file": sent}), 422)
    assert karen.post(where, {"file": ""}).status_code == 422


def test_the_wall_and_the_report_tell_what_was_marked_and_an_audit_counts_answers(
    town, lived, signed_in, django_assert_max_num_queries
):
    karen, where = signed_in(town.karen), reverse("copy_course", args=[lived.id])
    sent = typed(text(karen.get(where)), title="En på 50", said_yes="on", is_read="on")
    karen.post(where, sent)
    with as_(town.karen):
        [study] = kept.studies(town.karen)
    begun = karen.post(reverse("begin_workshop", args=[study.id]), {"kind": "audit"})
    with as_(town.karen):
        [workshop] = kept.studies(town.karen)[0].workshops
    with as_(None):
        token = boards.join(code=workshop.code, name="Bord 1", source="s")
        boards.put_mark(token=token, line=1, colour=Colour.RED, words="Ingen ringede")
        said = {"themes": "Løfter", "challenge": "Ingen fulgte op", "meets_it": "En frist"}
        boards.say(token=token, **said, answers={"kept": "no"})
    with django_assert_max_num_queries(16):
        page = text(karen.get(begun.headers["Location"]))
    for words in ("Ingen ringede", "Ingen fulgte op", "Løfter", "Nej: 1"):
        assert words in page
    part = karen.get(begun.headers["Location"], headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="gathered"')
    paper = karen.get(reverse("workshop_report", args=[workshop.id])).content
    assert_accessible(paper, "Workshop: En på 50")
    for words in ("Rødt (Bord 1): Ingen ringede", "En frist"):
        assert words in printed(paper)
    assert signed_in(town.bo).get(begun.headers["Location"]).status_code == 404


def test_a_stranger_with_a_wrong_code_or_link_is_told_kindly(client, db):
    door = reverse("workshop_door")
    answer = client.post(door, {"code": "BBBB BBBB", "name": "Bord 1"})
    assert "Koden passer ikke" in text(answer, 422)
    assert client.get(reverse("workshop_board", args=["forged"])).status_code == 404
    assert client.post(reverse("workshop_mark", args=["forged"]), {}).status_code == 404
