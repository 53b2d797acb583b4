from pathlib import Path

import pytest

from core.errors import CannotUseFile
from intray import minutes

SEEDS = Path(__file__).parent.parent / "seeds"
BULLETED, SPACED = sorted(SEEDS.glob("*.txt"))
PAGE = """Agenda item

Placements

Minutes:

The following witnesses were welcomed to the meeting:-

· Alex Example, Service Director, Sample Council

In the ensuing discussion the following matters were highlighted:-

· Foster carers are valued.
· Moves are planned with the young person.

RESOLVED that the report be noted.

Action points:

1. Service to provide figures.

Supporting documents:
"""


def _words(text: str) -> list[str]:
    return [said.words for said in minutes.read(text).statements]


def test_each_bullet_of_the_first_seed_is_one_statement():
    read = minutes.read_file(BULLETED)
    assert [said.position for said in read.statements] == [1, 2, 3, 4, 5]
    assert read.statements[1].words.startswith("The case file audit process was explained")
    assert read.statements[1].words.endswith("a clear line of accountability.")


def test_each_paragraph_of_the_second_seed_is_one_statement():
    read = minutes.read_file(SPACED)
    assert len(read.statements) == 11
    assert read.statements[0].words.startswith("The CSI Framework includes aspirational outcomes")
    assert read.statements[10].words.endswith("transitioned to their GP or to adult services.")


@pytest.mark.parametrize("seed", [BULLETED, SPACED], ids=["bullets", "paragraphs"])
def test_neither_witnesses_nor_thanks_nor_the_introduction_are_statements(seed):
    said = " ".join(one.words for one in minutes.read_file(seed).statements)
    for name in ("Rachel Dickinson", "Mel John-Ross", "Designated Nurse", "thanked", "introduced"):
        assert name not in said
    for closing in ("RESOLVED", "be noted", "historical detailed information to Members"):
        assert closing not in said


def test_title_decisions_and_action_points_are_read_apart():
    first, second = minutes.read_file(BULLETED), minutes.read_file(SPACED)
    assert first.title.endswith("Safeguarding Quality Assurance Framework")
    assert first.resolutions[-1] == "The report be noted."
    assert [point[:19] for point in second.action_points] == ["Service to provide "]


def test_statements_are_quoted_by_the_source_that_was_given_or_by_their_title():
    assert minutes.read(PAGE, "Scrutiny, 3 May 2016").statements[0].source == "Scrutiny, 3 May 2016"
    assert minutes.read(PAGE).statements[0].source == "Minutes: Placements"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda page: page.replace("\n", "\r\n"), id="windows line ends"),
        pytest.param(
            lambda page: page.replace("· ", "·\u00a0\u00a0\u00a0\u00a0"), id="hard spaces"
        ),
        pytest.param(lambda page: page.replace("· ", "\n•\n\n"), id="bullets on their own lines"),
        pytest.param(lambda page: page.replace("· ", "- "), id="hyphens"),
        pytest.param(lambda page: page.replace("· ", "\uf0b7\t"), id="Word's own bullets"),
        pytest.param(lambda page: page.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(lambda page: page.replace("\n", "\n\n \n"), id="many blank lines"),
        pytest.param(lambda page: "\ufeff" + page, id="byte-order mark"),
        pytest.param(lambda page: page.replace("Moves", "Mo\u200bves\x07"), id="unseen signs"),
        pytest.param(
            lambda page: page.replace("planned with", "planned\nwith"), id="cut at the page's edge"
        ),
    ],
)
def test_the_same_two_statements_come_out_however_the_page_was_pasted(change):
    assert _words(change(PAGE)) == [
        "Foster carers are valued.",
        "Moves are planned with the young person.",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        (
            "In the ensuing discussion, and in response to detailed questioning and challenge, the "
            "following matters were highlighted:-"
        ),
        (
            "Questions were asked and challenges made in response to the report, which included "
            "the following points:"
        ),
        "During discussion the following points were raised:",
        "Members raised the following issues:",
        "The following comments were made:",
    ],
)
def test_the_usual_opening_formulas_are_known(opening):
    page = (
        f"Title\n\nA report was given.\n\n{opening}\n\nOne.\n\nTwo.\n\nRESOLVED that it be noted."
    )
    assert _words(page) == ["One.", "Two."]


def test_a_page_without_an_opening_formula_is_refused_in_plain_words():
    with pytest.raises(CannotUseFile, match="where the discussion begins"):
        minutes.read("Minutes:\n\nEverybody went home.\n\nRESOLVED that they had.")


def test_an_opening_with_nothing_after_it_is_refused():
    with pytest.raises(CannotUseFile, match="Nothing stands between"):
        minutes.read("In the ensuing discussion:\n\nWitnesses were thanked for their attendance.")


def test_only_the_thanks_is_left_out_of_a_statement_that_ends_in_thanks():
    page = "In discussion:\n\nVisits are late. Witnesses were thanked for their attendance.\n\nTwo."
    assert _words(page) == ["Visits are late.", "Two."]


def test_carers_who_are_not_thanked_still_count_as_said():
    page = "In discussion:\n\nCarers said that nobody thanked them for their time."
    assert _words(page) == ["Carers said that nobody thanked them for their time."]


def test_a_megabyte_of_text_is_read_in_seconds():
    page = "In discussion:\n\n" + "\n\n".join("A Member asked why. " * 20 for _ in range(2_500))
    assert len(_words(page)) == 2_500


def test_minutes_saved_as_windows_1252_or_utf16_read_the_same(tmp_path):
    wanted = [
        said.words for said in minutes.read(PAGE.replace("planned", "planned – always")).statements
    ]
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        place = tmp_path / f"{encoding}.txt"
        place.write_bytes(PAGE.replace("planned", "planned – always").encode(encoding))
        assert [said.words for said in minutes.read_file(place).statements] == wanted


def test_two_items_in_one_file_keep_their_own_titles():
    both = BULLETED.read_text("utf-8") + SPACED.read_text("utf-8")
    read = minutes.read(both)
    assert [said.position for said in read.statements] == [*range(1, 6), *range(1, 12)]
    sources = list(dict.fromkeys(said.source for said in read.statements))
    assert [source.partition(" ")[2][:19] for source in sources] == [
        "Children's Social C",
        "Barnsley Safeguardi",
    ]


def test_a_sentence_of_the_introduction_that_only_sounds_like_an_opening_opens_nothing():
    page = "Title\n\nIn discussion with schools a plan grew.\n\nIn discussion:\n\nOne.\n\nTwo."
    assert _words(page) == ["One.", "Two."]
