"""Random joinings and moves: nobody reads more than the new place's own grounds give, and the way
back gives back exactly the rows.

The oracle knows who was in which team and what was shared with whom, and nothing of the functions
that move.
"""

from dataclasses import dataclass

import hypothesis
import pytest
from django.db import connection, transaction
from hypothesis import example, given
from hypothesis import strategies as st

from landfast.access.actions import To, grant
from landfast.access.roles import CourseRole
from landfast.access.rules import Topic
from landfast.consent.actions import Outside, Yes, refuse_share, say_of_topic, share
from landfast.consent.rules import How, TopicWord
from landfast.course.actions import mending
from landfast.plan import actions as plan
from landfast.programmes.rules import NeedArea
from tests.course.test_mending import everything
from tests.factories.courses import started_course
from tests.factories.plan import complete, in_days
from tests.factories.town import as_
from tests.proving import drawn, in_parts

TABLES = ("plan_wish", "plan_own_step", "plan_agreement")
AREAS = {NeedArea.HOUSING: Topic.HOUSING, NeedArea.ECONOMY: Topic.ECONOMY}
TEAM, OUTSIDE = ("bo", "anna", "nina"), ("peter", "solveig", "vibeke")
WHY = "Det er den samme"
SIDES = (0, 1)
SOME = 20


@dataclass(frozen=True)
class Before:
    """What stood before: who is in which team, what was shared, refused and kept back."""

    team: frozenset[tuple[int, str]]
    shared: frozenset[tuple[int, str, Topic]]
    refused: frozenset[tuple[int, str]]
    kept: frozenset[tuple[int, Topic]]
    wishes: list[tuple[int, NeedArea, bool, str]]
    """On which side, about what, with an own step, and who is asked to promise something."""


befores = st.builds(
    Before,
    st.frozensets(st.tuples(st.sampled_from(SIDES), st.sampled_from(TEAM))),
    st.frozensets(
        st.tuples(
            st.sampled_from(SIDES), st.sampled_from(OUTSIDE), st.sampled_from([*AREAS.values()])
        )
    ),
    st.frozensets(st.tuples(st.sampled_from(SIDES), st.sampled_from(OUTSIDE))),
    st.frozensets(st.tuples(st.sampled_from(SIDES), st.sampled_from([*AREAS.values()]))),
    st.lists(
        st.tuples(
            st.sampled_from(SIDES), st.sampled_from([*AREAS]), st.booleans(),
            st.sampled_from(("", *TEAM)),
        ),
        min_size=1, max_size=5,
    ),
)  # fmt: skip
FULL = Before(
    frozenset({(0, "bo"), (1, "anna"), (0, "nina"), (1, "nina")}),
    frozenset(
        {(0, "peter", Topic.HOUSING), (1, "peter", Topic.HOUSING), (1, "peter", Topic.ECONOMY),
         (1, "solveig", Topic.HOUSING), (1, "vibeke", Topic.ECONOMY)}
    ),
    frozenset({(0, "solveig")}),
    frozenset({(0, Topic.ECONOMY)}),
    [(0, NeedArea.HOUSING, True, "bo"), (0, NeedArea.ECONOMY, False, "nina"),
     (1, NeedArea.ECONOMY, True, "anna")],
)  # fmt: skip
"""A little of everything: somebody in both teams, a no that meets a yes, a topic kept back."""
acts = st.sampled_from(["join 0 into 1", "join 1 into 0", "move"])


@pytest.fixture
def sides(town):
    return started_course(town), started_course(town, by=town.mads)


def live(town, sides, before):
    """All of it, by the real actions; the wishes in their order."""
    for side, lived in enumerate(sides):
        held = (town.karen, town.mads)[side]
        with as_(held):
            for name in sorted(name for at, name in before.team if at == side):
                to = To(CourseRole.PROFESSIONAL, "x", person=getattr(town, name).person_id)
                grant(held, lived.id, [to])
        her = lived.citizen
        with as_(her):
            said = sorted((who, topic) for at, who, topic in before.shared if at == side)
            for name in sorted({name for name, _ in said}):
                share(
                    actor=her, course_id=lived.id,
                    to=Outside(person=getattr(town, name).person_id),
                    yes=Yes([topic for who, topic in said if who == name], "x", in_days(30)),
                )  # fmt: skip
            for name in sorted(name for at, name in before.refused if at == side):
                to = Outside(person=getattr(town, name).person_id)
                refuse_share(actor=her, course_id=lived.id, to=to, how=How.SELF)
            for topic in sorted(topic for at, topic in before.kept if at == side):
                say_of_topic(actor=her, course_id=lived.id, topic=topic, word=TopicWord.CLOSED)
    return [wished(town, before, sides, *one) for one in before.wishes]


def wished(town, before, sides, side, area, has_step, maker):
    lived, held = sides[side], (town.karen, town.mads)[side]
    with as_(lived.citizen):
        wish = plan.add_wish(actor=lived.citizen, course_id=lived.id, area=area, words=area)
        if has_step:
            plan.add_step(actor=lived.citizen, course_id=lived.id, text="x", wish_id=wish)
    if (side, maker) in before.team:  # who is asked is in the team
        with as_(held):
            plan.propose_agreement(
                actor=held, course_id=lived.id, terms=complete(held, wish_id=wish),
                maker=getattr(town, maker).person_id,
            )  # fmt: skip
    return wish


def seen(town, names):
    """What each of these sees: table and key, with what it hangs on."""
    found = {}
    for name in names:
        with as_(getattr(town, name)), connection.cursor() as cursor:
            found[name] = set()
            for table in TABLES:
                cursor.execute(f"select '{table}', id, course_id from {table}")
                found[name] |= set(cursor.fetchall())
    return found


def may(before, name, side, table, area, maker, *, joined):
    """The oracle: the grounds that the new place gave before, and the stricter of two words."""
    if (side, name) in before.team or (table == "plan_agreement" and maker == name):
        return True
    sides = SIDES if joined else (side,)
    topic = AREAS[area]
    return (
        table != "plan_own_step"
        and (side, name, topic) in before.shared
        and not any((one, name) in before.refused for one in sides)
        and not any((one, topic) in before.kept for one in sides)
    )


def act(town, sides, before, wishes, does):
    """Joined by two, or the first wish moved; the mending, and on which side each wish is now."""
    where = [one[0] for one in before.wishes]
    if does == "move":
        source, target = where[0], 1 - where[0]
        holds = (town.karen, town.mads)[source]
        with as_(holds):
            mend = mending.propose_move(
                actor=holds, course_id=sides[source].id, thing="plan_wish", row_id=wishes[0],
                target=None, hint="Den anden", why=WHY,
            )  # fmt: skip
        with as_(town.dorte):
            mending.carry_out_move(actor=town.dorte, mend_id=mend, target=sides[target].id)
        return mend, [target, *where[1:]]
    goes, stays = int(does[5]), int(does[12])
    with as_(town.dorte):
        mend = mending.propose_merge(
            actor=town.dorte, goes=sides[goes].id, stays=sides[stays].id, why=WHY
        )
    with as_(town.lars):
        mending.carry_out_merge(actor=town.lars, mend_id=mend)
    return mend, [stays] * len(where)


def compare(town, sides, before, does):
    readers = (sides[0].citizen, sides[1].citizen, town.karen, town.mads, town.dorte)
    with transaction.atomic():
        wishes = live(town, sides, before)
        rows, everybody = everything(*readers), seen(town, (*TEAM, *OUTSIDE))
        mend, where = act(town, sides, before, wishes, does)
        about = about_of(sides, wishes, before, where)
        for name, found in seen(town, (*TEAM, *OUTSIDE)).items():
            for table, key, course in found:
                side, area, maker = about[table, key]
                assert course == sides[side].id
                assert may(before, name, side, table, area, maker, joined=does != "move"), (
                    name,
                    table,
                    does,
                )
        with as_(town.dorte):
            mending.undo_mend(actor=town.dorte, mend_id=mend, why=WHY)
        assert everything(*readers) == rows
        assert seen(town, (*TEAM, *OUTSIDE)) == everybody
        transaction.set_rollback(True)


def about_of(sides, wishes, before, where):
    """Each row by key: where it should be now, what it is about, who is asked."""
    found = {}
    for lived in sides:
        with as_(lived.citizen), connection.cursor() as cursor:
            for table in TABLES:
                own = "id" if table == "plan_wish" else "wish_id"
                cursor.execute(f"select id, {own} from {table}")
                for key, wish in cursor.fetchall():
                    at = wishes.index(wish)
                    found[table, key] = (where[at], before.wishes[at][1], before.wishes[at][3])
    return found


def hold(town, sides, *, histories, drawn_by=0):
    """Histories from a seed, each lived, mended and taken back."""

    @hypothesis.seed(drawn_by)
    @drawn(histories)
    @given(before=befores, does=acts)
    @example(before=FULL, does="join 0 into 1")
    @example(before=FULL, does="move")
    def each(before, does):
        compare(town, sides, before, does)

    each()


def test_nobody_reads_more_than_the_new_place_gives_and_all_comes_back(town, sides):
    hold(town, sides, histories=6)


@in_parts(200, SOME)
def test_two_hundred_mendings_hold(town, sides, seed, record_property):
    hold(town, sides, histories=SOME, drawn_by=seed)
    record_property("histories", SOME)
