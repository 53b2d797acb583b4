"""People described by what they do: "the team manager", "my social worker's manager".

Rationale: a post that only a few hold points at them. One that many hold ("my social worker")
points at nobody, and would keep half of the service from reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.name_forms import Token, tokens
from core.subjects import How, Match, Person

FEW = 3
MANAGER = frozenset({"manager", "bos", "supervisor"})
LEADS = MANAGER | {"head", "lead", "leader", "director", "principal"}
SHORT_FOR = {
    "iro": "independent reviewing officer",
    "pa": "personal adviser",
    "sw": "social worker",
    "dsl": "designated safeguarding lead",
}
BETWEEN = 5  # words between "manager" and what is managed


class PostBook:
    """Posts and teams, and who holds them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._team_leads: dict[str, set[str]] = defaultdict(set)
        self._managers_of: dict[str, set[str]] = defaultdict(set)
        for person in people:
            post = _plain(person.post)
            if post:
                self._holders[post].add(person.id)
            if person.team and LEADS & set(post.split()):
                self._team_leads[_without_team(_plain(person.team))].add(person.id)
            if post and person.manager_id:
                self._managers_of[post].add(person.manager_id)

    def described(self, words: Sequence[Token]) -> Iterator[Match]:
        """Those whose post the text gives, where few hold it; sure where one does."""
        text = _spoken(words)
        for post, holders in self._holders.items():
            if len(holders) <= FEW and f" {post} " in text:
                yield from (Match(one, How.POST, len(holders) == 1) for one in sorted(holders))
        if not self.speaks_of_manager(words):
            return
        for led in (self._managers_of, self._team_leads):
            for what, leads in led.items():
                if len(leads) <= FEW and _beside_manager(text, what):
                    yield from (Match(one, How.MANAGER, False) for one in sorted(leads))

    def speaks_of_manager(self, words: Sequence[Token]) -> bool:
        """Whether the text speaks of somebody's manager at all."""
        return any(_one(word.plain.removesuffix("es")) in MANAGER | {"leader"} for word in words)


def _spoken(words: Sequence[Token]) -> str:
    return f" {' '.join(_one(SHORT_FOR.get(word.plain, word.plain)) for word in words)} "


def _plain(text: str) -> str:
    return " ".join(_one(word.plain) for word in tokens(text))


def _one(word: str) -> str:
    """The word without an s at its end: children write "my social workers manager"."""
    return word.removesuffix("s")


def _without_team(team: str) -> str:
    return team.removesuffix(" team").removesuffix(" service")


def _beside_manager(text: str, what: str) -> bool:
    """Whether these words stand within a few words of "manager" or the like."""
    before, there, after = text.partition(f" {what} ")
    if not what or not there:
        return False
    near = {*before.split()[-BETWEEN:], *after.split()[:BETWEEN]}
    return bool(near & (MANAGER | {"leader", "lead"}))
