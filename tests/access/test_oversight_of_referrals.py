"""The officer finds looks at a referral by the name in it, before and after there is a course."""

from datetime import timedelta

from landfast.access.looks.looking import look_at_referral
from landfast.access.looks.overseeing import Finding, judge
from landfast.access.looks.oversight import Asked, oversee
from landfast.access.roles import CourseRole
from landfast.access.rules import Unusual, Verdict
from landfast.course.queries.logged_names import find_citizen, names_of
from landfast.course.rules.referral import Whom
from landfast.journeys.oversee_looks import see_unusual
from landfast.journeys.take_referral import take_referral
from landfast.kernel import clock
from tests.factories.referrals import referred
from tests.factories.shipped import load_shipped
from tests.factories.town import as_


def looks_found(officer, thing):
    day = timedelta(days=1)
    with as_(officer):
        asked = Asked(clock.now() - day, clock.now() + day, course=thing)
        return [(row.person, row.what) for row in oversee(officer, asked, "Søgning")]


def test_looks_at_a_referral_are_found_by_name_before_and_after_there_is_a_course(town):
    load_shipped()
    town.hire("Didde Databeskytter", town.social, "dpo")
    town.hire("Rune Regionsråd", town.ward, "dpo")
    sent = referred(town)
    with as_(town.karen):
        look_at_referral(town.karen, sent.id, "Henvendelsen", CourseRole.INTAKE)
    hers = (town.karen.person_id, "Henvendelsen")
    with as_(town.didde):
        assert find_citizen("jytte") == {sent.id: "Jytte Jensen"}
        assert names_of([sent.id]) == {sent.id: "Jytte Jensen"}
    assert hers in looks_found(town.didde, sent.id)
    with as_(town.rune):
        assert find_citizen("jytte") == {}
        assert names_of([sent.id]) == {}
    assert looks_found(town.rune, sent.id) == []
    with as_(town.mads):
        course = take_referral(actor=town.mads, referral_id=sent.id).course_id
    with as_(town.didde):
        assert find_citizen("jytte") == {course: "Jytte Jensen"}
    assert hers in looks_found(town.didde, course)
    assert hers in looks_found(town.didde, sent.id)


def test_who_browses_referrals_is_asked_about_and_who_works_with_them_is_not(town):
    """Nobody is named by a referral that has no course: the day stands for them all."""
    load_shipped()
    didde = town.hire("Didde Databeskytter", town.social, "dpo")
    names = ["Ida Ask", "Bo Birk", "Ea Elm", "Gro Gran", "Klara Koordinator"]
    sent = [referred(town, whom=Whom(name, "22 33 44 55")) for name in names]
    sent.append(referred(town, by=town.mads, whom=Whom("Liv Lind", "22 33 44 55")))
    for reader in (town.karen, town.mads):
        with as_(reader):
            for one in sent:
                look_at_referral(reader, one.id, "Henvendelsen", CourseRole.INTAKE)
    with as_(didde):
        found = [(one.person, one.look.reason, one.look.figure) for one in see_unusual(didde)]
        [browsed] = [one for one in see_unusual(didde) if one.look.reason is Unusual.BROWSED]
        finding = Finding(town.karen.person_id, browsed.look.day, None, Unusual.BROWSED)
        judge(actor=didde, finding=finding, verdict=Verdict.FINE, words="")
        assert [one.judged.by for one in see_unusual(didde) if one.judged] == [
            "Didde Databeskytter"
        ]
    assert ("Karen Koordinator", Unusual.BROWSED, 6) in found
    assert ("Karen Koordinator", Unusual.SAME_NAME, 1) in found
    assert "Mads Makker" not in {person for person, *_ in found}
