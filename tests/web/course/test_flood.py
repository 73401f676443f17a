"""Twenty people among ten thousand junk callers, all through the public page (issue 2 §6)."""

import time
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landfast.course.queries.calls import CALLS_SHOWN
from landfast.course.queries.intake import inbox
from landfast.web.course import strangers
from tests.factories.town import as_

REAL, AT_ONE_ADDRESS = 20, 4
UNDER_A_SECOND = 1.0
QUERIES = 16
"""However much junk there is, it is counted, and a hundred lines are read."""


def stamped(seconds):
    return strangers.signing.dumps(strangers.now().timestamp() - seconds, salt=strangers.SALT)


def receipt(phone, address, seconds=60, **more):
    """What one caller is answered: nobody is refused."""
    sent = {"phone": phone, "area": "housing", "stamp": stamped(seconds), "kommentar": "", **more}
    answer = Client().post("/ring-mig-op/?om=en-anden", sent, REMOTE_ADDR=address)
    assert answer.status_code == 302, answer.content
    return answer.url.rstrip("/").rsplit("/", 1)[-1]


def junk(dice, number, sources):
    """Half the sources betray themselves; half look like people, and come often."""
    source = number % sources
    signs = {}
    if source % 2:
        signs = dice.choice([{"seconds": 1}, {"kommentar": "http://x"}, {"stamp": "forged"}])
    return receipt(f"{30000000 + number}", f"198.51.100.{source}", **signs)


def flood(town, signed_in, many, sources):
    """The real ones come in between; their receipts, the list, the page, and its queries."""
    dice = Random(many)
    places = set(dice.sample(range(many), REAL))
    codes = []
    for number in range(many):
        junk(dice, number, sources)
        if number in places:
            home = "203.0.113.1" if len(codes) < AT_ONE_ADDRESS else f"203.0.113.{len(codes) + 9}"
            codes.append(receipt(f"2030{len(codes):04}", home))
    lead = signed_in(town.karen)
    assert lead.get(reverse("intake")).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        page = lead.get(reverse("intake")).content.decode()
    with as_(town.karen):
        return codes, inbox(town.karen), page, asked, lead


def check(town, signed_in, record_property, *, many, sources):
    codes, found, page, asked, lead = flood(town, signed_in, many, sources)
    assert {row.code for row in found.calls} == set(codes)
    assert found.doubtful_count == many
    assert all(code in page for code in codes)
    assert len(found.calls) + len(found.doubtful) <= CALLS_SHOWN
    assert len(asked) <= QUERIES
    record_property("junk", many)
    record_property("real", REAL)
    return lead


def test_twenty_stand_before_the_junk_of_ten_sources(town, signed_in, record_property):
    check(town, signed_in, record_property, many=120, sources=10)


@pytest.mark.prove
def test_twenty_stand_before_ten_thousand(town, signed_in, record_property):
    """The page is timed here only: in a proof that runs alone, beside nothing else."""
    lead = check(town, signed_in, record_property, many=10_000, sources=50)
    began = time.perf_counter()
    assert lead.get(reverse("intake")).status_code == 200
    took = time.perf_counter() - began
    record_property("intake page ms", round(1000 * took))
    assert took < UNDER_A_SECOND
