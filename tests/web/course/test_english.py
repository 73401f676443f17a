"""Who chose English reads what ships with Landfast, and what was told outside it, in English."""

import pytest
from django.urls import reverse

from landfast.course.actions.observing import record_observation
from landfast.kernel.clock import today
from tests.factories.courses import started_course
from tests.factories.referrals import taken
from tests.factories.shipped import load_shipped
from tests.factories.town import as_


@pytest.fixture
def english(town, signed_in):
    client = signed_in(town.karen)
    client.post(reverse("language"), {"sprog": "en", "tilbage": "/"})
    return client


def test_criteria_and_their_programme(town, english):
    load_shipped()
    page = english.get(reverse("assess", args=[taken(town)])).content.decode()
    assert "The citizen is 50 or older" in page
    assert "Borgeren er 50" not in page
    assert "The Collaboration Model" in page


def test_what_was_told_outside(town, english):
    lived = started_course(town)
    told = {
        "demands": [{"by": "jobcenter_worker", "tag": "attendance"},
                    {"by": "psychiatrist", "tag": "rest"}],
    }  # fmt: skip
    with as_(town.karen):
        record_observation(
            actor=town.karen, course_id=lived.id, kind="demand", happened_on=today(), words="",
            roles=["psychiatrist"], source="Søsteren", facts=told,
        )  # fmt: skip
    page = english.get(reverse("observations", args=[lived.id])).content.decode()
    assert "requires attendance" in page
    for danish in ("kræver", "Krav til borgeren", "Psykiater"):
        assert danish not in page
