"""The people around her in two windows: the second save is refused and loses nobody's words."""

from django.urls import reverse

from landfast.network import queries
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import as_


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


def fields(page, **words):
    """What the page's form sends, with these words."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in {None, False}} | words


def test_two_who_change_a_member_lose_nothing(town, signed_in):
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    karen, page = signed_in(town.karen), reverse("change_member", args=[lived.id, member])
    first = fields(karen.get(page), helps_with="Henter post")
    second = fields(karen.get(page), mandate="Bestemmer sine egne dage")
    assert karen.post(page, first).status_code == 302
    refused = karen.post(page, second)
    assert "Ordene er ændret imens. Intet er væk." in text(refused)
    assert "Henter post" in text(refused).partition("Det står der nu")[2]
    assert "Bestemmer sine egne dage" in text(refused)
    with as_(lived.citizen):
        [row] = queries.members(lived.id)
    assert (row.helps_with, row.mandate) == ("Henter post", "")


def test_she_and_her_coordinator_write_of_the_same_person(town, signed_in):
    lived = started_course(town)
    relation = named_by_citizen(lived)
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    mine = reverse("change_my_person", args=[lived.id, relation])
    theirs = reverse("change_relation", args=[lived.id, relation])
    older, hers = karen.get(theirs), fields(me.get(mine), is_to_me="Min storesøster")
    assert me.post(mine, hers).status_code == 302
    refused = karen.post(theirs, fields(older, note="Ring efter kl. 16"))
    assert "Ordene er ændret imens." in text(refused)
    assert "Ring efter kl. 16" in text(refused)
    again = fields(refused, is_to_me="Min storesøster", note="Ring efter kl. 16")
    assert karen.post(theirs, again).status_code == 302
    with as_(lived.citizen):
        [row] = queries.relations(lived.id)
    assert (row.is_to_me, row.note) == ("Min storesøster", "Ring efter kl. 16")
