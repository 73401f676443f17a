"""An employee's picture: put there by herself, seen where the citizen reads whom to call."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from PIL import Image

from landfast.files import actions, models
from landfast.kernel import clock
from landfast.kernel.clock import today
from tests.factories.courses import started_course
from tests.factories.files import SECRETS, paper, photo
from tests.factories.town import as_, leaves


@pytest.fixture
def karens(town, signed_in):
    return signed_in(town.karen)


@pytest.fixture
def shown(town, karens):
    """Karen has put her picture there."""
    file = SimpleUploadedFile("mig.jpg", photo((900, 600)), "image/jpeg")
    answer = karens.post(reverse("my_face"), {"file": file})
    assert answer.status_code == 302
    return reverse("face", args=[town.karen.person_id])


def test_the_citizen_sees_the_face_of_whom_she_meets(town, shown, signed_in):
    lived = started_course(town)
    hers = signed_in(lived.citizen)
    for name in ("my_course", "my_card", "my_people"):
        assert f'<img src="{shown}"' in hers.get(reverse(name)).content.decode(), name
    got = hers.get(shown)
    assert max(Image.open(BytesIO(got.content)).size) == 320
    assert not any(secret in got.content for secret in SECRETS)
    assert got["Content-Security-Policy"].endswith("sandbox")


def test_she_changes_it_and_takes_it_away(shown, karens):
    assert shown in karens.get(reverse("my_face")).content.decode()
    png = SimpleUploadedFile("ny.png", photo(form="PNG"), "image/png")
    karens.post(reverse("my_face"), {"file": png})
    assert karens.get(shown)["Content-Type"] == "image/png"
    karens.post(reverse("hide_face"))
    assert karens.get(shown).status_code == 404


def test_only_a_picture_of_oneself_and_only_of_employees(town, karens, signed_in):
    file = SimpleUploadedFile("mig.pdf", paper(), "application/pdf")
    answer = karens.post(reverse("my_face"), {"file": file})
    assert answer.status_code == 422
    assert "Vælg et billede" in answer.content.decode()
    citizen = started_course(town).citizen
    assert signed_in(citizen).get(reverse("my_face")).status_code == 403
    with as_(town.karen):
        for person in (town.bo, citizen):
            row = models.Face(person_id=person.person_id, mime="image/png", data=b"x")
            with pytest.raises(DatabaseError), transaction.atomic():
                row.save(force_insert=True)


def test_who_has_left_is_not_shown_any_more_and_the_picture_goes(town, shown, signed_in):
    hers = signed_in(started_course(town, by=town.mads).citizen)
    assert hers.get(shown).status_code == 200
    leaves(town.karen, today() - timedelta(days=1))
    assert hers.get(shown).status_code == 404
    with as_(town.karen):
        assert models.Face.objects.count() == 1
    with clock.at(clock.now() + timedelta(days=1)), as_(None):
        actions.erase()
    with as_(town.karen):
        assert models.Face.objects.count() == 0
