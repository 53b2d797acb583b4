"""One press from every question: "I feel unsafe, contact me". Nothing else has to be filled in."""

from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import Voice
from core.questions import YOUNG_PEOPLE
from services import intake
from web import keeping
from web.door import house
from web.keeping import Typed
from web.public import draft, here, sent
from web.public.answers import UNSAFE, submission_of
from web.tongue import told


@here.place("unsafe")
def unsafe() -> Response:
    """Who to ring now, one box for how to reach them, and one button."""
    return _page({}, "", keeping.FORGOTTEN_BY_BACK)


def _page(typed: Typed, mistake: str, status: int) -> Response:
    return here.page(
        "unsafe",
        status,
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        reach=typed.get("reach", ""),
        unsafe=UNSAFE,
        asked=YOUNG_PEOPLE,
        begun=draft.begun(),
        mistake=mistake,
        not_saved=status >= 429,
    )


@here.deed("contact_me", _page)
def contact_me() -> Response:
    """Tell the people who keep children safe, with whatever was written so far."""
    typed = keeping.typed_in(("reach", "key"))
    try:
        held = draft.held()
        reach = typed["reach"] or held.get("reach", "")
        answers = {**held, "reach": reach, "key": typed["key"]}
        said = submission_of(answers, house().themes(), unsafe=True)
        thanks = intake.receive(house(), said)
    except HeardError as error:
        return _page(typed, told(error), error.status)
    contact = bool(said.who.reach.strip())
    onward = sent.carry(thanks, Voice.YOUNG_PERSON, here.go("sent"), contact=contact)
    return draft.drop(onward)
