"""What each sign and each stay is said in, whole, and what it is known by; what came and ended."""

from datetime import time

import pytest

from landfast.redthread.rules.catalogue import BY_CODE, RULES
from landfast.redthread.rules.ledger import Action, findings, moved
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.rules.words import Category
from tests.redthread.stories import agreed, at, course
from tests.redthread.test_rules_signs import SEEN_ONCE, away, screened, stay

ALONE = at(0, "education_dropout", followup_within_14d=False)
SAID = {
    "ED-01": ("dropout", [ALONE],
        "Borgeren er stoppet på sin uddannelse. Har nogen spurgt, hvordan det går?"),
    "ED-02": ("mentor", [away(count=3, window_days=60)],
        "Borgeren er ikke kommet nogle gange. Har nogen spurgt hvorfor?"),
    "ED-03": ("benefit", [at(0, "benefit_change", change="reduced")],
        "Ydelsen er i fare. Har nogen set på økonomien?"),
    "ED-04": ("neighbours", [SEEN_ONCE["ED-04"]],
        "Nogen i opgangen har henvendt sig. Har nogen været hjemme hos borgeren?"),
    "ED-05": ("contact", [at(9, "contact_lost", ["mentor"])],
        "Ingen har haft kontakt i længere tid end aftalt. Har nogen opsøgt borgeren?"),
    "ED-06": ("self_neglect", [SEEN_ONCE["ED-06"]],
        "Det er set, at hverdagen er svær at holde. Har nogen spurgt, hvad der ville hjælpe?"),
    "ED-07": ("medicine", [SEEN_ONCE["ED-07"]],
        "Borgeren er holdt op med sin medicin. Har nogen talt med borgeren om det?"),
    "ED-08": ("substance", [SEEN_ONCE["ED-08"]],
        "Der er fortalt om mere alkohol eller flere stoffer. Har nogen spurgt hvorfor?"),
    "ED-09": ("sick_leave", [SEEN_ONCE["ED-09"]],
        "Borgeren har været syg længe. Har nogen spurgt, hvordan borgeren har det psykisk?"),
    "ED-10": ("home", [SEEN_ONCE["ED-10"]],
        "Borgeren kan miste sin bolig eller har ingen. Har nogen en plan sammen med borgeren?"),
    "ED-11": ("worry", [SEEN_ONCE["ED-11"]],
        "En, der står borgeren nær, er bekymret. Har nogen lyttet og ringet til borgeren?"),
    "ED-12": ("severe", [SEEN_ONCE["ED-12"]],
        "Nogen har set tegn på, at borgeren har det meget svært. Har nogen spurgt borgeren i dag?"),
    "ED-13": ("turned_away", [SEEN_ONCE["ED-13"]],
        "Borgeren søgte hjælp akut og gik hjem uden en plan. Har nogen ringet siden?"),
    "ED-14": ("screening", [screened(plan=False)],
        "En undersøgelse viste noget, der kan være alvorligt. Har nogen lavet en plan?"),
    "ED-15": ("children", [SEEN_ONCE["ED-15"]],
        "Borgeren ser mindre til sine børn. Har nogen spurgt, hvad der ville hjælpe?"),
    "ED-16": ("police", [SEEN_ONCE["ED-16"]],
        "Borgeren har været i kontakt med politi eller ambulance. Har nogen spurgt til det?"),
    "ED-18": ("carer", [SEEN_ONCE["ED-18"]],
        "En, der bar hverdagen, kan ikke mere. Har nogen set på, hvad der skal til nu?"),
    "ED-90": ("course", [SEEN_ONCE["ED-07"], SEEN_ONCE["ED-08"], screened(plan=False)],
        "Flere ting fylder på én gang. Har nogen set på det hele sammen med borgeren?"),
    "SC-01": ("e1", [stay("discharge", 0, los_days=9), stay(day=30, acute=True)],
        "Borgeren kom tilbage på hospitalet inden 30 dage."),
    "SC-02": ("course", [stay(day=day) for day in (0, 100, 200, 365)],
        "Borgeren har været indlagt mange gange på et år."),
    "SC-03": ("e0", [stay("discharge", los_days=3)], "Indlæggelsen var kort."),
    "SC-04": ("e0", [stay("discharge", at=time(7, 59))],
        "Udskrivningen lå uden for hverdage i dagtimer."),
    "SC-05": ("e1", [stay("discharge", 0, los_days=9), stay(day=3, acute=True)],
        "Borgeren kom tilbage på hospitalet inden 3 dage."),
    "SC-06": ("e0", [stay("discharge", between_offers=True)],
        "Udskrevet mellem to tilbud eller uden en bolig."),
}  # fmt: skip


def all_of(code, *events):
    return findings(course(*events), SHIPPED, [BY_CODE[code]])


@pytest.mark.parametrize("code", SAID)
def test_a_sign_and_a_stay_are_said_so_and_known_by_this(code):
    about, events, says = SAID[code]
    [one] = all_of(code, *events).values()
    assert (one.found.object, one.found.says) == (about, says)


def test_no_sign_and_no_stay_is_left_out():
    told = {rule.code for rule in RULES if rule.category in {Category.EARLY, Category.SCREENING}}
    assert told == set(SAID)


def test_two_kinds_of_sign_that_nobody_followed_up_gather_with_a_third():
    # a screening that somebody came late to is still seen with the others
    late = at(20, "home_visit", ["citizen", "psych_outpatient"])
    story = [SEEN_ONCE["ED-07"], SEEN_ONCE["ED-08"], screened(plan=False), late]
    assert all_of("ED-14", *story) == {}
    assert [one.found.object for one in all_of("ED-90", *story).values()] == ["course"]


def test_what_a_promise_lacks_is_said_in_words():
    bare = agreed("a1", None, due=None, followup=None)
    [one] = all_of("RT-07", at(0, "agreement_status", agreements=[bare])).values()
    assert one.found.values == {"lacks": ("en, der gør det", "en frist", "en opfølgning")}


def test_what_came_what_changed_and_what_ended():
    once, more = SEEN_ONCE["ED-07"], at(3, "medication_stop")
    nothing, first, both = {}, all_of("ED-07", once), all_of("ED-07", once, more)
    other = all_of("ED-08", SEEN_ONCE["ED-08"])
    [was], [now], [drinks] = first.values(), both.values(), other.values()
    assert [(one.action, one.finding) for one in moved(nothing, first)] == [(Action.RAISE, was)]
    assert [(one.action, one.finding) for one in moved(first, both)] == [(Action.UPDATE, now)]
    assert moved(first, first) == []
    assert [(one.action, one.finding) for one in moved(first, nothing)] == [(Action.CLOSE, was)]
    assert [(one.action, one.finding) for one in moved(first, other)] == [
        (Action.RAISE, drinks), (Action.CLOSE, was),
    ]  # fmt: skip


def test_each_whom_she_stays_away_from_is_asked_about_and_both_together():
    often = [away(day, to=who, count=3, window_days=60) for day, who in enumerate(("gp", "mentor"))]
    found = all_of("ED-02", *often).values()
    assert [one.found.object for one in found] == ["gp", "mentor", "both"]
    assert {one.found.says for one in found} == {SAID["ED-02"][2]}


def test_what_was_lost_is_what_it_rests_on():
    [one] = all_of("ED-03", at(0, "benefit_change", change="reduced")).values()
    assert one.found.fact_ids == ("e0",)


def test_what_was_agreed_with_another_says_nothing_of_how_long_this_one_waits():
    others = at(0, "home_visit", ["citizen", "gp"], contact_interval_days=3)
    lost = at(6, "contact_lost", ["mentor"], days_without_contact=6)
    assert all_of("ED-05", others, lost) == {}
