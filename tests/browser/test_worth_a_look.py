"""A coordinator sees what is worth a look, begins an act, and puts the rest away; she contests."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from landfast.course.actions.observing import record_observation
from landfast.jobs import redthread
from landfast.kernel import danish, postgres
from landfast.kernel.clock import today
from landfast.plan.actions import note_agreement
from tests.browser.conftest import DESK, Site
from tests.factories.plan import with_team
from tests.factories.town import as_, build_town
from tests.messages.conftest import reconnect

pytestmark = pytest.mark.browser
DEMANDS = [
    {"by": "jobcenter_worker", "tag": "attendance"}, {"by": "opus_clinician", "tag": "rest"}
]  # fmt: skip


def looked() -> None:
    """The jobs' own connection looks, and gives the place back."""
    before = dict(connection.settings_dict)
    reconnect(postgres.django_database("jobs") | {"NAME": before["NAME"]})
    with as_(None):
        redthread.look()
    reconnect(before)


def test_worth_a_look_from_monday_to_her_own_word(site: Site):
    # given an admission nobody told of, two demands that exclude each other, half a promise
    town = build_town()
    lived = with_team(town, town.bo)
    with as_(town.karen):
        told = {"actor": town.karen, "course_id": lived.id, "source": "Afsnittet"}
        day = today() - timedelta(days=2)
        record_observation(
            kind="admission", happened_on=day, facts={"muni_informed": False}, **told
        )
        record_observation(kind="demand", happened_on=day, facts={"demands": DEMANDS}, **told)
        note_agreement(actor=town.karen, course_id=lived.id, text="Rydde op sammen")
    looked()
    site.account(town.karen, "karen-ser")
    site.account(lived.citizen, "jytte-ser")
    # when Karen opens Mandag, she reads why, and goes to the course
    karen = site.signed_in("karen-ser").goes_to(reverse("monday"))
    karen.sees("Værd at se på").sees("Kommunen ved ikke").finds_no_barrier()
    karen.goes_to(reverse("course", args=[lived.id])).sees("Det kan ikke forenes")
    karen.sees("Aftalen mangler en, der gør det").finds_no_barrier()
    # then she puts one off in one touch and one away with a reason
    karen.touches_button("Udskyd en uge").sees("Udskudt. Det kommer igen af sig selv.")
    karen.follows("Læg det væk").finds_no_barrier()
    karen.writes("Hvorfor?", "De har aftalt det i dag").touches_button("Læg det væk med den grund")
    karen.sees("2 er lagt til side").finds_no_barrier()
    desk = site.signed_in("karen-ser", DESK).goes_to(reverse("findings", args=[lived.id]))
    desk.sees("Værd at se på").finds_no_barrier()
    # the same stands on the line of the whole course, and looked at from near
    desk.goes_to(reverse("story", args=[lived.id])).sees("Rydde op sammen").finds_no_barrier()
    desk.picks("Hvad", "Indlæggelser").touches_button("Vis kun det")
    desk.does_not_see("Aftale: Rydde op sammen")
    near = karen.goes_to(reverse("story", args=[lived.id])).follows(danish.month(day))
    near.sees("Skriv ud på A3 (PDF)").finds_no_barrier()
    # and she reads it in kind words, and says that it is not so
    jytte = site.signed_in("jytte-ser").goes_to(reverse("findings", args=[lived.id]))
    jytte.sees("Det er vores opgave, ikke din.").finds_no_barrier()
    jytte.follows("Det passer ikke").finds_no_barrier()
    line = reverse("story", args=[lived.id])
    jytte.goes_to(line).sees("Mit forløb som billede").finds_no_barrier()
    jytte.goes_to(reverse("findings", args=[lived.id])).follows("Det passer ikke")
    jytte.writes("Hvad passer ikke?", "Den aftale er slut").touches_button("Send mit ord")
    jytte.sees("Den aftale er slut")
