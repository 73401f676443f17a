"""Every table of a course goes along when two records are joined, or says why it stays."""

import pytest
from django.apps import apps
from django.db import connection

STAYS = {
    "course_assessment": "what intake saw of that referral",
    "course_change_wish": "asked of the coordinator she had there",
    "course_closing": "how that course ended",
    "course_coordinatorship": "who had it until then",
    "course_decision": "what intake decided there",
    "course_deputyship": "who covered there",
    "course_handover": "who was asked there",
    "course_mend_note": "what that course was told",
    "course_mend_reader": "who could see what came to that course",
    "course_profile": "her own words: moved where the other has none (course_join_rows)",
    "course_second": "who she met there",
    "course_state_change": "the history of that course",
    "consent_by_law": "whom the law let in there; it has ended",
    "consent_proxy": "who reads for her there, within limits of that record",
    "consent_consent": "her word on that team; the stricter stands (consent_stricter)",
    "consent_emergency": "who read there, and whether it was right",
    "consent_share": "a no goes along, a yes is asked for anew (consent_stricter)",
    "consent_topic": "what she keeps back goes along (consent_stricter)",
    "consultation_origin": "who asked about that course",
    "circles_origin": "who raised that course",
    "course_energy": "how that day was; she says it anew",
    "network_member": "who is in the team needs her yes",
    "redthread_check": "which day that course was looked at",
    "redthread_finding": "found anew from what went along",
}


@pytest.mark.django_db
def test_every_table_of_a_course_goes_along_or_says_why_it_stays():
    of_a_course = {
        model._meta.db_table
        for model in apps.get_models()
        if any(
            field.name == "course" and field.related_model._meta.db_table == "course_course"
            for field in model._meta.concrete_fields
            if field.related_model
        )
    }
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_policies where policyname = 'moves'")
        moves = {name for (name,) in cursor.fetchall()}
    assert moves & set(STAYS) == set()
    assert moves | set(STAYS) == of_a_course
