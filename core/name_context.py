"""Whether a word stands as a name where it stands: "Will shouts", and not "I will".

Only asked about words that are everyday words too; any other word on the register is a name.
"""

from collections.abc import Sequence

from core.name_forms import TITLES, Token

CALLED = TITLES | {"called", "named"}
WORDS = {
    "introduced": """
worker workers carer carers mum dad manager boss supervisor adviser advisor pa sw iro teacher leader
officer lady guy man woman aunty auntie uncle nan staff keyworker
""",
    "not after a name": """
i you he she it we they my your our the a an there this that these those someone somebody anyone
anybody people things not be
""",
    "does": """
is was isnt wasnt said says told tells never always doesnt didnt dont wont shouts shouted hit hits
keeps came comes left makes made gave gives got gets has had hasnt helped helps listens took
takes asked asks went goes and knows lied lies ignores ignored calls called
""",
    "to": "hate like love with by told ask asked tell saw from and about called named",
}
INTRODUCED = CALLED.union(WORDS["introduced"].split())
NOT_AFTER_NAME, DOES, TO = (frozenset(WORDS[k].split()) for k in ("not after a name", "does", "to"))
NEAR = 2  # words between an introduction and the name
HELPERS = frozenset({"will", "may", "can", "see", "art", "so"})  # stand before any verb


def introduced(words: Sequence[Token], at: int) -> bool:
    """Whether "my worker", "called", "Mr" or the like stands just before the word."""
    return any(word.plain in INTRODUCED for word in words[max(0, at - NEAR) : at])


def written_as_name(words: Sequence[Token], at: int) -> bool:
    """Whether a capital inside a sentence, or "called" or "Mr" before it, says that it is one."""
    word = words[at]
    capital = word.big and not word.first and not word.shout
    return capital or (at > 0 and words[at - 1].plain in CALLED)


def may_be_name(words: Sequence[Token], at: int) -> bool:
    """Whether an everyday word may well be a name here, from the words on both sides."""
    word = words[at].plain
    before = words[at - 1].plain if at else ""
    after = words[at + 1].plain if at + 1 < len(words) else ""
    if after in NOT_AFTER_NAME:
        return False
    if words[at].first and words[at].big:
        return True
    if before in TO or (after in DOES and after.endswith("s")):
        return True
    return word not in HELPERS and (after in DOES or introduced(words, at))
