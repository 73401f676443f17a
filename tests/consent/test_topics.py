"""May be known, I tell it myself, do not share: per topic, and the database holds to it."""

import pytest
from django.db import Error, transaction

from landfast.access.actions import To, grant
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.consent import actions, queries
from landfast.consent.actions import Outside
from landfast.consent.rules import ConsentState, TopicWord
from landfast.kernel.refusals import NotNow, Wrong
from landfast.plan import actions as plan
from landfast.plan import queries as plans
from landfast.programmes.rules import NeedArea
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    course = started_course(town)
    with as_(course.citizen):
        for area, words in (("housing", "Et sted at bo"), ("economy", "Styr på penge")):
            plan.add_wish(
                actor=course.citizen, course_id=course.id, area=NeedArea(area), words=words
            )
    return course


def say(lived, topic, word, by=None):
    actor = by or lived.citizen
    with as_(actor):
        actions.say_of_topic(actor=actor, course_id=lived.id, topic=topic, word=word)


def reads(actor, lived):
    with as_(actor):
        return [wish.words for wish in plans.wishes_of(lived.id)]


@pytest.mark.parametrize("word", [TopicWord.CLOSED, TopicWord.MYSELF])
def test_what_she_keeps_back_leaves_every_share_the_same_second(town, lived, word):
    to = Outside(person=town.bo.person_id)
    said_yes(lived, to, Topic.HOUSING, Topic.ECONOMY)
    said_yes(lived, to, Topic.ECONOMY)
    assert reads(town.bo, lived) == ["Et sted at bo", "Styr på penge"]
    say(lived, Topic.ECONOMY, word)
    assert reads(town.bo, lived) == ["Et sted at bo"]
    with as_(lived.citizen):
        kept, ended = sorted(queries.shares(lived.id), key=lambda row: row.state)
        assert (kept.state, kept.topics) == (ConsentState.GIVEN, (Topic.HOUSING,))
        assert ended.state is ConsentState.WITHDRAWN
    with pytest.raises(NotNow):
        said_yes(lived, to, Topic.HOUSING, Topic.ECONOMY)
    say(lived, Topic.ECONOMY, TopicWord.KNOWN)
    said_yes(lived, to, Topic.ECONOMY)
    assert "Styr på penge" in reads(town.bo, lived)


def test_the_database_gives_no_grant_to_a_topic_that_is_kept_back(town, lived):
    say(lived, Topic.ECONOMY, TopicWord.CLOSED, by=town.karen)
    with as_(town.karen):
        for topic in (Topic.HOUSING, Topic.ECONOMY):
            to = To(
                CourseRole.RECIPIENT, "x", person=town.bo.person_id, topic=topic,
                ground=Ground.CONSENT, level=Level.READ,
            )  # fmt: skip
            if topic is Topic.HOUSING:
                grant(town.karen, lived.id, [to])
            else:
                with pytest.raises(Error, match="keeps this topic back"), transaction.atomic():
                    grant(town.karen, lived.id, [to])


def test_who_reads_something_is_told_what_she_tells_herself(town, lived):
    say(lived, Topic.CRIME, TopicWord.MYSELF)
    say(lived, Topic.FAMILY, TopicWord.CLOSED)
    said_yes(lived, Outside(person=town.bo.person_id))
    for actor, told in ((town.bo, (Topic.CRIME,)), (town.anna, ()), (town.karen, ())):
        with as_(actor):
            assert queries.told_by_herself(lived.id) == told
    with as_(town.bo):
        assert queries.said_of_topics(lived.id) == {}


def test_a_word_is_about_one_topic_and_one_stands(lived):
    with pytest.raises(Wrong):
        say(lived, Topic.WHOLE, TopicWord.CLOSED)
    for word in (TopicWord.CLOSED, TopicWord.MYSELF, TopicWord.KNOWN):
        say(lived, Topic.CRIME, word)
    with as_(lived.citizen):
        assert queries.said_of_topics(lived.id) == {Topic.CRIME: TopicWord.KNOWN}
        assert queries.kept_back(lived.id) == frozenset()
