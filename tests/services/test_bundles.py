"""What somebody gets who asks what we hold: notes too, and nothing that was masked anywhere."""

import io

import pytest
from docx import Document

from services import bundles, intake, lookback, notes, redaction, review
from tests.services.people import participation_worker, queue_ids, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_notes_are_in_it_and_what_was_masked_in_a_later_message_is_not(house):
    by = participation_worker(house)
    receipt = intake.receive(house, said("He was late.", details=(("Team", "Kay's team"),))).receipt
    lookback.say_more(house, receipt or "", "It was Kay again.", "another form")
    (view_id,) = queue_ids(house, by)
    for part in review.open_view(house, by, view_id).parts:
        at = part.words.index("Kay")
        redaction.mask(house, by, view_id, at, at + 3, "PERSON", "a name", part.id)
    notes.write_note(house, by, view_id, "I rang the team.")
    with house.store.reading() as books:
        made = bundles.write(house, books, by, view_id, "OFFICIAL-SENSITIVE")
    text = "\n".join(one.text for one in Document(io.BytesIO(made)).paragraphs)
    assert "It was [name] again." in text
    assert "[name]'s team" in text
    assert "I rang the team." in text
    assert "Kay" not in text
