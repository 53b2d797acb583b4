"""The paper read back: what Members find in it, and what nobody may find in it."""

from dataclasses import replace
from datetime import date

import pytest

from core import headings
from core.facts import Voice
from core.style import slips
from core.summaries import Count, Quote
from core.themes import THEMES
from reports import scrutiny
from tests.reports.papers import paper, statements, summary
from tests.reports.reading import Read

SIXTEEN = [f"{n}.0\t{text}" for n, text in enumerate(headings.SECTIONS.values(), 1)]


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(scrutiny.write(paper()))


def test_the_heading_block_names_item_author_committee_and_day(read):
    assert [text for _, text in read.paragraphs[:5]] == [
        "Barnsley Metropolitan Borough Council",
        "Item 4a",
        "REPORT OF THE EXECUTIVE DIRECTOR CHILDREN'S SERVICES",
        "to the OVERVIEW AND SCRUTINY COMMITTEE on Tuesday 12 January 2027",
        "What young people and practitioners told us: 1 October 2026 to 31 December 2026",
    ]


def test_sixteen_sections_stand_in_their_order_and_four_appendices_follow(read):
    assert read.headings[:16] == SIXTEEN
    assert [text.partition(":")[0] for text in read.headings[16:]] == [
        "Appendix A",
        "Appendix B",
        "Appendix C",
        "Appendix D",
    ]


def test_a_council_words_its_headings_its_own_way():
    own = Read(scrutiny.write(paper(headings={headings.PURPOSE: "Why this report is here"})))
    assert own.headings[0] == "1.0\tWhy this report is here"
    assert own.headings[1] == "2.0\tRecommendations"


def test_paragraphs_are_numbered_within_their_section(read):
    numbers = [
        text.partition("\t")[0] for style, text in read.paragraphs if style == "Numbered Paragraph"
    ]
    assert numbers[:6] == ["1.1", "1.2", "2.1", "3.1", "3.2", "3.3"]
    assert len(numbers) == len(set(numbers))


def test_no_section_is_left_empty(read):
    for title in read.headings:
        assert read.under(title.split("\t")[-1]), title


def test_sections_that_nobody_has_filled_say_so(read):
    for title in ("Current Position", "Future Plans and Challenges", "Invited Witnesses"):
        assert "recorded" in read.under(title)[0][1]
        assert " yet." in read.under(title)[0][1]


def test_both_voices_have_the_same_themes_in_the_same_order(read):
    young = [t for style, t in read.under("What young people told us") if style == "Heading 2"]
    working = [t for style, t in read.under("What practitioners told us") if style == "Heading 2"]
    order = [theme.name for theme in THEMES]
    for told in (young, working):
        assert told[-1] == "Other themes"
        assert told[:-1] == sorted(told[:-1], key=order.index)
    assert {"Home and the people who care for me", "My social worker"} <= {*young} & {*working}


def test_a_theme_of_which_only_a_small_number_is_told_has_no_heading_of_its_own(read):
    working = [text for _, text in read.under("What practitioners told us")]
    assert "Feelings and mental health" not in working
    (few,) = [text for text in working if "Fewer than 5 views from practitioners were" in text]
    assert few.endswith("so no words are quoted: Feelings and mental health. [E1]")
    (none,) = [text for text in working if "\tNo views from practitioners were about" in text]
    assert "Family time; " in none


def test_small_numbers_are_bands_and_hidden_ones_are_not_shown(read):
    table = [[cell.text for cell in row.cells] for row in read.document.tables[0].rows]
    assert ["Feelings and mental health", "19", "fewer than 5"] in table
    assert ["Moving home", "not shown", "8"] in table
    assert ["Workforce and caseloads", "0", "1,016"] in table
    hidden = "How many views from young people were about each of the following is not shown: "
    assert f"{hidden}Moving home." in read.text


def test_a_small_total_is_never_a_figure():
    few = replace(
        summary(),
        young_people=Count(None, under=5),
        only_count=Count(None),
        reviewed_percent=None,
    )
    text = Read(scrutiny.write(paper(summary=few))).text
    assert "Fewer than 5 views from young people were received" in text
    assert "%" not in text


def test_the_table_has_a_head_row_and_a_description(read):
    properties = read.document.tables[0]._tbl.tblPr.xml
    assert "w:tblDescription" in properties
    assert "w:tblCaption" in properties
    assert "w:tblHeader" in read.document.tables[0].rows[0]._tr.xml
    assert "w:tblHeader" not in read.document.tables[0].rows[1]._tr.xml


def test_permitted_words_stand_under_their_theme_and_voice_as_quotations(read):
    young = read.under("What young people told us")
    at = young.index(("Quotation", "“I like it here. [name] makes tea when I get in.”"))
    assert ("Heading 2", "Home and the people who care for me") in young[:at]
    working = read.under("What practitioners told us")
    assert ("Quotation", "“Carers tell us that short breaks keep them going.”") in working
    assert "Carers tell us" not in str(young)


def test_what_was_said_in_public_stands_apart_with_its_source(read):
    public = read.under(headings.APPENDICES[headings.IN_PUBLIC])
    elsewhere = [text for style, text in read.paragraphs if (style, text) not in public]
    assert sum("Early Help, Front Door Assessment, Pathway Planning" in t for _, t in public) == 1
    assert not any("Pathway Planning, Domestic Abuse" in text for text in elsewhere)
    assert any(text.endswith("statement 1:") and "Minutes: " in text for _, text in public)


def test_a_statement_is_quoted_under_the_theme_it_is_most_about_and_named_under_the_others(read):
    public = read.under(headings.APPENDICES[headings.IN_PUBLIC])
    (quoted,) = [i for i, (_, text) in enumerate(public) if "Front Door Assessment, P" in text]
    number = public[quoted - 1][1].partition("\t")[0]
    before = [text for style, text in public[:quoted] if style == "Heading 2"]
    assert before[-1].startswith("Early help and the front door")
    at = next(i for i, (_, text) in enumerate(public) if text.startswith("Moving on (Pathway"))
    assert "\tSee paragraphs " in public[at + 1][1]
    assert number in public[at + 1][1]


def test_public_statements_never_change_a_count():
    with_, without = paper(), paper(summary=summary())
    tables = [Read(scrutiny.write(p)).document.tables[0] for p in (with_, without)]
    rows = [[[c.text for c in row.cells] for row in table.rows] for table in tables]
    assert rows[0] == rows[1]


def test_the_glossary_explains_the_acronyms_that_are_used_and_no_others(read):
    rows = {row.cells[0].text: row.cells[1].text for row in read.document.tables[1].rows[1:]}
    assert rows["PEP"] == "Personal Education Plan"
    assert rows["CAMHS"] == "Child and Adolescent Mental Health Services"
    assert rows["SWYFT"].startswith("South West Yorkshire")
    assert list(rows) == sorted(rows)
    assert "LADO" not in rows
    assert "NOBODY" not in rows


def test_a_paper_may_bring_its_own_meanings():
    own = Read(scrutiny.write(paper(glossary=(("CSI", "Our own words"),))))
    assert "Our own words" in own.text


def test_the_method_tells_the_exact_questions_and_how_far_people_checked(read):
    method = str(read.under(headings.APPENDICES[headings.METHOD]))
    assert "What do you want to tell us?" in method
    assert "87%" in method
    assert "31 views came with the wish to be counted only" in method


def test_the_officer_is_a_post_with_an_address_and_a_day(read):
    contact = [text for _, text in read.under("Officer Contact")]
    assert contact == [
        "16.1\tPost: Participation Manager",
        "16.2\tEmail: participation@council.example",
        "16.3\tDate of meeting: 12 January 2027",
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2027, 3, 1), "Monday 1 March 2027"), (date(2026, 11, 9), "Monday 9 November 2026")],
)
def test_days_have_no_leading_nought_and_no_short_month(day, told):
    assert f"on {told}" in Read(scrutiny.write(paper(meeting_on=day))).text


def test_no_score_and_no_feeling_is_printed(read):
    for word in ("sentiment", "score:", "polarity", "positive", "negative"):
        assert word not in read.text.casefold()


def test_the_paper_keeps_the_house_style_that_it_asks_of_officers(read):
    own = [text for style, text in read.paragraphs if style != "Quotation"]
    found = [slip for text in own for slip in slips(text)]
    assert [slip for slip in found if slip[1] != "No scores."] == []


@pytest.mark.parametrize(
    "text",
    [
        "on 12/01/2027",
        "January 12, 2027",
        "the 3rd of March",
        "we recognize",
        "Mrs Smith",
        "I think",
    ],
)
def test_a_slip_of_style_is_seen(text):
    assert slips(text)


def test_no_id_of_a_view_is_anywhere_in_the_file():
    marked = Quote("Hello", Voice.YOUNG_PERSON, "view-id-7f3a")
    whole = summary(statements())
    lines = tuple(
        replace(line, quotes=(marked,)) if line.key == "home_carers" else line
        for line in whole.themes
    )
    held = Read(scrutiny.write(paper(summary=replace(whole, themes=lines))))
    assert "“Hello”" in held.text
    assert "view-id-7f3a" not in held.words_of_package()


def test_an_empty_period_still_makes_an_honest_paper():
    empty = replace(
        summary(),
        themes=tuple(
            replace(line, young_people=Count(0), practitioners=Count(0), quotes=())
            for line in summary().themes
        ),
        young_people=Count(0),
        practitioners=Count(0),
        only_count=Count(0),
        reviewed_percent=None,
    )
    read = Read(scrutiny.write(paper(summary=empty)))
    assert "No views from young people were received" in read.text
    assert "No themes have been agreed for this period yet." in read.text
    assert len(read.headings) == 20
