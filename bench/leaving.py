"""C1 to C4 on real outputs: what papers, pages and releases tell, and what they must not."""

import re
from datetime import date

from bench.council_house import BY, PERIOD, Outputs, opened, told
from bench.figures import Proof
from core.council import Rules
from core.differencing import Overlaps
from core.facts import Face, Permission, Voice
from core.jigsaw import Text, findings
from core.summaries import Period
from services import (
    digest,
    lookback,
    releases,
    withdrawing,
)

SHIFTED = (
    Period(date(2027, 1, 2), date(2027, 4, 1)),
    Period(date(2026, 12, 31), date(2027, 3, 30)),
)


def c1_outputs(engine: str) -> Proof:
    """Every number of people in every document is one that the release prints."""
    with opened(engine) as house:
        for number in range(60):
            place = sum(number >= cut for cut in (22, 38, 50))
            keys = ("money", "education", "safety", "social_worker")[place : place + 1]
            voice = Voice.PRACTITIONER if number % 3 == 0 else Voice.YOUNG_PERSON
            told(house, (*keys, *(("family_time",) if number < 3 else ())), voice=voice)
        release = releases.freeze(house, BY, PERIOD)
        allowed = {n.number for n in release.counts.values() if n.number is not None}
        allowed |= {sum(c.number or 0 for k, c in release.counts.items() if "only_count" in k)}
        text = Outputs.of(house).text()
    cells = re.findall(r"^\d+$", text, re.MULTILINE)
    told_ = re.findall(r"(?<!than )\b(\d+) (?:views|messages)\b", text)
    said = {int(n) for n in (*cells, *told_)}
    strange = said - allowed
    figure = f"{len(strange)} of {len(said)} numbers of views are not in the frozen release"
    return Proof(
        "C1", f"numbers in docx and html, {engine}", figure, "0", not strange and bool(said)
    )


def c2_again(engine: str) -> Proof:
    """Before and after one view, a view taken back, and questions that are nearly the same."""
    with opened(engine) as house:
        codes = [told(house, ("money",)) for _ in range(9)]
        for _ in range(7):
            told(house, ("education",))
        first = releases.freeze(house, BY, PERIOD)
        told(house, ("money",))
        second = releases.freeze(house, BY, PERIOD)
        withdrawing.withdraw(house, codes[0])
        third = releases.freeze(house, BY, PERIOD)
        refused = 0
        for shifted in SHIFTED:
            try:
                releases.freeze(house, BY, shifted)
            except Overlaps:
                refused += 1
    same = first.sha256 == second.sha256 == third.sha256
    told_ = "the same" if same else "NOT the same"
    figure = f"3 of 3 asked again are {told_}, {refused} of 2 shifted by a day refused"
    mark = "the same; refused"
    return Proof(
        "C2", f"asked again as views come and go, {engine}", figure, mark, same and refused == 2
    )


def c3(engine: str) -> Proof:
    """A person is a code; groups are not told of; quotes need consent, two people and a count."""
    with opened(engine) as house:
        code = told(house, ("money",))
        for number in range(11):
            lookback.say_more(house, code, f"And {number}.", f"once {number}")
        many = [told(house, ("education",), face=Face.AWFUL) for _ in range(8)]
        told(house, ("safety",), "Never quote me.", permission=Permission.COUNT_ONLY)
        told(house, ("safety",), "Too few to quote.")
        summary = digest.summarise(house, BY, PERIOD)
        release = releases.freeze(house, BY, PERIOD)
        text = Outputs.of(house).text()
    total = release.count("young_person", "received").number
    awful = release.count("young_person", "face", "education", "awful").number
    quoted = {q.words for line in summary.themes for q in line.quotes}
    breaches = [
        total != 1 + len(many) + 2,
        awful is not None,
        "Never quote me." in text,
        "Too few to quote." in quoted or "Too few to quote." in text,
    ]
    figure = f"{sum(breaches)} of {len(breaches)} breached; 12 messages of one code count as 1"
    return Proof("C3", f"people once, groups, quotes, {engine}", figure, "0", not any(breaches))


def c4(engine: str) -> Proof:
    """A class that few belong to: hidden as a number, stopped as words; the limit only rises."""
    with opened(engine) as house:
        for number in range(30):
            told(house, ("money",) if number < 27 else ("identity_culture",))
        release = releases.freeze(house, BY, PERIOD)
    hidden = release.count("young_person", "theme", "identity_culture")
    words = "As an unaccompanied asylum seeker I want my own key."
    stopped = findings([Text("a quotation", words, quoted=True)], {}, 5)
    try:
        Rules(threshold=4)
        fell = True
    except ValueError:
        fell = False
    rose = Rules(threshold=10).threshold == 10
    ok = hidden.number is None and bool(stopped) and not fell and rose
    found = "hidden" if hidden.number is None else "SHOWN"
    limit = "TAKEN" if fell else "refused"
    figure = f"3 of a class {found}; words stopped for {len(stopped)} reasons; limit of 4 {limit}"
    return Proof("C4", f"a class of few, {engine}", figure, "hidden, stopped, refused", ok)
