"""Whose address it is, is asked by mail: nobody fills a stranger's mailbox by asking."""

from datetime import time

from landfast.messages import actions
from landfast.messages.rules import Way
from landfast.messages.rules.own import MAILS_A_DAY
from tests.factories.town import as_
from tests.refusing import refused


def chooses(actor, address, way=Way.MAIL):
    with as_(actor):
        actions.choose(
            actor=actor, way=way, address=address, quiet_from=time(20), quiet_until=time(8)
        )


def test_a_strangers_mailbox_is_not_filled_by_asking(town):
    for number in range(MAILS_A_DAY):
        chooses(town.bo, f"fremmed{number}@eksempel.dk")
    with refused("too_many_mails"):
        chooses(town.bo, "fremmed@eksempel.dk")
    chooses(town.bo, "", Way.NONE)
    chooses(town.karen, "karen@eksempel.dk")
