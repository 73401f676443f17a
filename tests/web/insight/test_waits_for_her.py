"""A leader who decides meets her question first, on the page where she lands."""

from django.urls import reverse

from landfast.plan.actions import answer_decision
from landfast.plan.rules.deciding import DecisionAnswer
from tests.factories.courses import started_course
from tests.factories.parts import asked_to_decide
from tests.factories.town import as_

STEP = "Et spørgsmål venter på dit svar."


def test_what_waits_for_her_answer_stands_first_on_her_overview(town, signed_in):
    birgit = town.hire("Birgit Bevilger", town.social, "leader")
    client = signed_in(birgit)
    assert STEP not in client.get(reverse("overview")).content.decode()
    lived = started_course(town)
    key = asked_to_decide(town, lived, birgit)
    page = client.get(reverse("overview")).content.decode()
    step = page.partition("Det næste er")[2].partition("</section>")[0]
    assert STEP in step
    assert reverse("my_decisions") in step
    assert "Jytte" not in page, "about whom stands behind the link, where the look is logged"
    with as_(birgit):
        answer_decision(
            actor=birgit, decision_id=key, answer=DecisionAnswer.YES, because="Der er råd"
        )
    assert STEP not in client.get(reverse("overview")).content.decode()


def test_who_has_no_courses_is_not_told_that_all_promises_run(town, signed_in):
    page = signed_in(town.solveig).get(reverse("monday")).content.decode()
    assert "Du har ingen forløb lige nu." in page
    assert "Alle aftaler kører" not in page
