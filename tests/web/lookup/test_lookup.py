"""Who is the coordinator? The page of a ward at night."""

from datetime import time

import pytest

from landfast.directory import actions as directory
from landfast.directory.rules import Line
from landfast.kernel.clock import at
from tests.factories.emergencies import CPR, known_course
from tests.factories.town import as_
from tests.network.test_queries import TUESDAY_22

URL = "/hvem-er-koordinator/"
NIGHT = Line("Døgnvagten", "70 70 70 70", frozenset(), time(0), time(0), always=True)


@pytest.fixture
def lived(town):
    found = known_course(town)
    with as_(town.dorte):
        directory.set_organisation_lines(actor=town.dorte, unit_id=town.coordination, lines=[NIGHT])
    return found


def body(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_a_nurse_finds_whom_to_ring_and_the_citizen_sees_that_she_looked(town, lived, signed_in):
    nurse = signed_in(town.anna)
    assert "Hvem er koordinator?" in body(nurse.get("/delt/"))
    page = body(nurse.post(URL, {"ground": "admitted", "cpr": CPR}))
    assert "Karen Koordinator" in page
    assert "Døgnvagten" in page
    assert "Jytte" not in page
    assert "så siden »Hvem er koordinator?«" in body(signed_in(lived.citizen).get("/mit/valg/"))


def test_without_a_ground_nobody_is_looked_for_and_it_says_where_to_ring(town, lived, signed_in):
    page = body(signed_in(town.anna).post(URL, {"ground": "none", "cpr": CPR}))
    assert "Så kan vi ikke sige det her" in page
    assert "Døgnvagten" in page
    assert "Karen Koordinator" not in page
    assert "Hvem er koordinator" not in body(signed_in(lived.citizen).get("/mit/valg/"))


def test_what_is_missing_is_told_at_its_field(town, lived, signed_in):
    nurse = signed_in(town.anna)
    for wrong, field in (({"ground": "acute", "cpr": "12"}, "id_cpr_error"),
                         ({"ground": "acute", "cpr": ""}, "id_cpr_error"),
                         ({"cpr": CPR}, "id_ground")):  # fmt: skip
        page = body(nurse.post(URL, wrong), 422)
        assert field in page
        assert "gemme" not in page.partition("</form>")[0]  # nothing is saved here
    assert "Så kan vi ikke sige det her" in body(nurse.post(URL, {"ground": "none", "cpr": "12"}))
    assert "Der er ingen at finde" in body(
        nurse.post(URL, {"ground": "acute", "cpr": "0202801234"})
    )


def test_whose_work_gives_no_ground_is_told_whom_to_ring(town, lived, signed_in):
    bo, nurse = signed_in(town.bo), signed_in(town.anna)
    page = body(bo.get(URL))
    assert "Dit sted slår ikke koordinatorer op" in page
    assert "Døgnvagten" in page
    assert "CPR" not in page
    assert "Karen" not in body(bo.post(URL, {"ground": "acute", "cpr": CPR}), 422)
    assert "Kriminalforsorgen" not in body(nurse.get(URL))
    wrong = body(nurse.post(URL, {"ground": "probation", "cpr": CPR}), 422)
    assert "Karen Koordinator" not in wrong


def test_a_citizen_has_no_such_page(lived, signed_in):
    assert signed_in(lived.citizen).get(URL).status_code == 403


def test_the_card_has_the_numbers_of_the_night(town, lived, signed_in):
    with at(TUESDAY_22):
        me = signed_in(lived.citizen)
        for page in ("/mit/kort/", "/mit/folk/"):
            assert "<strong>Døgnvagten</strong>" in body(me.get(page))
        assert "hele døgnet, hele ugen" in body(me.get("/mit/kort/"))
