"""How a page's address is made."""

from uuid import uuid4

import pytest
from django.test import RequestFactory
from django.urls import get_script_prefix, reverse, set_script_prefix

from landfast.web.pages import own_page, to


@pytest.fixture(params=["/", "/kommune/"])
def prefix(request):
    before = get_script_prefix()
    set_script_prefix(request.param)
    yield request.param
    set_script_prefix(before)


@pytest.mark.parametrize(("name", "keys"), [("agreement", 2), ("course", 1), ("monday", 0)])
def test_an_address_is_what_the_resolver_says_under_any_prefix(prefix, name, keys):
    for _ in range(2):
        ids = [uuid4() for _ in range(keys)]
        assert to(name, *ids) == reverse(name, args=ids)
        assert to(name, *ids).startswith(prefix)


def test_only_a_page_of_our_own_is_gone_on_to():
    asked = RequestFactory().get("/", secure=True)
    for ours in ("/mit/", "/mit/?side=2#her", "https://testserver/mandag/"):
        assert own_page(asked, ours) == ours
    for theirs in ("", "https://example.org/", "//example.org/", "javascript:alert(1)",
                   "http://testserver/mandag/"):  # fmt: skip
        assert own_page(asked, theirs) == ""
