"""Mail notices: a real SMTP server on loopback takes or refuses the letters."""

import logging
import smtplib
import ssl
from dataclasses import replace

import pytest
from aiosmtpd.smtp import AuthResult

from core.facts import Notice
from core.ports import CouldNotSend
from notices import mail
from notices.mail import MailSender
from tests.servers.smtp import MailServer

NOTICE = Notice("row-7f3", "safeguarding/mail", "Urgent: please look", "See https://h.test/desk")
DUTY = ("duty@example.org", "deputy@example.org")


@pytest.fixture
def post():
    with MailServer() as server:
        yield server


def sender(post: MailServer, **changed) -> MailSender:
    plain = MailSender(
        host="127.0.0.1", port=post.port, sender="heard@example.org", to=DUTY, starttls=False
    )
    return replace(plain, **changed)


def refusal(one: MailSender) -> CouldNotSend:
    with pytest.raises(CouldNotSend) as caught:
        one.send(NOTICE)
    return caught.value


def test_a_notice_reaches_every_address_of_its_audience(post):
    sender(post).send(NOTICE)
    (letter,) = post.wait_for(1)
    assert letter.to == DUTY
    assert letter.message["Subject"] == "Urgent: please look"
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.message.get_content().strip() == "See https://h.test/desk"


def test_the_same_notice_sent_twice_carries_one_message_id_that_hides_the_row(post):
    sender(post).send(NOTICE)
    sender(post).send(NOTICE)
    first, second = post.wait_for(2)
    assert first.message["Message-ID"] == second.message["Message-ID"]
    assert "row-7f3" not in first.message["Message-ID"]


def test_a_subject_cannot_add_headers(post):
    sender(post).send(Notice("1", "a", "Look\r\nBcc: all@example.org", "b"))
    (letter,) = post.wait_for(1)
    assert letter.to == DUTY
    assert letter.message["Bcc"] is None


def test_a_refused_letter_could_not_send_and_the_reason_repeats_no_address(post):
    post.answer = "451 4.3.0 duty@example.org is busy"
    assert refusal(sender(post)).reason == "mail: the server answered 451"


def test_a_mail_server_out_of_reach_could_not_send():
    with MailServer() as gone:
        pass
    assert refusal(sender(gone)).reason == "mail: ConnectionRefusedError"


def test_a_mail_server_that_hangs_is_given_up(post, monkeypatch):
    monkeypatch.setattr(mail, "PATIENCE_S", 0.2)
    post.delay = 1.0
    assert refusal(sender(post)).reason == "mail: SMTPServerDisconnected"


def test_no_letter_goes_in_the_open_when_encryption_is_asked_for(post):
    assert refusal(sender(post, starttls=True)).reason.startswith("mail: ")
    assert post.letters == []


def test_a_server_that_cannot_prove_who_it_is_gets_no_letter(certificate):
    with MailServer(tls=certificate) as post:
        error = refusal(sender(post, starttls=True))
        assert error.reason == "mail: the connection could not be made safe"
        assert post.letters == []


def test_a_letter_travels_encrypted_to_a_server_that_proves_who_it_is(certificate, monkeypatch):
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    with MailServer(tls=certificate, options={"require_starttls": True}) as post:
        sender(post, starttls=True).send(NOTICE)
        post.wait_for(1)


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_a_server_that_asks_for_a_password_gets_it():
    seen = []

    def admit(server, session, envelope, mechanism, data):
        seen.append((data.login, data.password))
        return AuthResult(success=True)

    options = {"authenticator": admit, "auth_required": True, "auth_require_tls": False}
    with MailServer(options=options) as post:
        sender(post, user="heard", password="hush").send(NOTICE)
        post.wait_for(1)
    assert seen[0] == (b"heard", b"hush")


def test_one_wrong_address_does_not_write_to_the_right_one_for_ever(post, caplog):
    def refuse_deputy(self, to, *_):
        return (550, b"no") if to.startswith("deputy") else (250, b"ok")

    with pytest.MonkeyPatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(smtplib.SMTP, "rcpt", with_real(refuse_deputy))
        sender(post).send(NOTICE)
    assert post.wait_for(1)[0].to == ("duty@example.org",)
    assert "mail_refused_for_some: 1 of 2" in caplog.text
    assert "example.org" not in caplog.text


def with_real(refuse):
    real = smtplib.SMTP.rcpt

    def rcpt(self, to, options=()):
        answer = refuse(self, to)
        return answer if answer[0] == 550 else real(self, to, options)

    return rcpt


def test_no_log_holds_a_notice_or_an_address(post, caplog):
    with caplog.at_level(logging.DEBUG, logger="heard"):
        sender(post).send(NOTICE)
        post.answer = "550 no"
        refusal(sender(post))
    for kept in ("example.org", "row-7f3", "please look"):
        assert kept not in caplog.text


def test_a_letter_that_cannot_be_built_could_not_send_and_holds_up_nobody(post):
    with pytest.raises(CouldNotSend):
        sender(post, to=("dütÿ\ud800@example.org",)).send(NOTICE)
