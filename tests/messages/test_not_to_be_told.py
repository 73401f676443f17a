"""Not to be told: no notice and no letter leaves to whom she has said it of (G2)."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from landfast.access.models import Event
from landfast.access.session import acting
from landfast.course.actions.coordinator import name_second
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.meetings.actions import letters
from landfast.meetings.queries import inviting
from landfast.meetings.rules.inviting import Book
from landfast.messages.rules import Happened, invited, records_of, told
from landfast.messages.rules.for_her import OF_PART, read_for_her
from landfast.messages.rules.news import FOR_RECORDS, LETTERS, NEWS
from landfast.messages.rules.urgent import URGENT, urgent_for
from landfast.network.actions.telling import set_helper_untold, set_relation_untold
from landfast.network.queries import members
from landfast.network.queries.telling import untold_of
from tests.factories.meetings import prepared_meeting
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.parts import proxy_of
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_
from tests.messages.test_outbox import NOON, confirmed

KINDS = sorted({*NEWS, *LETTERS, *URGENT, *FOR_RECORDS})
PEOPLE = st.uuids(version=4)


@given(st.sampled_from(KINDS), st.lists(PEOPLE, min_size=2, max_size=4, unique=True), st.data())
def test_nobody_who_is_not_to_be_told_is_in_any_audience(kind, people, data):
    untold = data.draw(st.frozensets(st.sampled_from(people)))
    keys = [key for book in (NEWS, LETTERS, URGENT) if kind in book for key in book[kind].named]
    facts = {key: [str(one) for one in people] for key in [*keys, "to"]}
    at = datetime.now(NOON.tzinfo)
    did = data.draw(st.sampled_from([None, *people]))
    event = Happened(kind, at, did, facts, people[0], tuple(people), untold)
    readers = [(one, OF_PART.get(kind, "plan")) for one in people]
    for whom in (
        told(event, at), invited(event, at), urgent_for(event, at).whom,
        records_of(event, at), read_for_her(event, readers, at),
    ):  # fmt: skip
        assert not whom & untold


def silence(lived, person):
    with as_(lived.citizen):
        [one] = [row for row in members(lived.id) if row.person_id == person.person_id]
        set_helper_untold(actor=lived.citizen, course_id=lived.id, member_id=one.id, untold=True)


def test_an_act_is_no_mail_to_whom_she_has_said_it_of(lived_town, as_jobs, mail_server):
    town = lived_town
    with clock.at(NOON):
        lived = with_team(town, town.bo)
        confirmed(town.bo)
        with as_jobs():
            outbox.empty()
        mail_server.mails.clear()
    with clock.at(NOON + timedelta(days=1)):
        in_the_team(lived, town.bo, by=town.karen)
        proposed(town, lived, town.bo)
        silence(lived, town.bo)
        with as_jobs():
            assert outbox.empty() == {}
    assert mail_server.mails == []


def waits_for(as_jobs):
    with as_jobs(), acting(None):
        letters.settle()
        return len(inviting.due(Book.MEETINGS))


def test_no_letter_about_a_meeting_leaves_to_them(lived_town, as_jobs):
    met = prepared_meeting(lived_town, call=True)
    before = waits_for(as_jobs)
    silence(met.lived, lived_town.bo)
    assert waits_for(as_jobs) == before - 1


def test_who_comes_to_hold_the_course_is_told_whatever_she_marked_before(lived_town, as_jobs):
    town = lived_town
    lived = with_team(town, town.bo, town.mads)
    for one in (town.bo, town.mads):
        in_the_team(lived, one, by=town.karen)
        silence(lived, one)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        event = Event.objects.filter(scope_id=lived.id).latest("at").id
    with as_jobs():
        assert untold_of([event]) == {event: frozenset({town.bo.person_id})}


def test_the_mark_on_a_place_is_on_who_reads_for_her_from_it_and_on_no_namesake(
    lived_town, as_jobs
):
    lived = with_team(lived_town, lived_town.bo)
    place, same_name = named_by_citizen(lived), named_by_citizen(lived)
    marked, _other = proxy_of(lived, place=place), proxy_of(lived, place=same_name)
    with as_(lived.citizen):
        set_relation_untold(actor=lived.citizen, course_id=lived.id, relation_id=place, untold=True)
        event = Event.objects.filter(scope_id=lived.id).latest("at").id
    with as_jobs():
        assert untold_of([event]) == {event: frozenset({marked.person_id})}
