"""The scrutiny item: choose, look at it on the page, then issue it as a Word file."""

from flask import Response, render_template, request
from wtforms import BooleanField, StringField
from wtforms.validators import InputRequired, Regexp

from core.differencing import Overlaps
from core.disclosure import CannotProtect
from core.papers import ScrutinyPaper
from core.summaries import PaperOrder
from services import drafting, papers
from services.guarding import NotSafe
from web.door import house
from web.officers.clock import today
from web.officers.periods import DayField, PeriodForm, quarters
from web.officers.session import officer

NOT_ISSUED = (CannotProtect, NotSafe, Overlaps)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class PaperForm(PeriodForm):
    """Which period, which meeting, and which number the item has on the agenda."""

    meeting_on = DayField("Day of the meeting", [InputRequired("Give the day of the meeting.")])
    item_number = StringField(
        "Item number",
        [
            InputRequired("Give the item's number on the agenda, such as 5."),
            Regexp(r"\A[0-9]{1,3}[a-zA-Z]?\Z", message="Give a number, such as 5 or 5a."),
        ],
    )

    def order(self) -> PaperOrder | None:
        """What was asked for, where it is whole."""
        period = self.period()
        if period is None or self.meeting_on.data is None:
            return None
        return PaperOrder(period, self.meeting_on.data, self.item_number.data or "")


class IssueForm(PaperForm):
    """The order, and that the officer knows what issuing does."""

    understood = BooleanField(
        validators=[InputRequired("Tick the box to say that you have read this.")]
    )


def paper() -> str:
    """The form for a new paper, with the days that a link brought along."""
    return _page(PaperForm(request.args, meta={"csrf": False}))


def preview() -> str | tuple[str, int]:
    """The paper on the page, before anything is issued."""
    form = PaperForm(request.args, meta={"csrf": False})
    order = form.order() if form.validate() else None
    if order is None:
        return _page(form), 422
    try:
        return _page(form, papers.preview(house(), officer(), order))
    except NOT_ISSUED as trouble:
        return _page(form, None, str(trouble)), trouble.status


def issue() -> Response | tuple[str, int]:
    """The Word file; from now on each view in it shows that it is in this paper."""
    form = IssueForm()
    order = form.order()
    if not form.validate() or order is None:
        drawn = papers.preview(house(), officer(), order) if order else None
        return _page(form, drawn), 422
    try:
        document = papers.issue(house(), officer(), order)
    except NOT_ISSUED as trouble:
        return _page(form, None, str(trouble)), trouble.status
    answer = Response(document, mimetype=WORD)
    name = f"scrutiny-item-{order.item_number}-{order.meeting_on:%Y-%m-%d}.docx"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _page(form: PaperForm, drawn: ScrutinyPaper | None = None, trouble: str = "") -> str:
    return render_template(
        "officers/paper.html",
        form=form,
        paper=drawn,
        quarters=quarters(today()),
        drafts=drafting.drafts(house(), officer()),
        trouble=trouble,
        to_correct=papers.to_correct(house(), officer()),
    )
