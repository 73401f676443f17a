"""Twelve things that a citizen does on her phone, counted in touches (issue: shown by).

Opening Landfast is no touch, typing is none, each press on a link, a button or a choice is one. The
counts stand in `docs/touches.md`; `LANDFAST_TOUCHES=1` writes them anew.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import expect

from landfast.network.rules import Closeness, Sphere
from landfast.plan import actions as plan
from tests.browser.conftest import Site, Someone
from tests.factories.network import named_by_citizen
from tests.factories.plan import complete
from tests.factories.town import as_, build_town
from tests.factories.whole import told_course, whole_course

pytestmark = pytest.mark.browser

COUNTS = Path(__file__).resolve().parents[2] / "docs" / "touches.md"
WRITES = os.environ.get("LANDFAST_TOUCHES") == "1"
MOST = 5
HEAD = """# Touches

What a citizen does on her phone, from the first page on. Opening Landfast is no touch, typing is
none, each press on a link, a button or a choice is one. At most five. They are counted by
`tests/browser/test_twelve_tasks.py`, which fails when a count changes.

| what she does | touches |
| --- | --- |
"""
OFFERED = "Kører med, når jeg ser på lejligheden"


@dataclass
class Counted:
    """What each task took."""

    touches: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def task(self, who: Someone, name: str) -> Iterator[Someone]:
        """From the first page to what must be seen; then axe looks at where she stands."""
        who.goes_to("/")
        before = who.touches
        yield who
        self.touches[name] = who.touches - before
        who.finds_no_barrier()

    def table(self) -> str:
        """As it stands in the docs."""
        return HEAD + "".join(f"| {name} | {count} |\n" for name, count in self.touches.items())


@pytest.fixture
def jytte(site: Site) -> Someone:
    """Her with everything, an offer with other words among it, and a sister who is far away."""
    town = build_town()
    lived = whole_course(town)
    named_by_citizen(lived, "Min søster Tove", Sphere.FAMILY, Closeness.FAR)
    with as_(lived.citizen):
        asked = plan.propose_agreement(
            actor=lived.citizen, course_id=lived.id, terms=complete(town.karen, text="Kører med"),
            maker=town.bo.person_id,
        )  # fmt: skip
    with as_(town.bo):
        plan.change_proposal(
            actor=town.bo, agreement_id=asked, terms=complete(town.karen, text=OFFERED)
        )
    site.account(lived.citizen, "jytte-tolv")
    site.account(told_course(town).citizen, "jytte-bagefter")
    return site.signed_in("jytte-tolv")


def at_her_meeting(counted: Counted, jytte: Someone) -> None:
    """Whom to ring, who comes, who does not."""
    with counted.task(jytte, "Ring til min koordinator"):
        number = jytte.page.get_by_role("link", name="Ring til Karen Koordinator")
        expect(number).to_have_attribute("href", "tel:20304050")
        jytte.touches += 1  # what a press does is the telephone's
    with counted.task(jytte, "Se, hvem der kommer på torsdag"):
        jytte.follows("Se mødet").sees("Hvem der kommer, og hvorfor").sees("Anna Afsnit")
    with counted.task(jytte, "Sig nej til en, der skulle være med"):
        jytte.follows("Se mødet").opens("Lav noget om").follows("Hvem der er med")
        jytte.touches_button("Tag af listen Anna Afsnit")
        expect(jytte.page.get_by_role("button", name="Tag af listen Anna Afsnit")).to_have_count(0)


def in_her_plan(counted: Counted, jytte: Someone, after: Someone) -> None:
    """A wish, a yes, a no, and how it went."""
    with counted.task(jytte, "Ret et ønske"):
        jytte.follows("Min plan").opens("Ret ønsket").follows("Ret ord og tal")
        jytte.writes("Dit ønske", "Jeg vil bo alene").touches_button("Gem ønsket")
        jytte.sees("Jeg vil bo alene")
    with counted.task(jytte, "Sig ja til en aftale"):
        jytte.follows("Min plan").follows(OFFERED).touches_button("Sig ja til de nye ord")
        jytte.sees("Nu gælder aftalen")
    with counted.task(jytte, "Sig nej til en aftale"):
        jytte.follows("Min plan").follows("Ringer til udlejer").follows("Afslut: ikke længere")
        jytte.touches_button("Afslut aftalen").sees("Aftalen er afsluttet")
    with counted.task(after, "Sig, hvordan mødet gik"):
        after.follows("Læs referatet").follows("Hvordan var mødet?")
        after.page.get_by_text("Ja, helt").first.click()  # a face: its dot is hidden
        after.touches += 1
        after.touches_button("Gem mit svar").sees("Tak")


def among_her_people(counted: Counted, jytte: Someone) -> None:
    """Who looks, who may, who is near."""
    with counted.task(jytte, "Se, hvem der har kigget"):
        jytte.follows("Mit valg").sees("Hvem har kigget")
    with counted.task(jytte, "Luk for en, der kunne læse"):
        jytte.follows("Mit valg").touches_button("Luk for Bo Bostøtte")
        jytte.sees("kan personen ikke læse om dig mere")
    with counted.task(jytte, "Tegn min søster tættere på"):
        jytte.follows("Mine folk").follows("Tegn mit netværk").touches_button("Min søster Tove")
        jytte.sees_in("[data-map-said]", "I nærheden")
    with counted.task(jytte, "Sig, at jeg ikke kan komme, og send mit ord"):
        jytte.follows("Kan du ikke komme?").writes("Mit ord", "Jeg vil gerne have ro.")
        jytte.touches_button("Læs mit ord op").sees("ordet læses op")
    with counted.task(jytte, "Luk min moster ind"):
        jytte.follows("Mit valg").follows("Se eller vælg, hvem der må læse for mig")
        jytte.follows("Vælg en, der må læse").writes("Hvem er det?", "Moster Inga")
        jytte.writes("Hvorfor?", "Hun hjælper mig").ticks("Læse min plan")
        jytte.touches_button("Ja, det må de").sees("Moster Inga")


def without_a_net(counted: Counted, jytte: Someone) -> None:
    """The card, for a nurse."""
    jytte.goes_to("/").opens("Mere").follows("Uden net").touches_button(
        "Ja, gem det på min telefon"
    )
    expect(jytte.page.get_by_text("Det ligger på telefonen nu")).to_be_visible()
    with counted.task(jytte, "Vis mit kort uden net"):
        jytte.page.context.set_offline(True)
        jytte.page.goto("/mit/")
        expect(jytte.page.locator(".lf-wallet")).to_contain_text("Karen Koordinator")
        jytte.page.context.set_offline(False)


def test_twelve_tasks_take_five_touches_at_most(site: Site, jytte: Someone):
    counted = Counted()
    at_her_meeting(counted, jytte)
    in_her_plan(counted, jytte, site.signed_in("jytte-bagefter"))
    among_her_people(counted, jytte)
    without_a_net(counted, jytte)
    assert {name: count for name, count in counted.touches.items() if count > MOST} == {}
    if WRITES:
        COUNTS.write_text(counted.table(), encoding="utf-8")
    assert counted.table() == COUNTS.read_text("utf-8")
