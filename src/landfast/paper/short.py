"""The words of an SMS and of a note on a telephone's screen: one sentence, about nobody.

Danish, in the signs that an SMS has room for. A neutral one does not say who writes.
"""

NEWS, URGENT, PHONE, ACCOUNT, CHANGED = "news", "urgent", "phone", "account", "changed"

_SAYS = {
    NEWS: "Der er nyt til dig i Landfast. Log ind og læs det: {link}",
    URGENT: "Der er noget i Landfast, du skal se i dag. Log ind: {link}",
    ACCOUNT: "Dit login til Landfast er åbnet igen. Er det ikke dig? Ring til din leder nu.",
    CHANGED: "Din adgangskode til Landfast er skiftet. Er det ikke dig? Ring til din kontakt nu.",
}
_NEUTRAL = {
    NEWS: "Du har en ny besked.",
    URGENT: "Du har en ny besked. Se den i dag.",
    PHONE: "Din kode er {code}. Skriv den der, hvor du bad om den.",
    ACCOUNT: "Dit login er åbnet igen. Er det ikke dig? Ring til din leder nu.",
    CHANGED: "Din adgangskode er skiftet. Er det ikke dig? Ring til din kontakt nu.",
}
NEUTRAL_SUBJECT = "Du har en ny besked"


_ON_SCREEN = {
    NEWS: "Der er nyt til dig.",
    URGENT: "Der er noget, du skal se i dag.",
    ACCOUNT: "Dit login er åbnet igen. Er det ikke dig? Ring til din leder nu.",
    CHANGED: "Din adgangskode er skiftet. Er det ikke dig? Ring til din kontakt nu.",
}


def on_screen(purpose: str, *, is_neutral: bool = False) -> str:
    """What a telephone shows. The telephone itself adds the name of our site."""
    return (_NEUTRAL if is_neutral else _ON_SCREEN)[purpose]


def text(purpose: str, link: str, *, code: str = "", is_neutral: bool = False) -> str:
    """What it says. A code goes to a number that may be somebody else's: it is always neutral."""
    says = _NEUTRAL if is_neutral or purpose == PHONE else _SAYS
    return says[purpose].format(link=link, code=code)
