"""Explains every acronym that a paper uses, and leaves out those that it does not."""

import re
from collections.abc import Iterable

KNOWN = {
    "BMBC": "Barnsley Metropolitan Borough Council",
    "BSCB": "Barnsley Safeguarding Children's Board",
    "CAMHS": "Child and Adolescent Mental Health Services",
    "CCG": "Clinical Commissioning Group",
    "CSE": "Child Sexual Exploitation",
    "CSI": "Continuous Service Improvement",
    "EHCP": "Education, Health and Care Plan",
    "GP": "General Practitioner, a family doctor",
    "HR": "Human Resources",
    "ICB": "Integrated Care Board",
    "IRO": "Independent Reviewing Officer",
    "IT": "Information Technology",
    "LAC": "Looked After Child or Children",
    "LADO": "Local Authority Designated Officer",
    "LGBT": "Lesbian, gay, bisexual and transgender",
    "MASH": "Multi-Agency Safeguarding Hub",
    "NEET": "Not in education, employment or training",
    "NHS": "National Health Service",
    "PA": "Personal Adviser",
    "PDR": "Personal Development Review",
    "PEP": "Personal Education Plan",
    "QA": "Quality Assurance",
    "SEND": "Special educational needs and disabilities",
    "SHA": "Secure Hash Algorithm, a short mark that changes if the text does",
    "SGCB": "Safeguarding Children's Board",
    "SWYFT": "South West Yorkshire Partnership NHS Foundation Trust",
    "UASC": "Unaccompanied asylum-seeking child or children",
    "UK": "United Kingdom",
}
ACRONYM = re.compile(r"\b([A-Z][A-Z&]*[A-Z]|[A-Z]{2,}T)(?:s|S(?=\b))?\b")
LOUD = re.compile(r"\b[A-Z]+(?:[ ,!?.]+[A-Z]+\b)+")
SPELLED_OUT = re.compile(r"((?:[\w’'&-]+[ ,]+){1,9})\(([A-Z]{2,8})s?\)")
SMALL = frozenset({"and", "of", "the", "for", "in", "to", "with", "a"})
ROMAN = re.compile(r"^[IVX]+$")


def glossary(
    texts: Iterable[str], given: Iterable[tuple[str, str]], quoted: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Each acronym that is used and its meaning, in the order of the alphabet.

    Args:
        texts: what the paper itself and public minutes say; an acronym there that nobody explains
            is listed as not explained, so that somebody sees it.
        given: meanings that come with the paper; they win.
        quoted: people's own words; capitals there may only be loud, so only known ones count.
    """
    held = list(texts)
    known = {**KNOWN, **spelled_out(held), **dict(given)}
    used = {name for text in held for name in _names(text, known)}
    used |= {name for text in quoted for name in _names(_calm(text), known) if name in known}
    return tuple(
        (name, known.get(name, "not explained where it was used")) for name in sorted(used)
    )


def spelled_out(texts: Iterable[str]) -> dict[str, str]:
    """Acronyms that the texts explain themselves: "Personal Education Plan (PEP)"."""
    found: dict[str, str] = {}
    for text in (text for text in texts if "(" in text):
        for words, letters in SPELLED_OUT.findall(text):
            if meaning := _meaning(words.split(), letters):
                found.setdefault(letters, meaning)
    return found


def _calm(text: str) -> str:
    """The text without words in capitals that stand side by side: HATE IT HERE is no acronym."""
    return LOUD.sub("", text)


def _names(text: str, known: dict[str, str]) -> Iterable[str]:
    for found in ACRONYM.finditer(text):
        name = found.group(0).removesuffix("s")
        if name not in known and name.endswith("S") and name[:-1] in known:
            name = name[:-1]  # PEPS, as a minute once wrote it
        if not ROMAN.match(name):
            yield name


def _meaning(words: list[str], letters: str) -> str:
    """The last of the words whose first letters spell the acronym; empty where none do."""
    for start in range(len(words) - len(letters), -1, -1):
        part = [word.strip(",") for word in words[start:]]
        initials = [w[0].upper() for word in part for w in [word] if word.lower() not in SMALL]
        if "".join(initials) == letters and part[0].lower() not in SMALL:
            return " ".join(part)
    return ""
