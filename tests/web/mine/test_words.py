"""The citizen's pages are read by the one with least energy in the room."""

import re

import pytest

from landfast.kernel.danish import WORD, lix
from landfast.meetings.queries import meetings_of
from tests.factories.courses import assessed_course
from tests.factories.lived import lived_course
from tests.factories.town import as_
from tests.web.mine.reading import visible_text

NAMES = (
    "Karen", "Koordinator", "Koordinatorteamet", "Bo", "Bostøtte", "Anna", "Afsnit", "Mads",
    "Makker", "Jytte", "home_support", "ward_staff", "coordinator", "Strandby", "Kommune",
)  # fmt: skip
EASY = 35
ENOUGH = 60

PAGES = {
    "my_course": "/mit/",
    "my_people": "/mit/folk/",
    "my_card": "/mit/kort/",
    "my_offline": "/mit/uden-net/",
    "my_way_out": "/mit/hurtigt-vaek/",
    "my_meetings": "/mit/moeder/",
    "my_plan": "/mit/plan/",
    "my_say": "/mit/valg/",
    "stop": "/mit/{id}/stop/",
    "pause": "/mit/{id}/pause/",
    "about_me": "/mit/{id}/om-mig/",
    "new_person": "/mit/{id}/folk/ny/",
    "new_wish": "/mit/{id}/oensker/nyt/",
    "new_step": "/mit/{id}/skridt/nyt/",
    "sharing": "/forloeb/{id}/deling/",
    "whom_to_share_with": "/forloeb/{id}/deling/ny/",
    "what_may_be_shared": "/forloeb/{id}/deling/emner/",
    "fresh_start": "/forloeb/{id}/deling/frisk-start/",
    "i_am_admitted": "/forloeb/{id}/deling/nu/admitted/",
}

JARGON = re.compile(
    r"§|\b(SKP|OPUS|F-?ACT|ACT|SEL|VUM|CPR|visitation\w*|visitator\w*|visitere\w*|samtykke\w*"
    r"|forrang\w*|tovholder\w*|ressourceperson\w*|myndighed(?!er)\w*|indsats\w*|tværgående"
    r"|tværfaglig\w*|relation\w*|stamdata|målgruppe\w*|mandat\w*|bero|sat i bero)\b",
    re.IGNORECASE,
)


ON_THE_WAY = {
    "plan": "/forloeb/{id}/plan/",
    "wishes": "/forloeb/{id}/oensker/",
    "area": "/forloeb/{id}/oensker/housing/",
    "meetings": "/forloeb/{id}/moeder/",
    "prepare": "/forloeb/{id}/moeder/{meeting}/forbered/",
    "today": "/forloeb/{id}/moeder/{meeting}/i-dag/",
    "minutes": "/forloeb/{id}/moeder/{meeting}/mit-referat/",
    "sharing": "/forloeb/{id}/deling/",
    "find_outside": "/forloeb/{id}/deling/ny/",
    "record": "/mit/{id}/alt/",
    "notices": "/besked/",
    "access": "/min-adgang/",
    "sessions": "/min-adgang/sessioner/",
}
"""The pages that she comes to from her own: each speaks to her in the same words."""


@pytest.fixture
def page(town, signed_in):
    lived = lived_course(town)
    client = signed_in(lived.citizen)
    with as_(lived.citizen):
        [meeting, *_] = meetings_of(lived.id)

    def read(path: str) -> str:
        response = client.get(path.format(id=lived.id, meeting=meeting.id))
        assert response.status_code == 200, path
        return visible_text(response.content.decode(), *NAMES)

    return read


def test_all_pages_are_easy_to_read(page):
    read = {name: page(path) for name, path in (PAGES | ON_THE_WAY).items()}
    hard = {
        name: lix(text)
        for name, text in read.items()
        if len(WORD.findall(text)) >= ENOUGH and lix(text) > EASY
    }
    assert hard == {}
    assert len([text for text in read.values() if len(WORD.findall(text)) >= ENOUGH]) >= 12


def test_no_page_speaks_the_offices_tongue(page):
    found = {name: JARGON.findall(page(path)) for name, path in (PAGES | ON_THE_WAY).items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_citizen_who_waits_reads_easy_words_too(town, signed_in):
    lived = assessed_course(town)
    html = signed_in(lived.citizen).get("/mit/").content.decode()
    text = visible_text(html, *NAMES)
    assert lix(text) <= EASY
    assert not JARGON.search(text)
