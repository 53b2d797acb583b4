"""Files with people's words: two people, a few days, only checked words, nothing that tells who."""

import csv
import io
import json
import zipfile

import pytest
from docx import Document
from openpyxl import load_workbook

from core.errors import KeptByLaw, NotFound
from core.facts import Permission, Role
from core.orders import Ask, Format, Kind, NoReason, NotReady, NotTwoPeople, State
from core.rights import Right
from services import erasing, intake, keeping, notes, orders, review, rights
from tests.services.people import grouped, officer, participation_worker, quotable, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
CLEARED = "Kayleigh at Hilltop is =great"
HALF = (Permission.EVERYONE, Permission.COUNT_ONLY)
UNCHECKED = "Nobody has read the walrus yet"


@pytest.fixture
def by(house):
    return participation_worker(house)


@pytest.fixture
def second(house):
    return officer(house, Role.ADMINISTRATOR, email="ada@council.example")[0]


def ask(house, form=Format.CSV):
    day = house.now().date()
    return Ask(Kind.VIEWS, form, day, day)


def taken(house, by, second, what):
    order_id = orders.ask_for(house, by, what, "For the review")
    orders.decide(house, second, order_id, True)
    return orders.take(house, by, order_id)


def test_a_file_needs_a_reason_and_another_person_and_only_who_asked_may_fetch_it(
    house, by, second
):
    with pytest.raises(NoReason):
        orders.ask_for(house, by, ask(house), " ")
    order_id = orders.ask_for(house, by, ask(house), "For the review")
    with pytest.raises(NotReady):
        orders.take(house, by, order_id)
    with pytest.raises(NotTwoPeople):
        orders.decide(house, by, order_id, True)
    orders.decide(house, second, order_id, True)
    other, _ = officer(house, Role.PARTICIPATION, email="other@council.example")
    with pytest.raises(NotFound):
        orders.take(house, other, order_id)
    orders.take(house, by, order_id)
    house.now.pass_by(days=8)
    assert orders.listed(house, by)[0].state is State.EXPIRED
    with pytest.raises(NotReady):
        orders.take(house, by, order_id)
    refused = orders.ask_for(house, by, ask(house), "Again")
    orders.decide(house, second, refused, False)
    with pytest.raises(NotReady):
        orders.decide(house, second, refused, True)
    with house.store.reading() as books:
        verbs = [line.verb for line in books.audit.lines(order_id)]
    assert verbs == ["file asked for", "file approved", "file taken"]


@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX, Format.JSON])
def test_words_leave_only_checked_masked_and_permitted_and_nothing_is_a_formula(
    house, by, second, form
):
    quotable(house, by, ("money",), words=CLEARED)
    intake.receive(house, said(UNCHECKED))
    quotable(house, by, ("money",), words="=cmd()", permission=Permission.EVERYONE)
    grouped(house, by, ("money",), words="Count me", permission=Permission.COUNT_ONLY)
    part = {"words": "Tell them this. Keep the secret.", "sentences": HALF}
    noted, _ = quotable(house, by, ("money",), **part)
    notes.write_note(house, by, noted, "Worth a visit")
    made = taken(house, by, second, ask(house, form))
    text = everything(made)
    assert "[name] at Hilltop is =great" in text
    assert "'=cmd()" in text
    assert "Tell them this." in text
    assert "Worth a visit" in text
    for hidden in ("Kayleigh", "walrus", "Count me", "secret"):
        assert hidden not in text
    assert "OFFICIAL-SENSITIVE. Made for Sample Officer" in text
    assert "2027-01-12" not in text.replace("from 2027-01-12 to 2027-01-12", "")


def everything(made):
    """All that a reader of the file could see, and all that its parts say."""
    if made.format is Format.CSV:
        rows = list(csv.reader(io.StringIO(made.held.decode("utf-8-sig"))))
        assert all(row[-1].startswith("OFFICIAL-SENSITIVE") for row in rows[1:])
        assert not any(cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row)
        return made.held.decode()
    if made.format is Format.JSON:
        return json.dumps(json.loads(made.held), ensure_ascii=False)
    parts = zipfile.ZipFile(io.BytesIO(made.held))
    core = parts.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "1980-01-01T00:00:00Z" in core
    assert "2026" not in core
    book = load_workbook(io.BytesIO(made.held))
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"]
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert not any(line.hidden for line in book.active.row_dimensions.values())
    return "\n".join(str(cell.value) for cell in cells)


def test_a_person_sees_all_that_is_held_about_their_view_after_two_officers_said_so(
    house, by, second
):
    view_id, receipt = quotable(house, by, ("money",), words="Kayleigh has my bike")
    assert rights.find(house, by, receipt) == view_id
    rights.receive(house, by, Right.SEE, view_id, house.now().date(), "by letter")
    (request,) = rights.listed(house, by)
    assert request.due_on.isoformat() == "2027-02-12"
    what = Ask(Kind.BUNDLE, Format.WORD, request.came_on, request.came_on, view_id=view_id)
    made = taken(house, by, second, what)
    told = "\n".join(p.text for p in Document(io.BytesIO(made.held)).paragraphs)
    assert "[name] has my bike" in told
    assert "Participation Manager" in told
    assert "schedule 2" in told
    assert "Kayleigh" not in told
    rights.close(house, by, request.id, "Handed over")
    assert rights.listed(house, by)[0].outcome == "Handed over"


def test_erasing_on_request_waits_for_what_must_be_read_or_kept(house, by):
    view_id = tell_one(house)
    with pytest.raises(erasing.StillNeeded):
        erasing.on_request(house, by, view_id)
    review.open_view(house, by, view_id)
    keeping.hold(house, by, view_id, "A court asked")
    with pytest.raises(KeptByLaw):
        erasing.on_request(house, by, view_id)
    (held,) = keeping.plan(house, by).holds
    keeping.lift(house, by, held.id)
    rights.receive(house, by, Right.ERASE, view_id, house.now().date(), "")
    erasing.on_request(house, by, view_id)
    with house.store.reading() as books:
        assert books.views.find(view_id) is None
        assert books.rollup.total() == books.rollup.recount()
    (request,) = rights.listed(house, by)
    assert request.view_id is None
    told = rights.information(house, by)
    assert told.sections[0].heading == "What is held"


def tell_one(house):
    receipt = intake.receive(house, said()).receipt
    with house.store.reading() as books:
        return books.views.find_by_receipt(receipt).id
