"""What a table holds of a person, and how long it is kept.

Every model says it with `holds = Holds(…)`; a house test refuses a model or a field
that does not. Retention and insight exports are built on it (GDPR art. 5, 15 and 17).
"""

from dataclasses import dataclass
from enum import StrEnum


class Keep(StrEnum):
    """Retention rules. The periods are the organisation's to set; these are the defaults."""

    COURSE = "as the organisation's rule says: the year it closed and five more, at least"
    LOOK = "five years after the month of the look"
    CALLBACK = "fourteen days"
    REFERRAL = "one year after the answer; without the citizen's yes thirty days"
    DRAFT = "thirty days after the last word"
    SIGNAL = "ninety days after it was seen; at once when the ground for it is taken back"
    SIGN_IN = "one day"
    CONSULTATION = "two years after the question"
    CIRCLE = "two years after it was raised, when it is over and she knows; or with her course"
    STUDY = "a year after the copy without a name was made; its workshops with it"
    DELIVERY = "ninety days after it arrived or was given up"
    FILE = "as long as its file; thirty days after that was removed"
    KEY = "as long as somebody may still sign with it"
    SITTING = "thirty days after the session ended"
    ACCOUNT = "as long as the account is in use"
    ORGANISATION = "as long as the organisation uses Landfast"


class Controller(StrEnum):
    """Who answers for what stands in a table: the controller (dataansvarlig, GDPR art. 4, 26).

    Named by its part in the work, since one table serves many organisations: who that is for a
    given citizen, `journeys/see_who_answers.py` says by name.
    """

    COURSE = "the organisation whose unit runs the course"
    WRITER = "the organisation that employs the one who wrote"
    REFERRER = "the one who sent it for its words, the one who received it for what came of it"
    SHARED = "each organisation for what its own people do; the course's for keeping it"
    LOGIN = "the organisation that gave the login: the course's, or the employer"


@dataclass(frozen=True)
class Holds:
    """Field names of a model, each in exactly one class; names are separated by blanks.

    `sealed` are those among them that lie encrypted (kernel/sealing.py). One that must be found
    again has its mark in a field beside it, named as it with `_mark`.
    """

    keep: Keep
    controller: Controller | None = None
    """Said of every table about citizens, and of no other."""
    personal: str = ""
    sensitive: str = ""
    organisation: str = ""
    technical: str = ""
    sealed: str = ""
    through: str = ""
    """The way to the course, for a table that has no column of its own for it."""

    def fields(self) -> list[str]:
        """All classified names, in order; a name that stands twice is returned twice."""
        return [
            name
            for group in (self.personal, self.sensitive, self.organisation, self.technical)
            for name in group.split()
        ]

    @property
    def is_about_citizens(self) -> bool:
        """Does the table hold anything about a person who is not there as an employee?"""
        return bool(self.personal or self.sensitive)
