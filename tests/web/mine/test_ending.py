"""When a course has ended as planned, the citizen reads how, and how to come back."""

from django.urls import reverse

from tests.factories.courses import started_course


def test_the_citizen_reads_what_was_done_and_who_carries_on(town, signed_in):
    # given a course that ended as planned
    lived = started_course(town)
    karen = signed_in(town.karen)
    for page, said in (
        ("activate_course", {}),
        ("begin_closing", {"reason": "Målene er nået"}),
        ("close_course", {"done": "Bolig", "not_done": "Gælden", "who_carries_on": "Bo kommer",
                          "way_back": "Ring til os", "talk_declined": "on"}),
    ):  # fmt: skip
        assert karen.post(reverse(page, args=[lived.id]), said).status_code == 302
    # when she opens her page, then all of it stands there, with the way back on top
    text = signed_in(lived.citizen).get("/mit/").content.decode()
    for words in ("Det nåede vi", "Gælden", "Bo kommer", "Ring til os", "Begynd igen"):
        assert words in text
