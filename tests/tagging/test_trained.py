import shutil
from pathlib import Path

import numpy as np
import pytest

import tagging
from core.facts import Worry
from tagging import default_tagger, encoder, model
from tagging.encoder import Encoder, NoEncoder
from tagging.fitting import fit
from tagging.labels import theme_labels, theme_rows
from tagging.machine import Seen, machine_of, rise
from tagging.measures import reader_fit
from tagging.model import MODELS, NoModel, load
from tagging.sight import pooled
from tagging.texts import BadText, Labelled, near_duplicates, read_texts
from tagging.vocabulary import learn_vocabulary

TAGGER = default_tagger()
EMPTY = (np.zeros(0, np.int64), np.zeros(0, np.float32))


def test_the_trained_tagger_answers_and_says_so():
    assert TAGGER.suggest("My school is great").method.startswith("minilm-")


def test_without_the_encoder_the_cue_tagger_takes_over_and_says_so(monkeypatch):
    monkeypatch.setattr(encoder, "PACKAGE", "a_package_that_is_not_here")
    said = tagging.default_tagger().suggest("my foster carers are well nice")
    assert said.method == "cues-and-weights-1"
    assert said.suggested == ("home_carers",)


def test_weights_that_are_not_the_official_ones_are_refused(tmp_path: Path):
    (tmp_path / "model.safetensors").write_bytes(b"not these")
    with pytest.raises(NoEncoder, match="not the official file"):
        Encoder(tmp_path)


def test_a_model_that_was_changed_is_refused_and_the_cue_tagger_takes_over(
    tmp_path: Path, monkeypatch
):
    shutil.copytree(MODELS, tmp_path / "model")
    with (tmp_path / "model" / model.ARRAYS).open("ab") as file:
        file.write(b"x")
    with pytest.raises(NoModel):
        load(tmp_path / "model")
    monkeypatch.setattr(tagging, "load", lambda: load(tmp_path / "model"))
    assert tagging.default_tagger().suggest("hello").method == "cues-and-weights-1"


def test_many_texts_at_once_get_what_each_would_get_alone():
    texts = ["", "i never see my brother", "Liquidlogic crashes " * 90, "😭", "no one listens"]
    for together, text in zip(TAGGER.suggest_many(texts), texts, strict=True):
        alone = TAGGER.suggest(text)
        assert together.suggested == alone.suggested
        assert (together.worry, together.feeling) == (alone.worry, alone.feeling)


def test_a_hint_alone_is_raised():
    said = TAGGER.suggest("theres a chair against my door every night so he cant get in")
    assert said.worry is not Worry.NONE


def test_a_text_is_scored_as_if_its_hand_had_never_written():
    rows = np.eye(4, dtype=np.float32)[[0, 0, 1, 1]]
    seen = Seen(rows, [EMPTY] * 4, [EMPTY] * 4)
    labels = np.array([[1], [0], [0], [0]], np.float32)
    fitted = fit(seen, labels, ["ann", "bob", "ann", "bob"], ("money",), (0, 0))
    alone = fit(
        Seen(rows[[1, 3]], [EMPTY] * 2, [EMPTY] * 2), labels[[1, 3]], ["b", "b"], ("money",), (0, 0)
    )
    assert fitted.apart[0, 0] == pytest.approx(fitted.apart[2, 0], abs=0.05)
    assert machine_of(alone.machine.arrays()).keys == ("money",)


def test_a_label_counts_as_far_as_its_two_readers_agree():
    both = Labelled(
        "x", "ann", themes=frozenset({"money", "safety"}), again=frozenset({"money"}),
        perhaps=frozenset({"education"}),
    )  # fmt: skip
    assert [both.about(key) for key in ("money", "safety", "education", "family_time")] == [
        1.0, 0.5, 0.25, 0.0,
    ]  # fmt: skip
    assert Labelled("x", "ann", themes=frozenset({"money"})).about("money") == 1.0
    assert Labelled("x", "ann", again=frozenset({"money"})).about("safety") == 0.0
    assert Labelled("x", "ann").about("money") is None
    assert theme_rows([both, Labelled("x", "ann")]) == [0]
    assert theme_labels([both], ("money", "safety")).tolist() == [[1.0, 0.5]]


def test_what_only_one_of_two_readers_said_is_half_missed_by_either_choice():
    texts = [
        Labelled("x", "ann", themes=frozenset({"money", "safety"}), again=frozenset({"money"}))
    ]
    assert reader_fit(texts, [{"money"}]) == pytest.approx(2 * 1 / 2.5 + (1 + 0) / 2)
    assert reader_fit(texts, [{"money", "safety"}]) == pytest.approx(
        2 * 1.5 / 3.5 + (1 + 2 / 3) / 2
    )
    assert reader_fit(texts, [{"education"}]) == 0.0


def test_the_way_up_is_where_the_score_rises_fastest():
    centres = np.array([[1, 0], [0, 1]], np.float32)
    pull = np.array([[1, 0], [-1, 2]], np.float32)
    ways = rise(np.array([0.5, 1], np.float32), pull, centres)
    assert ways.tolist() == [[0.5, -1.0], [0.0, 2.0]]


def test_what_one_piece_of_a_word_says_strongly_stays_in_sight():
    states = np.array([[0, 1], [4, 1], [2, 1]], np.float32)
    assert pooled(states).tolist() == [2.0, 1.0, 4.0, 1.0]


def test_near_duplicates_are_found_and_others_are_none():
    texts = [
        "my social worker never rings me back and it has been weeks",
        "My social worker never rings me back, and it has been weeks!!",
        "my social worker never rings me back and it has been six weeks now",
        "tea was late again",
    ]
    again = near_duplicates([Labelled(text, "ann") for text in texts])
    assert [one.text for one in again] == texts[1:3]


def test_a_bad_label_is_named_by_file_and_line_without_its_words(tmp_path: Path):
    path = tmp_path / "lad.jsonl"
    path.write_text('{"text": "ok", "themes": []}\n{"text": "secretword", "themes": ["x"]}\n')
    with pytest.raises(BadText, match=r"lad\.jsonl, line 2") as raised:
        read_texts(path)
    assert "secretword" not in str(raised.value)


def test_what_few_texts_hold_is_no_word_of_the_vocabulary():
    vocabulary = learn_vocabulary([["bus", "late"], ["bus"], ["soup"]], seen=2)
    assert vocabulary.names == ["bus"]
    columns, weights = vocabulary.weigh(["bus", "bus", "soup"])
    assert columns.tolist() == [0]
    assert weights.tolist() == [1.0]
