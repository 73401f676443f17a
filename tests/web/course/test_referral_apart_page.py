"""Keeping a referral apart, without script."""

from tests.factories.referrals import referred


def test_in_the_browser_without_script(town, signed_in):
    sent = referred(town)
    client = signed_in(town.karen)
    where = f"/henvendelser/{sent.id}/"
    assert "Hold henvendelsen adskilt" in client.get(where).content.decode()
    said = {"why": "colleague", "known_to": str(town.mads.person_id)}
    assert client.post(f"{where}adskilt/", said).status_code == 302
    assert client.get(where).status_code == 404
    hers = signed_in(town.mads)
    shown = hers.get(where).content.decode()
    assert "Kun Mads Makker og den daglige leder ser den" in shown
    assert ", holdt adskilt" in hers.get("/henvendelser/").content.decode()
    assert hers.post(f"{where}adskilt/", {"why": "no_more"}).status_code == 302
    assert client.get(where).status_code == 200
