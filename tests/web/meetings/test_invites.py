"""Answers from a link without a login, and the page of who was asked and what they said."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from landfast.access.links import signed
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK, now
from landfast.kernel.refusals import NotAllowed
from landfast.meetings import actions, models
from landfast.meetings.actions import Guest
from landfast.meetings.queries.pulse import pulse_of
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import LINK, new_key
from landfast.meetings.rules.pulse import LINK_DAYS, QUESTIONS
from tests.factories.meetings import Met, frame, is_over, leaves, prepared_meeting
from tests.factories.town import Town, as_
from tests.refusing import refused
from tests.web.conftest import enter
from tests.web.meetings.frames import seen_in

AUNT = "tante@eksempel.dk"


@pytest.fixture
def met(town: Town) -> Met:
    """A called meeting to which the sister is asked by mail."""
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.set_address(
            actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"],
            address=AUNT,
        )  # fmt: skip
    return met


def link(met: Met) -> str:
    with as_(met.karen):
        key = models.Invite.objects.get(participant_id=met.guests["sister"]).uid
    return reverse("answer_by_link", args=[signed(LINK, key)])


def sister(met: Met) -> models.Participant:
    with as_(met.karen):
        return models.Participant.objects.get(id=met.guests["sister"])


def test_a_look_at_the_link_says_when_and_where_and_changes_nothing(met):
    shown = Client().get(link(met))
    page = shown.content.decode()
    assert "Hjemme hos Jytte" in page  # where: she has chosen who comes there
    assert "Karen Koordinator" in page
    hers = (str(met.course_id), "Min søn", "Jeg vil gerne have ro", "Bo Bostøtte", "Netværksmøde")
    assert [word for word in hers if word in page] == []
    assert "sessionid" not in shown.cookies
    assert shown["Cache-Control"] == "private, no-store"
    assert sister(met).reply == Reply.ASKED


def shown_behind(link: str) -> str:
    """The page without its tokens, which are others each time."""
    return re.sub(r"\b\w{64}\b", "", Client().get(link).content.decode())


def test_the_link_keeps_what_she_last_said_yes_to(met, town):
    """A time, a place and a length that wait for her yes are not read behind a link."""
    before = shown_behind(link(met))
    with as_(town.karen):
        moved = frame(place="Et andet hus", starts_at=now() + timedelta(days=12), minutes_long=35)
        actions.set_frame(actor=town.karen, meeting_id=met.id, frame=moved)
    assert shown_behind(link(met)) == before
    with as_(met.lived.citizen):
        actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
    after = shown_behind(link(met))
    assert "Et andet hus" in after
    assert "35 minutter" in after


@pytest.mark.parametrize(
    ("sent", "field", "value"),
    [
        ({"reply": "comes"}, "reply", "comes"),
        ({"reply": "by_phone"}, "reply", "by_phone"),
        ({"reply": "maybe"}, "reply", "maybe"),
        ({"reply": "writes", "written_word": "Hils"}, "written_word", "Hils"),
        ({"reply": "declined", "reply_reason": "Rejse"}, "reply_reason", "Rejse"),
        ({"reply": "declined", "instead": "Min mand"}, "substitute_name", "Min mand"),
    ],
)
def test_an_answer_without_a_login_is_heard(met, sent, field, value):
    answered = Client(enforce_csrf_checks=True).post(link(met), sent)
    assert answered.status_code == 302
    row = sister(met)
    assert getattr(row, field) == value
    assert (row.reply, row.reply_through) == (sent["reply"], "link")
    assert "Dit svar:" in Client().get(link(met)).content.decode()


@pytest.mark.parametrize(
    "sent", [{"reply": "declined"}, {"reply": "writes"}, {"reply": "asked"}, {"reply": "x"}, {}]
)
def test_half_an_answer_is_asked_about(met, sent):
    assert Client().post(link(met), sent).status_code in {200, 422}
    assert sister(met).reply == Reply.ASKED


def test_another_time_is_shown_to_who_prepares_the_meeting(met):
    wish = (now() + timedelta(days=12)).astimezone(DENMARK)
    to = link(met) + "tid/"
    assert Client().post(to, {"starts_at": ""}).status_code == 422
    assert Client().post(to, {"starts_at": "2020-01-01T10:00"}).status_code == 422
    sent = {"starts_at": wish.strftime("%Y-%m-%dT%H:%M"), "words": "Jeg har ferie"}
    assert Client().post(to, sent).status_code == 302
    assert sister(met).reply == Reply.ASKED
    page = reverse("invites", args=[met.course_id, met.id])
    karen = enter(met.karen)
    shown = karen.get(page).content.decode()
    assert "Jeg har ferie" in shown
    with as_(met.karen):
        invite = models.Invite.objects.get(participant_id=met.guests["sister"])
    # and of a page that showed another frame, or another proposal, nothing is moved
    proposed = re.search(r'name="proposed" value="([^"]*)"', shown)[1]
    for stale in ({}, {"seen": seen_in(shown)}, {"seen": "[]", "proposed": proposed}):
        late = karen.post(f"{page}{invite.id}/flyt/", stale)
        assert late.status_code == 409
        assert "tryk så igen" in late.content.decode()
    read = {"seen": seen_in(shown), "proposed": proposed}
    assert karen.post(f"{page}{invite.id}/flyt/", read).status_code == 302
    with as_(met.karen):
        moved = models.Meeting.objects.get(id=met.id)
    assert moved.starts_at == wish.replace(second=0, microsecond=0)
    assert moved.frame_agreed_at is None
    assert "Jeg har ferie" not in karen.get(page).content.decode()


def test_a_link_that_was_made_up_opens_nothing_and_guessing_ends(met):
    to = reverse("answer_by_link", args=[signed(LINK, "0" * 64)])
    forged = link(met)[:-4] + "abc/"
    for _ in range(5):
        assert Client().get(to).status_code == 404
        assert Client().post(forged, {"reply": "comes"}).status_code == 404
    assert Client().get(to).status_code == 429
    assert Client().get(link(met)).status_code == 200  # one that fits opens all the same
    assert sister(met).reply == Reply.ASKED


def test_when_the_meeting_is_off_the_link_says_so(met):
    to = link(met)
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
    page = Client().get(to).content.decode()
    assert "Mødet er aflyst" in page
    assert "Hjemme hos Jytte" not in page
    assert Client().post(to, {"reply": "comes"}).status_code == 422


def test_who_has_no_address_is_handed_a_link_and_answers_by_it(town, signed_in):
    met = prepared_meeting(town, call=True)
    here = [met.course_id, met.id]
    hand = reverse("hand_link", args=[*here, met.guests["sister"]])
    karen = signed_in(town.karen)
    assert hand in karen.get(reverse("invites", args=here)).content.decode()
    first, second = (
        re.search(r"/kommer/[^<]+/", karen.post(hand).content.decode())[0] for _ in range(2)
    )
    assert Client().post(second, {"reply": "comes"}).status_code == 302
    assert sister(met).reply == Reply.COMES
    assert Client().get(first).status_code == 404, "a new link closes the old one"
    page = karen.get(reverse("invites", args=here)).content.decode()
    assert "Svarede med et link, der blev givet" in page
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(place="Et nyt sted"))
    assert hand not in karen.get(reverse("invites", args=here)).content.decode()
    with as_(met.karen), refused("no_link_yet"):
        actions.link_by_hand(
            actor=met.karen, meeting_id=met.id, participant_id=met.guests["sister"]
        )


def test_who_has_an_address_gets_the_link_by_mail_only(met, signed_in):
    page = signed_in(met.karen).get(reverse("invites", args=[met.course_id, met.id]))
    hand = reverse("hand_link", args=[met.course_id, met.id, met.guests["sister"]])
    assert hand not in page.content.decode()
    with as_(met.karen), refused("link_is_mailed"):
        actions.link_by_hand(
            actor=met.karen, meeting_id=met.id, participant_id=met.guests["sister"]
        )
    with as_(met.bo), pytest.raises(NotAllowed):
        actions.link_by_hand(actor=met.bo, meeting_id=met.id, participant_id=met.guests["sister"])


def test_a_new_address_makes_the_old_link_open_nothing(met):
    old = link(met)
    page = reverse("invites", args=[met.course_id, met.id])
    to = f"{page}{met.guests['sister']}/mail/"
    her = enter(met.lived.citizen)
    assert her.post(to, {"address": "ikke en adresse"}).status_code == 422
    assert her.post(to, {"address": "ny@eksempel.dk"}).status_code == 302
    assert Client().get(old).status_code == 404
    assert "ny@eksempel.dk" in her.get(page).content.decode()


def test_only_who_prepares_the_meeting_writes_addresses(met):
    page = reverse("invites", args=[met.course_id, met.id])
    to = f"{page}{met.guests['sister']}/mail/"
    bo = enter(met.bo)
    assert bo.post(to, {"address": "bo@eksempel.dk"}).status_code == 403
    assert AUNT not in bo.get(page).content.decode()


def test_own_staff_who_cannot_come_name_a_colleague_whom_she_says_yes_to(met, town):
    town.hire("Else Ekstra", town.social, "home_support")
    bo = {"actor": met.bo, "participant_id": met.guests["bo"], "reply": Reply.DECLINED}
    with as_(met.bo):
        with refused("who_instead"):
            actions.answer_invitation(**bo, reason="Kursus")
        with refused("other_mandate"):
            actions.answer_invitation(**bo, reason="Kursus", substitute_id=town.anna.person_id)
    client = enter(met.bo)
    assert "Else Ekstra" in client.get(reverse("invitations")).content.decode()
    to = reverse("answer_invitation", args=[met.guests["bo"]])
    sent = {
        "reply": "declined",
        "reply_reason": "Kursus",
        "substitute": str(town.staff["else"].person_id),
    }
    assert client.post(to, sent).status_code == 302
    page = reverse("invites", args=[met.course_id, met.id])
    her = enter(met.lived.citizen)
    assert "Foreslår Else Ekstra i stedet." in her.get(page).content.decode()
    assert her.post(f"{page}{met.guests['bo']}/afloeser/").status_code == 302
    assert "Else Ekstra er inviteret i stedet." in her.get(page).content.decode()


def test_a_professional_from_elsewhere_owes_nobody_instead(met, town):
    town.hire("Ane Anden", town.ward, "ward_staff")
    with as_(met.anna):
        actions.answer_invitation(
            actor=met.anna, participant_id=met.guests["anna"], reply=Reply.DECLINED, reason="Vagt"
        )
    page = enter(met.karen).get(reverse("invites", args=[met.course_id, met.id])).content.decode()
    assert "Har ikke sagt, hvem der kommer i stedet" not in page
    assert "Vagt" in page


FACES = {"heard": "5", "useful": "", "clear": "2"}
NONE = dict.fromkeys(QUESTIONS)


@pytest.fixture
def over(town: Town) -> Met:
    """A meeting at which the sister, asked by mail, and a guest from another house sat."""
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        guest = Guest("Kender boliger", town.solveig.person_id, role="case_worker")
        met.guests["solveig"] = actions.ask_guest(
            actor=met.lived.citizen, meeting_id=met.id, guest=guest
        )
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
        for name in ("sister", "solveig"):
            models.Invite.objects.create(
                course_id=met.course_id, meeting_id=met.id, participant_id=met.guests[name],
                uid=new_key(), next_try_at=now(),
            )  # fmt: skip
    return met


def ends(met: Met, *there: str) -> None:
    is_over(met, *(met.guests[name] for name in there))


def pulses(met: Met) -> list[tuple[int | None, ...]]:
    with as_(met.karen):
        return [
            (one.many, one.answers["heard"], one.answers["clear"])
            for one in pulse_of(met.course_id)
            if not one.is_citizen
        ]


def test_who_has_no_login_says_how_it_was_by_the_same_link(over):
    link_to, to = link(over), link(over) + "puls/"
    assert "Blev du hørt?" not in Client().get(link_to).content.decode(), "not before it is over"
    assert Client().post(to, FACES).status_code == 422
    ends(over, "sister", "bo", "anna")
    asked = Client().get(link_to)
    assert "Blev du hørt?" in asked.content.decode()
    hers = (str(over.course_id), "Min søn", "Jytte", "Bo Bostøtte", "Netværksmøde", "Hjemme hos")
    assert [word for word in hers if word in asked.content.decode()] == []
    # nothing chosen is said so, and nothing is kept
    empty = Client().post(to, dict.fromkeys(FACES, ""))
    assert empty.status_code == 422
    assert "Vælg mindst ét ansigt." in empty.content.decode()
    # a face counts once, also when she changes her mind
    for heard in ("1", "5"):
        assert Client().post(to, {**FACES, "heard": heard}).status_code == 302
    again = Client().get(link_to).content.decode()
    assert "Tak for dit svar." in again
    assert again.count(" checked") == 2
    assert pulses(over) == [], "nobody is known by an answer"
    for actor in (over.bo, over.anna):
        with as_(actor):
            actions.give_pulse(
                actor=actor, meeting_id=over.id, answers={"heard": 2, "useful": 2, "clear": 2}
            )
    assert pulses(over) == [(3, 3.0, 2.0)]


def test_who_was_not_there_is_not_asked(over):
    ends(over, "bo")
    assert "Blev du hørt?" not in Client().get(link(over)).content.decode()
    assert Client().post(link(over) + "puls/", FACES).status_code == 422


def test_the_link_asks_for_a_month(over):
    ends(over, "sister")
    to = link(over)
    for days, status in ((LINK_DAYS - 1, 302), (LINK_DAYS + 1, 422)):
        with clock.at(now() + timedelta(days=days)):
            assert Client().post(to + "puls/", FACES).status_code == status


@pytest.mark.parametrize("how", ["death", "stop"])
def test_nobody_is_asked_by_link_once_the_course_is_over(over, how):
    ends(over, "sister", "solveig")
    to = link(over)
    assert "Blev du hørt?" in Client().get(to).content.decode()
    leaves(over, how)
    assert "Blev du hørt?" not in Client().get(to).content.decode()
    assert Client().post(to + "puls/", FACES).status_code == 422


def test_a_guest_finds_the_faces_on_the_page_of_the_meeting(over, town):
    visit = reverse("visit_meeting", args=[over.course_id, over.id])
    guest = enter(town.solveig)
    assert "Hvordan var mødet?" not in guest.get(visit).content.decode()
    ends(over, "solveig", "sister")
    page = guest.get(visit).content.decode()
    (to,) = re.findall(r'href="(/kommer/[^"]+)"', page)
    assert Client().post(f"{to}puls/", FACES).status_code == 302
    assert "Tak for dit svar." in Client().get(to).content.decode()


def test_the_link_of_somebody_else_answers_for_nobody_else(over):
    ends(over, "sister", "solveig", "bo", "anna")
    with as_(over.karen):
        keys = {one.participant_id: one.uid for one in models.Invite.objects.all()}
    for name in ("sister", "solveig"):
        to = reverse("pulse_by_link", args=[signed(LINK, keys[over.guests[name]])])
        assert Client().post(to, FACES).status_code == 302
    with as_(over.bo):
        actions.give_pulse(actor=over.bo, meeting_id=over.id, answers={**NONE, "heard": 2})
    assert pulses(over) == [(3, 4.0, 2.0)], "two by link and one by login"
