"""The citizen's own pages."""

import pytest

from tests.factories.courses import started_course

PAGES = ["/mit/", "/mit/folk/", "/mit/kort/", "/mit/moeder/", "/mit/plan/", "/mit/valg/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens(town, signed_in, path):
    lived = started_course(town)
    response = signed_in(lived.citizen).get(path)
    assert response.status_code == 200, response.content.decode()
