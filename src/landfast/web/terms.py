"""Words of the field that a citizen's page uses, in everyday words (docs/glossary.csv).

A page does not say which of them it uses: they are found in what is written on it.
"""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language, gettext

from landfast.kernel.text import da

TERMS = (
    (da("forløb"), da("Den hjælp, vi samler om dig, fra start til slut.")),
    (da("koordinator"), da("Den, der holder styr på det hele sammen med dig.")),
    (da("koordinatorteam"), da("De koordinatorer, der arbejder sammen.")),
    (da("makker"), da("Din anden kontakt. Hjælper, når din koordinator er væk.")),
    (da("bostøtte"), da("En, der kommer hjem til dig og hjælper i hverdagen.")),
    (da("fagperson"), da("En, der hjælper dig som sit arbejde.")),
    (da("pårørende"), da("En i din familie eller en ven, der står dig nær.")),
    (da("netværkskort"), da("En tegning af dem, der er omkring dig.")),
    (da("netværksmøde"), da("Et møde, hvor du og dine folk taler sammen.")),
    (da("åben dialog"), da("En måde at holde møde på, hvor alle bliver hørt.")),
    (da("netværkssamtale"), da("Et møde med få om bordet. Alle bliver hørt.")),
    (da("statusmøde"), da("Et kort møde om, hvordan det går.")),
    (da("analysemøde"), da("Et møde om, hvorfor du er kommet på hospitalet så tit.")),
    (da("sengeafsnit"), da("Den del af hospitalet, hvor man sover.")),
    (da("venteliste"), da("En liste over dem, der venter på en plads.")),
    (da("udskrivningsmøde"), da("Et møde på hospitalet, før du skal hjem.")),
    (da("dagsorden"), da("Listen over det, I skal tale om.")),
    (da("mål- og aftaleskema"), da("Et papir med dine ønsker, og det, I har aftalt.")),
    (da("referat"), da("Det, der bliver skrevet ned fra et møde.")),
    (da("indlæggelse"), da("Når du er på hospitalet og sover der.")),
    (da("udskrivningsaftale"), da("Det, I aftaler om hjælp, når du kommer hjem fra hospitalet.")),
    (da("koordinationsplan"), da("En plan, som hospital og kommune laver sammen med dig.")),
    (da("kvittering"), da("Et papir, der viser, hvad du har sagt ja til.")),
    (da("fuldmagt"), da("Et papir, der viser, at en må gøre noget for dig.")),
    (da("værge"), da("En, som staten har sat til at hjælpe dig med at bestemme.")),
    (da("egen læge"), da("Den læge, du selv går til.")),
)  # fmt: skip
TAG = re.compile(r"<(script|style|svg|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Term:
    """A word and what it means."""

    word: str
    means: str


def terms_in(html: str) -> list[Term]:
    """The words that stand on this page, as many as need to be explained, in the page's order."""
    finding, means = _known(get_language() or "")
    found = finding.findall(TAG.sub(" ", html).lower())  # ignoring case costs three times as much
    return [Term(word, means[word]) for word in dict.fromkeys(found)]


@cache
def _known(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The words of a language, longer ones first: a team of coordinators is not a coordinator."""
    del language  # the words are the language's: it belongs to the key
    means = {gettext(word).lower(): gettext(said) for word, said in TERMS}
    longest = sorted(means, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})"), means
