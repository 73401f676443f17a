"""RT-01 to RT-05: raises, just does not, closes."""

import pytest

from tests.redthread.stories import agreed, at, finds

PSYCH = at(0, "home_visit", ["citizen", "opus_clinician"], ["psychiatry"])
JOB = at(0, "home_visit", ["citizen", "jobcenter_worker"], ["muni_employment"])
COORDINATOR = at(1, "attach", ["coordinator", "citizen"], ["coordination"])
OPUS = {"programme": "OPUS"}


def test_two_sectors_and_nobody_coordinates_for_more_than_a_week():
    assert finds("RT-01", PSYCH, JOB, on=8, **OPUS) == [("course", "high")]
    assert finds("RT-01", PSYCH, JOB, on=7, **OPUS) == []
    assert finds("RT-01", PSYCH, JOB, COORDINATOR, on=8, **OPUS) == []


def test_the_days_of_grace_count_from_when_both_were_at_work():
    later = at(5, "home_visit", ["citizen", "jobcenter_worker"], ["muni_employment"])
    assert finds("RT-01", PSYCH, later, on=12, **OPUS) == []
    assert finds("RT-01", PSYCH, later, on=13, **OPUS) == [("course", "high")]


def test_a_sector_that_has_not_been_seen_for_ninety_days_is_not_at_work():
    later = at(85, "home_visit", ["citizen", "jobcenter_worker"], ["muni_employment"])
    assert finds("RT-01", PSYCH, later, on=90, **OPUS) == []
    early = at(80, "home_visit", ["citizen", "jobcenter_worker"], ["muni_employment"])
    assert finds("RT-01", PSYCH, early, on=90, **OPUS) == [("course", "high")]
    assert finds("RT-01", PSYCH, early, on=91, **OPUS) == []


@pytest.mark.parametrize(
    ("sector", "who"),
    [
        ("primary_care", "gp"), ("private", "relative"), ("housing_private", "landlord"),
        ("education", "school"), ("prehospital", "emergency_mobile"), ("justice", "police"),
    ],
)  # fmt: skip
def test_her_doctor_her_family_and_the_police_are_no_sector_at_work(sector, who):
    other = at(0, "home_visit", ["citizen", who], [sector])
    assert finds("RT-01", PSYCH, other, on=20, **OPUS) == []


def test_probation_is_a_sector_at_work_also_beside_the_police():
    both = at(0, "home_visit", ["police", "probation"], ["justice"])
    assert finds("RT-01", PSYCH, both, on=8, **OPUS) == [("course", "high")]


@pytest.mark.parametrize("state", ["OPSTART", "AKTIV"])
def test_a_course_that_runs_needs_one_whoever_else_is_there(state):
    begun = at(0, "state_change", ["citizen"], to=state)
    assert finds("RT-01", begun, on=8) == [("course", "high")]
    assert finds("RT-01", begun, on=7) == []
    assert finds("RT-01", begun, at(3, "state_change", to="BERO"), on=20) == []


def test_without_a_course_it_is_only_a_question():
    assert finds("RT-01", PSYCH, JOB, on=8) == [("course", "info")]
    ended = at(1, "state_change", to="AFSLUTTET", way_back="ring")
    assert finds("RT-01", PSYCH, JOB, ended, on=8, **OPUS) == [("course", "info")]


def test_she_may_not_want_one():
    no = at(1, "consent", ["citizen"], consents=[{"to": "coordinator", "status": "refused"}])
    yes = at(2, "consent", ["citizen"], consents=[{"to": "coordinator", "status": "given"}])
    assert finds("RT-01", PSYCH, JOB, no, on=8, **OPUS) == [("course", "info")]
    assert finds("RT-01", PSYCH, JOB, no, yes, on=8, **OPUS) == [("course", "high")]


CLAIMS = at(0, "meeting", ["citizen"], coordinator_claims=["opus_clinician", "case_worker"])


def test_two_who_believe_it():
    one = at(0, "meeting", ["citizen"], coordinator_claims=["opus_clinician"])
    none = at(3, "meeting", ["citizen"], coordinator_claims=[])
    assert finds("RT-02", CLAIMS) == [("course", "high")]
    assert finds("RT-02", one) == []
    assert finds("RT-02", CLAIMS, none) == []
    assert finds("RT-01", PSYCH, JOB, CLAIMS, on=9, **OPUS) == []


def test_one_who_believes_it_beside_the_one_who_is_it():
    here = at(0, "meeting", ["citizen", "coordinator"])
    same = at(1, "meeting", ["citizen"], coordinator_claims=["coordinator"])
    other = at(1, "meeting", ["citizen"], coordinator_claims=["case_worker"])
    named = at(0, "contact_change", ["citizen"], role="coordinator", to="case_worker")
    assert finds("RT-02", here, same) == []
    assert finds("RT-02", here, other) == [("course", "high")]
    assert finds("RT-02", named, other) == []


def test_an_appointment_answers_what_several_believed():
    assert finds("RT-02", CLAIMS, COORDINATOR) == []


HERS = agreed("a1", "relative", replaces="support_contact_person")


@pytest.mark.parametrize("who", ["relative", "private_network"])
def test_a_relative_in_place_of_support_until_the_support_comes(who):
    given = at(0, "agreement_status", agreements=[{**HERS, "owner_role": who}])
    came = at(9, "attach", ["citizen", "support_contact_person"], ["muni_social"])
    assert finds("RT-03", given) == [("course", "medium")]
    assert finds("RT-03", given, came) == []
    assert finds("RT-03", at(0, "agreement_status", agreements=[agreed("a1", "relative")])) == []


def test_a_professional_in_place_of_support_is_no_relative():
    given = at(0, "agreement_status", agreements=[agreed(replaces="mentor")])
    assert finds("RT-03", given) == []


def test_a_relative_who_has_said_stop_or_is_worn_out_is_urgent():
    for name in ("relative_objected", "relative_exhausted"):
        given = at(0, "agreement_status", agreements=[HERS], **{name: True})
        assert finds("RT-03", given) == [("course", "high")]
        better = at(2, "agreement_status", **{name: False})
        assert finds("RT-03", given, better) == [("course", "medium")]


def test_a_relative_who_carries_a_third_of_what_is_agreed():
    theirs = [agreed("a1", "relative"), agreed("a2", "relative")]
    others = [agreed(f"b{n}") for n in range(4)]
    told = at(0, "meeting", agreements=[*theirs, *others[:3]])
    assert finds("RT-03", told) == [("course", "medium")]
    assert finds("RT-03", at(0, "meeting", agreements=[*theirs, *others])) == []
    assert finds("RT-03", at(0, "meeting", agreements=theirs[:1])) == []
    kept = at(1, "agreement_status", agreements=[{**theirs[0], "status": "kept"}])
    assert finds("RT-03", told, kept) == []


def test_a_relative_who_believes_she_coordinates_or_makes_the_calls():
    claims = at(0, "meeting", ["citizen"], coordinator_claims=["relative"])
    calls = at(0, "signal", ["relative"], relative_initiated_contacts=2)
    fewer = at(0, "signal", ["relative"], relative_initiated_contacts=1)
    assert finds("RT-03", claims) == [("course", "medium")]
    assert finds("RT-03", calls) == [("course", "medium")]
    assert finds("RT-03", fewer) == []


def test_a_coordinator_who_decides_is_against_one_model_and_known_in_others():
    decides = at(0, "attach", ["coordinator"], coordinator_authority=True)
    no_more = at(1, "context", authority=False)
    assert finds("RT-04", decides, programme="Samarbejdsmodellen") == [("course", "high")]
    assert finds("RT-04", decides, programme="OPUS") == [("course", "info")]
    assert finds("RT-04", decides, no_more, programme="Samarbejdsmodellen") == []
    assert finds("RT-04", at(0, "attach", ["coordinator"])) == []


def test_a_case_worker_made_coordinator_decides_a_peer_does_not():
    made = at(0, "contact_change", ["citizen"], role="coordinator", to="case_worker")
    peer = at(1, "contact_change", ["citizen"], role="coordinator", to="peer")
    assert finds("RT-04", made, programme="samarbejdsmodellen") == [("course", "high")]
    assert finds("RT-04", made, peer, programme="samarbejdsmodellen") == []


GONE = at(1, "contact_change", ["citizen"], role="coordinator", to=None)


def test_a_vacancy_is_covered_within_five_business_days():
    assert finds("RT-05", COORDINATOR, GONE, on=8) == []
    assert finds("RT-05", COORDINATOR, GONE, on=9) == [("course", "high")]
    came = at(9, "contact_change", ["citizen"], role="coordinator", to="coordinator")
    assert finds("RT-05", COORDINATOR, GONE, came, on=20) == []
    assert finds("RT-01", PSYCH, JOB, COORDINATOR, GONE, on=20, **OPUS) == []


def test_a_deputy_is_cover_and_absence_without_one_is_a_vacancy():
    away = {"role": "coordinator", "absent_from": "coordinator"}
    alone = at(1, "context", ["citizen"], **away)
    covered = at(1, "context", ["citizen"], **away, deputy="coordinator")
    assert finds("RT-05", COORDINATOR, alone, on=9) == [("course", "high")]
    assert finds("RT-05", COORDINATOR, covered, on=9) == []
    assert finds("RT-05", COORDINATOR, alone, at(2, "meeting", ["coordinator"]), on=9) == []


def test_a_course_that_has_ended_needs_nobody():
    ended = at(2, "state_change", to="AFVIST_AF_BORGER")
    assert finds("RT-05", COORDINATOR, GONE, ended, on=20) == []
