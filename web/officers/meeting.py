"""After the meeting: the decisions from the minutes, what becomes of each, and asking back."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.actions import KINDS, PROMISE, Action, ActionState, Found, Progress
from core.duties import ISSUES_PAPERS, SEES_SUMMARY
from core.errors import HeardError, NotFound
from services import asking_back, drafting, meeting
from web import keeping
from web.door import house
from web.keeping import Typed
from web.officers import unsent
from web.officers.clock import today
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

ONE = "/paper/drafts/<draft_id>/meeting"
MOST = 40
STATES = {
    ActionState.OPEN: "Under way",
    ActionState.DONE: "The council says done",
    ActionState.CANNOT: "The council cannot do this",
}
REPORT = ("version", "owner", "due_on", "state", "theme", "words")
PROOF = ("said", "quantified", "measured", "substantiated")


def decisions(draft_id: str) -> str | Answer:
    """Where the minutes are pasted, and what was decided about this paper."""
    return _page(draft_id)


def _page(
    draft_id: str, found: tuple[Found, ...] = (), pasted: str = "", trouble: str = ""
) -> str | Answer:
    try:
        draft = drafting.find(house(), officer(), draft_id)
    except NotFound:
        return redirect(url_for("desk.paper"), 303)
    mine = [one for one in meeting.actions(house(), officer()) if one.paper_id == draft_id]
    return render_template(
        "officers/papers/meeting.html",
        draft=draft,
        found=found,
        pasted=pasted,
        trouble=trouble,
        actions=mine,
        kinds=KINDS,
        themes=house().themes().themes,
        today=today(),
    )


def read_minutes(draft_id: str) -> str | Answer | tuple[str | Answer, int]:
    """The decisions in what was pasted, each ready to be given a theme, an owner and a day."""
    pasted = request.form.get("minutes", "")
    try:
        return _page(draft_id, meeting.read(house(), officer(), pasted), pasted)
    except HeardError as trouble:
        return _page(draft_id, (), pasted, str(trouble)), max(trouble.status, 422)


def keep_decisions(draft_id: str) -> Answer:
    """Keep those that were ticked."""
    try:
        meeting.keep(house(), officer(), draft_id, tuple(_ticked()))
    except NotFound:
        return redirect(url_for("desk.paper"), 303)
    flash("Kept. Everybody whose view stands under these themes sees it by their code.")
    return redirect(url_for("desk.decisions", draft_id=draft_id), 303)


def _ticked() -> list[Action]:
    form, found = request.form, []
    for n in range(MOST):
        if form.get(f"keep-{n}") and form.get(f"words-{n}", "").strip():
            kind = form.get(f"kind-{n}", PROMISE)
            made = Action(
                id="",
                paper_id="",
                kind=kind if kind in KINDS else PROMISE,
                label=form.get(f"label-{n}", "")[:20],
                words=form[f"words-{n}"],
                theme=_theme(form.get(f"theme-{n}", "")),
                owner=form.get(f"owner-{n}", ""),
                due_on=_day(form.get(f"due-{n}", "")),
                state=ActionState.OPEN,
                made_on=today(),
            )
            found.append(made)
    return found


def _theme(typed: str) -> str:
    return typed if typed in house().themes().by_key else ""


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def action_list() -> str:
    """Every decision and promise, and every question that went back to a theme."""
    return _list()


def _list(trouble: str = "") -> str:
    return render_template(
        "officers/papers/actions.html",
        actions=meeting.actions(house(), officer()),
        asks=meeting.asks(house(), officer()),
        kinds=KINDS,
        states=STATES,
        themes=house().themes().themes,
        today=today(),
        limit=house().rules.threshold,
        trouble=trouble,
    )


def _done(told: str) -> Answer:
    flash(told)
    return redirect(url_for("desk.action_list"), 303)


def report_action(action_id: str) -> Answer:
    """Keep what is said of an action now."""
    typed = keeping.typed_in((*REPORT, *PROOF))
    known = {one.id: one for one in meeting.actions(house(), officer())}
    if action_id not in known:
        return redirect(url_for("desk.action_list"), 303)
    try:
        meeting.report(house(), officer(), _changed(known[action_id], typed), _progress(typed))
    except unsent.LOST:
        raise
    except HeardError as trouble:
        return _done(str(trouble))
    return _done("Kept.")


def _changed(one: Action, typed: Typed) -> Action:
    state = keeping.chosen(ActionState, typed["state"]) or one.state
    return Action(
        id=one.id,
        paper_id=one.paper_id,
        kind=one.kind,
        label=one.label,
        words=one.words,
        theme=_theme(typed["theme"]),
        owner=typed["owner"],
        due_on=_day(typed["due_on"]),
        state=state,
        made_on=one.made_on,
        version=keeping.number(typed["version"]),
    )


def _progress(typed: Typed) -> Progress | None:
    if not typed["said"].strip():
        return None
    proof = [typed[name].strip()[:500] for name in PROOF[1:]]
    return Progress(today(), typed["said"], *proof)


def promise_action() -> Answer:
    """Keep something that the council promises outside a meeting."""
    form = request.form
    made = Action(
        "",
        "",
        PROMISE,
        "",
        form.get("words", ""),
        _theme(form.get("theme", "")),
        form.get("owner", ""),
        _day(form.get("due_on", "")),
        ActionState.OPEN,
        today(),
    )
    try:
        meeting.promise(house(), officer(), made)
    except unsent.LOST:
        raise
    except HeardError as trouble:
        return _done(str(trouble))
    return _done("Kept.")


def ask_theme(action_id: str) -> Answer:
    """Ask everybody in an action's theme."""
    try:
        many = asking_back.ask(house(), officer(), action_id, request.form.get("question", ""))
    except unsent.LOST:
        raise
    except HeardError as trouble:
        return _done(str(trouble))
    least = house().rules.threshold
    reached = f"{many} people" if many >= least else f"fewer than {least} people"
    return _done(f"Asked: {reached} see it by their code.")


def write_up(ask_id: str) -> Answer:
    """Keep what the answers to a question say, for the next paper."""
    try:
        asking_back.write_up(house(), officer(), ask_id, request.form.get("words", ""))
    except unsent.LOST:
        raise
    except HeardError as trouble:
        return _done(str(trouble))
    return _done("Kept, for the next paper's matters arising.")


ISSUE = Access(ISSUES_PAPERS)
PAGES = (
    Page(ONE, decisions, ISSUE),
    Page(f"{ONE}/read", read_minutes, ISSUE, POST),
    Page(f"{ONE}/keep", keep_decisions, ISSUE, POST),
    Page("/actions", action_list, Access(SEES_SUMMARY)),
    Page("/actions/promise", promise_action, ISSUE, POST),
    Page("/actions/<action_id>/report", report_action, ISSUE, POST),
    Page("/actions/<action_id>/ask", ask_theme, ISSUE, POST),
    Page("/asks/<ask_id>/write-up", write_up, ISSUE, POST),
)
unsent.keeps("desk.read_minutes", {"minutes": "What you pasted"})
unsent.keeps("desk.ask_theme", {"question": "Your question"})
unsent.keeps("desk.write_up", {"words": "What you wrote"})
unsent.keeps("desk.promise_action", {"words": "The promise", "owner": "Owner"}, ("theme", "due_on"))
unsent.keeps("desk.report_action", {"said": "What the owner says"}, (*REPORT, *PROOF[1:]))
