"""The plan over time: her picture, and two days compared, without a script."""

import pytest

from landfast.plan import actions
from tests.browser.conftest import Site
from tests.browser.test_plan import looks
from tests.factories.plan import accepted, wished, with_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_she_sees_her_picture_and_what_changed(site: Site):
    town = build_town()
    course = with_team(town, town.bo)
    site.account(course.citizen, "jytte")
    wish = wished(course)
    with as_(course.citizen):
        actions.rate_wish(actor=course.citizen, wish_id=wish, rating=6)
    kept = accepted(town, course, town.bo, wish_id=wish, practical_problem="")
    with as_(town.bo):
        actions.report_agreement(
            actor=town.bo, agreement_id=kept, report=actions.Report.KEPT, because=""
        )
    jytte = site.signed_in("jytte", javascript=False).goes_to("/mit/plan/")
    jytte.follows("Se, hvordan det er gået").sees("6 af 10").sees("holdt:")
    jytte.goes_to("/mit/plan/").follows("Se, hvad der er ændret")
    jytte.writes("Fra", "2026-01-01").touches_button("Sammenlign de to dage")
    jytte.sees("er aftalt. Lige nu: holdt")
    seen = site.signed_in("jytte")
    for name in ("fremgang", "udgaver"):
        looks(seen.goes_to(f"/forloeb/{course.id}/plan/{name}/"), f"plan-{name}")
