"""What a professional reads of each rule about us: the whole sentence, with whom and what."""

import pytest

from landfast.redthread.rules.catalogue import BY_CODE, RULES
from landfast.redthread.rules.ledger import findings
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.rules.words import Category, Severity
from tests.redthread.stories import agreed, at, course
from tests.redthread.test_rules_holding import CLAIMS, COORDINATOR, GONE, HERS, JOB, PSYCH
from tests.redthread.test_rules_meetings import (
    benefit,
    change,
    demand,
    expects,
    left,
    met,
    need,
    state,
    stay,
)
from tests.redthread.test_rules_promises import BOUND, TABLE, asked, said, table

ROW = {"agreements": [agreed()]}
ECONOMY = {"needs": ["economy"], "themes": ["economy"]}
CARRIES = at(0, "agreement_status", agreements=[agreed("a1", "relative")])
NO_COORDINATOR = at(1, "consent", consents=[{"to": "coordinator", "status": "refused"}])
FLAT = {"replacement": "activity_offer", "replacement_covers_need": False}
READ = [
    ("RT-01", [PSYCH, JOB], {"on": 8}, "Flere arbejder med borgeren, og ingen har den røde tråd."),
    ("RT-01", [PSYCH, JOB, NO_COORDINATOR], {"on": 8},
     "Borgeren har sagt nej til en koordinator. Flere arbejder hver for sig."),
    ("RT-02", [CLAIMS], {},
     "Sagsbehandler, OPUS-behandler tror hver især, at de er koordinator."),
    ("RT-03", [at(0, "agreement_status", agreements=[HERS])], {},
     "En af de nærmeste har fået opgaver, som andre skulle have."),
    ("RT-03", [at(0, "agreement_status", agreements=[HERS], relative_objected=True)], {},
     "En af de nærmeste har fået opgaver, som andre skulle have, og har sagt fra."),
    ("RT-04", [at(0, "attach", ["coordinator"], coordinator_authority=True)], {},
     "Koordinatoren træffer også afgørelser i sagen."),
    ("RT-05", [COORDINATOR, GONE], {"on": 9}, "Koordinatoren er væk, og ingen dækker."),
    ("RT-06", [at(0, "meeting", agreements=[BOUND])], {},
     "OPUS-behandler har lovet noget, som Visitator skal afgøre."),
    ("RT-06", [at(0, "meeting", agreements=[{**BOUND, "owner_role": None}])], {},
     "nogen har lovet noget, som Visitator skal afgøre."),
    ("RT-07", [at(0, "meeting", agreements=[agreed("a1", None, due=None, followup=None)])], {},
     "Aftalen mangler en, der gør det, en frist, en opfølgning."),
    ("RT-08", [said("refused"), TABLE], {}, "Egen læge er med, og borgeren har sagt nej til det."),
    ("RT-09", [table(4)], {"largest": 3}, "Der er flere med til mødet, end borgeren ønsker."),
    ("RT-09", [table(7)], {},
     "Der er mange fagpersoner med. Borgeren er ikke spurgt, hvor mange der må være."),
    ("RT-10", [at(0, "meeting", agreements=[agreed(due="2024-01-10")])], {"on": 8},
     "Fristen er gået, og ingen har fortalt, hvordan det gik."),
    ("RT-11", [asked("pending", wait_days=28)], {},
     "Der er lang ventetid på Mentor, og ingen midlertidig hjælp er aftalt."),
    ("RT-11", [at(0, "state_change", to="VENTELISTE")], {"on": 28},
     "Borgeren står på venteliste uden en, der ringer."),
    ("RT-12", [asked("refused")], {"on": 15},
     "Der kom et nej til Mentor, og der er ikke lavet en ny plan."),
    ("RT-12", [asked("refused", **FLAT)], {},
     "Der kom et nej til Mentor, og det, der blev tilbudt i stedet, hjælper ikke."),
    ("RT-13", [met()], {}, "Mødet sluttede uden en ny dato."),
    ("RT-14", [stay(muni_informed=False)], {},
     "Kommunen ved ikke, at borgeren er indlagt eller udskrevet."),
    ("RT-14", [stay(muni_informed=False, consent_asked=False)], {},
     "Kommunen ved ikke, at borgeren er indlagt, og borgeren er ikke spurgt."),
    ("RT-15", [left()], {},
     "Borgeren er udskrevet uden et møde. Der er stadig brug for hjælp til »Penge, Bolig«."),
    ("RT-16", [demand(("opus_clinician", "rest"), ("mentor", "attendance"))], {},
     "OPUS-behandler kræver ro og hvile, og Mentor kræver fremmøde. Det kan ikke forenes."),
    ("RT-17", [expects(relative=["cleaning"], gp=["contact"])], {},
     "Der er ikke enighed om, hvad Bostøtte/hjemmevejleder skal."),
    ("RT-18", [at(0, "home_visit", ["opus_clinician"], ["psychiatry"], ["economy", "housing"])],
     {}, "Kun én sektor er med lige nu. Ingen derfra kan hjælpe med »Bolig, Penge«."),
    ("RT-19", [need()], {"on": 30}, "Der er brug for hjælp til »Penge«, og intet er aftalt."),
    ("RT-19", [met(**ECONOMY)], {}, "Mødet talte om »Penge«, og der kom ingen aftale."),
    ("RT-19", [at(0, "outcome", unresolved=["housing"])], {}, "Det står som uløst: »Bolig«."),
    ("RT-20", [met(who=["gp"], **ROW)], {}, "Der blev besluttet noget, uden at borgeren var med."),
    ("RT-20", [at(0, "wish", ["citizen"], wish="et sted at bo", answered=False)], {},
     "Borgeren har et ønske, som ingen har svaret på."),
    ("RT-21", [change(0), change(100), change(365)], {},
     "Borgeren har skiftet kontaktperson 3 gange på et år."),
    ("RT-22", [stay(), benefit(30)], {},
     "Ydelsen er ramt, fordi borgeren ikke kom. Borgeren var syg omkring den dag."),
    ("RT-23", [stay()], {"on": 15, "children": 1},
     "Borgeren har børn. Ingen har skrevet, at nogen har talt med dem eller om dem."),
    ("RT-24", [change(0, joint_handover=False, to="case_worker")], {},
     "Der kom en ny uden et møde med den gamle."),
    ("RT-25", [met(**ROW), state("BERO")], {},
     "Forløbet stopper med åbne aftaler. Der er ingen ny dato og ingen vej tilbage."),
    ("MA-NEED", [met(needs=["economy"])], {},
     "»Penge« er et tema, og ingen ved bordet kan hjælpe med det."),
    ("MA-NEED", [met(needs=["economy"], invited=["debt_advisor"], absent=["debt_advisor"])], {},
     "»Penge« var et tema. Den, der skulle hjælpe, var inviteret og kom ikke."),
    ("MA-NEED", [need()], {},
     "Der er brug for hjælp til »Penge«, og ingen er med, som kan give den."),
    ("MA-MANDATE", [met(decision_needed=["economy", "housing"])], {},
     "Mødet skulle beslutte noget om »Penge, Bolig«, og ingen ved bordet kunne."),
    ("MA-RELATIVE", [CARRIES, met(3)], {},
     "En af de nærmeste bærer meget i hverdagen og er ikke spurgt om at være med."),
]  # fmt: skip


def sentences(code, *events, **head):
    found = findings(course(*events, **head), SHIPPED, [BY_CODE[code]]).values()
    return [
        one.found.says.format(
            **{name: ", ".join(words) for name, words in one.found.values.items()}
        )
        for one in found
    ]


@pytest.mark.parametrize(("code", "events", "head", "sentence"), READ)
def test_a_rule_about_us_is_read_so(code, events, head, sentence):
    assert sentences(code, *events, **head) == [sentence]


def test_no_rule_about_us_is_left_out():
    ours = {Category.RED_THREAD, Category.MISSING_ACTOR}
    assert {rule.code for rule in RULES if rule.category in ours} == {code for code, *_ in READ}


def test_what_is_in_order_does_not_end_the_look_at_the_rest():
    # one seat is filled and the next is empty: at the table, and without one
    came = at(3, "home_visit", ["citizen", "housing_advisor", "debt_advisor"])
    first = met(needs=["economy", "daily_living"])
    assert len(sentences("MA-NEED", first)) == 2
    assert sentences("MA-NEED", first, came) == [
        "»Min hverdag« er et tema, og ingen ved bordet kan hjælpe med det."
    ]
    for filled, empty in (("economy", "daily_living"), ("daily_living", "economy")):
        told = need(0, filled, agreements=[agreed(needs=[filled])])
        assert len(sentences("MA-NEED", told, need(1, empty))) == 1, (filled, empty)
    no, yes = asked("refused", about="mentor"), asked("granted", about="peer")
    assert len(sentences("RT-12", yes, no, on=15)) == 1
    new = asked("refused", about="peer", replacement="activity_offer")
    assert len(sentences("RT-12", new, no, on=15)) == 1


@pytest.mark.parametrize("replaced_first", [True, False])
def test_who_was_there_before_the_promise_does_not_fill_the_place(replaced_first):
    # the support that was there before the relative took over does not count as having come
    support = at(0 if replaced_first else 9, "attach", ["support_contact_person"])
    given = at(5, "agreement_status", agreements=[HERS])
    story = [support, given] if replaced_first else [given, support]
    assert len(sentences("RT-03", *story)) == replaced_first
    mentor = at(0 if replaced_first else 9, "attach", ["mentor"])
    waits = asked("pending", day=5, wait_days=28)
    story = [mentor, waits] if replaced_first else [waits, mentor]
    assert len(sentences("RT-11", *story)) == replaced_first


@pytest.mark.parametrize(("old", "new"), [("economy", "housing"), ("housing", "economy")])
def test_a_need_since_a_year_hides_none_since_a_day_and_the_last_time_counts(old, new):
    told = [need(0, old, precision="year"), *(need(day, new) for day in (1, 2, 3))]
    found = findings(course(*told), SHIPPED, [BY_CODE["MA-NEED"]]).values()
    assert [(one.found.object, one.found.fact_ids) for one in found] == [(new, ("e3",))]


def test_an_empty_seat_that_she_wanted_empty_is_only_good_to_know():
    no = at(0, "consent", ["citizen"], consents=[{"to": "debt_advisor", "status": "refused"}])
    table_of = met(1, needs=["economy"], format="M-04")
    [one] = findings(course(no, table_of), SHIPPED, [BY_CODE["MA-NEED"]]).values()
    assert (one.severity, one.found.fact_ids) == (Severity.INFO, ("e0", "e1"))
