"""Languages that an interpreter is asked for in: hers stands on her card (product C2)."""

from enum import StrEnum

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da


class Language(StrEnum):
    """Languages that an interpreter is asked for in. Greenlandic stands first (D)."""

    GREENLANDIC = "greenlandic"
    FAROESE = "faroese"
    SIGN = "sign"
    ARABIC = "arabic"
    ENGLISH = "english"
    FARSI = "farsi"
    KURDISH = "kurdish"
    POLISH = "polish"
    ROMANIAN = "romanian"
    SOMALI = "somali"
    TIGRINYA = "tigrinya"
    TURKISH = "turkish"
    UKRAINIAN = "ukrainian"
    URDU = "urdu"
    VIETNAMESE = "vietnamese"
    OTHER = "other"


LANGUAGES = {
    Language.GREENLANDIC: da("Grønlandsk"),
    Language.FAROESE: da("Færøsk"),
    Language.SIGN: da("Tegnsprog"),
    Language.ARABIC: da("Arabisk"),
    Language.ENGLISH: da("Engelsk"),
    Language.FARSI: da("Farsi"),
    Language.KURDISH: da("Kurdisk"),
    Language.POLISH: da("Polsk"),
    Language.ROMANIAN: da("Rumænsk"),
    Language.SOMALI: da("Somali"),
    Language.TIGRINYA: da("Tigrinya"),
    Language.TURKISH: da("Tyrkisk"),
    Language.UKRAINIAN: da("Ukrainsk"),
    Language.URDU: da("Urdu"),
    Language.VIETNAMESE: da("Vietnamesisk"),
    Language.OTHER: da("Et andet sprog"),
}


def check_language(language: str) -> None:
    """One of the list, or none."""
    if language and language not in list(Language):
        raise Wrong("no_such_language", da("Vælg et sprog på listen."), "language")
