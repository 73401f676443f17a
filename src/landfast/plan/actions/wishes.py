"""Wishes in the citizen's words. The citizen owes no reason for any of it (domain 0.4)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.actions.phases import locked
from landfast.course.rules.her_word import check_her_word
from landfast.kernel.clock import now, today
from landfast.kernel.ids import WishId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.people.rules import check_meant_for, check_unchanged
from landfast.plan import models
from landfast.plan.rules import promise
from landfast.plan.rules.wishing import check_not_hers_yet
from landfast.plan.rules.words import Standing
from landfast.programmes.rules import NeedArea

WORDS_MAX = 2000
_NO_WORDS = da("Skriv ønsket med dine egne ord. Et par ord er nok.")


@action
def add_wish(*, actor: Actor, course_id: UUID, area: NeedArea, words: str) -> WishId:
    """A wish, hope or dream is written down, by the citizen or beside her (S004 §5.1)."""
    require(actor, Permission.WISH_WRITE, course=course_id)
    promise.check_words(words, WORDS_MAX, "words", _NO_WORDS)
    locked(course_id)
    last = models.Wish.objects.filter(course_id=course_id).order_by("-position").first()
    wish = models.Wish(
        course_id=course_id, area=area, words=words.strip(), created_at=now(),
        position=last.position + 1 if last else 1, written_by_id=actor.person_id,
    )  # fmt: skip
    wish.save(force_insert=True)
    record(actor, "plan.wish_added", wish)
    return WishId(wish.id)


def _wish(actor: Actor, wish_id: UUID) -> models.Wish:
    """The wish, locked; the actor may write it."""
    wish = models.Wish.objects.select_for_update().filter(id=wish_id).first()
    if wish is None:
        raise NotFound
    require(actor, Permission.WISH_WRITE, course=wish.course_id)
    return wish


@action(tells=False)
def reword_wish(*, actor: Actor, wish_id: UUID, words: str, seen: str) -> None:
    """Other words for the same wish; who wrote them last is shown.

    `seen` is the words that the page showed: words that came meanwhile are never written over.
    The same words as were seen change nothing, and leave no event.
    """
    wish = _wish(actor, wish_id)
    promise.check_words(words, WORDS_MAX, "words", _NO_WORDS)
    if words.strip().splitlines() == seen.strip().splitlines():
        return
    check_meant_for(seen, wish.words)
    wish.words, wish.written_by_id = words.strip(), actor.person_id
    wish.save(update_fields=["words", "written_by"])
    record(actor, "plan.wish_reworded", wish)


@action
def take_wish(*, actor: Actor, wish_id: UUID, seen: str) -> None:
    """She says that a wish written beside her is hers, as it stands (decisions/0044).

    `seen` is the words on her page: other words since are not hers by a touch on these.
    """
    wish = _wish(actor, wish_id)
    require(actor, Permission.OWN_WORDS, course=wish.course_id)
    check_not_hers_yet(is_hers=wish.written_by_id == actor.person_id)
    check_unchanged(seen, wish.words)
    wish.written_by_id = actor.person_id
    wish.save(update_fields=["written_by"])
    record(actor, "plan.wish_taken", wish)


@action
def set_standing(
    *, actor: Actor, wish_id: UUID, standing: Standing, citizen_said_so: bool = False
) -> None:
    """Mit ønske, mit mål, lagt væk: a goal is agreed when the citizen has said yes to it (0.4)."""
    wish = _wish(actor, wish_id)
    check_her_word(is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so)
    if standing is Standing.GOAL and wish.standing != Standing.GOAL:
        wish.goal_since = today()
    wish.standing = standing
    wish.save(update_fields=["standing", "goal_since"])
    record(actor, "plan.wish_stands", wish, standing=standing)


@action
def rate_wish(
    *, actor: Actor, wish_id: UUID, rating: int | None, citizen_said_so: bool = False
) -> None:
    """How near it feels, 0–10, if the citizen likes; nothing is taken away again (domain 0.4)."""
    wish = _wish(actor, wish_id)
    check_her_word(is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so)
    promise.check_rating(rating)
    wish.rating = rating
    wish.rated_on = today() if rating is not None else None
    wish.save(update_fields=["rating", "rated_on"])
    if rating is not None:
        models.WishRating(
            course_id=wish.course_id, wish=wish, rating=rating, said_on=today(),
            written_by_id=actor.person_id, created_at=now(),
        ).save(force_insert=True)  # fmt: skip
    record(actor, "plan.wish_rated", wish)


@action
def move_wish(*, actor: Actor, wish_id: UUID, up: bool) -> None:
    """The citizen's own order (prioritering): one place up or down among those not put away."""
    course_id = models.Wish.objects.filter(id=wish_id).values_list("course_id", flat=True).first()
    if course_id is None:
        raise NotFound
    require(actor, Permission.WISH_WRITE, course=course_id)
    locked(course_id)
    rows = list(models.Wish.objects.filter(course_id=course_id).order_by("position", "id"))
    moved = _moved(rows, wish_id, up=up)
    for position, row in enumerate(moved, start=1):
        row.position = position
    models.Wish.objects.bulk_update(moved, ["position"])
    record(actor, "plan.wish_moved", next(row for row in rows if row.id == wish_id))


def _moved(rows: list[models.Wish], wish_id: UUID, *, up: bool) -> list[models.Wish]:
    living = [row for row in rows if row.standing != Standing.ASIDE or row.id == wish_id]
    here = next(index for index, row in enumerate(living) if row.id == wish_id)
    there = max(0, here - 1) if up else min(len(living) - 1, here + 1)
    living[here], living[there] = living[there], living[here]
    return [*living, *(row for row in rows if row not in living)]
