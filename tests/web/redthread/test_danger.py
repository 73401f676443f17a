"""A sign that may be about life: first in the list, with the numbers to ring (domain E5)."""

from django.urls import reverse

from landfast.insight import monday_shown
from landfast.kernel.clock import today
from landfast.redthread.queries.asked import asked_of_holder, worth_of
from landfast.redthread.rules.words import LIFE, Severity
from tests.factories.meetings import prepared_meeting
from tests.factories.parts import visits
from tests.factories.signs import grounded, saw
from tests.factories.town import as_
from tests.messages.conftest import as_jobs
from tests.redthread.test_findings import lived, looked, promised
from tests.web.conftest import enter

__all__ = ["as_jobs", "lived", "promised"]


def test_it_stands_before_what_is_heavy_about_us_with_the_numbers_beside_it(lived, as_jobs):
    town, course, _promise = lived
    grounded(town)
    saw(town.bo, course.id, "suicide")
    looked(as_jobs)
    karen = enter(town.karen)
    for name in ("course", "findings"):
        page = karen.get(reverse(name, args=[course.id])).content.decode()
        said = page.index("Et spørgsmål</p>")
        assert said < page.index("Fristen er gået"), "late promises of ours come after"
        found = page[page.rindex("<article", 0, said) : page.index("</article>", said)]
        assert "tel:112" in found
        assert "tel:70201201" in found


def test_on_mandag_it_comes_first_too(lived, as_jobs):
    town, course, _promise = lived
    grounded(town)
    saw(town.bo, course.id)
    saw(town.bo, course.id, "suicide")
    looked(as_jobs)
    with as_(town.karen):
        rows = [row for row in asked_of_holder([], [course.id]) if row.what == "worth"]
    assert {"ED-07", LIFE} <= {row.answer for row in rows}
    heavy = [row._replace(need="critical", answer="RT-08") for row in rows[:1]] * 6
    first = next(row for row in rows if row.answer == LIFE)
    assert worth_of([*heavy, *rows])[0].id == first.about
    assert worth_of([*heavy, *rows])[1].severity is Severity.CRITICAL
    page = enter(town.karen).get(reverse("monday")).content.decode()
    assert page.index("Er der fare lige nu?") < page.index("holdt op med sin medicin")


def test_on_mandag_it_is_never_folded_however_many_there_are(lived, as_jobs, monkeypatch):
    monkeypatch.setattr(monday_shown, "WORTH_SHOWN", 0)
    town, course, _promise = lived
    grounded(town)
    saw(town.bo, course.id)
    saw(town.bo, course.id, "suicide")
    looked(as_jobs)
    page = enter(town.karen).get(reverse("monday")).content.decode()
    assert "Er der fare lige nu?" in page
    assert "holdt op med sin medicin" not in page, "what is no danger lies folded"


def test_another_sign_has_no_numbers_and_no_place_before_the_rest(lived, as_jobs):
    town, course, _promise = lived
    grounded(town)
    saw(town.bo, course.id)
    looked(as_jobs)
    page = enter(town.karen).get(reverse("course", args=[course.id])).content.decode()
    said = page.index("Et spørgsmål</p>")
    assert page.index("Fristen er gået") < said
    assert "tel:112" not in page[page.rindex("<article", 0, said) : page.index("</article>", said)]


def test_who_writes_it_reads_the_numbers_once_more_wherever_they_go_on_to(town, signed_in):
    met = prepared_meeting(town)
    guest = town.hire("Gitte Gæst", town.social, "case_worker")
    visits(met, guest)
    grounded(town)
    client, page = signed_in(guest), reverse("record_signal", args=[met.lived.id])
    told = {"seen_on": today().isoformat(), "words": ""}
    for kind, is_danger in (("suicide", True), ("possible_psychosis", True), ("benefit", False)):
        thanks = client.post(page, told | {"kind": kind}, follow=True).content.decode()
        assert ("Er der fare nu, så ring 112" in thanks) is is_danger
        assert ("Borgeren og teamet kan læse det" in thanks) is not is_danger
