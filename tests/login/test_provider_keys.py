"""A provider that does not answer holds up nobody but those who ask it, and them once."""

import threading

import pytest
import urllib3

from landfast.kernel.refusals import NotNow
from landfast.login import provider_keys

THERE, SILENT = "https://svarer.test/keys", "https://tavs.test/keys"


class Answer:
    status, data = 200, b"{}"

    def json(self):
        return {"keys": []}


@pytest.fixture
def asked(monkeypatch):
    """What was asked, in order; the silent one ends in a time-out."""
    found: list[str] = []

    def request(_method, address, **_more):
        found.append(address)
        if address == SILENT:
            raise urllib3.exceptions.TimeoutError
        return Answer()

    provider_keys.forget()
    monkeypatch.setattr(provider_keys._HTTP, "request", request)
    yield found
    provider_keys.forget()


def test_one_that_did_not_answer_is_not_asked_again_at_once(asked, monkeypatch):
    for _ in range(3):
        with pytest.raises(NotNow):
            provider_keys._fetched(SILENT, 3600)
    assert asked == [SILENT]
    provider_keys._fetched(THERE, 3600)
    monkeypatch.setitem(
        provider_keys._failed, SILENT, provider_keys._failed[SILENT] - provider_keys.SILENT
    )
    with pytest.raises(NotNow):
        provider_keys._fetched(SILENT, 3600)
    assert asked == [SILENT, THERE, SILENT]


def test_who_comes_in_by_another_does_not_wait_for_it(asked, monkeypatch):
    waits, goes_on = threading.Event(), threading.Event()

    def request(_method, address, **_more):
        if address == SILENT:
            waits.set()
            goes_on.wait(10)
            raise urllib3.exceptions.TimeoutError
        return Answer()

    monkeypatch.setattr(provider_keys._HTTP, "request", request)
    held = threading.Thread(target=_quietly, args=(SILENT,))
    other = threading.Thread(target=provider_keys._fetched, args=(THERE, 3600), daemon=True)
    held.start()
    try:
        assert waits.wait(5)
        other.start()
        other.join(5)
        assert not other.is_alive()
    finally:
        goes_on.set()
        held.join()


def _quietly(address):
    with pytest.raises(NotNow):
        provider_keys._fetched(address, 3600)
