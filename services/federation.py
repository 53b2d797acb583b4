"""Signs in whom the council's identity provider names, where that is an officer of ours."""

import secrets

from core.errors import SignInFailed
from services.house import House, naive_utc

BOUND = "council account bound"


def sign_in_as(house: House, subject: str, email: str) -> str:
    """A session token for the officer of this account at the provider.

    The first time an officer is found by their address, and their account is bound to them. From
    then on only the subject counts: an address that somebody else takes over opens nothing.

    Raises:
        SignInFailed: there is no such officer, they were stopped, or the address is bound to
            another account.
    """
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        officer_id = books.signing.of_subject(subject)
        if officer_id is None:
            officer_id = books.signing.bind(email.strip(), subject) if email.strip() else None
            if officer_id is not None:
                books.invitations.drop(officer_id)  # they are here, and need it no more
                books.audit.append(house.now().isoformat(), officer_id, BOUND)
        token = None if officer_id is None else secrets.token_urlsafe(32)
        if officer_id is not None and token is not None:
            books.officers.open_session(officer_id, token, now)
            books.audit.append(house.now().isoformat(), officer_id, "signed in", "", "council")
    if token is None:
        raise SignInFailed
    return token
