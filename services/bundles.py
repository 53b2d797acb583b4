"""All that is held about one view, for the person who wrote it, with what is held back and why."""

from core.dates import written
from core.documents import Document, Item, Points, Section, Text, Words
from core.errors import NotFound
from core.facts import Officer
from core.masking import masked
from core.stories import Part
from reports import plain_papers
from services import sight
from services.house import House
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

HELD_BACK = (
    (
        "Names and other details that tell who somebody else is were taken out where they were "
        "marked: other people have a right to be left out (Data Protection Act 2018, schedule 2, "
        "part 3)."
    ),
    (
        "What a safeguarding lead or a social worker wrote may be held back where reading it could "
        "harm somebody badly (schedule 3). It is not kept in Heard but in the record of that "
        "service; ask there."
    ),
    "Who raised a concern about somebody is not told (schedule 2, part 1).",
    (
        "If something is held back and you think that is wrong, ask us to look again, or ask the "
        "Information Commissioner: ico.org.uk, 0303 123 1113."
    ),
)


def write(house: House, books: Books, officer: Officer, view_id: str, marking: str) -> bytes:
    """The Word file of one view's bundle."""
    sight.must_see(books, officer, view_id)
    view = books.views.find(view_id)
    if view is None:
        raise NotFound
    try:
        sections = _sections(house, books, view)
    except KeyGone as error:
        raise NotFound from error
    title = "What the council holds about one view"
    return plain_papers.write(Document(title, sections, (house.council.name, marking)))


def _sections(house: House, books: Books, view: View) -> tuple[Section, ...]:
    return (
        Section("What this is", (Text(_about(view)),)),
        Section("What was said", tuple(_words(books, view))),
        Section("What was chosen", (Points(tuple(_chosen(house, books, view))),)),
        Section("What it was filed under", (Points(tuple(_themes(house, books, view))),)),
        Section("Messages", tuple(_messages(books, view)) or (Text("There are none."),)),
        Section("What officers noted", tuple(_notes(books, view)) or (Text("Nothing."),)),
        Section("What happened to it", (Points(tuple(_steps(books, view))),)),
        Section("Who opened it", (Points(tuple(_openings(books, view))),)),
        Section("What is held back, and why", tuple(map(Text, HELD_BACK))),
    )


def _about(view: View) -> str:
    return (
        f"This is everything that Heard holds about a view that came on "
        f"{written(view.received_on)}. It is kept apart from the record of any service."
    )


def _words(books: Books, view: View) -> list[Item]:
    words, details = books.views.words(view)
    spans = [(mask.start, mask.end, mask.type) for mask in books.views.masks(view)]
    found: list[Item] = [Words(masked(words, spans))]
    later = {message.id for message in books.threads.messages(view)}
    for part in books.parts.of(view, details):
        if part.id not in later:
            found += [Text(f"{part.label}:"), Words(_hidden(part))]
    return found


def _hidden(part: Part) -> str:
    """The text with what an officer masked in it left out."""
    return masked(part.words, [(mask.start, mask.end, mask.type) for mask in part.masks])


def _chosen(house: House, books: Books, view: View) -> list[str]:
    who = books.views.who(view)
    told = {
        "It was about": house.themes().name_of(view.topic) if view.topic else "",
        "Face": str(view.face or ""),
        "Age group": str(view.age_band or ""),
        "Who may see the words": str(view.permission).replace("_", " "),
        "Name that was given": who.name,
        "A way to be reached": who.reach,
    }
    return [f"{label}: {text or 'nothing'}" for label, text in told.items()]


def _themes(house: House, books: Books, view: View) -> list[str]:
    named = house.themes().name_of
    _, picked = books.themes.suggested(view.id)
    lines = [f"A machine suggested: {', '.join(map(named, picked)) or 'nothing'}."]
    for decision in books.themes.decisions(view.id):
        keys = ", ".join(map(named, decision.keys)) or "nothing"
        lines.append(f"{written(decision.on)}, the {decision.post} agreed: {keys}.")
    said = books.judgements.of(view.id)
    if said is not None:
        marks = ["rich in detail"] if said.rich else []
        marks += [str(one).replace("_", " ") for one in sorted(said.fallbacks)]
        lines.append(f"An officer judged: {', '.join([str(said.stance), *marks])}.")
    return lines


def _messages(books: Books, view: View) -> list[Item]:
    found: list[Item] = []
    theirs = {part.id: _hidden(part) for part in books.parts.of(view, ())}
    for message in books.threads.messages(view):
        found += [Text(f"{written(message.on)}, {'from us' if message.from_us else 'to us'}:")]
        found += [Words(theirs.get(message.id, message.words))]
    return found


def _notes(books: Books, view: View) -> list[Item]:
    """What officers wrote to each other, by post."""
    found: list[Item] = []
    for note in books.judgements.notes(view):
        found += [Text(f"{written(note.on)}, the {note.post}:"), Words(note.words)]
    return found


def _steps(books: Books, view: View) -> list[str]:
    return [
        f"{written(step.on)}: {step.what.replace('_', ' ')} {step.detail}".strip()
        for step in books.threads.steps(view)
    ]


def _openings(books: Books, view: View) -> list[str]:
    """By post and never by name, with the reason that was given."""
    lines = [
        f"The {one.post}, {one.times} {'time' if one.times == 1 else 'times'}, first on "
        f"{written(one.first_on)}: {one.why}."
        for one in books.openings.of(view.id)
    ]
    return lines or ["Nobody has opened it."]
