"""Names as a hurried child writes them: a slip of the finger, or another name for the same person.

The nicknames are written from memory for this proof and not taken from core/name_forms.
"""

import random

ALSO = {
    "Sarah": ("sara", "Saz"),
    "Michael": ("Mike", "mick", "micheal"),
    "Priya": ("prya", "Pri"),
    "Mohammed": ("Mo", "muhammad", "mohamed"),
    "Catherine": ("Cath", "kathryn", "Katherine"),
    "Stephen": ("Steve", "steven", "ste"),
    "Rebecca": ("Becky", "bex", "rebeca"),
    "Jonathan": ("Jon", "jonathon", "Johnathan"),
    "Agnieszka": ("agnieska", "Agneszka"),
    "Oluwaseun": ("olu", "Oluwasuen"),
    "Siobhan": ("shivaun", "Siobahn"),
    "Christopher": ("Chris", "cristopher"),
    "Elizabeth": ("Liz", "elisabeth", "Beth"),
    "Nathan": ("Nate", "nathen"),
    "Fatima": ("fatimah", "Fatema"),
    "Geoffrey": ("Geoff", "jeff", "Jeffrey"),
    "Charlotte": ("Charlie", "charlote"),
    "Ravinder": ("Ravi", "ravindar"),
    "Philippa": ("Pippa", "phillipa"),
    "Dominic": ("Dom", "dominick"),
}
VOWELS = "aeiou"


def of(chance: random.Random, first: str, last: str) -> str:
    """A first name, a surname or both, written otherwise than on the register."""
    way = chance.randrange(4)
    if way == 0:
        return chance.choice(ALSO[first])
    if way == 1:
        return slip(chance, first)
    if way == 2:
        return f"{slip(chance, first)} {slip(chance, last)}"
    return slip(chance, first).lower()


def slip(chance: random.Random, name: str) -> str:
    """One letter left out, doubled, swapped with the next, or one vowel for another."""
    at = chance.randrange(1, len(name) - 1)
    way = chance.randrange(4)
    if way == 0:
        return name[:at] + name[at + 1 :]
    if way == 1:
        return name[:at] + name[at] + name[at:]
    if way == 2:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    vowels = [place for place, letter in enumerate(name) if place and letter in VOWELS]
    if not vowels:
        return name[:at] + name[at + 1 :]
    at = chance.choice(vowels)
    return name[:at] + chance.choice([v for v in VOWELS if v != name[at]]) + name[at + 1 :]
