"""Sharing by topic: what is given is read, no more; it ends the second it is taken back."""

from datetime import date, timedelta

import pytest

from landfast.access import queries as access
from landfast.access.actor import SYSTEM
from landfast.access.looks.looking import open_record
from landfast.access.roles import CourseRole
from landfast.access.rules import TOPIC_NAMES, Topic
from landfast.consent import actions, models, queries, rules
from landfast.consent.actions import Outside, Yes
from landfast.consent.rules import ConsentState, How
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.people import actions as people
from landfast.plan import actions as plan
from landfast.plan import queries as plans
from landfast.programmes.rules import NeedArea
from tests.factories.courses import started_course
from tests.factories.plan import complete
from tests.factories.town import as_

YEAR = timedelta(days=365)


@pytest.fixture
def lived(town):
    course = started_course(town)
    with as_(course.citizen):
        for area, words in (("housing", "Et sted at bo"), ("psychiatry", "Sove om natten")):
            plan.add_wish(
                actor=course.citizen, course_id=course.id, area=NeedArea(area), words=words
            )
    return course


def yes(*topics, **more):
    return Yes(topics or (Topic.HOUSING,), "Finde en bolig", today() + timedelta(days=90), **more)


def share(lived, to, said=None, by=None):
    actor = by or lived.citizen
    with as_(actor):
        return actions.share(actor=actor, course_id=lived.id, to=to, yes=said or yes())


def reads(actor, lived):
    with as_(actor):
        return [wish.words for wish in plans.wishes_of(lived.id)]


def test_topics_are_the_areas_of_life(lived):
    others = {Topic.FRAME, Topic.WHOLE, Topic.PLAN, Topic.MEETINGS, Topic.ONE}
    assert set(TOPIC_NAMES) == set(Topic) - others
    assert len(TOPIC_NAMES) == len(NeedArea)


def test_who_is_let_in_by_topic_reads_that_topic_and_no_more(town, lived):
    share(lived, Outside(person=town.bo.person_id))
    assert reads(town.bo, lived) == ["Et sted at bo"]
    assert reads(town.solveig, lived) == []
    with as_(town.bo):
        assert access.course_roles(town.bo, lived.id) == {CourseRole.RECIPIENT}
        assert open_record(town.bo, lived.id, "Delt", by_topic=True) is Topic.HOUSING
        with pytest.raises(NotFound):
            open_record(town.bo, lived.id, "Forløbet")
        assert [row.topics for row in access.shared_with(town.bo)] == [(Topic.HOUSING,)]
        assert queries.shares(lived.id) == []
    with as_(town.karen):
        assert access.shared_with(town.karen) == []


def test_a_unit_is_let_in_with_everybody_who_works_there_now(town, lived):
    share(lived, Outside(unit=town.social))
    assert reads(town.bo, lived) == reads(town.vibeke, lived) == ["Et sted at bo"]
    assert reads(town.anna, lived) == []
    with as_(town.vibeke):
        [row] = access.shared_with(town.vibeke)
    assert (row.course, row.purpose) == (lived.id, "Finde en bolig")


def test_who_sees_the_frame_does_not_see_what_is_shared_with_whom(town, lived):
    share(lived, Outside(person=town.bo.person_id))
    share(lived, Outside(unit=town.ward))
    for actor, sees in ((town.lars, False), (town.karen, True), (lived.citizen, True)):
        with as_(actor):
            shown = {row.role for row in access.readers(lived.id, Topic.FRAME)}
            told = {row.facts.get("role") for row in access.events(lived.id, ["access.granted"])}
        assert (CourseRole.RECIPIENT in shown, "recipient" in told) == (sees, sees)


def test_a_recipient_changes_nothing(town, lived):
    share(lived, Outside(person=town.bo.person_id))
    with as_(town.bo):
        with pytest.raises(NotAllowed):
            plan.add_wish(actor=town.bo, course_id=lived.id, area=NeedArea.HOUSING, words="Min ide")
        with pytest.raises(NotAllowed):
            actions.share(
                actor=town.bo, course_id=lived.id, to=Outside(unit=town.ward),
                yes=yes(how=How.ORALLY, evidence="x"),
            )  # fmt: skip


def test_taking_back_ends_it_in_the_same_second_and_history_is_kept(town, lived):
    mine = share(lived, Outside(person=town.bo.person_id))
    other = share(lived, Outside(person=town.bo.person_id), yes(Topic.PSYCHIATRY))
    with as_(lived.citizen):
        actions.stop_share(actor=lived.citizen, course_id=lived.id, share_id=mine)
        with pytest.raises(NotNow):
            actions.stop_share(actor=lived.citizen, course_id=lived.id, share_id=mine)
        assert [row.state for row in queries.shares(lived.id)] == [
            ConsentState.GIVEN, ConsentState.WITHDRAWN
        ]  # fmt: skip
        actions.stop_share(actor=lived.citizen, course_id=lived.id, share_id=other)
    assert reads(town.bo, lived) == []
    with as_(town.bo), pytest.raises(NotFound):
        open_record(town.bo, lived.id, "Delt", by_topic=True)


def test_it_ends_by_itself_and_is_renewed_in_one_touch(town, lived):
    old = share(lived, Outside(person=town.bo.person_id))
    with as_(lived.citizen), pytest.raises(NotNow):
        actions.renew_share(actor=lived.citizen, course_id=lived.id, share_id=old)
    with clock.at(clock.now() + timedelta(days=91)):
        assert reads(town.bo, lived) == []
        with as_(lived.citizen):
            assert queries.share(lived.id, old).state is ConsentState.EXPIRED
            new = actions.renew_share(actor=lived.citizen, course_id=lived.id, share_id=old)
            assert queries.share(lived.id, old).state is ConsentState.REPLACED
            assert queries.share(lived.id, new).until == today() + YEAR
        assert reads(town.bo, lived) == ["Et sted at bo"]


def test_beside_the_coordinator_it_is_written_down_where_she_said_it_and_she_confirms(town, lived):
    to = Outside(person=town.bo.person_id)
    with pytest.raises(Wrong):
        share(lived, to, yes(how=How.ORALLY), by=town.karen)
    made = share(lived, to, yes(how=How.ORALLY, evidence="Hjemme, 3. marts"), by=town.karen)
    with as_(town.karen):
        assert queries.share(lived.id, made).confirmed_at is None
        with pytest.raises(Wrong):
            actions.confirm_share(actor=town.karen, course_id=lived.id, share_id=made)
    with as_(lived.citizen):
        actions.confirm_share(actor=lived.citizen, course_id=lived.id, share_id=made)
        assert queries.share(lived.id, made).confirmed_at


def test_a_member_of_the_team_needs_no_topic_and_a_stopped_course_shares_nothing(town, lived):
    with pytest.raises(NotNow):
        share(lived, Outside(person=town.karen.person_id))
    with pytest.raises(Wrong):
        share(lived, Outside(person=lived.citizen.person_id))
    share(lived, Outside(unit=town.social))
    with as_(lived.citizen):
        assert actions.end_all(actor=lived.citizen, course_id=lived.id) == 1
        assert models.Share.objects.get().state == ConsentState.ENDED
    assert reads(town.bo, lived) == []


def test_an_agreement_about_two_topics_is_read_by_who_may_read_both(town, lived):
    with as_(lived.citizen):
        [housing] = [w.id for w in plans.wishes_of(lived.id) if w.area is NeedArea.HOUSING]
    for words, needs in (("Ringe om to ting", ["economy"]), ("Om ingenting", [])):
        about = {"wish_id": housing, "practical_problem": ""} if needs else {}
        with as_(town.karen):
            plan.propose_agreement(
                actor=town.karen, course_id=lived.id, maker=town.karen.person_id, needs=needs,
                terms=complete(town.karen, text=words, **about),
            )  # fmt: skip
    share(lived, Outside(person=town.bo.person_id))
    assert agreed(town.bo, lived) == []
    share(lived, Outside(person=town.bo.person_id), yes(Topic.ECONOMY))
    assert agreed(town.bo, lived) == ["Ringe om to ting"]


def agreed(actor, lived):
    with as_(actor):
        return [row.text for row in plans.open_agreements(lived.id)]


@pytest.mark.parametrize(
    ("days", "good"), [(0, False), (-1, False), (1, True), (365, True), (366, False)]
)
def test_a_consent_ends_within_a_year(days, good):
    day = date(2026, 3, 2)
    if good:
        rules.check_until(day + timedelta(days=days), day)
    else:
        with pytest.raises(Wrong):
            rules.check_until(day + timedelta(days=days), day)


def test_health_by_word_of_mouth_says_why_it_is_not_in_writing():
    rules.check_evidence(How.ON_PAPER, "Papir i skabet", "", [Topic.HEALTH])
    rules.check_evidence(How.ORALLY, "I døren", "Hun var på vej", [Topic.HEALTH])
    rules.check_evidence(How.ORALLY, "I døren", "", [Topic.HOUSING])
    with pytest.raises(Wrong):
        rules.check_evidence(How.ORALLY, "I døren", "", [Topic.HEALTH])


def test_only_adults_share_by_topic():
    day = date(2026, 3, 2)
    rules.check_adult(None, day)
    rules.check_adult(date(2008, 3, 2), day)
    with pytest.raises(NotNow):
        rules.check_adult(date(2008, 3, 3), day)


@pytest.mark.parametrize("topics", [[], [Topic.WHOLE], [Topic.HOUSING, Topic.FRAME]])
def test_a_consent_names_topics_and_never_the_whole(topics):
    with pytest.raises(Wrong):
        rules.check_topics(topics)


def test_a_unit_is_not_those_who_work_above_it(town, lived):
    """What was shared with a ward is not for everybody employed at the top of the house."""
    with as_(SYSTEM):
        above = people.add_unit(organisation_id=town.municipality, name="Rådhuset")
        below = people.add_unit(organisation_id=town.municipality, name="Boteamet", parent_id=above)
    town.hire("Trine Team", below, "home_support")
    town.hire("Olga Organisation", above, "org_admin")
    share(lived, Outside(unit=below))
    assert reads(town.trine, lived) == ["Et sted at bo"]
    assert reads(town.olga, lived) == []
    with as_(town.olga):
        assert access.shared_with(town.olga) == []
        assert access.course_roles(town.olga, lived.id) == frozenset()
