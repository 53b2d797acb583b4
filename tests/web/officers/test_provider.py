"""Which address of somebody at the council's provider may find an officer."""

import pytest

from web.officers.provider import ProviderFailed, ask, email_of


def test_an_address_that_the_provider_has_not_checked_finds_nobody() -> None:
    told = {"email": "sam@council.example"}
    for unchecked in (False, "false", None, 0):
        assert email_of(told | {"email_verified": unchecked}) == ""
    for checked in (told | {"email_verified": "true"}, {"preferred_username": told["email"]}):
        assert email_of(checked) == "sam@council.example"


def test_plain_http_goes_to_this_machine_alone(monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("urllib.request.urlopen", lambda request, **_: asked.append(request))
    for elsewhere in ("localhost.evil.example", "127.0.0.1.evil.example", "localhost@evil.example"):
        with pytest.raises(ProviderFailed):
            ask(f"http://{elsewhere}/")
    assert asked == []
