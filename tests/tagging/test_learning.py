from tagging.learned import Weights
from tagging.learning import Example, learn, written
from tagging.lessons import held_out
from tagging.measures import theme_figures, worry_figures
from tagging.normalising import tokens

TEXTS = [
    *[(f"the bus was late {day}", "bus") for day in ("today", "again", "on monday")],
    *[(f"we ate soup {day}", "soup") for day in ("today", "again", "on monday")],
]
EXAMPLES = [Example(text, frozenset({key}), {}) for text, key in TEXTS]


def test_a_learned_table_tells_apart_what_it_was_taught():
    weights = Weights(learn(EXAMPLES, ("bus", "soup"), smallest=0.1))
    said = weights.judge(tokens("another bus came late"), {})
    assert said["bus"].likely > 0.5 > said["soup"].likely
    assert said["bus"].carried[0].name in {"bus", "late"}


def test_learning_twice_gives_the_same_table():
    assert written(learn(EXAMPLES, ("bus", "soup"))) == written(learn(EXAMPLES, ("bus", "soup")))


def test_the_held_out_fifth_is_the_same_each_time_and_nothing_learns_from_it():
    lines = [{"text": str(number)} for number in range(50)]
    lessons, held = held_out(lines)
    assert (lessons, held) == held_out(lines)
    assert len(held) == 10
    assert not [line for line in held if line in lessons]


def test_figures_count_what_was_right_wrong_and_missed():
    figures = theme_figures(
        [{"money"}, {"education"}], [{"money", "safety"}, set()], [["money", "safety"], []]
    )
    assert figures["themes: precision"] == figures["themes: recall"] == 0.5
    assert figures["themes: micro-F1"] == 0.5
    assert figures["themes: recall at 3"] == 0.5


def test_an_urgent_text_called_a_concern_counts_as_raised_but_not_as_urgent():
    figures = worry_figures(["urgent", "none"], ["concern", "none"])
    assert figures["worry: urgent raised"] == 1
    assert figures["worry: urgent as urgent"] == 0
    assert figures["worry: none raised"] == 0
