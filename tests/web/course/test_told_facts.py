"""Facts that were told stand in words on the page of what has happened."""

from datetime import date

from django.urls import reverse

from landfast.course.actions.observing import record_observation
from tests.factories.courses import started_course
from tests.factories.town import as_

FACTS = {
    "demands": [
        {"by": "coordinating_case_worker", "tag": "attendance"},
        {"by": "opus_clinician", "tag": "rest"},
    ],
    "mandates_present": ["case_worker:economy"],
    "coordinator_claims": ["gp", "case_worker"],
    "role_expectations": {"support_contact_person": {"relative": ["cleaning"]}},
    "los_days": 3,
}


def page_after(town, browse, *told):
    lived = started_course(town)
    with as_(town.karen):
        for number, facts in enumerate(told, 1):
            record_observation(
                actor=town.karen, course_id=lived.id, kind="demand", facts=facts,
                happened_on=date(2026, 1, number), source="Sagsfilen",
            )  # fmt: skip
    return browse(town.karen).get(reverse("observations", args=[lived.id])).content.decode()


def test_what_excludes_each_other_stands_first(town, browse):
    text = page_after(town, browse, FACTS)
    top, _, below = text.partition("Dag for dag")
    assert "kræver fremmøde, og OPUS-behandler kræver ro og hvile." in top
    assert "tror hver især, at de er koordinator." in top
    assert "andre regner med rengøring, men det tilbydes ikke" in top
    for words in ("Krav til borgeren", "Kunne beslutte på mødet", "Penge", "ro og hvile"):
        assert words in below, words
    for code in ("mandates_present", "opus_clinician", "los_days", "support_contact_person"):
        assert code not in text, code


def test_what_was_settled_is_shown_but_no_longer_asks(town, browse):
    text = page_after(town, browse, {"demands": FACTS["demands"]}, {"demands_resolved": True})
    assert "Det skal I have talt om" not in text
    assert "Krav til borgeren" in text
