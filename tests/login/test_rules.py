"""When a login is good enough, and how long it lasts."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import InvalidToken

from landfast.kernel.refusals import NotAllowed
from landfast.kernel.sealing import is_sealed_by_newest, marks, seal, unseal
from landfast.login import realms, rules
from landfast.people.rules import PersonKind

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LIMITS = rules.Limits(timedelta(minutes=60), timedelta(hours=10))
TABLE = {"kind": "staff", "label": "Log ind", "issuer": "https://idp.example", "client_id": "x"}


def realm(**more):
    return realms.realm_of("medarbejder", TABLE | more)


@pytest.mark.parametrize(
    ("started", "seen", "over"),
    [(0, 0, False), (59, 59, False), (60, 60, True), (599, 1, False), (600, 1, True)],
)
def test_a_session_ends_unused_and_in_any_case(started, seen, over):
    began, last = (NOON - timedelta(minutes=m) for m in (started, seen))
    assert rules.is_over(began, last, NOON, LIMITS) is over


def test_staff_need_a_second_step_and_citizens_choose():
    password = rules.Way.PASSWORD
    assert rules.needs_second_step(password, PersonKind.STAFF, enforced=True)
    assert not rules.needs_second_step(password, PersonKind.CITIZEN, enforced=True)
    assert not rules.needs_second_step(password, PersonKind.STAFF, enforced=False)
    assert not rules.needs_second_step(rules.Way.PASSKEY, PersonKind.STAFF, enforced=True)


def test_step_up_asks_for_a_higher_level_than_coming_in():
    known = realm(levels=["low", "high"], step_up_levels=["high"], level_claim="loa")
    assert rules.check_level(known, {"loa": "low"}) == "low"
    with pytest.raises(NotAllowed):
        rules.check_level(known, {"loa": "low"}, step_up=True)
    with pytest.raises(NotAllowed):
        rules.check_level(known, {})


@pytest.mark.parametrize(
    "claim",
    [["a", "b"], "a", ['{"cvr": "1", "p": ["a"]}'], [{"p": ["a"]}], ['{"p": ["a", 3]}', "{spoilt"]],
)
def test_privileges_are_read_in_the_brokers_shapes(claim):
    assert "a" in rules.privileges(claim)


@pytest.mark.parametrize("claim", [None, [], "{", [None, 4], [{"q": 1}]])
def test_no_privilege_is_read_out_of_anything_else(claim):
    assert rules.privileges(claim) == set()


def test_roles_are_mapped_unknown_ones_ignored_and_none_is_no_access():
    known = realm(roles={"c": "coordinator", "l": "leader"}, privilege_claim="p")
    assert rules.check_roles(known, {"p": ["c", "x"]}, ["coordinator"]) == {"coordinator"}
    assert rules.check_roles(known, {"p": ["c", "l"]}, ["coordinator"]) == {"coordinator"}
    for told, held in ((["x"], ["coordinator"]), ([], ["coordinator"]), (["c"], []),
                       (["c"], ["leader"]), (["c"], ["coordinator", "leader"])):  # fmt: skip
        with pytest.raises(NotAllowed):
            rules.check_roles(known, {"p": told}, held)


@pytest.mark.parametrize(
    "wrong",
    [{"issuer": "http://idp.example"}, {"algorithms": ["none"]}, {"algorithms": ["HS256"]},
     {"kind": ""}, {"nonsense": 1}, {"private_key": "no key"}, {"private_key_file": "/no/file"},
     {"private_key_algorithm": "HS256"}],
    ids=str,
)  # fmt: skip
def test_a_realm_that_cannot_be_right_stops_the_start_with_a_sentence(wrong):
    with pytest.raises(SystemExit, match="LANDFAST_REALMS"):
        realm(**wrong)


def test_a_realm_never_shows_its_secret():
    assert "hemmelig" not in repr(realm(client_secret="hemmelig"))


def test_a_code_is_taken_once_and_only_near_its_time():
    assert rules.accepted_step(10, 0, {9: False, 10: True, 11: False}) == 10
    assert rules.accepted_step(10, 10, {10: True}) is None
    assert rules.accepted_step(10, 9, {9: True}) is None
    assert rules.accepted_step(10, 0, {8: True}) is None


def test_secrets_open_with_an_old_key_until_they_are_sealed_anew():
    sealed = seal("frø", ["old"])
    assert unseal(sealed, ["new", "old"]) == "frø"
    assert not is_sealed_by_newest(sealed, ["new", "old"])
    turned = seal(unseal(sealed, ["new", "old"]), ["new", "old"])
    assert is_sealed_by_newest(turned, ["new", "old"])
    assert unseal(turned, ["new"]) == "frø"
    with pytest.raises(InvalidToken):
        unseal(turned, ["old"])


def test_a_mark_is_the_keys_own_and_the_same_each_time():
    assert marks("0101501234", ["new", "old"]) == [
        *marks("0101501234", ["new"]), *marks("0101501234", ["old"]),
    ]  # fmt: skip
    assert len({*marks("0101501234", ["new", "old"]), *marks("0101501235", ["new"])}) == 3


def test_a_device_is_told_in_words_one_knows():
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/604"
    assert rules.device_of(agent) == "Safari · iPhone"
    assert rules.device_of("") == ""


def test_a_login_below_the_level_for_signing_proves_nothing():
    assert rules.proves(realm(), "low")
    known = realm(step_up_levels=("high",))
    assert rules.proves(known, "high")
    assert not rules.proves(known, "low")
