"""What was agreed before Landfast, and what those close to her would like to do."""

import pytest

from landfast.network import actions as network
from landfast.network.rules import Closeness, Sphere
from landfast.plan.actions import add_step, note_agreement
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def me(town, signed_in):
    lived = started_course(town)
    with as_(town.karen):
        about = {"actor": town.karen, "course_id": lived.id}
        note_agreement(**about, text="SKP til struktur", maker_role="case_worker",
                       needs=["daily_living"])  # fmt: skip
        note_agreement(**about, text="Tæt kontakt")
        mother = network.add_relation(
            **about, named=network.Named("Bente", Sphere.FAMILY, Closeness.NEAR, "Min mor")
        )
        add_step(**about, text="Hjælpe med orden", relation_id=mother)
        add_step(**about, text="Gå en tur")
    return signed_in(lived.citizen)


def test_what_was_agreed_before_is_folded_in_kind_words(me):
    page = me.get("/mit/plan/").content.decode()
    mine, _, before = page.partition("Noteret fra før")
    assert "SKP til struktur" not in mine
    assert "Andre aftaler" not in mine
    assert "Sagsbehandler ville hjælpe dig. Det handlede om: Min hverdag." in before
    assert "Nogen ville hjælpe dig." in before
    assert "Skrevet sådan: »SKP til struktur«" in before
    assert "SKP til struktur" not in me.get("/mit/").content.decode()


@pytest.mark.parametrize("path", ["/mit/", "/mit/plan/"])
def test_a_relatives_step_stands_under_her_own_name(me, path):
    page = me.get(path).content.decode()
    mine, _, theirs = page.partition("Bente vil gerne")
    assert "Gå en tur" in mine.partition("Det vil jeg selv")[2]
    assert "Hjælpe med orden" not in mine
    assert "Hjælpe med orden" in theirs
