"""What is hers to say, said by herself or written down beside her."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.rules.her_word import check_her_word


def require_her_word(
    actor: Actor, course_id: UUID, hers: Permission, *, citizen_said_so: bool
) -> None:
    """She may do it herself (`hers`); who holds the threads writes it down when she has said so.

    Whoever calls marks what was written for her (product, principle 7).
    """
    require(actor, hers if actor.is_citizen else Permission.WORDS_BESIDE, course=course_id)
    check_her_word(is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so)
