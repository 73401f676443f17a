"""Reading on a ground in law, on the pages: given beside, seen by her, ended."""

import pytest

from landfast.consent import law_grants
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import as_

SAID = {"basis": "FVL28", "topics": ["housing"], "reason": "Boligsagen skal afgøres", "days": "14"}


@pytest.fixture
def lived(town):
    course = started_course(town)
    wished(course, "Jeg vil have et sted at bo")
    return course


def test_the_coordinator_gives_it_she_reads_it_and_it_is_stopped(town, lived, signed_in):
    karen, me = signed_in(town.karen), signed_in(lived.citizen)
    at, who = f"/forloeb/{lived.id}/deling/", town.bo.person_id
    assert "Loven giver lov uden et ja" in karen.get(f"{at}ny/person/{who}/").content.decode()
    url = f"{at}lov/{who}/"
    assert "Forvaltningsloven § 28" in karen.get(url).content.decode()
    too_long = karen.post(url, SAID | {"days": "180"})
    assert too_long.status_code == 422
    assert "højst i 30 dage" in too_long.content.decode()
    assert karen.post(url, SAID).status_code == 302
    page = me.get(at).content.decode()
    for words in ("Bo Bostøtte", "Boligsagen skal afgøres", "Besluttet af Karen Koordinator"):
        assert words in page
    assert "Stop for Bo" not in page
    bo = signed_in(town.bo).get(f"/delt/{lived.id}/").content.decode()
    assert "Jeg vil have et sted at bo" in bo
    with as_(town.karen):
        [row] = law_grants.by_law(lived.id)
    karen.post(f"{at}lov/{row.id}/stop/")
    assert "Boligsagen" not in me.get(at).content.decode()


def test_she_and_others_find_no_way_to_it(town, lived, signed_in):
    me = signed_in(lived.citizen)
    at, who = f"/forloeb/{lived.id}/deling/", town.bo.person_id
    assert "Loven giver lov" not in me.get(f"{at}ny/person/{who}/").content.decode()
    assert me.get(f"{at}lov/{who}/").status_code == 404
    assert me.post(f"{at}lov/{who}/", SAID).status_code == 404
    assert signed_in(town.bo).get(f"{at}lov/{who}/").status_code == 404
