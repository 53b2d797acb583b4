"""Signing in with the council's own accounts (OpenID Connect, such as Entra ID)."""

from dataclasses import dataclass, field

from settings.environment import Environment


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """The council's identity provider; nothing where officers sign in with passwords alone.

    Args:
        issuer: exactly as the provider names itself, for one tenant.
        name: what the button says: "Sign in with ...".
        only: passwords open nothing any more.
    """

    issuer: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    name: str = "your council account"
    only: bool = False


def read_oidc(env: Environment) -> OidcSettings:
    """What the environment says of the provider; all of it or nothing."""
    issuer = env.text("HEARD_OIDC_ISSUER")
    told = OidcSettings(
        issuer=issuer,
        client_id=env.text("HEARD_OIDC_CLIENT_ID"),
        client_secret=env.text("HEARD_OIDC_CLIENT_SECRET"),
        name=env.text("HEARD_OIDC_NAME", "your council account"),
        only=env.flag("HEARD_OIDC_ONLY"),
    )
    if not issuer:
        if told.client_id or told.client_secret or told.only:
            env.problems.append("HEARD_OIDC_ISSUER is missing beside the others for that sign-in.")
        return told
    if not (told.client_id and told.client_secret):
        env.problems.append("HEARD_OIDC_CLIENT_ID and HEARD_OIDC_CLIENT_SECRET are both needed.")
    if not issuer.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        env.problems.append("HEARD_OIDC_ISSUER must begin with https://.")
    if "/common" in issuer or "/organizations" in issuer:
        env.problems.append("HEARD_OIDC_ISSUER must name one tenant, not everybody's accounts.")
    return told
