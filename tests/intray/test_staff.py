"""A list of staff as councils keep it: usual names of columns, and what is wrong, by row."""

import pytest

from core.errors import CannotUseFile
from intray import staff


def read(tmp_path, text):
    place = tmp_path / "staff.csv"
    place.write_text(text, "utf-8")
    return staff.read(place)


def test_names_in_either_order_and_columns_under_other_names(tmp_path):
    lines, problems = read(
        tmp_path,
        "Full name,Known as,Job title,Line manager,Email\n"
        '"Jones, Sarah",Saz; Sassy,Team Manager,,s.jones@council.example\n'
        "Dave Smith,,Social Worker,Sarah Jones,\n"
        ",,,,\n"
        ",,Cook,,\n"
        "Ann Lee,,,,nonsense\n",
    )
    assert [(one.name, one.nicknames, one.manager) for one in lines] == [
        ("Sarah Jones", ("Saz", "Sassy"), ""),
        ("Dave Smith", (), "Sarah Jones"),
    ]
    assert [(one.row_number, one.reason) for one in problems] == [
        (5, "there is no name in it"),
        (6, "the email has no @ in it"),
    ]


@pytest.mark.parametrize("text", ["", "Post,Team\nCook,Home\n"])
def test_a_file_without_names_is_refused_in_plain_words(tmp_path, text):
    with pytest.raises(CannotUseFile):
        read(tmp_path, text)
