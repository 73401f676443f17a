"""Find en tid, page by page: the words it speaks to whom, and what a refusal leaves."""

from django.urls import reverse

from landfast.meetings import actions, models, queries
from landfast.web.languages import languages
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_
from tests.web.meetings.frames import seen_in


def keys(text):
    return [part.split('"')[0] for part in text.split('name="key" value="')[1:]]


def test_it_speaks_to_each_and_is_found_from_the_preparation(town, signed_in):
    met = prepared_meeting(town)
    ids = [met.course_id, met.id]
    karen, jytte = signed_in(met.karen), signed_in(met.lived.citizen)
    where = reverse("find_time", args=ids)
    assert where in karen.get(reverse("prepare_meeting", args=ids)).content.decode()
    shown = karen.get(where).content.decode()
    assert "Borgeren vælger." in shown
    assert "Bo Bostøtte" in shown
    assert len(keys(shown)) == 3
    shown = jytte.get(where).content.decode()
    assert "Du vælger." in shown
    sent = {"key": keys(shown)[1], "seen": seen_in(shown)}
    answer = jytte.post(reverse("choose_time", args=ids), sent)
    assert answer["Location"] == reverse("prepare_meeting", args=ids)
    with as_(met.karen):
        assert queries.meeting(met.id).starts_at.isoformat()[:10] == keys(shown)[1][:10]


def test_wishes_change_what_is_proposed_and_wrong_ones_are_kept_to_mend(town, signed_in):
    met = prepared_meeting(town)
    ids, client = [met.course_id, met.id], signed_in(met.lived.citizen)
    said = {"parts": ["afternoon"], "weekdays": ["2"], "first": "", "last": ""}
    client.post(reverse("say_time_wish", args=ids), said)
    shown = client.get(reverse("find_time", args=ids)).content.decode()
    assert all(key.split("T")[1].startswith("14:00") for key in keys(shown))
    wrong = client.post(
        reverse("say_time_wish", args=ids), {"first": "1.5.2031", "last": "1.4.2031"}
    )
    assert wrong.status_code == 422
    assert "Den sidste dag skal ligge efter den første." in wrong.content.decode()


def test_a_time_that_is_gone_is_said_with_new_ones_below(town, signed_in):
    met = prepared_meeting(town)
    client = signed_in(met.karen)
    address = reverse("choose_time", args=[met.course_id, met.id])
    shown = client.get(reverse("find_time", args=[met.course_id, met.id])).content.decode()
    gone = client.post(address, {"key": "2020-01-01T08:00|", "seen": seen_in(shown)})
    assert gone.status_code == 409
    assert "Tiden er ikke ledig mere." in gone.content.decode()
    assert len(keys(gone.content.decode())) == 3


def test_a_page_of_times_that_is_older_than_the_frame_takes_none(town, signed_in):
    # given Karen's page with times, and that Jytte makes the meeting shorter meanwhile
    met = prepared_meeting(town)
    ids, karen = [met.course_id, met.id], signed_in(met.karen)
    shown = karen.get(reverse("find_time", args=ids)).content.decode()
    with as_(met.lived.citizen):
        shorter = frame(minutes_long=30)
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=shorter)
    # when she takes one, then it says so, with the times as they are now
    sent = {"key": keys(shown)[1], "seen": seen_in(shown)}
    late = karen.post(reverse("choose_time", args=ids), sent)
    anew = late.content.decode()
    assert late.status_code == 409
    assert "Mødet er ændret, siden du åbnede siden." in anew
    assert "30 minutter" in anew
    with as_(met.karen):
        assert queries.meeting(met.id).frame_agreed_at is not None
    again = {"key": keys(anew)[1], "seen": seen_in(anew)}
    assert karen.post(reverse("choose_time", args=ids), again).status_code == 302


def test_when_nobody_can_it_says_who_is_in_the_way(town, signed_in):
    met = prepared_meeting(town)
    with as_(met.karen):
        models.Meeting.objects.filter(id=met.id).update(weekdays=[6])
    shown = signed_in(met.karen).get(reverse("find_time", args=[met.course_id, met.id]))
    assert "Vi fandt ingen tid. Karen Koordinator har ingen tid" in shown.content.decode()
    assert '<details class="lf-more" open>' in shown.content.decode(), "what she would rather"


def test_a_called_meeting_that_is_moved_asks_for_her_yes_so_that_the_others_hear(town, signed_in):
    met = prepared_meeting(town, call=True)
    ids = [met.course_id, met.id]
    karen, jytte = signed_in(met.karen), signed_in(met.lived.citizen)
    page, yes = reverse("prepare_meeting", args=ids), reverse("agree_frame", args=ids)
    assert yes not in karen.get(page).content.decode()
    shown = karen.get(reverse("find_time", args=ids)).content.decode()
    sent = {"key": keys(shown)[2], "seen": seen_in(shown)}
    karen.post(reverse("choose_time", args=ids), sent)
    waits = karen.get(page).content.decode()
    assert "Er tid eller sted nyt, får de andre først besked, når" in waits
    assert yes in waits
    hers = "Siger du ja, får de andre en ny tid eller et nyt sted at vide."
    shown = jytte.get(page).content.decode()
    assert hers in shown
    jytte.post(yes, {"seen": seen_in(shown)})
    assert yes not in karen.get(page).content.decode()


def test_every_language_begins_with_a_capital():
    assert [said for _code, said in languages() if not said[0].isupper()] == []


def test_who_reads_the_meeting_sees_the_times_and_chooses_none(town, signed_in):
    met = prepared_meeting(town, call=True)
    client = signed_in(town.anna)
    shown = client.get(reverse("find_time", args=[met.course_id, met.id])).content.decode()
    assert keys(shown) == []
    answer = client.post(
        reverse("choose_time", args=[met.course_id, met.id]), {"key": "2031-01-01T08:00|"}
    )
    assert answer.status_code == 403
