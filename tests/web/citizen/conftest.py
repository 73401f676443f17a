"""What citizens can read: walked through once, read by all tests of a file."""

from typing import Any

import pytest

from tests.factories.meetings import running_meeting
from tests.factories.town import the_town
from tests.factories.whole import told_course, whole_course
from tests.web.citizen.mistakes import after_mistakes
from tests.web.citizen.rare import rare_pages
from tests.web.citizen.undone import undone
from tests.web.citizen.walk import Walk, reading
from tests.web.conftest import enter

OTHERS = {
    "in a meeting": lambda town: running_meeting(town).lived,
    "after a meeting": told_course,
}
"""Beside Jytte, whose course has everything: those who stand where she does not."""


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: Any) -> Walk:
    """Every page and paper that a citizen can open."""
    walked = Walk()
    with django_db_blocker.unblock():
        rare = dict(rare_pages(lambda who: reading(enter(who))))
    with django_db_blocker.unblock(), undone():
        town = the_town()
        client = enter(whole_course(town).citizen)
        hers = reading(client)
        walked.goes(hers).tries_the_rest(hers)
        walked.pages.update(dict(after_mistakes(walked, client)))
        for make in OTHERS.values():
            walked.goes(reading(enter(make(town).citizen)))
        walked.pages.update(rare)
        walked.linked.update(rare)
    return walked
