"""What a course's rooms hold, as the rules see it: plain values in, findings out. No database."""

from datetime import date, timedelta

from landfast.course.rules.signal import SignalKind
from landfast.redthread.rules.catalogue import RULES
from landfast.redthread.rules.choosing import chosen
from landfast.redthread.rules.ledger import findings
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.telling.lived import course_of, written
from tests.redthread.stories import MONDAY

ON = [rule for rule in RULES if rule.is_on]
EMPTY = {
    "programme": "samarbejdsmodellen", "largest": None, "state": "AKTIV", "review_on": None,
    "state_since": "2024-01-01", "phase_id": "phase:1", "opened_at": "2024-01-01T08:00:00+01:00",
    "model_allows": False, "way_back": None, "team": [], "wishes": [], "seats": [],
    "is_covered": False, "agreements": [], "meetings": [], "observed": [], "written": {},
    "children": 0, "steps": [], "decisions": [], "signals": [], "stays": [],
    "holders": [
        {"id": "holder:1", "day": "2024-01-01", "until": None, "kind": "coordinator",
         "cover_until": None, "away_from": None, "role": "coordinator"},
    ],
}  # fmt: skip


def finds(on=0, rules=ON, **told):
    """The rules that find something, so many days after the Monday."""
    seen = course_of({**EMPTY, **told}, MONDAY + timedelta(days=on))
    return sorted({one.code for one in findings(seen, SHIPPED, rules).values()})


def holder(**more):
    return [{**EMPTY["holders"][0], **more}]


def agreement(**more):
    return {
        "id": "agreement:1", "day": "2024-01-08", "state": "accepted", "owner": "professional",
        "due": "2024-03-01", "has_followup": True, "needs": ["housing"], "wish": None,
        "replaces": None, **more,
    }  # fmt: skip


def person(role, reply="comes", *, was_there=None, who=None):
    return {"role": role, "reply": reply, "was_there": was_there, "person": who}


def member(role, key="1", since="2024-01-01", until=None):
    return {"id": f"member:{key}", "role": role, "person": key, "since": since, "until": until}


def meeting(*people, **more):
    return {
        "id": "meeting:1", "day": "2024-01-08", "state": "called", "format": "M-01",
        "reference": "", "attends": "in_person", "own_word": False, "largest": None,
        "is_agreed": False, "needs_next": True, "has_next": True, "decides": False,
        "people": list(people), "themes": [], **more,
    }  # fmt: skip


def test_a_course_that_goes_well_has_nothing():
    assert finds() == []
    assert finds(on=200) == []


def test_a_course_without_a_holder_and_one_whose_holder_is_away():
    assert finds(holders=[]) == []
    assert finds(on=2, holders=[]) == ["RT-01"]
    away = holder(away_from="2024-01-08")
    assert finds(on=7, holders=away) == []
    assert finds(on=8, holders=away) == ["RT-05"]
    assert finds(on=8, holders=away, is_covered=True) == []
    assert finds(on=8, holders=holder(until="2024-01-05T10:00:00+01:00")) == ["RT-01"]


def test_a_cover_past_its_day_is_a_vacancy():
    cover = holder(kind="cover", cover_until="2024-01-08")
    assert finds(on=7, holders=cover) == []
    assert finds(on=8, holders=cover) == ["RT-05"]
    assert finds(on=90, holders=holder(kind="cover")) == []


def test_a_holder_who_decides_where_the_model_does_not_allow_it():
    decides = holder(role="case_worker")
    assert finds(holders=decides) == ["RT-04"]
    assert finds(holders=decides, model_allows=True) == []
    assert finds(holders=holder(role=None)) == []


def test_promises_proposals_and_what_was_noted_from_outside():
    assert finds(agreements=[agreement()]) == []
    assert finds(on=90, agreements=[agreement()]) == ["RT-10"]
    waiting = agreement(state="proposed", due=None, owner=None, has_followup=False)
    assert finds(on=90, agreements=[waiting]) == []
    noted = agreement(state="noted", owner=None)
    assert finds(agreements=[noted]) == ["RT-07"]


def test_a_meeting_larger_than_she_bears_unless_she_has_agreed_on_the_frame():
    table = meeting(person("gp"), person("ward_staff"))
    assert finds(largest=1, meetings=[table]) == ["RT-09"]
    assert finds(largest=2, meetings=[table]) == []
    assert finds(largest=1, meetings=[{**table, "is_agreed": True}]) == []
    assert finds(largest=1, meetings=[meeting(person("gp"), person("peer", "declined"))]) == []
    assert finds(largest=9, meetings=[{**table, "largest": 1}]) == ["RT-09"]


def test_a_meeting_that_decides_without_her():
    held = meeting(person("gp", was_there=True), state="held", decides=True, attends="not_today")
    assert finds(meetings=[held]) == ["RT-20"]
    assert finds(meetings=[{**held, "own_word": True}]) == []
    assert finds(meetings=[{**held, "attends": "by_phone"}]) == []
    assert finds(meetings=[{**held, "state": "called"}]) == []


def test_a_meeting_without_a_next_date():
    held = meeting(state="held", has_next=False)
    assert finds(meetings=[held]) == ["RT-13"]
    assert finds(meetings=[{**held, "needs_next": False}]) == []
    ahead = meeting(id="meeting:2", state="preparing", day="2024-01-20")
    assert finds(meetings=[held, ahead]) == []


def test_a_theme_without_a_helper_or_an_agreement():
    theme = {"themes": [{"need": "housing", "ended": "spoken"}]}
    held = meeting(person("gp", was_there=True), state="held", **theme)
    assert finds(meetings=[held]) == ["MA-HOUSING", "RT-19"]
    team = [member("home_support")]
    assert finds(on=1, meetings=[held], team=team, agreements=[agreement()]) == []
    parked = {**held, "themes": [{"need": "housing", "ended": "parked"}]}
    assert finds(meetings=[parked]) == []
    away = meeting(person("home_support", was_there=False), state="held", **theme)
    assert finds(meetings=[away], agreements=[agreement()]) == ["MA-HOUSING"]


def test_a_wish_that_nobody_works_on():
    wish = {"id": "wish:1", "area": "housing", "day": "2024-01-08"}
    assert finds(on=29, wishes=[wish]) == ["MA-HOUSING"]
    assert finds(on=30, wishes=[wish]) == ["RT-19"]
    assert finds(on=30, wishes=[wish], agreements=[agreement()]) == []
    assert finds(on=30, wishes=[wish], team=[member("housing_officer")]) == []


def test_her_no_to_a_seat_makes_it_good_to_know():
    no = {"id": "seat:1", "need": "housing", "day": "2024-01-08"}
    held = meeting(state="held", themes=[{"need": "housing", "ended": "spoken"}])
    seen = course_of({**EMPTY, "meetings": [held], "seats": [no]}, MONDAY)
    [one] = [f for f in findings(seen, SHIPPED, ON).values() if f.code == "MA-HOUSING"]
    assert one.severity.value == "info"


def observed(kind, day="2024-01-08", reference="", **facts):
    return {
        "id": "observation:1", "day": day, "at": None, "kind": kind, "precision": "exact",
        "roles": ["citizen"], "sectors": [], "needs": [], "facts": facts, "reference": reference,
    }  # fmt: skip


def test_what_was_told_from_outside_and_what_the_rooms_know_better():
    assert finds(observed=[observed("admission", muni_informed=False)]) == ["RT-14"]
    claims = observed("meeting", coordinator_claims=["gp", "peer"], no_next_meeting_decided=True)
    assert finds(observed=[claims]) == []
    told = observed("meeting", reference="x1")
    assert finds(observed=[told]) == ["RT-13"]
    assert finds(observed=[told], meetings=[meeting(state="held", reference="case:x1")]) == []


def test_paused_with_open_promises_and_no_day_to_look_again():
    left = {"state": "BERO", "agreements": [agreement()]}
    assert finds(**left) == ["RT-25"]
    assert finds(**left, review_on="2024-03-01") == []
    assert finds(state="AFSLUTTET", way_back="Ring", agreements=[agreement()]) == []


def test_many_coordinators_in_a_year():
    rows = [
        {**EMPTY["holders"][0], "id": f"holder:{n}", "day": f"2023-0{n}-01", "until": "2023-12-01"}
        for n in range(2, 6)
    ]
    assert finds(holders=[*rows, *holder()]) == ["RT-21"]
    assert finds(holders=[*rows[:2], *holder()]) == []


def test_a_mother_whose_children_nobody_has_asked_about():
    came = [observed("admission")]
    assert finds(on=14, children=2, observed=came) == []
    assert finds(on=15, children=2, observed=came) == ["RT-23"]
    assert finds(on=15, observed=came) == []
    family = [*came, {**observed("context", day="2024-01-10"), "roles": ["family_case_worker"]}]
    assert finds(on=15, children=2, observed=family) == []


def test_signs_are_asked_about_but_neighbours_and_absences_are_not_heard():
    grounded = chosen({}, signs=True).rules
    for kind, sees in (("medication_stop", ["ED-07"]), ("signal", []), ("no_show", [])):
        told = {**observed(kind, signals=["neighbour_complaint"]), "roles": ["gp"]}
        many = [{**told, "id": f"observation:{n}"} for n in range(5)]
        assert finds(rules=grounded, observed=many) == sees
        assert finds(observed=many) == []


def test_what_people_noticed_is_asked_about_one_sign_at_a_time():
    grounded = chosen({}, signs=True).rules
    sees = {
        kind: finds(
            rules=grounded,
            signals=[{"id": "signal:1", "day": "2024-01-08", "kind": kind, "at": "2024"}],
        )
        for kind in SignalKind
    }
    assert all(len(found) == 1 for kind, found in sees.items() if kind is not SignalKind.DROPOUT)
    assert sees[SignalKind.INCOME] == ["ED-03"]
    assert sees[SignalKind.LOST] == ["ED-05"]
    assert sees[SignalKind.SUICIDE] == sees[SignalKind.VERY_UNWELL] == ["ED-12"]
    left = [{"id": "signal:1", "day": "2024-01-08", "kind": "dropout", "at": "2024"}]
    assert finds(rules=grounded, signals=left) == []
    assert finds(on=15, rules=grounded, signals=left) == ["ED-01"]
    assert finds(on=15, signals=left) == []


def decision(outcome="pending", day="2024-01-08", **more):
    return {
        "id": "decision:1", "agreement": "agreement:1", "day": day, "wish": "w1",
        "role": "home_support", "needs": ["housing"], "outcome": outcome, "has_interim": False,
        **more,
    }  # fmt: skip


def test_a_leaders_answer_that_is_waited_for():
    asked = {"agreements": [agreement()], "decisions": [decision()]}
    assert finds(on=27, **asked) == []
    assert finds(on=28, **asked) == ["RT-11"]
    assert finds(on=28, **asked | {"decisions": [decision(has_interim=True)]}) == []
    granted = decision("granted", id="decision:2", day="2024-01-20")
    assert finds(on=28, **asked | {"decisions": [decision(), granted]}) == []


def test_a_leaders_no_wants_something_new_for_the_same_wish():
    no = {"decisions": [decision("refused")]}
    assert finds(on=14, **no) == []
    assert finds(on=15, **no) == ["RT-12"]
    other = agreement(id="agreement:2", wish="w1", needs=["economy"])
    assert finds(on=15, **no, agreements=[other]) == []
    assert finds(on=15, **no, agreements=[agreement(id="agreement:2")]) == []
    earlier = {**other, "day": "2024-01-07"}
    assert finds(on=15, **no, agreements=[earlier]) == ["RT-12"]
    elsewhere = {**other, "wish": None}
    assert finds(on=15, **no, agreements=[elsewhere]) == ["RT-12"]
    assert finds(on=15, **no, agreements=[agreement()]) == ["RT-12"], "the one that got the no"


def step(key="1", wish="w1", owner="relative"):
    return {"id": f"step:{key}", "day": "2024-01-08", "wish": wish, "owner": owner}


def test_somebody_close_who_carries_what_a_leader_has_not_granted():
    waits = {"agreements": [agreement(), agreement(id="agreement:2")], "decisions": [decision()]}
    assert finds(steps=[step()]) == []
    assert finds(steps=[step()], **waits) == ["RT-03"]
    assert finds(steps=[step(wish="w2")], **waits) == []
    assert finds(steps=[step(wish=None)], **waits | {"decisions": [decision(wish=None)]}) == []
    granted = [decision(), decision("granted", id="decision:2")]
    assert finds(steps=[step()], **waits | {"decisions": granted}) == []


def test_somebody_close_who_carries_most_of_it():
    two = [step("1", None), step("2", None, "private_network")]
    theirs = [agreement(id=f"agreement:{n}") for n in range(4)]
    assert finds(steps=two, agreements=theirs[:3]) == ["RT-03"]
    assert finds(steps=two, agreements=theirs) == []
    calls = observed("context", relative_initiated_contacts=2)
    assert finds(observed=[calls]) == ["RT-03"]


def test_who_carries_and_has_sat_at_her_table_is_asked_again():
    before = meeting(person("relative"), id="meeting:1", day="2024-01-04", state="held")
    now_ = meeting(person("gp"), id="meeting:2", day="2024-01-09")
    assert finds(steps=[step()], meetings=[before, now_]) == ["MA-RELATIVE"]
    assert finds(steps=[step()], meetings=[now_]) == [], "she has never had them there"


def test_a_new_contact_person_without_a_meeting_with_the_old_one():
    old = member("home_support", "1", until="2024-01-05")
    new = member("home_support", "2", since="2024-01-08")
    assert finds(team=[old, new]) == ["RT-24"]
    assert finds(team=[old, member("gp", "2", since="2024-01-08")]) == []
    assert finds(team=[old, {**new, "person": "1"}]) == [], "she came back"
    assert finds(team=[old, {**new, "since": "2024-04-05"}], on=90) == []
    assert finds(team=[member("home_support", "1"), new]) == [], "one more is no change"
    both = (person("home_support", who="1"), person("home_support", who="2"))
    for state in ("called", "held"):
        assert finds(team=[old, new], meetings=[meeting(*both, state=state)]) == []
    away = (both[0], person("home_support", "declined", who="2"))
    assert "RT-24" in finds(team=[old, new], meetings=[meeting(*away)])
    past = meeting(*both, day="2023-12-08", state="held")
    assert "RT-24" in finds(team=[old, new], meetings=[past])


def test_many_contact_people_in_a_year():
    days = ["2023-03-01", "2023-06-01", "2023-09-01", "2023-12-01"]
    ends = [*days[1:], None]
    many = [
        member("home_support", str(n), *pair) for n, pair in enumerate(zip(days, ends, strict=True))
    ]
    assert finds(team=many) == ["RT-21", "RT-24"]
    assert finds(team=many[1:]) == ["RT-24"]


def test_a_finding_rests_from_the_day_its_oldest_fact_was_written():
    told = {
        **EMPTY,
        "written": {"a": "2024-02-01T00:00:00+00:00", "b": "2024-01-02T00:00:00+00:00"},
    }
    assert written(told, ["a", "b"]) == "2024-01-02T00:00:00+00:00"
    assert written(told, ["a", "c"]) == "2024-02-01T00:00:00+00:00"
    assert written(told, ["c"]) == told["opened_at"]
    assert date.fromisoformat(written(told, ["c"])[:10]) == date(2024, 1, 1)


def stay(day="2024-01-10", until=None, key="1"):
    return {"id": f"situation:{key}", "day": day, "until": until, "at": "2024-01-10T08:00:00+01:00"}


def test_an_admission_that_the_product_knows_counts_as_one_that_was_told():
    kids = {"children": 2, "stays": [stay()]}
    assert finds(on=30, **kids) == ["RT-23"]
    assert finds(on=30, children=2) == []
    stopped = {
        "id": "observation:2", "day": "2024-01-14", "at": None, "kind": "benefit_change",
        "precision": "exact", "roles": [], "sectors": [], "needs": [], "reference": "",
        "facts": {"change": "stopped", "reason": "no_show"},
    }  # fmt: skip
    assert finds(on=14, observed=[stopped], stays=[stay()]) == ["RT-22"]
    assert finds(on=14, observed=[stopped]) == []
    long_ago = stay("2023-10-01", "2023-11-01")
    assert finds(on=14, observed=[stopped], stays=[long_ago]) == []
    assert finds(on=14, observed=[stopped], stays=[{**long_ago, "until": None}]) == ["RT-22"]


def test_a_stay_that_was_told_too_is_one_stay():
    told = {
        "id": "observation:1", "day": "2024-01-10", "at": None, "kind": "admission",
        "precision": "exact", "roles": [], "sectors": [], "needs": [], "reference": "", "facts": {},
    }  # fmt: skip
    out = {**told, "id": "observation:2", "kind": "discharge", "day": "2024-01-20"}
    seen = course_of({**EMPTY, "observed": [told, out], "stays": [stay(until="2024-01-22")]},
                     MONDAY + timedelta(days=30))  # fmt: skip
    assert [one.source.id for one in (*seen.admissions, *seen.discharges)] == [
        "observation:1", "observation:2",
    ]  # fmt: skip
    assert written({**EMPTY, "stays": [stay()]}, ["situation:1"]) == "2024-01-10T08:00:00+01:00"
