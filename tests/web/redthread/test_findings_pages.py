"""Værd at se på on the course, on Mandag and in her own words; put off, put away, contested."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from landfast.kernel import danish
from landfast.kernel.clock import today
from landfast.plan.actions import note_agreement, report_agreement
from landfast.plan.rules.answering import Report
from tests.factories.town import as_
from tests.messages.conftest import as_jobs
from tests.redthread.test_findings import lived, looked, only, promised, seen
from tests.web.conftest import enter

__all__ = ["as_jobs", "lived", "promised"]


def test_what_is_worth_a_look_is_read_settled_and_contested(lived, signed_in):
    town, course, _promise = lived
    one = only(town.karen, course.id)
    karen, hers = signed_in(town.karen), signed_in(course.citizen)
    shown = karen.get(reverse("course", args=[course.id])).content.decode()
    for words in ("Værd at se på", "Fristen er gået", "Følg op på aftalen", "Udskyd en uge"):
        assert words in shown
    at = {name: reverse(f"{name}_finding", args=[course.id, one.id])
          for name in ("snooze", "dismiss", "contest", "take_up")}  # fmt: skip
    refused = karen.post(at["dismiss"], {"because": ""})
    assert refused.status_code == 422
    assert karen.post(at["dismiss"], {"because": "Set på"}).status_code == 302
    everything = karen.get(reverse("findings", args=[course.id])).content.decode()
    assert "<h1>Værd at se på: Jytte Jensen</h1>" in everything
    assert "Lagt væk: Set på" in everything.replace("\n", " ")
    assert karen.post(at["take_up"]).status_code == 302
    beside = signed_in(town.bo).get(reverse("findings", args=[course.id])).content.decode()
    assert "Fristen er gået" in beside
    assert "Udskyd en uge" not in beside, "whoever holds the threads settles it"
    kind = hers.get(reverse("findings", args=[course.id])).content.decode()
    assert "Ingen har fortalt, om aftalen er holdt. Vi følger op." in kind
    assert hers.post(at["contest"], {"words": "Den er holdt"}).status_code == 302
    assert "Den er holdt" in karen.get(reverse("findings", args=[course.id])).content.decode()
    assert karen.post(at["snooze"], {"until": "i morgen"}).status_code == 422
    later = (today() + timedelta(days=7)).isoformat()
    assert karen.post(at["snooze"], {"until": later}).status_code == 302
    assert "Fristen er gået" not in karen.get(reverse("course", args=[course.id])).content.decode()


def test_her_word_stays_on_her_page_with_what_came_of_it(lived, as_jobs):
    town, course, promise = lived
    one = only(town.karen, course.id)
    karen, hers = enter(town.karen), enter(course.citizen)
    page = reverse("findings", args=[course.id])
    contest, dismiss = (
        reverse(f"{name}_finding", args=[course.id, one.id]) for name in ("contest", "dismiss")
    )
    assert hers.post(contest, {"words": "Den er holdt"}).status_code == 302
    shown = spoken(hers, page)
    assert "Du har skrevet: »Den er holdt«" in shown
    assert "Borgeren siger" not in shown
    assert "Borgeren siger: »Den er holdt«" in spoken(karen, page)
    assert karen.post(dismiss, {"because": "Bo kom om tirsdagen"}).status_code == 302
    shown = spoken(hers, page)
    assert "Det har du sagt noget til" in shown
    assert "Du har skrevet: »Den er holdt«" in shown, "put away, her word still stands"
    assert "Dit team har lagt det væk, fordi: »Bo kom om tirsdagen«" in shown
    with as_(town.bo):
        report_agreement(actor=town.bo, agreement_id=promise, report=Report.KEPT)
    looked(as_jobs)
    shown = spoken(hers, page)
    assert "Du har skrevet: »Den er holdt«" in shown, "over, her word still stands"
    assert "»Bo kom om tirsdagen« Det er ikke sådan mere. Det sluttede" in shown


def test_what_is_put_off_she_reads_with_the_day_and_can_still_contest(lived, signed_in):
    town, course, _promise = lived
    one = only(town.karen, course.id)
    hers, page = signed_in(course.citizen), reverse("findings", args=[course.id])
    until = today() + timedelta(days=7)
    snooze = reverse("snooze_finding", args=[course.id, one.id])
    assert signed_in(town.karen).post(snooze, {"until": until.isoformat()}).status_code == 302
    shown = spoken(hers, page)
    assert "Det har dit team lagt til side" in shown
    assert f"Dit team ser på det igen {danish.day(until)}." in shown
    assert "Det har du sagt noget til" not in shown
    contest = reverse("contest_finding", args=[course.id, one.id])
    assert hers.post(contest, {"words": "Den er holdt"}).status_code == 302
    assert "lagt til side" not in spoken(hers, page), "her word takes it up again"


def spoken(client, page):
    """The page as words."""
    return " ".join(unescape(strip_tags(client.get(page).content.decode())).split())


@pytest.fixture
def halves(promised, as_jobs):
    """Two agreements of one day that lack the same, and that the job has looked at."""
    town, course, _promise = promised
    with as_(town.karen):
        keys = {
            text: note_agreement(actor=town.karen, course_id=course.id, text=text)
            for text in ("Rydde op sammen", "Ringe til udlejeren")
        }
    looked(as_jobs)
    return town, course, keys


def test_each_of_two_agreements_of_one_day_is_named_and_opened(halves, signed_in):
    town, course, keys = halves
    karen = signed_in(town.karen)
    for page in (reverse("findings", args=[course.id]), reverse("course", args=[course.id])):
        shown = karen.get(page).content.decode()
        assert "Aftalen mangler en, der gør det, en frist og en opfølgning." in shown
        for text, key in keys.items():
            assert f"Aftalen »{text}« fra" in shown
            opens = f'href="{reverse("agreement", args=[course.id, key])}"'
            assert shown.count(opens) >= len(("the fact", "the button"))
    assert "»Rydde op sammen«" in karen.get(reverse("monday")).content.decode()
    hers = signed_in(course.citizen).get(reverse("findings", args=[course.id])).content.decode()
    assert "»Rydde op sammen«" in hers


def test_she_reads_the_same_words_once_with_each_agreement_below(halves, signed_in):
    town, course, _keys = halves
    hers, page = signed_in(course.citizen), reverse("findings", args=[course.id])
    shown = spoken(hers, page)
    assert shown.count("En aftale mangler noget") == 1
    assert shown.count("Det passer ikke") >= 2, "each can be contested"
    one = next(row for row in seen(town.karen, course.id) if "mangler" in row.says)
    contest = reverse("contest_finding", args=[course.id, one.id])
    assert hers.post(contest, {"words": "Det står der"}).status_code == 302
    shown = spoken(hers, page)
    assert shown.count("En aftale mangler noget") == 2, "what she has answered stands alone"
    assert "Du har skrevet: »Det står der«" in shown


def test_who_reads_the_frame_alone_is_told_whom_to_call_and_not_that_there_is_nothing(
    halves, signed_in
):
    town, course, _keys = halves
    said = signed_in(town.dorte).get(reverse("findings", args=[course.id]))
    assert said.status_code == 403
    assert "Ring til koordinatoren" in said.content.decode()


def test_on_the_picture_each_of_the_same_words_says_which_agreement_it_is(halves, signed_in):
    town, course, _keys = halves
    for reader in (course.citizen, town.karen):
        shown = spoken(signed_in(reader), reverse("story", args=[course.id]))
        about = re.findall(r"Det handler om »([^«]+)«\.", shown)
        assert len(about) >= 2
        assert len(set(about)) == len(about), reader.name


def test_it_stands_on_monday_when_it_is_not_a_late_promise(lived, signed_in):
    town, course, _promise = lived
    karen = signed_in(town.karen)
    shown = karen.get(reverse("monday")).content.decode()
    assert "Værd at se på" not in shown, "a late promise stands among the calls"
    one = only(course.citizen, course.id)
    contest = reverse("contest_finding", args=[course.id, one.id])
    assert signed_in(course.citizen).post(contest, {"words": "Den er holdt"}).status_code == 302
    again = karen.get(reverse("monday")).content.decode()
    assert "Den er holdt" in again, "what she contests stands until it is settled"


def test_a_leader_sees_numbers_of_her_units_only_and_none_of_few(lived, signed_in):
    town, _course, _promise = lived
    page = reverse("rules_found")
    shown = signed_in(town.lars).get(page).content.decode()
    assert "Aftale overskredet" not in shown, "of one course no rule is named"
    assert "har for få forløb til at vises" in shown
    town.hire("Lise Leder", town.social, "leader")
    assert "Aftale overskredet" not in signed_in(town.lise).get(page).content.decode()
    assert signed_in(town.karen).get(page).status_code == 403
