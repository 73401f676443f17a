"""What a course has gathered is found by its day, the same as by walking through all of it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from landfast.redthread.rules.facts import Contact, Source
from landfast.redthread.rules.history import Contacts
from landfast.redthread.rules.snapshot import Snapshot

ANY_DAY = date(2001, 1, 1)
ROLES = ("gp", "nurse", "police")
days = st.integers(min_value=0, max_value=12).map(lambda one: ANY_DAY + timedelta(days=one))


@st.composite
def contacts(draw: st.DrawFn) -> tuple[Contact, ...]:
    told = draw(st.lists(st.tuples(days, st.frozensets(st.sampled_from(ROLES))), max_size=9))
    return tuple(
        Contact(Source(f"E{place}", day), roles, frozenset(), meets_citizen=True)
        for place, (day, roles) in enumerate(told)
    )


@given(contacts(), days, days)
def test_days_are_found_as_by_walking(told: tuple[Contact, ...], one: date, other: date) -> None:
    found = Contacts(told)

    assert set(found.between(one, other)) == {c for c in told if one <= c.source.day <= other}
    assert set(found.since(one)) == {c for c in told if one <= c.source.day}
    assert set(found.after(one)) == {c for c in told if one < c.source.day}
    ordered = [c.source.day for c in found.since(ANY_DAY)]
    assert ordered == sorted(ordered)


@given(contacts(), contacts(), days, days)
def test_what_is_told_after_is_found_as_if_all_was_told_at_once(
    told: tuple[Contact, ...], later: tuple[Contact, ...], one: date, other: date
) -> None:
    before, at_once = Contacts(told), Contacts((*told, *later))
    found = before.and_then(later)

    assert found == at_once
    assert found.between(one, other) == at_once.between(one, other)
    assert (found.since(one), found.after(one)) == (at_once.since(one), at_once.after(one))
    assert found.newest == at_once.newest
    assert before == Contacts(told), "what was told before is as it was"
    assert before.newest == Contacts(told).newest
    assert before.since(one) == Contacts(told).since(one)


@given(contacts(), st.sets(st.sampled_from(ROLES)), st.none() | days)
def test_the_newest_of_a_role_is_the_first_told_of_its_latest_day(
    told: tuple[Contact, ...], roles: set[str], since: date | None
) -> None:
    theirs = [
        c.source for c in told if c.roles & roles and (since is None or c.source.day >= since)
    ]

    newest = Snapshot(ANY_DAY, contacts=told).last_contact(roles, since=since)

    assert newest == max(theirs, key=lambda one: one.day, default=None)


def test_of_two_on_one_day_the_first_told_counts_of_one_role_and_of_several() -> None:
    one, other = (
        Contact(
            Source(f"E{place}", ANY_DAY),
            frozenset({role, "nurse"}),
            frozenset(),
            meets_citizen=True,
        )
        for place, role in enumerate(("gp", "police"))
    )
    seen = Snapshot(ANY_DAY, contacts=(one, other))

    assert seen.last_contact({"nurse"}) == one.source
    assert seen.last_contact({"gp", "police"}) == one.source


def test_what_is_ordered_already_is_not_ordered_again() -> None:
    found = Contacts(())

    assert Contacts.of(found) is found
