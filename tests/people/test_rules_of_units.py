"""Units, organisations and logins: what closes, what lies where, who is let in. No database."""

from datetime import date, datetime, time, timedelta

import pytest

from landfast.kernel.clock import DENMARK
from landfast.people import rules
from landfast.people.rules import Hours, InTheWay, Presence, employing
from tests.refusing import refused

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
NOON = datetime(2026, 3, 2, 12, tzinfo=DENMARK)


@pytest.mark.parametrize(
    ("cvr", "stands"),
    [("13585628", True), ("10150817", True), ("13585629", False), ("1358562", False),
     ("135856280", False), ("1358562x", False), ("00000000", False), ("", False)],
)  # fmt: skip
def test_a_cvr_number_is_eight_digits_that_fit(cvr, stands):
    assert rules.is_cvr(cvr) is stands


def test_an_organisation_needs_no_number_but_a_true_one():
    rules.check_organisation("Strandby", "", "")
    rules.check_organisation("Strandby", "", "13585628")
    with refused("no_cvr", "cvr"):
        rules.check_organisation("Strandby", "", "13585629")


def test_a_unit_closes_when_nothing_is_left_in_it():
    rules.check_can_close(InTheWay(0, 0, False))
    assert InTheWay(0, 0, False).is_clear is True
    for held, code in (
        (InTheWay(0, 0, True), "unit_has_courses"), (InTheWay(0, 1, False), "unit_has_staff"),
        (InTheWay(1, 0, False), "unit_has_parts"),
    ):  # fmt: skip
        assert held.is_clear is False
        with refused(code):
            rules.check_can_close(held)


def test_nothing_is_placed_in_a_closed_unit():
    rules.check_unit_is_open(None)
    with refused("unit_closed"):
        rules.check_unit_is_open(TODAY)


def test_the_tree_of_units_stays_a_tree_within_one_organisation():
    rules.check_can_lie_under("a", "b", {"c"}, same=True)
    for parent in ("a", "c"):
        with refused("under_itself", "parent"):
            rules.check_can_lie_under("a", parent, {"c"}, same=True)
    with refused("other_organisation", "parent"):
        rules.check_can_lie_under("a", "b", {"c"}, same=False)


def test_nobody_keeps_their_own_login_and_nobody_who_has_stopped_gets_one():
    employing.check_keeps_another("a", "b")
    with refused("own_login"):
        employing.check_keeps_another("a", "a")
    employing.check_still_employed(None, TODAY)
    employing.check_still_employed(TODAY, TODAY)
    with refused("not_employed"):
        employing.check_still_employed(TODAY - DAY, TODAY)


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("come_in", [True, False])
@pytest.mark.parametrize("second", [True, False])
def test_a_start_password_makes_nobody_somebody_else(ours, come_in, second):
    told = {"is_ours": ours, "has_come_in": come_in, "has_second_step": second}
    assert rules.may_start(**told) is (ours and (second or not come_in))


def test_only_who_has_never_come_in_is_invited():
    rules.check_may_invite(is_ours=True, has_come_in=False)
    with refused("has_come_in"):
        rules.check_may_invite(is_ours=True, has_come_in=True)
    with refused("works_elsewhere"):
        rules.check_may_invite(is_ours=False, has_come_in=False)


def test_a_login_name_can_be_read_aloud_and_is_suggested():
    rules.check_username("signe.holm")
    with refused("bad_username", "username"):
        rules.check_username("Signe Holm")
    assert rules.username_for("Søs Ærlig von Åkær-Holm") == "soes.aakaerholm"
    assert rules.username_for("Signe") == "signe"


def test_a_start_password_lasts_until_its_moment():
    assert rules.start_is_over(None, NOON) is False
    assert rules.start_is_over(NOON, NOON) is True
    assert rules.start_is_over(NOON + DAY, NOON) is False


def test_where_somebody_is_at_this_time():
    hours = [Hours(0, time(8), time(15))]
    assert rules.presence(hours, NOON, is_away=True) is Presence.AWAY
    assert rules.presence(None, NOON, is_away=False) is Presence.UNKNOWN
    assert rules.presence(hours, NOON, is_away=False) is Presence.AT_WORK
    assert rules.presence(hours, NOON.replace(hour=16), is_away=False) is Presence.OFF


def test_a_word_of_four_letters_is_sought_inside():
    assert rules.is_sought_inside("kont") is True
    assert rules.is_sought_inside("kon") is False
