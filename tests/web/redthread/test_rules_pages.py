"""The administrator's pages: rules with their figures, and the ground for asking about signs."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landfast.kernel.clock import today
from tests.factories.files import SECRET, paper


def test_the_administrator_changes_a_rule_and_records_a_ground(town, signed_in):
    town.hire("Arne Admin", town.coordination, "org_admin")
    arne, rules = signed_in(town.arne), reverse("rules")
    shown = arne.get(rules).content.decode()
    assert "Ventetid uden midlertidig støtte" in shown
    assert "Gentagne udeblivelser" not in shown, "in case files only"
    rule = reverse("change_rule", args=[town.municipality, "RT-11"])
    assert "Sendt med Landfast: 28. Fra 7 til 180." in arne.get(rule).content.decode()
    wrong = arne.post(rule, {"is_on": "1", "wait": "400"})
    assert (wrong.status_code, "400" in wrong.content.decode()) == (422, True)
    assert arne.post(rule, {"is_on": "0", "wait": "40"}).status_code == 302
    again = arne.get(rule).content.decode()
    for words in ("Slået fra", ": 40", "Arne Admin"):
        assert words in again
    assert arne.get(reverse("change_rule", args=[town.municipality, "SC-01"])).status_code == 404
    assert arne.get(reverse("change_rule", args=[town.region, "RT-11"])).status_code == 404
    ground = reverse("record_ground", args=[town.municipality])
    told = {"ground": "Serviceloven § 12", "document": "", "assessed_by": "Ledergruppen",
            "assessed_on": today().isoformat()}  # fmt: skip
    lacks = arne.post(ground, told)
    assert (lacks.status_code, "Serviceloven § 12" in lacks.content.decode()) == (422, True)
    told["document"] = "Sag 24/117"
    for wrong, said in ((None, "Vælg konsekvensanalysen"), (b"MZ", "Den slags fil")):
        sent = {"file": SimpleUploadedFile("analyse.pdf", wrong)} if wrong else {}
        refused = arne.post(ground, told | sent)
        assert (refused.status_code, said in refused.content.decode()) == (422, True)
        assert "Sag 24/117" in refused.content.decode(), "what was typed is kept"
    good = told | {"file": SimpleUploadedFile("analyse.pdf", paper())}
    assert arne.post(ground, good).status_code == 302
    shown = arne.get(rules).content.decode()
    assert "Hjemlen står" in shown
    fetch = re.search(r'action="([^"]*konsekvensanalyse[^"]*)"', shown)[1]
    got = arne.post(fetch)
    assert got.content.startswith(b"%PDF-")
    assert SECRET.encode() not in got.content, "cleaned as papers are"
    assert got.headers["Content-Disposition"].startswith("attachment; filename=")
    assert arne.get(fetch).status_code == 405
    karen = signed_in(town.karen)
    assert karen.post(fetch).status_code == 404
    off = reverse("withdraw_ground", args=[town.municipality])
    asked = arne.get(off).content.decode()
    assert "ikke skrevet nogen tegn" in asked
    assert "Hjemlen står" in arne.get(rules).content.decode(), "asked first"
    assert karen.get(off).status_code == karen.post(off).status_code == 403
    assert arne.post(off).status_code == 302
    assert arne.get(off).status_code == 404, "none is left to take back"
    after = arne.get(rules).content.decode()
    assert "Hjemlen står" not in after
    assert "Taget tilbage af Arne Admin" in after
    assert karen.get(rules).status_code == 403
