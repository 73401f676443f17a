"""Making the tables: Django's migrations at a small part of the cost.

For each change Django makes the classes of all models anew that are tied to the changed one,
however far away: nearly every one here, some hundred classes three hundred times, which took four
fifths of the time. What adds, removes or alters a column reads the changed model and the names of
those it points to, so only that one is made anew. A migration that alters a key, to which others
may point, or does anything rare begins with all of them made anew, and goes Django's way.
"""

import pkgutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.commands import migrate as command
from django.db import connection
from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
    Migration,
    RemoveConstraint,
    RemoveField,
    RemoveIndex,
    RunPython,
    RunSQL,
)
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

Named = tuple[str, str]
"""A migration: its room, and its name there."""
Tell = Callable[[int, int], None]
"""Told how many migrations are applied, and of how many."""

ALONE = (
    AddConstraint, AddField, AddIndex, CreateModel, RemoveConstraint, RemoveField, RemoveIndex,
    RunPython, RunSQL,
)  # fmt: skip
"""Changes that no other model's class has to be made anew for."""


class LeanState(ProjectState):
    """What the models are after so many migrations; its classes are made anew as `alone` says.

    `is_delayed` is Django's own mark of classes that point to older ones: who needs all of them
    (`RunPython`) has them made.
    """

    alone = False

    def clone(self) -> "LeanState":
        """A copy, for how it was before a change; Django's would be a plain one."""
        copy = LeanState({key: model.clone() for key, model in self.models.items()}, self.real_apps)
        if "apps" in self.__dict__:
            copy.apps = self.apps.clone()
        copy.is_delayed, copy.alone = self.is_delayed, self.alone
        return copy

    def meets(self, migration: Migration, *, backwards: bool = False) -> None:
        """A migration comes. What others may point to meets no class that points to an older one,
        nor does what goes back by Python, for which Django does not ask.
        """
        asks = backwards and any(isinstance(one, RunPython) for one in migration.operations)
        self.alone = not asks and all(
            concerns_one(one, self, migration) for one in migration.operations
        )
        if not self.alone:
            self.clear_delayed_apps_cache()

    def reload_model(self, app_label: str, model_name: str, delay: bool = False) -> None:
        """A model has changed: its class is made anew."""
        if not self.alone:
            super().reload_model(app_label, model_name, delay)
        elif "apps" in self.__dict__:
            self.is_delayed = True
            self._reload({(app_label, model_name)})  # type: ignore[attr-defined]


class LeanExecutor(MigrationExecutor):
    """Applies migrations to a lean state, and tells how far it is."""

    def __init__(self, *given: Any, tell: Tell | None = None) -> None:
        """`tell` is called after each."""
        super().__init__(*given)
        self.tell, self.applied, self.planned = tell, 0, 0

    def migrate(self, targets: Any, plan: Any = None, *given: Any, **named: Any) -> ProjectState:
        """All of the plan."""
        self.planned = len(plan or [])
        return super().migrate(targets, plan, *given, **named)

    def _create_project_state(self, with_applied_migrations: bool = False) -> LeanState:
        state = super()._create_project_state(with_applied_migrations)  # type: ignore[misc]
        return LeanState(state.models, state.real_apps)

    def apply_migration(
        self, state: ProjectState, migration: Migration, *given: Any, **named: Any
    ) -> ProjectState:
        """One migration."""
        if isinstance(state, LeanState):
            state.meets(migration)
        after = super().apply_migration(state, migration, *given, **named)
        self.applied += 1
        if self.tell:
            self.tell(self.applied, self.planned)
        return after

    def _migrate_all_backwards(
        self, plan: Any, full_plan: list[tuple[Migration, bool]], fake: bool
    ) -> ProjectState:
        for migration, _backwards in full_plan:  # how it was before each is found out going forth
            vars(migration)["mutate_state"] = partial(_mutated, migration)
        return super()._migrate_all_backwards(plan, full_plan, fake)  # type: ignore[misc, no-any-return]

    def unapply_migration(
        self, state: ProjectState, migration: Migration, *given: Any, **named: Any
    ) -> ProjectState:
        """One migration, taken back."""
        if isinstance(state, LeanState):
            state.meets(migration, backwards=True)
        return super().unapply_migration(state, migration, *given, **named)


def _mutated(migration: Migration, state: ProjectState, preserve: bool = True) -> ProjectState:
    if isinstance(state, LeanState):
        state.meets(migration)
    return Migration.mutate_state(migration, state, preserve)


def concerns_one(change: Any, state: LeanState, migration: Migration) -> bool:
    """Does the change read no model but its own? A key that is altered alters what points to it."""
    if not isinstance(change, AlterField):
        return isinstance(change, ALONE)
    before = state.models.get((migration.app_label, change.model_name_lower))
    old = before.fields.get(change.name) if before else None
    return old is not None and not (old.unique or change.field.unique)


class Command(command.Command):
    """Django's command, which asks for its executor by a name of its module."""

    tell: Tell | None = None

    def handle(self, *names: Any, **options: Any) -> None:
        """As Django's, with the lean executor."""
        named = vars(command)
        named["MigrationExecutor"] = partial(LeanExecutor, tell=self.tell)
        try:
            super().handle(*names, **options)
        finally:
            named["MigrationExecutor"] = MigrationExecutor


def migrate(*names: str, tell: Tell | None = None) -> None:
    """Bring the tables up to date as their owner; to one migration of one room when named."""
    asked = Command()
    asked.tell = tell
    call_command(asked, *names, database="owner", interactive=False, verbosity=0)


def known() -> set[Named]:
    """The migrations of this code, by the names of their files: none of them is imported."""
    folders = ((app.label, Path(app.path) / "migrations") for app in apps.get_app_configs())
    return {(room, one.name) for room, folder in folders for one in pkgutil.iter_modules([folder])}


def applied() -> set[Named]:
    """The migrations that the database has behind it; none where it has no tables.

    Asked on a line of its own, closed again, and of no pool: a server that splits into processes
    would share what lies open, and each would answer in the other's transaction.
    """
    asked = connection.copy()
    asked.settings_dict["OPTIONS"].pop("pool", None)
    try:
        with asked.cursor() as cursor:
            cursor.execute("select to_regclass('django_migrations') is not null")
            if cursor.fetchone() == (False,):
                return set()
            cursor.execute("select app, name from django_migrations")
            return set(cursor.fetchall())
    finally:
        asked.close()
