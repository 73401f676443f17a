"""What happens by itself."""

from datetime import timedelta

import pytest
from django.conf import settings

from landfast.jobs.clock import Chore, chores, run_due
from landfast.kernel import clock


def test_a_chore_waits_its_time_and_a_broken_one_does_not_stop_the_others(caplog):
    done = []

    def breaks():
        raise RuntimeError("the mail server is away")

    todo = [
        Chore("breaks", timedelta(minutes=5), breaks),
        Chore("works", timedelta(minutes=5), lambda: done.append(clock.now())),
    ]
    last = {}
    start = clock.now()
    for minutes, times in ((0, 1), (4, 1), (5, 2)):
        with clock.at(start + timedelta(minutes=minutes)):
            run_due(last, todo)
        assert len(done) == times
    assert "the mail server is away" in caplog.text


@pytest.mark.django_db
def test_every_chore_of_the_house_runs_on_an_empty_database(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "LANDFAST_LOG_HEADS", tmp_path)
    for chore in chores():
        chore.do()
