"""Ward, Tuesday 02:10: whom to ring now, in one look-up (moment 1)."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from landfast.access.looks.told import looks
from landfast.access.session import acting
from landfast.course.rules.lookup import PAGE
from tests.browser.conftest import DESK, Site
from tests.factories.emergencies import CPR, known_course
from tests.factories.systems import administrators, known_as, system_that_asks
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


def test_two_administrators_give_the_wards_system_its_key_and_it_asks(site: Site):
    """The key that Olga reads on her screen, and Oskar has said yes to, is the one that works."""
    town = build_town()
    lived = known_course(town, cpr="0302801234")
    administrators(town)
    known_as(town, "AFS-7")
    for who in ("olga", "oskar"):
        site.account(getattr(town, who), f"{who}-noegle")
    site.account(lived.citizen, "jytte-noegle")
    olga = site.signed_in("olga-noegle", DESK).goes_to("/organisation/systemer/")
    olga.follows("Giv et system en nøgle").finds_no_barrier()
    olga.writes("Hvad hedder systemet?", "Afsnittets journal").touches_button("Lav nøglen")
    olga.sees("Systemet spørger her").finds_no_barrier()
    key, address = olga.page.locator("main code").all_inner_texts()
    asked = {"employee": "AFS-7", "ground": "admitted", "cpr": "0302801234"}
    assert answer(address, key, asked)[0] == 401
    oskar = site.signed_in("oskar-noegle", DESK).goes_to("/organisation/systemer/")
    oskar.touches_button("Sig ja til Afsnittets journal").sees("kan spørge nu")
    status, told = answer(address, key, asked)
    assert (status, told["found"]) == (200, True)
    assert told["coordinator"]["name"] == "Karen Koordinator"
    assert told["coordinator"]["phone"]
    assert "Jytte" not in json.dumps(told)
    status, told = answer(address, key, {"employee": "AFS-7"})
    assert (status, told["found"], told["coordinator"]) == (200, False, None)
    assert told["front_doors"]
    jytte = site.signed_in("jytte-noegle").follows("Mit valg").sees("Hvem er koordinator?")
    jytte.sees("så siden »Hvem er koordinator?«").sees("Afsnit P3")


def answer(address: str, key: str, asked: dict[str, str]):
    """What the running server answers a program: status and what it tells."""
    to = urlsplit(address)
    line = HTTPConnection(to.hostname or "", to.port, timeout=60)
    line.request(
        "POST", to.path, json.dumps(asked),
        {"Content-Type": "application/json", "Authorization": f"Bearer {key}"},
    )  # fmt: skip
    got = line.getresponse()
    told = json.loads(got.read())
    line.close()
    return got.status, told
