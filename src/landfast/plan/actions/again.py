"""She begins again: what was promised is asked for once more, and counts when it is said yes to."""

from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.db.models import OuterRef, Subquery

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.queries.history import stays_of
from landfast.course.rules.words import State
from landfast.kernel.clock import now, today
from landfast.plan import models
from landfast.plan.actions.moving import (
    locked_agreements,
    move,
    put_terms,
    team_ids,
    terms_of,
)
from landfast.plan.actions.outside import close_links
from landfast.plan.rules import hers, life, promise
from landfast.plan.rules.words import Act, AgreementKind, AgreementState


@action
def offer_agreements_again(*, actor: Actor, course_id: UUID) -> int:
    """What ended with the course is offered to its maker again; how many (decision 65, D).

    As a proposal: it counts from the maker's new yes only (principle 3), and the maker sees it
    when she has let them read again. So does what waited for anybody of the team to say yes. A
    day that has gone falls: the yes says a new one. Who had promised from outside reads it when
    somebody sends them a new link, with her yes: the old one opens nothing.
    """
    require(actor, Permission.COURSE_REOPEN, course=course_id)
    last = models.AgreementChange.objects.filter(agreement_id=OuterRef("id")).exclude(
        act__in=hers.HERS  # hers moves nothing, and may be said after the stop
    )
    ended = models.Agreement.objects.filter(
        course_id=course_id, state=AgreementState.LAPSED
    ).annotate(
        last=Subquery(last.order_by("-at", "-id").values("act")[:1]),
        last_at=Subquery(last.order_by("-at", "-id").values("at")[:1]),
    )
    with_the_stop = ended.filter(last=Act.LEAVE, last_at__gte=_last_lived_since(course_id))
    wanted = set(with_the_stop.order_by().values_list("id", flat=True))
    lapsed = locked_agreements(course_id, frozenset({AgreementState.LAPSED}))
    team = team_ids(course_id)
    again = [
        one for one in lapsed if one.id in wanted and life.may_offer_again(AgreementKind(one.kind))
    ]
    instead = {one.replaces_id for one in again} | _replaced_by_living(course_id)
    again = [one for one in again if one.id not in instead]
    for agreement in again:
        agreement.accepted_at = agreement.offered_at = None
        agreement.proposed_at = now()
        agreement.hers = agreement.hers_words = ""  # said of the promise that ended, not of this
        agreement.hers_beside = False
        said = promise.without_who_left(terms_of(agreement), team)
        put_terms(agreement, promise.without_past_days(said, today()))
        move(actor, agreement, Act.OFFER_AGAIN, old=said)
    close_links({one.id for one in again if one.outside_name}, for_good=True)
    record(actor, "plan.offered_again", course=course_id, agreements=len(again))
    return len(again)


def _last_lived_since(course_id: UUID) -> datetime:
    """When the state began that she stopped last: what ended before then, ended another time."""
    lived = [was for was, then in pairwise(stays_of(course_id)) if then.state is State.STOPPED]
    return lived[-1].since if lived else now()


def _replaced_by_living(course_id: UUID) -> set[UUID | None]:
    rows = models.Agreement.objects.filter(course_id=course_id, replaces__isnull=False)
    living = rows.exclude(state__in=[AgreementState.DECLINED, AgreementState.LAPSED])
    return set(living.order_by().values_list("replaces_id", flat=True))
