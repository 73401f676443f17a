"""Coming in by a provider: a real one answers, and answers that are not for us open nothing."""

import re
import time
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import Client
from django.urls import reverse

from landfast.kernel.refusals import NotAllowed
from landfast.login import models, provider_keys, queries
from landfast.login.actions import identities
from landfast.login.provider import Flow, id_claims
from landfast.login.provider_check import BELIEVES, check
from landfast.login.realms import realm
from landfast.web.doors import SESSION_PERSON, SESSION_SITTING
from landfast.web.people import provider_views
from tests.factories.town import as_
from tests.login.conftest import NSIS, goes_to, new_browser, realm_with_key

ANSWER = "provider_answer"


def realm_of_another_key(issuer):
    """As ours, but the provider does not have this key's other half."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return replace(realm_with_key(issuer), private_key=pem)


def comes_in(client, provider, login, name="medarbejder"):
    return client.get(reverse(ANSWER), provider.signs_in(goes_to(client, name), login))


@pytest.fixture
def karen(town, provider):
    """Karen, whose employer's login has been connected by an invitation."""
    code = identities.invite(by=None, person_id=town.karen.person_id)
    client = Client()
    first = comes_in(client, provider, "tovholder")
    assert first["Location"] == reverse("use_invitation")
    client.post(reverse("use_invitation"), {"code": code.lower()})
    return client


def test_the_question_has_state_nonce_and_pkce(provider):
    asked = parse_qs(urlsplit(goes_to(Client(), "borger")).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert len(asked["state"][0]) > 30
    assert len(asked["nonce"][0]) > 30


def test_an_unknown_login_needs_an_invitation_and_is_known_afterwards(town, karen, provider):
    assert karen.session[SESSION_PERSON] == str(town.karen.person_id)
    again = Client()
    assert comes_in(again, provider, "tovholder").status_code == 302
    assert again.session[SESSION_PERSON] == str(town.karen.person_id)


def test_an_invitation_works_once_and_a_wrong_code_is_told_kindly(town, karen, provider):
    code = identities.invite(by=None, person_id=town.bo.person_id)
    client = Client()
    provider.browser = new_browser()
    comes_in(client, provider, "tovholder-2")
    wrong = client.post(reverse("use_invitation"), {"code": "AAAA-BBBB-CCCC-DDDD"})
    assert wrong.status_code == 422
    assert "Bed om en ny" in wrong.content.decode()
    assert queries.invited(identities.sealed(code)) == town.bo.person_id
    with as_(town.bo):
        models.Invitation.objects.update(used_at="2026-01-01T00:00Z")
    assert queries.invited(identities.sealed(code)) is None


def test_an_answer_is_believed_once(karen, provider):
    client = Client()
    answer = provider.signs_in(goes_to(client, "medarbejder"), "tovholder")
    assert client.get(reverse(ANSWER), answer).status_code == 302
    client.post(reverse("sign_out"))
    assert client.get(reverse(ANSWER), answer).status_code == 403


@pytest.mark.parametrize("wrong", [{"state": "x"}, {"iss": "https://other.example"}, {"iss": ""}])
def test_an_answer_to_another_question_or_by_another_issuer_is_refused(karen, provider, wrong):
    client = Client()
    answer = provider.signs_in(goes_to(client, "medarbejder"), "tovholder") | wrong
    assert client.get(reverse(ANSWER), answer).status_code == 403
    assert SESSION_PERSON not in client.session


def test_an_answer_given_to_somebody_else_is_refused(karen, provider):
    answer = provider.signs_in(goes_to(Client(), "medarbejder"), "tovholder")
    victim = Client()
    goes_to(victim, "medarbejder")
    assert victim.get(reverse(ANSWER), answer).status_code == 403


def test_too_low_assurance_is_refused_in_words(provider):
    refused = comes_in(Client(), provider, "svag", "borger")
    assert refused.status_code == 403
    assert "ikke sikkert nok" in refused.content.decode()


def test_a_private_login_is_no_employees(provider):
    refused = comes_in(Client(), provider, "borger", "medarbejder")
    assert "Det login passer ikke her" in refused.content.decode()


def test_no_role_at_the_provider_is_no_access(town, karen, provider, settings):
    realms = dict(settings.LANDFAST_REALMS)
    other = realms["medarbejder"]
    settings.LANDFAST_REALMS = realms | {
        "medarbejder": type(other)(**{**vars(other), "roles": {"urn:x": "coordinator"}})
    }
    refused = comes_in(Client(), provider, "tovholder")
    assert refused.status_code == 403
    assert "Bed din administrator" in refused.content.decode()


def test_step_up_asks_the_provider_again_and_takes_the_same_person_only(karen, provider, settings):
    settings.LANDFAST_STEP_UP_MINUTES = 0
    asked = karen.post(reverse("start_app"))
    assert asked["Location"].startswith(reverse("prove_again"))
    out = karen.post(reverse("provider_again"))["Location"]
    assert "prompt=login" in out
    assert "max_age=0" in out
    hers = provider.browser
    provider.browser = new_browser()
    stranger = karen.get(reverse(ANSWER), provider.signs_in(out, "tovholder-3"))
    provider.browser = hers
    assert stranger.status_code == 403
    out = karen.post(reverse("provider_again"))["Location"]
    back = karen.get(reverse(ANSWER), provider.signs_in(out, "tovholder"))
    assert back["Location"] == reverse("my_access")


def test_a_fresh_login_below_the_level_of_a_step_up_is_asked_again(town, karen, provider, settings):
    realms = dict(settings.LANDFAST_REALMS)
    other = realms["medarbejder"]
    settings.LANDFAST_REALMS = realms | {
        "medarbejder": type(other)(**{**vars(other), "step_up_levels": ("highest",)})
    }
    provider.browser = new_browser()
    again = Client()
    comes_in(again, provider, "tovholder")
    assert again.get(reverse("my_access")).status_code == 200
    assert again.post(reverse("start_app"))["Location"].startswith(reverse("prove_again"))


def test_signing_out_goes_by_the_provider(karen, provider):
    left = karen.post(reverse("sign_out"))
    assert left["Location"].startswith(f"{provider.issuer}/session/end?id_token_hint=")
    assert karen.get(reverse("front"))["Location"].startswith("/log-ind/")


def test_the_session_keeps_no_readable_token_and_only_what_a_logout_needs(
    karen, provider, monkeypatch
):
    token = provider_views.provider.token_of(karen.session["logout_hint"])
    assert jwt.decode(token, options={"verify_signature": False})["sub"] == "tovholder"
    assert not re.search(r"eyJ[\w-]+\.", str(dict(karen.session)))
    told = provider_keys.metadata(realm("medarbejder"))
    monkeypatch.setattr(
        provider_keys, "metadata", lambda _realm: {**told, "end_session_endpoint": ""}
    )
    again = Client()
    comes_in(again, provider, "tovholder")
    assert again.session["logout_hint"] == ""


def test_a_hint_whose_key_is_gone_signs_out_here_all_the_same(karen, settings):
    settings.LANDFAST_SEALING_KEYS = ["en ny nøgle alene"]
    assert karen.post(reverse("sign_out"))["Location"] == reverse("sign_in")
    assert karen.get(reverse("front"))["Location"].startswith("/log-ind/")


def test_a_provider_believes_our_signature_where_no_secret_is_shared(town, provider):
    code = identities.invite(by=None, person_id=town.karen.person_id)
    client = Client()
    assert comes_in(client, provider, "tovholder", "noegle")["Location"] == (
        reverse("use_invitation")
    )
    client.post(reverse("use_invitation"), {"code": code})
    assert client.session[SESSION_PERSON] == str(town.karen.person_id)


def test_a_signature_by_another_key_is_not_believed(provider, settings):
    other = realm_of_another_key(provider.issuer)
    settings.LANDFAST_REALMS = {"noegle": other}
    assert comes_in(Client(), provider, "tovholder", "noegle").status_code == 409


# --- tokens forged with the provider's own key -----------------------------------------------


def flow(**more):
    given = {"realm": "borger", "state": "s", "nonce": "n", "verifier": "v", "redirect_uri": "u",
             "asked_at": int(time.time()), "purpose": "sign_in", "onward": ""}  # fmt: skip
    return Flow(**(given | more))


def test_the_right_token_is_believed(provider):
    token = provider.forges(sub="borger", nonce="n")
    assert id_claims(realm("borger"), token, flow())["sub"] == "borger"


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "other"}, {"nonce": None}, {"iss": "https://other.example"}, {"aud": "other"},
        {"aud": ["landfast", "other"]}, {"azp": "other"}, {"exp": int(time.time()) - 120},
        {"iat": int(time.time()) - 3600}, {"iat": int(time.time()) + 3600}, {"sub": None},
        {"exp": None}, {"alg": "none"},
        {"alg": "HS256", "key": "a-public-key-used-as-a-shared-secret"},
        {"kid": "unknown"},
        {"key": rsa.generate_private_key(public_exponent=65537, key_size=2048)},
    ],
    ids="-".join,
)  # fmt: skip
def test_any_other_token_is_refused(provider, wrong):
    token = provider.forges(**{"sub": "borger", "nonce": "n", **wrong})
    with pytest.raises(NotAllowed):
        id_claims(realm("borger"), token, flow())


def test_a_step_up_needs_a_new_proof(provider):
    old = provider.forges(sub="borger", nonce="n", auth_time=int(time.time()) - 600)
    with pytest.raises(NotAllowed):
        id_claims(realm("borger"), old, flow(purpose="step_up"))


def test_clocks_may_differ_a_little(provider):
    token = provider.forges(sub="borger", nonce="n", exp=int(time.time()) - 20)
    assert id_claims(realm("borger"), token, flow())


def test_a_turned_key_is_fetched_again_but_not_at_every_knock(provider, monkeypatch):
    known = realm("borger")
    id_claims(known, provider.forges(sub="borger", nonce="n"), flow())
    where = provider_keys.endpoint(known, "jwks_uri")
    old = {"keys": [{"kty": "oct", "k": "AA", "kid": "old", "use": "sig"}]}
    just_now = provider_keys._Kept(time.monotonic(), old)
    monkeypatch.setitem(provider_keys._kept, where, just_now)
    with pytest.raises(jwt.InvalidKeyError):
        provider_keys.key(known, {"alg": "RS256", "kid": "first"})
    earlier = provider_keys._Kept(time.monotonic() - provider_keys.AGAIN, old)
    monkeypatch.setitem(provider_keys._kept, where, earlier)
    assert provider_keys.key(known, {"alg": "RS256", "kid": "first"})


def test_a_code_is_said_to_be_unused_where_the_login_is_known_already(town, karen, provider):
    code = identities.invite(by=None, person_id=town.bo.person_id)
    client = Client()
    away = client.post(reverse("provider_start", args=["medarbejder"]), {"kode": code})
    client.get(reverse(ANSWER), provider.signs_in(str(away["Location"]), "tovholder"))
    assert client.session[SESSION_PERSON] == str(town.karen.person_id)
    page = client.get(reverse("my_access")).content.decode()
    assert "Din kode er ikke brugt." in page
    assert "Din kode er ikke brugt." not in client.get(reverse("my_access")).content.decode()


def test_the_level_counts_only_where_it_is_signed(provider):
    from landfast.login.rules import check_level

    with pytest.raises(NotAllowed):
        check_level(realm("borger"), {"acr": NSIS + "High"})


# --- back-channel logout ---------------------------------------------------------------------


def hears(token, name="medarbejder"):
    return Client().post(reverse("provider_logout", args=[name]), {"logout_token": token})


def test_a_logout_message_ends_the_session_it_names_and_is_heard_once(karen, provider):
    message = provider.says_goodbye(sub="tovholder")
    assert hears(message).status_code == 200
    assert karen.get(reverse("front"))["Location"].startswith("/log-ind/")
    assert SESSION_SITTING not in karen.session
    assert hears(message).status_code == 400


def test_a_broker_whose_messages_have_no_kind_is_set_so(karen, provider, settings):
    known = settings.LANDFAST_REALMS["medarbejder"]
    settings.LANDFAST_REALMS = {"medarbejder": replace(known, logout_typed=False)}
    assert hears(provider.says_goodbye(sub="tovholder", typ="JWT")).status_code == 200


def test_a_message_on_an_open_line_is_refused_and_not_sent_on(karen, provider, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = hears(provider.says_goodbye(sub="tovholder"))
    assert (answer.status_code, "Location" in answer) == (403, False)
    assert Client().get(reverse("calendar_feed", args=["x"])).status_code == 403
    assert Client().get(reverse("sign_in"))["Location"].startswith("https://")


def test_a_message_for_another_session_ends_nothing(karen, provider):
    assert hears(provider.says_goodbye(sid="another", sub=None)).status_code == 200
    assert not karen.get(reverse("front"))["Location"].startswith("/log-ind/")


@pytest.mark.parametrize(
    "wrong",
    [
        {"jti": None}, {"events": None}, {"events": {"x": {}}}, {"nonce": "n"}, {"sub": None},
        {"iss": "https://other.example"}, {"aud": "other"}, {"iat": int(time.time()) - 3600},
        {"exp": int(time.time()) - 120}, {"alg": "none"}, {"typ": "JWT"}, {"typ": "at+jwt"},
    ],
    ids="-".join,
)  # fmt: skip
def test_any_other_message_is_not_heard(karen, provider, wrong):
    assert hears(provider.says_goodbye(**{"sub": "tovholder", **wrong})).status_code == 400
    assert not karen.get(reverse("front"))["Location"].startswith("/log-ind/")


def test_a_realm_is_tried_without_anybody_logging_in(provider, settings):
    for name in ("medarbejder", "noegle"):
        found = check(realm(name))
        assert [one.what for one in found if not one.is_well] == []
        assert len(found) == 7
    known = settings.LANDFAST_REALMS["medarbejder"]
    wrong = check(replace(known, client_secret="another-secret"))
    assert [one.help for one in wrong if not one.is_well] == [BELIEVES[1]]
    assert [one.is_well for one in check(replace(known, issuer="http://127.0.0.1:9"))] == [False]
