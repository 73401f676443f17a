"""One world a test, made by the real actions."""

import pytest

from tests.adversary.world import World, build
from tests.factories.shipped import load_shipped
from tests.factories.town import Town


@pytest.fixture
def world(town: Town) -> World:
    """A lived course, and everybody around it."""
    load_shipped()
    return build(town)
