"""From a young person's answers to what intake takes in. The same for every way to the form."""

from core.facts import Door, Face, Kind, Openness, Permission, Submission, Voice
from core.permissions import most_open
from core.questions import asked_of
from core.themes import ThemeList
from core.wants import Want
from core.wordless import said_by_choice
from web.keeping import Typed, chosen, once_key
from web.public.asking import GOOD_NEWS, age_of
from web.public.openness import desk_open_here, who

UNSAFE = "I feel unsafe. Please contact me."
# What that press is kept as, where nothing was written: "contact" is what adults call family time,
# and the machine took it for that.
FELT_UNSAFE = "I feel unsafe. Please get in touch with me."


def submission_of(
    answers: Typed, themes: ThemeList, *, unsafe: bool = False, by_choice: bool = False
) -> Submission:
    """Everything they told; what was skipped is left open and never guessed.

    Args:
        unsafe: they pressed "I feel unsafe", which is enough by itself.
        by_choice: what they pressed is enough without words; they saw the sentence that it makes.
    """
    told = {"call": "", "reach": "", "who": "", **answers}
    whole = chosen(Permission, answers.get("quote", "")) or Permission.COUNT_ONLY
    each = tuple(Permission(one) for one in answers.get("sentences", "").split())
    pressed = FELT_UNSAFE if unsafe else pressed_of(answers, themes) if by_choice else ""
    return Submission(
        voice=Voice.YOUNG_PERSON,
        door=Door.WEB,
        words=written_of(answers) or pressed,
        once_key=once_key(answers),
        kind=Kind.GOOD_NEWS if answers.get("news") == GOOD_NEWS else Kind.VIEW,
        topic=answers["about"] if answers.get("about") in themes.by_key else None,
        face=chosen(Face, answers.get("face", "")),
        age_band=age_of(answers),
        permission=most_open(each) if each else whole,
        sentences=each,
        who=who(told, _openness(told, unsafe)),
        asked_for_help=unsafe,
        details=(*_wish(answers), *desk_open_here()),
        wants=frozenset(want for want in Want if answers.get(want)),
    )


def written_of(answers: Typed) -> str:
    """Their words; else what they would like to happen; else nothing."""
    written = (answers.get(field, "") for field in ("words", "like"))
    return next((text for text in written if text.strip()), "")


def pressed_of(answers: Typed, themes: ThemeList) -> str:
    """The sentence that their face and their topic make; empty where they pressed neither."""
    topic = themes.by_key.get(answers.get("about", ""))
    face = chosen(Face, answers.get("face", ""))
    return said_by_choice(face, topic.plain if topic else "")


def _wish(answers: Typed) -> tuple[tuple[str, str], ...]:
    """What they would like to happen, beside their words; not where it is all they wrote."""
    both = all(answers.get(field, "").strip() for field in ("words", "like"))
    return ((asked_of(age_of(answers))["like"], answers["like"]),) if both else ()


def _openness(told: Typed, unsafe: bool) -> Openness:
    """What they chose; who asked for help and left a way to be reached may be reached."""
    reach = told["reach"].strip()
    openness = chosen(Openness, told["who"])
    if openness is not None and not (unsafe and reach):
        return openness
    if reach:
        return Openness.CONTACT
    return Openness.NICKNAME if told["call"].strip() else Openness.ANONYMOUS
