"""Mine papirer, and a file on its way out of the house."""

import base64
import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landfast.access.models import Look
from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.files import actions, models
from landfast.files.rules import Kind, Readers
from landfast.journeys.hand_out_record import look_through_record
from landfast.kernel.clock import today
from tests.factories.courses import assessed_course, started_course
from tests.factories.files import SECRETS, paper, photo, sent, wave
from tests.factories.network import in_the_team
from tests.factories.town import as_

FRESH = re.compile(r"\w{64}|/filer/[\w-]{36}/")
"""A token that is new in every answer, and the address itself."""


@pytest.fixture
def lived(town):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    return lived


def put(lived, kind=Kind.PAPER, data=None, **more):
    with as_(lived.citizen):
        return actions.add(
            actor=lived.citizen, course_id=lived.id, kind=kind,
            upload=sent("", data or photo()), **{"title": "Brev fra kommunen"} | more,
        )  # fmt: skip


def shown(client, lived):
    return client.get(reverse("papers", args=[lived.id])).content.decode()


def test_she_puts_a_letter_there_shows_it_and_takes_it_away(town, lived, signed_in):
    hers, karens = signed_in(lived.citizen), signed_in(town.karen)
    add = reverse("add_paper", args=[lived.id])
    assert 'enctype="multipart/form-data"' in hers.get(add).content.decode()
    file = SimpleUploadedFile("brev.jpg", photo(), "image/jpeg")
    said = {"file": file, "title": "Brev fra kommunen", "readers": "own"}
    assert hers.post(add, said).status_code == 302
    assert "Brev fra kommunen" in shown(hers, lived)
    assert "Kun mig" in shown(hers, lived)
    assert "Brev fra kommunen" not in shown(karens, lived)
    with as_(lived.citizen):
        file_id = models.File.objects.get(scope_id=lived.id).id
    assert karens.get(reverse("file", args=[file_id])).status_code == 404
    hers.post(reverse("show_paper", args=[lived.id, file_id]))
    assert "Brev fra kommunen" in shown(karens, lived)
    got = karens.get(reverse("file", args=[file_id]))
    assert got.status_code == 200
    assert not any(secret in got.content for secret in SECRETS)
    hers.post(reverse("remove_paper", args=[lived.id, file_id]))
    assert "Brev fra kommunen" not in shown(hers, lived) + shown(karens, lived)
    assert hers.get(reverse("file", args=[file_id])).status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("brev.jpg", b"", "Filen er tom"),
        ("brev.jpg", b"<html>", "Den slags fil kan vi ikke tage imod"),
        ("brev.pdf", photo(), "Filens navn slutter på .pdf"),
        ("brev.pdf", b"%PDF-1.4", "Filen kan ikke læses"),
        ("brev.jpg", photo() + bytes(26_000_000), "Filen er for stor"),
    ],
    ids=["empty", "no picture", "lies", "broken", "large"],
)
def test_what_cannot_be_taken_is_said_at_the_field_and_the_words_stay(
    lived, signed_in, name, data, words
):
    client, add = signed_in(lived.citizen), reverse("add_paper", args=[lived.id])
    file = SimpleUploadedFile(name, data, "image/jpeg")
    answer = client.post(add, {"file": file, "title": "Fra Huslejenævnet", "readers": "own"})
    told = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_file_error"' in told
    assert words in told
    assert 'value="Fra Huslejenævnet"' in told
    with as_(lived.citizen):
        assert not models.File.objects.filter(scope_id=lived.id).exists()


def test_a_form_without_its_file_says_so(lived, signed_in):
    answer = signed_in(lived.citizen).post(
        reverse("add_paper", args=[lived.id]), {"title": "Brev", "readers": "team"}
    )
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()


def test_a_file_leaves_with_headers_that_keep_it_what_it_is(lived, signed_in):
    client = signed_in(lived.citizen)
    for data, mime, name in ((photo(), "image/jpeg", "jpg"), (paper(), "application/pdf", "pdf")):
        url = reverse("file", args=[put(lived, data=data)])
        got = client.get(url)
        assert got["Content-Type"] == mime
        assert got["X-Content-Type-Options"] == "nosniff"
        assert got["Cache-Control"] == "private, no-store"
        assert got["Content-Security-Policy"].startswith("default-src 'none'")
        assert got["Content-Security-Policy"].endswith("sandbox")
        assert got["Cross-Origin-Resource-Policy"] == "same-origin"
        assert got["Content-Disposition"].startswith('inline; filename="papir-')
        assert got["Content-Disposition"].endswith(f'.{name}"')
        assert "kommunen" not in str(got.headers)
        assert client.get(url, {"hent": "1"})["Content-Disposition"].startswith("attachment")


def test_a_telephone_gets_a_sound_piece_by_piece(lived, signed_in):
    file_id = put(lived, Kind.WORD, wave())
    client, url = signed_in(lived.citizen), reverse("file", args=[file_id])
    whole = client.get(url).content
    piece = client.get(url, headers={"range": "bytes=10-19"})
    assert (piece.status_code, piece.content) == (206, whole[10:20])
    assert piece["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert client.get(url, headers={"range": "bytes=44-"}).content == whole[44:]
    assert client.get(url, headers={"range": "bytes=99999-"}).status_code == 416
    assert client.get(url, headers={"range": "lines=1-2"}).status_code == 200
    with as_(lived.citizen):
        assert Look.objects.filter(about=file_id).count() == 5


def test_anothers_file_answers_as_one_that_is_not_there(town, lived, signed_in):
    file_id = put(lived)
    other = signed_in(assessed_course(town, "Bent Berg").citizen)
    for client in (other, signed_in(town.peter), signed_in(town.lars)):
        hidden, absent = (
            client.get(reverse("file", args=[one])) for one in (file_id, uuid4())
        )  # fmt: skip
        assert hidden.status_code == absent.status_code == 404
        same = [FRESH.sub("", one.content.decode()) for one in (hidden, absent)]
        assert same[0] == same[1]
        assert dict(hidden.headers) == dict(absent.headers)
    with as_(lived.citizen):
        assert not Look.objects.filter(about=file_id).exists()
    for name in ("show_paper", "remove_paper"):
        assert other.post(reverse(name, args=[lived.id, file_id])).status_code == 404


def test_nobody_but_she_puts_papers_there(town, lived, signed_in):
    add = reverse("add_paper", args=[lived.id])
    assert signed_in(town.karen).get(add).status_code == 403
    assert signed_in(town.peter).get(add).status_code == 404


def test_all_of_it_goes_home_with_her_and_each_file_is_logged(town, lived, signed_in):
    team, own = put(lived), put(lived, readers=Readers.OWN, data=paper())
    client = signed_in(lived.citizen)
    before = client.get(reverse("my_record", args=[lived.id])).content.decode()
    assert "Brev fra kommunen" in before
    with as_(lived.citizen):
        assert not Look.objects.filter(about__in=[team, own]).exists()
    told = json.loads(client.get(reverse("my_record_file", args=[lived.id])).content)
    rows = {
        row["file"]: base64.b64decode(row["data"])
        for table in told["tables"]
        if table["table"] == "files_content"
        for row in table["rows"]
    }
    assert rows[str(team)].startswith(b"\xff\xd8\xff")
    assert rows[str(own)].startswith(b"%PDF-")
    with as_(lived.citizen):
        assert set(Look.objects.values_list("about", flat=True)) >= {team, own}
    assert client.get(reverse("my_record_paper", args=[lived.id])).status_code == 200
    with as_(town.karen):  # what is hers alone is not in what the team hands out
        handed = look_through_record(town.karen, lived.id)
    rows = [row["id"] for one in handed.records if one.table == "files_file" for row in one.rows]
    assert rows == [team]


def test_who_is_let_in_to_a_topic_reads_the_papers_about_it_and_no_other(town, lived, signed_in):
    rent = put(lived, topic=Topic.HOUSING)
    put(lived, title="Lægens brev")
    with as_(lived.citizen):
        yes = Yes([Topic.HOUSING], "Finde en bolig", today() + timedelta(days=30))
        consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(town.solveig.person_id), yes=yes
        )
    page = signed_in(town.solveig).get(reverse("shared", args=[lived.id])).content.decode()
    assert f"/filer/{rent}/" in page
    assert "Lægens brev" not in page


def test_a_file_beside_another_mistake_is_asked_for_again(lived, signed_in):
    file = SimpleUploadedFile("brev.jpg", photo(), "image/jpeg")
    answer = signed_in(lived.citizen).post(
        reverse("add_paper", args=[lived.id]), {"file": file, "title": "Brev", "readers": "alle"}
    )
    told = answer.content.decode()
    assert answer.status_code == 422
    assert "Vælg filen igen" in told
    assert 'id="id_file_again"' in told
