"""Ward, Tuesday 02:10: whom to ring now, in one look-up (moment 1)."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from landfast.access.looks.told import looks
from landfast.access.session import acting
from landfast.course.rules.lookup import PAGE
from tests.browser.conftest import Site
from tests.factories.emergencies import CPR, known_course
from tests.factories.systems import system_that_asks
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_nurse_finds_whom_to_ring_and_the_citizen_sees_the_look(site: Site):
    town = build_town()
    lived = known_course(town)
    site.account(town.anna, "anna-vagt")
    site.account(lived.citizen, "jytte-vagt")
    anna = site.signed_in("anna-vagt").follows("Hvem er koordinator?").finds_no_barrier()
    anna.writes("Borgerens CPR-nummer", CPR).ticks("Borgeren er indlagt hos os")
    anna.touches_button("Find koordinatoren").sees("Karen Koordinator").finds_no_barrier()
    anna.does_not_see("Jytte")
    assert anna.touches <= 3
    jytte = site.signed_in("jytte-vagt").sees("Flere af mine sider").finds_no_barrier()
    jytte.follows("Mit valg").sees("Hvem er koordinator?")
    jytte.follows("Ring til min koordinator").sees_in("#coordinator", "Hvem er der for mig")


def test_a_wards_own_system_asks_the_running_server(site: Site):
    """A program that knows nothing of Landfast: plain HTTP, a key, an answer (B5 as an API)."""
    town = build_town()
    lived = known_course(town, cpr="0202801234")
    key = system_that_asks(town)
    address = urlsplit(site.url)
    line = HTTPConnection(address.hostname or "", address.port, timeout=60)
    asked = {"employee": "AFS-1", "ground": "acute", "cpr": "0202801234"}
    for given, status in ((key, 200), ("lf_lost", 401)):
        line.request(
            "POST", "/api/1/hvem-er-koordinator", json.dumps(asked),
            {"Content-Type": "application/json", "Authorization": f"Bearer {given}"},
        )  # fmt: skip
        answer = line.getresponse()
        told = json.loads(answer.read())
        assert answer.status == status
        assert answer.getheader("Set-Cookie") is None
        assert told.get("found", False) == (status == 200)
    line.close()
    with acting(lived.citizen):
        assert [row.what for row in looks(lived.id) if row.what == PAGE] == [PAGE]
