"""Mails to those who are asked for a promise from outside: a link, and not a word about whom."""

from collections.abc import Iterator

from django.db import transaction
from django.urls import reverse

from landfast.jobs.post import link_to, send_letter
from landfast.kernel.clock import now
from landfast.messages.rules import DeliveryState, next_try
from landfast.paper import notices
from landfast.plan.actions.outside import mailed
from landfast.plan.queries.outside import next_mail


def empty(most: int = 200) -> Iterator[DeliveryState]:
    """Send what waits, one by one; what came of each. A killed process sends its one again."""
    for _ in range(most):
        with transaction.atomic():
            mail = next_mail()
            if mail is None:
                return
            letter = notices.outside(link_to(reverse("outside_answer", args=[mail.link.token])))
            failure = send_letter(letter, mail.address)
            tries = mail.tries + 1 if failure else mail.tries
            again = next_try(tries, now()) if failure else None
            state = DeliveryState.SENT
            if failure:
                state = DeliveryState.WAITING if again else DeliveryState.DEAD
            mailed(mail=mail, state=state.value, tries=tries, again=again, failure=failure or "")
        yield state
