"""Her page read to her, for who cannot read it: by a voice of her own machine, or not at all."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.factories.lived import lived_course
from tests.factories.town import build_town

pytestmark = pytest.mark.browser

LONGEST = 200
ENDS_IN_A_DAY = re.compile(r"\d\.$")
A_MACHINE = """() => {
  window.voices = []; window.queue = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  for (const [name, value] of Object.entries({
    getVoices: () => voices,
    speak: (words) => queue.push([words.text, words.lang, words.voice.name]),
    cancel: () => { queue.length = 0; },
  })) Object.defineProperty(speechSynthesis, name, { value });
  Object.defineProperty(speechSynthesis, "speaking", { get: () => queue.length > 0 });
}"""
"""A machine with no voice yet, which keeps what it is to say: a browser of a test has none."""
GETS = """voice => { voices.push(voice);
  speechSynthesis.dispatchEvent(new Event("voiceschanged")); }"""
IN_A_CLOUD = {"name": "Sky", "lang": "da-DK", "localService": False}
ENGLISH = {"name": "Moira", "lang": "en-IE", "localService": True}
HERS = {"name": "Sara", "lang": "da-DK", "localService": True}


def test_a_voice_of_her_machine_reads_from_the_top_and_stops_at_a_touch(site: Site):
    site.account(lived_course(build_town()).citizen, "jytte-lytter")
    page = site.signed_in("jytte-lytter").sees("Hej Jytte").page
    aloud = page.get_by_role("button", name="Læs siden højt, eller stop")
    page.evaluate(A_MACHINE)
    # what is said here goes to nobody's cloud, and Danish is not read in English
    for voice in (IN_A_CLOUD, ENGLISH):
        page.evaluate(GETS, voice)
        expect(aloud).to_be_hidden()
    page.evaluate(GETS, HERS)
    aloud.click()
    queue = page.evaluate("queue")
    said = [text for text, _language, _voice in queue]
    assert {(language, voice) for _text, language, voice in queue} == {("da-DK", "Sara")}
    wanted = ["Hej Jytte", "Du har et møde.", "Karen Koordinator", "Mine ønsker", "Se min plan"]
    places = [said.index(words) for words in wanted]
    assert places == sorted(places)
    assert aloud.inner_text() not in said
    # a day and an hour are said in one breath
    assert [one for one in said if one.endswith((" kl.", "Kl.")) or ENDS_IN_A_DAY.search(one)] == []
    assert max(map(len, said)) <= LONGEST
    aloud.click()
    assert page.evaluate("queue") == []
