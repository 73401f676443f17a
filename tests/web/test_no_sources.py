"""Sources of rules stand in docs/rules.md, and on no screen of who works with a citizen."""

import re

from django.urls import reverse

from tests.factories.courses import assessed_course
from tests.factories.meetings import load_formats

SOURCE = re.compile(r"\bS00\d\b|Kilde:")


def test_neither_the_assessment_nor_the_formats_nor_a_rule_names_its_source(town, signed_in):
    load_formats()
    lived = assessed_course(town)
    dorte = signed_in(town.dorte)
    addresses = [
        reverse("assess", args=[lived.id]), reverse("formats"), reverse("rules_found"),
    ]  # fmt: skip
    for address in addresses:
        page = dorte.get(address)
        assert page.status_code == 200, address
        assert SOURCE.findall(page.content.decode()) == [], address
