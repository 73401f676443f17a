"""The demonstration shows what is looked at, asked about, mended and kept."""

import re

import pytest

from landfast.access import queries as access
from landfast.access.looks import oversight, told
from landfast.access.session import acting
from landfast.consent.emergencies import emergencies
from landfast.course.actions.lookup import look_up_coordinator
from landfast.course.queries import mending
from landfast.course.rules.lookup import LookupGround
from landfast.course.rules.mending import Mending, MendState
from landfast.jobs.demo import scenes as played
from landfast.jobs.demo import trust
from landfast.jobs.demo.personas import employees, relatives
from landfast.jobs.demo.scenes import Scenes
from landfast.jobs.demo.town import build_town
from landfast.journeys.read_for import read_for, reading_for
from landfast.keeping.queries import kept
from landfast.keeping.rules import KeepState
from landfast.web.proxy.present import own_promises
from tests.own import KEPT


@pytest.fixture
def shown(own_database):
    return KEPT.stood("the scenes of trust", lives_shown)


def lives_shown():
    scenes = Scenes(build_town())
    for scene in (played.tomorrow, played._after_prison, played._just_started, played._kept):
        scene(scenes)
    return scenes


def test_a_look_an_emergency_a_mistake_two_records_and_one_that_is_kept(shown):
    town, lives, who = shown.town, shown.lives, shown.who
    ellen, kurt = lives["tomorrow"], lives["after_prison"]
    trust.shared_about_money(town, ellen)
    trust.looked_at(town, ellen, who["tomorrow"].cpr)
    trust.written_on_the_wrong(kurt, ellen)
    trust.here_twice(town, lives["just_started"], who["just_started"])
    with acting(ellen.citizen):
        units = {row.unit for row in told.looks(ellen.course)}
        assert {"Psykiatrisk afsnit P4", "Bostøtte og støttekontakt"} <= units
    with acting(town.staff["jytte"]):
        assert [row.course for row in access.shared_with(town.staff["jytte"])] == [ellen.course]
    with acting(town.staff["lone"]):
        kinds = {(row.kind, row.state) for row in mending.mends()}
        assert {(Mending.MERGE, MendState.PROPOSED), (Mending.MOVE, MendState.DONE)} <= kinds
    with acting(town.staff["dagmar"]):
        assert len(oversight.questions(waiting=True)) == 1
        assert [row.runs for row in emergencies(town.staff["dagmar"]).waiting] == [False]
        assert len(mending.saw()) == 1
        assert len(kept(town.staff["dagmar"], "Bevaring", KeepState.BLOCKED)) == 1


def test_the_wards_persona_is_told_a_number_that_finds_ellens_coordinator(shown):
    anja = shown.town.staff["anja"]
    [line] = [one.try_this for one in employees(shown) if one.person_id == str(anja.person_id)]
    [number] = re.findall(r"\d{6}-\d{4}", line)
    with acting(anja):
        found = look_up_coordinator(actor=anja, cpr=number, ground=LookupGround.ADMITTED)
    assert found is not None
    assert found.holder.person_id == shown.town.staff["agnes"].person_id


def test_who_is_close_to_ellen_reads_what_she_shares_and_finds_a_break(shown):
    [birthe] = shown.close
    with acting(birthe):
        [one] = reading_for(birthe)
        seen = read_for(birthe, one.course.course_id)
    assert seen.course.name == shown.lives["tomorrow"].name
    assert "Kommer med suppe om torsdagen" in own_promises(seen)
    assert [row.leader for row in seen.asked_to] == [shown.town.staff["agnes"].name]
    assert seen.wishes
    assert seen.meetings
    assert seen.offers, "a unit that offers something to relatives"
    [line] = relatives(shown)
    assert line.person_id == str(birthe.person_id)
    assert line.role == "Pårørende"
    assert "Ellen" in line.try_this
