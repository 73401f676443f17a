"""The journey meets: a meeting is prepared, held, and written down (screen 4)."""

from datetime import timedelta

import pytest

from landfast.kernel.clock import DENMARK, now
from landfast.meetings.rules import Stage
from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats, running_meeting
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.plan import wished
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(site: Site):
    town = build_town()
    load_formats()
    for name in ("bo", "karen", "anna"):
        site.account(getattr(town, name), name)
    return town


def ahead(days: int) -> str:
    """A time as a date field wants it."""
    return (now().astimezone(DENMARK) + timedelta(days=days)).strftime("%Y-%m-%dT10:00")


def on(days: int) -> str:
    """A date as a date field wants it."""
    return ahead(days)[:10]


def goes_on(someone: Someone) -> None:
    """Press the one next thing in the room, and wait until the room has changed."""
    with someone.changes_the_room():
        someone.touches += 1
        someone.page.locator("main .lf-bridge").first.click()


def enters(someone: Someone) -> None:
    """Press enter, and wait until the room has changed."""
    with someone.changes_the_room():
        someone.presses("Enter")


def test_a_meeting_from_the_first_theme_to_the_published_minutes(site: Site, town):
    # given Jytte with two in her team, a sister and a wish
    lived = started_course(town)
    for helper, role in ((town.bo, "home_support"), (town.anna, "ward_staff")):
        in_the_team(lived, helper, by=town.karen, role=role)
    named_by_citizen(lived)
    wished(lived)
    site.account(lived.citizen, "jytte")
    jytte = site.signed_in("jytte", PHONE)
    # when she has prepared it, and it has been held and written down, then all was hers first
    bo = she_prepares_it(site, jytte)
    karen = site.signed_in("karen", DESK).goes_to(f"/forloeb/{lived.id}/moeder/")
    it_is_held(karen, bo)
    it_is_written_down(karen, bo, jytte, f"/forloeb/{lived.id}/moeder/")
    # and her page knows the next date, and what was promised
    jytte.goes_to("/").sees("Ringer til udlejer om støjen").sees("om seks uger").finds_no_barrier()


def she_prepares_it(site: Site, jytte: Someone) -> Someone:
    """The citizen chooses theme, people and frame; Bo answers."""
    # when she begins a meeting, and chooses theme, people and frame
    jytte.follows("Mine møder").finds_no_barrier().follows("Bed om et møde").finds_no_barrier()
    jytte.touches_button("Forbered Netværksmøde").sees("Skriv, hvad mødet skal handle om")
    jytte.finds_no_barrier().follows("Skriv et tema").finds_no_barrier()
    jytte.writes("Hvad skal mødet handle om?", "Jeg vil have ro om natten")
    jytte.touches_button("Skriv temaet ned").sees("Temaet er skrevet ned")
    jytte.follows("Vælg en person")
    for guest in ("Bo", "Anna", "Birthe"):
        jytte.picks("Hvem vil du have med?", guest).touches_button("Sæt på listen")
    jytte.finds_no_barrier().follows("Se mødet")
    jytte.follows("Hvor mødet er").writes("Hvor?", "Hjemme hos mig").finds_no_barrier()
    jytte.touches_button("Gem ændringen").sees("Det er gemt")
    jytte.follows("Hvad I ikke skal tale om").writes("Hvad skal der ikke tales om?", "Min søn")
    jytte.touches_button("Gem ændringen").sees("Det er gemt").follows("Hvornår mødet er")
    jytte.writes("Hvornår?", ahead(1)).touches_button("Gem ændringen").sees("Det er gemt")
    jytte.touches_button("Indkald mødet").sees("Mødet er indkaldt").sees("Du kommer selv")
    jytte.finds_no_barrier()
    # then Bo has an invitation, is counted on by duty, and answers in one touch
    bo = site.signed_in("bo", PHONE).follows("Invitationer").finds_no_barrier()
    bo.sees("Kommer (mødepligt)").touches_button("Jeg kommer").sees("Dit svar er sendt")
    return bo


def it_is_held(karen: Someone, bo: Someone) -> None:
    """The citizen first, one at a time; a proposal becomes an agreement; a next date."""
    # when Karen holds it: who is here, the frame, since last, the themes
    karen.follows("Se mødet").sees("Forbered mødet med").finds_no_barrier()
    karen.follows("Åbn mødet før tid").sees("Hvem er her?").finds_no_barrier()
    karen.begins_with_all().sees("Læs den højt").sees("Min søn").finds_no_barrier()
    goes_on(karen)
    karen.sees("Siden sidst").finds_no_barrier()
    goes_on(karen)
    # then the citizen speaks first, one at a time, and is offered the word after each
    spoke = []
    for words in ("Jeg sover to timer", "Vi kan komme om aftenen", "Ja tak", "Vi har en seng",
                  "Ikke i dag", "Du kan sove hos mig", "Det vil jeg"):  # fmt: skip
        spoke.append(karen.page.locator(".lf-turn-name").first.inner_text())
        karen.writes("Hvad blev der sagt?", words)
        goes_on(karen)
        karen.sees(words)
    assert spoke[0] == "Jytte"
    assert spoke[2::2] == ["Jytte"] * 3, "she is offered the word after each"
    assert len(set(spoke[1::2])) == 3, "one at a time"
    # and a proposal is written, for Bo, who says yes on his own login
    karen.opens("Skriv et forslag").writes("Hvad skal der ske?", "Ringer til udlejer om støjen")
    karen.picks("Hvem gør det?", "Bo").writes("Senest hvornår?", on(10))
    karen.writes("Hvornår følger I op?", on(11)).touches_button("Foreslå aftalen")
    karen.sees("Venter på ja fra Bo Bostøtte").finds_no_barrier()
    bo.goes_to("/mine-aftaler/").follows("Svar på forslaget").finds_no_barrier()
    bo.touches_button("Sig ja til aftalen").sees("Nu gælder aftalen")
    # and the closing round ends with a next date
    karen.touches_button("Gå videre fra temaet").sees("Alle temaer er talt igennem")
    karen.touches_button("Gå til afslutningen").sees("har det sidste ord").finds_no_barrier()
    karen.touches_button("Slut mødet, og lav referatet").sees("Skriv en dato, eller sæt kryds")
    karen.writes("Afslutningsrunde", "Det var godt at blive hørt").writes("Næste møde", ahead(42))
    karen.touches_button("Slut mødet, og lav referatet").sees("vis det til borgeren først")
    karen.sees("Vi kan komme om aftenen").finds_no_barrier()


def it_is_written_down(karen: Someone, bo: Someone, jytte: Someone, meetings: str) -> None:
    """Shown to the citizen first, corrected by her, published, on paper."""
    # when the minutes are shown to the citizen first, then she corrects them
    bo.goes_to(meetings).follows("Læs referatet")
    bo.sees("ikke klar til dig endnu").does_not_see("Vi kan komme om aftenen")
    karen.touches_button("Vis det til borgeren").sees("Borgeren ser det først").finds_no_barrier()
    jytte.goes_to("/").sees("Du læser det først").follows("Læs referatet").finds_no_barrier()
    jytte.writes("Vil du rette eller tilføje noget?", "Jeg sagde to timer, ikke tre.")
    jytte.touches_button("Det er set").sees("Nu sender Karen Koordinator det").finds_no_barrier()
    # and they go out to those who were there, with her words in them
    karen.page.reload()
    karen.touches_button("Send referatet ud").sees("Referatet er sendt ud").finds_no_barrier()
    bo.page.reload()
    bo.sees("Jeg sagde to timer, ikke tre.").sees("Aftalt").finds_no_barrier()
    # and the paper is a PDF
    paper = bo.page.request.get(bo.page.get_by_role("link", name="PDF").get_attribute("href") or "")
    assert paper.ok
    assert paper.body().startswith(b"%PDF-")


def test_the_room_is_held_with_tab_and_enter_alone(site: Site, town):
    # given a meeting whose people have come, and Karen with a keyboard
    met = running_meeting(town, Stage.FRAME)
    karen = site.signed_in("karen", DESK)
    karen.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/rum/").sees("Læs den højt")
    # when she walks from the frame to the themes
    for label, seen in (("siden sidst", "Hvordan gik det"), ("Gå til temaerne", "Nu taler")):
        enters(karen.tabs_to(label))
        karen.sees(seen)
    # and writes each turn, then the first button after the words is always the next thing
    for words, button in (("Dårlig søvn", "Gem"), ("Vi ringer", "Gem"), ("Tak", "svarer")):
        enters(karen.tabs_to("Hvad blev der sagt?").types(words).tabs_to(button))
        karen.sees(words)
    # then it is the next one's turn, and the end can be reached the same way
    karen.sees_in(".lf-turn-name", "Anna Afsnit")
    enters(karen.tabs_to("Gå til afslutningen"))
    karen.sees("Gå bordet rundt").sees("Ingen har sagt noget om")
    enters(karen.tabs_to("Gem det til næste møde"))
    karen.tabs_to("Der er ikke aftalt et nyt møde").presses("Space")
    karen.tabs_to("Hvad har I så aftalt?").types("Vi ringer sammen på fredag")
    karen.tabs_to("Slut mødet, og lav referatet").presses("Enter").sees("vis det til borgeren")
