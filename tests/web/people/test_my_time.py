"""Min tid: an employee's hours and calendars in the browser."""

from datetime import timedelta

from django.urls import reverse

from landfast.jobs import calendars as job
from landfast.kernel.clock import today
from landfast.people import models
from tests.factories.town import as_
from tests.people.test_calendars import FEED, feed


def test_the_page_adds_shows_and_removes(town, signed_in, monkeypatch):
    monkeypatch.setattr(job, "fetch", lambda *_: feed(today() + timedelta(days=1)))
    client = signed_in(town.bo)
    wrong = client.post(reverse("my_time"), {"address": "kalender"})
    assert wrong.status_code == 422
    assert "https://" in wrong.content.decode()
    client.post(reverse("my_time"), {"address": FEED})
    job.read_due()
    shown = client.get(reverse("my_time")).content.decode()
    assert "kalender.example" in shown
    assert "hemmelig-bo" not in shown
    assert "mandag 8–15.30" in shown
    assert "Du er optaget 1 gang" in shown
    with as_(town.bo):
        row = models.Calendar.objects.get()
    client.post(reverse("remove_calendar", args=[row.id]))
    assert "kalender.example" not in client.get(reverse("my_time")).content.decode()
