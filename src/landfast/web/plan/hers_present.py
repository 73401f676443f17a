"""How it went, as the citizen says: what stands on the page of a promise, and what can be said."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.journeys.see_plan import AgreementSeen
from landfast.kernel.clock import today
from landfast.plan.queries import AgreementRow
from landfast.plan.rules import hers, life
from landfast.plan.rules.words import WENT_NAMES, Act, Went
from landfast.web.pages import to
from landfast.web.parts.shapes import Choices
from landfast.web.plan.hers_forms import WentForm
from landfast.web.plan.present import Voice, hers_said


@dataclass(frozen=True)
class Hers:
    """Her word on the page of a promise."""

    said: str
    words: str
    written_by: str
    """Who wrote it down for her; empty when she did it herself."""
    is_otherwise: bool
    asks: Choices | None
    """What can be said: of what is said already, what else."""
    went: str
    words_form: WentForm
    url: str
    back_url: str

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """The three answers, where words are written with them."""
        return _answers()


def shown(actor: Actor, seen: AgreementSeen, voice: Voice) -> dict[str, Hers | None]:
    """What she has said, and what she, or who sits beside her, can say; None when neither."""
    row = seen.agreement
    writes = may_in_course(seen.roles, Permission.WISH_WRITE) and (
        actor.is_citizen or hers.may_write_beside(row.hers, beside=row.hers_beside)
    )
    asks = choices(row) if writes else None
    if row.hers is None and asks is None:
        return {"hers": None}
    goes_back = writes and row.hers is not None and life.may_step(row.state, Act.HERS_BACK)
    name = voice.citizen
    return {
        "hers": Hers(
            hers_said(row, name, to_citizen=actor.is_citizen), row.hers_words,
            _written_by(seen, voice) if row.hers_beside else "", hers.is_otherwise(row.hers), asks,
            row.hers or "",
            WentForm(initial={"words": row.hers_words}, is_citizen=actor.is_citizen),
            to("say_went", row.course_id, row.id),
            to("take_back_went", row.course_id, row.id) if goes_back else "",
        )
    }  # fmt: skip


def _written_by(seen: AgreementSeen, voice: Voice) -> str:
    said = [one for one in seen.history if one.act in hers.HERS]
    return voice.name(said[-1].actor) if said else ""


def choices(row: AgreementRow, back: str = "") -> Choices | None:
    """The three answers, without the one that is given; None before its day."""
    if not hers.may_say(row.state, row.due_on, today()):
        return None
    values = tuple(one for one in _answers() if one[0] != row.hers)
    fields = (("next", back),) if back else ()
    return Choices(to("say_went", row.course_id, row.id), "went", values, fields=fields)


def _answers() -> tuple[tuple[str, str], ...]:
    return tuple((went.value, _(WENT_NAMES[went])) for went in Went)
