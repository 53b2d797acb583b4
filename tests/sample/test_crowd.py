"""The invented people: many, mixed, no two alike, and none of them real."""

import difflib
import itertools
import json
import re
import unicodedata
from collections import Counter

import pytest

from core.facts import AgeBand, Face, Kind, Openness, Permission, Voice, Worry
from core.themes import BY_KEY
from sample import crowd as crowd_of
from sample.crowd import Person, crowd

PEOPLE = crowd()
NEWEST_DAYS = 10
DISCLOSURES = (
    "I dont feel safe at my house",
    "I have been hurting myself again",
    "My uncle hit me",
    "A man I dont know keeps messaging me",
    "I don't want to be here anymore",
    "I ran away on friday",
    "My carer grabs me by the arm",
)


def _by(voice: Voice) -> list[Person]:
    return [person for person in PEOPLE if person.said.voice is voice]


def _shingles(words: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", words.casefold())
    return {tuple(found[i : i + 6]) for i in range(len(found) - 5)}


def test_there_are_at_least_160_people_over_fourteen_months():
    assert len(_by(Voice.YOUNG_PERSON)) >= 115
    assert len(_by(Voice.PRACTITIONER)) >= 45
    assert min(p.days_ago for p in PEOPLE) == 0
    assert 400 < max(p.days_ago for p in PEOPLE) <= 425


def test_every_kind_of_person_is_among_them():
    said = [person.said for person in PEOPLE]
    assert {one.age_band for one in said} >= set(AgeBand)
    assert {one.face for one in said} >= set(Face)
    assert {one.kind for one in said} == set(Kind)
    assert {one.permission for one in said} == set(Permission)
    assert {one.who.openness for one in said} == set(Openness)
    assert all(sum(one.permission is kind for one in said) > 30 for kind in Permission)


def test_every_theme_is_there_some_common_and_some_rare():
    counts = Counter(key for person in PEOPLE for key in person.agreed or ())
    assert counts.keys() == BY_KEY.keys()
    assert sum(1 for number in counts.values() if number > 20) >= 4
    assert sum(1 for number in counts.values() if number < 5) >= 1


def test_in_each_quarter_some_themes_are_spoken_of_by_five_of_each_voice_and_some_are_not():
    for first in range(11, 90, 30):
        quarter = [p for p in PEOPLE if first <= p.days_ago < first + 91]
        counts = Counter((p.said.voice, k) for p in quarter for k in p.agreed or ())
        enough = [k for k in BY_KEY if all(counts[voice, k] >= 5 for voice in Voice)]
        few = [k for k in BY_KEY if any(0 < counts[voice, k] < 5 for voice in Voice)]
        assert enough
        assert few


def test_the_newest_are_unread_and_the_old_ones_have_an_answer():
    assert all((p.agreed is None) == (p.days_ago <= NEWEST_DAYS) for p in PEOPLE)
    assert all(p.reply for p in PEOPLE if p.agreed and p.days_ago >= 40)
    assert 20 <= sum(p.agreed is None for p in PEOPLE) <= 35


def test_no_two_people_say_nearly_the_same():
    alike = [
        (one, other)
        for one, other in itertools.combinations([p.said.words.casefold() for p in PEOPLE], 2)
        if _maybe_alike(one, other) and difflib.SequenceMatcher(None, one, other).ratio() > 0.6
    ]
    assert alike == []


def _maybe_alike(one: str, other: str) -> bool:
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other)) > 0.8


def test_no_run_of_six_words_is_used_twice():
    seen = Counter(run for person in PEOPLE for run in _shingles(person.said.words))
    assert [run for run, times in seen.items() if times > 1] == []


def test_four_languages_besides_english_are_spoken():
    scripts = Counter(
        unicodedata.name(letter).split()[0]
        for person in PEOPLE
        for letter in set(person.said.words)
        if letter.isalpha() and not letter.isascii()
    )
    assert scripts.keys() >= {"ARABIC", "CYRILLIC", "LATIN"}
    words = " ".join(person.said.words for person in PEOPLE)
    assert "\u06d5" in words  # a letter that Sorani has and Arabic has not
    assert "ł" in words  # Polish


def test_the_only_phones_are_those_kept_free_for_stories():
    reach = [person.said.who.reach for person in PEOPLE if person.said.who.reach]
    assert len(reach) >= 5
    assert all(re.fullmatch(r"07700 900\d{3}", one) for one in reach)
    words = [person.said.words + (person.reply or "") for person in PEOPLE]
    assert [one for one in words if re.search(r"\d{5,}", one.replace(" ", ""))] == []


def test_replies_use_words_that_young_people_can_read():
    replies = [p.reply for p in _by(Voice.YOUNG_PERSON) if p.reply]
    jargon = r"\b(LAC|UASC|NEET|CiC|IRO|PEP|placement|respite|contact centre|siblings|peers)\b"
    assert [one for one in replies if re.search(jargon, one)] == []
    longest = max(
        (len(part.split()), part) for one in replies for part in re.split(r"[.:?!] ", one)
    )
    assert longest[0] <= 25, longest


@pytest.mark.parametrize("opening", DISCLOSURES)
def test_a_plain_disclosure_raises_worry(opening):
    from tagging import quick_tagger  # the one that the doors use

    (person,) = [p for p in PEOPLE if p.said.words.startswith(opening)]
    assert len(person.said.words) < 160
    assert quick_tagger().suggest(person.said.words).worry in {Worry.URGENT, Worry.CONCERN}


def test_a_line_with_a_field_too_many_or_too_few_is_refused(tmp_path, monkeypatch):
    line = json.loads(next(crowd_of.VOICES.glob("*.jsonl")).read_text("utf-8").splitlines()[0])
    monkeypatch.setattr(crowd_of, "VOICES", tmp_path)
    (tmp_path / "one.jsonl").write_text(json.dumps(line | {"surname": "x"}), "utf-8")
    with pytest.raises(ValueError, match="surname"):
        crowd()
