"""A yes on paper with the paper itself; her own word to a meeting, spoken in."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landfast.access.models import Look
from landfast.consent import queries as consent
from landfast.files import models
from landfast.meetings import actions as meetings
from landfast.meetings import queries as meeting_queries
from landfast.meetings.rules import Attends, Stage
from landfast.network.models import Member
from tests.factories.courses import started_course
from tests.factories.files import m4a, paper, photo, wave
from tests.factories.meetings import prepared_meeting, running_meeting
from tests.factories.town import as_

FILE = re.compile(r"/filer/[\w-]{36}/")
YES = {
    "topics": ["health"], "purpose": "Finde en bolig", "days": "90", "when": "always",
    "how": "on_paper", "evidence": "Skrevet under hjemme hos hende", "waived_because": "",
}  # fmt: skip


def upload(data, name="papir.jpg", mime="image/jpeg"):
    return SimpleUploadedFile(name, data, mime)


@pytest.fixture
def lived(town):
    return started_course(town)


def test_the_signed_paper_stands_on_the_receipt_and_she_opens_it(town, lived, signed_in):
    karens, hers = signed_in(town.karen), signed_in(lived.citizen)
    give = reverse("share_with", args=[lived.id, "enhed", town.social])
    assert 'enctype="multipart/form-data"' in karens.get(give).content.decode()
    karens.post(give, YES | {"file": upload(photo())})
    with as_(lived.citizen):
        (row,) = consent.shares(lived.id)
    receipt = reverse("share_receipt", args=[lived.id, row.id])
    for client in (hers, karens):
        page = client.get(receipt).content.decode()
        assert "Se det underskrevne papir" in page
        assert client.get(FILE.search(page)[0])["Content-Type"] == "image/jpeg"
    with as_(lived.citizen):
        whats = Look.objects.filter(about=row.paper).values_list("what", flat=True)
        assert list(whats) == ["Fil: underskrevet papir"] * 2
    assert signed_in(town.peter).get(reverse("file", args=[row.paper])).status_code == 404


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"file": upload(b"MZ", "papir.jpg")}, "file", "Den slags fil"),
        ({"file": upload(paper(password="x"), "papir.pdf")}, "file", "låst med en adgangskode"),
        ({"file": upload(photo()), "how": "orally"}, "how", "skrevet under på papir"),
    ],
    ids=["no paper", "locked", "said aloud"],
)
def test_a_paper_that_cannot_be_taken_leaves_no_yes(town, lived, signed_in, change, field, words):
    give = reverse("share_with", args=[lived.id, "enhed", town.social])
    answer = signed_in(town.karen).post(give, YES | change)
    told = answer.content.decode()
    assert answer.status_code == 422
    assert words in told
    assert f'id="id_{field}_error"' in told
    assert "Skrevet under hjemme hos hende" in told
    with as_(lived.citizen):
        assert consent.shares(lived.id) == []
        assert not models.File.objects.filter(scope_id=lived.id).exists()


def test_her_own_yes_asks_for_no_paper(town, lived, signed_in):
    give = reverse("share_with", args=[lived.id, "enhed", town.social])
    assert 'type="file"' not in signed_in(lived.citizen).get(give).content.decode()


def spoken(client, met, data=None, name="optagelse.m4a"):
    today = reverse("attend_otherwise", args=[met.course_id, met.id])
    file = upload(data or m4a(), name, "audio/mp4")
    return client.post(today, {"attends": "own_word", "own_word": "Læs det her", "file": file})


def test_her_own_word_is_spoken_in_and_heard_where_the_meeting_is_prepared_and_held(
    town, signed_in
):
    met = prepared_meeting(town, call=True)
    hers, karens = signed_in(met.lived.citizen), signed_in(town.karen)
    today = reverse("attend_otherwise", args=[met.course_id, met.id])
    asked = hers.get(today).content.decode()
    assert re.search(r'<input type="file"[^>]*accept="audio/\*"[^>]* capture', asked)
    assert 'type="file"' not in karens.get(today).content.decode()  # her voice is her own
    assert spoken(hers, met).status_code == 302
    with as_(town.karen):
        view = meeting_queries.meeting(met.id)
        assert (view.attends, view.own_word) == (Attends.OWN_WORD, "Læs det her")
    for client, name in ((hers, "prepare_meeting"), (karens, "prepare_meeting"), (hers, None)):
        page = client.get(reverse(name, args=[met.course_id, met.id]) if name else today)
        told = page.content.decode()
        assert '<audio controls preload="none"' in told
        assert "Læs det her" in told
        assert client.get(FILE.search(told)[0])["Content-Type"] == "audio/mp4"


def test_it_is_heard_in_the_room(town, signed_in):
    met = running_meeting(town, Stage.FRAME)
    assert spoken(signed_in(met.lived.citizen), met).status_code == 302
    room = signed_in(town.karen).get(reverse("hold_meeting", args=[met.course_id, met.id]))
    assert "<audio controls" in room.content.decode()


def test_a_new_one_takes_the_old_ones_place_and_she_takes_it_back(town, signed_in):
    met = prepared_meeting(town, call=True)
    hers = signed_in(met.lived.citizen)
    today = reverse("attend_otherwise", args=[met.course_id, met.id])
    assert spoken(hers, met, photo(), "foto.jpg").status_code == 422
    for data, name in ((m4a(), "a.m4a"), (wave(), "b.wav")):
        spoken(hers, met, data, name)
    with as_(met.lived.citizen):
        assert models.File.objects.filter(removed_at=None).count() == 1
    told = hers.get(today).content.decode()
    assert hers.get(FILE.search(told)[0])["Content-Type"] == "audio/wav"
    back = reverse("take_back_sound", args=[met.course_id, met.id])
    hers.post(back)
    assert "<audio" not in hers.get(today).content.decode()
    assert hers.get(FILE.search(told)[0]).status_code == 404
    assert hers.post(back).status_code == 404
    with as_(town.karen):
        meetings.attend_otherwise(
            actor=town.karen, meeting_id=met.id, attends=Attends.BY_PHONE, own_word="Ring til mig"
        )


def test_a_yes_to_the_team_on_paper_has_the_paper_and_a_no_has_none(town, lived, signed_in):
    karens, hers = signed_in(town.karen), signed_in(lived.citizen)
    add = reverse("add_member", args=[lived.id, town.bo.person_id])
    assert 'enctype="multipart/form-data"' in karens.get(add).content.decode()
    said = {"answer": "on_paper", "helps_with": "Posten", "sphere": "social", "closeness": "near"}
    for change, field in (({"answer": "orally"}, "answer"), ({"answer": "no_on_paper"}, "file")):
        refused = karens.post(add, said | change | {"file": upload(photo())})
        assert refused.status_code == 422
        assert f'id="id_{field}_error"' in refused.content.decode()
    with as_(lived.citizen):
        assert consent.consents(lived.id) == []
        assert not models.File.objects.filter(scope_id=lived.id).exists()
    assert karens.post(add, said | {"file": upload(photo())}).status_code == 302
    with as_(lived.citizen):
        (row,) = consent.consents(lived.id)
    shown = hers.get(reverse("my_say")).content.decode()
    assert reverse("file", args=[row.paper]) in shown
    assert hers.get(reverse("file", args=[row.paper]))["Content-Type"] == "image/jpeg"
    with as_(town.karen):
        member = Member.objects.get(person_id=town.bo.person_id).id
    asked = karens.get(reverse("change_member", args=[lived.id, member])).content.decode()
    assert "Se det underskrevne papir" in asked
    assert signed_in(town.peter).get(reverse("file", args=[row.paper])).status_code == 404
