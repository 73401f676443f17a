"""How a yes and a no are said in these tests: by the citizen, or written down beside her."""

from datetime import timedelta

from landfast.access.rules import Topic
from landfast.consent import actions
from landfast.consent.actions import Yes
from landfast.consent.rules import How
from landfast.kernel.clock import today
from tests.factories.town import as_

ORALLY = {"how": How.ORALLY, "evidence": "Hjemme hos hende, Bo var med"}


def said_yes(lived, to, *topics, by=None, days=90, **more):
    """A yes for a while: the share's id."""
    actor = by or lived.citizen
    yes = Yes(topics or (Topic.HOUSING,), "Finde en bolig", today() + timedelta(days=days), **more)
    with as_(actor):
        return actions.share(actor=actor, course_id=lived.id, to=to, yes=yes)


def refused(lived, to, by=None, how=How.SELF, **more):
    """A no: the id of her word."""
    actor = by or lived.citizen
    with as_(actor):
        return actions.refuse_share(actor=actor, course_id=lived.id, to=to, how=how, **more)
