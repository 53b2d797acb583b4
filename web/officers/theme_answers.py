"""One answer to everybody in a theme, who came back to read it, and a decision's whole thread."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from core.board import Standing
from core.duties import ANSWERS_THEMES, KEEPS_MEMBERS, SEES_SUMMARY
from core.errors import HeardError, NotFound
from services import meeting, signing, theme_answers, threads
from services.theme_answers import Reply
from web import keeping
from web.door import house
from web.keeping import Typed
from web.officers import unsent
from web.officers.clock import today
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

FIELDS = ("theme", "adult", "young", "said", "standing", "action_id")
STANDINGS = {
    Standing.WILL: "We will",
    Standing.DONE: "We did",
    Standing.CANNOT: "We can't, and why",
}


def answer_themes() -> str:
    """The form for an answer, and what became of earlier ones."""
    return _page({})


def _page(typed: Typed, trouble: str = "") -> str:
    return render_template(
        "officers/papers/answers.html",
        typed=typed,
        trouble=trouble,
        answers=theme_answers.answered(house(), officer()),
        actions=meeting.actions(house(), officer()),
        standings=STANDINGS,
        themes=house().themes().themes,
        limit=house().rules.threshold,
    )


def send_answer() -> Answer | tuple[str, int]:
    """Send it to everybody in the theme."""
    typed = keeping.typed_in(FIELDS)
    try:
        many = theme_answers.answer_theme(house(), officer(), _reply(typed))
    except unsent.LOST:
        raise
    except HeardError as trouble:
        return _page(typed, str(trouble)), max(trouble.status, 422)
    least = house().rules.threshold
    reached = f"{many} people" if many >= least else f"fewer than {least} people"
    flash(f"Sent: {reached} can read it by their code.")
    return redirect(url_for("desk.answer_themes"), 303)


def _reply(typed: Typed) -> Reply:
    known = {one.id for one in meeting.actions(house(), officer())}
    return Reply(
        theme=typed["theme"],
        adult=typed["adult"],
        young=typed["young"],
        said=typed["said"],
        standing=keeping.chosen(Standing, typed["standing"]) or Standing.WILL,
        action_id=typed["action_id"] if typed["action_id"] in known else None,
    )


def thread(action_id: str) -> str | Answer:
    """The whole thread of one decision, from what was said to what young people say of it."""
    try:
        found = threads.whole(house(), officer(), action_id)
    except NotFound:
        return redirect(url_for("desk.action_list"), 303)
    return render_template("officers/papers/thread.html", thread=found, today=today())


def members() -> str:
    """Who may sign papers off."""
    return _members()


def _members(code: str = "") -> str:
    return render_template(
        "officers/papers/members.html", members=signing.members(house(), officer()), code=code
    )


def add_member() -> str:
    """Make a code for a member, shown this once."""
    label = keeping.typed_in(("label",))["label"]
    return _members(signing.add_member(house(), officer(), label))


def stop_member(member_id: str) -> Answer:
    """Let a code open nothing any more."""
    signing.stop_member(house(), officer(), member_id)
    flash("That code opens nothing any more.")
    return redirect(url_for("desk.members"), 303)


PAGES = (
    Page("/answers", answer_themes, Access(ANSWERS_THEMES)),
    Page("/answers/send", send_answer, Access(ANSWERS_THEMES), POST),
    Page("/actions/<action_id>/thread", thread, Access(SEES_SUMMARY)),
    Page("/members", members, Access(KEEPS_MEMBERS)),
    Page("/members/add", add_member, Access(KEEPS_MEMBERS), POST),
    Page("/members/<member_id>/stop", stop_member, Access(KEEPS_MEMBERS), POST),
)
SEEN = {"adult": "For practitioners", "young": "For young people", "said": "What young people said"}
unsent.keeps("desk.send_answer", SEEN, ("theme", "standing", "action_id"))
unsent.keeps("desk.add_member", {"label": "Label"})
