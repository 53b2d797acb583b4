"""What it means that words are found: the same words, whatever their endings and capitals."""

import re
import unicodedata

SHORTEST = 2
MOST_WORDS = 8
# Ending, what comes in its place, and how many letters must be left. The first that fits is cut.
ENDINGS = (
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ed", "", 3),
    ("ly", "", 5),
    ("sses", "ss", 1),
    ("ses", "s", 2),
    ("xes", "x", 1),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
)
DONE = ("ing", "ings", "ed")
KEPT_WHOLE = ("ss", "us", "is")
SHORT = re.compile(r"[^aeiou][aeiou][^aeiouswxy]")  # "mov" was "move", and "visit" was not "visite"


def stem(word: str) -> str:
    """What is left of a word without its ending: "moved", "moving" and "moves" are one.

    Rationale: light on purpose. What is cut too little misses a word, what is cut too much finds
    others; a stem only has to be the same on both sides.
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s?$", "", plain)
    cut = _without_ending(plain)
    return cut[:-1] if cut.endswith("se") or (len(cut) > 4 and cut.endswith("e")) else cut


def _without_ending(word: str) -> str:
    for ending, instead, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            cut = word[: -len(ending)] + instead
            return _as_it_was(cut) if ending in DONE else cut
    if word.endswith("s") and len(word) > 3 and not word.endswith(KEPT_WHOLE):
        return word[:-1]
    return word


def _as_it_was(cut: str) -> str:
    """What stood before "ing" or "ed": run(n)ing, mov(e)ing."""
    if cut[-1] == cut[-2] and cut[-1] not in "lsz":
        return cut[:-1]
    return f"{cut}e" if SHORT.fullmatch(cut) else cut


def stems(text: str) -> frozenset[str]:
    """The stems of every word of a text; single letters say nothing and are left out."""
    words = re.findall(r"[\w'’]+", text)
    return frozenset(stem(word) for word in words if len(word) >= SHORTEST)


def wanted(typed: str) -> tuple[str, ...]:
    """The stems that somebody looks for, each once, in a steady order."""
    return tuple(sorted(stems(typed)))[:MOST_WORDS]
