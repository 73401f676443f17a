"""One idea a screen, the most used first; what is used seldom waits behind one word (issue 5)."""

import re

import pytest

from landfast.meetings import actions as meetings
from tests.factories.courses import started_course
from tests.factories.emergencies import numbered, opens
from tests.factories.meetings import held_meeting
from tests.factories.town import as_

MOST = 5
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


@pytest.fixture
def me(town, signed_in):
    return signed_in(started_course(town).citizen)


def main(client, path):
    """What stands in the middle of the page."""
    html = client.get(path).content.decode()
    return html.partition("<main")[2].partition("</main")[0]


def unfolded(html):
    """What is seen before anything is opened."""
    return FOLDED.sub("", html)


def test_her_first_page_ends_in_a_few_pages_and_the_rest_behind_one_word(me):
    nav = main(me, "/mit/").partition("more-pages")[2].partition("</nav>")[0]
    assert unfolded(nav).count("<li>") <= MOST
    assert nav.count("<li>") > MOST, "nothing is lost"
    assert nav.count("<details") == 1
    assert "Når jeg får det dårligt" in unfolded(nav), "on a bad day nothing is opened first"


def things(client):
    """What the first page is about, without the way to the other pages."""
    return HEADING.findall(unfolded(main(client, "/mit/").partition("<nav")[0]))


def test_her_first_page_is_at_most_five_things_with_news_and_minutes_to_read(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        numbered(met.lived.citizen_id)
        minutes = meetings.make_minutes(actor=met.karen, meeting_id=met.id)
        meetings.show_minutes(actor=met.karen, minutes_id=minutes)
    opens(town.hire("Nina Nattevagt", town.ward, "ward_staff"))
    seen = things(signed_in(met.lived.citizen))
    assert seen[0] == "Det næste er"
    assert "Nyt til dig" in seen
    assert len(seen) <= MOST, seen


def test_her_choices_begin_with_who_may_read_and_who_has_looked(me):
    page = main(me, "/mit/valg/")
    seen = HEADING.findall(unfolded(page))
    assert seen[:2] == ["Hvem må læse om mig", "Hvem har kigget"]
    assert len(seen) <= MOST
    for idea in ("Delt med andre", "Det vil jeg gerne sige om mig"):
        assert idea in page
        assert idea not in unfolded(page), "it opens by itself"
    assert "Jeg vil stoppe" in unfolded(page), "two touches, whatever else is folded"
    assert "Læs alt om mig" in unfolded(page), "everything about her is one touch away"


def test_how_she_is_told_comes_before_what_was_sent(me):
    page = main(me, "/besked/")
    first = page.index("Hvordan vil du høre fra os?")
    assert first < page.index("Det står der i beskeden")
    assert page.index("Der står aldrig, hvem der skrev") < first, "what it never says is read first"
    assert "Det står der i beskeden" not in unfolded(page)
