"""The sections of a scrutiny paper, in their order. A council may word each heading its own way.

Source: the order of the Overview and Scrutiny cover report; a council confirms its own wording in
`[headings]` of its file, under the same keys.
"""

from collections.abc import Mapping

PURPOSE = "purpose"
RECOMMENDATIONS = "recommendations"
BACKGROUND = "background"
YOUNG_PEOPLE = "young_people"
PRACTITIONERS = "practitioners"
AGREE_AND_DIFFER = "agree_and_differ"
NOT_HEARD = "not_heard"
CURRENT_POSITION = "current_position"
SINCE_LAST = "since_last"
FUTURE = "future"
IMPLICATIONS = "implications"
WITNESSES = "witnesses"
INVESTIGATION = "investigation"
PAPERS = "papers"
GLOSSARY = "glossary"
CONTACT = "contact"
YOUNG_VERSION = "young_version"
METHOD = "method"
IN_PUBLIC = "in_public"
EVIDENCE = "evidence"

SECTIONS: dict[str, str] = {
    PURPOSE: "Purpose of Report",
    RECOMMENDATIONS: "Recommendations",
    BACKGROUND: "Introduction and Background",
    YOUNG_PEOPLE: "What young people told us",
    PRACTITIONERS: "What practitioners told us",
    AGREE_AND_DIFFER: "Where the two agree and differ",
    NOT_HEARD: "Who we did not hear from, and how sure we can be",
    CURRENT_POSITION: "Current Position",
    SINCE_LAST: "What happened since the last report",
    FUTURE: "Future Plans and Challenges",
    IMPLICATIONS: "Implications",
    WITNESSES: "Invited Witnesses",
    INVESTIGATION: "Possible Areas for Investigation",
    PAPERS: "Background Papers and Useful Links",
    GLOSSARY: "Glossary",
    CONTACT: "Officer Contact",
}
APPENDICES: dict[str, str] = {
    YOUNG_VERSION: "Young people's version",
    METHOD: "How we gathered and counted views",
    IN_PUBLIC: "What was already said in public",
    EVIDENCE: "What each sentence rests on",
}


def heading_of(key: str, own: Mapping[str, str]) -> str:
    """The heading of a section: the council's own words where it set them."""
    return own.get(key, "").strip() or {**SECTIONS, **APPENDICES}[key]
