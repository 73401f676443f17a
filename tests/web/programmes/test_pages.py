"""The leader's list of functions that courses take over, as pages."""

from landfast.kernel.clock import today
from landfast.programmes.queries import precedence
from tests.factories.town import as_


def test_the_leader_lists_and_takes_off_a_function(town, signed_in):
    lars = signed_in(town.lars)
    assert "Der står ingen funktioner" in lars.get("/forrang/").content.decode()
    new = f"/forrang/enhed/{town.coordination}/ny/"
    said = {"function": "Tovholder i jobcentret", "reason": "", "decided_on": today().isoformat()}
    page = lars.post(new, said)
    assert page.status_code == 422
    assert 'value="Tovholder i jobcentret"' in page.content.decode()
    page = lars.post(new, said | {"reason": "Én er nok"}, follow=True).content.decode()
    assert "Tag Tovholder i jobcentret af listen" in page
    page = lars.post(new, said | {"function": "Værge", "reason": "Én er nok"})
    assert "fortsætter" in page.content.decode()
    with as_(town.lars):
        [row] = precedence(town.coordination)
    off = f"/forrang/{row.id}/af/"
    assert lars.post(off, {"reason": ""}).status_code == 422
    page = lars.post(off, {"reason": "Aftalen er sagt op"}, follow=True).content.decode()
    assert "Aftalen er sagt op" in page
    page = lars.post(off, {"reason": "Igen"})
    assert "En anden har taget den af listen imens" in page.content.decode()


def test_others_have_no_list(town, signed_in):
    dorte = signed_in(town.dorte)
    assert "Du har ingen liste" in dorte.get("/forrang/").content.decode()
    assert dorte.get(f"/forrang/enhed/{town.coordination}/ny/").status_code == 403
