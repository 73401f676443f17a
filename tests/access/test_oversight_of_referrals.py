"""The officer finds looks at a referral by the name in it, before and after there is a course."""

from datetime import timedelta

from landfast.access.looking import look_at_referral
from landfast.access.oversight import Asked, oversee
from landfast.access.roles import CourseRole
from landfast.course.queries.logged_names import find_citizen, names_of
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
