"""Wires the rooms together from the settings. Only mains call this."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from clock.waking import Waker
from core.facts import Suggestions
from core.ports import Reader, Sender, Tagger
from core.working_days import london_day
from notices.mail import MailSender
from notices.notify import NotifySender
from notices.slack import SlackSender
from services import settling
from services.house import (
    OFFICER,
    PARTICIPATION,
    PERSON,
    SAFEGUARDING,
    TEAM,
    WRITER,
    House,
    utc_now,
)
from services.learning import School
from services.new_themes import Finder
from settings import Settings
from settings.outward import MailSettings, SlackSettings
from storage.store import open_store

MODELS = "var/models"  # versions that officers taught (docs/decisions/0012)
log = logging.getLogger("heard.wiring")


class TaggerMissing(RuntimeError):
    """Tagging did not load: intake keeps the words untagged and raises an alert."""


class LiveReader(Reader, Protocol):
    """The full reader with the school where it is taught."""

    @property
    def school(self) -> School:
        """The versions that officers taught."""
        ...

    @property
    def finder(self) -> Finder:
        """Who gathers what fits nowhere."""
        ...


class NoTagger:
    """Stands in for a tagger that did not load, or where no words are read."""

    def suggest(self, text: str) -> Suggestions:
        """Raise, so that intake does what it does whenever tagging fails."""
        raise TaggerMissing


def build_house(
    settings: Settings,
    wake: Callable[[], None] | None = None,
    *,
    patience_s: float = 2.0,
    tagger: Tagger | None = None,
) -> House:
    """A house with its books open. The stores must be migrated (storage.migrations.upgrade).

    Args:
        wake: called after a commit that put something in the outbox; the clock's own if None.
        patience_s: seconds that a writer waits for the database; the clock has more than a door.
        tagger: another tagger than the usual one, for a main that reads no words.
    """
    urls, anchors = (settings.database_url, settings.keys_url), settings.anchors
    store = open_store(*urls, settings.secrets, patience_s=patience_s, anchors=anchors)
    store.check_keys(london_day(utc_now()))
    house = House(
        store=store,
        tagger=tagger or load_tagger(),
        council=settings.council,
        rules=settings.rules,
        wake=wake or Waker(settings.clock_url),
        channels=channels_of(build_senders(settings)),
        desk_url=f"{settings.public_url}/desk",
        addresses=frozenset(one.casefold() for one in settings.mail.safeguarding),
    )
    _settle(house)
    return house


def _settle(house: House) -> None:
    """Read the council's file into the table once; later say where the two differ."""
    if not settling.seed(house) and (names := settling.differing(house)):
        log.warning("THE DESK COUNTS, not the council's file, for: %s", ", ".join(names))
    for line in (line for line, late in settling.unchecked(house) if late):
        log.warning(
            "HELP LINE NOT CHECKED for six months (last on %s): %s. Ring it, then say so at the "
            "desk under Office, Settings.",
            line.checked_on,
            line.key,
        )


def load_tagger() -> Tagger:
    """The tagger, or one that always fails where tagging cannot be loaded."""
    try:
        from tagging import quick_tagger

        return quick_tagger()
    except Exception as trouble:  # noqa: BLE001 - Heard takes words in even with tagging broken
        log.error("tagging_did_not_load: %s", type(trouble).__name__)
        return NoTagger()


def load_reader() -> LiveReader | None:
    """The full reader, for the clock alone; None where it cannot be loaded, and the log says why.

    It takes a second or two and 90 MB, so the clock asks for it once its notices go out.
    """
    try:
        from tagging import live_tagger

        return live_tagger(Path(MODELS))
    except Exception as trouble:  # noqa: BLE001 - notices go out with tagging broken, too
        log.error("full_reader_did_not_load: %s", type(trouble).__name__)
        return None


def build_senders(settings: Settings) -> dict[str, Sender]:
    """The sender for each channel, such as "safeguarding/mail"; none for what is not set up."""
    slack, mail = settings.slack, settings.mail
    places = {
        SAFEGUARDING: (slack.safeguarding_channel, mail.safeguarding),
        PARTICIPATION: (slack.participation_channel, mail.participation),
    }
    senders: dict[str, Sender] = {}
    if slack.mode != "off":
        senders |= {f"{whom}/slack": _slack_sender(slack, "") for whom in (WRITER, OFFICER, TEAM)}
    for audience, (channel, addresses) in places.items():
        if slack.mode != "off" and channel:
            senders[f"{audience}/slack"] = _slack_sender(slack, channel)
        if mail.works and addresses:
            senders[f"{audience}/mail"] = _mail_sender(mail, addresses)
    if mail.works:
        senders[f"{PERSON}/mail"] = _mail_sender(mail, ())
    return senders


def channels_of(senders: Mapping[str, Sender]) -> dict[str, tuple[str, ...]]:
    """Audience to the channels that it is told by."""
    found: dict[str, tuple[str, ...]] = {}
    for channel in senders:
        audience = channel.partition("/")[0]
        found[audience] = (*found.get(audience, ()), channel)
    return found


def _slack_sender(slack: SlackSettings, channel: str) -> SlackSender:
    return SlackSender(token=slack.bot_token, channel=channel, api_url=slack.api_url)


def _mail_sender(mail: MailSettings, addresses: tuple[str, ...]) -> Sender:
    if mail.notify_key:
        return NotifySender(mail.notify_key, mail.notify_template, addresses, mail.notify_url)
    return MailSender(
        host=mail.host,
        port=mail.port,
        sender=mail.sender,
        to=addresses,
        user=mail.user,
        password=mail.password,
        starttls=mail.starttls,
    )
