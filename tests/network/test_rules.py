"""Who is around, who picks up, and which seats are empty."""

import pytest

from landfast.kernel.refusals import Wrong
from landfast.network import rules
from landfast.network.rules import Sphere
from landfast.people.rules import roles
from landfast.programmes.rules import NeedArea


@pytest.mark.parametrize(
    ("role", "sphere"),
    [
        ("visitator", Sphere.AUTHORITIES),
        ("psychiatrist", Sphere.HEALTH),
        ("home_support", Sphere.SOCIAL),
        ("mentor", Sphere.WORK),
        ("unknown", Sphere.SOCIAL),
    ],
)
def test_a_professional_has_a_usual_place(role, sphere):
    assert rules.usual_sphere(role) is sphere


def test_every_role_has_a_place():
    assert all(rules.usual_sphere(code) in Sphere for code in roles())


def test_an_empty_seat_has_its_reason():
    [seat] = rules.missing_seats([NeedArea.HOUSING, NeedArea.ECONOMY], {"home_support"})
    assert seat.need is NeedArea.ECONOMY
    assert "benefits_officer" in seat.any_of


def test_without_needs_no_seat_is_empty():
    assert rules.missing_seats([], set()) == []


def test_a_member_is_in_for_something():
    with pytest.raises(Wrong):
        rules.check_helps_with(" ")
    with pytest.raises(Wrong):
        rules.check_named("")


def test_every_sphere_closeness_and_tie_has_a_word():
    assert set(rules.SPHERE_NAMES) == set(rules.Sphere)
    assert set(rules.CLOSENESS_NAMES) == set(rules.Closeness)
    assert set(rules.TIE_NAMES) == set(rules.Tie)
