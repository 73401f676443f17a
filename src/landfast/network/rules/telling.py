"""Not to be told: whom the citizen keeps out of everything about her (issue 5 §11, product G2)."""

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


def check_may_be_untold(*, holds_course: bool) -> None:
    """Who holds the course must hear of it; for another one she asks (domain A3)."""
    if holds_course:
        raise NotNow(
            "holds_the_course",
            da("Din koordinator skal have besked for at hjælpe. Du kan bede om en anden."),
        )


def check_may_be_let_in(*, is_untold: bool) -> None:
    """Whom she has said is not to be told anything cannot read for her: first she takes it back."""
    if is_untold:
        raise NotNow(
            "not_to_be_told",
            da("Du har sagt, at personen ikke skal have noget at vide. Lav det om først."),
        )
