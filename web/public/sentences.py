"""Who may see which sentence: the page that asks, before Send and later by the code."""

from collections.abc import Mapping

from werkzeug.wrappers import Response

from core.facts import Permission
from core.marking import N_
from core.permissions import MOST_SENTENCES, most_open
from services import permission
from services.permission import Shown
from web.door import house
from web.keeping import Typed, chosen
from web.public import here
from web.public.answers import written_of

SENTENCES = "sentences"
WHO = (
    (Permission.EVERYONE, N_("Everyone")),
    (Permission.COUNCILLORS, N_("Only councillors")),
    (Permission.COUNT_ONLY, N_("Nobody")),
)
AUDIENCES = (
    (Permission.EVERYONE, N_("What everyone would read")),
    (Permission.COUNCILLORS, N_("What councillors would read, in private")),
)


def chosen_in(form: Mapping[str, str]) -> tuple[Permission, ...]:
    """The answers of the page, one a sentence in order; the most private for one that is odd."""
    named = [f"p{number}" for number in range(MOST_SENTENCES)]
    told = [form[name] for name in named if name in form]
    return tuple(chosen(Permission, one) or Permission.COUNT_ONLY for one in told)


def whole_of(answers: Typed) -> Permission:
    """What was chosen for all of the words."""
    return chosen(Permission, answers.get("quote", "")) or Permission.COUNT_ONLY


def kept_in(answers: Typed) -> tuple[Permission, ...]:
    """What a draft holds of the answers by the sentence."""
    told = answers.get(SENTENCES, "").split()
    return tuple(chosen(Permission, one) or Permission.COUNT_ONLY for one in told)


def preview_of(answers: Typed) -> Shown:
    """How the words of a draft would look."""
    return permission.preview(house(), written_of(answers), kept_in(answers), whole_of(answers))


def shown_with(shown: Shown) -> dict[str, object]:
    """What the templates need to ask, and to show how it would look."""
    return {
        "sentences": shown.sentences,
        "looks": shown.looks,
        "printed_on": shown.printed_on,
        "seers": WHO,
        "audiences": AUDIENCES,
        "open": most_open(one.permission for one in shown.sentences) is not Permission.COUNT_ONLY,
    }


def page(answers: Typed, status: int) -> Response:
    """Each sentence of a draft, with who may see it."""
    return here.page("sentences", status, **shown_with(preview_of(answers)))
