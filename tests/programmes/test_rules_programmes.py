"""Needs, the roles they imply, and who may coordinate."""

import pytest

from landfast.programmes.rules import (
    NEED_NAMES,
    CoordinationModel,
    NeedArea,
    allows_authority,
    need_roles,
)


@pytest.mark.parametrize(
    ("model", "may"),
    [
        (CoordinationModel.NEUTRAL, False),
        (CoordinationModel.PROVIDER, False),
        (CoordinationModel.CASE_WORKER, True),
        (CoordinationModel.INTAKE_OFFICE, True),
    ],
)
def test_only_two_models_let_authority_coordinate(model, may):
    assert allows_authority(model) is may


def test_every_need_has_a_name_and_roles():
    assert set(need_roles()) == set(NeedArea) == set(NEED_NAMES)
    assert all(row.need is need and row.any_of for need, row in need_roles().items())
