"""What is told twice is saved once (moment 6)."""

import pytest

from landfast.plan import actions, queries
from landfast.plan.actions import Report
from landfast.plan.rules.words import AgreementState
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def course(town):
    return with_team(town, town.bo, town.anna)


def tells(actor, agreement, version, report=Report.NOT_KEPT, because="Vejen var lukket"):
    with as_(actor):
        actions.report_agreement(
            actor=actor, agreement_id=agreement, report=report, because=because, version=version
        )


def test_the_same_words_from_the_same_page_are_saved_once(town, course):
    agreement = accepted(town, course, town.bo)
    with as_(town.bo):
        version = queries.agreement(agreement, course.id).version
    for _ in range(3):
        tells(town.bo, agreement, version)
    with as_(town.bo):
        changes = queries.history(agreement)
        assert queries.agreement(agreement, course.id).state == AgreementState.BROKEN
    assert [change.act for change in changes].count("break") == 1


def test_other_words_another_person_or_no_page_are_not_the_same(town, course):
    agreement = accepted(town, course, town.bo)
    with as_(town.bo):
        version = queries.agreement(agreement, course.id).version
    tells(town.bo, agreement, version)
    for actor, seen, words in (
        (town.bo, version, {"because": "Noget andet"}), (town.bo, version, {"report": Report.KEPT}),
        (town.karen, version, {}), (town.bo, None, {}), (town.bo, version - 1, {}),
    ):  # fmt: skip
        with refused("agreement_moved_on"):
            tells(actor, agreement, seen, **words)
