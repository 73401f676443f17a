"""For any week: what the planner answers is allowed, and never less than first come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.schedule.town import Size, draw
from landfast.meetings.scheduling import check, first_come, plan_data, propose, solve
from landfast.meetings.scheduling.writing import problem_data
from tests.scheduling.small import FRIDAY, MONDAY, meeting, person, read, week

NAMES = ("agnes", "bente", "rune", "steen")
CLOCKS = [f"{hour:02}:{minute}" for hour in range(8, 17) for minute in ("00", "30")]


@st.composite
def times(draw):
    first, last = sorted(
        draw(st.lists(st.sampled_from(CLOCKS), min_size=2, max_size=2, unique=True))
    )
    return {"weekday": draw(st.integers(0, 4)), "starts": first, "ends": last}


@st.composite
def weeks(draw):
    """Four people with odd hours, two rooms and a home, and up to six meetings that want them."""
    people = [
        person(name, hours=draw(st.lists(times(), min_size=1, max_size=4)), base="huset",
               **({"most_a_day": 1} if draw(st.booleans()) else {}))
        for name in NAMES
    ]  # fmt: skip
    meetings = []
    for n in range(draw(st.integers(1, 6))):
        must = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True))
        others = [name for name in NAMES if name not in must]
        seat = {"role": "reflektant", "count": 1, "any_of": others[:1]}
        meetings.append(meeting(
            f"m{n}", course=f"c{n % 3}", must=must, may=others[1:],
            size=draw(st.sampled_from((3, 8))),
            minutes=draw(st.sampled_from((30, 45, 60, 90))),
            window={"first": MONDAY, "last": FRIDAY},
            places=draw(st.sampled_from((["huset"], ["hjemme"], ["hjemme", "huset"]))),
            seats=[seat] if draw(st.booleans()) else [],
            **({"can": [draw(times())]} if draw(st.booleans()) else {}),
            **({"after": f"m{n - 3}", "gap": 2} if n >= 3 else {}),
        ))  # fmt: skip
    return week(
        *meetings, people=people,
        rooms=[
            {"id": "stuen", "place": "huset", "seats": 4},
            {"id": "salen", "place": "huset", "seats": 9},
        ],
        travel=[{"from": "huset", "to": "hjemme", "minutes": draw(st.sampled_from((0, 20, 60)))}],
    )  # fmt: skip


@settings(max_examples=25)
@given(weeks())
def test_a_plan_is_allowed_and_never_less_than_first_come(data):
    problem = read(data)
    greedy, plan = first_come(problem), solve(problem, 5)
    assert check(data, plan_data(problem, greedy)) == []
    assert check(data, plan_data(problem, plan)) == []
    assert len(plan.placed) >= len(greedy.placed)
    if plan.figures["proven_best"]:
        assert set(plan.unplaced) | set(plan.placed) == set(problem.meetings)


@settings(max_examples=25)
@given(weeks())
def test_what_is_proposed_could_be_held(data):
    problem = read(data)
    for found in propose(problem, "m0"):
        alone = {**data, "meetings": [data["meetings"][0]]}
        answer = plan_data(problem, type(first_come(problem))({"m0": found}, {}))
        assert check(alone, answer) == []


def test_a_small_municipality_is_placed_whole():
    problem = draw(3, Size().times(0.1))
    plan = solve(problem, 30)
    assert check(problem_data(problem), plan_data(problem, plan)) == []
    assert plan.unplaced == {}
    assert len(first_come(problem).placed) < len(problem.meetings)
