"""Mandates in words: what a role may promise alone, the same on every page that says it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.directory.rules.mandates import SERVICE_NAMES, Mandate


def kroner(amount: int) -> str:
    """An amount as it is written in Danish: 12.500 kr."""
    return f"{amount:,}".replace(",", ".") + " kr."


def limits(mandate: Mandate) -> str:
    """How much and for how long; without a limit that is said."""
    amount, weeks = mandate.amount, mandate.weeks
    if amount is None and weeks is None:
        return _("uden loft")
    said = _("op til %(amount)s") % {"amount": kroner(amount)} if amount is not None else ""
    if weeks is None:
        return said
    long = ngettext("i højst %(n)s uge", "i højst %(n)s uger", weeks) % {"n": weeks}
    return f"{said}, {long}" if said else long


def promise_limits(mandate: Mandate) -> str:
    """What may be promised, and its limits, as one line."""
    return f"{_(SERVICE_NAMES[mandate.service])}: {limits(mandate)}"
