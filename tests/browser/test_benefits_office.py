"""Benefits office, 11:10: about to send a stop letter, ring the coordinator first (moment 10)."""

from datetime import timedelta

import pytest

from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.course.actions.observing import record_observation
from landfast.kernel.clock import today
from landfast.meetings import actions as meetings
from landfast.meetings.rules import Attends
from tests.browser.conftest import Site
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.plan import join, wished
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_one_look_says_ring_first_and_nothing_of_why_she_did_not_come(site: Site):
    # given Jytte, who is admitted and did not come, and lets the benefits office read about money
    town = build_town()
    yrsa = town.hire("Yrsa Ydelse", town.social, "benefits_officer")
    lived = started_course(town)
    wished(lived, "Jeg vil have et sted at bo")
    with as_(town.karen):
        for kind in ("admission", "no_show", "benefit_change"):
            record_observation(
                actor=town.karen, course_id=lived.id, kind=kind, happened_on=today(),
                source="Telefon", needs=["economy"], words=f"Skizofreni {kind}"
                if kind != "benefit_change" else "Brev om stop er varslet",
            )  # fmt: skip
    site.account(yrsa, "yrsa")
    officer = site.signed_in("yrsa")
    # then nothing of her is to be found before she has said yes
    officer.goes_to("/delt/").does_not_see("Jytte").sees("Ingen har delt noget med dig lige nu")
    with as_(lived.citizen):
        consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(person=yrsa.person_id),
            yes=Yes([Topic.ECONOMY], "Ring, før I sender et brev", today() + timedelta(days=90)),
        )  # fmt: skip
    # when the officer looks
    officer.goes_to("/delt/").finds_no_barrier()
    officer.follows("Jytte Jensen").sees("Ring til koordinatoren først").finds_no_barrier()
    # then whom to ring stands there, and that the letter waits
    officer.sees("Karen Koordinator").sees("Lad det vente, til I har talt sammen")
    officer.sees("Brev om stop er varslet")
    # and no diagnosis, no admission, no attendance, nor what she has not shared
    for word in ("Skizofreni", "Indlæggelse", "blev ikke til noget", "et sted at bo"):
        officer.does_not_see(word)
    # and the citizen sees that they looked
    site.account(lived.citizen, "jytte-penge")
    jytte = site.signed_in("jytte-penge")
    jytte.goes_to("/mit/valg/").sees("Det, du har delt")


def test_an_officer_of_the_team_does_not_read_that_she_cannot_come(site: Site):
    # given an officer of her team who is not asked to the meeting, and Jytte who cannot come
    town = build_town()
    yrsa = town.hire("Yrsa Ydelse", town.social, "benefits_officer")
    met = prepared_meeting(town, call=True)
    join(town, met.lived, yrsa)
    with as_(met.lived.citizen):
        meetings.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.NOT_TODAY,
            own_word="Jeg magter det ikke",
        )  # fmt: skip
    for actor, name in ((yrsa, "yrsa-team"), (town.bo, "bo-team")):
        site.account(actor, name)
    page = f"/forloeb/{met.course_id}/moeder/"
    officer, bo = (site.signed_in(name).goes_to(page) for name in ("yrsa-team", "bo-team"))
    # then the helper who comes reads it, and the officer reads of the meeting and not of that
    for reader in (bo, officer):
        reader.follows("Se mødet").sees("Hjemme hos Jytte").finds_no_barrier()
    bo.sees("Jytte kan ikke").sees("Jeg magter det ikke")
    officer.does_not_see("Jytte kan ikke").does_not_see("Jeg magter det ikke")
    officer.keeps_a_picture("officer")
