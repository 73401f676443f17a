"""Requests that no browser of ours sends: none breaks the house or tells an outsider a word.

Addresses, methods, fields and headers are drawn from the address map by a seed; `make test` holds a
slice, `make prove` ten thousand of them.
"""

from random import Random

from tests.adversary.world import HERS, addresses, filled, told
from tests.proving import in_parts

ALL = addresses()
EACH = 500
METHODS = ("GET", "GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS")
FIELDS = (
    "answer", "text", "reason", "name", "phone", "cpr", "says", "needs", "urgency", "who_asks",
    "words", "person", "person_id", "course_id", "unit", "unit_id", "role", "topics", "until",
    "purpose", "kind", "on", "happened_on", "date", "time", "starts_on", "ends_on", "version",
    "read_at", "key", "kladde", "tilbage", "naeste", "opkald", "page", "q", "state", "energy",
    "rating", "order", "password", "code", "credential", "sprog", "csrfmiddlewaretoken", "id",
    "username", "email", "logout_token", "outcome", "theme", "closeness", "sphere", "mandate",
)  # fmt: skip
NASTY = (
    "", " ", "\x00", "x" * 9000, "' or '1'='1", "'; drop table course_course; --",
    "<script>1</script>",
    "{{ 7*7 }}", "{% debug %}", "../../etc/passwd", "%s%s%n", "\ufffd",
    "-1", "0", "9" * 40, "1e309", "NaN", "true", "null", "[]", "{}", '{"a": 1}', "2026-02-31",
    "0001-01-01", "9999-12-31", "25:61", "2026-01-01T00:00:00+99:99", "\r\nSet-Cookie: a=b",
    "æøå🙂",
    "\u202e", "a@b", "https://ond.example/", "//ond.example", "yes", "no", "housing", "on",
)  # fmt: skip
HEADERS = (
    {}, {}, {}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Target": "x\x00"},
    {"X-HTTP-Method-Override": "PUT"}, {"X-Forwarded-For": "1, 2, \x00"},
    {"Accept-Language": "*;q=9"},
    {"Referer": "https://ond.example/"}, {"Cookie": "sprog=xx; messages=\x00"},
    {"Range": "bytes=9-1"},
)  # fmt: skip
TYPES = (
    None, None, None, None, "application/json", "text/plain", "application/xml",
    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7",
)  # fmt: skip
LEAVES = {"sign_out", "end_session", "end_other_sessions", "provider_logout"}
"""Whoever is out afterwards tries nothing more."""
READS_ONLY = {"tove"}
"""She employs people: with a lucky guess a post would give somebody a ground."""


def sent(client, dice, world, *, reads=False):
    """One request; which, and its answer."""
    path, pattern = dice.choice(ALL)
    method = dice.choice(METHODS)
    if (reads or pattern.name in LEAVES) and method in {"POST", "PUT", "DELETE"}:
        method = "GET"
    url = filled(path, world, lambda known: dice.choice([*known, dice.choice(NASTY_PATHS)]))
    names = dice.sample(FIELDS, dice.randrange(9))
    fields = {name: value(dice, world) for name in names}
    kind, headers = dice.choice(TYPES), dice.choice(HEADERS)
    if method == "POST" and kind is None:
        return f"POST {url} {fields}", client.post(url, fields, headers=headers)
    if method == "GET":
        return f"GET {url} {fields}", client.get(url, fields, headers=headers)
    body = str(fields).encode("utf-8", "replace")
    answer = client.generic(method, url, body, kind or "text/plain", headers=headers)
    return f"{method} {url} {kind}", answer


NASTY_PATHS = ("x", "0", "%00", "..", "æ", "a" * 300, "00000000-0000-0000-0000-000000000000")


def value(dice, world):
    """Something nasty, or the key of something real."""
    keys = [str(key) for table in world.ids.values() for key in table[:3]]
    return dice.choice([dice.choice(NASTY), dice.choice(keys)])


def try_out(world, seed, number):
    """Outsiders and insiders in turn; how many were answered with a page."""
    dice, pages = Random(seed), 0
    for turn in range(number):
        outside = turn % 2 == 0
        who, client = dice.choice(list((world.outsiders if outside else world.insiders).items()))
        what, answer = sent(client, dice, world, reads=who in READS_ONLY)
        assert answer.status_code < 500, (who, what)
        pages += answer.status_code == 200
        if outside:
            assert told(answer, HERS) == [], (who, what)
    return pages


def test_mutated_requests_break_nothing(world):
    assert try_out(world, "slice", 150) > 4  # some are pages; how many, the address map decides


@in_parts(10_000, EACH)
def test_ten_thousand_mutated_requests_break_nothing(world, seed, record_property):
    record_property("pages", try_out(world, seed, EACH))
    record_property("requests", EACH)
