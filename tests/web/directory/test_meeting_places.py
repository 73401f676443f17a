"""Lokaler og mødedage in the browser of who leads the unit."""

from django.urls import reverse


def test_a_daily_leader_finds_adds_and_ends_them(town, signed_in):
    client, unit = signed_in(town.dorte), town.coordination
    assert reverse("planned_units") in client.get(reverse("overview")).content.decode()
    where = reverse("meeting_places", args=[unit])
    assert where in client.get(reverse("planned_units")).content.decode()
    wrong = client.post(reverse("add_room", args=[unit]), {"name": "", "place": "Rådhuset"})
    assert wrong.status_code == 422
    assert "Skriv, hvad lokalet hedder." in wrong.content.decode()
    client.post(
        reverse("add_room", args=[unit]),
        {"name": "Stuen", "place": "Rådhuset", "seats": "8", "way": "15"},
    )
    client.post(
        reverse("add_meeting_day", args=[unit]),
        {"weekday": "1", "opens": "9:00", "closes": "12:00"},
    )
    shown = client.get(where).content.decode()
    assert "8 pladser" in shown
    assert "9–12" in shown
    wrong = client.post(
        reverse("add_meeting_day", args=[unit]),
        {"weekday": "1", "opens": "11:00", "closes": "13:00"},
    )
    assert "Enheden har allerede en mødetid" in wrong.content.decode()
    for name in ("close_room", "remove_meeting_day"):
        address = reverse(name, args=[unit, unit])
        assert client.post(address).status_code == 404
    for form in shown.split('action="')[1:]:
        address = form.split('"')[0]
        if address.endswith(("/luk/", "/fjern/")):
            client.post(address)
    assert "Der er ingen faste mødedage endnu." in client.get(where).content.decode()


def test_a_coordinator_does_not_keep_them(town, signed_in):
    assert (
        signed_in(town.karen).get(reverse("meeting_places", args=[town.coordination])).status_code
        == 403
    )
