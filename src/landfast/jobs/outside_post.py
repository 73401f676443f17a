"""Mails to those who are asked for a promise from outside: a link, and not a word about whom."""

import logging
from collections.abc import Iterator

from django.db import transaction
from django.urls import reverse

from landfast.jobs.post import link_to, send_letter
from landfast.kernel.clock import now
from landfast.messages.rules import DeliveryState, Failure, next_try
from landfast.paper import notices
from landfast.plan.actions.outside import mailed
from landfast.plan.queries.outside import Mail, next_mail

log = logging.getLogger("landfast.jobs")


def empty(most: int = 200) -> Iterator[DeliveryState]:
    """Send what waits, one by one; what came of each. A killed process sends its one again."""
    for _ in range(most):
        state = _next()
        if state is None:
            return
        yield state


def _next() -> DeliveryState | None:
    """The next one; one that cannot be made keeps no other back, and is given up in the end."""
    try:
        with transaction.atomic():
            mail = next_mail()
            return _told(mail, _sent(mail)) if mail else None
    except Exception as error:
        log.error("a mail could not be made: %s", type(error).__name__)  # no words of anybody
    with transaction.atomic():
        mail = next_mail()
        return _told(mail, Failure.OTHER) if mail else None


def _sent(mail: Mail) -> Failure | None:
    letter = notices.outside(link_to(reverse("outside_answer", args=[mail.link.token])))
    return send_letter(letter, mail.address)


def _told(mail: Mail, failure: Failure | None) -> DeliveryState:
    tries = mail.tries + 1 if failure else mail.tries
    again = next_try(tries, now()) if failure else None
    state = DeliveryState.SENT
    if failure:
        state = DeliveryState.WAITING if again else DeliveryState.DEAD
    mailed(mail=mail, state=state.value, tries=tries, again=again, failure=failure or "")
    return state
