"""The desk's safeguarding area: alerts, clocks, routes, the rota, and whom a view is about."""

from core.duties import KEEPS_OFFICERS, KEEPS_ROTA, READS_WORDS, SAFEGUARDS
from web.officers import unsent
from web.officers.policy import POST, Access, Page
from web.officers.safeguarding import (
    about,
    contact,
    one,
    overview,
    register,
    rota,
    watchwords,
)

VIEW, ONE = "/views/<view_id>", "/safeguarding/views/<view_id>"
LEAD, READ = Access(SAFEGUARDS), Access(READS_WORDS)
ROTA, KEEP = Access(KEEPS_ROTA), Access(KEEPS_OFFICERS)

PAGES = (
    Page("/safeguarding", overview.safeguarding, LEAD),
    Page("/safeguarding/take", overview.take_alert, LEAD, POST),
    Page(ONE, one.safeguard, LEAD),
    Page(f"{ONE}/decide", one.decide, LEAD, POST),
    Page(f"{ONE}/route", one.take_route, LEAD, POST),
    Page(f"{ONE}/follow", one.follow_route, LEAD, POST),
    Page("/safeguarding/words", watchwords.watchwords, LEAD),
    Page("/safeguarding/words/try", watchwords.try_words, LEAD),
    Page("/safeguarding/words/change", watchwords.change_words, LEAD, POST),
    Page("/rota", rota.rota, ROTA),
    Page("/rota/duty", rota.put_on_duty, ROTA, POST),
    Page("/rota/absence", rota.note_absence, ROTA, POST),
    Page("/rota/change", rota.change_rota, ROTA, POST),
    Page(f"{VIEW}/contact", contact.contact, READ, POST),
    Page(f"{VIEW}/about", about.about, READ),
    Page(f"{VIEW}/about/me", about.about_me, READ, POST),
    Page(f"{VIEW}/about/decide", about.decide_about, READ, POST),
    Page("/register", register.register, KEEP),
    Page("/register/import", register.import_register, KEEP, POST),
)
WHY = {"reason": "Why"}
unsent.keeps("desk.take_alert", {}, ("alert", "view"))
unsent.keeps("desk.decide", WHY, ("decision",))
unsent.keeps("desk.take_route", {}, ("route", "take"))
unsent.keeps("desk.follow_route", {"text": "What you typed"}, ("do", "referral"))
unsent.keeps("desk.put_on_duty", {}, ("who", "place", "start", "end"))
unsent.keeps("desk.note_absence", {}, ("away", "cover", "start", "end"))
unsent.keeps("desk.change_rota", {}, ("row",))
WORDS = {"phrase": "Words", "why": "Why it changes"}
unsent.keeps(
    "desk.change_words", WORDS, ("do", "sign", "strength", "raise_from", "learned", "tried")
)
unsent.keeps("desk.contact", WHY, ("do",))
unsent.keeps("desk.about_me", {}, ("sure",))
unsent.keeps("desk.decide_about", WHY, ("do", "person"))
unsent.keeps("desk.import_register", {}, ("whole",))
