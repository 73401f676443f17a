"""Who reads the table of sessions cannot come in with what stands there."""

from django.contrib.sessions.models import Session
from django.test import Client

from landfast.web.session_store import SessionStore, digest


def test_the_key_of_a_session_is_in_the_cookie_only(town, signed_in):
    client = signed_in(town.karen)
    key = client.cookies["sessionid"].value
    kept = set(Session.objects.values_list("session_key", flat=True))
    assert digest(key) in kept
    assert key not in kept
    assert client.get("/mandag/").status_code == 200
    other = Client()
    other.cookies["sessionid"] = digest(key)
    assert other.get("/mandag/").status_code == 302, "what stands in the table opens nothing"


def test_a_session_is_saved_found_renewed_and_ended(db):
    one = SessionStore()
    one["word"] = "hej"
    one.save()
    assert SessionStore(one.session_key)["word"] == "hej"
    first = one.session_key
    one.cycle_key()
    assert not one.exists(first)
    assert SessionStore(one.session_key)["word"] == "hej"
    one.flush()
    assert Session.objects.count() == 0
    assert SessionStore("made-up-and-long-enough-to-be-a-key").load() == {}
