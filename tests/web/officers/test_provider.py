"""Which address of somebody at the council's provider may find an officer."""

from web.officers.provider import email_of


def test_an_address_that_the_provider_has_not_checked_finds_nobody() -> None:
    told = {"email": "sam@council.example"}
    for unchecked in (False, "false", None, 0):
        assert email_of(told | {"email_verified": unchecked}) == ""
    for checked in (told | {"email_verified": "true"}, {"preferred_username": told["email"]}):
        assert email_of(checked) == "sam@council.example"
