"""kill -9 under load: what was acknowledged is there, whatever dies."""

import pytest

pytest.register_assert_rewrite("tests.kills.held")
