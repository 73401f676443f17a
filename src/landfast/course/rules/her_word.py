"""What is hers to say is written down by somebody else only as what she has said (domain 0.4)."""

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

SAID_BY_HER = da("Sæt kun kryds, når borgeren selv har sagt det. Spørg, og gem så.")


def check_her_word(*, is_citizen: bool, citizen_said_so: bool, words: str = SAID_BY_HER) -> None:
    """She says it herself, or whoever writes has asked her; `words` say what to ask (S004 §5.2)."""
    if not (is_citizen or citizen_said_so):
        raise Wrong("not_the_citizens_word", words, "citizen_said_so")
