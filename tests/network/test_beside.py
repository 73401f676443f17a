"""Who is good to have beside those who help already: never asked, always with its reason."""

from hypothesis import given
from hypothesis import strategies as st

from landfast.network.rules.beside import good_beside
from landfast.programmes.rules import NeedArea as Need
from landfast.programmes.rules import need_roles
from landfast.web.mine.seat_words import HER_ROLES

ROLES = sorted({role for row in need_roles().values() for role in row.any_of | row.should})


def test_a_landlord_and_who_grants_support_are_thought_of_for_housing():
    [one] = good_beside([Need.HOUSING], {"home_support"})
    assert (one.roles, one.meets) == (frozenset({"landlord", "visitator"}), None)
    assert good_beside([Need.HOUSING], {"visitator"}) == []


def test_where_two_needs_meet_the_doctor_alone_will_not_do():
    assert good_beside([Need.SUBSTANCE], {"gp"}) == []
    [one] = [
        row for row in good_beside([Need.SUBSTANCE, Need.PSYCHIATRY], {"gp"})
        if row.need is Need.SUBSTANCE
    ]  # fmt: skip
    assert one.meets is Need.PSYCHIATRY
    assert "opus_clinician" in one.roles
    assert good_beside([Need.SUBSTANCE, Need.PSYCHIATRY], {"gp", "psych_outpatient"}) == []


@given(st.sets(st.sampled_from(list(Need))), st.sets(st.sampled_from(ROLES)))
def test_nobody_who_is_there_is_missed_and_each_need_stands_once(needs, present):
    found = good_beside(list(needs), present)
    assert len({row.need for row in found}) == len(found)
    assert all(row.roles and not row.roles & present for row in found)
    assert all(row.meets is None or row.meets in needs - {row.need} for row in found)


def test_each_role_to_think_of_has_words_of_hers():
    assert set(HER_ROLES) == {role for row in need_roles().values() for role in row.should}
