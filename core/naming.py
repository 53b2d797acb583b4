"""Whom a text names or describes, out of a register of staff and carers.

Rationale: whoever is named must not read what a child says of them, so the rule is tuned to keep
out. A text without a full name, a title or a word such as "my worker" before it gives an uncertain
match: the person is kept out all the same, until a second officer has looked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.name_context import introduced, may_be_name, written_as_name
from core.name_forms import (
    SHORTEST,
    STANDS_FOR,
    TITLES,
    Token,
    apart,
    parts_of,
    plain,
    shortened,
    slips,
    sound,
    tokens,
)
from core.ordinary_words import ORDINARY
from core.posts import PostBook
from core.subjects import How, Match, Person

LEAST_SOUNDS = 3
EXACT, USUAL, ALIKE = 3, 2, 1


@dataclass(slots=True)
class _Forms:
    """Words that stand for people, with how surely each does."""

    exact: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    cut: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    heard: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    looked_up: dict[tuple[str, bool], dict[str, int]] = field(default_factory=dict)
    longest: int = 0

    def add(self, word: str, person_id: str, surely: int) -> None:
        """This word stands for this person."""
        self.longest = max(self.longest, len(word))
        before = self.exact[word].get(person_id, 0)
        self.exact[word][person_id] = max(before, surely)
        for left in shortened(word, slips(word)):
            self.cut[left].add(word)
        if surely == EXACT and len(told := sound(word)) >= LEAST_SOUNDS:
            self.heard[told].add(word)

    def people(self, word: str, *, slack: bool) -> dict[str, int]:
        """Whom this word may stand for; with `slack`, also where it is written wrongly.

        Rationale: what was found for everyday words is remembered, for most of a text is made of
        them. Other words may be names, and are not kept in memory.
        """
        if not self.exact:
            return {}
        if word not in ORDINARY:
            return self._look_up(word, slack)
        if (word, slack) not in self.looked_up:
            self.looked_up[word, slack] = self._look_up(word, slack)
        return self.looked_up[word, slack]

    def _look_up(self, word: str, slack: bool) -> dict[str, int]:
        found = dict(self.exact.get(word, {}))
        if slack and (most := max(slips(word), int(len(word) == SHORTEST - 1))):
            for other in self._near(word, most) | self.heard.get(sound(word), set()):
                for person_id in self.exact[other]:
                    found.setdefault(person_id, ALIKE)
        return found

    def _near(self, word: str, most: int) -> set[str]:
        """The words that this one is, with at most so many slips of the pen.

        Rationale: a word that is much longer than every name is none of them, written wrongly. To
        try it would take hours: of n letters, two can be left out in n * n / 2 ways.
        """
        if len(word) > self.longest + most:
            return set()
        near = {w for left in shortened(word, most) for w in self.cut.get(left, ())}
        return {w for w in near if apart(word, w) <= min(most, slips(w))}


class Register:
    """The people on the register, ready to be looked for in any number of texts.

    Args:
        version: of the register that it was made from.
    """

    def __init__(self, people: Iterable[Person], version: int = 0) -> None:
        self.version = version
        self._given, self._family, self._whole = _Forms(), _Forms(), _Forms()
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._manager: dict[str, str] = {}
        here = [one for one in people if one.here]
        called: dict[str, set[str]] = defaultdict(set)
        for person in here:
            called[person.name.casefold()].update(person.nicknames)
        for person in here:
            # Somebody may stand here twice, by the file and by the address that they sign in with.
            self._learn(person, sorted(called[person.name.casefold()]))
        self._posts = PostBook(here)

    def _learn(self, person: Person, called: Iterable[str]) -> None:
        given, family = parts_of(person.name)
        for first in given:
            self._given.add(first, person.id, EXACT)
            for other in STANDS_FOR.get(first, ()):
                self._given.add(other, person.id, USUAL)
        for nickname in called:
            first, *more = [one.plain for one in tokens(nickname)] or [""]
            self._given.add(first, person.id, EXACT)
            if more:
                self._whole.add("".join((first, *more)), person.id, EXACT)
            family = family or more
        for last in family:
            self._learn_surname(person, last, given, {plain(one) for one in called})
        if person.manager_id:
            self._manager[person.id] = person.manager_id

    def _learn_surname(
        self, person: Person, last: str, given: list[str], called: Iterable[str]
    ) -> None:
        self._family.add(last, person.id, EXACT)
        for first in {*given, *called}:
            self._whole.add(first + last, person.id, EXACT)
        self._initials[given[0][0] + last[0] if given else last].add(person.id)

    def named_in(self, text: str) -> tuple[Match, ...]:
        """Everyone whom the text names or describes, each with the surest reason."""
        words = tokens(text)
        found: dict[str, Match] = {}
        ways = (self._singly, self._run_together, self._pairs, self._posts.described)
        for match in (match for way in ways for match in way(words)):
            _keep(found, match)
        if self._posts.speaks_of_manager(words):
            for match in tuple(found.values()):
                if manager := self._manager.get(match.person_id):
                    _keep(found, Match(manager, How.MANAGER, match.sure))
        return tuple(found.values())

    def _singly(self, words: Sequence[Token]) -> Iterator[Match]:
        for at, word in enumerate(words):
            if word.plain in ORDINARY and not written_as_name(words, at):
                if may_be_name(words, at):
                    yield from self._perhaps(word)
                continue
            told = introduced(words, at)
            for person_id, surely in self._given.people(word.plain, slack=True).items():
                yield _as_match(person_id, surely, told and surely >= USUAL)
            yield from self._by_surname(words, at)
            if told and word.shout:
                yield from (_maybe(one) for one in self._initials.get(word.plain, ()))

    def _perhaps(self, word: Token) -> Iterator[Match]:
        """People called by a word that is an everyday word, too: uncertain, and never misspelt."""
        for person_id, surely in self._given.people(word.plain, slack=False).items():
            if surely == EXACT:
                yield _maybe(person_id)

    def _by_surname(self, words: Sequence[Token], at: int) -> Iterator[Match]:
        titled = at > 0 and words[at - 1].plain in TITLES
        for person_id, surely in self._family.people(words[at].plain, slack=True).items():
            yield _as_match(person_id, surely, titled and surely == EXACT)

    def _run_together(self, words: Sequence[Token]) -> Iterator[Match]:
        """A whole name in one word, or in two: sarahjones, Big G."""
        for at, word in enumerate(words):
            after = words[at + 1 : at + 2]
            joined = [word.plain, *(word.plain + one.plain for one in after if not one.first)]
            for one in joined:
                for person_id in self._whole.people(one, slack=False):
                    yield Match(person_id, How.NAMED, True)

    def _pairs(self, words: Sequence[Token]) -> Iterator[Match]:
        """A first name or an initial beside a surname: sure, unless one of them is misspelt."""
        for one, next_one in pairwise(words):
            family = self._family.people(next_one.plain, slack=True)
            if not family or (next_one.first and len(one.plain) > 1):
                continue
            given = self._given.people(one.plain, slack=True)
            for person_id in family.keys() & given.keys():
                sure = min(given[person_id], family[person_id] + 1) >= USUAL
                yield _as_match(person_id, EXACT if sure else ALIKE, sure)
            if len(one.plain) == 1:
                for person_id, surely in family.items():
                    if one.plain + next_one.plain[0] in self._initials_of(person_id):
                        yield _as_match(person_id, surely, surely == EXACT)

    def _initials_of(self, person_id: str) -> set[str]:
        return {letters for letters, people in self._initials.items() if person_id in people}


def _maybe(person_id: str) -> Match:
    return Match(person_id, How.PERHAPS, False)


def _as_match(person_id: str, surely: int, sure: bool) -> Match:
    if surely == ALIKE:
        return Match(person_id, How.MISSPELT, False)
    return Match(person_id, How.NAMED if sure else How.PERHAPS, sure)


def _keep(found: dict[str, Match], match: Match) -> None:
    """Keep the surer of two reasons for one person; of two that are as sure, the first."""
    before = found.get(match.person_id)
    if before is None or (match.sure and not before.sure):
        found[match.person_id] = match
