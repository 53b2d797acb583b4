"""A paper at the desk: its paragraphs, what the guard found, its documents, and issuing it."""

from collections.abc import Callable

from flask import Response, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from core.duties import GROUPS, ISSUES_PAPERS
from core.errors import HeardError, NotFound
from core.frameworks import PROMISES
from core.headings import SECTIONS
from core.papers import Form, Kind
from core.records import PARTS, WRITABLE, Written
from services import drafting, guarding, papers, releases
from services.releases import NotFrozen
from web import keeping
from web.door import house
from web.keeping import Typed
from web.officers import unsent
from web.officers.clock import today
from web.officers.paper import PaperForm
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

FIELDS = ("part", "version", "section", "theme", "words", "source")
NAMES = {
    Kind.SCRUTINY: "Scrutiny agenda item (Part A, public)",
    Kind.EXEMPT: "Part B, exempt: words for councillors alone",
    Kind.PLAN: "Children's Plan, voice section by promise",
    Kind.YOUNG: "Young people's version, one side",
    Kind.ALOUD: "Sheet to read aloud before the item",
}
MIMES = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.HTML: "text/html; charset=utf-8",
    Form.PDF: "application/pdf",
}
ONE = "/paper/drafts/<draft_id>"


def sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Where a paragraph can stand, in groups."""
    plan = [
        (f"plan/{key}/{part}", f"{name}: {heading}")
        for key, name in PROMISES
        for part, heading in PARTS
    ]
    return [
        ("Scrutiny item", [(key, SECTIONS[key]) for key in WRITABLE]),
        ("Children's Plan", plan),
        ("Young people's version", [("young/answer", "What the council says")]),
    ]


def begin_paper() -> Answer | tuple[str, int]:
    """Begin to write the paper that was looked at."""
    form = PaperForm()
    order = form.order() if form.validate() else None
    if order is None:
        return render_template("officers/paper.html", form=form, quarters=(), drafts=()), 422
    draft = drafting.begin(house(), officer(), order)
    return redirect(url_for("desk.draft", draft_id=draft.id), 303)


def draft(draft_id: str) -> str | Answer:
    """The paper on the desk; the list where there is none with that id."""
    try:
        return _page(draft_id, {})
    except NotFound:
        return redirect(url_for("desk.paper"), 303)


def _page(draft_id: str, typed: Typed, trouble: str = "") -> str:
    desk = drafting.work_on(house(), officer(), draft_id)
    wanted = request.args.get("part", "")
    chosen = next((one for one in desk.written if one.id == wanted), None)
    if chosen is not None and not typed:
        typed = _typed_of(chosen)
    return render_template(
        "officers/papers/draft.html",
        desk=desk,
        page=Markup(desk.page),  # noqa: S704 - made and escaped by reports
        typed=typed,
        rests=request.form.getlist("rests") or (chosen.rests if chosen else ()),
        trouble=trouble,
        sections=sections(),
        names=dict(pair for _, pairs in sections() for pair in pairs),
        kinds=NAMES,
        forms=Form,
        themes=house().themes().themes,
        today=today(),
    )


def _typed_of(one: Written) -> Typed:
    own = next((r.partition(":")[2] for r in one.rests if r.startswith("source:")), "")
    return {
        "part": one.id,
        "version": str(one.version),
        "section": one.section,
        "theme": one.theme,
        "words": one.words,
        "source": own,
    }


def put_paragraph(draft_id: str) -> Answer | tuple[str, int]:
    """Keep a paragraph with what it rests on."""
    typed = keeping.typed_in(FIELDS)
    try:
        held = drafting.put(house(), officer(), draft_id, _said(typed), typed["source"])
    except unsent.LOST:
        raise
    except HeardError as trouble:
        return _again(draft_id, typed, trouble)
    flash(f"Kept, and held back from print. {held}" if held else "Kept.")
    return redirect(url_for("desk.draft", draft_id=draft_id, _anchor="written"), 303)


def _again(draft_id: str, typed: Typed, trouble: HeardError) -> Answer | tuple[str, int]:
    """The paper with what was typed in it; the list where there is no such paper."""
    try:
        return _page(draft_id, typed, str(trouble)), max(trouble.status, 422)
    except NotFound:
        return redirect(url_for("desk.paper"), 303)


def _said(typed: Typed) -> Written:
    known = {key for _, pairs in sections() for key, _ in pairs}
    section = typed["section"] if typed["section"] in known else next(iter(WRITABLE))
    theme = typed["theme"] if typed["theme"] in house().themes().by_key else ""
    rests = tuple(ref for ref in request.form.getlist("rests") if ref)[:20]
    version = keeping.number(typed["version"], 1)
    return Written(typed["part"], section, typed["words"], rests, theme, version)


def take_out_paragraph(draft_id: str) -> Answer:
    """Take a paragraph out."""
    gone = request.form.get("part", "")
    return _done(draft_id, lambda: drafting.take_out(house(), officer(), draft_id, gone), "Gone.")


def let_stand(draft_id: str) -> Answer:
    """Say why what the guard found may stand."""
    form = request.form
    return _done(
        draft_id,
        lambda: guarding.let_stand(
            house(),
            officer(),
            draft_id,
            form.get("mark", ""),
            form.get("piece", ""),
            form.get("reason", ""),
        ),
        "Kept, with your reason.",
    )


def _done(draft_id: str, do: Callable[[], None], told: str) -> Answer:
    try:
        do()
        flash(told)
    except unsent.LOST:
        raise
    except NotFound:
        return redirect(url_for("desk.paper"), 303)
    except HeardError as trouble:
        flash(str(trouble))
    return redirect(url_for("desk.draft", draft_id=draft_id), 303)


def freeze_figures(draft_id: str) -> Answer:
    """Freeze the figures of this paper, so that its documents may leave the desk."""

    def do() -> None:
        order = drafting.find(house(), officer(), draft_id).order
        releases.freeze(house(), officer(), order.period)

    return _done(draft_id, do, "Frozen. These figures never change again.")


def document(draft_id: str, kind: str, form: str) -> Answer:
    """One document of this paper, to keep."""
    wanted, how = keeping.chosen(Kind, kind), keeping.chosen(Form, form)
    try:
        desk = drafting.work_on(house(), officer(), draft_id)
        if wanted is None or how is None:
            raise NotFound
        made = papers.export(house(), officer(), desk.draft.order, wanted, how)
    except (NotFound, NotFrozen, papers.NoOffice) as trouble:
        flash(str(trouble))
        return redirect(url_for("desk.paper"), 303)
    answer = Response(made, mimetype=MIMES[how])
    name = f"{kind}-{desk.draft.order.meeting_on:%Y-%m-%d}.{form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def draft_views(draft_id: str, theme_key: str) -> str | Answer:
    """The views that a theme's figures count."""
    try:
        order, found = drafting.views_behind(house(), officer(), draft_id, theme_key)
    except NotFound:
        return redirect(url_for("desk.paper"), 303)
    name = house().themes().name_of(theme_key)
    return render_template(
        "officers/papers/views.html", order=order, found=found, name=name, draft_id=draft_id
    )


ISSUE = Access(ISSUES_PAPERS)
PAGES = (
    Page("/paper/begin", begin_paper, ISSUE, POST),
    Page(ONE, draft, ISSUE),
    Page(f"{ONE}/put", put_paragraph, ISSUE, POST),
    Page(f"{ONE}/take-out", take_out_paragraph, ISSUE, POST),
    Page(f"{ONE}/let-stand", let_stand, ISSUE, POST),
    Page(f"{ONE}/freeze", freeze_figures, ISSUE, POST),
    Page(f"{ONE}/documents/<kind>/<form>", document, ISSUE),
    Page(f"{ONE}/views/<theme_key>", draft_views, Access(GROUPS)),
)
unsent.keeps("desk.put_paragraph", {"words": "Your paragraph", "source": "Its source"}, FIELDS)
unsent.keeps("desk.freeze_figures", {})
unsent.keeps("desk.let_stand", {"reason": "Why it may stand"}, ("mark", "piece"))
