"""D11: taken back after papers drew on it: gone from the next, which says so."""

from datetime import timedelta

from bench.figures import Proof
from bench.street import street
from core.facts import Door, Officer, Permission, Role, Submission, Voice
from core.summaries import PaperOrder, Period
from core.working_days import london_day
from services import accounts, bank, intake, papers, redaction, review, searching, withdrawing
from services.digest import summarise
from services.house import House
from services.lookback import find_by_code

VIEWS, BACK, OTHERS = 9, 3, 5


def d11() -> Proof:
    """Taken back after a draft and after a paper drew on it."""
    with street() as at:
        house = at.house
        by = _officer(house)
        today = london_day(house.now())
        order = PaperOrder(Period(today.replace(day=1), today), today + timedelta(days=30), "4a")
        for number in range(100, 100 + OTHERS):
            _told(house, by, number, "education")
        codes = [_told(house, by, number) for number in range(VIEWS)]
        _check_quotes(house)
        wrong = [*_from_a_draft(house, by, order, codes), *_from_a_paper(house, by, order, codes)]
    fine = (
        "3 of 3 gone from draft, counts, search and quotes; 1 issued paper, taken out "
        "again, says so, as does the next one; a number that was printed stays"
    )
    name = "taken back after papers drew on it"
    return Proof("D11", name, ", ".join(wrong) or fine, "gone; both papers say so", not wrong)


def _from_a_draft(house: House, by: Officer, order: PaperOrder, codes: list[str]) -> list[str]:
    wrong = [] if _quoted(house, by, order) else ["nothing was quoted to begin with"]
    wrong += [] if _found(house, by, 0) else ["search found nothing to begin with"]
    for code in codes[:BACK]:
        withdrawing.withdraw(house, code)
    left = [number for number in range(BACK) if _somewhere(house, by, order, number)]
    wrong += [f"{left} still there"] if left else []
    counted = _counted(house, by, order)
    return wrong if counted == VIEWS - BACK + OTHERS else [*wrong, f"{counted} counted"]


def _from_a_paper(house: House, by: Officer, order: PaperOrder, codes: list[str]) -> list[str]:
    papers.issue(house, by, order)
    printed = papers.preview(house, by, order).summary.young_people
    withdrawing.withdraw(house, codes[BACK])
    later = PaperOrder(order.period, order.meeting_on + timedelta(days=60), "5")
    found = papers.preview(house, by, later)
    wrong = [] if found.record.to_correct == (order.meeting_on,) else ["no correction is printed"]
    wrong += [] if found.summary.young_people == printed else ["a printed number moved by one"]
    own = papers.preview(house, by, order).record.correction
    wrong += [] if own is not None else ["the issued paper says nothing of it"]
    return [*wrong, "still there"] if _somewhere(house, by, later, BACK) else wrong


def _officer(house: House) -> Officer:
    email = "officer@council.example"
    accounts.add_officer(
        house,
        email=email,
        name="Bench Officer",
        post="Participation Manager",
        password="long enough for a bench",
        roles={Role.PARTICIPATION, Role.REVIEWER},
    )
    with house.store.reading() as books:
        account = books.officers.account(email)
    assert account
    return account.officer


def _check_quotes(house: House) -> None:
    """The second officer looks at each quote, as two must."""
    second = Officer("second", "Second Officer", "Reviewer", frozenset({Role.REVIEWER}))
    for quote in bank.listed(house, second):
        bank.check(house, second, quote.id, True)


def _words(number: int) -> str:
    return f"My pocket money number{number} is late each week and I like my carer."


def _told(house: House, by: Officer, number: int, theme: str = "money") -> str:
    said = Submission(
        Voice.YOUNG_PERSON,
        Door.WEB,
        _words(number),
        f"bench form {number}",
        permission=Permission.EVERYONE,
    )
    code = intake.receive(house, said).receipt or ""
    with house.store.reading() as books:
        view_id = find_by_code(books, code).id
    opened = review.open_view(house, by, view_id)
    review.agree_themes(house, by, view_id, (theme,), opened.version)
    version = review.open_view(house, by, view_id).version
    redaction.clear(house, by, view_id, True, version)
    return code


def _quoted(house: House, by: Officer, order: PaperOrder) -> list[str]:
    lines = papers.preview(house, by, order).summary.themes
    return [quote.words for line in lines for quote in line.quotes]


def _somewhere(house: House, by: Officer, order: PaperOrder, number: int) -> bool:
    """Whether a view is quoted or found anywhere."""
    live = summarise(house, by, order.period)
    quotes = [quote.words for line in live.themes for quote in line.quotes]
    return _found(house, by, number) or _words(number) in [*quotes, *_quoted(house, by, order)]


def _found(house: House, by: Officer, number: int) -> bool:
    return bool(searching.search(house, by, f"number{number}", reason="a proof").total)


def _counted(house: House, by: Officer, order: PaperOrder) -> int | None:
    return summarise(house, by, order.period).young_people.number


ROWS = {"D11": [d11]}
