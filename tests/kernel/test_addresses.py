"""What can be a mail address: what was mistyped is found before it is kept."""

import pytest

from landfast.kernel.addresses import can_be_an_address


@pytest.mark.parametrize(
    "text",
    ["bo@eksempel.dk", "bo.b+mit@post.eksempel.dk", "o'hara@eksempel.dk", "b" * 64 + "@e.dk"],
)
def test_these_can(text):
    assert can_be_an_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "bo", "bo@", "@eksempel.dk", "bo@eksempel", "bo@eksempel..dk", "bo@.eksempel.dk",
     "bo@eksempel.dk.", "bo..b@eksempel.dk", ".bo@eksempel.dk", "bo@" + "e" * 64 + ".dk",
     "b" * 65 + "@eksempel.dk", "bo@eksempel.dk\nBcc: alle@eksempel.dk", "bo @eksempel.dk",
     "bo@eksempel.dk,else@eksempel.dk", "Bo <bo@eksempel.dk>", '"bo b"@eksempel.dk',
     "bo@[127.0.0.1]", "bø@eksempel.dk", "bo@eksempæl.dk", "bo@else@eksempel.dk"],
)  # fmt: skip
def test_these_cannot(text):
    assert not can_be_an_address(text)
