"""How old somebody has to be to read a page: `python -m tools.reading_age` prints it for each.

Source: the Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables
a word - 15.59, in years at a school of the USA; five more is the age in England.
Rationale: a formula knows nothing of sense. It holds long words and long sentences down, and that
is all it is used for here. Of two ways to count syllables (where a word may be divided, from the
dictionary of pyphen, and groups of vowels) the one that counts more is believed.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib
import pyphen

DIVIDED = pyphen.Pyphen(lang="en_GB")
WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*")
END = re.compile(r"[.!?:]+(?=\s|$)")
# What ends a thought on a page even where no full stop stands.
BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "dt", "dd", "legend", "label", "button", "td"})
UNREAD = frozenset({"script", "style", "svg", "option", "textarea"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted on a page."""

    sentences: int
    words: int
    syllables: int

    @property
    def age(self) -> float:
        """The reading age in years."""
        a_sentence, a_word = self.words / self.sentences, self.syllables / self.words
        return 0.39 * a_sentence + 11.8 * a_word - 15.59 + 5


def syllables(word: str) -> int:
    """How many syllables a word has, rather too many than too few."""
    bare = re.sub(r"[’'].*", "", word.casefold())
    groups = len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouy])e$|(?<=[^dt])ed$", "", bare)))
    return max(len(DIVIDED.positions(bare)) + 1, groups, 1)


def read(sentences: list[str]) -> Reading:
    """What was counted in these sentences."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return Reading(max(len(sentences), 1), max(len(words), 1), sum(map(syllables, words)) or 1)


def sentences_of(page: str) -> list[str]:
    """The sentences in the main part of a page; what has fewer than five words is none."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    main = root.find(".//main")
    text = "".join(_told(root if main is None else main))
    said = (one.strip() for line in text.split("\n") for one in END.split(line))
    return [one for one in said if len(WORD.findall(one)) > 4]


def _told(element: Element) -> Iterator[str]:
    if element.tag in UNREAD or "govuk-visually-hidden" in element.get("class", ""):
        return
    block = element.tag in BLOCKS
    yield "\n" if block else ""
    yield " ".join((element.text or "").split()) + " " if element.text else ""
    for child in element:
        yield from _told(child)
        yield " ".join((child.tail or "").split()) + " " if child.tail else ""
    yield "\n" if block else ""


def age_of(page: str) -> float:
    """The reading age of a page."""
    return read(sentences_of(page)).age


def main(addresses: list[str]) -> int:
    """Print the reading age of each page of a Heard that runs, the oldest first."""
    from urllib.request import urlopen

    ages = []
    for address in addresses:
        with urlopen(address) as answer:  # noqa: S310 - addresses that a developer typed
            page = answer.read().decode()
        ages.append((age_of(page), address, sentences_of(page)))
    for age, address, told in sorted(ages, reverse=True):
        hard = sorted(told, key=lambda one: -read([one]).age)[:3]
        print(f"{age:5.1f}  {address}")
        for sentence in hard:
            print(f"       {read([sentence]).age:5.1f}  {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
