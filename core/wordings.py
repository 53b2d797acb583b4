"""What adults say about young people, and what young people would rather hear.

These stand in until the council of young people gives its own list, at the desk under settings.
Source: word lists that young people in care made with their councils (TACT and fifteen councils,
Surrey, Sandwell, Bromley), gathered as facts; Barnsley's own "Change Your Language" comes first.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One swap. `adults_say` may hold several words or phrases, parted by commas."""

    adults_say: str
    say_instead: str
    why: str = ""


WORDINGS: tuple[Wording, ...] = (
    Wording("placement", "home, where you live", "A placement is a thing. It is our home."),
    Wording("placement breakdown, disruption", "when you had to move", "We did not break."),
    Wording("contact", "family time, seeing your family", "Say who: mum, dad, your brother."),
    Wording("LAC, CiC, looked after child", "young people we care for", "Not an initial."),
    Wording("LAC review", "your meeting, your review", "It is about a person: use the name."),
    Wording("sibling, siblings", "brothers and sisters", "It is what everybody else says."),
    Wording("respite", "a sleepover, a break, time away", "Nobody wants to be a burden."),
    Wording("care leaver, leaving care", "care-experienced, moving on", "Ask what they like."),
    Wording("care plan, pathway plan", "your plan, your plan for the future"),
    Wording("birth parents", "mum, dad, family", "Use the word that they use."),
    Wording("foster carer", "the name or word they use", "Everyone chooses their own word."),
    Wording("peers", "friends"),
    Wording("abscond, absconded", "went missing, ran away, left", "Say what happened."),
    Wording("challenging behaviour", "having a hard time", "Behaviour tells you something."),
    Wording("asylum seeker, UASC", "young person", "A label of an office is not a name."),
    Wording("NEET", "not working or in education right now"),
    Wording("contact centre", "family centre"),
    Wording("advocate", "someone to stand up for you (an advocate)", "Explain it once."),
    Wording("personal adviser, PA", "adviser"),
    Wording("corporate parent, corporate parents", "the council, who should look out for you"),
    Wording("case, caseload", "you, the young people they work with", "Nobody is a case."),
    Wording("participation", "having your say, working together"),
    Wording("disclosure, disclosed", "telling someone, told someone"),
    Wording("safeguarding referral", "we tell the team that keeps children safe"),
    Wording("therapy, CAMHS", "talking help (CAMHS)", "Say both, so that we know it again."),
    Wording("out of authority", "living outside the area"),
)
