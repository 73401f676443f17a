"""Pages: an organisation's own format, and a format that the programme does not foresee."""

from django.urls import reverse

from landfast.meetings import models, queries
from landfast.meetings.rules.formats import AgendaWhen
from landfast.web.meetings.format_forms import FormatForm, as_said
from tests.factories.courses import some_programme, started_course
from tests.factories.meetings import load_formats
from tests.factories.network import in_the_team
from tests.factories.town import as_


def sent(client, url, **changes):
    """The form as it stood, with changes; what is empty or not ticked is not sent."""
    row = models.Format.objects.get(code=url.split("/")[-3], replaced_at=None)
    said = as_said(queries.current(row.code).form, row.version) | changes
    return client.post(url, typed(said))


def typed(said):
    """What a browser sends: nothing for what is empty or not ticked."""
    return {name: one for name, one in said.items() if one is not None and one is not False}


def test_a_daily_leader_makes_a_format_the_houses_own_and_is_told_what_is_wrong(town, signed_in):
    load_formats()
    client = signed_in(town.dorte)
    page = reverse("formats")
    assert "Netværksmøde i Åben Dialog" in client.get(page).content.decode()
    made = client.post(reverse("copy_format", args=["M-01"]), {"name": "Vores møde"})
    assert made.status_code == 302
    assert client.get(made.url).status_code == 200
    wrong = sent(client, made.url, shortest=90, longest=60)
    assert wrong.status_code == 422
    assert "Det korteste er længere end det længste." in wrong.content.decode()
    unseen = sent(client, made.url, others="listed", roles=None)
    assert "Sæt kryds ved mindst én rolle" in unseen.content.decode()
    right = sent(
        client, made.url, agenda_when="at_start", minute_taker="on", more_role="gp", more_count=1,
        reflects="reflectors", reflectors=2, others="listed", roles=["relative", "gp"], most=2,
        leader="*", within_days=20,
    )  # fmt: skip
    assert right.status_code == 302
    with as_(town.dorte):
        form = queries.current(made.url.split("/")[-3]).form
    assert form.agenda_when is AgendaWhen.AT_START
    assert form.must[-1].roles == {"gp"}
    assert [(one.part, one.least) for one in form.parts] == [
        ("leader", 1), ("reflector", 2), ("minute_taker", 1),
    ]  # fmt: skip
    assert (form.may[0].roles, form.may[0].most) == ({"relative", "gp"}, 2)
    assert form.within_days == 20
    client.post(reverse("withdraw_format", args=[form.code]))
    assert "Vores møde" not in client.get(page).content.decode().split("Sendt med")[0]


def test_others_do_not_keep_formats(town, signed_in):
    load_formats()
    assert signed_in(town.karen).get(reverse("formats")).status_code == 403


def test_the_form_gives_back_every_format_as_it_was(db):
    load_formats()
    for row in queries.formats():
        said = as_said(row.form, row.version)
        data = typed(said)
        form = FormatForm(data, base=row.form)
        assert form.is_valid(), (row.code, form.errors)
        kept = form.form()
        assert (kept.must, kept.agenda_points, kept.citizen, kept.minutes_long) == (
            row.form.must, row.form.agenda_points, row.form.citizen, row.form.minutes_long,
        )  # fmt: skip


def test_what_the_programme_does_not_foresee_takes_a_reason_that_stands(town, signed_in):
    load_formats()
    some_programme(["M-01"])
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    client = signed_in(town.karen)
    listed = client.get(reverse("meetings", args=[lived.id])).content.decode()
    page = reverse("begin_other_meeting", args=[lived.id, "M-05"])
    assert page in listed
    bare = client.post(page, {"reason": ""})
    assert (bare.status_code, "Skriv kort, hvorfor" in bare.content.decode()) == (422, True)
    begun = client.post(page, {"reason": "Hun er netop udskrevet"})
    assert "Hun er netop udskrevet" in client.get(begun.url).content.decode()
    direct = client.post(reverse("meetings", args=[lived.id]), {"format_code": "M-02"})
    assert direct.status_code == 422
    hers = signed_in(lived.citizen)
    own = hers.post(
        reverse("begin_other_meeting", args=[lived.id, "M-05"]), {"csrfmiddlewaretoken": "x"}
    )
    assert own.status_code == 302, "she owes no reason"
    absent = hers.get(reverse("begin_other_meeting", args=[lived.id, "M-06"]))
    assert absent.status_code == 404
