"""An organisation's rules of what is worth a look: which are on, from when, who changed them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.houses import kept_by
from landfast.access.looks import oversight
from landfast.access.rules import Permission
from landfast.files import actions as files
from landfast.files.rules import Upload
from landfast.kernel.refusals import NotAllowed, NotFound, Wrong
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.people.queries import OrganisationRow
from landfast.redthread import actions as redthread
from landfast.redthread.queries import choosing
from landfast.redthread.queries.choosing import GroundRow, SettingRow
from landfast.redthread.rules.choosing import LIVED, Chosen
from landfast.redthread.rules.choosing import chosen as chosen_of
from landfast.redthread.rules.measures import uses
from landfast.redthread.rules.rule import Rule


@dataclass(frozen=True)
class KeptRules:
    """One organisation's rules as they stand, every choice that led there, and its grounds."""

    organisation: OrganisationRow
    chosen: Chosen
    choices: list[SettingRow]
    grounds: list[GroundRow]

    @property
    def ground(self) -> GroundRow | None:
        """The ground that stands."""
        return next((one for one in self.grounds if not one.withdrawn_at), None)

    def of(self, rule: Rule) -> list[SettingRow]:
        """The choices about a rule, the newest first."""
        names = {rule.code, *uses(rule.code)}
        return [row for row in self.choices if row.name in names]


def keeps(actor: Actor) -> list[OrganisationRow]:
    """The organisations whose rules the actor keeps."""
    ids = set(kept_by(actor, Permission.RULES_KEEP))
    if not ids:
        raise NotAllowed("not_your_rules", da("Reglerne passes af organisationens administrator."))
    return people.organisations(ids)


def see_rules(actor: Actor) -> list[KeptRules]:
    """The rules of each."""
    return [_kept(one) for one in keeps(actor)]


def see_ours(actor: Actor, organisation_id: UUID) -> KeptRules:
    """The rules of one of them."""
    for one in keeps(actor):
        if one.id == organisation_id:
            return _kept(one)
    raise NotFound


def see_rule(actor: Actor, organisation_id: UUID, code: str) -> tuple[KeptRules, Rule]:
    """One rule that can look at a course here."""
    for rule in LIVED:
        if rule.code == code:
            return see_ours(actor, organisation_id), rule
    raise NotFound


def see_what_goes(actor: Actor, organisation_id: UUID) -> tuple[KeptRules, int]:
    """Before a ground is taken back: the rules as they stand, and how many signs go with it."""
    kept = see_ours(actor, organisation_id)
    if kept.ground is None:
        raise NotFound
    return kept, choosing.signs_kept(organisation_id)


def see_grounds(actor: Actor) -> list[tuple[OrganisationRow, list[GroundRow]]]:
    """For the data protection officer: each organisation of theirs, and its grounds for signs."""
    oversight.require_oversight(actor)
    ids = set(kept_by(actor, Permission.LOOKS_OVERSEE))
    return [(one, choosing.grounds_of(one.id)) for one in people.organisations(ids)]


@journey
def record_ground(
    *, actor: Actor, organisation_id: UUID, paper: Upload | None, **told: Any
) -> UUID:
    """A ground in law, with the assessment itself: from now signs may be asked about."""
    if paper is None:
        raise Wrong("no_paper", da("Vælg konsekvensanalysen som PDF eller billede."), "file")
    key = files.keep_document(actor=actor, organisation_id=organisation_id, upload=paper)
    return redthread.record_ground(
        actor=actor, organisation_id=organisation_id, paper_id=key, **told
    )


def _kept(one: OrganisationRow) -> KeptRules:
    choices = choosing.settings_of(one.id)
    grounds = choosing.grounds_of(one.id)
    values = {row.name: row.value for row in reversed(choices)}
    stands = any(not row.withdrawn_at for row in grounds)
    return KeptRules(one, chosen_of(values, signs=stands), choices, grounds)
