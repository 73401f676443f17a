"""Neutrality holds after the appointment too: for who says yes, and for who holds the course."""

import pytest

from landfast.journeys.hand_over import accept_course
from landfast.kernel.refusals import NotNow
from landfast.network import actions as network
from landfast.network import queries
from landfast.network.rules import Closeness, Sphere
from tests.course.baton import holder, offered
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_


def decides(town, lived, who, member):
    with as_(who):
        network.change_member(
            actor=who, course_id=lived.id, member_id=member, helps_with="Støtter hjemme",
            decides_authority=True, sphere=Sphere.SOCIAL, closeness=Closeness.NEAR,
        )  # fmt: skip


def test_who_has_come_to_decide_since_they_were_asked_does_not_take_over(town):
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    offer = offered(town, lived, town.bo)
    decides(town, lived, town.karen, member)
    with as_(town.bo), pytest.raises(NotNow, match="Sig nej, så en anden kan spørges"):
        accept_course(actor=town.bo, handover_id=offer)
    assert holder(lived).holder.name == "Karen Koordinator"


def test_who_holds_the_course_is_not_made_one_who_decides_in_it(town):
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    offer = offered(town, lived, town.bo)
    with as_(town.bo):
        accept_course(actor=town.bo, handover_id=offer)
    with pytest.raises(NotNow, match="Overdrag forløbet før") as refused:
        decides(town, lived, town.bo, member)
    assert refused.value.field == "decides_authority"
    with as_(lived.citizen):
        [row] = queries.members(lived.id)
    assert not row.decides_authority
