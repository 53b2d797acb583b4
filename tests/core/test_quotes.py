"""A quote is what was written, less what was left out; nothing masked and nothing unpermitted."""

import pytest

from core.quotes import CannotQuote, checked, stretches

SAID = "Kayleigh took my bike.\nI miss  it. Nobody asked me!"
ALL = ((0, len(SAID)),)


@pytest.mark.parametrize(
    "printed",
    ["I miss it.", "[name] took my bike.", "took my bike ... Nobody asked me!", "I miss\nit [...]"],
)
def test_words_may_be_left_out_where_a_sign_says_so(printed):
    assert checked(printed, SAID, [(0, 8)], ALL)


@pytest.mark.parametrize(
    "printed",
    [
        "I hate it.",  # changed
        "Nobody asked me! I miss it.",  # in another order
        "Kayleigh took my bike.",  # shows what is masked
        "[...]",  # nothing left
        "i miss it",  # even a capital
        "x" * 401,
    ],
)
def test_nobodys_words_are_changed_and_nothing_masked_is_shown(printed):
    with pytest.raises(CannotQuote):
        checked(printed, SAID, [(0, 8)], ALL)


def test_only_the_part_that_its_writer_opened_is_quoted():
    start = SAID.index("I miss")
    assert checked("I miss it.", SAID, [], ((start, start + 11),))
    with pytest.raises(CannotQuote):
        checked("my bike. [...] Nobody", SAID, [], ((start, start + 11),))
    assert stretches("I miss it.", SAID) == ((start, start + 11),)
