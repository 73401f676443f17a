"""Two people accept the same agreement in the same second: one wins, the other is told."""

from landfast.kernel.refusals import NotNow
from landfast.plan import actions, queries
from landfast.plan.rules.words import Act, AgreementState
from tests.course.test_one_coordinator import acting_as, at_once
from tests.factories.plan import complete as terms
from tests.factories.plan import not_kept, proposed, with_team
from tests.factories.town import as_
from tests.own import settled


def test_two_accept_in_the_same_second_and_the_other_is_told(own_database):
    town = settled()
    lived = with_team(town, town.bo, town.anna)
    agreement = proposed(town, lived, None)
    met = at_once(*(
        acting_as(who, lambda who=who: actions.accept_agreement(actor=who, agreement_id=agreement))
        for who in (town.bo, town.anna)
    ))  # fmt: skip
    assert sorted(type(one).__name__ for one in met) == ["NoneType", "NotNow"]
    [told] = [one for one in met if isinstance(one, NotNow)]
    assert "allerede sagt ja" in told.sentence
    with as_(lived.citizen):
        row = queries.agreement(agreement, lived.id)
        acts = [change.act for change in queries.history(agreement)]
    assert row.state is AgreementState.ACCEPTED
    assert acts == [Act.PROPOSE, Act.ACCEPT]
    assert row.maker.id == (town.bo if met[0] is None else town.anna).person_id


def test_two_new_agreements_instead_of_the_same_broken_one(own_database):
    town = settled()
    lived = with_team(town, town.bo, town.anna)
    broken = not_kept(town, lived, town.bo)
    met = at_once(*(
        acting_as(who, lambda who=who: actions.propose_agreement(
            actor=who, course_id=lived.id, terms=terms(town.karen), maker=town.anna.person_id,
            replaces=broken,
        ))
        for who in (town.karen, town.bo)
    ))  # fmt: skip
    assert sorted(type(one).__name__ for one in met) == ["NoneType", "NotNow"]
