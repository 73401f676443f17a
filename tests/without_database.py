"""A plugin for pytest: only the tests that need no database (`-p tests.without_database`)."""

import pytest

NEEDS_A_DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The others are left out, and said to be."""
    others = [item for item in items if NEEDS_A_DATABASE & _used(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in others]


def _used(item: pytest.Item) -> set[str]:
    marked = {"db"} if item.get_closest_marker("django_db") else set()
    return {*getattr(item, "fixturenames", ()), *marked}
