"""Begun again at once: her pages say who is there, who was asked, and ask who may read."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.journeys.let_in import let_in
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import activate_course
from landfast.journeys.see_own_course import see_my_course, see_my_say
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.plan.actions import lapse_agreement
from landfast.plan.queries import open_agreements
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.parts import proxy_of, proxying
from tests.factories.plan import accepted, in_days, proposed, wished
from tests.factories.town import as_


@pytest.fixture
def stopped(town):
    """Bo is in the team and has promised; Peter read about her home; then she stopped."""
    lived = started_course(town)
    in_the_team(lived, town.bo, by=lived.citizen)
    wished(lived)
    accepted(town, lived, town.bo, text="Ringer til banken")
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=lived.id)
    with as_(lived.citizen):
        consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(person=town.peter.person_id),
            yes=Yes([Topic.HOUSING], "Må vide det", in_days(60)),
        )  # fmt: skip
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived


def text(client, path):
    return client.get(path).content.decode().replace("\xa0", " ")


def again(me, lived):
    return me.post(reverse("reopen_my_course", args=[lived.id]), follow=True)


def test_her_first_page_says_who_is_here_and_who_was_asked(town, stopped, signed_in):
    me = signed_in(stopped.citizen)
    said = again(me, stopped).content.decode()
    assert "Godt, du er her. Dine ønsker og din plan er her stadig." in said
    assert "Vi har spurgt Karen Koordinator igen. Dorte Daglig er her, til du får svar." in said
    assert "Hvem må læse om dig igen?" in said
    assert "Ringer til banken" in said.partition("Det har vi aftalt")[2]
    assert "Jeg vil have mit eget sted at bo" in said


def test_what_waits_for_a_yes_is_not_called_agreed(town, signed_in):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=lived.citizen)
    wished(lived)
    proposed(town, lived, town.bo, text="Ringer til banken")
    me = signed_in(lived.citizen)
    first, plan = text(me, "/mit/"), text(me, reverse("my_plan"))
    assert "Ringer til banken" in first.partition("Foreslået</h3>")[2]
    assert "Vi har ikke aftalt noget endnu." in first
    assert "Ringer til banken" in plan.partition("Foreslået</h")[2]
    assert "Det har vi aftalt" not in plan


def test_each_who_read_before_is_let_in_again_in_one_touch(town, stopped, signed_in):
    me = signed_in(stopped.citizen)
    again(me, stopped)
    page = text(me, reverse("my_say"))
    asks = page.partition('id="again"')[2].partition("</section>")[0]
    assert "Luk op for Bo" in asks
    assert "Del igen med Peter" in asks
    folded = page.partition("Kan ikke læse med")[2].partition("</details>")[0]
    assert "Luk op for Bo" not in folded, "nobody stands twice"
    me.post(reverse("allow_consent", args=[stopped.id, town.bo.person_id]), {"purpose": ""})
    key = asks.partition("/deling/")[2].partition("/igen/")[0]
    answer = me.post(reverse("share_again", args=[stopped.id, key]), follow=True)
    assert "Nu er det delt igen." in answer.content.decode()
    page = text(me, reverse("my_say"))
    assert 'id="again"' not in page
    assert "Stop for Peter" in page
    assert "Hvem må læse om dig igen?" not in text(me, "/mit/")


def test_she_is_asked_for_a_month_and_then_only_about_whose_answer_waits(stopped):
    with as_(stopped.citizen):
        reopen_course(actor=stopped.citizen, course_id=stopped.id)
        team, shared = see_my_say(stopped.citizen, stopped.id).before
        assert [row.name for row in team] == ["Bo Bostøtte"]
        assert [row.recipient for row in shared] == ["Peter Psykiater"]
    with clock.at(now() + timedelta(days=31)), as_(stopped.citizen):
        team, shared = see_my_say(stopped.citizen, stopped.id).before
        assert [row.name for row in team] == ["Bo Bostøtte"]
        assert shared == [], "to answer nothing is a no"
        assert not see_my_course(stopped.citizen, stopped.id).asks_to_allow
        [waits] = open_agreements(stopped.id)
        lapse_agreement(actor=stopped.citizen, agreement_id=waits.id)
        assert see_my_say(stopped.citizen, stopped.id).before == ([], [])


def where(sql):
    return sql.lower().partition(" where ")[2].partition(" order by ")[0]


@pytest.mark.parametrize(
    ("days", "waits", "read"), [(0, False, True), (31, True, True), (31, False, False)]
)
def test_who_may_read_again_is_read_only_while_she_is_asked(stopped, days, waits, read):
    with as_(stopped.citizen):
        reopen_course(actor=stopped.citizen, course_id=stopped.id)
        for one in [] if waits else open_agreements(stopped.id):
            lapse_agreement(actor=stopped.citizen, agreement_id=one.id)
    with clock.at(now() + timedelta(days=days)), as_(stopped.citizen):
        with CaptureQueriesContext(connection) as asked:
            see_my_course(stopped.citizen, stopped.id)
    said = [one["sql"] for one in asked.captured_queries]
    helps = [
        sql for sql in said if 'from "network_' in sql.lower() and "leaves_on" not in where(sql)
    ]
    assert sum('from "consent_share"' in sql.lower() for sql in said) == 1
    assert any('from "consent_consent"' in sql.lower() for sql in said) is read
    assert bool(helps) is read, "that somebody stops is always asked"


def test_what_ended_with_an_older_stop_is_not_asked_about(stopped):
    with clock.at(now() + timedelta(days=40)), as_(stopped.citizen):
        reopen_course(actor=stopped.citizen, course_id=stopped.id)
        assert see_my_say(stopped.citizen, stopped.id).before == ([], [])


def test_who_asks_is_named_also_when_it_is_she_who_began_again(town, stopped, signed_in):
    again(signed_in(stopped.citizen), stopped)
    asked = text(signed_in(town.dorte), reverse("course", args=[stopped.id]))
    assert "er spurgt af Jytte Jensen" in asked


def test_nobody_is_offered_while_she_has_stopped(stopped, signed_in):
    assert 'id="again"' not in text(signed_in(stopped.citizen), reverse("my_say"))


def test_monday_asks_who_held_it_and_the_overview_says_who_covers_and_why(town, stopped, signed_in):
    again(signed_in(stopped.citizen), stopped)
    karen = signed_in(town.karen)
    monday = text(karen, reverse("monday"))
    assert "Er begyndt igen. Vil du have forløbet, som før?" in monday
    mine = text(karen, reverse("my_citizens"))
    assert "Forløbet er begyndt igen efter et stop. Du havde det før." in mine
    assert "Jytte Jensen spørger dig" in mine
    led = text(signed_in(town.dorte), reverse("overview"))
    row = led.partition("Uden koordinator</h2>")[2].partition("</table>")[0]
    assert "Dorte Daglig" in row
    assert "Forløbet er begyndt igen efter et stop" in row
    assert "Karen Koordinator er spurgt" in row


def test_the_lead_reads_beforehand_that_it_goes_on(town, stopped, signed_in):
    lead = signed_in(town.dorte)
    page = text(lead, reverse("reopen_course", args=[stopped.id]))
    assert "Forløbet går videre, hvor det var." in page
    url = reverse("reopen_course", args=[stopped.id])
    refused = lead.post(url, {"said_how": "Ringede selv"})
    assert refused.status_code == 422
    assert "Spørg, og sæt så kryds." in refused.content.decode()
    assert "Ringede selv" in refused.content.decode(), "what was typed stays"
    done = lead.post(url, {"citizen_said_so": "on", "said_how": "Ringede selv"}, follow=True)
    assert "Daglig leder dækker imens." in done.content.decode()


@pytest.fixture
def read_for(town):
    """Her sister read for her until she stopped; a neighbour did until she ended that herself."""
    lived = started_course(town)
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=lived.id)
    proxy_of(lived)
    with as_(lived.citizen):
        other = let_in(actor=lived.citizen, course_id=lived.id, said=proxying("Niels Nabo"))
        consent.end_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=other)
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived


def test_who_read_for_her_is_among_those_who_may_again_and_whom_she_stopped_is_not(
    read_for, signed_in
):
    me = signed_in(read_for.citizen)
    assert "Hvem må læse om dig igen?" in again(me, read_for).content.decode()
    asked = text(me, "/mit/valg/").partition("Hvem må læse igen?")[2].partition("</section>")[0]
    assert "Lad Birthe Jensen læse igen" in asked
    assert "Niels Nabo" not in asked
    form = re.search(r'href="([^"]+)"[^>]*>Lad Birthe Jensen', asked).group(1)
    assert me.get(form).status_code == 200


def test_who_reads_for_her_again_is_asked_about_no_more(read_for, signed_in):
    me = signed_in(read_for.citizen)
    again(me, read_for)
    with as_(read_for.citizen):
        [before] = see_my_say(read_for.citizen).read_for_her
        let_in(actor=read_for.citizen, course_id=read_for.id, said=proxying(), before=before.id)
        assert see_my_say(read_for.citizen).read_for_her == []


def test_after_a_month_nobody_is_asked_about(read_for, signed_in):
    again(signed_in(read_for.citizen), read_for)
    with clock.at(now() + timedelta(days=31)), as_(read_for.citizen):
        assert see_my_course(read_for.citizen).read_for_her == []
