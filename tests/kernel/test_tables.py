"""Migrations at less cost: which classes are made anew, and which change needs all of them."""

import pytest
from django.db import migrations, models
from django.db.migrations.state import ModelState

from landfast.kernel.tables import LeanState, concerns_one

HOUSE, ROOM = ("town", "house"), ("town", "room")


def town() -> LeanState:
    state = LeanState()
    state.add_model(ModelState("town", "House", [
        ("id", models.AutoField(primary_key=True)), ("code", models.CharField(unique=True)),
        ("name", models.CharField()),
    ]))  # fmt: skip
    state.add_model(ModelState("town", "Room", [
        ("id", models.AutoField(primary_key=True)),
        ("house", models.ForeignKey("town.House", models.CASCADE)),
    ]))  # fmt: skip
    return state


def grown(state: LeanState) -> LeanState:
    """A copy in which the house has got a colour."""
    after = state.clone()
    after.alone = state.alone
    after.add_field(*HOUSE, "colour", models.CharField(), preserve_default=True)
    return after


def test_only_the_changed_model_is_made_anew_and_the_copy_keeps_the_old_one():
    before = town()
    before.alone = True
    house, room = before.apps.get_model(*HOUSE), before.apps.get_model(*ROOM)
    after = grown(before)
    assert after.apps.get_model(*ROOM) is room
    assert after.apps.get_model(*HOUSE) is not house
    assert after.apps.get_model(*HOUSE)._meta.get_field("colour")
    assert before.apps.get_model(*HOUSE) is house


def test_who_needs_all_classes_gets_them():
    state = town()
    state.alone = True
    state.apps.get_model(*ROOM)
    state = grown(state)
    state.clear_delayed_apps_cache()  # as RunPython does
    pointed_to = state.apps.get_model(*ROOM)._meta.get_field("house").remote_field.model
    assert pointed_to is state.apps.get_model(*HOUSE)


def test_what_is_not_alone_goes_djangos_way():
    state = town()
    room = state.apps.get_model(*ROOM)
    state = grown(state)
    again = state.apps.get_model(*ROOM)
    assert again is not room
    assert again._meta.get_field("house").remote_field.model is state.apps.get_model(*HOUSE)


@pytest.mark.parametrize(("change", "alone"), [
    (migrations.AddField("house", "colour", models.CharField()), True),
    (migrations.AlterField("house", "name", models.CharField(max_length=9)), True),
    (migrations.AlterField("house", "name", models.CharField(unique=True)), False),
    (migrations.AlterField("house", "code", models.CharField()), False),
    (migrations.AlterField("house", "id", models.BigAutoField(primary_key=True)), False),
    (migrations.AlterField("shed", "id", models.BigAutoField(primary_key=True)), False),
    (migrations.RenameModel("House", "Home"), False),
    (migrations.AlterModelTable("house", "home"), False),
])  # fmt: skip
def test_a_key_or_a_name_that_others_may_point_to_is_not_alone(change, alone):
    assert concerns_one(change, town(), migrations.Migration("0002", "town")) is alone


def test_what_goes_back_by_python_has_all_classes_made_anew():
    state = town()
    state.alone = True
    state.apps.get_model(*ROOM)
    state = grown(state)
    one = migrations.Migration("0002", "town")
    one.operations = [migrations.RunPython(print, print)]
    state.meets(one)
    assert state.alone
    state.meets(one, backwards=True)
    assert not state.alone
    pointed_to = state.apps.get_model(*ROOM)._meta.get_field("house").remote_field.model
    assert pointed_to is state.apps.get_model(*HOUSE)
