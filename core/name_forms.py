"""Words and names as people write them: plain forms, short names, how they sound, how far apart."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_STRETCHED = re.compile(r"(.)\1{2,}")
LONG = 8  # letters from which two slips are forgiven
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "pc"})
_SMALL = "abu al ap bin da de del den der di el ibn la le mac mc ni nic o van von"
PARTICLES = frozenset(_SMALL.split())
SHORTEST = 4  # letters below which a slip makes another name

# Short names and spellings that stand for each other. Source: general knowledge.
_GROUPS = """
abigail abi abbie gail|alan allan allen al|alexander alexandra alex al sandy lex|alison ali
allison alistair alastair ali|amanda mandy|andrew andy drew|angela angie ange|anne ann annie
anna|anthony antony tony ant|barbara barb babs|benjamin ben benny|bernadette bernie|beverley bev
beverly|caroline carolyn carol caz|catherine katherine kathryn cath cathy kath kathy kate katie
kat cat|charles charlie chas|charlotte charlie lottie|chantelle chantel shantelle|christine
christina chris tina chrissie|christopher chris kris topher|claire clare clair|colin col|daniel
dan danny|darren daz dazza |david dave davey davy|deborah debra debbie deb debs|dennis den
denise|donna don|dorothy dot dotty |douglas doug|edward ed eddie ted|eleanor ellie nell
elinor|elizabeth elisabeth liz lizzie beth betty eliza libby|emma em emmie|francesca fran
frankie|francis frank fran|frances fran franny|gareth gaz gary|gary garry gaz gazza|geoffrey
geoff jeff jeffrey|gillian gill jill gilly|graham graeme|gregory greg gregg|harold harry|harriet
hattie|helen helena hels|henry harry|isabel isabelle isobel izzy bella belle|jacob
jake|jacqueline jackie jacqui jac|james jim jimmy jamie|janet jan|jason jase |jayne jane
janie|jeanette jean jeannette|jennifer jen jenny jenni|jessica jess jessie|joanne joanna jo
joann|john johnny jon jack|jonathan johnathan jon jonny|joseph joe joey|josephine jo josie
|joshua josh|judith judy jude|julie julia jules juliet|karen karin kaz|kathleen kath kathy|keith
keef|kelly kel kelley|kenneth ken kenny|kevin kev|kimberley kim kimberly|laura loz|lauren loz
lauryn |lawrence laurence larry|lee leigh|leslie lesley les|lindsay lindsey linsey|louise lou
lulu|lucy luce |lynn lynne lyn lin|linda lyn lynda|malcolm malc mal|margaret maggie meg peggy
marge|mark marc|martin marty|matthew matt mathew matty|maureen mo|melanie mel|melissa mel
mellissa|michael mick mike micky mikey micheal|michelle shell chelle michele|mohammed muhammad
mohammad mohamed muhammed mo|nadeem nadim|natalie nat nathalie|natasha tash tasha|nathan nate
nath|nicholas nick nicky nicolas nik |nicola nicky nic nikki nichola|oliver ollie olly|olivia
liv livvy|pamela pam|patricia pat trish tricia patsy|patrick pat paddy|paul paulie|pauline
paula|peter pete|philip phil phillip|philippa pippa pip|rachel rach rachael|raymond ray|rebecca
becky becca bex rebekah|richard rick dick richie rich ricky|robert rob bob bobby robbie
bert|ronald ron ronnie|rosemary rose rosie|russell russ |samantha sam sammy|samuel sam
sammy|sarah sara sally sal saz|sean shaun shawn shane|sharon shaz shazza |simon si|sophie sophia
soph|stacey stacy|stephen steven steve ste stephan|stephanie steph stef |stuart stewart
stu|susan sue suzanne susie suzie|teresa theresa tess terri|terence terry tel tez |thomas tom
tommy|timothy tim|tracey tracy trace|valerie val|vanessa ness|veronica ronnie|victoria vicky
vicki vic tori|vincent vince vinny|wendy wend|william will bill billy willy liam|yvonne von
|zachary zac zach zack|barry baz bazza|georgia georgie
georgina|gerald gerard ged gerry jerry|jasmine jas jaz yasmin|jeremy jez jem|kirsten kirsty|niamh
neve nieve|siobhan chevonne shiv shivaun|zoe zoey zoie
"""


class Token(NamedTuple):
    """One word of a text.

    Args:
        plain: small letters without accents or apostrophes.
        big: it begins with a capital.
        first: it begins a sentence, so that its capital says nothing.
        shout: it is all capitals, and more than one letter.
    """

    plain: str
    big: bool
    first: bool
    shout: bool


def plain(word: str) -> str:
    """The word in small letters, without accents, apostrophes, or a letter drawn out: saraaaah."""
    word = _STRETCHED.sub(r"\1\1", word.casefold())
    if word.isascii():
        return word.replace("'", "")
    apart = normalize("NFKD", word)
    return "".join(one for one in apart if not combining(one) and one.isalnum())


def parts_of(name: str) -> tuple[list[str], list[str]]:
    """First and middle names, and surnames, each as they may be written alone.

    Rationale: people are called by a middle name, by half of a double one, or by both run together.
    """
    words = [[one.plain for one in tokens(word)] for word in name.split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[0][0] in TITLES:
        words = words[1:]
    given, family = words[:-1] or words, words[1:]
    first = [part for at, word in enumerate(given) for part in _alone(word, first=at == 0)]
    last = [part for word in family for part in _alone(word, first=word is words[-1])]
    small = [word[0] for word in words[-2:-1] if word[0] in PARTICLES]
    return first, [*last, *(one + "".join(words[-1]) for one in small)]


def _alone(word: list[str], *, first: bool) -> list[str]:
    """The parts of a word with hyphens, and all of it; nothing small between two names."""
    if not first and word[0] in PARTICLES:
        return []
    return list(dict.fromkeys((*word, "".join(word))))


def tokens(text: str) -> list[Token]:
    """The words of a text in order; a 's at the end of one is left out."""
    found: list[Token] = []
    before = 0
    for hit in _WORD.finditer(text):
        word = re.sub(r"['’ʼ][sS]$", "", hit.group())
        between = text[before : hit.start()]
        first = not found or _ends(between)
        big = word[:1].isupper()
        found.append(Token(plain(word), big, first, len(word) > 1 and word.isupper()))
        before = hit.end()
    return found


def _ends(between: str) -> bool:
    """Whether a sentence ends in what stands between two words. No regex: it may be very long."""
    return any(c in between for c in ".!?\n") or between.rstrip().endswith((":", ";", "•"))


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _TIDY.split("|"):
        names = group.split()
        for name in names:
            found.setdefault(name, set()).update(names)
    return {name: frozenset(several) for name, several in found.items()}


_TIDY = " ".join(_GROUPS.split())
STANDS_FOR = _groups()

_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("ck|q|c(?![eiyh])"), "k"),
    (re.compile("sch|sh|ch|tch"), "x"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("gh(?![aeiou])|(?<!^)h|(?<=[aeiou])w|(?<=[aeiou])y$"), ""),
    (re.compile("^(?:kn|gn)"), "n"),
    (re.compile("^wr"), "r"),
    (re.compile("th"), "t"),
    (re.compile("(?<!^)[aeiouy]+"), ""),
    (re.compile("^[aeiouy]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """Roughly how a name sounds: its consonants. "clair" and "klare" sound alike."""
    for shape, instead in _SOUNDS:
        word = shape.sub(instead, word)
    return word


def slips(word: str) -> int:
    """How many slips of the pen are forgiven in a word of this length."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < LONG else 2


def shortened(word: str, most: int) -> Iterator[str]:
    """The word, and every word that is left when up to `most` letters are taken out."""
    for many in range(most + 1):
        for out in combinations(range(len(word)), many):
            yield "".join(letter for at, letter in enumerate(word) if at not in out)


def apart(one: str, other: str) -> int:
    """How many letters were changed, left out, added or swapped with the next (Damerau)."""
    older: list[int] = []
    old = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        new = [at]
        for to, against in enumerate(other, 1):
            cost = min(old[to] + 1, new[to - 1] + 1, old[to - 1] + (letter != against))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == against:
                cost = min(cost, older[to - 2] + 1)
            new.append(cost)
        older, old = old, new
    return old[-1]
