"""Acts as sentences; to the citizen her own are "du"."""

from django.utils.translation import gettext

from landfast.insight.relay import Did, Kind
from landfast.kernel.text import da
from landfast.plan.rules.words import Act

ACTS: dict[Act, str] = {
    Act.PROPOSE: da("%(who)s foreslog »%(what)s«."),
    Act.WITHDRAW: da("%(who)s trak forslaget tilbage: »%(what)s«."),
    Act.NOTE: da("%(who)s skrev ned, hvad der er fortalt udefra: »%(what)s«."),
    Act.ACCEPT: da("%(who)s sagde ja til »%(what)s«."),
    Act.OFFER: da("%(who)s foreslog andre ord eller en anden dato for »%(what)s«."),
    Act.DECLINE: da("%(who)s sagde nej til »%(what)s«."),
    Act.START: da("%(who)s gik i gang med »%(what)s«."),
    Act.KEEP: da("%(who)s fortalte, at det er gjort: »%(what)s«."),
    Act.KEEP_PARTLY: da("%(who)s fortalte, at noget af det er gjort: »%(what)s«."),
    Act.BREAK: da("%(who)s fortalte, at det ikke blev til noget: »%(what)s«."),
    Act.TAKE_BACK: da("%(who)s sagde, at det ikke passede: »%(what)s«."),
    Act.TALK: da("%(who)s talte om »%(what)s«."),
    Act.REPLACE: da("%(who)s sagde ja til noget nyt i stedet for »%(what)s«."),
    Act.LAPSE: da("%(who)s fortalte, at der ikke er brug for det mere: »%(what)s«."),
    Act.GRANT: da("%(who)s skrev lederens ja ind: »%(what)s«."),
    Act.NAME: da("%(who)s spurgte en fra enheden om »%(what)s«."),
    Act.TAKE_OVER: da("%(who)s tog over: »%(what)s«."),
    Act.HAND_BACK: da("%(who)s sagde nej til at tage over: »%(what)s«."),
    Act.LEAVE: da("Forløbet sluttede. Så sluttede »%(what)s« med det."),
    Act.OFFER_AGAIN: da("Forløbet begyndte igen. Der er spurgt igen om »%(what)s«."),
    Act.HERS_YES: da("%(who)s sagde, at det skete: »%(what)s«."),
    Act.HERS_NO: da("%(who)s sagde, at det ikke skete: »%(what)s«."),
    Act.HERS_OTHER: da("%(who)s sagde, at det skete på en anden måde: »%(what)s«."),
    Act.HERS_BACK: da("%(who)s tog sit ord tilbage om »%(what)s«."),
    Act.END: da("%(who)s afsluttede spørgsmålet til en leder. Så sluttede »%(what)s«."),
}
KINDS: dict[Kind, str] = {
    Kind.MEETING: da("Der blev holdt møde (%(what)s). %(who)s ledte det."),
    Kind.MINUTES: da("%(who)s sendte referatet ud."),
    Kind.JOINED: da("%(who)s kom med: %(what)s."),
    Kind.LEFT: da("%(who)s er ikke med mere."),
}


def said(one: Did, *, to_citizen: bool) -> str:
    """One act as it is read."""
    who = gettext("Du") if one.by_citizen and to_citizen else one.who
    sentence = ACTS[one.act] if one.act else KINDS[one.kind]
    return gettext(sentence) % {"who": who, "what": one.what}
