"""A no to sharing: not a fault, asked again at most once, and it can be the last word."""

import pytest
from django.db import Error, connection, transaction

from landfast.consent import actions, models, queries
from landfast.consent.actions import Outside
from landfast.consent.rules import ConsentState, How, StandingNo, may_ask, next_round
from landfast.kernel import clock
from landfast.kernel.refusals import NotNow, Wrong
from landfast.messages.rules import NEWS
from landfast.plan import actions as plan
from landfast.plan import queries as plans
from landfast.programmes.rules import NeedArea
from tests.consent.saying import ORALLY, refused, said_yes
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    course = started_course(town)
    with as_(course.citizen):
        plan.add_wish(
            actor=course.citizen, course_id=course.id, area=NeedArea.HOUSING, words="Et sted at bo"
        )
    return course


@pytest.mark.parametrize(
    ("no", "may"),
    [
        (None, True),
        (StandingNo(1), True),
        (StandingNo(1, never_again=True), False),
        (StandingNo(2), False),
    ],
)
def test_after_a_no_the_team_asks_once_more_at_most(no, may):
    assert may_ask(no) == may
    assert next_round(no) == (no.round + 1 if no else 1)


def test_a_no_ends_what_ran_and_stands_with_its_history(town, lived):
    to = Outside(person=town.bo.person_id)
    said_yes(lived, to)
    refused(lived, to)
    with as_(lived.citizen):
        states = [row.state for row in queries.shares(lived.id)]
        assert states == [ConsentState.REFUSED, ConsentState.WITHDRAWN]
        assert queries.standing_no(lived.id, town.bo.person_id) == StandingNo(1)
        with pytest.raises(NotNow):
            actions.refuse_share(actor=lived.citizen, course_id=lived.id, to=to, how=How.SELF)
    with as_(town.bo):
        assert plans.wishes_of(lived.id) == []


def test_asked_again_once_when_something_has_changed_and_never_a_third_time(town, lived):
    to = Outside(unit=town.social)
    refused(lived, to)
    with pytest.raises(Wrong):
        refused(lived, to, by=town.karen, how=How.ORALLY)
    with pytest.raises(Wrong):
        said_yes(lived, to, by=town.karen, **ORALLY)
    refused(lived, to, by=town.karen, how=How.ORALLY, changed="Hun skal flytte")
    for again in (refused, said_yes):
        more = ORALLY if again is said_yes else {"how": How.ORALLY}
        with pytest.raises(NotNow):
            again(lived, to, by=town.karen, changed="Endnu en gang", **more)


def test_her_last_word_holds_until_she_herself_says_otherwise(town, lived):
    to = Outside(person=town.bo.person_id)
    no = refused(lived, to)
    with as_(lived.citizen):
        actions.say_the_last_word(actor=lived.citizen, course_id=lived.id, share_id=no)
        with pytest.raises(NotNow):
            actions.say_the_last_word(actor=lived.citizen, course_id=lived.id, share_id=no)
    with pytest.raises(NotNow):
        said_yes(lived, to, by=town.karen, changed="Alt er nyt", **ORALLY)
    said_yes(lived, to)
    with as_(lived.citizen):
        assert queries.standing_no(lived.id, town.bo.person_id) is None
        states = [row.state for row in queries.shares(lived.id)]
        assert states == [ConsentState.GIVEN, ConsentState.REFUSED]
    refused(lived, to)


def test_a_no_to_one_is_no_no_to_another(town, lived):
    refused(lived, Outside(person=town.bo.person_id), never_again=True)
    said_yes(lived, Outside(unit=town.social), by=town.karen, **ORALLY)


def raw(lived, town, **changes):
    """A row past the actions, as somebody with the application's own SQL would write it."""
    row = {
        "course_id": lived.id, "unit_id": town.social, "topics": ["housing"], "grants": [],
        "state": "given", "how": "orally", "said_at": clock.now(), "ends_at": clock.now(),
        "recorded_by_id": town.karen.person_id, "evidence": "x",
    } | changes  # fmt: skip
    with as_(town.karen), transaction.atomic():
        models.Share(**row).save(force_insert=True)


REFUSED = {"state": "refused", "topics": []}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        REFUSED | {"round": 1, "changed": "Nyt"},
        REFUSED | {"round": 2},
        REFUSED | {"round": 3, "changed": "Nyt"},
        REFUSED | {"round": 2, "changed": "Nyt", "topics": ["housing"]},
        {"how": "self"},
        {"changed": "Nyt", "topics": ["health"]},
    ],
)
def test_the_database_holds_to_it_without_the_actions(town, lived, changes):
    refused(lived, Outside(unit=town.social))
    with pytest.raises(Error):
        raw(lived, town, **changes)
    raw(lived, town, changed="Nyt")
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute("select count(*) from consent_share where state = 'given'")
        assert cursor.fetchone() == (1,)


def test_a_last_word_lets_nothing_by_word_of_mouth_past_the_database(town, lived):
    refused(lived, Outside(unit=town.social), never_again=True)
    for changes in ({"changed": "Nyt"}, REFUSED | {"round": 2, "changed": "Nyt"}):
        with pytest.raises(Error, match="not asked again"):
            raw(lived, town, **changes)
    raw(lived, town, how="on_paper")


def test_a_no_is_no_finding_and_no_news_to_anybody(town, lived):
    """It colours nothing (domain 0.6): no message, and the recipient does not hear of it."""
    refused(lived, Outside(person=town.bo.person_id))
    assert not {kind for kind in NEWS if "refused" in kind and kind.startswith("consent")}
    with as_(town.bo):
        assert queries.shares(lived.id) == []
