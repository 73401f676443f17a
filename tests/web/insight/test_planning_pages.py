"""A quarter in the browser of a leader: started, followed, read, taken."""

from django.urls import reverse

from landfast.jobs import planning as job
from landfast.meetings import models
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_


def test_a_plan_is_started_followed_and_taken(town, signed_in, settings):
    settings.LANDFAST_PLAN_SECONDS = 5
    met, other = prepared_meeting(town), prepared_meeting(town)
    with as_(town.karen):
        models.Meeting.objects.update(starts_at=None, place="")
        models.Meeting.objects.filter(id=other.id).update(weekdays=[6])
    client = signed_in(town.dorte)
    where = reverse("planned_units")
    wrong = client.post(where, {"first": "1.5.2031", "last": "1.4.2031"})
    assert wrong.status_code == 422
    assert "Den sidste dag skal ligge efter den første." in wrong.content.decode()
    page = client.post(where, client.get(where).context["form"].initial)["Location"]
    going = client.get(page).content.decode()
    assert "<progress" in going
    assert 'hx-trigger="every 2s"' in going
    assert (
        "Der bliver allerede planlagt."
        in client.post(where, {"first": "1.5.2031", "last": "2.5.2031"}).content.decode()
    )
    job.plan_waiting()
    part = client.get(page, headers={"HX-Request": "true"}).content.decode()
    assert "<h1" not in part
    assert "hx-trigger" not in part
    assert "1 af 2 møder har en tid." in part
    assert "Karen Koordinator har ingen tid" in part
    taken = client.post(page + "tag/", follow=True).content.decode()
    assert "1 møde har fået en tid." in taken
    assert "Tag planen" not in taken
    with as_(town.karen):
        assert models.Meeting.objects.get(id=met.id).starts_at


def test_who_leads_nothing_has_no_such_page(town, signed_in):
    assert signed_in(town.karen).get(reverse("planned_units")).status_code == 403
